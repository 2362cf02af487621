"""Stamps: lines that say when a page was published or changed, or what day it was when it was printed."""

import re
from functools import lru_cache

import msgspec

from onrecord.clean.lines import Line
from onrecord.clean.phrases import phrases
from onrecord.records.day import MONTHS, DayText, days_in

_MONTH_AND_YEAR = re.compile(
    rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )({'|'.join(MONTHS)}),? ((?:19|20)\d\d)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"\b(\d+|an?|one|two|three|four|five|six) (minute|min|hour|hr|day|week)s? ago\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SMALL = frozenset(
    "by by: in of the and de at from for last first local time a "
    "admin staff editor webmaster leave comment comments views".split()
)
_LONGEST = 24  # words of a stamp with all that stands beside it
_MOST_REST = 6  # words that are neither date nor label: a name, a place, an agency


class Stamp(msgspec.Struct, frozen=True):
    """What a stamp says.

    `days` in the order of the line, each with the label before it; `rest` is what is neither date nor label;
    `days_ago` counts back from the day on which the page was printed.
    """

    days: tuple[tuple[str, DayText], ...]
    labels: frozenset[str]
    month: str | None
    days_ago: int | None
    rest: str


def stamp_of(line: Line) -> Stamp | None:
    """The stamp that `line` is, or None."""
    if len(line.words) > _LONGEST or (not _DIGIT.search(line.plain) and len(line.words) > 8):
        return None
    return _stamp_of(line.plain)


@lru_cache(maxsize=4096)
def _stamp_of(plain: str) -> Stamp | None:
    said = phrases()
    days = tuple(days_in(plain))
    months = _MONTH_AND_YEAR.search(plain) if not days else None
    left = plain
    for day in reversed(days):
        left = left[: day.start] + " | " + left[day.end :]
    if months:
        left = left.replace(months[0], " | ")
    reading = said.reading_time.search(left)
    left = said.reading_time.sub(" | ", left)
    labels = frozenset(
        name
        for name, pattern in (("published", said.published), ("updated", said.updated))
        if pattern.search(left)
    )
    labelled, timed = left, said.time.sub(" | ", left)
    left = said.updated.sub(" | ", said.published.sub(" | ", timed))
    rest = " ".join(re.sub(r"[^\w.'&@-]+", " ", left).split()).strip(" .-")
    if said.furniture.whole(rest):
        rest = ""
    clock = not rest and timed != labelled and _DIGIT.search(plain) is not None
    if not (days or months or reading or clock or (labels and (timed != labelled or not rest))):
        return None
    if len(rest.split()) > (_MOST_REST if days or labels else 2) or rest.endswith(("said", "says")):
        return None
    if not _may_stand_beside(rest):
        return None
    return Stamp(
        days=tuple((_label(plain, day.start), day) for day in days),
        labels=labels,
        month=f"{months[2]}-{MONTHS.index(months[1].title()) + 1:02d}" if months else None,
        days_ago=_days_ago(plain),
        rest=rest,
    )


def _label(plain: str, start: int) -> str:
    """ "published", "updated" or "" for the date that begins at `start`: the nearest label before it."""
    before = plain[:start]
    said = phrases()
    found = [(match.start(), "published") for match in said.published.finditer(before)]
    found += [(match.start(), "updated") for match in said.updated.finditer(before)]
    return max(found)[1] if found else ""


def _may_stand_beside(rest: str) -> bool:
    """Whether what is left beside a date is a name, place or section: capitalised words only."""
    return all(not word[0].islower() or word in _SMALL for word in rest.split())


def _days_ago(plain: str) -> int | None:
    lower = plain.lower()
    if match := _AGO.search(lower):
        number = _NUMBERS.get(match[1]) or int(match[1])
        return number * {"day": 1, "week": 7}.get(match[2], 0)
    if "yesterday" in lower:
        return 1
    if "today" in lower or "just now" in lower:
        return 0
    return None
