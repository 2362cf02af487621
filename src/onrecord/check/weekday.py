"""Weekdays that their dates do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding, TimeExpression

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A date without its year is only held against its weekday this near to the day it was counted from: one further
# away may be of another year.
NEAR_DAYS = 60
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_BEFORE, _AFTER = 400, 100  # characters within which a year may be that of a date without one
_OLD_STYLE = 1752  # dates before the British empire took the Gregorian calendar may be of the Julian


def weekday(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """A date given with a weekday that it does not have; suggests the right one.

    Silent where the year is not sure: where it is not said and the day is not near the article's, or the
    weekday is right in a year named close by ("the war of 1973 had begun on Saturday, October 6").
    """
    text = extraction.article.text
    for time in extraction.times:
        said = _WEEKDAY.search(time.text)
        if said is None or time.first is None or time.first != time.last or not re.search(r"\d", time.text):
            continue
        day = date.fromisoformat(time.first)
        if WEEKDAYS[day.weekday()] == said[1].capitalize() or not _sure(time, day):
            continue
        if not _YEAR.search(time.text) and _fits_a_year(text, time, day, said[1].capitalize()):
            continue
        right = WEEKDAYS[day.weekday()]
        was = "was" if time.anchor is None or day <= date.fromisoformat(time.anchor) else "is"
        message = f"{day.isoformat()} {was} a {right}, not a {said[1].capitalize()}"
        start = time.start + said.start()
        yield Finding("weekday", start, start + len(said[1]), message, suggests=right)


def _sure(time: TimeExpression, day: date) -> bool:
    if day.year <= _OLD_STYLE:
        return False
    if _YEAR.search(time.text):
        return True
    return time.anchor is not None and abs((date.fromisoformat(time.anchor) - day).days) <= NEAR_DAYS


def _fits_a_year(text: str, time: TimeExpression, day: date, weekday: str) -> bool:
    """Whether the date has that weekday in a year which stands near it."""
    near = text[max(0, time.start - _BEFORE) : time.end + _AFTER]
    return any(
        WEEKDAYS[date(int(year), day.month, day.day).weekday()] == weekday
        for year in set(_YEAR.findall(near)) - {str(day.year)}
        if (day.month, day.day) != (2, 29)
    )
