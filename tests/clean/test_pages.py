"""Whole pages as people paste them, of many layouts, each with what must be found in it.

`pages/NAME.txt` is the page, `pages/NAME.yaml` what is expected: fields of the article; `body`, `standfirst`,
`captions`: words that must lie in blocks of that kind; `kept`: in some kind that is read; `out`: in none.
Fields that are not named must not be found.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.clean import Known, clean
from onrecord.records import Article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
READ = {"body", "title", "standfirst"}


def read_page(path: Path, known: Known) -> tuple[Article, dict[str, Any]]:
    """The cleaned page and what is expected of it."""
    article = Article(id="art-1", path=path.name, text=path.read_text(encoding="utf-8"))
    return clean(article, known), yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))


def kinds_at(article: Article, words: str) -> set[str]:
    """Kinds of the blocks in which `words` lie where they first stand."""
    start = article.text.index(words)
    return {block.kind for block in article.blocks if block.start < start + len(words) and start < block.end}


def text_of(value: Any) -> str | None:
    """YAML's dates as text."""
    return None if value is None else str(value)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_of_a_page_gets_its_role(path: Path, known: Known) -> None:
    """Text stays text, and furniture, captions and other stories are kept out of it."""
    article, expected = read_page(path, known)
    for kind, exactly in (("body", {"body"}), ("standfirst", {"standfirst"}), ("captions", {"caption"})):
        for words in expected.get(kind, ()):
            assert kinds_at(article, words) == exactly, words
    for words in expected.get("kept", ()):
        assert kinds_at(article, words) <= READ, words
    for words in expected["out"]:
        assert not kinds_at(article, words) & READ, words


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_a_page_says_of_itself_is_found(path: Path, known: Known) -> None:
    """Title, publishers, day, dateline and truncation are found where the page tells them, and only there."""
    article, expected = read_page(path, known)
    assert article.title == expected["title"]
    assert article.outlet == expected.get("outlet")
    assert article.original_outlet == expected.get("original_outlet")
    assert article.published == text_of(expected["published"])
    assert article.truncated == expected.get("truncated", False)
    if "byline" in expected:
        assert article.byline == expected["byline"]
    dateline = expected.get("dateline")
    if dateline is None:
        assert article.dateline is None
    else:
        assert article.dateline is not None
        assert (article.dateline.place, article.dateline.date) == (
            dateline["place"],
            text_of(dateline["date"]),
        )
    if "dateline_text" in expected:
        printed = [article.text[b.start : b.end] for b in article.blocks if b.kind == "dateline"]
        assert printed == [expected["dateline_text"]]
    if "blocks_of_body" in expected:
        assert sum(block.kind == "body" for block in article.blocks) == expected["blocks_of_body"]


def test_there_are_pages_of_many_layouts() -> None:
    """Each page has its expectations, and there are enough of them to keep a rule from fitting one."""
    assert len(PAGES) >= 30
    assert {path.stem for path in PAGES} == {path.stem for path in PAGES[0].parent.glob("*.yaml")}
