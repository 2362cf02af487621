"""`onrecord actors` over a ledger whose digests are made by hand."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented import claim, digest

from onrecord.store import open_store

Command = Callable[..., Any]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A ledger in which two articles call one group by two names."""
    path = tmp_path / "two.ledger"
    with open_store(path) as store:
        for name, who in (("a", "harbour pilots"), ("b", "port pilots")):
            one = claim("meeting", [who, "Jan Berg"], f"{who} talked", on="2024-03-04")
            store.add(digest(name, one, published="2024-03-05"))
    return path


def the_ids(onrecord: Command, ledger: Path) -> dict[str, str]:
    """Ids of the actors by name."""
    printed = onrecord("actors", "list", "--ledger", ledger, "--format", "jsonl").out
    return {one["name"]: one["id"] for one in map(json.loads, printed.splitlines())}


def test_actors_are_listed_and_found(onrecord: Command, kept: Path) -> None:
    """All of them, or those whose name holds the words, of a kind, of a state, unknown."""
    assert {"harbour pilots", "port pilots", "Norway"} <= set(the_ids(onrecord, kept))
    for asked, found in (
        (["pilots"], "port pilots"),
        (["--kind", "state", "--country", "no"], "Norway"),
        (["--unknown"], "harbour pilots"),
    ):
        shown = onrecord("actors", "list", *asked, "--ledger", kept)
        assert shown.status == 0
        assert found in shown.out
    assert "no actor of this ledger is like that" in onrecord("actors", "list", "zzz", "--ledger", kept).err


def test_merged_shown_and_undone(onrecord: Command, kept: Path) -> None:
    """The ledger shows one actor, the judgement says who and why, and undoing it brings both back."""
    before = onrecord("ledger", "--ledger", kept, "--format", "jsonl").out
    assert len(before.splitlines()) == 2
    told = onrecord(
        "actors",
        "merge",
        "harbour pilots",
        "port pilots",
        "--by",
        "M. Holm",
        "--why",
        "one union",
        "--ledger",
        kept,
    )
    assert "are one — M. Holm" in told.out
    assert "“one union”" in told.out
    merged = onrecord("ledger", "--ledger", kept, "--format", "jsonl").out
    assert len(merged.splitlines()) == 1
    shown = onrecord("actors", "show", "port pilots", "--ledger", kept)
    assert "harbour pilots, port pilots" in shown.out
    assert "2 articles" in shown.out
    judgement = re.search(r"jdg-\w+", told.out)
    assert judgement
    assert onrecord("actors", "undo", judgement[0][:9], "--ledger", kept).status == 0
    assert onrecord("ledger", "--ledger", kept, "--format", "jsonl").out == before
    listed = onrecord("actors", "judgements", "--ledger", kept).out
    assert "(undone)" in listed
    assert "no longer holds" in listed


def test_a_wikidata_item_is_named_from_the_knowledge_base(onrecord: Command, kept: Path) -> None:
    """`merge ACTOR Q…` takes name, kind and country from it; an item it does not know keeps the name."""
    assert onrecord("actors", "merge", "harbour pilots", "Q1065", "--ledger", kept).status == 0
    assert the_ids(onrecord, kept)["United Nations"] == "Q1065"
    assert onrecord("actors", "merge", "port pilots", "Q999999999", "--ledger", kept).status == 0
    assert the_ids(onrecord, kept)["port pilots"] == "Q999999999"


def test_split_in_one_article(onrecord: Command, kept: Path) -> None:
    """There the name means somebody else, under an id of its own."""
    ids = the_ids(onrecord, kept)
    article = json.loads(onrecord("actors", "show", "port pilots", "--ledger", kept, "--format", "jsonl").out)
    name = article["articles"][0]["article"]["id"]
    assert onrecord("actors", "split", "port pilots", "--in", name, "--ledger", kept).status == 0
    assert the_ids(onrecord, kept)["port pilots"] != ids["port pilots"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["merge", "harbour pilots", "act-zz"], "there is no actor 'act-zz'"),
        (["merge", "act-", "Norway"], "give the id"),
        (["merge", "Norway", "Norway"], "are one id"),
        (["split", "Norway"], "split from whom"),
        (["split", "harbour pilots", "--in", "art-zz"], "there is no article 'art-zz'"),
        (["split", "port pilots", "Norway", "--in", "ARTICLE OF THE OTHER"], "does not name port pilots"),
        (["undo", "jdg-zz"], "is none of this ledger"),
        (["show", "nobody"], "there is no actor 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    onrecord: Command, kept: Path, arguments: list[str], reason: str
) -> None:
    """Exit status 2, one line with what is wrong, and nothing is kept."""
    if arguments[-1] == "ARTICLE OF THE OTHER":
        shown = onrecord("actors", "show", "harbour pilots", "--ledger", kept, "--format", "jsonl").out
        arguments = [*arguments[:-1], json.loads(shown)["articles"][0]["article"]["id"]]
    done = onrecord("actors", *arguments, "--ledger", kept)
    assert done.status == 2
    assert reason in done.err
    assert len(done.err.splitlines()) == 1
    assert onrecord("actors", "judgements", "--ledger", kept, "--format", "jsonl").out == ""
