"""Documents for the tests of times: of words alone, and with a parse written out by hand."""

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from onrecord.annotate import plain
from onrecord.extract.times import find_times
from onrecord.records import Span, TimeExpression
from onrecord.records.parse import Doc

_BLANK = spacy.blank("en")


def words(text: str, people: Sequence[str] = ()) -> Doc:
    """A document without a parse; `people` are names of persons in it."""
    doc = _BLANK.make_doc(text)
    spans = [doc.char_span(text.index(name), text.index(name) + len(name)) for name in people]
    doc.ents = [SpacySpan(doc, span.start, span.end, label="PERSON") for span in spans if span]
    return plain(doc)


def parsed(rows: str) -> Doc:
    """One sentence, a row a word: part of speech, head (counted from 0), label, morphology, lemma."""
    fields = [line.split() for line in rows.strip().splitlines()]
    doc = SpacyDoc(
        _BLANK.vocab,
        words=[field[0] for field in fields],
        pos=[field[1] for field in fields],
        heads=[int(field[2]) for field in fields],
        deps=[field[3] for field in fields],
        morphs=[field[4] if len(field) > 4 else "" for field in fields],
        lemmas=[field[5] if len(field) > 5 else field[0].lower() for field in fields],
        sent_starts=[number == 0 for number in range(len(fields))],
    )
    return plain(doc)


def times(
    text: str | Doc,
    published: str | None = "2025-09-10",
    between: tuple[str | None, str | None] | None = None,
    dateline: str | None = None,
) -> tuple[TimeExpression, ...]:
    """The expressions of a whole text; the day of publication is a Wednesday."""
    doc = words(text) if isinstance(text, str) else text
    prose = [Span(0, len(doc.text))]
    return find_times(doc, published=published, prose=prose, between=between, dateline=dateline)


def values(found: Sequence[TimeExpression]) -> list[str]:
    """The TIMEX3 values in order."""
    return [time.value for time in found]
