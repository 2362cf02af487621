"""Dates that name their place on the calendar, in the year that is said or that tense and anchor give."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from onrecord.extract.times import meaning as said
from onrecord.extract.times.anchoring import Anchors, Reading, choose, choose_by_hint, of_period, unanchored
from onrecord.extract.times.calendars import (
    Period,
    day_period,
    half_period,
    make_day,
    month_period,
    quarter_period,
    season_period,
    shift_day,
    year_period,
    years_period,
)
from onrecord.extract.times.feasts import APPROXIMATE_FEASTS, FEASTS
from onrecord.extract.times.shifting import shifted

# Figures that may be read two ways are settled by the publication day when it is this near to one of them.
_NEWS_DAYS, _NEAR_DAYS = 7, 60
# "Wednesday (31)" is looked for in this many days around the article's.
_AROUND_DAYS = 45
# No date falls on one weekday in so many years running but once or twice.
_WEEKDAY_YEARS = 6
BY_WEEKDAY = "the nearest year in which it is such a day"
# The rules for movable feasts hold in these years.
_FEAST_YEARS = range(1000, 3000)


def _in_years(
    anchors: Anchors, in_year: Callable[[int], Period | None], unknown: str, weekday: int | None = None
) -> Reading:
    """A date without its year, in the year that tense and anchor give it."""
    origin = anchors.day or (anchors.hint.first if anchors.hint else None)
    if origin is None:
        return unanchored(unknown, "no year said, and none to take it from")
    periods = [found for year in range(origin.year - 1, origin.year + 2) if (found := in_year(year))]
    if weekday is not None and anchors.day is None and origin is not None:
        fitting = _on_that_weekday(in_year, weekday, origin)
        if fitting is not None:
            return of_period(fitting, BY_WEEKDAY, origin)
    if weekday is not None and not _at_hand(periods, anchors):
        periods = [period for period in periods if period.first.weekday() == weekday] or periods
    if anchors.day:
        chosen = choose(periods, anchors.day, anchors.tense())
    else:
        assert anchors.hint is not None
        chosen = choose_by_hint(periods, anchors.hint, anchors.tense())
    if chosen is None:
        return unanchored(unknown, "no year said, and none fits")
    return of_period(chosen[0], chosen[1], origin)


def _on_that_weekday(in_year: Callable[[int], Period | None], weekday: int, hint: date) -> Period | None:
    """The date in the year nearest to `hint`, an earlier one before a later, in which it is that weekday."""
    for by in (0, -1, 1, *range(-2, -_WEEKDAY_YEARS, -1)):
        period = in_year(hint.year + by)
        if period is not None and period.first.weekday() == weekday:
            return period
    return None


def _at_hand(periods: Sequence[Period], anchors: Anchors) -> bool:
    """Whether one of them is so close to publication that a wrong weekday is likelier than another year."""
    return anchors.day is not None and any(
        abs((period.first - anchors.day).days) <= _NEWS_DAYS for period in periods
    )


def _year_of(year: said.Year, anchors: Anchors) -> int | None:
    """The number of the year; None where it is not said or what it counts from is not known."""
    if isinstance(year, said.Shift):
        found = shifted(year, anchors)
        return found.first.year if found and found.first else None
    return year


def _dated(
    year: said.Year,
    anchors: Anchors,
    in_year: Callable[[int], Period | None],
    unknown: str,
    weekday: int | None = None,
) -> Reading | None:
    if year is None:
        return _in_years(anchors, in_year, unknown, weekday)
    number = _year_of(year, anchors)
    if number is None:
        return unanchored(unknown, "its year counts from a day that is not known")
    period = in_year(number)
    if period is None:
        return None
    return of_period(period, "its year is said", anchors.day if isinstance(year, said.Shift) else None)


def read_day(meaning: said.Day, anchors: Anchors) -> Reading | None:
    def in_year(year: int) -> Period | None:
        day = make_day(year, meaning.month, meaning.day)
        return day_period(day) if day else None

    unknown = f"XXXX-{meaning.month:02d}-{meaning.day:02d}"
    return _dated(meaning.year, anchors, in_year, unknown, meaning.weekday)


def read_number_day(meaning: said.NumberDay, anchors: Anchors) -> Reading | None:
    readings = [
        found for reading in meaning.readings if (found := read_day(reading, anchors)) and found.first
    ]
    weekday = meaning.readings[0].weekday
    if weekday is not None:
        fitting = [found for found in readings if found.first and found.first.weekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
    day = anchors.day
    if day:
        for most in (_NEWS_DAYS, _NEAR_DAYS):
            near = [found for found in readings if found.first and abs((found.first - day).days) <= most]
            if len(near) == 1:
                return near[0]
    year = meaning.readings[0].year
    period = year_period(year) if isinstance(year, int) else None
    return of_period(period, "its day and month cannot be told apart") if period else None


def read_day_of_month(meaning: said.DayOfMonth, anchors: Anchors) -> Reading | None:
    if meaning.weekday is None:
        return _bare_day(meaning.day, anchors)
    if anchors.day is None:
        return unanchored(f"XXXX-XX-{meaning.day:02d}", "no day to count from")
    fitting = [day for day in _around(anchors.day, meaning.day) if day.weekday() == meaning.weekday]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda day: abs((day - anchors.day).days) if anchors.day else 0)
    return of_period(
        day_period(nearest), "that weekday and day of the month nearest to publication", anchors.day
    )


def _around(day: date, number: int) -> list[date]:
    """The days of that number in their month around `day`, in order."""
    days = (shift_day(day, by) for by in range(-_AROUND_DAYS, _AROUND_DAYS + 1))
    return [found for found in days if found and found.day == number]


def _bare_day(number: int, anchors: Anchors) -> Reading:
    """ "the 25th": of the month that the text has told last, else the last or, where it is ahead, the next."""
    told, day, tense = anchors.told_day, anchors.day, anchors.tense()
    origin = told or day
    if origin is None:
        return unanchored(f"XXXX-XX-{number:02d}", "no day to count from")
    days = _around(origin, number)
    if day is not None and tense == "past":
        days = [found for found in days if found <= day] or days
    elif day is not None and tense in {"future", "intended"}:
        days = [found for found in days if found >= day] or days
    month = [found for found in days if (found.year, found.month) == (origin.year, origin.month)]
    chosen = min(month or days, key=lambda found: (abs((found - origin).days), found))
    because = "of the month told last" if told else "of the month of publication"
    return of_period(day_period(chosen), because if month else "the nearest such day", origin)


def read_nth_weekday(meaning: said.NthWeekday, anchors: Anchors) -> Reading | None:
    def in_year(year: int) -> Period | None:
        month = month_period(year, meaning.month)
        if month is None:
            return None
        days = [day for by in range(31) if (day := shift_day(month.first, by)) and day.month == meaning.month]
        such = [day for day in days if day.weekday() == meaning.weekday]
        index = meaning.number - 1 if meaning.number > 0 else meaning.number
        return day_period(such[index]) if -len(such) <= index < len(such) else None

    return _dated(meaning.year, anchors, in_year, f"XXXX-{meaning.month:02d}-XX")


def read_month(meaning: said.Month, anchors: Anchors) -> Reading | None:
    def in_year(year: int) -> Period | None:
        return month_period(year, meaning.month)

    unknown = f"XXXX-{meaning.month:02d}"
    if meaning.which is None or meaning.year is not None:
        return _dated(meaning.year, anchors, in_year, unknown)
    return _which_of_year(meaning.which, anchors, in_year, unknown)


def _which_of_year(
    which: str, anchors: Anchors, in_year: Callable[[int], Period | None], unknown: str
) -> Reading:
    """ "last May" is over, and not last month; "next May" has not begun; "this May" is this year's."""
    day = anchors.day
    if which in {"previous", "following", "that"}:
        day = anchors.told.first if anchors.told else day
    if day is None:
        return unanchored(unknown, "no day to count from")
    periods = [found for year in range(day.year - 1, day.year + 2) if (found := in_year(year))]
    if which in {"last", "previous"}:
        month_start = day.replace(day=1)
        over = [period for period in periods if period.last < month_start]
        if over and over[-1].precision == "month" and over[-1].first.month == day.month - 1:
            over.pop()
        fitting = over[-1:]
    elif which in {"next", "following", "coming"}:
        fitting = [period for period in periods if period.first > day][:1]
    else:
        fitting = [period for period in periods if period.first.year == day.year]
    if not fitting:
        return unanchored(unknown, "none fits")
    return of_period(fitting[0], f"the {which} one, from {day.isoformat()}", day)


