"""The day of publication over whole pages of many layouts: saved ones (dated/) and pasted ones (tests/clean/pages)."""

import csv
from pathlib import Path

import pytest
import yaml

from onrecord.clean import Known, clean
from onrecord.ingest import Capture, articles
from onrecord.knowledge import open_knowledge
from onrecord.records import Article

HERE = Path(__file__).parent
SAVED = HERE / "dated"
PASTED = HERE.parent / "clean" / "pages"
SHARE = 0.97  # of the days right; none may be invented


@pytest.fixture(scope="module")
def known() -> Known:
    """The knowledge base: outlets by their names."""
    return open_knowledge()


def _saved(name: str) -> Article:
    (found,) = articles(Capture(f"saved/{name}.html", (SAVED / f"{name}.html").read_bytes(), "html"))
    assert isinstance(found, Article)
    return found


def _pages() -> list[tuple[str, Article, str | None]]:
    with (SAVED / "days.tsv").open(encoding="utf-8") as table:
        pages = [
            (row["page"], _saved(row["page"]), row["published"] or None)
            for row in csv.DictReader(table, delimiter="\t")
        ]
    for path in sorted(PASTED.glob("*.txt")):
        said = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))["published"]
        article = Article(id="art-1", path=path.name, text=path.read_text(encoding="utf-8"))
        pages.append((path.stem, article, None if said is None else str(said)))
    return pages


def test_days_of_pages(known: Known) -> None:
    """Nearly every page gets its day, and a page that tells none gets none."""
    pages = _pages()
    wrong = [
        (name, day, found)
        for name, article, day in pages
        if (found := clean(article, known).published) != day
    ]
    assert len(pages) >= 60
    assert len(wrong) <= (1 - SHARE) * len(pages), wrong
    assert [case for case in wrong if case[1] is None] == []
