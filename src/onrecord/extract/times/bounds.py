"""Bounds for the day of an article that nothing dates, from what its text tells.

What is told as past bounds the day from below, what is told as ahead from above; offices that people hold
bound it by their terms. Bounds that contradict each other are not given: silence beats a false bound.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from onrecord.extract.times.anniversaries import anniversaries
from onrecord.extract.times.tense import ClauseTense
from onrecord.extract.times.terms import OfficeTerms, held_offices
from onrecord.knowledge import Knowledge
from onrecord.records import Article, DateReason, Span, TimeExpression
from onrecord.records.article import PROSE
from onrecord.records.parse import Doc

# "the strategy for 2030 was adopted", "the May summit was announced" are told in the past, and yet ahead:
# only these words before a date say when a thing was.
_WHEN = re.compile(
    r"\b(?:on|in|during|since|of|at)\s+(?:the\s+)?(?:\w+\s+of\s+)?$|(?:^|[.!?\n,(—–])\s*$", re.IGNORECASE
)
_NOT_WHEN = re.compile(
    r"\b(?:for|until|till|by|through|to|before|from|toward|towards)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|is|are|has been|have been)\s+(?:\w+ly\s+)?(?:be|not|to|set|due|scheduled|slated|planned"
    r"|expected|preparing|planning|going|attend|travel|visit|host|meet|hold|take|mark|begin|open|sign"
    r"|arrive|fly"
    r"|go|participate|join|welcome|receive|gather|celebrate|speak|vote|enter|expire|end|start|launch|\w+)\b"
    r"|\bplans? to\b|[’']ll\b"
)
_LOOKING_BACK = re.compile(
    r"\b(?:would|was to|were to|(?:was|were) (?:due|set|scheduled|planned|expected|supposed)|had)\b"
)
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")
# A term that ended this long after the others began says little.
_FAR_DAYS = 366 * 10

Side = Literal["lower", "upper"]
Bounds = tuple[str | None, str | None]


class Bound(msgspec.Struct, frozen=True, order=True):
    """A day that the article's is not before (lower) or not after (upper), the words, and the reason."""

    day: date
    start: int
    end: int
    reason: str


def date_bounds(
    article: Article, doc: Doc, times: Sequence[TimeExpression], knowledge: Knowledge | None
) -> tuple[Bounds | None, tuple[DateReason, ...]]:
    """First and last day (ISO; either may be None) that an undated article may be from, with the reasons.

    None and no reasons where the article has a date, or where its text bounds nothing.
    """
    if article.published is not None:
        return None, ()
    prose = [Span(block.start, block.end) for block in article.blocks if block.kind in PROSE]
    prose = prose or [Span(0, len(article.text))]
    tense = ClauseTense(doc, article.text)
    offices = held_offices(doc, prose, knowledge) if knowledge is not None else ()
    lower = [
        *_told_past(article.text, times, tense),
        *_kept(article.text, prose, tense, "lower"),
        *_begun(offices),
    ]
    upper = [*_told_ahead(article.text, times, tense), *_kept(article.text, prose, tense, "upper")]
    return _agreed(lower, upper, list(_ended(offices)))


def _agreed(
    lower: list[Bound], upper: list[Bound], ends: list[Bound]
) -> tuple[Bounds | None, tuple[DateReason, ...]]:
    """The closest bounds; where they contradict each other, the past if several dates tell it, else nothing.

    Ends of terms are believed only where nothing speaks against any of them.
    """
    low = max(lower, key=lambda bound: (bound.day, -bound.start), default=None)
    if low is None or all(low.day <= bound.day for bound in ends):
        upper = [*upper, *ends]
    high = min(upper, key=lambda bound: (bound.day, bound.start), default=None)
    if low and high and low.day > high.day:
        beyond = {bound.day for bound in lower if bound.day > high.day}
        if len(beyond) < 2:
            return None, ()
        high = None
    if low is None and high is None:
        return None, ()
    reasons = tuple(
        dict.fromkeys(DateReason(bound.start, bound.end, bound.reason) for bound in (low, high) if bound)
    )
    return (low.day.isoformat() if low else None, high.day.isoformat() if high else None), reasons


