"""Anniversaries whose count does not fit the year in which they are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from onrecord.knowledge import Knowledge
from onrecord.records import Anniversary, Extraction, Finding, TimeExpression

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

# An anniversary is kept on its day or this close to it.
KEPT_DAYS = 3
# A wrong count is off by little; a year further away belongs to something else.
MOST_YEARS_OFF = 3
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")
_LEADS = re.compile(r"(?:^|[.!?\n]\s*)(?:In|This year,?|The year|In the year)?\s*$")
_KEPT = re.compile(r"\b(?:mark|celebrat|commemorat|honou?r)\w*\s+(?:the|its|their)\s+$")


def anniversary(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """An n-th anniversary of a dated event that is kept in a year which the event's year and n do not make.

    The event's year is the text's own, or that of a well-known event; the year in which it is kept comes from a day
    of the same sentence that is the anniversary's own, or from "In 2024 they marked ...". Silent on any other.
    """
    text = extraction.article.text
    for mention in extraction.anniversaries:
        begin, end = _sentence(text, mention)
        there = (time for time in extraction.times if begin <= time.start < end)
        years = set(_years_kept(text, there, mention))
        if len(years) != 1:
            continue
        year = years.pop()
        if 0 < abs(year - mention.year) <= MOST_YEARS_OFF and year > mention.event_year:
            right = _ordinal(year - mention.event_year)
            message = (
                f"the event is of {mention.event_year}: its {_ordinal(mention.count)} anniversary falls in "
                f"{mention.year}, that in {year} is the {right}"
            )
            yield Finding("anniversary", mention.start, mention.end, message, suggests=f"{right} anniversary")


def _sentence(text: str, mention: Anniversary) -> tuple[int, int]:
    begin = max(0, mention.start - 500)
    for match in _SENTENCE_BREAK.finditer(text, begin, mention.start):
        begin = match.end()
    after = _SENTENCE_BREAK.search(text, mention.end)
    return begin, after.start() if after else len(text)


def _years_kept(text: str, times: Iterable[TimeExpression], mention: Anniversary) -> Iterator[int]:
    """The years in which the anniversary is said to be kept."""
    for time in times:
        if time.first is None or time.last is None or time.type in {"DURATION", "SET"}:
            continue
        day = date.fromisoformat(time.first)
        if day.year == mention.event_year or abs(day.year - mention.year) > MOST_YEARS_OFF:
            continue
        if time.precision == "day" and mention.days:
            if any(_close(day, date.fromisoformat(kept)) for kept in mention.days):
                yield day.year
        # "In 2024 the country marked the 80th anniversary": the year opens the sentence
        elif (
            time.precision == "year"
            and _LEADS.search(text, max(0, time.start - 14), time.start)
            and _KEPT.search(text, max(0, mention.start - 30), mention.start)
            and 0 < mention.start - time.end < 80
        ):
            yield day.year


def _close(day: date, kept: date) -> bool:
    """Whether two days lie as close as feasts of one event do, years aside."""
    apart = abs(day.timetuple().tm_yday - kept.timetuple().tm_yday)
    return min(apart, 365 - apart) <= KEPT_DAYS


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
