"""The gold files of `examples/` are well-formed and say nothing that their articles do not."""

import re
from pathlib import Path

import pytest
from gold_files import (
    STATUSES,
    check_document,
    check_engagements,
    check_meta,
    days,
    load,
    missing,
    text_of,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = EXAMPLES / "articles"
GOLD = sorted(p for p in (EXAMPLES / "gold").glob("*.yaml") if p.name != "ledger.yaml")


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_quotes_stand_in_the_article(path: Path) -> None:
    """Every evidence, cue, source, content and finding of a gold file occurs in its article."""
    gold = load(path)
    assert missing(gold, text_of(ARTICLES / gold["article"])) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_engagements_are_well_formed(path: Path) -> None:
    """Kinds, statuses, days and countries are known ones, and what is optional is among what is listed."""
    check_engagements(load(path))


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_file_is_named_for_its_article(path: Path) -> None:
    """A gold file bears its article's name and dates it by real days."""
    check_document(load(path), path)


def test_ids_are_unique() -> None:
    """No two engagements of the gold files share an id."""
    ids = [engagement["id"] for path in GOLD for engagement in load(path)["engagements"]]
    assert sorted(ids) == sorted(set(ids))


def test_ledger_names_what_exists() -> None:
    """The ledger's reports, separations and histories name engagements and articles that exist."""
    ids = {engagement["id"] for path in GOLD for engagement in load(path)["engagements"]}
    stems = {p.name.split(".")[0] for p in ARTICLES.iterdir()}
    ledger = load(EXAMPLES / "gold" / "ledger.yaml")
    for entry in ledger["engagements"]:
        assert set(entry["reports"]) <= ids, entry["id"]
        assert {entry["status"], *entry.get("also_status", [])} <= STATUSES, entry["id"]
        assert {step["article"] for step in entry.get("history", [])} <= stems, entry["id"]
        assert {step["status"] for step in entry.get("history", [])} <= STATUSES, entry["id"]
        days(entry.get("when"))
    for apart in ledger["separate"]:
        assert set(apart) <= ids, apart
        assert len(set(apart)) == len(apart) > 1, apart


def test_ledger_joins_and_separates_nothing_twice() -> None:
    """No two reports of one engagement stand in one list of what must stay apart."""
    ledger = load(EXAMPLES / "gold" / "ledger.yaml")
    for entry in ledger["engagements"]:
        for apart in ledger["separate"]:
            assert len(set(entry["reports"]) & set(apart)) < 2, (entry["id"], apart)


def test_readme_lists_every_article() -> None:
    """Each article has its line in the README, and each line its article."""
    listed = re.findall(r"^\| `([^`]+)` \|", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.M)
    present = sorted(p.name for p in ARTICLES.iterdir() if not p.name.endswith(".meta.json"))
    assert sorted(listed) == present


def test_meta_files_stand_beside_texts() -> None:
    """A `.meta.json` has its text, known keys only, and a real day."""
    for path in sorted(ARTICLES.glob("*.meta.json")):
        check_meta(path)


def test_articles_are_long_enough_to_be_articles() -> None:
    """No example is a mere snippet: each has at least 150 words."""
    short = {
        path.name: len(text_of(path).split())
        for path in sorted(ARTICLES.iterdir())
        if not path.name.endswith(".meta.json") and len(text_of(path).split()) < 150
    }
    assert short == {}
