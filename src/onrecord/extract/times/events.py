"""Dated events that news names without their year: for anniversaries, and days known by themselves."""

import re
from importlib.resources import files

import msgspec

from onrecord.extract.times.meaning import Day

EventDay = tuple[int, int | None, int | None]


class DatedEvent(msgspec.Struct, frozen=True):
    """An event by the words that name it, and its days: (year, month, day), or the year alone."""

    pattern: re.Pattern[str]
    days: tuple[EventDay, ...]


def _load() -> tuple[DatedEvent, ...]:
    table = files("onrecord.extract.times").joinpath("events.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(
        DatedEvent(re.compile(pattern, re.IGNORECASE), tuple(_day(day) for day in days.split()))
        for pattern, days in rows
    )


def _day(text: str) -> EventDay:
    year, *rest = (int(part) for part in text.split("-"))
    return (year, rest[0], rest[1]) if len(rest) == 2 else (year, None, None)


EVENTS: tuple[DatedEvent, ...] = _load()

# Days that name an event by themselves, when the word follows: (month, day), what must follow, year.
_FAMOUS: tuple[tuple[int, int, re.Pattern[str], int], ...] = (
    (10, 7, re.compile(r",?\s+(?:terror\w*\s+|Hamas\S*\s+|cross-border\s+)?(?:attacks?|massacre|assault"
                       r"|onslaught)\b"), 2023),
    (1, 6, re.compile(r",?\s+(?:Capitol\s+)?(?:riots?|insurrection|attack on the (?:U\.?S\.?"
                      r" )?Capitol)\b"), 2021),
    (9, 11, re.compile(r",?\s+(?:terror\w*\s+|terrorist\s+)?attacks?\b"), 2001),
)  # fmt: skip


def famous_year(text: str, end: int, day: Day) -> int | None:
    """The year of a day that stands for its event ("the October 7 attack"), by the words after it."""
    for month, number, follows, year in _FAMOUS:
        if (day.month, day.day) == (month, number) and follows.match(text, end):
            return year
    return None
