"""People named with an office that they held once only: their terms bound the day of an article."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from onrecord.knowledge import Knowledge
from onrecord.records import Span, Term
from onrecord.records.parse import Doc
from onrecord.records.parse import Phrase as Tokens

_MOST_TITLE_TOKENS = 8
_NOT_NOW = frozenset(
    "former ex then late incoming outgoing future onetime ex- designate elect acting interim once"
    " veteran".split()
)
_LOWER_RANK = frozenset("deputy vice assistant under shadow first associate junior".split())


class OfficeTerms(msgspec.Struct, frozen=True):
    """A person named with a title, and when the one term in that office began and ended (None: not known)."""

    name: str
    title: str
    words: Span
    start: date | None
    end: date | None


def held_offices(doc: Doc, prose: Sequence[Span], knowledge: Knowledge) -> tuple[OfficeTerms, ...]:
    """People of the prose who stand with the title of an office that they held in exactly one term."""
    found: dict[tuple[str, str], OfficeTerms] = {}
    for ent in doc.ents:
        if ent.label_ != "PERSON" or not any(
            span.start <= ent.start_char and ent.end_char <= span.end for span in prose
        ):
            continue
        for held in _held(doc, ent, knowledge):
            found.setdefault((held.name, held.title), held)
    return tuple(found.values())


def _held(doc: Doc, ent: Tokens, knowledge: Knowledge) -> Iterator[OfficeTerms]:
    people = knowledge.named(ent.text, {"person"})
    if len(people) != 1 or len(ent) < 2:
        return
    named = _title_before(doc, ent, knowledge)
    if named is None:
        return
    title, of, start = named
    terms = [
        term
        for term in knowledge.terms(people[0].id)
        if term.office.title == title and of in {None, term.office.of}
    ]
    joined = _joined(terms)
    if joined is None:
        return
    yield OfficeTerms(
        people[0].name, title, Span(start, ent.end_char), _full_day(joined[0]), _full_day(joined[1])
    )


def _joined(terms: Sequence[Term]) -> tuple[str | None, str | None] | None:
    """Start and end of the one term in the office; terms that follow one another without a gap are one."""
    if not terms or len({term.office for term in terms}) != 1:
        return None
    start, end = terms[0].start, terms[0].end
    for term in terms[1:]:
        if end is None or term.start is None or term.start > end:
            return None
        end = term.end
    return start, end


def _full_day(day: str | None) -> date | None:
    """A day known in full; a month or a year alone bounds nothing."""
    try:
        return date.fromisoformat(day) if day and len(day) == 10 else None
    except ValueError:
        return None


def _title_before(doc: Doc, ent: Tokens, knowledge: Knowledge) -> tuple[str, str | None, int] | None:
    """Title and of what, by the words right before a name, and where they begin; None for "former" etc."""
    first = max(ent.root.sent.start, ent.start - _MOST_TITLE_TOKENS)
    for start in range(first, ent.start):
        words = doc[start : ent.start]
        if any(
            not token.is_alpha and token.text not in {"-", "'s", "’s", "."}
            for token in words
            if "." not in token.text
        ):
            continue
        office = knowledge.office(words.text)
        if office is None:
            continue
        around = {token.lower_ for token in doc[max(first, start - 3) : ent.start]}
        if around & (_NOT_NOW | _LOWER_RANK):
            return None
        return office[0], office[1], words.start_char
    return None
