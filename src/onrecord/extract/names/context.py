"""Places that share a name: which of them is meant, by the country behind it or the company it keeps."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.extract.names.found import Found
from onrecord.knowledge import Knowledge
from onrecord.records import Entity
from onrecord.records.parse import Doc

COMPANY = 2  # other names of a country that outweigh the best known bearer of a name


def by_context(doc: Doc, names: tuple[Found, ...], knowledge: Knowledge) -> tuple[Found, ...]:
    """The names, with another place of the same name where the text means that one.

    "Tripoli, Lebanon" by the state behind it; "Georgia" by Atlanta and Alabama, where nothing else here is
    of the state of Georgia.
    """
    names = tuple(_korea(doc, found, names, knowledge) for found in names)
    company: Counter[str | None] = Counter(found.country for found in names if found.country)
    return tuple(_meant(doc, found, names, company, knowledge) for found in names)


def _meant(
    doc: Doc, found: Found, names: Sequence[Found], company: Counter[str | None], knowledge: Knowledge
) -> Found:
    entity = found.own or found.entity
    if entity is None or entity.kind not in {"place", "state"} or found.adjective:
        return found
    others = [place for place in knowledge.places(found.text) if place.country != entity.country]
    if not others:
        return found
    state = _state_behind(doc, found, names)
    if state is not None:
        fitting = [place for place in others if place.country == state]
        return _as(found, fitting[0]) if fitting and state != entity.country else found
    alone = company[entity.country] <= sum(other.text == found.text for other in names)
    fitting = [place for place in others if company[place.country] >= COMPANY]
    return _as(found, fitting[0]) if alone and len({p.country for p in fitting}) == 1 else found


def _korea(doc: Doc, found: Found, names: Sequence[Found], knowledge: Knowledge) -> Found:
    """ "the North", "the South" in a text that names either Korea, where nothing behind says of what."""
    if found.entity is not None or found.text not in {"North", "South"}:
        return found
    if found.end < len(doc) and doc[found.end].lower_ in {"of", "-"}:
        return found
    if not any(other.country in {"KP", "KR"} and other.kind == "state" for other in names):
        return found
    state = knowledge.state(f"{found.text} Korea")
    return found if state is None else _as(found, state)


def _as(found: Found, place: Entity) -> Found:
    return msgspec.structs.replace(
        found, entity=place, own=None, name=place.name, kind=place.kind, country=place.country
    )


def _state_behind(doc: Doc, found: Found, names: Sequence[Found]) -> str | None:
    """The country of the state or region named right behind a place: "Tripoli, Lebanon"."""
    if found.end >= len(doc) or doc[found.end].text != ",":
        return None
    behind = next((other for other in names if other.start == found.end + 1), None)
    if behind is None or behind.adjective or behind.kind not in {"state", "place"}:
        return None
    after = doc[behind.end].text if behind.end < len(doc) else "."
    listed = after in {"and", "or"}  # "Tripoli, Lebanon and ..." may be a list
    return None if listed else behind.country
