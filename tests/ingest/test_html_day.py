"""The day of publication in a page's markup, over the ways in which pages give it."""

import pytest
from lxml import html  # type: ignore[import-untyped]

from onrecord.ingest.html_day import published_day

PROSE = (
    "<p>The lake treaty of January 17, 2024 was praised on 2024-05-03, the ministers said after a day of "
    "talks that had begun before dawn on the ferry and ended at midnight in the customs house of the "
    "northern port.</p>"
)


def page(head: str = "", above: str = "", below: str = "") -> str:
    """A page with something in its head, above or below its prose."""
    body = f"<body><main><h1>T</h1>{above}{PROSE}{below}</main></body>"
    return f"<html><head><title>T</title>{head}</head>{body}</html>"


def json_ld(fields: str, kind: str = "NewsArticle") -> str:
    """A block of linked data."""
    return f'<script type="application/ld+json">{{"@type": "{kind}", {fields}}}</script>'


DAY = "2025-09-07"
GIVEN = {
    "open graph": page('<meta property="article:published_time" content="2025-09-07T01:30:00Z">'),
    "late in the evening, west": page(
        '<meta property="article:published_time" content="2025-09-07T23:30:00-07:00">'
    ),
    "early in the morning, east": page(
        '<meta property="article:published_time" content="2025-09-07T00:10:00+09:00">'
    ),
    "changed later": page(
        '<meta property="article:modified_time" content="2025-09-09T01:30:00Z">'
        '<meta property="article:published_time" content="2025-09-07T01:30:00Z">'
    ),
    "only changed": page('<meta property="article:modified_time" content="2025-09-07T01:30:00Z">'),
    "dublin core": page('<meta name="DC.date.issued" content="2025-09-07">'),
    "parsely": page('<meta name="parsely-pub-date" content="2025-09-07T10:00:00Z">'),
    "pubdate in words": page('<meta name="pubdate" content="Sun, 07 Sep 2025 10:00:00 GMT">'),
    "compact": page('<meta name="publishdate" content="20250907">'),
    "citation": page('<meta name="citation_publication_date" content="2025/09/07">'),
    "item property of a meta": page('<meta itemprop="datePublished" content="2025-09-07">'),
    "linked data": page(json_ld('"dateModified": "2025-09-09", "datePublished": "2025-09-07T10:00:00Z"')),
    "linked data in a list": page(
        '<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2020-01-01"},'
        '{"@type":["NewsArticle"],"datePublished":"2025-09-07"}]</script>'
    ),
    "linked data in a graph": page(
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},'
        '{"@type":"ReportageNewsArticle","datePublished":"2025-09-07"}]}</script>'
    ),
    "liveblog": page(json_ld('"datePublished": "2025-09-07T08:00:00+02:00"', "LiveBlogPosting")),
    "broken linked data, then a stamp": page(
        '<script type="application/ld+json">{"@type": </script>', '<p class="date">September 7, 2025</p>'
    ),
    "item property": page(above='<span itemprop="datePublished" content="2025-09-07">Sunday</span>'),
    "time element": page(above='<time datetime="2025-09-07T10:00">Sept 7</time>'),
    "time element in words": page(above="<time>7 September 2025</time>"),
    "updated time first": page(
        above='<div>Updated <time datetime="2025-09-09">9 Sep</time></div>'
        '<div><time datetime="2025-09-07">7 Sep</time></div>'
    ),
    "date class": page(above='<div class="article-date">September 7, 2025</div>'),
    "meta class, label, time": page(above='<p class="meta">Published: 7 September 2025, 10:04 GMT</p>'),
    "label without a class": page(above="<p>Published on 7 Sep 2025 10:04</p>"),
    "byline with a date": page(above='<div class="byline">By Ana Roe, Sept. 7, 2025</div>'),
    "published and updated": page(above='<div class="stamp">Updated 9 Sep 2025, published 7 Sep 2025</div>'),
    "updated only": page(above='<div class="date">Last updated: 7 September 2025</div>'),
    "dots": page(above='<span class="datum date">07.09.2025</span>'),
    "weekday": page(above='<span class="timestamp">Sunday 7 September 2025 10.04 BST</span>'),
    "day that cannot be a month": page(above='<span class="date">2025-09-07</span>'),
    "a related story has another date": page(
        above='<aside><time datetime="2023-01-01">1 Jan 2023</time></aside><p class="date">7 Sep 2025</p>'
    ),
    "related block before the stamp": page(
        above='<div class="related-stories"><span class="date">1 May 2023</span></div>'
        '<span class="date">7 Sep 2025</span>'
    ),
    "malformed meta, good stamp": page(
        '<meta property="article:published_time" content="2025-02-31">',
        '<p class="date">7 September 2025</p>',
    ),
}
NONE = {
    "no date at all": page(),
    "a day that no calendar has": page('<meta property="article:published_time" content="2025-02-31">'),
    "month 13": page('<meta property="article:published_time" content="2025-13-07">'),
    "year zero": page('<meta property="article:published_time" content="0000-09-07">'),
    "year 20255": page(above='<p class="date">September 7, 20255</p>'),
    "reads two ways": page(above='<span class="date">07/09/2025</span>'),
    "only a copyright": page(below="<footer>Copyright 2025 The Harbour Gazette</footer>"),
    "a footer's date": page(below='<footer><span class="date">7 September 2025</span></footer>'),
    "only a related story": page(above='<aside><time datetime="2025-09-07">7 Sep</time></aside>'),
    "only a comment": page(below='<div class="comments"><time datetime="2025-09-07">7 Sep</time></div>'),
    "another thing's linked data": page(json_ld('"datePublished": "2025-09-07"', "Product")),
    "relative": page(above='<div class="date">Published today at 6:47 pm</div>'),
    "year only": page('<meta name="date" content="2025">'),
    "a navigation bar's date": page(above='<nav><span class="date">7 September 2025</span></nav>'),
}


@pytest.mark.parametrize("name", GIVEN)
def test_the_day_is_read_from_markup(name: str) -> None:
    """The day as the page writes it, in the page's own time zone."""
    assert published_day(html.document_fromstring(GIVEN[name]), None) == DAY


@pytest.mark.parametrize("name", NONE)
def test_no_day_is_invented(name: str) -> None:
    """Dates of prose, of other stories and of nothing are no days of publication."""
    assert published_day(html.document_fromstring(NONE[name]), None) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2025/09/07/x",
        "https://a.example/world/2025/sep/07/x",
        "https://a.example/20250907-x",
    ],
)
def test_the_address_gives_the_day_where_markup_has_none(url: str) -> None:
    """The path of the address comes after markup and before what is printed."""
    assert published_day(html.document_fromstring(NONE["no date at all"]), url) == DAY


def test_markup_wins_over_the_address() -> None:
    """Some sites file a story under the day on which it was commissioned."""
    tree = html.document_fromstring(GIVEN["open graph"])
    assert published_day(tree, "https://a.example/2025/09/01/x") == DAY
