"""Marks by which one telling of a deed is told from others, or known to refer to one."""

from onrecord.extract.carrying import carrier
from onrecord.extract.clause import base, case_of, is_passive, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.triggers import Match
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

ATTENDING = frozenset(
    "attend join take participate send host chair co-chair mediate moderate facilitate".split()
)
POINTING = frozenset({"the", "that", "those", "these"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "such", "both"})


def is_definite(token: Token) -> bool:
    """Whether a noun stands for something known: "the talks", "his visit"."""
    return any(child.lower_ in DEFINITE for child in token.children if base(child) in {"det", "nmod"})


def is_recurring(token: Token) -> bool:
    """Whether its clause says that it happens again and again: "meet every year", "has repeatedly struck"."""
    words = {part.lower_ for part in clause_of(token.doc, token.i)}
    return bool(
        words & {"annually", "regularly", "repeatedly", "routinely", "weekly", "frequently", "often"}
    ) or ("every" in words and bool(words & {"year", "week", "month", "friday", "day"}))


def of_any(token: Token) -> bool:
    """Whether a deed is of no one in particular: "any settlement", "would reject any deal"."""
    words = [token, *(child for child in token.children if base(child) in {"nsubj", "obj"})]
    return any(child.lower_ == "any" and base(child) == "det" for word in words for child in word.children)


def anchor_of(token: Token) -> int | None:
    """The noun whose relative clause the word heads: "bombings, in which 23 were killed"."""
    return int(token.head.i) if token.dep_ == "acl:relcl" else None


def was_ahead(token: Token) -> bool:
    """Whether the deed lay ahead at a time that is past itself: "would visit", "was to visit"."""
    verb = clause_head(token)
    aux = {child.lower_ for child in verb.children if base(child) == "aux"}
    return (
        bool(aux & {"would", "'d"})
        or ("to" in {c.lower_ for c in verb.children} and bool(aux & {"was", "were"}))
        or (
            lemma(verb) == "invite" and is_passive(verb) and "had" in aux
        )  # "where he had been invited for a visit"
    )


def is_suffered(verb: Token, match: Match, vocab: Vocab) -> bool:
    """Whether a clause of its own says to whom it was done: "the pilot was captured", no shot that was fired."""
    if not is_verb(verb) or not is_passive(verb) or verb.dep_ == "acl":
        return False
    done_to = match.slots.get("object", ())
    arms = vocab.words["weapons"] | vocab.words["missile_matter"]
    return bool(done_to) and not any(
        lemma(word) in arms or word.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"} for word in done_to
    )


def took_part(noun: Token, match: Match) -> bool:
    """Whether a noun names talks known from before, and its verb one who was there: "Wang Yi hosted the talks"."""
    if (
        is_verb(noun)
        and base(noun) == "acl"
        and noun.head.lower_ == "those"
        and case_of(noun.head) == "among"
    ):
        return match.kind.kind in {"meeting", "gathering"}  # "was among those receiving him"
    if match.kind.kind == "gathering" and lemma(noun) == "address":
        return any(c.lower_ == "the" for word in match.slots.get("object", ()) for c in word.children)
    if (
        match.kind.kind != "meeting"
        or is_verb(noun)
        or match.slots.keys() & {"with", "between", "of", "poss"}
    ):
        return False
    verb = carrier(noun)
    known = any(child.dep_ == "det" and child.lower_ in POINTING for child in noun.children)
    return known and verb is not None and lemma(verb) in ATTENDING


def points_back(token: Token, match: Match, vocab: Vocab) -> bool:
    """Whether a blow told before is meant, or did it: "the attack killed three", not "an attack killed"."""
    if match.kind.kind != "attack" or any(role == match.kind.role for _, role in match.roles):
        return False
    blows = match.slots.get("agent", ()) if is_verb(token) else (token,)
    return any(
        lemma(word) in vocab.words["blows"]
        and base(word) == "nsubj"
        and {child.lower_ for child in word.children if base(child) == "det"} & {"the", "this", "that"}
        and all(base(child) in {"det", "punct"} for child in word.children)
        for word in blows
    )


def inside_of(verb: Token) -> int | None:
    """The verb among whose words a relative clause stands: "signed" of "signed the text on which they agreed"."""
    return int(clause_head(verb.head).i) if is_verb(verb) and verb.dep_ == "acl:relcl" else None
