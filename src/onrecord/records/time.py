"""Time expressions resolved to TIMEX3 values."""

from typing import Literal

import msgspec

Precision = Literal["day", "range", "week", "month", "quarter", "year", "unknown"]


class TimeExpression(msgspec.Struct, frozen=True, order=True):
    """A time expression of the text.

    `type` and `value` as in TIMEX3. `first` and `last` are the first and last day it may mean (ISO days),
    None where it names no day on the calendar (durations, sets). `because` says in words what it rests on.
    `ends` are the two expressions of a range that is written with both ("from Monday to Wednesday").
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    first: str | None = None
    last: str | None = None
    precision: Precision = "unknown"
    anchor: str | None = None
    because: str = ""
    ends: "tuple[TimeExpression, ...]" = ()


class Timex(msgspec.Struct, frozen=True):
    """A time expression as `onrecord times` prints it.

    `path` is the file in which it stands; `start` and `end` count characters of the article's text. `type`, `value`
    and `mod` as in TIMEX3; `anchor` is the day it was counted from, None where it needs none or none is known.
    """

    path: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None
    anchor: str | None
    because: str


class Anniversary(msgspec.Struct, frozen=True, order=True):
    """A mention of the `count`-th anniversary of an event of `event_year`, in words from `start` to `end`.

    `days` are the days (ISO) that the anniversary may be kept on, the likeliest first; empty where only its `year`
    is known.
    """

    start: int
    end: int
    count: int
    event_year: int
    days: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year in which it falls."""
        return self.event_year + self.count


_DATE_PREC: dict[Precision, int] = {
    "day": 1, "range": 2, "week": 3, "month": 4, "quarter": 5, "year": 5, "unknown": 5,
}  # fmt: skip


def date_prec(precision: Precision, days: int | None = None) -> int:
    """Precision as UCDP GED codes it: 1 exact day, 2 two to six days, 3 a week, 4 a month, 5 longer or not known.

    `days`, the number of days of a range, tells ranges apart ("early June" is 10 days: 4).
    """
    if precision != "range" or days is None:
        return _DATE_PREC[precision]
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)
