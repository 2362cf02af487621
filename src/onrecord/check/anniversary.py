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
_KEPT = re.compile(
    r"\b(?:(?:mark|celebrat|commemorat|honou?r|observe)\w*|kept|keeps?)\s+(?:the|its|their|his|her)\s+$"
)
# What stands before an anniversary that is kept: "on the", "gathered for the", "on Tuesday, the"
_AT_IT = re.compile(
    r"(?:\b(?:on|for|during|marking|(?:celebration|ceremon|commemorati|festivit)\w*\s+(?:of|on))|,)\s+(?:the|its|their)\s+$",
    re.IGNORECASE,
)
# What is rounded, or only prepared, is not held against its year.
_ROUGHLY = re.compile(
    r"\b(?:nearly|almost|about|around|some|roughly|over|than|to|approximately|just|next year['’]s|"
    r"last year['’]s|upcoming|forthcoming|approaching|coming|ahead of|before|until|towards?)\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:prepar\w+|run-?up|plans? (?:for|to)|next year|last year|looking ahead|invit\w+)\b", re.I
)
KEPT_NEAR = 7  # days from the article within which a deed of the news lies
# Only the event's year is known: at the turn of a year it may be kept in the one before or after.
FAR_FROM_TURN = range(3, 11)


def anniversary(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """An n-th anniversary of a dated event that is kept in a year which the event's year and n do not make.

    The event's year is the text's own, or that of a well-known event; the year in which it is kept comes from a day
    of the same sentence that is the anniversary's own, or from "In 2024 they marked ...", or, where only the event's
    year is known, from a day of the week's news on which they marked it. Silent on any other, on round spans
    ("nearly 80 years after") and on what is prepared.
    """
    text = extraction.article.text
    for mention in extraction.anniversaries:
        begin, end = _sentence(text, mention)
        there = [time for time in extraction.times if begin <= time.start < end]
        if _not_kept(text[begin:end], text[begin : mention.start], there, mention):
            continue
        years = set(_years_kept(text, there, mention)) or set(_marked_this_week(extraction, there, mention))
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
        before = text[max(0, mention.start - 40) : mention.start]
        if time.precision == "day" and mention.days and (_KEPT.search(before) or _AT_IT.search(before)):
            kept = [date.fromisoformat(day) for day in mention.days]
            # of an event of which the month is known, the first and last day of it
            in_month = len(kept) > 1 and kept[0].day == 1 and {k.month for k in kept} == {day.month}
            if in_month or any(_close(day, one) for one in kept):
                yield day.year
        # "In 2024 the country marked the 80th anniversary": the year opens the sentence
        elif (
            time.precision == "year"
            and _LEADS.search(text, max(0, time.start - 14), time.start)
            and _KEPT.search(text, max(0, mention.start - 30), mention.start)
            and 0 < mention.start - time.end < 80
        ):
            yield day.year


def _not_kept(sentence: str, before: str, times: Iterable[TimeExpression], mention: Anniversary) -> bool:
    """Whether it is rounded, prepared, or the sentence names the very year in which it falls."""
    return (
        _ROUGHLY.search(before) is not None
        or _AHEAD.search(sentence) is not None
        or any((time.first or "").startswith(str(mention.year)) for time in times)
    )


def _marked_this_week(
    extraction: Extraction, times: Iterable[TimeExpression], mention: Anniversary
) -> Iterator[int]:
    """The year of the news in which they "marked the 29th anniversary of the pact of 1990 on Tuesday"."""
    published = extraction.article.published
    if published is None or len(published) != 10 or mention.days:
        return
    if not _KEPT.search(extraction.article.text, max(0, mention.start - 30), mention.start):
        return
    news = date.fromisoformat(published)
    for time in times:
        if time.first is None or time.first != time.last or time.type in {"DURATION", "SET"}:
            continue
        day = date.fromisoformat(time.first)
        if abs((day - news).days) <= KEPT_NEAR and day.month in FAR_FROM_TURN:
            yield day.year


def _close(day: date, kept: date) -> bool:
    """Whether two days lie as close as feasts of one event do, years aside."""
    apart = abs(day.timetuple().tm_yday - kept.timetuple().tm_yday)
    return min(apart, 365 - apart) <= KEPT_DAYS


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
