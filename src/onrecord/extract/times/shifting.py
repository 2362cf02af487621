"""Times counted from an anchor: weekdays, and so many units away."""

import re
from datetime import date

from onrecord.extract.times.anchoring import Anchors, Reading, of_period, unanchored
from onrecord.extract.times.calendars import (
    Period,
    day_period,
    month_period,
    quarter_period,
    shift_day,
    shift_month,
    week_period,
    weekend_period,
    year_period,
    years_period,
)
from onrecord.extract.times.meaning import Shift, Weekday
from onrecord.records.time import Precision, TimeExpression

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "overnight": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}
_CLOCK_UNITS = frozenset(("hour", "minute", "second"))
# Halves of a unit ("a year and a half ago") in the next smaller one.
_SMALLER = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
}


def weekday_of(meaning: Weekday, anchors: Anchors) -> Reading | None:
    """The day of a weekday: the last one, today included, unless the clause speaks of what is ahead."""
    told = meaning.which in {"previous", "following", "that"}
    day = (anchors.told_day if told else None) or anchors.day
    if day is None and anchors.scene and anchors.tense() == "future":
        day = anchors.scene  # an undated list of what is ahead, under its days
    if day is None:
        return unanchored(f"XXXX-WXX-{meaning.weekday + 1}", "no day to count from")
    if meaning.week is not None:
        monday = shift_day(day, 7 * meaning.week - day.weekday())
        return _reading(monday and shift_day(monday, meaning.weekday), "in the week it names", day)
    back, ahead = (day.weekday() - meaning.weekday) % 7, (meaning.weekday - day.weekday()) % 7
    if meaning.which in {"last", "previous"}:
        return _reading(shift_day(day, -(back or 7)), "the last one before", day)
    if meaning.which in {"coming", "following"}:
        return _reading(shift_day(day, ahead or 7), "the first one after", day)
    if meaning.which == "next":
        return _reading(shift_day(day, 7 - day.weekday() + meaning.weekday), "in the next week", day)
    if meaning.which == "that":
        return _reading(shift_day(day, ahead), "the first one from the day told", day)
    if back == 0:
        return _reading(day, "the publication day is such a day", day)
    tense = anchors.tense()
    if tense in {"future", "present"}:
        return _reading(shift_day(day, ahead), f"the next one ({tense} tense)", day)
    if tense == "intended" and ahead < back:
        return _reading(shift_day(day, ahead), "the nearest one (planned)", day)
    if meaning.which == "this" and tense is None:
        return _reading(shift_day(day, meaning.weekday - day.weekday()), "in this week", day)
    return _reading(shift_day(day, -back), "the last one (past tense)", day)


def _reading(day: date | None, because: str, anchor: date) -> Reading | None:
    return of_period(day_period(day), because, anchor) if day else None


def shifted(shift: Shift, anchors: Anchors) -> Reading | None:
    """So many days, weeks, months … from the publication day or from what the narrative told last."""
    unknown = _UNKNOWN.get(shift.unit, "XXXX")
    if shift.unit == "weekend" and shift.by is None:
        shift = Shift("weekend", _weekend_meant(anchors))
    if shift.by is None and shift.unit in _CLOCK_UNITS and (same := _origin(shift, anchors)):
        value = same.isoformat() if shift.base == "narrative" else "PAST_REF"
        source = "the day told last" if shift.base == "narrative" else "the publication day"
        return Reading("TIME", value, f"within the day of {source}", None, same, same, "day", same)
    if shift.by is None:
        value = {"published": "PAST_REF", "narrative": unknown}[shift.base]
        return unanchored(value, "how many is not said")
    day = _origin(shift, anchors)
    if day is None:
        return unanchored(unknown, "no day to count from")
    source = "the day told last" if shift.base == "narrative" and anchors.told else "the publication day"
    if shift.unit in _CLOCK_UNITS:
        return Reading("TIME", day.isoformat(), f"within the day of {source}", None, day, day, "day", day)
    period = _moved(shift, day, anchors)
    if period is None:
        return None
    return of_period(period, f"counted from {source}", day)


