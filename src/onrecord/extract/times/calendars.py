"""Days, weeks, months and their kin as spans of the Gregorian calendar."""

from datetime import date, timedelta

import msgspec

from onrecord.records.time import Precision

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month


class Period(msgspec.Struct, frozen=True):
    """First and last day of a stretch of the calendar, and its TIMEX3 value."""

    first: date
    last: date
    value: str
    precision: Precision


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such (31 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_day(day: date, days: int) -> date | None:
    """`days` later (earlier when negative), or None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month `by` months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def months_away(day: date, months: int) -> date | None:
    """The same day of the month so many months later, or the last day of a shorter month."""
    year, month = shift_month(day.year, day.month, months)
    return next((found for back in range(4) if (found := make_day(year, month, day.day - back))), None)


def day_period(day: date) -> Period:
    return Period(day, day, day.isoformat(), "day")


def week_period(day: date) -> Period:
    """The ISO week (Monday to Sunday) around `day`."""
    monday = shift_day(day, -day.weekday()) or day
    year, week, _ = day.isocalendar()
    return Period(monday, shift_day(monday, 6) or day, f"{year:04d}-W{week:02d}", "week")


def weekend_period(day: date) -> Period:
    """Saturday and Sunday of the ISO week around `day`."""
    week = week_period(day)
    return Period(shift_day(week.last, -1) or week.last, week.last, f"{week.value}-WE", "range")


def month_period(year: int, month: int) -> Period | None:
    return _months(year, month, 1, f"{year:04d}-{month:02d}", "month")


def quarter_period(year: int, quarter: int) -> Period | None:
    return _months(year, quarter * 3 - 2, 3, f"{year:04d}-Q{quarter}", "quarter")


def half_period(year: int, half: int) -> Period | None:
    return _months(year, half * 6 - 5, 6, f"{year:04d}-H{half}", "range")


def season_period(year: int, season: str) -> Period | None:
    """Northern seasons by whole months; the winter of a year begins in its December."""
    return _months(year, SEASONS[season], 3, f"{year:04d}-{season}", "quarter")


def year_period(year: int) -> Period | None:
    return _months(year, 1, 12, f"{year:04d}", "year")


def years_period(year: int, count: int) -> Period | None:
    """A decade (`count` 10, "199X") or a century (`count` 100, "19XX") that begins in `year`."""
    digits = 3 if count == 10 else 2
    return _months(year, 1, 12 * count, f"{year:04d}"[:digits] + "X" * (4 - digits), "range")


def _months(year: int, month: int, count: int, value: str, precision: Precision) -> Period | None:
    first = make_day(year, month, 1)
    after = make_day(*shift_month(year, month, count), 1)
    if first is None or after is None:
        return None
    return Period(first, after - timedelta(days=1), value, precision)


# What "the end of" a period takes in at least; "late" takes a third.
_EDGE_DAYS = {"month": 7, "quarter": 31, "year": 31}


def part_of(period: Period, mod: str, narrow: bool = False) -> Period:
    """The first, middle or last third (START, MID, END) of a period, or its `narrow` edge; at least a day.

    Thirds of a month are 1-10, 11-20 and 21 to its end, as "early", "mid-" and "late" are used in news.
    """
    length = (period.last - period.first).days + 1
    third = 10 if period.precision == "month" else max(1, length // 3)
    first, last = period.first, period.last
    edge = _EDGE_DAYS.get(period.precision, third) if narrow else third
    if mod == "START":
        last = first + timedelta(days=edge - 1)
    elif mod == "MID":
        first, last = first + timedelta(days=third), first + timedelta(days=max(third, 2 * third - 1))
    elif mod == "END" and period.precision == "month" and not narrow:
        first += timedelta(days=20)
    elif mod == "END":
        first = last - timedelta(days=edge - 1)
    precision: Precision = "day" if first == last else "range"
    return Period(first, max(first, last), period.value, precision)
