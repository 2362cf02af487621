"""On whose word a deed stands: what each telling rests on, and what that makes of the claim.

Who only takes a deed for granted while speaking of something else ("before the talks", "the launch was a
provocation") is no source of it, where somebody tells it.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from onrecord.extract.cast import Figure
from onrecord.extract.chains import Chains, Speech
from onrecord.extract.clause import base, is_passive, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head
from onrecord.extract.mention import DONE
from onrecord.extract.status import Reality
from onrecord.extract.telling import in_passing
from onrecord.extract.triggers import Match
from onrecord.extract.utterances import tokens_in
from onrecord.records import BlockKind, Span, Status
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

Chain = tuple[str, ...]
AHEAD = frozenset({"planned", "confirmed", "possible"})
OFF = frozenset({"cancelled", "postponed"})
GIVEN = frozenset(
    {"when", "after", "since", "as", "while", "whereupon"}
)  # clauses that take a deed for granted
COUNTING = frozenset({"kill", "injure", "wound", "hurt", "die", "destroy", "damage", "displace"})


class Telling(Protocol):
    """What a mention says of the word it stands on."""

    @property
    def chains(self) -> tuple[Chain, ...]: ...
    @property
    def presupposed(self) -> bool: ...
    @property
    def noun(self) -> bool: ...
    @property
    def status(self) -> Status: ...
    @property
    def unmarked(self) -> bool: ...
    @property
    def block(self) -> BlockKind: ...


class Vouching:
    """Looks up on whose word each telling of one article stands."""

    def __init__(self, doc: Doc, chains: Chains, speeches: Sequence[Speech], vocab: Vocab) -> None:
        self.doc, self.chains, self.speeches, self.vocab = doc, chains, speeches, vocab

    def sources(self, match: Match, token: Token, status: Status) -> tuple[Chain, ...]:
        """Chains of names, nearest to the reader first; none where the outlet itself says so.

        Args:
            match: the trigger with its kind; a speech act's speaker is its last source.
            token: the trigger.
            status: what is made of the deed: what lies ahead stands on the word of whoever proposes it, too.
        """
        start, end = token.idx, token.idx + len(token)
        if status in DONE and not match.kind.speech and self._performed(token):
            return ()
        chain = self.chains.chain(start, end)
        if not chain and status in AHEAD and not match.kind.speech:
            chain = self._proposed(start, end) or self._told_on(token)
        inner = self.chains.over(start, end)[-1:]
        named = [figure.name for figure in inner[0].speakers] if inner else []
        if len(named) > 1 and chain and chain[-1] == " and ".join(named):
            return tuple((*chain[:-1], name) for name in named)
        if match.kind.speech:
            speaker = next((figure for figure, role in match.roles if role == "speaker"), None)
            several = [figure for figure, role in match.roles if role == "speaker"]
            if len(several) > 1 and not any(figure.person for figure in several):
                return tuple((*chain, figure.name) for figure in several)
            last = self._spoken_by(token, speaker)
            if last is not None and last not in chain:
                chain = (*chain, last)
        return (chain,) if chain else ()

    def _performed(self, token: Token) -> bool:
        """ "The two announced a pact", "the deal was announced by her": to announce it is to do it."""
        verb = token.head
        if is_verb(token) or not is_verb(verb) or lemma(verb) not in self.vocab.words["performing"]:
            return False
        return base(token) == "obj" or (base(token) == "nsubj" and is_passive(verb))

    def _spoken_by(self, token: Token, speaker: Figure | None) -> str | None:
        """Who performs a speech act: the person, or the body by which the attribution at the word names his state."""
        for speech in self.speeches:
            cue = speech.record.cue
            if cue is None or not cue.start <= token.idx < cue.end or speech.anonymous:
                continue
            same = {figure.country for figure in speech.speakers}
            if speaker is None or (not speaker.person and speaker.country in same):
                return speech.origin or speech.record.source.name
        return speaker.name if speaker is not None else None

    def _proposed(self, start: int, end: int) -> Chain:
        """ "Seoul proposed talks": what is proposed or demanded as a noun stands on the proposer's word."""
        for speech in self.speeches:
            cue = speech.record.cue
            if cue is None or speech.asserts or speech.anonymous:
                continue
            if any(part.start <= start and end <= part.end for part in speech.record.content):
                words = {lemma(word) for word in tokens_in(self.doc, Span(cue.start, cue.end))}
                if words & self.vocab.words["proposing"]:
                    return self.chains.of(speech)
        return ()

    def _told_on(self, token: Token) -> Chain:
        """ "The visit is likely, they said. He would go on to Rome": what goes on in the voice of who spoke last."""
        verb = clause_head(token)
        would = any(child.lower_ == "would" for child in verb.children if base(child) == "aux")
        sentence = token.sent
        if not would or verb.dep_ not in {"root", "ROOT", "conj"} or sentence.start == 0:
            return ()
        before = self.doc[sentence.start - 1].sent
        first, last = before[0].idx, before[-1].idx + len(before[-1])
        spoken = [
            speech
            for speech in self.speeches
            if speech.asserts
            and speech.record.inside is None
            and speech.record.cue is not None
            and first <= speech.record.cue.start < last
        ]
        return self.chains.of(spoken[-1]) if spoken else ()


def presupposed(token: Token, real: Reality, vocab: Vocab) -> bool:
    """Whether the sentence takes the deed for granted rather than telling it, or how real it is."""
    if not is_verb(token):
        if real.because:
            return False
        verb = token.head
        counted = base(token) == "obl" and lemma(verb) in COUNTING
        reported = base(token) == "nsubj" and is_passive(verb) and lemma(verb) in vocab.words["reported_by"]
        return in_passing(token) and not counted and not reported
    mark = next((child.lower_ for child in token.children if child.dep_ == "mark"), "")
    if token.dep_ == "acl" and mark not in {"that", "to"}:
        return lemma(token.head) not in vocab.words["suspicions"] | vocab.words["said_nouns"]
    adverbs = {child.lower_ for child in token.children if child.dep_ == "advmod"}
    return base(token) == "advcl" and (mark in GIVEN or "when" in adverbs)


def sources_of_claim(tellings: Iterable[Telling], status: Status, *, speech: bool) -> tuple[Chain, ...]:
    """The chains on which a claim rests, of its tellings in the order of the text.

    Only those count that tell the deed, and as what became of it: who had announced a visit does not vouch for its
    cancellation. Where none tells it, those that speak of it. What the outlet first tells as done is its own word.

    Args:
        tellings: in the order of the text, the body first.
        status: the claim's.
        speech: whether it is a speech act, on whose speaker's word it stands wherever it is told.
    """
    every = list(tellings)
    told = [one for one in every if not one.unmarked] or every
    like = [one for one in told if _like(one.status, status)]
    told = like if any(one.block == "body" for one in like) else told
    main = [one for one in told if not one.presupposed and one.block == "body"]
    spoken = [one for one in told if one.noun or not one.presupposed]
    if speech:
        return _chains(main) or _chains(spoken) or _chains(every)
    if main and status in DONE and not main[0].chains and not _chains(every[: every.index(main[0])]):
        return ()
    return _chains(main or spoken)


def _like(one: Status, claim: Status) -> bool:
    """Whether a telling's status says what became of the deed; whoever is denied is a source of what is denied."""
    settled = (DONE, OFF)
    return all((one in group) == (claim in group) for group in settled) or claim == "denied"


def _chains(tellings: Iterable[Telling]) -> tuple[Chain, ...]:
    return tuple(dict.fromkeys(chain for one in tellings for chain in one.chains))
