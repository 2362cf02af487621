"""States, bodies and places: what a name that is nobody's means, and whether a capital stands for its state."""

from onrecord.extract.clause import base, case_of, lemma
from onrecord.extract.names.found import BODIES, PERSON, Found, Range, head_of, in_quotes, is_possessive
from onrecord.extract.names.parts import WHERE
from onrecord.knowledge import Knowledge
from onrecord.records import Entity
from onrecord.records.actor import ActorKind
from onrecord.records.parse import Doc, Token

KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}
OF_SEVERAL = frozenset({"Foreign Office", "FO", "Home Office"})
"""What several states call a ministry of theirs."""
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
    if metonym is not None and _is_of_elsewhere(doc, text, metonym[1], knowledge):
        return make(None)
    if metonym is not None:
        meant, own = _meant(doc, head, text, metonym, knowledge)
        return make(meant, own=own)
    named = _named(doc, item, text, knowledge)
    if named is not None:
        named = _of_a_state_named(doc, item.start, text, named, knowledge)
    return make(named) if named is not None or item.label in {"ORG", "PLACE"} else None


def _meant(
    doc: Doc, head: Token, text: str, metonym: tuple[Entity | None, Entity], knowledge: Knowledge
) -> tuple[Entity, Entity | None]:
    """Whom a word that may stand for a government means here, and what the word itself names where it does."""
    own, government = metonym
    if own is None:
        return government, _named_itself(text, knowledge)
    if _stands_for_government(doc, head):
        return government, own
    if own.kind == "place":
        return own, None
    town = next((p for p in knowledge.places(text) if p.kind == "place" and p.population), None)
    return (town, None) if town is not None else (government, own)  # "was in Brasília"


def _named(doc: Doc, item: Range, text: str, knowledge: Knowledge) -> Entity | None:
    """The body, outlet or place of that name, as the model's label lets it be one."""
    bodies = knowledge.named(text, BODIES)
    if item.label == "ORG":
        if not bodies and item.end - item.start > 2:
            # "U.N. Security Council Resolution" is the Council's
            bodies = knowledge.named(" ".join(doc[item.start : item.end - 1].text.split()), BODIES)
        return bodies[0] if bodies else _outlet(text, knowledge) or _acronym(text, knowledge)
    if item.label == "PLACE":
        places = knowledge.places(text)
        known = bodies or places if text.isupper() or "." in text else places or bodies
        return known[0] if known else None
    if not bodies and text[:1].isupper() and doc[max(item.start - 1, 0)].lower_ in WHERE:
        bodies = tuple(place for place in knowledge.places(text) if place.kind == "place")
    return bodies[0] if bodies else None


def _of_a_state_named(doc: Doc, start: int, text: str, body: Entity, knowledge: Knowledge) -> Entity:
    """ "The House of Representatives" where nothing of the United States is named, but the Philippines are."""
    if body.kind != "body" or not body.country or text == body.name:
        return body
    spoken_of = False
    bodies: dict[str, Entity] = {}
    for ent in doc.ents:
        state = knowledge.state(ent.text)
        if state is None:
            metonym = knowledge.metonym(ent.text)
            known = (metonym[1],) if metonym is not None else knowledge.named(ent.text, PERSON)
            if any(one.country == body.country for one in known):
                return body
            continue
        if state.country == body.country:
            return body
        called = knowledge.named(f"{ent.text} {text}", BODIES)
        bodies |= {own.id: own for own in called if own.name.endswith(text)}
        spoken_of = spoken_of or (ent.start < start and bool(bodies))
    # not by whom it deals with: "The Senate voted to sanction Russia"
    return next(iter(bodies.values())) if len(bodies) == 1 and spoken_of else body


def _is_of_elsewhere(doc: Doc, text: str, government: Entity, knowledge: Knowledge) -> bool:
    """Whether "the Foreign Office", Pakistan's or Germany's as well, stands in a text that names other states only."""
    if text.removeprefix("the ").removeprefix("The ") not in OF_SEVERAL:
        return False
    named = [
        knowledge.state(ent.text) or next(iter(knowledge.named(ent.text, PERSON)), None) for ent in doc.ents
    ]
    countries = {one.country for one in named if one is not None}
    return bool(countries) and government.country not in countries


def _named_itself(text: str, knowledge: Knowledge) -> Entity | None:
    places = knowledge.places(text)
    return places[0] if places else None


def _acronym(text: str, knowledge: Knowledge) -> Entity | None:
    """Initials that are written as a word: "Celac", "Unifil"."""
    known = (
        knowledge.named(text.upper(), BODIES) if text.istitle() and len(text) > 3 and text.isalpha() else ()
    )
    return known[0] if known else None


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
