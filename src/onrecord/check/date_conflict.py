"""One deed that an article puts on two days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from onrecord.check.tellings import OTHER_OCCASION, Telling, is_deed, of_one_deed, sentence_of, telling
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding, TimeExpression

if TYPE_CHECKING:
    from onrecord.records.parse import Doc, Token

# Deeds done to one thing but once; others are of one occasion only where a telling refers back.
ONCE = frozenset(
    "sign ratify adopt sink assassinate resign inaugurate explode crash collide execute hijack".split()
)
# A slip is near: another day of the same fortnight, or the same day of another month or year.
NEAR_DAYS = 10
_CLOCKS = re.compile(
    r"\b(?:local time|GMT|UTC|eastern time|\w+ time|overnight|midnight|in the (?:early|small) hours|still|time zone)\b"
)
_NUMBER = re.compile(r"\d")


class _Dated(msgspec.Struct, frozen=True, eq=False):
    telling: Telling
    day: date
    time: TimeExpression


def date_conflict(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """One deed told with two days: "met on 16 June", "at their meeting on 15 June".

    Silent where words tell of another occasion or of a change ("again", "postponed"), of plans, of different
    people, places or things, where the tellings stand on different words, where a time zone or the night may
    explain a day between, and where the deed may have been done twice and neither telling refers back.
    """
    dated = list(_dated(extraction, doc))
    for one, other in combinations(dated, 2):
        if one.telling.deed.sent.start == other.telling.deed.sent.start or not _conflict(one, other):
            continue
        if _explained(extraction, one, other) or len(_days_of(one, dated)) > 2:
            continue
        begin = min(other.time.start, other.telling.deed.idx)
        end = max(other.time.end, other.telling.deed.idx + len(other.telling.deed))
        message = (
            f"the {_name(one.telling)} is put on {_said(other.day)} here and on {_said(one.day)} before "
            f"(“{extraction.article.text[_first(one) : _last(one)]}”)"
        )
        yield Finding("date-conflict", begin, end, message)
        return


def _dated(extraction: Extraction, doc: Doc) -> Iterator[_Dated]:
    for time in extraction.times:
        if time.precision != "day" or time.first is None or time.first != time.last or time.ends:
            continue
        if time.type in {"DURATION", "SET"}:
            continue
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        deed = _deed_of(span.root) if span is not None else None
        found = telling(deed, extraction) if deed is not None else None
        if found is not None:
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
    apart = abs((one.day - other.day).days)
    same_number = one.day.day == other.day.day and apart > 0
    if apart == 0 or (apart > NEAR_DAYS and not same_number):
        return False
    printed = all(_NUMBER.search(item.time.text) for item in (one, other))
    if not printed and (apart == 1 or apart > NEAR_DAYS):
        return False
    if not of_one_deed(one.telling, other.telling):
        return False
    if one.telling.family in ONCE and (one.telling.theme & other.telling.theme):
        return True
    return other.telling.back or one.telling.back


def _explained(extraction: Extraction, one: _Dated, other: _Dated) -> bool:
    """Whether the words beside, or a range in the text, explain that days differ."""
    words = " ".join(sentence_of(item.telling) for item in (one, other))
    if OTHER_OCCASION.search(words) or _CLOCKS.search(words):
        return True
    first, last = sorted((one.day.isoformat(), other.day.isoformat()))
    return any(
        time.first is not None
        and time.last is not None
        and time.precision == "range"
        and time.first <= first
        and last <= time.last
        for time in extraction.times
    )


def _days_of(one: _Dated, dated: Iterable[_Dated]) -> set[date]:
    return {item.day for item in dated if item.telling.family == one.telling.family}


def _first(item: _Dated) -> int:
    return min(item.time.start, item.telling.deed.idx)


def _last(item: _Dated) -> int:
    return max(item.time.end, item.telling.deed.idx + len(item.telling.deed))


def _name(item: Telling) -> str:
    return {"meet": "meeting", "sign": "signing"}.get(item.family, f"deed (“{item.deed.text}”)")


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
