"""HTML pages: trafilatura takes out the main text; title, author, site and day come from the markup."""

import codecs
import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from onrecord.ingest.admit import Found, admit, has_sentence
from onrecord.ingest.capture import Capture
from onrecord.ingest.decode import binary
from onrecord.ingest.html_day import published_day
from onrecord.records import Article, Rejected

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.I)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 2048  # bytes in which HTML requires the encoding to be declared
_NO_ARTICLE = "no article found in the page"
_DAYS_ARE_READ_ELSEWHERE = {"extensive_search": False, "original_date": True, "max_date": "2099-12-31"}


def read_html(capture: Capture) -> Iterator[Article | Rejected]:
    """One article: title, blank line, main text, as they are kept from then on; or the reason why none.

    A page of many posts (a liveblog) is one article.
    """
    if not capture.data.strip():
        yield Rejected(capture.path, "the file is empty")
    elif not capture.data.startswith(_UTF_16) and (what := binary(capture.data)):
        yield Rejected(capture.path, f"not text but {what}")
    else:
        found = _found(_decode(capture.data))
        yield admit(capture, found) if isinstance(found, Found) else Rejected(capture.path, found)


def _decode(data: bytes) -> str:
    """As browsers do: byte order mark, UTF-8 where it is valid, the declared encoding, Windows-1252."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_HEAD])
        name = declared.group(1).decode("ascii").lower() if declared else "windows-1252"
        try:
            return data.decode("utf-8" if name == "utf8" else name, "replace")
        except LookupError:
            return data.decode("windows-1252", "replace")


def _found(page: str) -> Found | str:
    import trafilatura  # here, because it takes a third of a second that readers of plain text need not wait

    try:
        document = trafilatura.bare_extraction(
            page,
            include_comments=False,
            deduplicate=False,  # it remembers earlier pages, and results would depend on the order
            with_metadata=True,
            date_extraction_params=_DAYS_ARE_READ_ELSEWHERE,
        )
        tree = lxml_html.document_fromstring(_without_declaration(page))
    except Exception as error:  # a hostile page must not stop the others; the parsers raise what they like
        return f"the page cannot be taken apart: {type(error).__name__}: {error}"
    if document is None or not has_sentence(document.text or ""):
        return _NO_ARTICLE
    title, site = _title(tree, _one_line(document.title))
    return Found(
        text=_text(title, document.text),
        url=document.url,
        outlet=site or _one_line(document.sitename),
        title=title,
        byline=_one_line((document.author or "").replace(";", ",")),
        published=published_day(tree, document.url),
    )


def _without_declaration(page: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", page)


def _title(tree: Any, title: str | None) -> tuple[str | None, str | None]:
    """The story's title, and the site's name where a blog's name stands in its place.

    Then the heading links to the front page, and <title> says both.
    """
    home = {
        _one_line(link.text_content()) for link in tree.xpath('//h1//a[@href="/"] | //h1//a[@rel="home"]')
    }
    whole = _one_line(tree.findtext(".//title"))
    if title is None or title not in home or whole is None:
        return title, None
    headings = {_one_line(heading.text_content()) for heading in tree.iter("h1", "h2", "h3")}
    others = [
        part for part in re.split(r" [|»–—-] |: ", whole, maxsplit=1) if part != title and part in headings
    ]
    return (others[0], title) if others else (title, None)


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _text(title: str | None, main: str) -> str:
    """Title, blank line, main text; a headline that opens the main text is not said twice."""
    lines = main.strip().split("\n")
    if title and " ".join(lines[0].split()) == title:
        lines = lines[1:]
    body = "\n".join(lines).lstrip("\n")
    return f"{title}\n\n{body}" if title else body
