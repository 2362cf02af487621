"""What later sentences count of a deed told before: the dead, the hurt, the arrested, those who came.

"A missile hit a hotel in Kryvyi Rih on Wednesday. Four people died. Thirty-two were hurt, the governor said."
The numbers are those of the deed that was told last. A sentence that names another place or day, tells of a
state that has lasted ("60,000 have been killed since the war began"), or supposes something, adds none.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.extract.clause import base, lemma
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.evidence import evidence_of
from onrecord.extract.measures import harmed, is_number, is_year, written
from onrecord.extract.mention import DONE, Mention
from onrecord.extract.toll import AGAIN, CROWD, TOLL, number_after
from onrecord.records import Article, Span, TimeExpression
from onrecord.records.parse import Doc, Phrase, Token

Groups = Sequence[Sequence[Mention]]

REACH = 12
"""Sentences after the last telling of a deed within which a bare count is taken for its own."""
NEAR = 2
"""The same where the article tells of several deeds of the kind."""
HURT_BY = {
    "killed": ("attack", "protest"),
    "injured": ("attack", "protest"),
    "missing": ("attack",),
    "arrested": ("protest", "coercion"),
    "detained": ("protest", "coercion"),
}
"""Kinds whose deeds a count may be of, the likeliest first."""
UNREAL = frozenset(
    {"may", "might", "could", "would", "will", "should", "if", "not", "n't", "n’t", "never", "no"}
)
LASTING = frozenset({"since", "war", "far", "total", "overall", "year", "years", "months", "so"})


class Later(msgspec.Struct, frozen=True):
    """What is counted of a deed away from where it is told, and the words that do so."""

    counts: dict[str, str] = {}
    evidence: tuple[Span, ...] = ()


def told_later(
    doc: Doc, article: Article, groups: Groups, times: Sequence[TimeExpression]
) -> tuple[Later, ...]:
    """For each group of mentions what later sentences count of its deed.

    Args:
        doc: the annotated text.
        article: for its blocks.
        groups: mentions by deed.
        times: the time expressions of the text.
    """
    finder = _Finder(doc, article, groups, times)
    found: list[dict[str, tuple[str, Span]]] = [{} for _ in groups]
    for number, sentence in enumerate(doc.sents):
        for key, value, token in _counts(sentence):
            at = finder.deed_of(key, number, token)
            known = {name for mention in groups[at] for name in mention.counts} if at is not None else set()
            if at is not None and key not in known:
                found[at].setdefault(key, (value, evidence_of(token, article.text)))
    return tuple(
        Later(
            {key: value for key, (value, _) in one.items()},
            tuple(dict.fromkeys(span for _, span in one.values())),
        )
        for one in found
    )


def _counts(sentence: Phrase) -> Iterator[tuple[str, str, Token]]:
    """What a sentence counts, as written, and the number."""
    doc = sentence.doc
    for token in sentence:
        if is_number(token) and not is_year(token) and (whom := harmed(token)) is not None:
            yield whom, written(doc, token), token
    dead = number_after(sentence, TOLL)
    if dead is not None:
        yield "killed", written(doc, dead), dead
    for pattern in (CROWD, AGAIN):
        came = number_after(sentence, pattern)
        if came is not None:
            yield _who_counts(came, pattern), written(doc, came), came


def _who_counts(number: Token, pattern: re.Pattern[str]) -> str:
    """ "attendance", and for a second opinion who holds it: "attendance_by_group"."""
    verb = clause_head(number)
    subject = next((child for child in verb.children if base(child) == "nsubj"), None)
    named = subject is not None and subject.pos_ in {"NOUN", "PROPN"} and not pattern.search(subject.text)
    return f"attendance_by_{lemma(subject)}" if named and subject is not None else "attendance"


class _Finder:
    """Finds the deed that a count is of."""

    def __init__(self, doc: Doc, article: Article, groups: Groups, times: Sequence[TimeExpression]) -> None:
        self.doc, self.groups, self.times = doc, groups, times
        self.body = [(block.start, block.end) for block in article.blocks if block.kind == "body"]
        self.numbers = {sentence.start: number for number, sentence in enumerate(doc.sents)}
        self.told = [sorted({self.numbers[mention.sentence] for mention in group}) for group in groups]

    def deed_of(self, key: str, number: int, token: Token) -> int | None:
        """Index of the group that a count in sentence `number` is of; None where that is not plain."""
        if not any(start <= token.idx < end for start, end in self.body) or self._apart(token):
            return None
        for kind in ("protest", "gathering") if key.startswith("attendance") else HURT_BY.get(key, ()):
            deeds = [
                at for at, group in enumerate(self.groups)
                if group[0].kind == kind and any(mention.status in DONE for mention in group)
            ]  # fmt: skip
            before = [
                (max(n for n in self.told[at] if n < number), at) for at in deeds if self.told[at][0] < number
            ]
            if any(number in self.told[at] for at in deeds):
                return None  # counted where the deed is told
            if before:
                last, at = max(before)
                reach = REACH if len(deeds) == 1 else NEAR
                return at if number - last <= reach and self._fits(token, self.groups[at]) else None
        return None

    def _apart(self, token: Token) -> bool:
        """Whether a clause tells of what has lasted, or of what is not so."""
        words = clause_of(self.doc, token.i)
        verb = clause_head(token)
        perfect = any(
            child.lower_ in {"have", "has", "'ve", "’ve"} for child in verb.children if base(child) == "aux"
        )
        return perfect or any(word.lower_ in UNREAL | LASTING for word in words)

    def _fits(self, token: Token, group: Sequence[Mention]) -> bool:
        """Whether a clause names no place and no day that are not the deed's."""
        words = clause_of(self.doc, token.i)
        first, last = words[0].idx, words[-1].idx + len(words[-1])
        names = {mention.place.name for mention in group if mention.place is not None}
        names |= {figure.name for mention in group for figure, _ in mention.participants}
        known = " ".join(names).lower()
        if any(word.ent_type_ == "PLACE" and word.lower_ not in known for word in words):
            return False
        days = [mention.when for mention in group if mention.when is not None]
        spoken = [time for time in self.times if first <= time.start < last and time.first is not None]
        return not spoken or any(
            time.first == day.start or day.start is None for time in spoken for day in days
        )
