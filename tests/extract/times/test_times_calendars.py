"""Stretches of the calendar and the days of feasts."""

from datetime import date

import pytest

from onrecord.extract.times.calendars import (
    month_period,
    part_of,
    season_period,
    shift_day,
    shift_month,
    week_period,
)
from onrecord.extract.times.feasts import FEASTS, easter, orthodox_easter


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2016, date(2016, 3, 27), date(2016, 5, 1)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
        (2038, date(2038, 4, 25), date(2038, 4, 25)),
    ],
)
def test_easter(year: int, western: date, orthodox: date) -> None:
    """Both Easters fall where the churches' calendars put them."""
    assert (easter(year), orthodox_easter(year)) == (western, orthodox)


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        ("eid al-fitr", date(2025, 3, 30)),
        ("eid al-adha", date(2025, 6, 6)),
        ("eid al-fitr", date(2023, 4, 21)),
        ("eid al-adha", date(2016, 9, 12)),
    ],
)
def test_feasts_by_the_moon(feast: str, day: date) -> None:
    """The tabular calendar comes within a day of the feast as announced."""
    found = FEASTS[feast](day.year)
    assert found is not None
    assert abs((found - day).days) <= 1


def test_feasts_by_weekday() -> None:
    """Feasts on the n-th weekday of a month move with the year."""
    assert FEASTS["thanksgiving"](2025) == date(2025, 11, 27)
    assert FEASTS["memorial day"](2025) == date(2025, 5, 26)
    assert FEASTS["election day"](2024) == date(2024, 11, 5)


def test_weeks_at_the_turn_of_the_year() -> None:
    """The week around New Year bears the ISO year that most of it lies in."""
    assert week_period(date(2024, 12, 31)).value == "2025-W01"


def test_winter_crosses_the_year() -> None:
    """The winter of a year runs from its December to the February after."""
    winter = season_period(2023, "WI")
    assert winter is not None
    assert (winter.first, winter.last) == (date(2023, 12, 1), date(2024, 2, 29))


def test_thirds_of_february() -> None:
    """Early, mid and late cover a month without a gap."""
    month = month_period(2024, 2)
    assert month is not None
    early, mid, late = (part_of(month, mod) for mod in ("START", "MID", "END"))
    assert (early.first.day, early.last.day, mid.first.day, mid.last.day) == (1, 10, 11, 20)
    assert (late.first.day, late.last.day) == (21, 29)


def test_shifts_beyond_the_calendar() -> None:
    """Counting past the years that the calendar has gives nothing instead of an error."""
    assert shift_day(date(1, 1, 2), -5) is None
    assert shift_month(2024, 1, -1) == (2023, 12)
