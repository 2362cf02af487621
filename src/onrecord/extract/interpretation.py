"""Signs that a sentence judges, guesses at a motive or weighs what happened, rather than telling it.

Each sign adds to a weight: turns of phrase, verbs that give a thing a meaning, predicates that judge, words
by which a writer comments, sweeping and timeless statements. Numbers, days and doers in the past weigh less.
The weights were set on sentences of our own (tests/gate/sourcing.tsv).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.extract.chains import Speech
from onrecord.extract.clause import base, is_verb, lemma
from onrecord.records.parse import Phrase as Run
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

ENOUGH = 1.4  # weight of signs from which a sentence counts as interpretation
PEOPLE = frozenset({"leader", "official", "minister", "man", "woman", "people", "troop", "ally", "diplomat"})
OPENING = frozenset(
    {"Nobody", "Few", "Nothing", "No", "Never", "Only", "Perhaps", "Whether", "Behind", "Such"}
)
DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december yesterday today tomorrow"
    ).split()
)


def weight(run: Run, speeches: Sequence[Speech], vocab: Vocab) -> float:
    """How strongly the words of a sentence that are nobody's judge or guess; `ENOUGH` is an opinion."""
    own = [token for token in run if not token.is_space and not _is_said(token, speeches)]
    if not own:
        return 0.0
    text = " ".join(token.text for token in own)
    words = vocab.words
    score = 1.5 * min(len(_phrases(words["interpreting"]).findall(text.lower().replace("’", "'"))), 3)
    score += sum(_of_verb(token, vocab) for token in own if is_verb(token))
    score += sum(_of_predicate(token, vocab) for token in own)
    score += 0.8 * min(sum(token.lower_ in words["commentary"] for token in own), 2)
    score += 0.4 * min(sum(token.lower_ in words["judgement"] and base(token) == "amod" for token in own), 3)
    if text.rstrip("\"”’' ").endswith("?"):
        score += 2.0
    if any(token.lower_ in {"should", "must", "ought"} for token in own):
        score += 1.2
    score += _of_the_general(own, vocab)
    if text.split()[0] in OPENING:
        score += 0.6
    if own[0].lower_ in {"yet", "but", "for", "still"}:
        score += 0.4
    return score - _checkable(own)


@lru_cache(maxsize=4)
def _phrases(phrases: frozenset[str]) -> re.Pattern[str]:
    parts = sorted((re.escape(phrase) for phrase in phrases), key=lambda part: (-len(part), part))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


def _is_said(token: Token, speeches: Sequence[Speech]) -> bool:
    return any(
        part.start <= token.idx < part.end
        for speech in speeches
        if speech.asserts
        for part in speech.record.content
    )


def _of_verb(verb: Token, vocab: Vocab) -> float:
    """A verb that gives a meaning to a thing, in the main clause or trailing it."""
    word, words = lemma(verb), vocab.words
    main = verb.dep_ in {"root", "ROOT", "conj", "parataxis"} or verb.head == verb
    subject = next((child for child in verb.children if base(child) == "nsubj"), None)
    if word in words["interpretation"] and not (subject is not None and _acts(subject)):
        part = 1.0 if subject is None else 2.0
        if word in words["weighed"]:
            heavy = {lemma(token) for token in verb.subtree if token.i > verb.i} & words["meanings"]
            part = part if heavy else 0.5
        return part if main or subject is not None else part * 0.8
    if word in words["mind"] and main and subject is not None and _acts(subject):
        return 0.8
    if any(
        child.lower_ in {"could", "may", "might", "would"} for child in verb.children if base(child) == "aux"
    ):
        return 0.8 if subject is not None and not _acts(subject) and main else 0.3
    return 0.0


def _of_predicate(token: Token, vocab: Vocab) -> float:
    """ "was a calculated move", "remains fragile": a judging word that something is said to be."""
    if not any(child.dep_ == "cop" for child in token.children) and not (
        base(token) in {"xcomp", "acl"}
        and lemma(token.head) in {"remain", "become", "look", "seem", "prove", "appear"}
    ):
        return 0.0
    words = vocab.words
    if token.lower_ in words["judgement"] or (token.pos_ == "NOUN" and lemma(token) in words["verdicts"]):
        return 1.6
    return 0.8 if any(base(c) == "amod" and c.lower_ in words["judgement"] for c in token.children) else 0.0


def _of_the_general(own: Sequence[Token], vocab: Vocab) -> float:
    """Signs that it tells no single happening: comparisons, all and nothing, timeless predicates."""
    lowered = [token.lower_ for token in own]
    words = vocab.words
    score = 0.5 * min(sum(word in words["sweeping"] for word in lowered), 2)
    score += 0.9 * bool(set(lowered) & {"more", "less", "better", "worse"} and "than" in lowered)
    if any(token.like_num or token.lower_ in DAYS for token in own):
        return score
    root = next((t for t in own if t.dep_ in {"root", "ROOT"} or t.head == t), None)
    if root is None:
        return score
    subject = next((child for child in root.children if base(child) in {"nsubj", "csubj"}), None)
    if subject is None or base(subject) == "csubj":
        return score + (0.8 if subject is not None else 0.0)
    auxiliaries = {child.lower_ for child in root.children if base(child) in {"aux", "cop"}}
    thing = (
        not _acts(subject)
        and subject.pos_ != "PROPN"
        and not any(_acts(c) and c.i < subject.i for c in subject.children)
    )
    if subject.lower_ in {"this", "that", "it", "such"}:
        score += 0.8
    if thing and "is" in auxiliaries | {"are"} and root.pos_ in {"NOUN", "ADJ"}:
        score += 0.9
    elif thing and ("will" in auxiliaries or "would" in auxiliaries) and subject.pos_ == "NOUN":
        score += 0.6
    elif thing and "Pres" in root.morph.get("Tense") and not auxiliaries and subject.pos_ == "NOUN":
        score += 0.7
    return score


def _acts(subject: Token) -> bool:
    """Whether a subject is somebody: a person, a people, a pronoun for one."""
    return (
        subject.ent_type_ in {"PERSON", "ORG", "PLACE"}
        or subject.lower_ in {"he", "she", "they", "who", "we", "i", "you"}
        or ("Plur" in subject.morph.get("Number") and lemma(subject) in PEOPLE)
    )


def _checkable(tokens: Sequence[Token]) -> float:
    """What speaks for a report: numbers, days and who did what, in the past tense."""
    number = any(token.like_num and token.ent_type_ == "" for token in tokens)
    day = any(token.lower_ in DAYS for token in tokens)
    root = next((t for t in tokens if t.dep_ in {"root", "ROOT"} or t.head == t), None)
    did = (
        root is not None
        and "Past" in root.morph.get("Tense")
        and any(base(child) == "nsubj" and _acts(child) for child in root.children)
    )
    return 0.4 * number + 0.4 * day + 0.4 * did
