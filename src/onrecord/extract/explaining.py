"""From the trace of an article to an explanation of its sentences."""

from collections.abc import Iterator, Sequence

from onrecord.extract.asking import asked
from onrecord.extract.cast import Figure
from onrecord.extract.chains import Chains
from onrecord.extract.mention import Mention
from onrecord.extract.trace import Trace
from onrecord.records import Article, Block, Extraction, Participant, Span
from onrecord.records.article import PROSE
from onrecord.records.explanation import Explanation, Held, Spoken, Telling, Tried
from onrecord.records.parse import Doc, Phrase, Token

Roles = Sequence[tuple[Figure, str]]


def explain(doc: Doc, extraction: Extraction, trace: Trace, at: Sequence[Span]) -> tuple[Explanation, ...]:
    """Every sentence, or run of text that is not read, that shares characters with `at`, in order.

    Args:
        doc: the annotated text.
        extraction: what `extract` made of it.
        trace: what `extract` noted down meanwhile.
        at: where to look.
    """
    article = extraction.article
    unread = [block for block in article.blocks if block.kind not in PROSE and _shares(block, at)]
    closed = [Span(block.start, block.end) for block in article.blocks if block.kind not in PROSE]
    wanted = [
        (span, sentence)
        for sentence in doc.sents
        if (span := Span(sentence.start_char, sentence.end_char)) and _shares(span, at)
        if sentence.text.strip() and not any(block.holds(span) for block in closed)
    ]
    reader = _Reader(doc, extraction, trace)
    made = [reader.sentence(span, sentence) for span, sentence in wanted]
    made += [_unread(article, block) for block in unread if article.text[block.start : block.end].strip()]
    return tuple(sorted(made, key=lambda one: one.start))


def _shares(part: Span | Block, at: Sequence[Span]) -> bool:
    return any(part.start < one.end and one.start < part.end for one in at)


def _unread(article: Article, block: Block) -> Explanation:
    return Explanation(
        article=article.id,
        path=article.path,
        start=block.start,
        end=block.end,
        text=article.text[block.start : block.end],
        block=block.kind,
        sourcing=None,
        read=False,
        tried=(),
        tellings=(),
    )


class _Reader:
    """Looks up what one article's trace says of a sentence."""

    def __init__(self, doc: Doc, extraction: Extraction, trace: Trace) -> None:
        self.doc, self.extraction, self.trace = doc, extraction, trace
        self.chains = Chains(trace.speeches)

    def sentence(self, span: Span, words: Phrase) -> Explanation:
        article = self.extraction.article
        sourcing = next((one.sourcing for one in self.extraction.sentences if one.start == span.start), None)
        block = next(one.kind for one in article.blocks if one.start <= span.start < one.end)
        return Explanation(
            article=article.id,
            path=article.path,
            start=span.start,
            end=span.end,
            text=article.text[span.start : span.end],
            block=block,
            sourcing=sourcing,
            read=True,
            tried=tuple(self._tried(words)),
            tellings=tuple(self._tellings(words)),
        )

    def _tried(self, words: Phrase) -> Iterator[Tried]:
        names = [self.doc[index] for index in self.trace.in_names if words.start <= index < words.end]
        for token in names:
            yield Tried(
                word=token.text,
                start=token.idx,
                end=token.idx + len(token),
                kind="",
                listed=(),
                outcome="part of a name",
                asked=(),
                roles=(),
            )
        for attempt in self.trace.attempts:
            token = attempt.site.token
            if words.start <= token.i < words.end:
                trigger = attempt.site.trigger
                yield Tried(
                    word=token.text,
                    start=token.idx,
                    end=token.idx + len(token),
                    kind=attempt.site.kind.kind,
                    listed=_listed(trigger.verb + trigger.noun, token),
                    outcome=attempt.outcome,
                    asked=asked(trigger, attempt.failed),
                    roles=_participants(attempt.site.roles),
                )

    def _tellings(self, words: Phrase) -> Iterator[Telling]:
        for match, reason in self.trace.passed_over:
            if words.start <= match.token < words.end:
                token = self.doc[match.token]
                yield Telling(
                    kind=match.kind.kind,
                    word=token.text,
                    start=token.idx,
                    end=token.idx + len(token),
                    participants=_participants(match.roles),
                    passed_over=reason,
                )
        for mention in self.trace.mentions:
            if words.start <= mention.token < words.end:
                yield self._telling(mention)

    def _telling(self, mention: Mention) -> Telling:
        token = self.doc[mention.token]
        claim = next((c for group, c in self.trace.claims if any(one is mention for one in group)), None)
        held = [one for one in self.trace.joinings if one.mention is mention]
        joined = next((first for one, first in self.trace.joined if one is mention), None)
        return Telling(
            kind=mention.kind,
            word=token.text,
            start=token.idx,
            end=token.idx + len(token),
            participants=_participants(mention.participants),
            status=mention.status,
            hedged=mention.hedged,
            recurring=mention.recurring,
            when=mention.when,
            place=mention.place,
            place_words=self._place_words(mention),
            counts=mention.counts,
            because=mention.because,
            chain=tuple(self._chain(token)),
            sources=mention.chains,
            held_against=tuple(
                Held(one.group[0].kind, one.group[0].evidence, round(one.points, 2), one.apart)
                for one in held
            ),
            joined=joined.evidence if joined is not None else None,
            claim=claim.id if claim is not None else None,
        )

    def _place_words(self, mention: Mention) -> Span | None:
        """Of the names that were read as this place, the one nearest to the trigger."""
        at = self.doc[mention.token].idx
        named = [span for place, span in self.trace.places if place == mention.place]
        return min(named, key=lambda span: (abs(span.start - at), span), default=None)

    def _chain(self, token: Token) -> Iterator[Spoken]:
        for speech in self.chains.over(token.idx, token.idx + len(token)):
            cue = speech.record.cue
            words = self.extraction.article.text[cue.start : cue.end] if cue is not None else None
            yield Spoken(
                speech.record.source.name,
                words,
                cue.kind if cue is not None else "says",
                Span(cue.start, cue.end) if cue is not None else None,
            )


def _listed(phrases: Sequence[str], token: Token) -> tuple[str, ...]:
    """Those of a trigger's words that begin or end with the word that was tried."""
    forms = {str(token.lemma_).lower(), token.lower_}
    own = tuple(
        phrase for phrase in phrases if forms & {phrase.split()[0].lower(), phrase.split()[-1].lower()}
    )
    return own or tuple(phrases[:1])


def _participants(roles: Roles) -> tuple[Participant, ...]:
    return tuple(Participant(figure.name, figure.id, figure.country, role) for figure, role in roles)