def read_year(meaning: said.YearOnly, anchors: Anchors) -> Reading | None:
    period = year_period(meaning.year)
    return of_period(period, "its year is said") if period else None


def read_years(meaning: said.Years, anchors: Anchors) -> Reading | None:
    period = years_period(meaning.year, meaning.count)
    return of_period(period, "its years are said") if period else None


def read_part_of_year(meaning: said.PartOfYear, anchors: Anchors) -> Reading | None:
    part = meaning.part

    def in_year(year: int) -> Period | None:
        if part[0] == "Q" and part[1].isdigit():
            return quarter_period(year, int(part[1]))
        return half_period(year, int(part[1])) if part[1].isdigit() else season_period(year, part)

    if meaning.which is None or meaning.year is not None:
        return _dated(meaning.year, anchors, in_year, f"XXXX-{part}")
    return _which_of_year(meaning.which, anchors, in_year, f"XXXX-{part}")


def read_feast(meaning: said.Feast, anchors: Anchors) -> Reading | None:
    def in_year(year: int) -> Period | None:
        day = FEASTS[meaning.name](year) if year in _FEAST_YEARS else None
        return day_period(day) if day else None

    if meaning.which is None or meaning.year is not None:
        found = _dated(meaning.year, anchors, in_year, _feast_unknown(meaning.name))
    else:
        found = _which_of_year(meaning.which, anchors, in_year, _feast_unknown(meaning.name))
    if found and meaning.name in APPROXIMATE_FEASTS:
        return msgspec.structs.replace(found, mod="APPROX")
    return found


def _feast_unknown(name: str) -> str:
    """ "XXXX-05-09" for a feast on the same day every year, else "XXXX-XX-XX"."""
    days = {(day.month, day.day) for year in (2023, 2024, 2025) if (day := FEASTS[name](year))}
    return "XXXX-{:02d}-{:02d}".format(*days.pop()) if len(days) == 1 else "XXXX-XX-XX"
