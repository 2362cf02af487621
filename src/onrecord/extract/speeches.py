"""From drafts to speeches: whom each source phrase means, and what kind of saying the cue makes it.

What is said in the first person inside somebody's words ("I know that ...") is said by him. A cue without a
source ("is believed to", "it was announced") is on record with the cue itself as source, named `unnamed sources`; it
stands on nobody's word.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.extract.cast import Cast
from onrecord.extract.chains import Speech
from onrecord.extract.clause import lemma
from onrecord.extract.descriptions import UNNAMED
from onrecord.extract.joining import is_quoted
from onrecord.extract.nearby import Nearby
from onrecord.extract.quotations import Quotation
from onrecord.extract.speakers import FIRST_PERSON, Speakers
from onrecord.extract.turns import Speaker, Turns
from onrecord.extract.utterances import Draft, runs, span_of, tokens_in
from onrecord.records import Article, Attribution, Cue, Source, Span
from onrecord.records.attribution import CueKind
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

AUTHOR = "author"  # the name of whoever writes "I" without a byline
NEARBY = 400  # characters between "reportedly" and the report that the neighbouring sentence cites
KINDS: tuple[tuple[str, CueKind], ...] = (
    ("denies", "denies"),
    ("doubts", "doubts"),
    ("promises", "promises"),
    ("demands", "demands"),
    ("hedges_cue", "hedges"),
)
PRESSING = frozenset({"call", "insist"})
"""Verbs that ask for something only with what follows them."""
OF_NOBODY = ("says", "says_person", "said_nouns", "judges", "asserts_object", "hedges_cue")
Found = list[tuple[Draft, Speech]]


def resolved(
    doc: Doc, article: Article, cast: Cast, vocab: Vocab, drafts: Iterable[Draft], quoted: Sequence[Quotation]
) -> Found:
    """The drafts with their speakers, in order of their cues; those of nobody who could speak are left out."""
    ordered = sorted(drafts, key=lambda draft: (draft.cue.start, draft.cue.end))
    turns = Turns(doc, cast, vocab, [part for draft in ordered for part in draft.content])
    speakers = Speakers(doc, cast, vocab, turns, article.outlet)
    near, marks = Nearby(ordered, lambda draft: draft.content), Nearby(quoted, lambda run: (run.span,))
    found: Found = []
    waiting: list[Draft] = []
    for draft in ordered:
        if draft.source is None:
            found += [_of_nobody(doc, draft, vocab, quoted)] if _is_saying(doc, draft, vocab) else []
            continue
        speaker = speakers.of(draft.source)
        if speaker is None or not speaker.name:
            waiting += [draft] if _first_person(doc, draft) else []
            continue
        if not _inside_any(draft, near.at(draft.cue.start, draft.cue.end)):
            turns.remember(speaker, max(draft.cue.end, *(part.end for part in draft.content)))
        via = speakers.of(draft.via) if draft.via is not None else None
        first, last = min(draft.content), max(part.end for part in draft.content)
        found.append((draft, _speech(doc, draft, speaker, via, vocab, marks.at(first.start, last))))
    author = article.byline or AUTHOR
    found += [
        item for draft in waiting for item in _in_first_person(doc, draft, found, author, vocab, quoted)
    ]
    return sorted(found, key=lambda item: (item[0].cue.start, item[0].cue.end))


def cue_kind(doc: Doc, cue: Span, vocab: Vocab) -> CueKind:
    """What kind of saying the cue's words make it."""
    words = tokens_in(doc, cue)
    lemmas = {lemma(token) for token in words if lemma(token) not in PRESSING or _presses(token)}
    return next((kind for words, kind in KINDS if lemmas & vocab.words[words]), "says")


def _presses(word: Token) -> bool:
    """ "Called for restraint", "insisted on a vote", not "called it a farce", "insisted that it was so"."""
    return any(token.lower_ in {"for", "on", "upon"} for token in word.doc[word.i + 1 : word.i + 2])


