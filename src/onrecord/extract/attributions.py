"""Attributions: what the model marks and what the text makes sure of, resolved to speakers and nested."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.extract.cast import Cast
from onrecord.extract.chains import Chains, Speech
from onrecord.extract.clause import lemma
from onrecord.extract.constructions import parsed
from onrecord.extract.headlines import headlines
from onrecord.extract.joining import is_quoted, joined
from onrecord.extract.quotations import Quotation, quotations
from onrecord.extract.quoting import Behind
from onrecord.extract.speakers import Speakers
from onrecord.extract.turns import Speaker, Turns
from onrecord.extract.utterances import Draft, runs, span_of, tokens_in
from onrecord.records import Article, Attribution, Cue, Source, Span
from onrecord.records.attribution import CueKind
from onrecord.records.ids import make_id
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

__all__ = ["PROSE", "Chains", "Speech", "attributions", "cue_kind"]

PROSE = frozenset({"body", "title", "standfirst", "caption"})
NEARBY = 400  # characters between "reportedly" and the report that the neighbouring sentence cites


def attributions(doc: Doc, article: Article, cast: Cast, vocab: Vocab) -> tuple[Speech, ...]:
    """All attributions of the text in order, each with the one it lies inside.

    Args:
        doc: the annotated text; `doc.user_data["utterances"]` holds what the language model marked.
        article: for its blocks and id.
        cast: who is who.
        vocab: word lists.
    """
    prose = [Span(block.start, block.end) for block in article.blocks if block.kind in PROSE]
    titles = [Span(block.start, block.end) for block in article.blocks if block.kind == "title"]
    quoted = quotations(doc.text, prose)
    drafts = joined(
        doc, cast, vocab, [*parsed(doc, cast, vocab, quoted), *headlines(doc, titles, cast, vocab)], quoted
    )
    drafts = Behind(doc, cast, vocab, prose, quoted).join(drafts)
    found = _resolved(doc, article, cast, vocab, drafts, quoted)
    return _nested([*found, *_hearsay(doc, prose, found)], article.id)


# who says it --------------------------------------------------------------------------------------------


def _resolved(
    doc: Doc, article: Article, cast: Cast, vocab: Vocab, drafts: Iterable[Draft], quoted: Sequence[Quotation]
) -> list[tuple[Draft, Speech]]:
    ordered = sorted(drafts, key=lambda draft: (draft.cue.start, draft.cue.end))
    turns = Turns(doc, cast, vocab, [part for draft in ordered for part in draft.content])
    speakers = Speakers(doc, cast, vocab, turns, article.outlet)
    found: list[tuple[Draft, Speech]] = []
    for draft in ordered:
        if draft.source is None:
            continue
        speaker = speakers.of(draft.source)
        if speaker is None or not speaker.name:
            continue
        if not _inside_any(draft, ordered):
            turns.remember(speaker, max(draft.cue.end, *(part.end for part in draft.content)))
        via = speakers.of(draft.via) if draft.via is not None else None
        found.append((draft, _speech(doc, draft, speaker, via, vocab, quoted)))
    return found


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


def cue_kind(doc: Doc, cue: Span, vocab: Vocab) -> CueKind:
    """What kind of saying the cue's words make it."""
    lemmas = {lemma(token) for token in tokens_in(doc, cue)}
    table: tuple[tuple[str, CueKind], ...] = (
        ("denies", "denies"),
        ("doubts", "doubts"),
        ("promises", "promises"),
        ("demands", "demands"),
        ("hedges_cue", "hedges"),
    )
    return next((kind for words, kind in table if lemmas & vocab.words[words]), "says")


def _hearsay(
    doc: Doc, prose: Sequence[Span], found: Sequence[tuple[Draft, Speech]]
) -> Iterator[tuple[Draft, Speech]]:
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


# who hands it on ----------------------------------------------------------------------------------------


def _nested(found: Sequence[tuple[Draft, Speech]], article_id: str) -> tuple[Speech, ...]:
    """Ids and the attribution that each lies inside; of two that begin together the inner comes first."""
    named = [(draft, _identified(speech, article_id)) for draft, speech in found]
    made = []
    for draft, speech in named:
        outer = _outer(draft, speech, named)
        made.append(
            msgspec.structs.replace(speech, record=msgspec.structs.replace(speech.record, inside=outer))
        )
    return tuple(sorted(made, key=lambda speech: _place(speech.record)))


def _identified(speech: Speech, article_id: str) -> Speech:
    record = speech.record
    cue = record.cue
    identity = make_id(
        "att",
        article_id,
        record.source.start,
        record.source.end,
        [cue.start, cue.end] if cue is not None else None,
        [[c.start, c.end] for c in record.content],
    )
    return msgspec.structs.replace(speech, record=msgspec.structs.replace(record, id=identity))


def _place(record: Attribution) -> tuple[int, int, int, int]:
    first = min(record.content)
    return (
        first.start,
        sum(len(part) for part in record.content),
        int(record.inside is None),
        record.source.start,
    )


def _outer(draft: Draft, speech: Speech, others: Sequence[tuple[Draft, Speech]]) -> str | None:
    """The attribution that the draft names, else the smallest whose content holds its cue and content."""
    if draft.under is not None:
        for other, handing in others:
            if other is not draft and other.cue.overlap(draft.under):
                return handing.record.id
    inside = [
        (sum(len(part) for part in other.content), handing.record.id)
        for other, handing in others
        if other is not draft
        and any(part.start <= draft.cue.start and draft.cue.end <= part.end for part in other.content)
        and any(part.overlap(own) for part in other.content for own in draft.content)
        and not any(part.start <= other.cue.start < part.end for part in draft.content)
    ]
    return min(inside)[1] if inside else None
