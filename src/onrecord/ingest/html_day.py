"""The day of publication that a page's markup gives: the first that holds of a fixed order of places.

Only places that speak of publication count, never a date of the article's prose or of a related story, and a
date that reads two ways counts only where another place decides it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.records.day import days_in, iso_day

_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "ptime",
    "article.published",
    "published-date",
    "published_time",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "originalpublicationdate",
    "displaydate",
    "date",
)
_CHANGED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod")
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
_ASIDE = re.compile(
    r"(?<![a-z])(?:related|sidebar|recommend(?:ed|ations?)|comments?|footer|nav|promo|teaser|popular|trending|more"
    r"|newsletter|widget|advert|ad|latest|archive|breadcrumbs?|copyright|mostread)(?![a-z])"
)
_DATE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|dateline|stamp|info", re.I)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|corrected)\b", re.I)
_LABELLED = re.compile(r"^\W*(?:first |originally )?(?:published|posted|issued|date)\b", re.I)
_LONGEST_STAMP = 90  # characters of text around a visible date; more is prose
_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d|[a-z]{3})[/-]?(\d\d?)(?=[/\-_.?]|$)", re.I)


def published_day(tree: Any, url: str | None) -> str | None:
    """ISO day of publication of the page in `tree` (an lxml document), or None."""
    for candidates in (
        _meta(tree, _PUBLISHED_META),
        _json_ld(tree, "datePublished"),
        _item_properties(tree),
        _time_elements(tree, story=True),
        _url_day(url),
        _visible(tree, updated=False),
        _json_ld(tree, "datePublished", ("WebPage",)),
        _time_elements(tree, story=False),
        _visible(tree, updated=True),
        _meta(tree, _CHANGED_META),
        _json_ld(tree, "dateModified"),
    ):
        for text in candidates:
            day = iso_day(text)
            if day is not None and len(day) == len("2025-09-07"):
                return day
    return None


def _meta(tree: Any, names: tuple[str, ...]) -> Iterator[str]:
    contents: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        )
        if meta.get("content"):
            contents.setdefault(name.lower(), meta.get("content"))
    return (contents[name] for name in names if name in contents)


def _json_ld(tree: Any, field: str, types: tuple[str, ...] = _ARTICLE_TYPES) -> Iterator[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            whole = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(whole):
            own = item.get("@type")
            names = [own] if isinstance(own, str) else own if isinstance(own, list) else []
            if any(str(name).endswith(types) for name in names) and isinstance(item.get(field), str):
                yield item[field]


def _objects(whole: Any) -> Iterator[dict[str, Any]]:
    """The objects on top, in a list, or in an @graph; not those inside an article, which may be others."""
    for item in whole if isinstance(whole, list) else [whole]:
        if isinstance(item, dict):
            yield item
            if isinstance(item.get("@graph"), list):
                yield from _objects(item["@graph"])


def _item_properties(tree: Any) -> Iterator[str]:
    for element in tree.xpath('//*[@itemprop="datePublished"]'):
        if not _aside(element):
            yield element.get("content") or element.get("datetime") or element.text_content()


def _time_elements(tree: Any, *, story: bool) -> Iterator[str]:
    """Those in the article; or, not in the `story`, those above it, where a page prints today's date."""
    stamps = [element for element in tree.iter("time") if not _aside(element)]
    stamps = [element for element in stamps if _in_story(element) is story]
    plain = [element for element in stamps if not _UPDATED.search(_around(element))]
    for element in plain[:1] or stamps[:1]:
        yield element.get("datetime") or ""
        yield element.text_content()


def _in_story(element: Any) -> bool:
    """Whether the element lies in the article, or below a headline."""
    return bool(element.xpath("ancestor::article or ancestor::main or preceding::h1"))


def _around(element: Any) -> str:
    parent = element.getparent()
    text = " ".join(parent.text_content().split()) if parent is not None else ""
    before = text.split(" ".join(element.text_content().split()), 1)[0] if len(text) < _LONGEST_STAMP else ""
    return f"{element.get('class') or ''} {before[-20:]}".replace("-", " ").replace("_", " ")


def _visible(tree: Any, *, updated: bool) -> Iterator[str]:
    """Short texts with a date, in an element named for dates or with a label, before the prose begins."""
    for element in tree.iter("p", "div", "span", "li", "small", "em", "dd", "td", "h4", "h5", "h6"):
        text = " ".join(element.text_content().split())
        if len(text) > _LONGEST_STAMP:
            if element.tag == "p" and len(text) > 3 * _LONGEST_STAMP:
                return
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (_DATE_CLASS.search(names) or _LABELLED.match(text)) and not _aside(element):
            for day in days_in(text):
                if bool(_UPDATED.search(text[max(0, day.start - 25) : day.start])) == updated:
                    yield text[day.start : day.end]


def _url_day(url: str | None) -> Iterator[str]:
    for match in _URL.finditer(url or ""):
        year, month, day = match.groups()
        yield f"{year}-{month}-{int(day):02d}" if month.isdigit() else f"{day} {month} {year}"


def _aside(element: Any) -> bool:
    """Whether the element lies in a part of the page that is about other stories."""
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in ("aside", "footer", "nav"):
            return True
        if ancestor.tag in ("body", "html", "article", "main"):
            return False
        names = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}".lower()
        if _ASIDE.search(names):
            return True
    return False