def _inside_any(draft: Draft, others: Sequence[Draft]) -> bool:
    return any(
        part.start <= draft.cue.start < part.end
        for other in others
        if other is not draft
        for part in other.content
    )


def _speech(
    doc: Doc, draft: Draft, speaker: Speaker, via: Speaker | None, vocab: Vocab, quoted: Sequence[Quotation]
) -> Speech:
    assert draft.source is not None
    actor = speaker.figures[0].id if len(speaker.figures) == 1 and not speaker.anonymous else None
    record = Attribution(
        "",
        Source(draft.source.start, draft.source.end, speaker.name, actor),
        Cue(draft.cue.start, draft.cue.end, cue_kind(doc, draft.cue, vocab)),
        draft.content,
        is_quoted(draft.content, quoted),
    )
    return Speech(
        record, speaker.figures, speaker.anonymous, speaker.origin, via.origin if via else None, draft.asserts
    )


# speakers who are not named beside the cue --------------------------------------------------------------


def _first_person(doc: Doc, draft: Draft) -> bool:
    return draft.source is not None and all(
        token.lower_ in FIRST_PERSON for token in tokens_in(doc, draft.source)
    )


def _in_first_person(
    doc: Doc, draft: Draft, found: Found, author: str, vocab: Vocab, quoted: Sequence[Quotation]
) -> Iterator[tuple[Draft, Speech]]:
    """ "I know", inside what somebody says: his own word, which adds nothing to the chain; else the author's."""
    holding = [
        (sum(len(part) for part in other.content), index)
        for index, (other, _) in enumerate(found)
        if any(part.start <= draft.cue.start and draft.cue.end <= part.end for part in other.content)
    ]
    speaker = Speaker((), author, author)
    if holding:
        outer = found[min(holding)[1]][1]
        speaker = Speaker(outer.speakers, outer.record.source.name, outer.origin, outer.anonymous)
    own = msgspec.structs.replace(draft, asserts=False)
    yield draft, _speech(doc, own, speaker, None, vocab, quoted)


def _is_saying(doc: Doc, draft: Draft, vocab: Vocab) -> bool:
    lemmas = {lemma(token) for token in tokens_in(doc, draft.cue)}
    return any(lemmas & vocab.words[name] for name in OF_NOBODY)


def _of_nobody(doc: Doc, draft: Draft, vocab: Vocab, quoted: Sequence[Quotation]) -> tuple[Draft, Speech]:
    named = msgspec.structs.replace(draft, source=draft.cue, asserts=False)
    speaker = Speaker((), UNNAMED, UNNAMED, anonymous=True)
    return draft, _speech(doc, named, speaker, None, vocab, quoted)


def hearsay(doc: Doc, prose: Sequence[Span], found: Found) -> Iterator[tuple[Draft, Speech]]:
    """ "He is reportedly to resign": on the word of the outlet whose report the next or last sentence cites."""
    outlets = [(d, s) for d, s in found if len(s.speakers) == 1 and s.speakers[0].kind == "outlet"]
    for token in doc:
        span = span_of(token)
        if token.lower_ != "reportedly" or not any(part.overlap(span) for part in prose):
            continue
        if any(draft.covers(span) or draft.cue.overlap(span) for draft, _ in found):
            continue
        near = min(outlets, key=lambda item: abs(item[0].cue.start - token.idx), default=None)
        content = runs(doc, [part for part in token.sent if part != token])
        if near is None or not content or abs(near[0].cue.start - token.idx) > NEARBY:
            continue
        record = msgspec.structs.replace(
            near[1].record,
            cue=Cue(span.start, span.end, "hedges"),
            content=content,
            quoted=False,
            inside=None,
        )
        yield (
            msgspec.structs.replace(near[0], cue=span, content=content, under=None, via=None),
            msgspec.structs.replace(near[1], record=record, asserts=True, via=None),
        )
