"""Days as numbers: what range a `When` covers, and whether two of them can be one occasion."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import When

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

WEEK = 10
"""Days: a range up to this long tells of one occasion about as well as a week does."""
MONTH = 31
QUARTER = 100
LASTING = 14
"""Days beyond which what is said to have gone on from one day to another is a habit or a campaign, not a
deed."""

SPANNED = 0.4
"""Share of two spans of time that both must cover to be one."""


class Days(NamedTuple):
    """First and last day as ordinals (`date.toordinal`), and whether the act lasted that long."""

    first: int
    last: int
    lasting: bool = False

    @property
    def width(self) -> int:
        """Number of days in the range."""
        return self.last - self.first + 1


class Meeting(NamedTuple):
    """How well two ranges agree: points, and the width of the wider range in days."""

    points: float
    width: int


_POINTS = ((1, 3.0), (WEEK, 2.0), (MONTH, 1.2), (QUARTER, 0.8))


@lru_cache(maxsize=65536)
def span_of(text: str) -> tuple[str, str] | tuple[None, None]:
    """First and last day of a day, month or year in ISO 8601; (None, None) for anything else."""
    match = _ISO.match(text)
    if match is None:
        return None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        if day:
            last = first
        elif month:
            last = date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            last = date(first.year, 12, 31)
    except (ValueError, OverflowError):
        return None, None
    return first.isoformat(), last.isoformat()


def last_day(text: str) -> str | None:
    """Last day of an ISO day, month or year."""
    return span_of(text)[1]


def ordinal(day: str | None) -> int | None:
    """Ordinal of an ISO day; None for None."""
    return None if day is None else date.fromisoformat(day).toordinal()


def days_of(
    when: When | None, *, ahead: bool, recurring: bool = False, until: int | None = None
) -> Days | None:
    """The range that `when` covers; None where it names no day.

    Args:
        ahead: the claim tells of what is still to come: a long range is then a window, not a duration.
        recurring: the claim tells of a habit.
        until: ordinal of the article's last possible day, which ends "since October".
    """
    if when is None or not (when.start or when.end):
        return None
    first = ordinal(span_of(when.start)[0]) if when.start else None
    last = ordinal(last_day(when.end)) if when.end else None
    if first is None and last is None:
        return None
    if first is None:
        first = (last or 0) - 365
    if last is None:
        last = max(first, until or 0) if not ahead else first + 365
    if last < first:
        first, last = last, first
    wide = last - first + 1 > LASTING
    return Days(first, last, wide and not ahead and (recurring or when.precision == "range"))


def meet(a: Days, b: Days) -> Meeting | None:
    """How well two ranges agree; None when they cannot be one occasion.

    What lasted is compared by how much of both ranges together is shared (at least `SPANNED`): fuel smuggled
    from October to December is not the one transfer of 19 October.
    """
    shared = min(a.last, b.last) - max(a.first, b.first) + 1
    if shared <= 0:
        return None
    wider = max(a.width, b.width)
    if a.lasting or b.lasting:
        union = max(a.last, b.last) - min(a.first, b.first) + 1
        return Meeting(2.0, wider) if shared >= SPANNED * union else None
    return next((Meeting(points, wider) for most, points in _POINTS if wider <= most), Meeting(0.4, wider))


def agreement(a: Days, b: Days) -> str:
    """In words how two ranges that `meet` agree."""
    if a.lasting or b.lasting:
        return f"both span {words(a)}"
    if a == b:
        return f"both on {words(a)}" if a.width == 1 else f"both in {words(a)}"
    inner, outer = sorted((a, b), key=lambda days: (days.width, days))
    if outer.first <= inner.first and inner.last <= outer.last:
        return f"{words(inner)} lies in {words(outer)}"
    return f"{words(a)} overlaps {words(b)}"


def words(days: Days) -> str:
    """The range as text: a day, a month, a year, or from one day to another."""
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    if days.width == 1:
        return first.isoformat()
    for text in (first.isoformat()[:7], first.isoformat()[:4]):
        if span_of(text) == (first.isoformat(), last.isoformat()):
            return text
    return f"{first.isoformat()} to {last.isoformat()}"
