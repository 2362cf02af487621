"""One deed that an article puts on two days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from onrecord.check.tellings import OTHER_OCCASION, Telling, Tellings, is_deed, of_one_deed
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding, TimeExpression

if TYPE_CHECKING:
    from onrecord.records.parse import Doc, Token

# Deeds done to one thing but once. Blows are dealt again and again, and "the shelling of Lomo on 7 May" may be another:
# they are left out. The rest is of one occasion only where the words refer back to it.
ONCE = frozenset(
    "sign ratify adopt sink assassinate resign inaugurate execute hijack expel release deport".split()
)
AGAIN = frozenset(
    "meet arrive depart visit arrest seize appoint dismiss elect open abduct recall summon".split()
)
GOES_ON = frozenset({"meet", "visit"})
# A slip is near: of deeds done but once a day of the same fortnight, of others the day beside or the one after that;
# or the same day of another month or year.
NEAR_DAYS, NEAR_DAYS_AGAIN = 10, 2
_LONG = re.compile(
    r"\b(?:last(?:s|ed|ing)|continu\w+|went on|days?|began|begin|opened|ended|end|conclud\w+|wrap\w*|"
    r"weekend|through)\b"
)
_CLOCKS = re.compile(
    r"\b(?:local time|GMT|UTC|\w+ time|overnight|midnight|in the (?:early|small) hours|late|still|time zone)\b"
)
_NUMBER = re.compile(r"\d")


class _Dated(msgspec.Struct, frozen=True, eq=False):
    telling: Telling
    day: date
    time: TimeExpression

    @property
    def start(self) -> int:
        return min(self.time.start, self.telling.deed.idx)

    @property
    def end(self) -> int:
        return max(self.time.end, self.telling.deed.idx + len(self.telling.deed))


def date_conflict(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """One deed told with two days: "met on 16 June", "at their meeting on 15 June".

    Silent where words tell of another occasion or of a change ("again", "postponed"), of plans, of different
    people, places or things, where the tellings stand on different words, where a time zone or the night may
    explain a day between, and where the deed may have been done twice and the later words do not refer back.
    """
    dated = list(_dated(extraction, doc))
    text = extraction.article.text
    told: set[int] = set()
    for one, other in combinations(dated, 2):
        if other.start in told or not _conflict(one, other) or _explained(extraction, one, other):
            continue
        if len({item.day for item in dated if item.telling.family == one.telling.family}) > 2:
            continue
        told.add(other.start)
        message = f"on {_said(other.day)} here, on {_said(one.day)} before: “{text[one.start : one.end]}”"
        yield Finding("date-conflict", other.start, other.end, message)


def _dated(extraction: Extraction, doc: Doc) -> Iterator[_Dated]:
    """Deeds told as done on one day, in order of the days' words."""
    tellings = Tellings(extraction)
    for time in extraction.times:
        if time.precision != "day" or time.first is None or time.first != time.last or time.ends:
            continue
        span = (
            None
            if time.type in {"DURATION", "SET"}
            else doc.char_span(time.start, time.end, alignment_mode="expand")
        )
        deed = _deed_of(span.root) if span is not None else None
        if deed is not None and (found := tellings.of(deed)) is not None:
            yield _Dated(found, date.fromisoformat(time.first), time)


def _deed_of(token: Token) -> Token | None:
    """The deed that a time belongs to: the nearest one above it, with no other verb between."""
    node = token
    while node.head != node:
        node = node.head
        if is_deed(node):
            return node
        if node.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _conflict(one: _Dated, other: _Dated) -> bool:
    family, apart = one.telling.family, abs((one.day - other.day).days)
    near = NEAR_DAYS if family in ONCE else NEAR_DAYS_AGAIN
    if family not in ONCE | AGAIN or apart == 0 or (apart > near and one.day.day != other.day.day):
        return False
    printed = all(_NUMBER.search(item.time.text) for item in (one, other))
    if not printed and (apart == 1 or apart > near):
        return False
    if one.telling.deed.sent.start == other.telling.deed.sent.start or not of_one_deed(
        one.telling, other.telling
    ):
        return False
    if family in ONCE:
        return bool(one.telling.theme & other.telling.theme) or _refers_back(other)
    if family in GOES_ON and one.day < other.day:
        return False  # "Their meeting on June 8" may be its second day
    return _refers_back(other) and bool(one.telling.names & other.telling.names)


def _refers_back(item: _Dated) -> bool:
    """ "their meeting", "who had arrived": the date tells it from no other of its sort."""
    deed = item.telling.deed
    if deed.pos_ == "NOUN":
        return any(child.dep_ == "nmod:poss" for child in deed.children)
    return item.telling.back and any(child.lower_ == "had" for child in deed.children)


def _explained(extraction: Extraction, one: _Dated, other: _Dated) -> bool:
    """Whether the words beside, or a range in the text, explain that days differ."""
    words = f"{one.telling.sentence} {other.telling.sentence}"
    if OTHER_OCCASION.search(words) or _CLOCKS.search(words):
        return True
    if one.telling.family in AGAIN and _LONG.search(words):
        return True
    first, last = sorted((one.day.isoformat(), other.day.isoformat()))
    return any(
        time.precision == "range" and (time.first or "9") <= first and last <= (time.last or "0")
        for time in extraction.times
    )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
