"""The slots that a verb's own words fill, before subjects are looked for in other clauses.

Slots are "agent", "object", "recipient", "poss", "modifier", "complement", "particle" and one for each
preposition ("with", "to", "in" ...).
"""

from collections.abc import Iterator

from onrecord.extract.clause import base, case_of, conjuncts, is_passive, is_verb, lemma
from onrecord.records.parse import Token

Slots = dict[str, list[Token]]

# verbs whose subject gets what the noun tells: "received aid", "faced criticism"
RECEIVING = frozenset({"receive", "get", "face", "suffer", "undergo", "obtain"})
# over, at or for what people talk
OCCASIONS = frozenset(
    "phone telephone video videoconference link line sideline sidelines margin margins fringe fringes dinner lunch "
    "breakfast hour minute length".split()
)
TIMEWORDS = frozenset({"obl:tmod", "nmod:tmod", "obl:npmod", "nmod:npmod", "obl:unmarked", "nmod:unmarked"})


def add_phrase(child: Token, slots: Slots, passive: bool) -> None:
    """Adds a nominal under its preposition, as the doer, or as a time; one that is none of these is left out."""
    case = case_of(child)
    label = child.dep_
    if (label == "obl:agent" and case not in {"between", "among", "with"}) or (case == "by" and passive):
        slot = "agent"
    elif case:
        slot = case.split()[-1] if case in {"along with", "together with", "as well as"} else case
    elif label in TIMEWORDS:
        slot = "time"
    else:
        return
    if slot == "in" and lemma(child) in {"honour", "honor"}:  # "a dinner in honour of the Emir" is for him
        honoured = [part for part in child.children if base(part) == "nmod" and case_of(part) == "of"]
        slots.setdefault("for", []).extend(part for word in honoured for part in conjuncts(word))
    slots.setdefault(slot, []).extend(conjuncts(child))


def _received(child: Token, verb: Token) -> bool:
    """Whether a phrase read as a second subject is who is received: "received on Tuesday the minister of Oman"."""
    if lemma(verb) not in RECEIVING | {"meet", "host", "welcome"} or child.i < verb.i or is_verb(child):
        return False
    return any(base(other) == "nsubj" and other.i < verb.i for other in verb.children)


def guest_of(verb: Token) -> Token | None:
    """Whom "visiting" describes where a parse takes it for a clause: "met with visiting King Philippe"."""
    if verb.lower_ != "visiting" or not is_verb(verb) or base(verb) not in {"advcl", "xcomp", "ccomp"}:
        return None
    if not _preposition_of(verb) and verb.i != verb.head.i + 1:
        return None
    guest = next((child for child in verb.children if base(child) == "obj" and child.i > verb.i), None)
    named = guest is not None and any(part.ent_type_ == "PERSON" for part in guest.subtree)
    bare = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ != "DET"
    return guest if named and bare else None


def _preposition_of(clause: Token) -> str:
    """The preposition before "visiting King Philippe"; "" where there is none."""
    marks = (child.lower_ for child in clause.children if base(child) in {"mark", "case"})
    return next((mark for mark in marks if mark in {"with", "by", "from", "to", "for"}), "")


def _preposition(clause: Token) -> str:
    """ "Barred them from leaving", "called for China to leave": the preposition that opens a clause, else ""."""
    first = next((child for child in clause.children if base(child) in {"mark", "case"}), None)
    return str(first.lower_) if first is not None and first.lower_ in {"from", "for"} else ""


def add_with_whom(child: Token, slots: Slots) -> None:
    """Adds who is hung on the line or the room: "spoke by telephone with Fidan", "met in Tallinn with Kuleba"."""
    if (child.pos_ != "PROPN" and lemma(child) not in OCCASIONS) or case_of(child) in {
        "",
        "with",
        "of",
        "about",
    }:
        return  # "the border with Belarus" is no occasion
    for inner in child.children:
        if base(inner) == "nmod" and inner.i > child.i and case_of(inner) == "with":
            slots.setdefault("with", []).extend(conjuncts(inner))


def _first_of_two(word: Token, verb: Token) -> bool:
    """ "sent Putin a letter", where a parser takes both for objects: whom it was sent."""
    return word.pos_ in {"PROPN", "PRON"} and any(
        base(other) == "obj" and other.i > word.i and other.pos_ == "NOUN" and not case_of(other)
        for other in verb.children
    )


def _called(word: Token, verb: Token) -> bool:
    """ "called Oslo a bully", where a parser takes both for predicates: who is called so."""
    return word.pos_ in {"PROPN", "PRON"} and any(
        base(other) == "xcomp" and other.i > word.i and other.pos_ in {"NOUN", "ADJ"}
        for other in verb.children
    )


def _children(verb: Token) -> Iterator[Token]:
    """What hangs on a verb, or on the first part of a compound verb: "Iran test-fired a missile"."""
    doc = verb.doc
    if verb.i >= 2 and doc[verb.i - 1].text == "-" and doc[verb.i - 2].head == verb:
        first = doc[verb.i - 2]
        yield from (child for child in first.children if not child.is_punct)
        yield from (child for child in verb.children if child != first)
    else:
        yield from verb.children


def own_slots(verb: Token) -> Slots:
    """What the words that hang on a verb fill, its subject only where it has one of its own."""
    passive = is_passive(verb)
    slots: Slots = {}
    for child in _children(verb):
        kind = base(child)
        if kind == "nsubj":
            object_like = passive or _received(child, verb)
            slots.setdefault("object" if object_like else "agent", []).extend(conjuncts(child))
        elif kind == "obj":
            slot = "recipient" if _first_of_two(child, verb) else "object"
            slots.setdefault(slot, []).extend(conjuncts(child))
        elif kind == "iobj":
            slots.setdefault("recipient", []).extend(conjuncts(child))
        elif kind in {"obl", "nmod"}:
            add_phrase(child, slots, passive)
            add_with_whom(child, slots)
        elif kind == "parataxis" and _received(child, verb):
            slots.setdefault("object", []).extend(conjuncts(child))
        elif (guest := guest_of(child)) is not None:
            slots.setdefault(_preposition_of(child) or "object", []).extend(conjuncts(guest))
            for slot, words in own_slots(child).items():
                if slot != "object":  # "met visiting President Vucic in Belgrade"
                    slots.setdefault(slot, []).extend(words)
        elif kind == "xcomp" and _called(child, verb):
            slots.setdefault("object", []).extend(conjuncts(child))
        elif kind in {"xcomp", "ccomp"}:
            slots.setdefault("complement", []).append(child)
        elif kind == "advcl" and (mark := _preposition(child)):
            slots.setdefault(mark, []).append(child)
        elif child.dep_ == "compound:prt" or (
            kind == "advmod"
            and child.lower_ in {"up", "out", "off", "down", "back", "together", "over", "in"}
        ):
            slots.setdefault("particle", []).append(child)
    return slots
