"""Subjects that the parse loses: long titles and lists of names tear a name from the verb that it stands before.

"Secretary of State John Kerry and Foreign Minister Sergei Lavrov met": whatever the parse makes of it, a name that
ends right before a finite verb, and follows no preposition, is its subject, and so is one joined to it by "and".
"""

from onrecord.extract.cast import Cast
from onrecord.extract.clause import NO_HEADS, base, case_of, is_passive, is_verb
from onrecord.extract.clause_slots import Slots
from onrecord.extract.names import Found
from onrecord.records.parse import Token

SKIPPED = frozenset({"AUX", "ADV", "PART"})  # words that may stand between a subject and its verb
ACTING = frozenset({"person", "state", "body", "organisation"})


def with_subject(verb: Token, slots: Slots, cast: Cast) -> Slots:
    """The slots of a verb with the name right before it as its subject, where the parse has it elsewhere."""
    found = _name_before(verb, cast)
    if found is None:
        return slots
    slot = "object" if is_passive(verb) else "agent"
    words = [word for word in slots.get(slot, ()) if not _dateline(word)]
    head = verb.doc[found.head]
    known = {figure.id for figure in cast.all_of(words)}
    if cast.figure(found).id in known:
        return slots
    joined = _after_and(found, verb)
    if any(is_verb(word.head) and word.i < found.start and not joined for word in words) and known:
        return slots  # the verb has a subject of its own: "Lavrov, who had met Kerry, left"
    if not joined:
        words = [word for word in words if cast.of(word)]
    return {**slots, slot: [*words, head]}


def with_who(verb: Token, slots: Slots, cast: Cast) -> Slots:
    """The slots of a relative clause with the person right before its "who": "a ceremony for Xi, who is in Hanoi"."""
    clause = verb.head if verb.dep_ == "cop" else verb
    who = next((child for child in clause.children if child.lower_ == "who" and base(child) == "nsubj"), None)
    if clause.dep_ != "acl:relcl" or who is None or who.i < 2 or cast.all_of(slots.get("agent", ())):
        return slots
    found = cast.name_at(verb.doc[who.i - (2 if verb.doc[who.i - 1].text == "," else 1)])
    if found is None or not cast.figure(found).person or is_passive(clause):
        return slots
    return {**slots, "agent": [verb.doc[found.head]]}


def _name_before(verb: Token, cast: Cast) -> Found | None:
    torn = verb.i > 1 and verb.doc[verb.i - 1].text == "-"  # "will co-chair", read as two verbs
    if (
        not is_verb(verb)
        or (base(verb) == "xcomp" and not torn)
        or base(verb) in NO_HEADS
        or "Ger" in verb.morph.get("VerbForm")
    ):
        return None
    index = verb.i - (3 if torn else 1)
    while index > verb.sent.start and verb.doc[index].pos_ in SKIPPED and verb.i - index < 5:
        index -= 1
    found = cast.name_at(verb.doc[index])
    if found is None or found.end != index + 1 or found.adjective or cast.figure(found).kind not in ACTING:
        return None
    first = found.start if found.title_start is None else found.title_start
    before = verb.doc[first - 1] if first > verb.sent.start else None
    if before is not None and before.lower_ == "the" and before.i > verb.sent.start:
        before = verb.doc[before.i - 1]
    if case_of(verb.doc[found.head]) or (before is not None and (before.pos_ == "ADP" or is_verb(before))):
        return None
    return found


def _after_and(found: Found, verb: Token) -> bool:
    first = found.start if found.title_start is None else found.title_start
    return first > verb.sent.start and verb.doc[first - 1].lower_ in {"and", "&"}


def _dateline(word: Token) -> bool:
    """ "BAMAKO — Mali's president resigned": the town before the dash is no subject."""
    doc = word.doc
    return any(doc[index].text in {"—", "–", "--"} for index in range(word.i + 1, min(word.i + 5, len(doc))))
