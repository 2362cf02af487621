"""From what an expression says and where it stands to a TIMEX3 value and days of the calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec

from onrecord.extract.times import meaning as said
from onrecord.extract.times import naming as named
from onrecord.extract.times.anchoring import Anchors, Reading, of_period
from onrecord.extract.times.calendars import (
    Period,
    day_period,
    months_away,
    part_of,
    week_period,
)
from onrecord.extract.times.quantities import duration_value
from onrecord.extract.times.shifting import shifted, weekday_of
from onrecord.extract.times.words import UNITS

MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def read(meaning: said.Meaning, anchors: Anchors) -> Reading | None:
    """The meaning anchored; None where it names a day that does not exist."""
    return _READERS[type(meaning)](meaning, anchors)


def _offset(meaning: said.Offset, anchors: Anchors) -> Reading | None:
    found = None
    if isinstance(meaning.of, str):
        start = anchors.event(meaning.of)
        because = f"counted from the day told for “{meaning.of}”"
    else:
        found = read(meaning.of, anchors)
        start = found.first if found else None
        because = "counted from the date beside it"
    by = meaning.shift.by
    length = Reading("DURATION", duration_value(meaning.shift.unit, by and abs(by)), "a length of time")
    if start is None:
        return length
    if UNITS[meaning.shift.unit][0].startswith("T"):
        return Reading("TIME", start.isoformat(), because, None, start, start, "day", start)
    counted = msgspec.structs.replace(anchors, told_day=start, told=day_period(start))
    moved = shifted(meaning.shift, counted)
    ends = (length, found) if found else None
    return msgspec.structs.replace(moved, because=because, ends=ends) if moved else None


def _portion(meaning: said.Portion, anchors: Anchors) -> Reading | None:
    whole = read(meaning.of, anchors)
    if whole is None or whole.first is None or whole.last is None or whole.precision == "day":
        return msgspec.structs.replace(whole, mod=whole.mod or meaning.mod) if whole else None
    period = Period(whole.first, whole.last, whole.value, whole.precision)
    part = (
        _open_part(period, meaning.mod, anchors.day)
        if meaning.open_ended
        else part_of(period, meaning.mod, meaning.narrow)
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
        day = anchors.scene or anchors.day or anchors.told_day
        found = of_period(day_period(day), "", day) if day else None
        because = "on the day told last" if anchors.scene or not anchors.day else "on the publication day"
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
        (first, last),
    )


def _duration(meaning: said.Duration, anchors: Anchors) -> Reading | None:
    plain = Reading("DURATION", meaning.value, "a length of time")
    if meaning.shift is None or anchors.day is None:
        return plain
    if meaning.ahead and (
        UNITS[meaning.shift.unit][0].startswith("T") or anchors.tense() not in {"future", "present"}
    ):
        return plain
    ends = shifted(
        msgspec.structs.replace(meaning.shift, base="narrative", fine=meaning.ahead != "at"),
        msgspec.structs.replace(anchors, told_day=anchors.day, told=day_period(anchors.day)),
    )
    if ends is None or ends.first is None or ends.last is None:
        return plain
    if meaning.ahead == "at":
        because = "that long after the publication day"
        return msgspec.structs.replace(
            ends, type="DURATION", value=meaning.value, because=because, anchor=anchors.day
        )
    if meaning.ahead == "within" or meaning.side < 0:
        ends = _to_the_day(meaning.shift, ends, anchors.day)
    back = meaning.side < 0
    within = "within that long after the publication day" if meaning.ahead else "from the publication day on"
    return Reading(
        "DURATION",
        meaning.value,
        "up to the publication day" if back else within,
        None,
        ends.first if back else anchors.day,
        anchors.day if back else ends.last,
        "range",
        anchors.day,
    )


def _to_the_day(shift: said.Shift, ends: Reading, day: date) -> Reading:
    """ "Within three months" and "in the past year" reach as far as the same day of another month."""
    months = MONTHS.get(shift.unit, 0) * (shift.by or 0)
    edge = months_away(day, int(months)) if months and months == int(months) else None
    return ends if edge is None else msgspec.structs.replace(ends, first=edge, last=edge)


def _recurrence(meaning: said.Recurrence, anchors: Anchors) -> Reading | None:
    return Reading("SET", meaning.value, "a set of times")


def _reference(meaning: said.Reference, anchors: Anchors) -> Reading | None:
    return Reading("DATE", meaning.value, "names no day")


_READERS: dict[type, Callable[[Any, Anchors], Reading | None]] = {
    said.Day: named.read_day,
    said.NumberDay: named.read_number_day,
    said.DayOfMonth: named.read_day_of_month,
    said.NthWeekday: named.read_nth_weekday,
    said.Month: named.read_month,
    said.YearOnly: named.read_year,
    said.Years: named.read_years,
    said.PartOfYear: named.read_part_of_year,
    said.Feast: named.read_feast,
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