def _origin(shift: Shift, anchors: Anchors) -> date | None:
    """Where the count starts; what precedes a day not told is counted from publication, what follows not."""
    if shift.base == "published":
        return anchors.day
    if shift.unit in {"day", "night", "hour", "minute", "second"} or shift.fine:
        told = anchors.told_day
        if told is None and anchors.told is not None and shift.unit in {"month", "year", "decade", "century"}:
            told = anchors.told.first
    else:
        told = anchors.told.first if anchors.told else None
    if told is None and shift.by is not None and (shift.by < 0 or shift.unit not in {"day", "night", "hour"}):
        return anchors.day
    return told


def _moved(shift: Shift, day: date, anchors: Anchors) -> Period | None:
    by, unit = shift.by or 0, shift.unit
    if by != int(by):
        if unit not in _SMALLER:
            return None
        unit, size = _SMALLER[unit]
        by = by * size
    return _whole(unit, round(by), day, shift.fine, anchors)


def _whole(unit: str, by: int, day: date, fine: bool, anchors: Anchors) -> Period | None:
    if abs(by) > 10_000:
        return None
    if unit in {"day", "night"}:
        moved = shift_day(day, by)
        return day_period(moved) if moved else None
    if unit == "overnight":
        # "is expected overnight": the night to come, else the one just over
        night = day if anchors.tense() in {"future", "present"} else shift_day(day, -1)
        after = shift_day(night, 1) if night else None
        return Period(night, after, night.isoformat(), "range") if night and after else None
    if unit in {"week", "fortnight"}:
        moved = shift_day(day, by * (7 if unit == "week" else 14))
        return (day_period(moved) if fine else week_period(moved)) if moved else None
    if unit == "weekend":
        moved = shift_day(day, 7 * by)
        return weekend_period(moved) if moved else None
    return _long(unit, by, day)


def _weekend_meant(anchors: Anchors) -> int:
    """ "the weekend" is this week's; told in the past before Saturday, the one just over."""
    before = anchors.day is not None and anchors.day.weekday() < 5
    return -1 if before and anchors.tense() not in {"future", "present"} else 0


def _long(unit: str, by: int, day: date) -> Period | None:
    if unit == "month":
        return month_period(*shift_month(day.year, day.month, by))
    if unit == "quarter":
        year, month = shift_month(day.year, day.month, 3 * by)
        return quarter_period(year, (month + 2) // 3)
    if unit == "year":
        return year_period(day.year + by)
    if unit == "decade":
        # "this decade" is one of the calendar; "two decades ago" and "a decade later" are years
        return years_period(day.year // 10 * 10, 10) if by == 0 else year_period(day.year + 10 * by)
    if unit == "century":
        return years_period(day.year // 100 * 100 + 100 * by, 100)
    return None


def moved_by(length: str, start: TimeExpression, *, back: bool) -> tuple[str, str, Precision] | None:
    """First and last day (ISO) and precision of what lies a length ("P2M") before (`back`) or after a date.

    None where the length is vague or the date unknown. Hours are the same day, days and weeks exact, longer units as
    long as one of them.
    """
    if start.first is not None and start.precision == "day" and length.startswith("PT"):
        return start.first, start.first, "day"  # "hours after ..."
    found = re.fullmatch(r"P(\d+)([DWMY])", length)
    if found is None or start.first is None:
        return None
    unit = {"D": "day", "W": "week", "M": "month", "Y": "year"}[found[2]]
    by = int(found[1]) * (-1 if back else 1)
    period = _whole(unit, by, date.fromisoformat(start.first), start.precision == "day", Anchors())
    return (period.first.isoformat(), period.last.isoformat(), period.precision) if period else None
