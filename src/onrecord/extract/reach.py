"""Where the numbers of a deed stand: in its clause, in what hangs on its words, in clauses beside it."""

from collections.abc import Iterator

from onrecord.extract.clause import base, case_of, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.measures import DEADLY, HARM, RATES, STATES_OF_HARM, is_number
from onrecord.records.parse import Token

PEOPLE = frozenset(
    (
        "leader head delegate delegation minister guest country nation state participant people official envoy "
        "representative dignitary president diplomat executive member lawmaker"
    ).split()
)
ALONGSIDE = frozenset({"alongside", "with", "among", "including", "by"})
LEFT = frozenset({"without", "homeless", "stranded", "trapped"})
REPORTED = frozenset({"say", "report", "count", "give"})


def numbers_around(trigger: Token, kind: str) -> list[Token]:
    """Numbers that may measure the deed that a word tells, in the order of the text."""
    found = {word.i: word for word in clause_of(trigger.doc, trigger.i)}
    for word in _beyond_clause(trigger, kind):
        found.setdefault(word.i, word)
    return [word for _, word in sorted(found.items()) if is_number(word)]


def _beyond_clause(trigger: Token, kind: str) -> Iterator[Token]:
    yield from _phrase(trigger)
    if is_verb(trigger):
        yield from _joined(trigger)
    if kind in RATES:
        yield from _measures(trigger)
    if kind in {"attack", "protest", "coercion"}:
        yield from _harms(trigger)
    if kind == "gathering":
        yield from _company(trigger)


def _phrase(trigger: Token, top: bool = True) -> Iterator[Token]:
    """The words that hang on a trigger, and on what is said of it in a relative clause, but of it alone."""
    yield trigger
    for child in trigger.children:
        if top and base(child) == "acl":
            yield from _phrase(child, top=False)
        if base(child) in {"acl", "advcl", "ccomp", "parataxis"} or (
            base(child) == "conj" and is_verb(child)
        ):
            continue
        yield from _phrase(child, top=False)


def _joined(trigger: Token) -> Iterator[Token]:
    """The verb that shares the trigger's object: "trading and transferring oil about 30 times"."""
    doc = trigger.doc
    if not any(base(child) == "obj" for child in trigger.children):
        for child in trigger.children:
            if child.dep_ == "conj" and not any(base(part) == "nsubj" for part in child.children):
                yield from clause_of(doc, child.i)
    if trigger.i + 2 < len(doc) and doc[trigger.i + 1].lower_ == "and":
        other = doc[trigger.i + 2]
        if base(other) == "conj" and other.morph.get("VerbForm") == trigger.morph.get("VerbForm"):
            yield from clause_of(doc, other.i)


def measured(trigger: Token) -> list[Token]:
    """Numbers that a decision sets: "a law which declared legitimate 4,000 homes"."""
    return [word for word in _measures(trigger) if is_number(word)]


def _measures(trigger: Token) -> Iterator[Token]:
    """What a measure sets: "a resolution slashing imports by 90 percent", "a law which legalised 4,000 homes"."""
    doc = trigger.doc
    measures = [trigger, *(child for child in trigger.children if base(child) == "obj")]
    if base(trigger) == "acl":
        measures.append(trigger.head)  # "the one passed in September, which set a cap"
    for node in measures:
        for child in node.children:
            if base(child) in {"acl", "advcl"} and child.lower_.endswith("ing"):
                yield from clause_of(doc, child.i)
            if child.dep_ == "acl:relcl" and _of_which(child):
                yield from clause_of(doc, child.i)


def _of_which(verb: Token) -> bool:
    """Whether the measure itself is the subject of its relative clause: "which set", not "which 23 opposed"."""
    return any(base(child) == "nsubj" and child.lower_ in {"which", "that"} for child in verb.children)


def _harms(trigger: Token) -> Iterator[Token]:
    """Clauses beside the deed that tell whom it harmed, and a bare number that is said of it."""
    doc = trigger.doc
    near = {clause_head(trigger).i, trigger.i}
    harms = list(_harm_verbs(trigger))
    for verb in (*harms, *reversed(harms)):
        if verb.i not in near and _beside(verb, near):
            yield from clause_of(doc, verb.i)
            near.add(verb.i)


def bare_number(trigger: Token) -> Token | None:
    """The number that somebody puts on a deed of harm: "dozens were detained; the ministry said 77"."""
    if lemma(trigger) not in HARM:
        return None
    for child in trigger.children:
        if base(child) in {"parataxis", "conj"} and lemma(child) in REPORTED:
            found = next((part for part in child.children if base(part) == "obj" and is_number(part)), None)
            if found is not None:
                return found
    return None


def _harm_verbs(trigger: Token) -> Iterator[Token]:
    for token in trigger.sent:
        harms = (lemma(token) in HARM or lemma(token) in DEADLY) and is_verb(token)
        leaves = lemma(token) == "leave" and any(
            child.lower_ in STATES_OF_HARM or child.lower_ in LEFT
            for child in token.subtree
            if child.i > token.i
        )
        if (harms or leaves) and base(token) not in {"amod", "compound"}:
            yield token


def _beside(verb: Token, near: set[int]) -> bool:
    """Whether a clause of harm hangs on the deed's, the deed's on it, or both on one verb."""
    above = verb.head
    return (
        above.i in near
        or any(child.i in near for child in verb.children)
        or ((base(verb) == "conj" or verb.dep_ == "acl:relcl") and above.head.i in near)
    )


def _company(trigger: Token) -> Iterator[Token]:
    """Those in number with whom somebody is at a gathering: "at the parade ..., alongside 24 other leaders"."""
    for word in trigger.sent:
        unit = word.head
        if (
            is_number(word)
            and base(word) == "nummod"
            and lemma(unit) in PEOPLE
            and case_of(unit) in ALONGSIDE
        ):
            yield word
