"""Whether a noun tells of a deed, or only speaks of one that is told elsewhere.

"The talks were fruitful" takes the talks for known; "the talks were called off", "there was no call" and "talks
begin on Monday" say what becomes of them, and so tell them whoever takes part.
"""

from onrecord.extract.arguments import arguments
from onrecord.extract.carrying import carrier
from onrecord.extract.clause import PORTIONS, base, case_of, is_passive, is_verb, lemma
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

TELLING = frozenset(
    (
        "take happen occur begin start open end conclude last kill leave injure wound hit strike destroy damage "
        "follow come resume continue break erupt land fall fly hold cut ban impose limit bar enter"
    ).split()
)
# "capable of hitting", "designed to carry", "range enough to reach"
ABLE = frozenset(
    "potential capable able capability ability capacity design enough range power right authority mandate".split()
)
TALKING = frozenset(
    "talk discuss speak negotiate consult confer debate conversation discussion negotiation".split()
)
TO_COME = frozenset("possible potential proposed planned future upcoming".split())
HARD = frozenset("difficult hard impossible tough harder dangerous easy easier impractical".split())
PHASES = frozenset("start beginning opening resumption round series date end conclusion continuation".split())


def in_passing(noun: Token) -> bool:
    """Whether a noun only refers to a deed ("the talks were fruitful") rather than telling it ("held talks")."""
    if carrier(noun) is not None:
        return False
    return not (base(noun) == "nsubj" and lemma(noun.head) in TELLING)


def is_told(noun: Token, vocab: Vocab) -> bool:
    """Whether the clause says of the deed itself that it takes place, is held, called off or put off."""
    top = top_of(noun)
    verb, kind = top.head, base(top)
    if verb == top:
        return False
    if lemma(verb) == "be" and _existential(verb, top):
        return True
    if kind == "nsubj":
        words = (
            vocab.words["is_held"]
            if is_passive(verb) or top.dep_ == "nsubj:pass"
            else vocab.words["takes_place"]
        )
        return _is(verb, words)
    if kind == "obj":
        return is_verb(verb) and _is(verb, vocab.words["holds_off"])
    held = [child for child in top.children if base(child) == "acl" and is_verb(child)]
    if any(
        part.dep_ == "acl:relcl" and _of_which(part) and _is(part, vocab.words["takes_place"])
        for part in held
    ):
        return True  # "a summit, which took place in Luanda"
    return any(
        _is(part, vocab.words["holds_off"]) and (is_passive(part) or "relative" in arguments(part))
        for part in held
    )


def top_of(noun: Token) -> Token:
    """The head of the whole phrase: "the second round of talks", "the start of the trial"."""
    top = noun
    for _ in range(6):
        portion = base(top) == "nmod" and case_of(top) == "of" and lemma(top.head) in PORTIONS | PHASES
        if portion or (top.dep_ == "conj" and not is_verb(top.head)):
            top = top.head
    return top


def _of_which(clause: Token) -> bool:
    """Whether a relative clause tells what becomes of its noun: "which took place", "that opens on Monday"."""
    return any(base(child) == "nsubj" and child.lower_ in {"which", "that"} for child in clause.children)


def _existential(verb: Token, noun: Token) -> bool:
    """ "There was no call"."""
    return base(noun) == "nsubj" and any(child.dep_ == "expl" for child in verb.children)


def _is(verb: Token, words: frozenset[str]) -> bool:
    """Whether a verb or predicate is one of the words, some of which are several ("take place", "be off")."""
    word = lemma(verb)
    if any(child.dep_ == "cop" for child in verb.children):
        return f"be {verb.lower_}" in words or f"be {word}" in words
    around = {lemma(child) for child in verb.children} | {child.lower_ for child in verb.children}
    return word in words or any(
        first == word and set(rest) <= around
        for first, *rest in (entry.split() for entry in words if " " in entry)
    )


def is_topic(noun: Token) -> bool:
    """Whether a noun is only what somebody speaks of: "talked about the extradition", "to discuss sanctions"."""
    top = top_of(noun)
    if any(child.lower_ in TO_COME for child in noun.children):
        return False  # "discussed a possible exchange of prisoners"
    spoken = lemma(top.head) in TALKING
    return not is_verb(noun) and spoken and (base(top) == "obj" or case_of(top) in {"about", "on", "over"})


def is_hard(token: Token) -> bool:
    """Whether the clause only says how hard or easy it is to do something: "made it difficult to deliver aid"."""
    verb = token if is_verb(token) else token.head
    to = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)
    return to and is_verb(verb) and any(lemma(part) in HARD for part in (verb.head, *verb.head.children))


def is_ability(token: Token) -> bool:
    """Whether the clause only says what something is able to do or made for: "missiles designed to hit cities"."""
    ordered = base(token) == "obj" and is_verb(token.head)  # "authority to order strikes"
    node = token.head if ordered else token
    for _ in range(6):
        above = node.head
        if above == node or base(node) not in {"xcomp", "advcl", "acl", "ccomp", "obl", "nmod", "conj"}:
            return False
        if lemma(above) in ABLE and (base(node) != "conj"):
            return True
        node = above
    return False


def is_by_pronoun(noun: Token) -> bool:
    """Whether a noun is known by "his", "her", "their" alone: "justify her arrest" tells of no new arrest."""
    return any(child.dep_ == "nmod:poss" and child.pos_ in {"PRON", "DET"} for child in noun.children)
