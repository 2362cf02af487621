"""When: time expressions found and resolved, anniversaries, and bounds for undated articles."""

from datetime import date

from onrecord.extract.times.anchoring import Anchors, Tense
from onrecord.extract.times.anniversaries import anniversaries
from onrecord.extract.times.binding import governing, signal
from onrecord.extract.times.bounds import date_bounds
from onrecord.extract.times.calendars import day_period
from onrecord.extract.times.finding import find_times
from onrecord.extract.times.resolving import read
from onrecord.extract.times.scanning import scan
from onrecord.extract.times.shifting import moved_by
from onrecord.extract.times.telling import is_heading, opens_entry
from onrecord.records import TimeExpression

__all__ = [
    "anniversaries",
    "date_bounds",
    "find_times",
    "governing",
    "is_heading",
    "moved_by",
    "opens_entry",
    "resolve",
    "signal",
]


def resolve(
    text: str, *, anchor: date | None, tense: Tense | None = None, narrative: date | None = None
) -> TimeExpression | None:
    """One expression alone, as "last Friday"; None where `text` holds none.

    `anchor` is the day it was written, `narrative` the day that the text told last. Where only a part of
    `text` is an expression, the longest such part is resolved, and `start` and `end` say which.
    """
    told = day_period(narrative) if narrative else None
    anchors = Anchors(anchor, told, narrative, tense=lambda: tense)
    best: TimeExpression | None = None
    # some words are expressions in company only: "in May", "for years"
    for company in ("", "in ", "for ", "the "):
        found = scan(company + text, 0, len(company + text))
        for item in found:
            start, end = max(0, item.start - len(company)), item.end - len(company)
            reading = read(item.meaning, anchors) if end > 0 else None
            if reading and (best is None or end - start > best.end - best.start):
                best = reading.at(start, end, text[start:end])
        if best is not None and best.end - best.start >= len(text.strip(" .,")):
            break
    return best
