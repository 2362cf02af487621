"""What gold of articles must be like, wherever it lies: well-formed, saying nothing that its article does not."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import yaml

from onrecord.records.claim import Status

KINDS = frozenset(
    """meeting call visit gathering agreement vote aid cooperation appointment protest sanction coercion
    attack mobilization withdrawal concession proceeding support accusation request rejection threat denial
    pledge statement""".split()
)
# what only an engagement can be, never one article's claim
OF_LEDGER = frozenset({"rumoured", "lapsed", "disputed"})
STATUSES = frozenset(get_args(Status))
FIELDS = frozenset(
    """id kind also_kinds optional in_caption participants optional_participants place place_optional country
    when when_slack_days when_optional status also_status hedged counts sources evidence""".split()
)
META = frozenset({"url", "outlet", "published", "title"})


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


def snippets(gold: dict[str, Any]) -> Iterator[str]:
    """Everything a gold file quotes from its article."""
    document = gold.get("document", {})
    yield from document.get("boilerplate", [])
    yield from document.get("captions", [])
    yield from [document["title"]] if document.get("title") else []
    for engagement in gold["engagements"]:
        yield from engagement["evidence"]
    for attribution in gold["attributions"]:
        yield from (attribution[key] for key in ("source", "cue", "content", "via") if key in attribution)
    yield from (finding["text"] for finding in gold["findings"])
    yield from gold.get("unsourced_interpretation", [])


def missing(gold: dict[str, Any], text: str) -> list[str]:
    """The snippets of a gold file that its article does not have."""
    return [snippet for snippet in snippets(gold) if snippet not in text]


def check_engagements(gold: dict[str, Any]) -> None:
    """AssertionError or ValueError for an engagement with an unknown field, kind, status, day or country."""
    for engagement in gold["engagements"]:
        name = engagement["id"]
        assert set(engagement) <= FIELDS, name
        assert {engagement["kind"], *engagement.get("also_kinds", [])} <= KINDS, name
        assert {engagement["status"], *engagement.get("also_status", [])} <= STATUSES, name
        assert set(engagement.get("optional_participants", [])) <= set(engagement["participants"]), name
        assert engagement["evidence"], name
        assert re.fullmatch("[A-Z]{2}", engagement.get("country", "XX")), name
        assert {"place", "when"} <= set(engagement), name
        days(engagement["when"])


def check_document(gold: dict[str, Any], path: Path) -> None:
    """AssertionError or ValueError where a gold file bears another name than its article or dates it by no real day."""
    assert Path(gold["article"]).stem == path.stem
    document = gold.get("document", {})
    for key in ("published", "given_date"):
        days(document.get(key))
    low, high = document.get("dated_between", [None, None])
    assert low is None or high is None or days(low) <= days(high)


def check_meta(path: Path) -> None:
    """AssertionError or ValueError for a `.meta.json` without its text, with unknown keys or no real day."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    assert path.with_name(path.name.replace(".meta.json", ".txt")).exists(), path.name
    assert set(meta) <= META, path.name
    if "published" in meta:
        dt.date.fromisoformat(meta["published"])
