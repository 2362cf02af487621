"""One thing that an article counts twice, with two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from onrecord.check.tellings import OTHER_OCCASION, Telling, Tellings, is_deed, of_one_deed
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding
from onrecord.records.count import Figure, numbers_of_things

if TYPE_CHECKING:
    from onrecord.records.parse import Doc, Token

_CHANGES = re.compile(
    r"\b(?:ris(?:e|en|es|ing)|rose|climb\w*|increase\w*|increasing|reach\w*|grew|grown|up from|down from|revis\w*|"
    r"correct\w*|so far|now|already|by (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|toll|update\w*|including|among|"
    r"of (?:them|whom|these|those)|others?|rest|remaining|more|further|additional|only|total|in all|"
    r"altogether|average|than|per|half|claim\w*|estimat\w*|reported\w*|believed|feared|identified|known|confirmed|"
    r"count\w*|accord\w*)\b",
    re.IGNORECASE,
)
# "three of the", and sentences that begin with "Of the 30"
_PART = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|many|some|half|several|dozens|"
    r"hundreds|few|none))\s+of\s+the\b|(?:^|\n)\s*(?:Of|Among)\b",
    re.IGNORECASE,
)
PEOPLE = "people"
SMALL_PART = 3  # a number below the third of another counts a part more likely than it is a slip


class _Counted(msgspec.Struct, frozen=True, eq=False):
    telling: Telling
    figure: Figure
    thing: str
    kinds: frozenset[str]
    definite: bool
    noun: Token


def count_conflict(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """The same things of one deed told with two exact numbers: "killed 14 people", "the 16 people killed".

    Silent on estimates and bounds, on tolls that grow or are revised, on parts of a whole, on other days, on
    numbers that stand on different words, and where nothing shows that both speak of one deed: it is spoken of
    as known ("the 16 people killed in"), or told with the same day and names.
    """
    counted = list(_counted(extraction, doc))
    told: set[int] = set()
    for one, other in combinations(counted, 2):
        if other.figure.start in told or not _conflict(one, other, extraction):
            continue
        told.add(other.figure.start)
        text = extraction.article.text
        here, before = (text[item.figure.start : _end(item)] for item in (other, one))
        message = f"“{here}” here, but “{before}” before, of the same deed (“{one.telling.deed.text}”)"
        yield Finding("count-conflict", other.figure.start, _end(other), message)


def _counted(extraction: Extraction, doc: Doc) -> Iterator[_Counted]:
    text, tellings = extraction.article.text, Tellings(extraction)
    for sentence in doc.sents:
        for figure in numbers_of_things(text[sentence.start_char : sentence.end_char]):
            if not figure.exact:
                continue
            placed = figure._replace(
                start=figure.start + sentence.start_char, end=figure.end + sentence.start_char
            )
            span = doc.char_span(placed.start, placed.end, alignment_mode="expand")
            if span is not None and (found := _of_deed(span.root, placed, tellings)) is not None:
                yield found


def _of_deed(number: Token, figure: Figure, tellings: Tellings) -> _Counted | None:
    noun = number.head if number.relation == "nummod" else number
    deed = _deed_with(noun)
    found = tellings.of(deed) if deed is not None else None
    if found is None:
        return None
    thing = str(noun.lemma_).lower() if noun != number else PEOPLE
    kinds = frozenset(
        c.lower_ for c in noun.children if c.relation in {"amod", "compound"} and c.text.lower() != "exactly"
    )
    definite = any(c.lower_ in {"the", "these", "those"} for c in noun.children)
    return _Counted(found, figure, thing, kinds, definite, noun)


def _deed_with(noun: Token) -> Token | None:
    """The deed that is done to, or by, what is counted: its own verb, or a clause that tells it apart."""
    for child in noun.children:
        if child.relation == "acl" and is_deed(child):
            return child
    done_to = noun.dep_ in {"obj", "nsubj:pass"} or (
        noun.dep_ == "nsubj" and noun.head.lemma_ in {"die", "kill"}
    )
    return noun.head if done_to and is_deed(noun.head) else None


def _conflict(one: _Counted, other: _Counted, extraction: Extraction) -> bool:
    if one.figure.value == other.figure.value or one.thing != other.thing or one.kinds != other.kinds:
        return False
    if one.telling.deed.sent.start == other.telling.deed.sent.start:
        return False
    words = f"{one.telling.sentence}\n{other.telling.sentence}"
    if OTHER_OCCASION.search(words) or _CHANGES.search(words) or _PART.search(words) or _is_part(one, other):
        return False
    first, second = (_times(item, extraction) for item in (one, other))
    if first and second and not any(a <= d and c <= b for a, b in first for c, d in second):
        return False
    least = 1 if set(first) & set(second) else 2  # told with one day, too
    if not of_one_deed(_without(one), _without(other), least):
        return False
    if other.definite or other.telling.back:
        return True
    return _in_title(one, extraction) and bool(one.telling.names) and one.telling.names <= other.telling.names


def _is_part(one: _Counted, other: _Counted) -> bool:
    """Whether the later number may be of some among the first: it is far smaller, or told apart by more words."""
    if other.figure.value >= one.figure.value:
        return False
    more = (other.telling.names | other.telling.things) - (one.telling.names | one.telling.things)
    return bool(more) or other.figure.value * SMALL_PART <= one.figure.value


def _without(item: _Counted) -> Telling:
    """The telling without what is counted, which alone makes nothing the same."""
    own = {item.thing}
    return msgspec.structs.replace(item.telling, things=item.telling.things - own, theme=frozenset())


def _times(item: _Counted, extraction: Extraction) -> list[tuple[str, str]]:
    """First and last days of the times told with a deed, in its own words."""
    words = list(_clause(item.telling.deed))
    return [
        (time.first, time.last)
        for time in extraction.times
        if time.first and time.last and any(time.start <= word.idx < time.end for word in words)
    ]


def _in_title(item: _Counted, extraction: Extraction) -> bool:
    blocks = extraction.article.blocks
    return any(b.kind == "title" and b.start <= item.figure.start < b.end for b in blocks)


def _clause(deed: Token) -> Iterator[Token]:
    stack = [deed]
    while stack:
        word = stack.pop()
        yield word
        stack += [child for child in word.children if child.relation not in {"conj", "parataxis", "ccomp"}]


def _end(item: _Counted) -> int:
    return max(item.figure.end, item.noun.idx + len(item.noun))
