"""States, bodies and places: what a name that is nobody's means, and whether a capital stands for its state."""

from onrecord.extract.clause import base, case_of, lemma
from onrecord.extract.names.found import BODIES, Found, Range, head_of, in_quotes, is_possessive
from onrecord.knowledge import Knowledge
from onrecord.records import Entity
from onrecord.records.actor import ActorKind
from onrecord.records.parse import Doc, Token

KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}
WHERE = frozenset(
    (
        "in at near outside inside to into toward towards from around across via through over throughout "
        "within off on for"
    ).split()
)
"""Words before a name that stands for a place."""
DONE_TO_TOWNS = frozenset(
    (
        "visit tour leave reach strike hit bomb shell rock attack target pound flee quit enter abandon capture seize "
        "storm occupy besiege liberate retake evacuate shake bombard"
    ).split()
)
SENT = frozenset(
    (
        "offer demand message word letter call warning signal proposal reply answer pressure protest response request "
        "threat statement denial assurance invitation support objection silence"
    ).split()
)
ACTED = frozenset("sign speak act negotiate vote work spy fight".split())
TIED_TO = frozenset("close loyal hostile friendly allied answerable subservient ally".split())


def thing_of(doc: Doc, item: Range, knowledge: Knowledge) -> Found | None:
    text = " ".join(doc[item.start : item.end].text.split())
    head = head_of(doc, item.start, item.end)

    def make(entity: Entity | None, **more: object) -> Found:
        kind = entity.kind if entity else KINDS.get(item.label, "organisation")
        fields: dict[str, object] = {
            "start": item.start,
            "end": item.end,
            "head": head.i,
            "text": text,
            "name": entity.name if entity else text,
            "kind": kind,
            "country": entity.country if entity else None,
            "entity": entity,
            "possessive": is_possessive(doc, item.end),
            "quoted": in_quotes(doc, item.start),
        }
        return Found(**(fields | more))  # type: ignore[arg-type]

    if text.islower() and item.label == "PLACE":
        return None  # "fine china"
    state = knowledge.state(text)
    if state is not None:
        adjective = knowledge.demonym(text) is not None and (
            head.pos_ == "ADJ" or base(head) in {"amod", "compound"}
        )
        return make(state, adjective=adjective)
    metonym = knowledge.metonym(text)
    if metonym is not None:
        own, stands_for = metonym
        if own is None or (own.kind == "place" and _stands_for_government(doc, head)):
            return make(stands_for, own=own or _named_itself(text, knowledge))
        town = next((p for p in knowledge.places(text) if p.kind == "place" and p.population), None)
        if own.kind != "place" and town is not None and not _stands_for_government(doc, head):
            return make(town)  # "was in Brasília"
        if own.kind != "place" or _stands_for_government(doc, head):
            return make(stands_for, own=own)
        return make(own)
    if item.label == "ORG":
        known = knowledge.named(text, BODIES)
        if not known and item.end - item.start > 2:
            # "U.N. Security Council Resolution" is the Council's
            shorter = knowledge.named(" ".join(doc[item.start : item.end - 1].text.split()), BODIES)
            known = shorter[:1]
        return make(known[0] if known else _outlet(text, knowledge))
    if item.label == "PLACE" and (text.isupper() or "." in text):
        bodies = knowledge.named(text, BODIES)
        if bodies:
            return make(bodies[0])
    if item.label == "PLACE":
        places = knowledge.places(text)
        known = places or knowledge.named(text, BODIES)
        return make(known[0] if known else None)
    known = knowledge.named(text, BODIES)
    if not known and text[:1].isupper() and doc[max(item.start - 1, 0)].lower_ in WHERE:
        known = tuple(place for place in knowledge.places(text) if place.kind == "place")
    return make(known[0]) if known else None


def _named_itself(text: str, knowledge: Knowledge) -> Entity | None:
    places = knowledge.places(text)
    return places[0] if places else None


def _outlet(text: str, knowledge: Knowledge) -> Entity | None:
    outlet = knowledge.outlet(text)
    return None if outlet is None else Entity(outlet.id, outlet.name, "outlet", outlet.country)


def _stands_for_government(doc: Doc, head: Token) -> bool:
    """Whether a capital or building acts or is dealt with, rather than being where something is."""
    node = head
    while (
        base(node) in {"flat", "compound"}
        and node.head != node
        and node.head.ent_type_ == node.ent_type_ != ""
    ):
        node = node.head
    if base(node) == "conj":
        return _stands_for_government(doc, node.head)
    if base(node) in {"nsubj", "obj", "iobj"}:
        return not (base(node) == "obj" and lemma(node.head) in DONE_TO_TOWNS)
    if node.dep_ == "nmod:poss":
        return True
    case = case_of(node)
    if base(node) in {"obl", "nmod"} and case:
        if case == "from" and base(node) == "nmod" and lemma(node.head) in SENT:
            return True  # "the offer from Seoul"
        if case == "for" and lemma(node.head) in ACTED:
            return True  # "signed for Tehran"
        if case == "to" and lemma(node.head) in TIED_TO:
            return True
        return case in {"with", "between", "by", "against", "among", "like"}
    return base(node) in {"compound", "amod"}
