"""The short articles keep their form and balance; what is made of them is measured elsewhere."""

from collections import Counter
from pathlib import Path

import pytest
from gold_files import (
    KINDS,
    OF_LEDGER,
    check_document,
    check_engagements,
    check_meta,
    load,
    missing,
    text_of,
)

ARTICLES = Path(__file__).parent / "articles"
GOLD = sorted((Path(__file__).parent / "gold").glob("*.yaml"))


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_quotes_stand_in_the_article(path: Path) -> None:
    """Every evidence, cue, source, content and finding of a gold file occurs in its article."""
    gold = load(path)
    assert missing(gold, text_of(ARTICLES / gold["article"])) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_gold_is_well_formed(path: Path) -> None:
    """Fields, kinds, statuses, days and countries are known ones."""
    gold = load(path)
    check_engagements(gold)
    check_document(gold, path)
    assert not {engagement["status"] for engagement in gold["engagements"]} & OF_LEDGER


def test_ids_are_unique() -> None:
    """No two engagements of the gold files share an id."""
    ids = [engagement["id"] for path in GOLD for engagement in load(path)["engagements"]]
    assert sorted(ids) == sorted(set(ids))


def test_every_article_has_gold() -> None:
    """Each article has its gold and the other way round, and each `.meta.json` its text."""
    assert sorted(p.stem for p in ARTICLES.glob("*.txt")) == [p.stem for p in GOLD]
    for path in ARTICLES.glob("*.meta.json"):
        check_meta(path)


def test_articles_are_short() -> None:
    """Each article has 110 to 370 words."""
    words = {path.stem: len(path.read_text(encoding="utf-8").split()) for path in ARTICLES.glob("*.txt")}
    assert {name: n for name, n in words.items() if not 110 <= n <= 370} == {}


def test_balance() -> None:
    """At least 90 articles, every kind several times, and many acts that have not (yet) been done."""
    golds = [load(path) for path in GOLD]
    engagements = [engagement for gold in golds for engagement in gold["engagements"]]
    kinds = Counter(engagement["kind"] for engagement in engagements)
    statuses = Counter(engagement["status"] for engagement in engagements)
    assert len(golds) >= 90
    assert sum(not gold["engagements"] for gold in golds) >= 2
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 5, kinds
    assert statuses["planned"] + statuses["confirmed"] >= 100
    assert statuses["possible"] >= 60
    assert min(statuses[status] for status in ("denied", "cancelled", "postponed")) >= 12, statuses
