"""Expressions that belong together: a time and its day, the ends of a range, a distance and its start."""

import re

import msgspec

from onrecord.extract.times.meaning import (
    Clock,
    Day,
    DayOfMonth,
    Duration,
    Feast,
    Meaning,
    Modified,
    Month,
    Offset,
    Portion,
    Shift,
    Span,
    Weekday,
    Year,
    YearOnly,
)

# Words of an event after "three weeks after the": determiner, then up to four words.
_EVENT = re.compile(
    r"\s+(?:the|that|this|those|these|his|her|their|its)\s+((?:[a-z][\w’'-]*\s+){0,2}[a-z][\w’'-]{2,})"
    r"(?=\s*[,.;:)\n]|\s*$|\s+(?:of|in|on|at|with|between|by|from|and|was|were|had|began|ended|the|a|an"
    r"|there)\b)"
)
_JOINS_CLOCK = re.compile(r",?\s+(?:(?:on|at|of|in)\s+)?(?:the\s+)?|,\s*")
_JOINS_RANGE = re.compile(r"\s+(?:to|through|until|till)\s+|\s?[-–—]\s?")
_FROM = re.compile(r"\b[Ff]rom\s+(?:the\s+)?$")
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?$")
_AND = re.compile(r"\s+and\s+")
_NIGHT = re.compile(
    r"\b(?:through|throughout|during)\s+the\s+night$|\bmid-?\s?(?:morning|afternoon)$", re.IGNORECASE
)
_IN_THE = re.compile(r"\b(?:in|during|by)\s+the\s?$", re.IGNORECASE)
# "the first visit in seven years" looks back.
_RECORD = re.compile(r"\b(?:first|only|last|\w{2,}est|most|least|worst|best)\b[^.;]{0,80}\bin\s+$")


