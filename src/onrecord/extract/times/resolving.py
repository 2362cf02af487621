"""From what an expression says and where it stands to a TIMEX3 value and days of the calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec

from onrecord.extract.times import meaning as said
from onrecord.extract.times.anchoring import Anchors, Reading, choose, choose_by_hint, of_period, unanchored
from onrecord.extract.times.calendars import (
    Period,
    day_period,
    half_period,
    make_day,
    month_period,
    part_of,
    quarter_period,
    season_period,
    shift_day,
    week_period,
    year_period,
    years_period,
)
from onrecord.extract.times.feasts import APPROXIMATE_FEASTS, FEASTS
from onrecord.extract.times.quantities import duration_value
from onrecord.extract.times.shifting import shifted, weekday_of

# Figures that may be read two ways are settled by the publication day when it is this near to one of them.
_NEWS_DAYS, _NEAR_DAYS = 7, 60
# "Wednesday (31)" is looked for in this many days around the article's.
_AROUND_DAYS = 45


def read(meaning: said.Meaning, anchors: Anchors) -> Reading | None:
    """The meaning anchored; None where it names a day that does not exist."""
    return _READERS[type(meaning)](meaning, anchors)


def _in_years(
    anchors: Anchors, in_year: Callable[[int], Period | None], unknown: str, weekday: int | None = None
) -> Reading:
    """A date without its year, in the year that tense and anchor give it."""
    origin = anchors.day or (anchors.hint.first if anchors.hint else None)
    if origin is None:
        return unanchored(unknown, "no year said, and none to take it from")
    periods = [found for year in range(origin.year - 1, origin.year + 2) if (found := in_year(year))]
    if weekday is not None:
        periods = [period for period in periods if period.first.weekday() == weekday] or periods
    if anchors.day:
        chosen = choose(periods, anchors.day, anchors.tense())
    else:
        assert anchors.hint is not None
        chosen = choose_by_hint(periods, anchors.hint, anchors.tense())
    if chosen is None:
        return unanchored(unknown, "no year said, and none fits")
    return of_period(chosen[0], chosen[1], origin)


def _year_of(year: said.Year, anchors: Anchors) -> int | None:
    """The number of the year; None where it is not said or what it counts from is not known."""
    if isinstance(year, said.Shift):
        found = read(year, anchors)
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


def _day(meaning: said.Day, anchors: Anchors) -> Reading | None:
    def in_year(year: int) -> Period | None:
        day = make_day(year, meaning.month, meaning.day)
        return day_period(day) if day else None

    unknown = f"XXXX-{meaning.month:02d}-{meaning.day:02d}"
    return _dated(meaning.year, anchors, in_year, unknown, meaning.weekday)


def _number_day(meaning: said.NumberDay, anchors: Anchors) -> Reading | None:
    readings = [found for reading in meaning.readings if (found := read(reading, anchors)) and found.first]
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


def _day_of_month(meaning: said.DayOfMonth, anchors: Anchors) -> Reading | None:
    if anchors.day is None:
        return unanchored(f"XXXX-XX-{meaning.day:02d}", "no day to count from")
    around = (shift_day(anchors.day, by) for by in range(-_AROUND_DAYS, _AROUND_DAYS + 1))
    fitting = [day for day in around if day and (day.day, day.weekday()) == (meaning.day, meaning.weekday)]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda day: abs((day - anchors.day).days) if anchors.day else 0)
    return of_period(
        day_period(nearest), "that weekday and day of the month nearest to publication", anchors.day
    )


def _month(meaning: said.Month, anchors: Anchors) -> Reading | None:
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


def _year(meaning: said.YearOnly, anchors: Anchors) -> Reading | None:
    period = year_period(meaning.year)
    return of_period(period, "its year is said") if period else None


def _years(meaning: said.Years, anchors: Anchors) -> Reading | None:
    period = years_period(meaning.year, meaning.count)
    return of_period(period, "its years are said") if period else None


def _part_of_year(meaning: said.PartOfYear, anchors: Anchors) -> Reading | None:
    part = meaning.part

    def in_year(year: int) -> Period | None:
        if part[0] == "Q" and part[1].isdigit():
            return quarter_period(year, int(part[1]))
        return half_period(year, int(part[1])) if part[1].isdigit() else season_period(year, part)

    if meaning.which is None or meaning.year is not None:
        return _dated(meaning.year, anchors, in_year, f"XXXX-{part}")
    return _which_of_year(meaning.which, anchors, in_year, f"XXXX-{part}")


def _feast(meaning: said.Feast, anchors: Anchors) -> Reading | None:
    def in_year(year: int) -> Period | None:
        day = FEASTS[meaning.name](year)
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


def _offset(meaning: said.Offset, anchors: Anchors) -> Reading | None:
    if isinstance(meaning.of, str):
        start = anchors.event(meaning.of)
        because = f"counted from the day told for “{meaning.of}”"
    else:
        found = read(meaning.of, anchors)
        start = found.first if found else None
        because = "counted from the date beside it"
    if start is None:
        return _duration(
            said.Duration(duration_value(meaning.shift.unit, meaning.shift.by and abs(meaning.shift.by))),
            anchors,
        )
    counted = msgspec.structs.replace(anchors, told_day=start, told=day_period(start))
    moved = shifted(meaning.shift, counted)
    return msgspec.structs.replace(moved, because=because) if moved else None


def _portion(meaning: said.Portion, anchors: Anchors) -> Reading | None:
    whole = read(meaning.of, anchors)
    if whole is None or whole.first is None or whole.last is None or whole.precision == "day":
        return msgspec.structs.replace(whole, mod=whole.mod or meaning.mod) if whole else None
    period = Period(whole.first, whole.last, whole.value, whole.precision)
    part = (
        _open_part(period, meaning.mod, anchors.day) if meaning.open_ended else part_of(period, meaning.mod)
    )
    return msgspec.structs.replace(
        whole, mod=meaning.mod, first=part.first, last=part.last, precision=part.precision
    )


def _week_of(meaning: said.WeekOf, anchors: Anchors) -> Reading | None:
    day = read(meaning.of, anchors)
    if day is None or day.first is None:
        return msgspec.structs.replace(day, value="XXXX-WXX") if day else None
    return of_period(week_period(day.first), day.because, day.anchor)


def _open_part(period: Period, mod: str, day: date | None) -> Period:
    """ "earlier this month" ends with the anchor's day, "later this week" begins after it."""
    if day is None or not period.first <= day <= period.last:
        return period
    if mod == "START":
        return Period(period.first, day, period.value, "range")
    first = min(day + timedelta(days=1), period.last)
    return Period(first, period.last, period.value, "range")


