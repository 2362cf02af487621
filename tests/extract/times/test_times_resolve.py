"""One expression alone."""

from datetime import date

import pytest

from onrecord.extract.times import resolve

WEDNESDAY = date(2025, 9, 10)


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("Friday", "past", "2025-09-05"),
        ("Friday", "future", "2025-09-12"),
        ("Wednesday", "past", "2025-09-10"),
        ("Nov. 30", "past", "2024-11-30"),
        ("Nov. 30", "future", "2025-11-30"),
        ("Nov. 30", None, "2025-11-30"),
        ("May", "past", "2025-05"),
        ("May", "future", "2026-05"),
        ("later this week", None, "2025-W37"),
        ("early June", "past", "2025-06"),
        ("coming Monday", None, "2025-09-15"),
        ("the weekend", "past", "2025-W36-WE"),
        ("the weekend", "future", "2025-W37-WE"),
    ],
)
def test_tense_decides(text: str, tense: str | None, value: str) -> None:
    """A date that may lie on either side of today lies on that of the tense."""
    found = resolve(text, anchor=WEDNESDAY, tense=tense)  # type: ignore[arg-type]
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("early June", "2025-06-01", "2025-06-10", "range"),
        ("mid-May", "2025-05-11", "2025-05-20", "range"),
        ("late August", "2025-08-21", "2025-08-31", "range"),
        ("later this week", "2025-09-11", "2025-09-14", "range"),
        ("earlier this month", "2025-09-01", "2025-09-10", "range"),
        ("last week", "2025-09-01", "2025-09-07", "week"),
        ("last month", "2025-08-01", "2025-08-31", "month"),
        ("the third quarter of 2023", "2023-07-01", "2023-09-30", "quarter"),
        ("the end of 2024", "2024-12-01", "2024-12-31", "range"),
        ("the beginning of May 2024", "2024-05-01", "2024-05-07", "range"),
        ("last year", "2024-01-01", "2024-12-31", "year"),
        ("late 2024", "2024-09-01", "2024-12-31", "range"),
        ("overnight", "2025-09-09", "2025-09-10", "range"),
        ("the past three days", "2025-09-07", "2025-09-10", "range"),
        ("in the coming days", None, None, "unknown"),
        ("three hours", None, None, "unknown"),
        ("every Monday", None, None, "unknown"),
    ],
)
def test_first_and_last_day(text: str, first: str | None, last: str | None, precision: str) -> None:
    """Each expression gives the days it may mean, and none where it names none."""
    found = resolve(text, anchor=WEDNESDAY)
    assert found is not None
    assert (found.first, found.last, found.precision) == (first, last, precision)


def test_narrative_counts_from_its_own_day() -> None:
    """What is told after another day is counted from that day, not from publication."""
    found = resolve("a week later", anchor=WEDNESDAY, narrative=date(2014, 3, 18))
    assert found is not None
    assert (found.value, found.anchor) == ("2014-03-25", "2014-03-18")


def test_without_an_anchor_the_known_part_stands() -> None:
    """A day of the month without any year to take keeps what it says, and no day."""
    found = resolve("May 9", anchor=None)
    assert found is not None
    assert (found.value, found.first) == ("XXXX-05-09", None)


def test_part_of_the_text() -> None:
    """Where only a part of the text is an expression, its place is told."""
    found = resolve("the talks of 5 May 2014", anchor=None)
    assert found is not None
    assert (found.start, found.text, found.value) == (13, "5 May 2014", "2014-05-05")


@pytest.mark.parametrize("text", ["hello", "", "31 February", "2025-13-45", "0 May 2025", "30 February 2024"])
def test_nothing_to_resolve(text: str) -> None:
    """No expression, or a day that no calendar has, gives None."""
    assert resolve(text, anchor=WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("about two years", "APPROX"),
        ("more than ten years", "MORE_THAN"),
        ("at least 30 days", "EQUAL_OR_MORE"),
        ("early 2024", "START"),
        ("mid-2024", "MID"),
        ("the end of 2024", "END"),
    ],
)
def test_modifiers(text: str, mod: str) -> None:
    """Words such as "about" and "early" become TIMEX3 modifiers."""
    found = resolve(text, anchor=WEDNESDAY)
    assert found is not None
    assert found.mod == mod
