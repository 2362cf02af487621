"""`onrecord add` of articles that are in the ledger already."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "Leaders meet\n\nPresident Emmanuel Macron met Prime Minister Keir Starmer in Oslo on Friday, the Elysee said.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one article that says nothing of its day."""
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def days(onrecord: Callable[..., Any], ledger: Path) -> list[str]:
    """When the engagements of the ledger were."""
    lines = onrecord("ledger", "--ledger", ledger, "--format", "jsonl").out.splitlines()
    return [one["when"]["start"] if one["when"] else "none" for one in map(json.loads, lines)]


def test_a_day_told_later_is_taken(onrecord: Callable[..., Any], article: Path, tmp_path: Path) -> None:
    """The article is read again with it, once; without it, the ledger keeps what it has."""
    ledger = tmp_path / "one.ledger"
    onrecord("add", article, "--ledger", ledger)
    assert days(onrecord, ledger) == ["none"]
    told = onrecord("add", article, "--ledger", ledger, "--published", "2025-05-03")
    assert "0 articles added, 1 read again with what is known of it now." in told.out
    assert days(onrecord, ledger) == ["2025-05-02"]
    for more in ((), ("--published", "2025-05-03")):
        assert "0 articles added, 1 there already." in onrecord("add", article, "--ledger", ledger, *more).out
        assert days(onrecord, ledger) == ["2025-05-02"]


def test_what_a_file_beside_it_tells_is_taken(
    onrecord: Callable[..., Any], article: Path, tmp_path: Path
) -> None:
    """A NAME.meta.json written later counts as well, so do another day after it and the first again."""
    ledger = tmp_path / "one.ledger"
    onrecord("add", article, "--ledger", ledger)
    meta = article.with_name("talks.meta.json")
    told = {"2025-05-03": "2025-05-02", "2025-06-07": "2025-06-06"}
    for day in ("2025-05-03", "2025-06-07", "2025-05-03"):
        meta.write_text(json.dumps({"published": day, "outlet": "The Fjord Post"}), encoding="utf-8")
        assert "1 read again" in onrecord("add", article, "--ledger", ledger).out
        assert days(onrecord, ledger) == [told[day]]
        assert "1 there already" in onrecord("add", article, "--ledger", ledger).out