def _sentence(text: str, start: int) -> tuple[int, int]:
    begin = max(0, start - 400)
    for match in _SENTENCE_BREAK.finditer(text, begin, start):
        begin = match.end()
    after = _SENTENCE_BREAK.search(text, start)
    return begin, after.start() if after else len(text)


def _named_year(time: TimeExpression) -> bool:
    return time.because.startswith("its year is said")


def _told_past(text: str, times: Sequence[TimeExpression], tense: ClauseTense) -> Iterator[Bound]:
    """Dates with their year, and those that follow one in its year, told in the past tense."""
    for time in times:
        if time.first is None or time.type not in {"DATE", "TIME"}:
            continue
        follows = "named before it" in time.because and time.precision in {"day", "range", "month"}
        if not (_named_year(time) or follows) or not _says_when(text, time):
            continue
        if tense.of(time.start, time.end) == "past":
            yield Bound(
                date.fromisoformat(time.first), time.start, time.end, f"“{time.text}” is told as past"
            )


def _says_when(text: str, time: TimeExpression) -> bool:
    before = text[max(0, time.start - 24) : time.start]
    if _NOT_WHEN.search(before):
        return False
    return _WHEN.search(before) is not None


def _told_ahead(text: str, times: Sequence[TimeExpression], tense: ClauseTense) -> Iterator[Bound]:
    """Days with their year of which the article says, in its own present, that they are ahead."""
    for time in times:
        if time.last is None or time.precision != "day" or not _named_year(time):
            continue
        begin, end = _sentence(text, time.start)
        if tense.of(time.start, time.end) != "future" or not _in_own_present(text[begin:end]):
            continue
        if any(begin <= other.start < end and _earlier(other, time) for other in times):
            continue
        yield Bound(date.fromisoformat(time.last), time.start, time.end, f"“{time.text}” is told as ahead")


def _in_own_present(sentence: str) -> bool:
    return _AHEAD.search(sentence) is not None and _LOOKING_BACK.search(sentence) is None


def _earlier(other: TimeExpression, time: TimeExpression) -> bool:
    """Whether the sentence is dated itself: what was ahead then need not be ahead of the article."""
    return (
        _named_year(other) and other.first is not None and time.first is not None and other.first < time.first
    )


def _kept(text: str, prose: Sequence[Span], tense: ClauseTense, side: Side) -> Iterator[Bound]:
    """Anniversaries that were kept, or are to be."""
    for found in anniversaries(text, prose):
        begin, end = _sentence(text, found.start)
        told = tense.of(found.start, found.end)
        words = text[found.start : found.end]
        days = tuple(map(date.fromisoformat, found.days)) or (
            date(found.year, 1, 1),
            date(found.year, 12, 31),
        )
        reason = f"“{words}”: {found.event_year} + {found.count} = {found.year}"
        if "this year" in text[begin:end].lower():
            days = date(found.year, 1, 1), date(found.year, 12, 31)
        elif told != ("past" if side == "lower" else "future") or (
            side == "upper" and not _in_own_present(text[begin:end])
        ):
            continue
        how = "kept already" if told == "past" else "ahead"
        yield Bound(min(days) if side == "lower" else max(days), found.start, found.end, f"{reason}, {how}")


def _begun(offices: Sequence[OfficeTerms]) -> Iterator[Bound]:
    for held in offices:
        if held.start is not None:
            reason = f"{held.name} has been {held.title} since {held.start.isoformat()}"
            yield Bound(held.start, held.words.start, held.words.end, reason)


def _ended(offices: Sequence[OfficeTerms]) -> Iterator[Bound]:
    """The end of a term, where two or more people with their titles were in office together before it.

    A title alone may look back ("Chancellor Angela Merkel began it"): people whose terms do not overlap
    say that the article does, and then no term bounds it.
    """
    starts = [held.start for held in offices if held.start is not None]
    if len({held.name for held in offices}) < 2 or not starts:
        return
    ended = [held for held in offices if held.end is not None]
    if any(
        held.end <= max(starts) or (held.end - max(starts)).days > _FAR_DAYS for held in ended if held.end
    ):
        return
    for held in ended:
        if held.end is not None:
            reason = f"{held.name} was {held.title} until {held.end.isoformat()}"
            yield Bound(held.end, held.words.start, held.words.end, reason)
