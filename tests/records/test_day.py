"""Days as people and machines write them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records.day import days_in, iso_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-01-05 12:00:00", "2018-01-05"),
        ("2025-09-07T23:30:00-05:00", "2025-09-07"),
        ("20250907T101010Z", "2025-09-07"),
        ("Fri, 05 Jan 2018 12:00:00 GMT", "2018-01-05"),
        ("Saturday, August 16, 2025", "2025-08-16"),
        ("7th of Sept., 2025", "2025-09-07"),
        ("07-Sep-2025", "2025-09-07"),
        ("17/09/2025", "2025-09-17"),
        ("09/17/2025", "2025-09-17"),
        ("9.5.2025", "2025-05-09"),
        ("07/07/2025", "2025-07-07"),
        ("2025-09", "2025-09"),
        ("2025", "2025"),
        ("05/09/2025", None),
        ("31 February 2025", None),
        ("29 February 2025", None),
        ("29 February 2024", "2024-02-29"),
        ("2025-13-45", None),
        ("0000-01-01", None),
        ("May 9, 20255", None),
        ("5 May 25", None),
        ("1 May 2025 or 2 May 2025", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_field_gives_its_day_or_none(text: str, day: str | None) -> None:
    """Every style of full date; nothing that reads two ways, and nothing that no calendar has."""
    assert iso_day(text) == day


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_days_come_back_in_every_unambiguous_style(day: date) -> None:
    """What was written is what is read."""
    for style in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%a, %d %b %Y", "%b. %d %Y"):
        written = format(day, style)
        assert iso_day(written) == str(day)
        (found,) = days_in(f"on {written} they met")
        assert found.values == (str(day),)


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    """Any text gives dates that exist, or none."""
    for found in days_in(text):
        assert all(iso_day(value) == value for value in found.values)
