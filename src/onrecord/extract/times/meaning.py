"""What a time expression says, before it is anchored in an article.

`year` may be a number, None (not said), or a `Shift` ("May 5 last year").
"""

from typing import Literal

import msgspec

Base = Literal["published", "narrative"]
Mod = str
Ahead = Literal["at", "within"]


class Shift(msgspec.Struct, frozen=True):
    """So many units away: "last week" (week, -1), "two days later" (day, 2, narrative), "this year" (0).

    `fine` keeps the day where the unit is a week ("one week later" is a day, "two weeks ago" a week).
    """

    unit: str
    by: float | None
    base: Base = "published"
    fine: bool = False


Year = int | Shift | None


class Day(msgspec.Struct, frozen=True):
    """Day of a month. `weekday` (Monday is 0) where it is given too."""

    month: int
    day: int
    year: Year = None
    weekday: int | None = None


class NumberDay(msgspec.Struct, frozen=True):
    """A day in figures whose order is not known ("05/09/2025"): both readings."""

    readings: tuple[Day, ...]


class DayOfMonth(msgspec.Struct, frozen=True):
    """ "Wednesday (31)", "the 25th": a day of the month, with its weekday where given, month not said."""

    day: int
    weekday: int | None = None


class NthWeekday(msgspec.Struct, frozen=True):
    """The first (1), second, … or last (-1) such weekday of a month."""

    number: int
    weekday: int
    month: int
    year: Year = None


class Month(msgspec.Struct, frozen=True):
    """A month; `which` as in "last May", "this May", "next May"."""

    month: int
    year: Year = None
    which: str | None = None


class YearOnly(msgspec.Struct, frozen=True):
    year: int


class Years(msgspec.Struct, frozen=True):
    """A decade (`count` 10) or century (`count` 100)."""

    year: int
    count: int


class PartOfYear(msgspec.Struct, frozen=True):
    """ "Q3", "H1" or a season "SU" of a year."""

    part: str
    year: Year = None
    which: str | None = None


class Feast(msgspec.Struct, frozen=True):
    name: str
    year: Year = None
    which: str | None = None


class Weekday(msgspec.Struct, frozen=True):
    """A weekday. `which`: last, next, this, previous, following; `week`: so many weeks from this one."""

    weekday: int
    which: str | None = None
    week: int | None = None


class Offset(msgspec.Struct, frozen=True):
    """So many units before or after another expression, or after what `event` names in the text."""

    shift: Shift
    of: "Meaning | str"


class WeekOf(msgspec.Struct, frozen=True):
    """The week around a day: "the week of March 6"."""

    of: "Meaning"


class Portion(msgspec.Struct, frozen=True):
    """START, MID or END of a stretch: a third ("late 2024"), or where `narrow` its edge ("the end of 2024").

    With `open_ended`, what lies before or after the anchor in it ("later this week").
    """

    of: "Meaning"
    mod: Mod
    open_ended: bool = False
    narrow: bool = False


class Modified(msgspec.Struct, frozen=True):
    """The same with a TIMEX3 modifier that does not change the days: APPROX, LESS_THAN, …"""

    of: "Meaning"
    mod: Mod


class Clock(msgspec.Struct, frozen=True):
    """A time of day: "T10:00", "TMO"; its day is `day`, or else the narrative's or the article's."""

    value: str
    day: "Meaning | None" = None


class Span(msgspec.Struct, frozen=True):
    """From one expression to another."""

    first: "Meaning"
    last: "Meaning"


class Duration(msgspec.Struct, frozen=True):
    """A length; `side` -1 or 1 where it ends or begins at the anchor ("the past three days").

    `ahead`: where the clause is about what is ahead, it tells of a time at its end or within it ("in two weeks").
    """

    value: str
    side: int = 0
    shift: Shift | None = None
    ahead: Ahead | None = None


class Recurrence(msgspec.Struct, frozen=True):
    """A set of times: "every year", "Mondays"."""

    value: str


class Reference(msgspec.Struct, frozen=True):
    """PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Meaning = (
    Day | NumberDay | DayOfMonth | NthWeekday | Month | YearOnly | Years | PartOfYear | Feast | Weekday | Shift | Offset
    | Portion | WeekOf | Modified | Clock | Span | Duration | Recurrence | Reference
)  # fmt: skip
