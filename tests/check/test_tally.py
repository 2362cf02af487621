"""Votes that add up, and votes that do not."""

from collections.abc import Callable

import pytest

from onrecord.records.count import whole_number

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 212 deputies present, 191 voted for the bill, 8 against and 3 abstained on Monday.",
        "The Knesset voted on the bill on Monday: of 110 members present, 60 backed it, 40 opposed it and 5 abstained.",
        "Of the 140 deputies present, 120 voted for the treaty and 30 voted against on Monday.",
    ],
)
def test_does_not_add_up(findings: Findings, text: str) -> None:
    """Too few where all sides are given, and too many in any case, are found."""
    assert findings(text) == [("tally", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 202 deputies present, 191 voted for the bill, 8 against and 3 abstained on Monday.",
        "Of the 150 deputies present, 100 voted for the treaty and 30 voted against on Monday.",
        "Of the 212 deputies present, at least 191 voted for the bill, 8 against and 3 abstained.",
        "Parliament approved the treaty on Monday with 191 in favour, 8 against and 3 abstentions.",
        "Fourteen of the council's 15 members voted for the resolution on Monday.",
    ],
)
def test_adds_up(findings: Findings, text: str) -> None:
    """Right sums, bounded numbers and a side that is not told raise nothing."""
    assert findings(text) == []


@pytest.mark.parametrize(
    ("count", "number"),
    [
        ("1,204", 1204),
        ("seventy-two", 72),
        ("Eight", 8),
        ("at least 23", None),
        ("2.5", None),
        ("none", None),
    ],
)
def test_whole_number(count: str, number: int | None) -> None:
    """Only exact whole numbers can be added up."""
    assert whole_number(count) == number
