"""Weekdays and anniversaries that cannot be."""

import pytest
from time_documents import times

from onrecord.extract.times import anniversary_conflicts, weekday_conflicts
from onrecord.records import Span


def test_a_weekday_that_the_date_does_not_have() -> None:
    """A full date with the wrong weekday is found, with the right one."""
    text = "They met on Friday, May 9, 2024, in Riga."
    (found,) = weekday_conflicts(times(text))
    assert (text[found.start : found.end], found.suggests) == ("Friday", "Thursday")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("They met on Thursday, May 9, 2024.", "2025-09-10"),
        ("They met on Friday, May 9.", "2025-09-10"),
        ("They met on Tuesday, September 9.", "2025-09-10"),
        ("They met on Monday, May 9.", None),
        ("They met on Thursday, January 2.", "2025-09-10"),
        ("They met on Friday.", "2025-09-10"),
    ],
)
def test_weekdays_that_may_be_right(text: str, published: str | None) -> None:
    """Right weekdays, and those whose year is not sure, are not held against the text."""
    assert weekday_conflicts(times(text, published)) == ()


def test_a_weekday_near_publication() -> None:
    """Without its year a date is held against its weekday when publication is near."""
    (found,) = weekday_conflicts(times("They met on Friday, September 9.", "2025-09-10"))
    assert found.suggests == "Tuesday"


def _anniversaries(text: str, published: str | None = None) -> list[str | None]:
    found = anniversary_conflicts(text, [Span(0, len(text))], times(text, published))
    return [conflict.suggests for conflict in found]


def test_an_anniversary_in_the_wrong_year() -> None:
    """The count of an anniversary that is kept on a given day must lead to its year."""
    text = "Troops marched on May 9, 2024, for the 80th anniversary of the victory over Nazi Germany."
    assert _anniversaries(text) == ["79th anniversary"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops marched on May 9, 2025, for the 80th anniversary of the victory over Nazi Germany.",
        "On September 3, 2025, China marked the 80th anniversary of Japan's surrender.",
        "On June 5, 2024, he spoke of the 80th anniversary of the victory over Nazi Germany.",
        "The 25th anniversary of the pact was marked on May 9, 2024.",
        "In 2023 he was asked about the 80th anniversary of the end of World War II.",
    ],
)
def test_anniversaries_that_may_be_right(text: str) -> None:
    """Right counts, other days and events of unknown year are not held against the text."""
    assert _anniversaries(text) == []


def test_an_anniversary_by_the_year_of_publication() -> None:
    """A day without its year is put into that of publication, and held against the count."""
    text = "China marked the 75th anniversary of the People's Republic of China on October 1."
    assert _anniversaries(text, "2023-10-02") == ["74th anniversary"]
