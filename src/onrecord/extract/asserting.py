"""What a saying asserts: its clauses, who does what in them, and whether that is the speaker's own side.

A judgement counts where it is asserted: as the predicate of a clause ("was a provocation"), as what something
is called, or as the verb that says what others did ("they have violated the truce"). What is denied, supposed
or asked is not asserted.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from onrecord.extract.arguments import arguments
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import NOUN_PARTS, base, case_of, is_verb, lemma
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

WE = frozenset({"i", "we", "us", "our", "me", "my", "ours"})
THEY = frozenset({"they", "he", "she", "you", "who", "them", "him"})
THEIRS = frozenset({"their", "your"})
NOT = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "hardly", "neither"})
UNREAL = frozenset({"if", "unless", "whether"})
AMOUNTING = frozenset({"represent", "constitute", "amount"})  # "would represent a violation"
WILL = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "’d"})  # "would" where speech is reported
UNCERTAIN = frozenset({"could", "might", "may", "would", "can", "should", "must"})
PREDICATE_PARTS = frozenset({"amod", "conj", "compound", "advmod"})
OUTER_CLAUSES = frozenset({"acl", "amod", "csubj"})  # what hangs on a noun is taken for granted, not asserted


class Saying(msgspec.Struct, frozen=True):
    """What one named speaker says: the cue, the words, and who speaks."""

    cue: Token
    words: Sequence[Token]
    speaker: Figure
    cast: Cast
    vocab: Vocab

    @property
    def text(self) -> str:
        """The words in lower case, straight apostrophes."""
        return " ".join(word.text for word in self.words).lower().replace("’", "'")

    def has(self, name: str) -> bool:
        """Whether a phrase of the list occurs."""
        return _pattern(self.vocab.words[name]).search(self.text) is not None

    def sentences(self) -> Iterator["Saying"]:
        """The saying sentence by sentence."""
        for start in dict.fromkeys(word.sent.start for word in self.words):
            words = [word for word in self.words if word.sent.start == start]
            yield msgspec.structs.replace(self, words=words)


@lru_cache(maxsize=32)
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    parts = sorted((re.escape(phrase) for phrase in phrases), key=lambda part: (-len(part), part))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


# clauses and predicates ---------------------------------------------------------------------------------


def predicates(saying: Saying) -> Iterator[Token]:
    """Words that something is said to be: "was a reckless act", "called it reckless", a bare “reckless”."""
    inside = {word.i for word in saying.words}
    judged = lemma(saying.cue) in saying.vocab.words["judges"]
    for word in saying.words:
        copular = any(child.dep_ == "cop" for child in word.children)
        bare = word.head.i not in inside and word.pos_ in {"ADJ", "NOUN"} and not judged
        called = (judged or lemma(word.head) in AMOUNTING) and word.pos_ in {"ADJ", "NOUN"}
        if (copular or bare or called) and not denied(word):
            yield word
            for child in word.subtree:
                if child.i in inside and _part_of(child, word):
                    yield child


def _part_of(child: Token, top: Token) -> bool:
    node = child
    while node != top:
        if base(node) not in PREDICATE_PARTS or (base(node) == "conj" and is_verb(node)):
            return False
        node = node.head
    return True


def denied(word: Token) -> bool:
    """Negated, supposed or asked for: not asserted."""
    if any(child.lower_ in NOT for child in word.children):
        return True
    return any(child.dep_ == "mark" and child.lower_ in UNREAL for child in word.children)


def clauses(saying: Saying) -> Iterator[tuple[Token, Token | None]]:
    """Verbs of finite clauses with who does it, negated or not."""
    for word in saying.words:
        if word.pos_ == "VERB" and base(word) not in OUTER_CLAUSES:
            agents = arguments(word).get("agent", [])
            yield word, (agents[0] if agents else None)


def asserted(saying: Saying) -> Iterator[tuple[Token, Token | None]]:
    """Verbs of finite clauses with who does it, where that is asserted."""
    return ((verb, doer) for verb, doer in clauses(saying) if not denied(verb))


def subject_of(word: Token) -> Token | None:
    """The subject of a clause, whatever its voice."""
    return next((child for child in word.children if base(child) == "nsubj"), None)


def subject_over(word: Token) -> Token | None:
    """The subject of the clause whose predicate a word is part of: "the launch" of "was a reckless act"."""
    node = word
    for _ in range(4):
        if (subject := subject_of(node)) is not None:
            return subject
        if base(node) not in PREDICATE_PARTS | {"obj", "xcomp"} or node.head == node:
            return None
        node = node.head
    return None


def done_to(verb: Token) -> list[Token]:
    """What a verb is done to: its object, or the subject of a passive."""
    return list(arguments(verb).get("object", ()))


def aux(verb: Token) -> set[str]:
    """Auxiliaries of a verb, lower case."""
    return {child.lower_ for child in verb.children if base(child) == "aux"}


def lies_ahead(verb: Token) -> bool:
    """ "Will strike", "would strike" in reported speech, "is going to strike"."""
    if aux(verb) & WILL:
        return True
    over = verb.head
    return base(verb) == "xcomp" and over.lower_ == "going"


# sides --------------------------------------------------------------------------------------------------


def figures_of(saying: Saying, word: Token) -> tuple[Figure, ...]:
    """Who is meant by a word, or whose it is: "Moscow", "Moscow's demands", "the rule of the junta"."""
    if found := saying.cast.of(word):
        return found
    owners = (child for child in word.children if base(child) in NOUN_PARTS)
    return tuple(
        figure
        for child in owners
        if base(child) != "nmod" or child.dep_ == "nmod:poss" or case_of(child) in {"of", "by"}
        for figure in ((saying.cast.figure_at(child),) if base(child) == "amod" else saying.cast.of(child))
        if figure is not None and figure.kind not in {"outlet", "place"}
    )


def is_own(saying: Saying, word: Token | None) -> bool:
    """Whether a word is the speaker or his side: "we", his state, "our army", "the army" where none is named."""
    if word is None:
        return False
    if word.lower_ in WE or any(child.lower_ in WE for child in word.children):
        return True
    figures = figures_of(saying, word)
    return bool(figures) and all(
        figure.id == saying.speaker.id
        or (figure.country is not None and figure.country == saying.speaker.country and not figure.person)
        for figure in figures
    )


def is_other(saying: Saying, word: Token | None) -> bool:
    """Whether a word means somebody, or something of somebody, who is not of the speaker's side."""
    if word is None or is_own(saying, word):
        return False
    theirs = any(child.lower_ in THEIRS for child in word.children)
    return word.lower_ in THEY or theirs or bool(figures_of(saying, word))


def is_party(saying: Saying, word: Token | None) -> bool:
    """... or those concerned without a name: "both sides", "the international community"."""
    return is_other(saying, word) or (
        word is not None and not is_own(saying, word) and lemma(word) in saying.vocab.words["parties"]
    )
