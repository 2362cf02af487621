"""What times are counted from, and how a reading is chosen among the years or weeks it may fall in."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import msgspec

from onrecord.extract.times.calendars import Period
from onrecord.records.time import Precision, TimeExpression

# "intended": what had been planned, which may since have come or not.
Tense = Literal["past", "present", "future", "intended"]

# A page printed west of where its news happened may name the day after its own; this far a past is believed.
AHEAD_DAYS = 2
# A day of the month this close ahead is meant rather than that of last year, which would be given its year.
_SOON_DAYS = 14
# A date without a year belongs to the year last named, unless a neighbouring year brings it this close.
CLOSE_DAYS = 92
# Without a tense the nearest wins, but news tells mostly what was: days ahead count for more. The factor is
# the one that reads bare months and dates of news text best.
_AHEAD_WEIGHT = 1.75


def _unknown_tense() -> Tense | None:
    return None


def _no_event(words: str) -> date | None:
    return None


class Anchors(msgspec.Struct, frozen=True):
    """Where an expression stands.

    `day` is the day of publication; `told` and `told_day` the period and the day last named before it in the
    text; `scene` the day on which the telling stands (not one that it looks back to: "two days earlier");
    `hint` the last date with its year, for articles without a day; `event` finds the day of what a
    text has told before ("the summit").
    """

    day: date | None = None
    told: Period | None = None
    told_day: date | None = None
    scene: date | None = None
    hint: Period | None = None
    tense: Callable[[], Tense | None] = _unknown_tense
    event: Callable[[str], date | None] = _no_event


class Reading(msgspec.Struct, frozen=True):
    """A meaning anchored: a `TimeExpression` without its place in the text."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    because: str
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    anchor: date | None = None
    ends: "tuple[Reading, Reading] | None" = None

    def at(self, start: int, end: int, text: str, ends: tuple[TimeExpression, ...] = ()) -> TimeExpression:
        return TimeExpression(
            start=start,
            end=end,
            text=text,
            type=self.type,
            value=self.value,
            mod=self.mod,
            first=self.first.isoformat() if self.first else None,
            last=self.last.isoformat() if self.last else None,
            precision=self.precision,
            anchor=self.anchor.isoformat() if self.anchor else None,
            because=self.because,
            ends=ends,
        )


def of_period(period: Period, because: str, anchor: date | None = None) -> Reading:
    """The reading that names this stretch of the calendar."""
    return Reading("DATE", period.value, because, None, period.first, period.last, period.precision, anchor)


def unanchored(value: str, because: str) -> Reading:
    """What is known of a date without the day it counts from: "XXXX-05-09"."""
    return Reading("DATE", value, because)


def _distance(period: Period, day: date) -> int:
    if period.first <= day <= period.last:
        return 0
    return min(abs((period.first - day).days), abs((period.last - day).days))


def choose(periods: Sequence[Period], day: date, tense: Tense | None) -> tuple[Period, str] | None:
    """The period meant: the last that has begun (past), the next not over (future), else the nearest."""
    if not periods:
        return None
    if tense == "past":
        begun = [period for period in periods if (period.first - day).days <= _slack(period)]
        if begun:
            return max(begun, key=lambda period: period.first), "last before the publication day (past tense)"
    if tense == "future":
        ahead = [period for period in periods if (period.last - day).days >= 0]
        if ahead:
            return min(ahead, key=lambda period: period.first), "next after the publication day (future)"
    return min(
        periods, key=lambda period: (_weighted(period, day), period.first)
    ), "nearest to the publication day"


def _slack(period: Period) -> int:
    return _SOON_DAYS if period.precision == "day" else AHEAD_DAYS


def _weighted(period: Period, day: date) -> float:
    return _distance(period, day) * (_AHEAD_WEIGHT if period.first > day else 1)


def choose_by_hint(periods: Sequence[Period], hint: Period, tense: Tense | None) -> tuple[Period, str] | None:
    """The period meant in an article without a day, by the date with a year that it named last."""
    if tense == "future":
        ahead = [period for period in periods if period.first > hint.last]
        if ahead:
            return min(ahead, key=lambda period: period.first), "next after the date named before it (future)"
    near = [period for period in periods if _distance(period, hint.first) <= CLOSE_DAYS]
    if near and hint.precision != "year":
        return min(
            near, key=lambda period: _distance(period, hint.first)
        ), "nearest to the date named before it"
    same = [period for period in periods if period.first.year == hint.first.year]
    return (same[0], "in the year named before it") if same else None
