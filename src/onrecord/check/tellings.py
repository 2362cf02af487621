"""Tellings: where an article says of a deed what it is, whom and what it touches, and on whose word.

Two tellings are of one deed only where the words leave little doubt; the checks of an article against itself
compare those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.records import Extraction

if TYPE_CHECKING:
    from onrecord.records.parse import Doc, Token

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
_CONTENT = frozenset({"NOUN", "PROPN"})


class Telling(msgspec.Struct, frozen=True, eq=False):
    """A deed in one sentence.

    `names` are the words of proper names with it, `things` the lemmas of common nouns, `theme` the words of what it
    is done to. `back` marks words that speak of it as known already: "their meeting", "who had arrived". `voices`
    are those on whose word it may stand: "" is the outlet's.
    """

    deed: Token
    family: str
    names: frozenset[str]
    things: frozenset[str]
    theme: frozenset[str]
    back: bool
    voices: frozenset[str]


def is_deed(token: Token) -> bool:
    """Whether a word tells of a deed of a sort that is known here."""
    lemma = str(token.lemma_).lower()
    if lemma not in FAMILY:
        return False
    if token.pos_ == "VERB":
        return "Inf" not in token.morph.get("VerbForm")
    return token.pos_ == "NOUN" and lemma not in _VERBS_ONLY - {"talk", "summit", "call"}


def telling(deed: Token, extraction: Extraction) -> Telling | None:
    """What is told with a deed; None where it is not told as done, or in quotation marks."""
    if _is_unreal(deed) or _quoted(deed, extraction):
        return None
    words = [word for word in _phrase(deed) if not _in_time(word, extraction)]
    theme = [part for child in deed.children if _is_theme(child) for part in _phrase(child)]
    if deed.relation == "acl" and not any(_is_subject(c) and not _is_relative(c) for c in deed.children):
        if "Pass" in deed.morph.get("Voice") or "Part" in deed.morph.get("VerbForm"):
            theme += [deed.head]
    return Telling(
        deed,
        FAMILY.get(str(deed.lemma_).lower(), str(deed.lemma_).lower()),
        frozenset(word.lower_ for word in words if word.pos_ == "PROPN")
        | _pronouns_stand_for(deed, extraction),
        frozenset(str(word.lemma_).lower() for word in words if word.pos_ == "NOUN" and word != deed),
        frozenset(str(word.lemma_).lower() for word in theme if word.pos_ in _CONTENT),
        _is_back_reference(deed),
        _voices(deed, extraction),
    )


def of_one_deed(one: Telling, other: Telling) -> bool:
    """Whether two tellings are surely of one deed, days and numbers aside.

    The same sort of deed, done to the same; every name of the one with fewer names stands with the other; and
    something with it is shared: a name, or two things.
    """
    if one.family != other.family or not one.voices & other.voices:
        return False
    if one.theme and other.theme and not one.theme & other.theme:
        return False
    fewer, more = sorted((one.names, other.names), key=len)
    if not fewer <= more:
        return False
    shared = (one.things | one.theme) & (other.things | other.theme)
    return bool(fewer) or len(shared) >= 2


def sentence_of(item: Telling) -> str:
    """The text of the sentence in which it stands."""
    return str(item.deed.sent.text)


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


def _quoted(deed: Token, extraction: Extraction) -> bool:
    return any(
        item.quoted and any(span.start <= deed.idx < span.end for span in item.content)
        for item in extraction.attributions
    )


def _voices(deed: Token, extraction: Extraction) -> frozenset[str]:
    """On whose word a deed stands. What is taken as known within somebody's words may be the outlet's too."""
    told = [
        item.source.actor or item.source.name.casefold()
        for item in extraction.attributions
        if any(span.start <= deed.idx < span.end for span in item.content)
    ]
    if not told:
        return frozenset({""})
    return frozenset({*told, ""}) if _is_back_reference(deed) else frozenset(told)


def _in_time(word: Token, extraction: Extraction) -> bool:
    return any(time.start <= word.idx < time.end for time in extraction.times)


def _pronouns_stand_for(deed: Token, extraction: Extraction) -> frozenset[str]:
    """Names of the participants of the claim made of this deed, where words like "their" stand for them."""
    if not any(word.pos_ == "PRON" and not _is_relative(word) for word in _below(deed, None)):
        return frozenset()
    for claim in extraction.claims:
        if len(claim.evidence) == 1 and claim.evidence[0].start <= deed.idx < claim.evidence[0].end:
            return frozenset(w.lower() for p in claim.participants for w in p.name.split())
    return frozenset()


def deeds(doc: Doc, extraction: Extraction) -> Iterator[Telling]:
    """Every deed that is told as done, in order of the text."""
    for token in doc:
        if is_deed(token) and (found := telling(token, extraction)) is not None:
            yield found


OTHER_OCCASION = re.compile(
    r"\b(?:again|another|second|third|fourth|fifth|later|earlier|previous\w*|prior|also|subsequent\w*|follow-?up|postpone\w*|"
    r"delay\w*|resched\w*|original\w*|initial\w*|scheduled|planned|moved|at first|separate\w*|each|every|both|"
    r"respectively|first (?:set|round|phase|stage|meeting|time)|last (?:month|year)|new|twice|repeated\w*|daily|"
    r"instead|or|until|extended|resumed|next)\b",
    re.IGNORECASE,
)
"""Words that tell of another occasion or of a change: what differs beside them is no conflict."""
