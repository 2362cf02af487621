"""What checks find wrong with dates: a weekday that a date does not have, a wrong anniversary."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.extract.times.anniversaries import Anniversary, anniversaries
from onrecord.extract.times.words import WEEKDAYS
from onrecord.records import Span, TimeExpression

# A date without its year is only held against its weekday this near to publication.
_NEAR_DAYS = 60
# An anniversary is kept on its day or this close to it.
_KEPT_DAYS = 3
# A wrong count is off by little; a year further away belongs to something else.
_MOST_YEARS_OFF = 3
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_LEADS = re.compile(r"(?:^|[.!?\n]\s*)(?:In|This year,?|The year|In the year)?\s*$")
_KEPT = re.compile(r"\b(?:mark|celebrat|commemorat|honou?r)\w*\s+(?:the|its|their)\s+$")


class Conflict(msgspec.Struct, frozen=True):
    """Characters that cannot be right, why, and what would be."""

    start: int
    end: int
    message: str
    suggests: str | None


def weekday_conflicts(times: Sequence[TimeExpression]) -> tuple[Conflict, ...]:
    """Dates given with a weekday that they do not have, where the year is said or publication is near."""
    found = []
    for time in times:
        said = _WEEKDAY.search(time.text)
        if said is None or time.first is None or time.first != time.last or not re.search(r"\d", time.text):
            continue
        day = date.fromisoformat(time.first)
        if WEEKDAYS[day.weekday()] == said[1].capitalize() or not _sure(time, day):
            continue
        message = f"{day.isoformat()} was a {WEEKDAYS[day.weekday()]}, not a {said[1].capitalize()}"
        start = time.start + said.start()
        found.append(Conflict(start, start + len(said[1]), message, WEEKDAYS[day.weekday()]))
    return tuple(found)


def _sure(time: TimeExpression, day: date) -> bool:
    if _YEAR.search(time.text):
        return True
    return time.anchor is not None and abs((date.fromisoformat(time.anchor) - day).days) <= _NEAR_DAYS


def anniversary_conflicts(
    text: str, prose: Sequence[Span], times: Sequence[TimeExpression]
) -> tuple[Conflict, ...]:
    """Anniversaries whose count does not lead from the event's year to the year of the date beside them."""
    found = []
    for mention in anniversaries(text, prose):
        begin, end = _sentence(text, mention)
        years = {
            year for time in times if begin <= time.start < end and (year := _kept_in(text, time, mention))
        }
        if len(years) != 1:
            continue
        year = years.pop()
        if 0 < abs(year - mention.year) <= _MOST_YEARS_OFF:
            right = _ordinal(year - mention.event_year)
            said = f"the {_ordinal(mention.count)} anniversary of {mention.event_year}"
            message = f"{said} falls in {mention.year}, not {year}"
            found.append(Conflict(mention.start, mention.end, message, f"{right} anniversary"))
    return tuple(found)


def _sentence(text: str, mention: Anniversary) -> tuple[int, int]:
    begin = 0
    for match in _SENTENCE_BREAK.finditer(text, max(0, mention.start - 500), mention.start):
        begin = match.end()
    after = _SENTENCE_BREAK.search(text, mention.end)
    return begin or max(0, mention.start - 500), after.start() if after else len(text)


def _kept_in(text: str, time: TimeExpression, mention: Anniversary) -> int | None:
    """The year in which `time` says that the anniversary is kept; None where it speaks of something else."""
    if time.first is None or time.last is None or time.type in {"DURATION", "SET"}:
        return None
    day = date.fromisoformat(time.first)
    if day.year == mention.event_year or abs(day.year - mention.year) > _MOST_YEARS_OFF:
        return None
    if time.precision == "day" and mention.days:
        return day.year if any(_close(day, kept) for kept in mention.days) else None
    # "In 2024 the country marked the 80th anniversary": the year opens the sentence
    opens = time.precision == "year" and _LEADS.search(text, max(0, time.start - 14), time.start)
    kept = _KEPT.search(text, max(0, mention.start - 30), mention.start)
    return day.year if opens and kept and 0 < mention.start - time.end < 80 else None


def _close(day: date, kept: date) -> bool:
    """Whether two days lie as close as feasts of one event do, years aside."""
    apart = abs(day.timetuple().tm_yday - kept.timetuple().tm_yday)
    return min(apart, 365 - apart) <= _KEPT_DAYS


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
