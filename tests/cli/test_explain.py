"""`onrecord explain`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli.explain import places_of

TEXT = (
    "Leaders meet\n\n"
    "President Emmanuel Macron met Prime Minister Keir Starmer\nin Oslo on Friday. He said it was “useful”. "
    "They met a deadline.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one article."""
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_tells_why_and_why_not(onrecord: Callable[..., Any], article: Path) -> None:
    """On the screen, in words."""
    shown = onrecord("explain", article, "--at", "met Prime Minister", "--at", "a deadline")
    assert shown.status == 0
    for words in (
        "“met” as meeting",
        "matched",
        "Emmanuel Macron (FR, participant)",
        "fails",
        "claim    clm-",
    ):
        assert words in shown.out


def test_it_tells_it_as_json(onrecord: Callable[..., Any], article: Path) -> None:
    """One object a sentence."""
    shown = onrecord("explain", article, "--at", "MET A DEADLINE", "--format", "jsonl")
    (one,) = map(json.loads, shown.out.splitlines())
    assert one["schema"] == "onrecord/explanation@1"
    assert one["text"].startswith("They met a deadline")


def test_an_article_of_the_ledger_by_its_id(
    onrecord: Callable[..., Any], article: Path, tmp_path: Path
) -> None:
    """As `onrecord article` names it."""
    ledger = tmp_path / "one.ledger"
    onrecord("add", article, "--ledger", ledger)
    listed = onrecord("ledger", "--ledger", ledger, "--format", "jsonl").out.splitlines()
    name = json.loads(listed[0])["claims"][0]["article"]["id"]
    shown = onrecord(
        "explain", name[:9], "--ledger", ledger, "--at", "met Prime Minister Keir Starmer in Oslo"
    )
    assert "claim    clm-" in shown.out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--at", "words that stand nowhere"], "does not stand in it"),
        (["--at", "  "], "does not stand in it"),
    ],
)
def test_words_that_are_not_there(
    onrecord: Callable[..., Any], article: Path, arguments: list[str], reason: str
) -> None:
    """One line says so."""
    done = onrecord("explain", article, *arguments)
    assert done.status == 2
    assert reason in done.err


def test_articles_that_are_not_there(onrecord: Callable[..., Any], tmp_path: Path) -> None:
    """Neither a file, nor an id of a ledger, nor a folder of many."""
    for index in range(2):
        (tmp_path / f"{index}.txt").write_text(TEXT * (index + 1), encoding="utf-8")
    for asked, reason in (
        (tmp_path / "none.txt", "no such file or folder"),
        ("art-zz", "is no file, and no article of a ledger"),
        (tmp_path, "holds 2 articles"),
    ):
        done = onrecord("explain", asked, "--ledger", tmp_path / "no.ledger", "--at", "x")
        assert (done.status, reason in done.err) == (2, True), done.err


def test_words_are_found_whatever_space_case_and_quotes() -> None:
    """As a person would copy them from a screen."""
    assert places_of('said it was "useful"', TEXT)
    assert places_of("keir starmer in oslo", TEXT)
    assert not places_of("", TEXT)
    assert not places_of("a.c", "abc")
