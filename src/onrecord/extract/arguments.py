"""What fills which slot around a verb, with who is to do what a clause without a subject tells."""

from onrecord.extract.clause import base, case_of, conjuncts, is_passive, is_verb, lemma
from onrecord.extract.clause_slots import RECEIVING, Slots, own_slots
from onrecord.records.parse import Token

OBJECT_CONTROL = frozenset(
    (
        "urge ask force allow tell order invite help persuade call press want expect enable permit "
        "encourage convince require warn authorize instruct push get lead request advise compel beg "
        "challenge"
    ).split()
)
# what is somebody else's to do: "Xi's invitation to visit China"
INVITING = frozenset({"invitation", "request", "appeal", "order"})
CONVEYING = frozenset(
    "convey deliver extend send issue hand pass renew repeat reiterate address relay".split()
)
TAKING_UP = frozenset("accept decline reject welcome refuse have consider".split())
# what is seen or shown doing something: "images showed ships selling oil"
PERCEIVING = frozenset("show see hear watch catch find film photograph spot depict observe picture".split())


def _relative(tokens: list[Token], verb: Token) -> list[Token]:
    """Puts the noun in the place of "who", "which" or "that"."""
    if verb.dep_ != "acl:relcl":
        return tokens
    return [verb.head if token.lower_ in {"who", "which", "that", "whom"} else token for token in tokens]


def _stranded(verb: Token) -> str | None:
    """The preposition that a relative clause leaves behind its verb: "those he spoke with"."""
    if verb.dep_ != "acl:relcl":
        return None
    for child in verb.children:
        if child.i > verb.i and child.lower_ in {"with", "to", "for", "at"} and not list(child.children):
            return str(child.lower_)
    return None


def _inherited_agent(verb: Token) -> tuple[str, list[Token]]:
    """The slot and words that a clause without a subject takes from the clause or noun it hangs on."""
    head, label = verb.head, verb.dep_
    passive = is_passive(verb)
    if label == "acl" or label == "acl:relcl":
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "case"}}
        if "to" in marks or ("of" in marks and verb.lower_.endswith("ing")):
            # "the plan of Putin to visit", "Putin's plan to visit", "kept open the possibility of visiting"
            owner = [child for child in head.children if child.dep_ == "nmod:poss"]
            if invitation_to(verb) is not None:
                return "agent", _invited(head, owner)
            if owner:
                return "agent", owner
            if base(head) == "obj" and is_verb(head.head):
                return "agent", arguments(head.head).get("agent", [])
            return "agent", []
        return ("object" if passive else "agent"), [head]
    if label == "conj" and is_verb(head):
        inherited = arguments(head)
        same_voice = is_passive(head) == passive
        source = inherited.get("object" if is_passive(head) else "agent", [])
        return ("object" if passive else "agent"), source if same_voice or source else []
    if base(verb) == "ccomp" and head.dep_ == "acl:relcl":  # "a strike that Kyiv says killed three"
        return ("object" if passive else "agent"), [head.head]
    if base(verb) in {"xcomp", "advcl", "ccomp", "parataxis"} and head != verb:
        invitation = invitation_to(verb)
        if invitation is not None:
            return "agent", _invited(invitation, [])
        if not is_verb(head) and base(verb) != "xcomp":
            return "agent", [child for child in head.children if base(child) == "nsubj"]
        outer = arguments(head) if is_verb(head) else own_slots(head)
        controlled = outer.get("object") and (
            (lemma(head) in OBJECT_CONTROL and base(verb) == "xcomp") or _perceived(verb)
        )
        if is_passive(head):
            return ("object" if passive else "agent"), outer.get("object", [])
        source = outer.get("object", []) if controlled else outer.get("agent", [])
        return ("object" if passive else "agent"), source
    return "agent", []


def invitation_to(verb: Token) -> Token | None:
    """The noun by which somebody is invited to what an infinitive tells, hung on it or beside it; else None."""
    if not any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children):
        return None
    if verb.dep_ == "acl":
        return verb.head if lemma(verb.head) in INVITING and is_verb(verb.head.head) else None
    if base(verb) not in {"advcl", "xcomp"}:
        return None
    objects = (child for child in verb.head.children if base(child) == "obj" and child.i < verb.i)
    return next((word for word in objects if lemma(word) in INVITING), None)


def _invited(noun: Token, owner: list[Token]) -> list[Token]:
    """Who is to do it is who is invited: "conveyed to Lee an invitation to visit China", "accepted Xi's invitation"."""
    around = arguments(noun.head)
    to = [child for child in noun.children if base(child) == "nmod" and case_of(child) in {"to", "for"}]
    receivers = [part for child in to for part in conjuncts(child)]
    receivers += [word for slot in ("to", "recipient") for word in around.get(slot, ())]
    own = owner and lemma(noun.head) not in CONVEYING  # "accepted", "is pondering": the subject is invited
    return receivers or (around.get("agent", []) if own or lemma(noun.head) in RECEIVING | TAKING_UP else [])


def _perceived(verb: Token) -> bool:
    """ "showed ships selling oil": a participle right behind the object of a verb of seeing."""
    forms = verb.morph.get("VerbForm")
    if lemma(verb.head) not in PERCEIVING or not ("Ger" in forms or "Part" in forms):
        return False
    return any(base(child) == "obj" and child.i < verb.i for child in verb.head.children)


def _find_arguments(verb: Token) -> Slots:
    slots = {slot: _relative(tokens, verb) for slot, tokens in own_slots(verb).items()}
    gap = verb.dep_ == "acl:relcl" and "agent" in slots and "object" not in slots
    if (
        gap
        and verb.head not in slots["agent"]
        and not any(c.dep_ in {"ccomp", "mark"} for c in verb.children)
    ):
        # "the talks the two sides held", "the deal that Iran signed"
        slots.setdefault("relative", [verb.head])
    if verb.dep_ == "acl:relcl" and any(child.lower_ == "where" for child in verb.children):
        slots.setdefault("in", []).append(verb.head)
    stranded = _stranded(verb)
    if stranded is not None:
        slots.setdefault(stranded, []).append(verb.head)
    subject = "object" if is_passive(verb) else "agent"
    if subject not in slots and not any(base(child) == "csubj" for child in verb.children):
        slot, tokens = _inherited_agent(verb)
        if tokens and slot not in slots:
            slots[slot] = list(tokens)
    return slots


def arguments(verb: Token) -> Slots:
    """What fills which slot around a verb, with subjects found for relative, infinitive and joined clauses."""
    known: dict[int, Slots] = verb.doc.user_data.setdefault("clauses", {})
    if verb.i not in known:
        known[verb.i] = {}  # a clause that hangs on itself through a faulty parse ends here
        known[verb.i] = _find_arguments(verb)
    return known[verb.i]
