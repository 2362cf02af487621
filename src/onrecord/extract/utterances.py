"""An utterance while it is put together: who says it, by which words, what is said, and under whom."""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.extract.clause import base, is_verb
from onrecord.records import Span
from onrecord.records.parse import Doc, Token

QUOTES = frozenset("\"“”„«»‘’'")
SCRAP = 12  # characters; shorter stretches beside longer ones are "on Monday" and the like
LONGEST_SOURCE = 14  # tokens of a noun phrase that stands as a source


class Draft(msgspec.Struct, frozen=True):
    """Who says what. `via`: the outlet that was told. `under`: the cue of the attribution that hands it on.

    `asserts` is False where the speaker judges what is spoken of, so that it does not stand on his word.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    asserts: bool = True
    via: Span | None = None
    under: Span | None = None

    def covers(self, span: Span) -> int:
        """Characters of the span that are content."""
        return sum(part.overlap(span) for part in self.content)


def span_of(token: Token) -> Span:
    """Characters of one token."""
    return Span(token.idx, token.idx + len(token))


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """Tokens that the characters touch."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [] if part is None else list(part)


def cue_verb(doc: Doc, cue: Span) -> Token | None:
    """The verb of saying among the words of a cue: "say" in "did not say"."""
    verbs = [token for token in tokens_in(doc, cue) if is_verb(token)]
    return next((token for token in verbs if base(token) != "aux" and token.dep_ != "aux:pass"), None)


def head_of(tokens: Sequence[Token]) -> Token:
    """The token that hangs on a word outside the others."""
    first, last = tokens[0].i, tokens[-1].i
    words = [token for token in tokens if not token.is_punct and not token.is_space] or list(tokens)
    return next(
        (t for t in words if (not first <= t.head.i <= last or t.head == t) and t.pos_ != "ADP"), words[0]
    )


def noun_phrase(head: Token) -> Span:
    """Characters of the phrase around a noun, without clauses and asides that hang on it."""
    parts = [part for part in head.subtree if abs(part.i - head.i) <= LONGEST_SOURCE]
    stop = min(
        (
            part.i
            for part in parts
            if part.i > head.i
            and (
                base(part) in {"parataxis", "cc", "conj"}
                or part.dep_ == "acl:relcl"
                or part.is_punct
                or "\n" in part.text
            )
            and (base(part) not in {"cc", "conj"} or not _joined(part, head))
        ),
        default=None,
    )
    left = [part.i for part in parts if part.i <= head.i and not (part.is_punct or part.is_space)]
    right = [part.i for part in parts if part.i >= head.i and (stop is None or part.i < stop)]
    first = head.doc[min(left, default=head.i)]
    while first.i < head.i and (first.pos_ in {"ADP", "SCONJ", "PUNCT"} or first.is_space):
        first = head.doc[first.i + 1]
    last = head.doc[max(right, default=head.i)]
    if last.lower_ in {"'s", "’s"} and last.i > head.i:
        last = head.doc[last.i - 1]
    return Span(first.idx, last.idx + len(last))


def _joined(part: Token, head: Token) -> bool:
    """Whether a coordination lies inside the noun phrase ("Japanese and South Korean officials")."""
    top = part
    while top.head != top and top.head != head:
        top = top.head
    return part.head != head or top.pos_ in {"NOUN", "PROPN", "ADJ", "CCONJ"}


def runs(doc: Doc, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Stretches of neighbouring tokens as spans, trimmed; such without a word left out."""
    indices = sorted({token.i for token in tokens})
    groups: list[list[int]] = []
    for index in indices:
        if groups and index == groups[-1][-1] + 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    spans = [span for group in groups if (span := trimmed(doc, group[0], group[-1] + 1)) is not None]
    longest = max((len(span) for span in spans), default=0)
    return tuple(span for span in spans if len(span) > SCRAP or len(span) == longest)


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """Characters of tokens without stops, white space and "that" around them; None where no word is left."""
    while start < end and (
        doc[start].is_space
        or (doc[start].is_punct and doc[start].text not in QUOTES and doc[start].text not in "([$#@")
        or (doc[start].lower_ == "that" and doc[start].pos_ in {"SCONJ", "ADP"})
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_space
        or (doc[end - 1].is_punct and doc[end - 1].text not in QUOTES and doc[end - 1].text not in ".!?)]%")
    ):
        end -= 1
    if not any(token.is_alpha or token.like_num for token in doc[start:end]):
        return None
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
