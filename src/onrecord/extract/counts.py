"""Numbers that measure a deed: killed, injured, votes each way, troops, missiles, sums, rates."""

import re
from collections.abc import Iterator

from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.clause import base, is_verb, lemma
from onrecord.extract.measures import (
    HARM,
    RATES,
    STATES_OF_HARM,
    counted,
    harmed,
    is_number,
    is_year,
    written,
)
from onrecord.extract.triggers import Match
from onrecord.extract.votes import tally
from onrecord.records.parse import Doc, Token

SUMS = frozenset(
    "dollars euros pounds yen rupees shekels rubles roubles yuan won lira francs zlotys hryvnias rate cut".split()
)
TOLL = re.compile(
    r"\b(?:death toll|toll|(?:number|count) (?:of )?(?:people |those |civilians )?(?:killed|dead|deaths)|"
    r"number of (?:people|those) killed)\b[^.;:]{0,90}?\b(?:to|at|of|reached|was|is|passed|exceeded|topped) ",
    re.IGNORECASE,
)


def counts_of(match: Match, doc: Doc) -> dict[str, str]:
    """Counts of the deed by what they count, as written with their bounds ("at least 23").

    Ages, years, ordinals, days and the "two leaders" who are named count nothing.
    """
    trigger = doc[match.token]
    if match.kind.kind == "vote":
        return dict(sorted((_said_of(trigger, "vote", SUMS) | _votes(trigger)).items()))
    found = _said_of(trigger, match.kind.kind)
    if match.kind.kind == "attack":
        for key, value in _toll(trigger, doc):
            found.setdefault(key, value)
        for token in _harmed_next(trigger, doc):
            if (whom := harmed(token)) is not None and not is_year(token):
                found.setdefault(whom, written(doc, token))
    return dict(sorted(found.items()))


def _said_of(trigger: Token, kind: str, only: frozenset[str] | None = None) -> dict[str, str]:
    found: dict[str, str] = {}
    for token in _around(trigger, kind, trigger.doc):
        key = counted(token, kind)
        if key is not None and (only is None or key in only):
            found.setdefault(key, written(trigger.doc, token))
    return found


def _votes(trigger: Token) -> dict[str, str]:
    """From the sentence of the vote, else from the one after it."""
    found = tally(trigger.sent.text)
    doc, stop = trigger.doc, trigger.sent.end
    if stop < len(doc) and (not found or set(found) <= {"present"}):
        found = tally(doc[stop].sent.text) | found
    return found


# where the numbers of a deed stand ------------------------------------------------------------------


def _around(trigger: Token, kind: str, doc: Doc) -> list[Token]:
    """Words of the deed's clause and phrase and, for violence, of the clauses beside it that tell whom it harmed."""
    words = {token.i: token for token in clause_of(doc, trigger.i)}
    words |= {token.i: token for token in _phrase(trigger)}
    if is_verb(trigger) and not any(base(child) == "obj" for child in trigger.children):
        for child in trigger.children:  # "trading and transferring oil about 30 times"
            if child.dep_ == "conj" and not any(base(part) == "nsubj" for part in child.children):
                words |= {token.i: token for token in clause_of(doc, child.i)}
    if kind in RATES:  # "passed a resolution slashing imports by 90 percent"
        for node in (trigger, *(child for child in trigger.children if base(child) == "obj")):
            for child in node.children:
                if base(child) in {"acl", "advcl"} and child.lower_.endswith("ing"):
                    words |= {token.i: token for token in clause_of(doc, child.i)}
    if kind in {"attack", "protest", "coercion"}:
        near = {clause_head(trigger).i, trigger.i}
        harms = list(_harm_verbs(trigger))
        for verb in (*harms, *reversed(harms)):
            if verb.i not in near and _beside(verb, near):
                words |= {token.i: token for token in clause_of(doc, verb.i)}
                near.add(verb.i)
    return [token for _, token in sorted(words.items()) if is_number(token)]


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


def _harm_verbs(trigger: Token) -> Iterator[Token]:
    for token in trigger.sent:
        harms = lemma(token) in HARM and is_verb(token)
        leaves = lemma(token) == "leave" and any(
            child.lower_ in STATES_OF_HARM for child in token.subtree if child.i > token.i
        )
        if (harms or leaves) and base(token) not in {"amod", "compound"}:
            yield token


def _beside(verb: Token, near: set[int]) -> bool:
    """Whether a clause of harm hangs on the deed's, the deed's on it, or both on one verb."""
    above = verb.head
    return (
        above.i in near
        or any(child.i in near for child in verb.children)
        or (base(verb) == "conj" and above.head.i in near)
    )


def _harmed_next(trigger: Token, doc: Doc) -> Iterator[Token]:
    """Numbers of a next sentence that only tells whom the deed harmed: "More than 80 were wounded, he said"."""
    stop = trigger.sent.end
    if stop >= len(doc) or any(token.ent_type_ == "PLACE" for token in doc[stop].sent):
        return
    verbs = [token for token in doc[stop].sent if base(token) == "root" or token.dep_ == "ROOT"]
    clauses = [
        child
        for verb in verbs
        for child in (verb, *verb.children)
        if base(child) in {"root", "ccomp", "ROOT"}
    ]
    for verb in clauses:
        if lemma(verb) in HARM and not any(base(child) == "obj" for child in verb.children):
            for clause in (verb, *(child for child in verb.children if child.dep_ == "conj")):
                yield from (token for token in clause_of(doc, clause.i) if is_number(token))


def _toll(trigger: Token, doc: Doc) -> Iterator[tuple[str, str]]:
    """ "The death toll rose to 31", in the deed's sentence or the next."""
    stop = trigger.sent.end
    sentences = [trigger.sent, *([doc[stop].sent] if stop < len(doc) else [])]
    for sentence in sentences:
        match = TOLL.search(sentence.text)
        if match is None:
            continue
        end = sentence.start_char + match.end()
        number = next((t for t in sentence if t.idx >= end and t.pos_ == "NUM"), None)
        if number is not None and number.idx <= end + 14 and not is_year(number):
            yield "killed", written(doc, number)
            return