def _modified(meaning: said.Modified, anchors: Anchors) -> Reading | None:
    found = read(meaning.of, anchors)
    return msgspec.structs.replace(found, mod=found.mod or meaning.mod) if found else None


def _clock(meaning: said.Clock, anchors: Anchors) -> Reading | None:
    if meaning.day is not None:
        found = read(meaning.day, anchors)
        because = found.because if found else ""
    else:
        day = anchors.told_day or anchors.day
        found = of_period(day_period(day), "", day) if day else None
        because = "on the day told last" if anchors.told_day else "on the publication day"
    if found is None or found.first is None or len(found.value) != 10:
        value = found.value if found and len(found.value) >= 10 else "XXXX-XX-XX"
        return Reading("TIME", value[:10] + meaning.value, "no day to count from")
    return msgspec.structs.replace(found, type="TIME", value=found.value + meaning.value, because=because)


def _span(meaning: said.Span, anchors: Anchors) -> Reading | None:
    first, last = read(meaning.first, anchors), read(meaning.last, anchors)
    if first is None or last is None:
        return None
    if first.first and last.last and last.last < first.first:
        # "December 28 to January 3": the end follows the beginning
        last = read(meaning.last, Anchors(day=first.first, tense=lambda: "future"))
        if last is None or last.last is None or last.last < first.first:
            return None
    known = first.first is not None and last.last is not None
    return Reading(
        "DATE",
        f"{first.value}/{last.value}",
        first.because,
        None,
        first.first if known else None,
        last.last if known else None,
        "range" if known else "unknown",
        first.anchor,
    )


def _duration(meaning: said.Duration, anchors: Anchors) -> Reading | None:
    plain = Reading("DURATION", meaning.value, "a length of time")
    if meaning.shift is None or anchors.day is None:
        return plain
    ends = shifted(
        msgspec.structs.replace(meaning.shift, base="narrative", fine=True),
        msgspec.structs.replace(anchors, told_day=anchors.day, told=day_period(anchors.day)),
    )
    if ends is None or ends.first is None or ends.last is None:
        return plain
    back = meaning.side < 0
    return Reading(
        "DURATION",
        meaning.value,
        "up to the publication day" if back else "from the publication day on",
        None,
        ends.first if back else anchors.day,
        anchors.day if back else ends.last,
        "range",
        anchors.day,
    )


def _recurrence(meaning: said.Recurrence, anchors: Anchors) -> Reading | None:
    return Reading("SET", meaning.value, "a set of times")


def _reference(meaning: said.Reference, anchors: Anchors) -> Reading | None:
    return Reading("DATE", meaning.value, "names no day")


_READERS: dict[type, Callable[[Any, Anchors], Reading | None]] = {
    said.Day: _day,
    said.NumberDay: _number_day,
    said.DayOfMonth: _day_of_month,
    said.Month: _month,
    said.YearOnly: _year,
    said.Years: _years,
    said.PartOfYear: _part_of_year,
    said.Feast: _feast,
    said.Weekday: weekday_of,
    said.Shift: shifted,
    said.Offset: _offset,
    said.Portion: _portion,
    said.WeekOf: _week_of,
    said.Modified: _modified,
    said.Clock: _clock,
    said.Span: _span,
    said.Duration: _duration,
    said.Recurrence: _recurrence,
    said.Reference: _reference,
}
