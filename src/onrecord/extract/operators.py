"""The words over a deed that bear on whether it is real, from the deed outwards to its main clause.

After Saurí and Pustejovsky, "Are You Sure That This Happened?", Computational Linguistics 38 (2012). Which
word is which operator is data: vocab/cues/status.yaml.
"""

from collections.abc import Iterator

import msgspec

from onrecord.extract.clause import is_passive, is_verb, lemma
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

NAMES = (
    "cancelled",
    "postponed",
    "prevented",
    "denied",
    "planned",
    "announced",
    "possible",
    "ongoing",
    "phase",
)


class Operator(msgspec.Struct, frozen=True):
    """One word that bears on reality. `finite`: the deed below it is a finite clause; `nominal`: a noun."""

    name: str
    word: str
    finite: bool = False
    nominal: bool = False


Above = tuple[list[Operator], Token | None]  # the operators over a word, and the word to go on from


def named(token: Token, vocab: Vocab, case: str = "", skip: frozenset[str] = frozenset()) -> str | None:
    """The operator that a word is, with its particle ("rule out") and preposition ("pull out of").

    Args:
        token: a verb, noun or adjective that governs the deed.
        vocab: word lists.
        case: the preposition between the word and the deed.
        skip: operators that it cannot be here.
    """
    words = vocab.words
    forms = set(_forms(token, case))
    infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)
    if token.pos_ == "ADJ" and not infinitive and token.lower_ in words["possible_adjectives"]:
        return "possible"
    return next((name for name in NAMES if name not in skip and forms & words[name]), None)


def _forms(token: Token, case: str) -> Iterator[str]:
    word = lemma(token)
    particles = [
        child.lower_
        for child in token.children
        if child.dep_ == "compound:prt"
        or (
            child.dep_ == "advmod"
            and child.lower_ in {"off", "out", "back", "away", "short", "down", "through"}
        )
    ]
    whole = " ".join([word, *particles[:1]])
    yield whole
    for child in token.children:
        if (
            child.dep_ in {"obj", "xcomp", "obl"}
            and child.i > token.i
            and child.pos_ in {"NOUN", "PRON", "PROPN"}
        ):
            yield f"{whole} {lemma(child)}"  # "fell victim", "came to nothing"
    if case:
        yield f"{whole} {case}"
    if token.pos_ == "ADJ" or "Part" in token.morph.get("VerbForm"):
        yield str(token.lower_)


def hedges(token: Token, vocab: Vocab) -> bool:
    """Whether a word leaves open if what it speaks of is so: "reportedly", "is believed"."""
    words = vocab.words["hedges"]
    told = is_verb(token) and not is_passive(token) and token.dep_ != "amod"  # "TASS reported" is no hedge
    return lemma(token) in words or (token.lower_ in words and not told)


def is_negation(token: Token, vocab: Vocab) -> bool:
    """Whether a word negates its head: not so "not only" and "not until"."""
    if token.lower_ not in vocab.words["negations"]:
        return False
    if token.dep_ not in {"advmod", "det", "neg", "cc", "mark", "cc:preconj"}:
        return False
    follows = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return not (token.lower_ == "not" and follows in {"only", "until", "till", "just", "merely", "least"})