class Found(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the text, and what they say.

    `gap`: of a range, the characters between its two ends.
    """

    start: int
    end: int
    meaning: Meaning
    gap: tuple[int, int] | None = None


def merge(text: str, end: int, found: list[Found]) -> list[Found]:
    """The expressions with neighbours joined; times of day without a day or a phrase are dropped."""
    joined: list[Found] = []
    for item in found:
        while joined and (both := _join(text, joined[-1], item)):
            joined.pop()
            item = both
        joined.append(item)
    return [kept for item in joined if (kept := _settle(text, end, item))]


def _join(text: str, first: Found, second: Found) -> Found | None:
    if second.start - first.end > 12:
        return None
    gap = text[first.end : second.start]
    if (
        gap == " ("
        and text[second.end : second.end + 1] == ")"
        and (_dayless(first.meaning) and _dayless(second.meaning))
    ):
        return Found(first.start, second.end + 1, first.meaning)  # "8 a.m. (0600 GMT)"
    meaning = (
        _with_weekday(text, first, second, gap)
        or _with_clock(first, second, gap)
        or _offset(first, second, gap)
        or _range(text, first, second, gap)
    )
    # "a week before Christmas" is a length and a date too; "the day before Christmas" is one date
    ranged = isinstance(meaning, Span) or (
        isinstance(meaning, Offset) and not text[first.start : first.end].lower().startswith("the ")
    )
    return (
        Found(first.start, second.end, meaning, (first.end, second.start) if ranged else None)
        if meaning
        else None
    )


def _with_weekday(text: str, first: Found, second: Found, gap: str) -> Meaning | None:
    """ "May 9 (Friday)", "May 9, a Friday": the day with its weekday."""
    day, named = first.meaning, second.meaning
    if not (isinstance(day, Day) and isinstance(named, Weekday) and named == Weekday(named.weekday)):
        return None
    bracketed = gap == " (" and text[second.end : second.end + 1] == ")"
    return Day(day.month, day.day, day.year, named.weekday) if bracketed or gap == ", a " else None


def _dayless(meaning: Meaning) -> Clock | None:
    inner = meaning.of if isinstance(meaning, Modified) else meaning
    return inner if isinstance(inner, Clock) and inner.day is None else None


def _dated(meaning: Meaning) -> bool:
    """Whether it may name a single day."""
    if isinstance(meaning, Portion):
        return _dated(meaning.of)
    if isinstance(meaning, Shift):
        return meaning.unit == "day"
    return isinstance(meaning, Day | DayOfMonth | Weekday | Feast | Offset)


def _with_clock(first: Found, second: Found, gap: str) -> Meaning | None:
    if not _JOINS_CLOCK.fullmatch(gap):
        return None
    if (clock := _dayless(first.meaning)) and _dated(second.meaning):
        return Clock(clock.value, second.meaning)
    if (clock := _dayless(second.meaning)) and _dated(first.meaning):
        return Clock(clock.value, first.meaning)
    # "10 a.m. on the morning of May 5" and the like: the finer time wins
    if (
        (clock := _dayless(first.meaning))
        and isinstance(second.meaning, Clock)
        and clock.value[1:2].isdigit()
    ):
        return Clock(clock.value, second.meaning.day)
    if (clock := _dayless(second.meaning)) and isinstance(first.meaning, Clock) and first.meaning.day:
        return Clock(clock.value if clock.value[1:2].isdigit() else first.meaning.value, first.meaning.day)
    return None


def _offset(first: Found, second: Found, gap: str) -> Meaning | None:
    """ "two weeks before" + "Christmas", "the day after" + "May 9"."""
    inner = first.meaning.of if isinstance(first.meaning, Modified) else first.meaning
    if not (
        isinstance(inner, Offset) and inner.of == "" and gap in {" ", " the "} and _dated(second.meaning)
    ):
        return None
    return Offset(inner.shift, second.meaning)


def _range(text: str, first: Found, second: Found, gap: str) -> Meaning | None:
    before = text[max(0, first.start - 14) : first.start]
    if _JOINS_RANGE.fullmatch(gap):
        if gap.strip() not in {"-", "–", "—"} and not _FROM.search(before):
            return None
        if gap.strip() in {"-", "–", "—"} and gap != gap.strip() and not isinstance(first.meaning, Day):
            return None
    elif not (
        _AND.fullmatch(gap) and (_BETWEEN.search(before) or _neighbours(first.meaning, second.meaning))
    ):
        return None
    return _span(first.meaning, second.meaning)


def _neighbours(first: Meaning, second: Meaning) -> bool:
    """ "in August and September", "Thursday and Friday": those that follow each other are one stretch."""
    if isinstance(first, Weekday) and isinstance(second, Weekday):
        plain = second == Weekday(second.weekday) and first.week is None
        return plain and second.weekday == (first.weekday + 1) % 7
    return (
        isinstance(first, Month)
        and isinstance(second, Month)
        and first.year is None
        and first.which is None
        and second.month == first.month % 12 + 1
    )


def _span(first: Meaning, second: Meaning) -> Span | None:
    """A range, where both ends are of one kind; a year said once holds for both ends."""
    if isinstance(first, Day) and isinstance(second, Day):
        later = (first.month, first.day) > (second.month, second.day)
        return Span(Day(first.month, first.day, _first_year(first, second, later), first.weekday), second)
    if isinstance(first, Month) and isinstance(second, Month):
        return Span(
            Month(first.month, _first_year(first, second, first.month > second.month), first.which), second
        )
    if isinstance(first, YearOnly) and isinstance(second, YearOnly):
        return Span(first, second) if first.year < second.year else None
    if isinstance(first, Weekday) and isinstance(second, Weekday):
        return Span(first, second)
    return None


def _first_year(first: Day | Month, second: Day | Month, later: bool) -> Year:
    """The year of a range's beginning: as said, else that of its end, or the one before ("Dec. 28 to Jan. 3, 2026")."""
    if first.year is not None or second.year is None:
        return first.year
    return second.year - 1 if later and isinstance(second.year, int) else second.year


def _settle(text: str, end: int, item: Found) -> Found | None:
    """Drops a lone "morning", and gives a distance the words that its event is named by."""
    inner = item.meaning.of if isinstance(item.meaning, Modified) else item.meaning
    if (
        isinstance(inner, Clock)
        and inner.day is None
        and _NIGHT.search(text[max(0, item.start - 12) : item.end])
    ):
        return item
    if isinstance(inner, Clock) and inner.day is None and inner.value == "TNI":
        word = text[item.start : item.end].lower()
        return (
            Found(item.start, item.end, Clock("TNI", Shift("overnight", 0))) if word == "overnight" else None
        )
    if isinstance(inner, Clock) and inner.day is None and inner.value in {"TMO", "TAF", "TEV"}:
        return item if _IN_THE.search(text[max(0, item.start - 12) : item.start + 4]) else None
    if (
        isinstance(inner, Duration)
        and inner.ahead
        and _RECORD.search(text, max(0, item.start - 90), item.start)
    ):
        return Found(item.start, item.end, Duration(inner.value))
    if isinstance(inner, Offset) and inner.of == "":
        named = _EVENT.match(text, item.end, end)
        counted: Meaning = Offset(inner.shift, named.group(1).strip() if named else "")
        if isinstance(item.meaning, Modified):
            counted = Modified(counted, item.meaning.mod)
        return Found(item.start, item.end, counted)
    return item
