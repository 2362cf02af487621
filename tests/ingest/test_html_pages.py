"""Saved pages of a newspaper, an agency, a weblog and a liveblog."""

from pathlib import Path

import pytest

from onrecord.ingest import Capture, articles
from onrecord.records import Article, Rejected

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> Article:
    """The one article of a saved page."""
    (article,) = articles(Capture(f"saved/{name}", (PAGES / name).read_bytes(), "html"))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("name", "title", "outlet", "byline", "published"),
    [
        (
            "newspaper.html",
            "Lake states sign water treaty",
            "The Harbour Gazette",
            "Ona Petraite",
            "2025-03-04",
        ),
        ("agency.html", "President visits lake office", "Lakeside Wire", "Tomas Vale", "2025-06-21"),
        ("weblog.html", "What the treaty does not say", "The Ferry Log", None, "2025-03-07"),
        (
            "liveblog.html",
            "Treaty talks live: last day on the lake",
            "The Harbour Gazette",
            None,
            "2025-03-03",
        ),
    ],
)
def test_what_markup_tells_is_kept(
    name: str, title: str, outlet: str, byline: str | None, published: str
) -> None:
    """Title, site, author and day of four kinds of page."""
    article = read(name)
    assert (article.title, article.outlet, article.byline, article.published) == (
        title,
        outlet,
        byline,
        published,
    )
    assert article.text.startswith(f"{title}\n\n")
    assert article.text.count(title) == 1
    assert article.blocks == ()


@pytest.mark.parametrize(
    ("name", "words", "absent"),
    [
        (
            "newspaper.html",
            ["signed a treaty on Tuesday", "It will pay the three others"],
            ["Home", "All rights"],
        ),
        ("agency.html", ["PORTO LAGO, June 21", "The president promised her twelve"], ["Latest"]),
        (
            "weblog.html",
            ["I have read the water treaty", "nine thousand last year"],
            ["oarsman", "a disgrace"],
        ),
        (
            "liveblog.html",
            ["went on board the navy boat", "asked for a pause", "found a new draft beside"],
            ["@type"],
        ),
    ],
)
def test_the_story_is_taken_and_the_page_left(name: str, words: list[str], absent: list[str]) -> None:
    """All of the story's text, nothing of menus, footers and comments; a liveblog is one article."""
    text = read(name).text
    assert [one for one in words if one not in text] == []
    assert [one for one in absent if one in text] == []


def test_order_of_pages_changes_nothing() -> None:
    """Reading a page again, after others, gives the same article."""
    names = ["newspaper.html", "agency.html", "weblog.html", "newspaper.html"]
    first, *_, again = [read(name) for name in names]
    assert first == again


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="iso-8859-1">', "latin-1"),
        ("", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_pages_are_decoded_as_browsers_do(declared: str, encoding: str) -> None:
    """Byte order mark, UTF-8, the declared encoding, then Windows-1252."""
    page = (PAGES / "weblog.html").read_text(encoding="utf-8").replace('<meta charset="utf-8">', declared)
    data = page.replace("I have read", "Zoë of Malmö has read").encode(encoding)
    (article,) = articles(Capture("a.html", data, "html"))
    assert isinstance(article, Article)
    assert "Zoë of Malmö" in article.text


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
        b"<html><head><title>Nothing</title></head><body></body></html>",
        b"<html><body><script>var a = 'The ministers met on Tuesday.'</script></body></html>",
        b"<html>" + b"<div>" * 3000,
    ],
)
def test_a_page_without_an_article_is_refused(page: bytes) -> None:
    """Menus and scripts are no article, and a hostile page stops nothing."""
    (refused,) = articles(Capture("a.html", page, "html"))
    assert isinstance(refused, Rejected)
    assert refused.path == "a.html"
    assert "page" in refused.reason
