"""JSON: what news-please, trafilatura and the like write, one article, a list of them, or one a line."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from onrecord.ingest.admit import Found, admit
from onrecord.ingest.capture import Capture
from onrecord.ingest.decode import decode
from onrecord.records import Article, Rejected
from onrecord.records.day import iso_day

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("maintext", "text", "raw_text", "articleBody", "body", "content"),
    "title": ("title", "headline"),
    "url": ("url", "source", "link"),
    "outlet": ("sitename", "source-hostname", "outlet", "source_domain", "hostname", "publisher"),
    "byline": ("authors", "author", "byline"),
    "published": ("date_publish", "date", "datePublished", "published", "published_at", "pubDate"),
    "language": ("language", "lang"),
}
"""Which names of theirs mean what; the first that holds something counts."""


def read_json(capture: Capture) -> Iterator[Article | Rejected]:
    """The article of a JSON object, or those of a list; what is whole in a file that was cut off is kept."""
    text = decode(capture.data)
    if isinstance(text, Rejected):
        yield Rejected(capture.path, text.reason)
        return
    try:
        whole = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        yield from _read_damaged(capture, text, error)
        return
    items = whole if isinstance(whole, list) else [whole]
    if not items:
        yield Rejected(capture.path, "the list of articles is empty")
    for item in items:
        yield _article(capture, item, None)


def read_json_lines(capture: Capture) -> Iterator[Article | Rejected]:
    """An article for each line; a line that is damaged is refused by its number, the others go on."""
    if not capture.data.strip() and capture.first_line == 1:
        yield Rejected(capture.path, "the file is empty")
    for number, line in enumerate(capture.data.split(b"\n"), capture.first_line):
        if line.strip():
            yield _read_line(capture, line.removeprefix(b"\xef\xbb\xbf"), number)


def _read_line(capture: Capture, line: bytes, number: int) -> Article | Rejected:
    try:
        return _article(capture, msgspec.json.decode(line), number)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Rejected(capture.path, f"line {number}: {_fault(error)}")


def _read_damaged(capture: Capture, text: str, error: Exception) -> Iterator[Article | Rejected]:
    """JSON lines under the name .json, the whole members of a list that was cut off, or a refusal."""
    first = text.lstrip().split("\n", 1)[0]
    if first.startswith("{") and _is_json(first):
        yield from read_json_lines(capture)
        return
    at = len(text) - len(text.lstrip()) + 1
    if text.lstrip().startswith("["):
        scan = json.JSONDecoder().raw_decode
        while True:
            at = re.compile(r"[\s,]*").match(text, at).end()  # type: ignore[union-attr]
            try:
                item, at = scan(text, at)
            except (ValueError, RecursionError):
                break
            yield _article(capture, item, text.count("\n", 0, at) + 1)
        yield Rejected(capture.path, f"line {text.count(chr(10), 0, at) + 1}: {_fault(error)}")
        return
    line = text.rstrip().count("\n") + 1 if "truncated" in str(error) else _line_of(text, error)
    yield Rejected(capture.path, f"line {line}: {_fault(error)}")


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _line_of(text: str, error: Exception) -> int:
    at = re.search(r"\(byte (\d+)\)", str(error))
    return text.encode("utf-8")[: int(at.group(1))].count(b"\n") + 1 if at else 1


def _fault(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the JSON is nested too deeply"
    if "truncated" in str(error):
        return "the JSON is cut off"
    return f"not JSON: {error}"


def _article(capture: Capture, item: Any, line: int | None) -> Article | Rejected:
    where = "" if line is None else f"line {line}: "
    if not isinstance(item, dict):
        return Rejected(capture.path, f"{where}not an article: expected an object with its fields")
    fields = {role: _first(item, names) for role, names in FIELDS.items()}
    body = fields["text"]
    if body is None:
        return Rejected(capture.path, f"{where}no text in it (none of: {', '.join(FIELDS['text'])})")
    language = fields["language"]
    if language is not None and not language.lower().startswith(("en", "un")):
        return Rejected(capture.path, f"{where}not in English: its language is given as {language!r}")
    title = fields["title"]
    return admit(
        capture,
        Found(
            text=body if title is None or body.startswith(title) else f"{title}\n\n{body}",
            url=fields["url"] if _is_address(fields["url"]) else None,
            outlet=fields["outlet"] and fields["outlet"].removeprefix("www."),
            title=title,
            byline=fields["byline"],
            published=iso_day(fields["published"]) if fields["published"] else None,
            line=line,
        ),
    )


def _first(item: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = item.get(name)
        if isinstance(value, dict):  # schema.org: {"@type": "Organization", "name": "..."}
            value = value.get("name")
        if isinstance(value, list):
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, str) and value.strip():
            # half of a surrogate pair is legal JSON and no character
            return value.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return None


def _is_address(url: str | None) -> bool:
    try:
        return url is not None and bool(urlsplit(url).netloc)
    except ValueError:
        return False
