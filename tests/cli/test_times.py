"""`onrecord times`: one object an expression, a table to look at, and clear words where nothing can be read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import onrecord as package
from onrecord.records import Rejected, Timex

TEXT = "The two ministers met on Monday in Vienna. They will meet again from Nov. 28 to Nov. 30 in Oslo.\n"
FIELDS = ["path", "start", "end", "text", "type", "value", "mod", "anchor", "because"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article without a day."""
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_object_an_expression(onrecord: Callable[..., Any], article: Path) -> None:
    """The fields stand in the order of the contract, positions lead to the words, a range has two ends."""
    done = onrecord("times", article, "--date", "2025-09-10", "--format", "jsonl")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [list(item) for item in found] == [FIELDS] * 3
    assert [item["value"] for item in found] == ["2025-09-08", "2025-11-28", "2025-11-30"]
    assert all(TEXT[item["start"] : item["end"]] == item["text"] for item in found)
    assert found[0]["path"] == str(article)
    assert found[0]["anchor"] == "2025-09-10"


def test_without_a_day(onrecord: Callable[..., Any], article: Path) -> None:
    """What nothing dates keeps what it says."""
    done = onrecord("times", article, "--format", "jsonl")
    values = [json.loads(line)["value"] for line in done.out.splitlines()]
    assert values == ["XXXX-WXX-1", "XXXX-11-28", "XXXX-11-30"]


def test_a_table(onrecord: Callable[..., Any], article: Path) -> None:
    """The default is a table with the words, the value and the reason."""
    out = onrecord("times", article, "--date", "2025-09-10").out
    assert all(words in out for words in (str(article), "Monday", "2025-09-08", "past tense"))


def test_no_expression_is_no_failure(onrecord: Callable[..., Any], tmp_path: Path) -> None:
    """An article that tells no time gives nothing, and is no trouble."""
    (tmp_path / "a.txt").write_text("The ministers met in Paris and spoke of the weather.\n")
    done = onrecord("times", tmp_path / "a.txt", "--format", "jsonl")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_an_empty_folder_is_told(onrecord: Callable[..., Any], tmp_path: Path) -> None:
    """Silence would look like success."""
    done = onrecord("times", tmp_path)
    assert done.status == 1
    assert "nothing to read" in done.err


def test_refusals_do_not_stop_the_rest(onrecord: Callable[..., Any], article: Path) -> None:
    """What cannot be read is one line on standard error, the rest is done."""
    (article.parent / "a-empty.txt").write_text("")
    done = onrecord("times", article.parent, "--date", "2025-09-10", "--format", "jsonl")
    assert done.status == 1
    assert "a-empty.txt" in done.err
    assert len(done.out.splitlines()) == 3


@pytest.mark.parametrize("day", ["2025-02-31", "yesterday", "2025-13", "20255-01-01"])
def test_a_day_that_is_none(onrecord: Callable[..., Any], article: Path, day: str) -> None:
    """A wrong day is wrong usage."""
    done = onrecord("times", article, "--date", day)
    assert done.status == 2
    assert "write it like" in done.err


def test_the_same_in_python(article: Path) -> None:
    """`onrecord.times` gives the same records, with refusals among them."""
    found = list(package.times([str(article), str(article.parent / "none.txt")], date="2025-09-10"))
    assert [type(item) for item in found] == [Timex, Timex, Timex, Rejected]
    assert isinstance(found[0], Timex)
    assert list(msgspec.structs.asdict(found[0])) == FIELDS
    assert found[0].value == "2025-09-08"
