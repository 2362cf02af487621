"""Time expressions resolved to TIMEX3 values."""

from typing import Literal

import msgspec

Precision = Literal["day", "range", "week", "month", "quarter", "year", "unknown"]


class TimeExpression(msgspec.Struct, frozen=True, order=True):
    """A time expression of the text.

    `type` and `value` as in TIMEX3. `first` and `last` are the first and last day it may mean (ISO days),
    None where it names no day on the calendar (durations, sets). `because` says in words what it rests on.
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
