"""Attributions: what the model marks and what the text makes sure of, resolved to speakers and nested."""

from collections.abc import Sequence

import msgspec

from onrecord.extract.cast import Cast
from onrecord.extract.chains import Chains, Speech
from onrecord.extract.constructions import parsed
from onrecord.extract.headlines import headlines
from onrecord.extract.joining import joined
from onrecord.extract.nearby import Nearby
from onrecord.extract.quotations import quotations
from onrecord.extract.quoting import Behind
from onrecord.extract.relays import relayed
from onrecord.extract.speeches import hearsay, resolved
from onrecord.extract.utterances import Draft
from onrecord.records import Article, Attribution, Span
from onrecord.records.article import PROSE
from onrecord.records.ids import make_id
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

__all__ = ["Chains", "Speech", "attributions"]


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
    found = relayed(doc, cast, vocab, resolved(doc, article, cast, vocab, drafts, quoted))
    return _nested([*found, *hearsay(doc, prose, found)], article.id)


# who hands it on ----------------------------------------------------------------------------------------


def _nested(found: Sequence[tuple[Draft, Speech]], article_id: str) -> tuple[Speech, ...]:
    """Ids and the attribution that each lies inside; of two that begin together the inner comes first."""
    named = [(draft, _identified(speech, article_id)) for draft, speech in found]
    near = Nearby(named, lambda pair: pair[0].content)
    made = []
    for draft, speech in named:
        outer = _outer(draft, named, near)
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


def _outer(
    draft: Draft, others: Sequence[tuple[Draft, Speech]], near: Nearby[tuple[Draft, Speech]]
) -> str | None:
    """The attribution that the draft names, else the smallest whose content holds its cue and content."""
    if draft.under is not None:
        for other, handing in others:
            if other is not draft and other.cue.overlap(draft.under):
                return handing.record.id
    inside = [
        (sum(len(part) for part in other.content), handing.record.id)
        for other, handing in near.at(draft.cue.start, draft.cue.end)
        if other is not draft
        and any(part.start <= draft.cue.start and draft.cue.end <= part.end for part in other.content)
        and any(part.overlap(own) for part in other.content for own in draft.content)
        and not any(part.start <= other.cue.start < part.end for part in draft.content)
    ]
    return min(inside)[1] if inside else None
