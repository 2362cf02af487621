"""Rules over the annotated text: actors, times, attributions, claims, sourcing."""

from collections.abc import Collection

import msgspec

from onrecord.extract.adopting import adopt, after_talks, on_the_line, with_traveller
from onrecord.extract.attributions import attributions
from onrecord.extract.binding import Calendar
from onrecord.extract.cast import Cast
from onrecord.extract.claims import claim_of
from onrecord.extract.explaining import explain
from onrecord.extract.later import told_later
from onrecord.extract.merge import merge
from onrecord.extract.places import Map
from onrecord.extract.retold import retold
from onrecord.extract.several import Several
from onrecord.extract.sourcing import sourcing
from onrecord.extract.teller import Teller
from onrecord.extract.times import anniversaries, date_bounds, find_times
from onrecord.extract.trace import Trace
from onrecord.extract.votes import tallies
from onrecord.knowledge import Knowledge
from onrecord.records import Article, BlockKind, Extraction, Span, TimeExpression
from onrecord.records.article import PROSE
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

__all__ = ["Trace", "explain", "extract", "timed"]


def extract(
    article: Article, doc: Doc, knowledge: Knowledge, vocab: Vocab, trace: Trace | None = None
) -> Extraction:
    """Everything that the rules read out of one annotated article. Pure: the same input, the same output.

    Args:
        article: with its blocks.
        doc: its text as the language model reads it.
        knowledge: who is who, what is where.
        vocab: kinds and word lists.
        trace: where given, what the rules did is noted in it; it changes no result.
    """
    article, times = timed(article, doc, knowledge)
    cast = Cast(doc, article, knowledge, vocab)
    speeches = attributions(doc, article, cast, vocab)
    teller = Teller(
        doc,
        article,
        cast,
        Calendar(doc, times, article.published),
        Map(doc, article, cast, knowledge, trace),
        speeches,
        vocab,
        trace,
    )
    several = Several(doc, teller.places, times)
    told = [part for mention in teller.mentions() for part in several.each(mention)]
    mentions = retold(adopt(after_talks(with_traveller(on_the_line(told)))), doc)
    groups = merge(mentions, trace)
    later = told_later(doc, article, groups, times)
    claims = [claim_of(group, article.id, more) for group, more in zip(groups, later, strict=True)]
    if trace is not None:
        trace.mentions, trace.speeches = mentions, speeches
        trace.claims = list(zip(groups, claims, strict=True))
    return Extraction(
        article=article,
        sentences=sourcing(doc, article.blocks, speeches, vocab),
        actors=cast.actors(),
        attributions=tuple(speech.record for speech in speeches),
        claims=tuple(claims),
        times=times,
        anniversaries=anniversaries(article.text, runs_of(article), article.published),
        titles=cast.titles(),
        tallies=tuple(tallies(doc)),
    )


def timed(
    article: Article, doc: Doc, knowledge: Knowledge, also: Collection[BlockKind] = ()
) -> tuple[Article, tuple[TimeExpression, ...]]:
    """The time expressions of an article's prose, and of blocks of the kinds `also`, resolved.

    An article without a day comes back with the bounds that its text gives (`dated_between`).
    """
    runs = runs_of(article, also)
    times = find_times(doc, published=article.published, prose=runs)
    if article.published is None:
        between, because = date_bounds(article, doc, times, knowledge)
        article = msgspec.structs.replace(article, dated_between=between, dated_because=because)
        # that somebody has been in office since a day gives no year to the dates of the text
        named = any(reason.reason.startswith("“") for reason in because)
        if between is not None:
            times = find_times(doc, published=None, prose=runs, between=between, named=named)
    return article, times


def runs_of(article: Article, also: Collection[BlockKind] = ()) -> list[Span]:
    """The runs of an article's blocks of prose, and of blocks of the kinds `also`."""
    return [Span(b.start, b.end) for b in article.blocks if b.kind in PROSE or b.kind in also]
