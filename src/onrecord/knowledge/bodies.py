"""Bodies that every state has, named by a rule: "<Adjective> Foreign Ministry", "parliament of <State>"."""

from typing import TYPE_CHECKING

from onrecord.knowledge.storage import Storage
from onrecord.records.actor import Entity

if TYPE_CHECKING:
    from onrecord.knowledge.base import Knowledge

_LONGEST_STATE = 6
"""Words in the longest name of a state that a body's name may begin or end with."""


def compose(knowledge: "Knowledge", storage: Storage, key: str) -> tuple[Entity, ...]:
    """The body of a state that a folded name tells, or nothing. Both parts must be known."""
    words = key.split()
    for cut in range(1, min(len(words), _LONGEST_STATE + 1)):
        found = _body(knowledge, storage, words[:cut], words[cut:])
        if not found and words[-cut - 1] in ("of", "in"):
            found = _body(knowledge, storage, words[-cut:], words[: -cut - 1])
        if found:
            return (found,)
    return ()


def _body(knowledge: "Knowledge", storage: Storage, owner: list[str], words: list[str]) -> Entity | None:
    form = storage.bodies.get(" ".join(words))
    state = knowledge.state_of_key(" ".join(owner)) if form else None
    return _make(knowledge, state, form) if state and form else None


def _make(knowledge: "Knowledge", state: Entity, form: str) -> Entity | None:
    adjective = knowledge.adjective(state.id)
    if state.country is None or adjective is None:
        return None
    return Entity(_id(state.country, form), f"{adjective} {form}", "body", state.country)


def _id(country: str, form: str) -> str:
    return f"kb-{country}-{form}".lower().replace(" ", "-")


def by_id(knowledge: "Knowledge", storage: Storage, body_id: str) -> Entity | None:
    """The rule-named body of an id such as "kb-ru-foreign-ministry"."""
    parts = body_id.split("-", 2)
    if len(parts) != 3 or parts[0] != "kb" or len(parts[1]) != 2:
        return None
    rows = storage.rows(
        "SELECT e.id FROM entity e JOIN code c ON c.entity = e.n WHERE c.alpha2 = ? ORDER BY e.n",
        (parts[1].upper(),),
    )
    state = knowledge.entity(rows[0][0]) if rows else None
    for form in sorted(set(storage.bodies.values())):
        if state and state.country and _id(state.country, form) == body_id:
            return _make(knowledge, state, form)
    return None
