"""Names that leave out what a reader knows: "the Foreign Ministry" without its state, "DFA" for what it abbreviates."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.extract.names.alike import as_other
from onrecord.extract.names.found import Found
from onrecord.knowledge import Knowledge
from onrecord.records import Entity
from onrecord.records.actor import ActorKind
from onrecord.records.parse import Doc

BODY: tuple[ActorKind, ...] = ("body",)
HOUSE = "House of Representatives"


def completed(doc: Doc, names: Sequence[Found], knowledge: Knowledge) -> tuple[Found, ...]:
    """The names, with bodies given their state where that is sure, and abbreviations what they stand for."""
    names = list(names)
    for index, found in enumerate(names):
        names[index] = _owned(doc, found, names, knowledge)
    short = dict(_abbreviated(doc, names))
    return tuple(
        as_other(found, short[found.text]) if found.entity is None and found.text in short else found
        for found in names
    )


def _abbreviated(doc: Doc, names: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    """ "Department of Foreign Affairs (DFA)": the letters in brackets, and what they abbreviate."""
    at = {found.start: found for found in names}
    for found in names:
        if found.kind == "person" or found.end + 2 >= len(doc) or doc[found.end].text != "(":
            continue
        letters = at.get(found.end + 1)
        if letters is None or doc[letters.end : letters.end + 1].text != ")":
            continue
        if letters.text.isupper() and letters.text[0] == found.text.removeprefix("The ")[0]:
            yield letters.text, found


def _owned(doc: Doc, found: Found, names: Sequence[Found], knowledge: Knowledge) -> Found:
    """A body that every state has, with the state it is of here."""
    if found.entity is not None or found.kind != "organisation":
        return found
    if found.text == "House" and doc[found.start - 1].lower_ == "the":
        countries = {other.country for other in names if other.country and other.kind != "outlet"}
        houses = [_body(HOUSE, country, knowledge) for country in sorted(countries)]
        return _of(found, [house for house in houses if house is not None and house.name.endswith(HOUSE)])
    words = found.text.removeprefix("The ").removeprefix("the ")
    country = _country(found, words, names, knowledge)
    body = _body(words, country, knowledge) if country else None
    return found if body is None else _of(found, [body])


def _of(found: Found, bodies: Sequence[Entity]) -> Found:
    """The name as that of the only body it can be."""
    if len(bodies) != 1:
        return found
    body = bodies[0]
    return msgspec.structs.replace(found, entity=body, name=body.name, kind=body.kind, country=body.country)


def _body(words: str, country: str, knowledge: Knowledge) -> Entity | None:
    state = knowledge.country(country)
    adjective = knowledge.adjective(state.id) if state is not None else None
    bodies = knowledge.named(f"{adjective} {words}", BODY) if adjective else ()
    return next((body for body in bodies if body.country == country), None)


def _country(found: Found, words: str, names: Sequence[Found], knowledge: Knowledge) -> str | None:
    """Whose a body is: of the one who speaks for it right behind, or else of the only like one named before."""
    for other in names:
        if other.title_start is not None and other.title_start <= found.end <= other.start:
            return other.entity.country if other.entity is not None else None
    before = {
        other.country
        for other in names
        if other.start < found.start and other.kind == "body" and other.country
        if other.entity == _body(words, other.country, knowledge)
    }
    return before.pop() if len(before) == 1 else None
