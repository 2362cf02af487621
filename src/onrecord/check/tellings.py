"""Tellings: where an article says of a deed what it is, whom and what it touches, and on whose word.

Two tellings are of one deed only where the words leave little doubt; the checks of an article against itself
compare those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.records import Attribution, Extraction, Participant

if TYPE_CHECKING:
    from onrecord.records.parse import Token

_SAME_DEED = (
    "meet meeting talk/ summit/",
    "sign signing signature",
    "ratify ratification",
    "adopt adoption",
    "arrive arrival land landing/",
    "depart departure",
    "sink sinking",
    "kill killing die/ death",
    "injure wound hurt",
    "attack",
    "strike/",
    "bomb bombing",
    "shell shelling",
    "explode explosion blast/",
    "crash",
    "collide collision",
    "expel expulsion",
    "release free",
    "send deploy deployment dispatch",
    "arrest detain detention",
    "seize seizure capture",
    "launch",
    "visit",
    "open opening/",
    "resign resignation",
    "appoint appointment",
    "dismiss dismissal sack",
    "assassinate assassination",
    "execute execution",
    "abduct abduction kidnap kidnapping",
    "inaugurate inauguration",
    "elect election",
    "evacuate evacuation",
    "hijack hijacking",
    "exchange swap",
    "recall",
    "summon",
    "call/ phone/ telephone",
    "deport deportation",
    "impose imposition",
    "sentence/ sentencing/",
)
FAMILY = {word.rstrip("/"): line.split()[0].rstrip("/") for line in _SAME_DEED for word in line.split()}
"""What words tell of one sort of deed: "signed", "the signing". A noun ends its lemma as written here."""
_VERBS_ONLY = frozenset("talk summit call sentence free hurt swap".split())

MODALS = frozenset("will would could can may might should must 'll ’ll shall".split())
_UNREAL = frozenset("not never n't n’t no without neither nor if unless whether".split())
_CUTS = frozenset(
    {"conj", "parataxis", "ccomp", "discourse", "punct"}
)  # what begins another clause or is no word of it
_KNOWN = "Q"  # ids of actors of the knowledge base
_PLACES = frozenset({"host", "place"})
_CONTENT = frozenset({"NOUN", "PROPN"})


class Telling(msgspec.Struct, frozen=True, eq=False):
    """A deed in one sentence.

    `names` are the known actors (by id) and the words of other proper names with it, `things` the lemmas of common
    nouns, `theme` the words of what it is done to. `back` marks words that speak of it as known already: "their
    meeting", "who had arrived". `voices` are those on whose word it may stand: "" is the outlet's.
    """

    deed: Token
    family: str
    names: frozenset[str]
    things: frozenset[str]
    theme: frozenset[str]
    back: bool
    voices: frozenset[str]

    @property
    def sentence(self) -> str:
        """The text of the sentence in which it stands."""
        return str(self.deed.sent.text)


class Tellings:
    """The tellings of one article. Looks up once where its actors, times and speakers stand."""

    def __init__(self, extraction: Extraction) -> None:
        self.actors = {
            at: actor.id
            for actor in extraction.actors
            if actor.id.startswith(_KNOWN)
            for mention in actor.mentions
            for at in range(mention.start, mention.end)
        }
        self.timed = {at for time in extraction.times for at in range(time.start, time.end)}
        self.claims = [claim for claim in extraction.claims if len(claim.evidence) == 1]
        self.attributions = extraction.attributions

    def of(self, deed: Token) -> Telling | None:
        """What is told with a deed; None where it is not told as done, or in quotation marks."""
        if _is_unreal(deed) or self._quoted(deed):
            return None
        words = [word for word in _phrase(deed) if word.idx not in self.timed]
        theme = [part for child in deed.children if _is_theme(child) for part in _phrase(child)]
        if deed.relation == "acl" and _is_done_to_head(deed):
            theme.append(deed.head)
        return Telling(
            deed,
            FAMILY[str(deed.lemma_).lower()],
            frozenset(self._name(word) for word in words if _is_name(word)) | self._meant_by_pronouns(deed),
            frozenset(str(word.lemma_).lower() for word in words if word.pos_ == "NOUN" and word != deed),
            frozenset(str(word.lemma_).lower() for word in theme if word.pos_ in _CONTENT),
            _is_back_reference(deed),
            self._voices(deed),
        )

    def _name(self, word: Token) -> str:
        return self.actors.get(word.idx, word.lower_)

    def _quoted(self, deed: Token) -> bool:
        return any(item.quoted and _inside(deed, item) for item in self.attributions)

    def _voices(self, deed: Token) -> frozenset[str]:
        """On whose word a deed stands. What is taken as known within somebody's words may be the outlet's too."""
        told = {
            item.source.actor or item.source.name.casefold()
            for item in self.attributions
            if _inside(deed, item)
        }
        return frozenset(told | {""} if not told or _is_back_reference(deed) else told)

    def _meant_by_pronouns(self, deed: Token) -> frozenset[str]:
        """Participants of the claim made of this deed, where words like "their" stand for them."""
        if not any(word.pos_ == "PRON" and not _is_relative(word) for word in _below(deed, None)):
            return frozenset()
        for claim in self.claims:
            if claim.evidence[0].start <= deed.idx < claim.evidence[0].end:
                taking_part = [p for p in claim.participants if p.role not in _PLACES]
                return frozenset(word for p in taking_part for word in _words_of(p))
        return frozenset()


def is_deed(token: Token) -> bool:
    """Whether a word tells of a deed of a sort that is known here."""
    lemma = str(token.lemma_).lower()
    if lemma not in FAMILY:
        return False
    if token.pos_ == "VERB":
        return "Inf" not in token.morph.get("VerbForm")
    return token.pos_ == "NOUN" and lemma not in _VERBS_ONLY - {"talk", "summit", "call"}


def of_one_deed(one: Telling, other: Telling, least: int = 2) -> bool:
    """Whether two tellings are surely of one deed, days and numbers aside.

    The same sort of deed, done to the same; every name of the one with fewer names stands with the other; and
    something with it is shared: a name, or `least` things.
    """
    if one.family != other.family or not one.voices & other.voices:
        return False
    if one.theme and other.theme and not one.theme & other.theme:
        return False
    fewer, more = sorted((one.names, other.names), key=len)
    if not fewer <= more:
        return False
    shared = (one.things | one.theme) & (other.things | other.theme)
    return bool(fewer) or len(shared) >= least


def _phrase(top: Token) -> Iterator[Token]:
    """The words that belong to a deed or a noun, without those of other clauses; of a relative clause, its noun too."""
    if top.relation == "acl":
        yield top.head
        for child in top.head.children:
            if child.relation in {"flat", "compound", "appos", "nmod"}:
                yield from _below(child, top)
    yield from _below(top, None)


def _below(top: Token, without: Token | None) -> Iterator[Token]:
    stack = [top]
    while stack:
        word = stack.pop()
        yield word
        for child in word.children:
            joined = child.relation == "conj" and child.pos_ in _CONTENT
            if child != without and (child.relation not in _CUTS or joined):
                stack.append(child)


def _is_name(word: Token) -> bool:
    """A proper name, or the adjective of one: "Sarvian"."""
    return word.pos_ == "PROPN" or (word.pos_ == "ADJ" and word.text[:1].isupper() and not word.is_sent_start)


def _is_done_to_head(deed: Token) -> bool:
    """Whether a clause is about what was done to its noun: "people killed in", "prisoners whom they released"."""
    if any(_is_subject(c) and not _is_relative(c) for c in deed.children):
        return any(c.lower_ == "whom" or (c.dep_ == "obj" and _is_relative(c)) for c in deed.children)
    return "Pass" in deed.morph.get("Voice") or (deed.dep_ == "acl" and "Past" in deed.morph.get("Tense"))


def _is_theme(child: Token) -> bool:
    if child.dep_ in {"obj", "nsubj:pass"}:
        return not _is_relative(child)
    return child.relation == "nmod" and any(c.relation == "case" and c.lower_ == "of" for c in child.children)


def _is_subject(child: Token) -> bool:
    return child.dep_ in {"nsubj", "nsubj:pass"}


def _is_relative(token: Token) -> bool:
    return token.lower_ in {"who", "whom", "which", "that"}


def _is_unreal(deed: Token) -> bool:
    """Whether it is ahead, denied, supposed, wanted or repeated by habit."""
    verb = deed
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    for word in {deed, verb}:
        if any(child.lower_ in MODALS | _UNREAL for child in word.children):
            return True
    if deed.pos_ == "VERB" and deed.relation in {"xcomp"}:
        return True
    present = "Pres" in deed.morph.get("Tense") and "Part" not in deed.morph.get("VerbForm")
    return present and deed.relation != "root"


def _is_back_reference(deed: Token) -> bool:
    """ "the signing", "their meeting", "who had arrived", "16 people killed in": known already."""
    if deed.pos_ == "NOUN":
        return any(
            child.lower_ in {"the", "this", "that"} or child.dep_ == "nmod:poss" or "Poss" in str(child.dep_)
            for child in deed.children
        )
    return deed.relation == "acl" or (
        deed.relation == "advcl" and any(c.lower_ in {"after", "when", "since"} for c in deed.children)
    )


def _words_of(one: Participant) -> list[str]:
    known = one.actor is not None and one.actor.startswith(_KNOWN)
    return [str(one.actor)] if known else one.name.lower().split()


def _inside(deed: Token, item: Attribution) -> bool:
    return any(span.start <= deed.idx < span.end for span in item.content)


OTHER_OCCASION = re.compile(
    r"\b(?:again|another|later|earlier|previous\w*|prior|also|subsequent\w*|follow-?up|postpone\w*|delay\w*|resched\w*|"
    r"original\w*|initial\w*|scheduled|planned|moved|at first|separate\w*|each|every|respectively|new|twice|"
    r"repeated\w*|daily|instead|or|until|extended|resumed|next|last (?:week|month|year)|first (?:set|met)|"
    r"(?:first|second|third|fourth|fifth|sixth|final|last)\s+(?:round|phase|stage|meeting|time|day|visit|attack|strike|"
    r"wave|group|batch|such|exchange|swap|of|talks|session|summit|call|launch|test|shipment|flight|convoy|victim))\b",
    re.IGNORECASE,
)
"""Words that tell of another occasion or of a change: what differs beside them is no conflict."""
