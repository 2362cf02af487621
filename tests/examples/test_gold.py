"""The gold files of `examples/` are well-formed and say nothing that their articles do not."""

import datetime as dt
import html
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from onrecord.records.claim import Status

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = EXAMPLES / "articles"
GOLD = sorted(p for p in (EXAMPLES / "gold").glob("*.yaml") if p.name != "ledger.yaml")
KINDS = frozenset(
    """meeting call visit gathering agreement vote aid cooperation appointment protest sanction coercion
    attack mobilization withdrawal concession proceeding support accusation request rejection threat denial
    pledge statement""".split()
)
STATUSES = frozenset(get_args(Status))


def load(path: Path) -> dict[str, Any]:
    """One gold file."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def text_of(path: Path) -> str:
    """What a reader sees of an article; HTML with its tags left in, since gold snippets contain none."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return html.unescape(raw)
    if path.suffix == ".json":
        item = json.loads(raw)
        return f"{item['title']}\n\n{item['maintext']}"
    return raw


def days(value: object) -> list[dt.date]:
    """The days, first of months and of years that a `when` names; ValueError where it names none."""
    if value is None:
        return []
    if isinstance(value, dict):
        assert set(value) == {"start", "end"}, value
        first, last = days(value["start"]), days(value["end"])
        assert first <= last, value
        return first + last
    if isinstance(value, dt.date):
        return [value]
    text = str(value)
    return [dt.date.fromisoformat((text + "-01-01")[:10] if len(text) == 4 else f"{text}-01")]


def snippets(gold: dict[str, Any]) -> list[str]:
    """Everything a gold file quotes from its article."""
    document = gold.get("document", {})
    found: list[str] = [*document.get("boilerplate", []), *document.get("captions", [])]
    found += [document["title"]] if document.get("title") else []
    for engagement in gold["engagements"]:
        found += engagement["evidence"]
    for attribution in gold["attributions"]:
        found += [attribution[key] for key in ("source", "cue", "content")]
        found += [attribution["via"]] if "via" in attribution else []
    found += [finding["text"] for finding in gold["findings"]]
    found += gold.get("unsourced_interpretation", [])
    return found


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_quotes_stand_in_the_article(path: Path) -> None:
    """Every evidence, cue, source, content and finding of a gold file occurs in its article."""
    gold = load(path)
    text = text_of(ARTICLES / gold["article"])
    assert [snippet for snippet in snippets(gold) if snippet not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_engagements_are_well_formed(path: Path) -> None:
    """Kinds, statuses, days and countries are known ones, and what is optional is among what is listed."""
    for engagement in load(path)["engagements"]:
        name = engagement["id"]
        assert {engagement["kind"], *engagement.get("also_kinds", [])} <= KINDS, name
        assert {engagement["status"], *engagement.get("also_status", [])} <= STATUSES, name
        assert set(engagement.get("optional_participants", [])) <= set(engagement["participants"]), name
        assert engagement["evidence"], name
        assert re.fullmatch("[A-Z]{2}", engagement.get("country", "XX")), name
        assert {"place", "when"} <= set(engagement), name
        days(engagement["when"])


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_file_is_named_for_its_article(path: Path) -> None:
    """A gold file bears its article's name and dates it by real days."""
    gold = load(path)
    assert Path(gold["article"]).stem == path.stem
    document = gold.get("document", {})
    for key in ("published", "given_date"):
        days(document.get(key))
    low, high = document.get("dated_between", [None, None])
    assert low is None or high is None or days(low) <= days(high)


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
        meta = json.loads(path.read_text(encoding="utf-8"))
        assert path.with_name(path.name.replace(".meta.json", ".txt")).exists(), path.name
        assert set(meta) <= {"url", "outlet", "published", "title"}, path.name
        if "published" in meta:
            dt.date.fromisoformat(meta["published"])


def test_articles_are_long_enough_to_be_articles() -> None:
    """No example is a mere snippet: each has at least 150 words."""
    short = {
        path.name: len(text_of(path).split())
        for path in sorted(ARTICLES.iterdir())
        if not path.name.endswith(".meta.json") and len(text_of(path).split()) < 150
    }
    assert short == {}
