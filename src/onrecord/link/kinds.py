"""Which kinds of claim can tell of one engagement, and what each asks of a link."""

from functools import lru_cache
from typing import NamedTuple

OCCASIONS = frozenset({"meeting", "visit", "gathering"})
"""Kinds of one occasion: a leader visits a city for a parade at which leaders gather."""

SPEECH = frozenset(
    {"accusation", "denial", "pledge", "rejection", "request", "statement", "support", "threat"}
)
"""Acts of speech: many on a day by one speaker, so that the day and the speaker must agree exactly."""

BILATERAL = frozenset({"agreement", "call", "meeting"})
"""Kinds that are made by just these people: with somebody else it is another one."""

DIRECTED = frozenset({"aid", "attack", "coercion", "sanction", "visit", "withdrawal"}) | SPEECH
"""Kinds in which one side acts: the other way round it is another deed."""

FIXED_PLACE = OCCASIONS | {"attack", "protest"}
"""Kinds that are in one place. A launch is told of by where it rose and by what it flew over; words are said
in one town and reported from another."""

SINGLE = frozenset({"agreement", "appointment", "call", "gathering", "meeting", "visit", "vote"})
"""Kinds of which the same people hardly do two on one day. Of others (strikes, seizures, launches, sanctions)
there may be several, and a link needs something that tells them apart: a town, a ship, a number, the
words."""

FREQUENT = frozenset({"attack", "coercion", "protest"})
"""Kinds of which one side does several to the other on one day, so that who and when do not tell them
apart."""

_NEAR = {
    frozenset({"aid", "cooperation"}): 0.5,
    frozenset({"sanction", "vote"}): 0.25,
    frozenset({"agreement", "vote"}): 1.0,
    frozenset({"meeting", "gathering"}): 0.5,
    frozenset({"visit", "gathering"}): 0.5,
    frozenset({"meeting", "visit"}): 1.0,
    frozenset({"accusation", "threat"}): 1.0,
    frozenset({"accusation", "rejection"}): 1.0,
    frozenset({"denial", "rejection"}): 0.5,
    frozenset({"pledge", "statement"}): 1.5,
    frozenset({"accusation", "statement"}): 1.5,
    frozenset({"denial", "statement"}): 1.0,
}
_FAMILIES = {
    **dict.fromkeys(OCCASIONS, "occasion"),
    **dict.fromkeys(SPEECH, "speech"),
    **dict.fromkeys(("sanction", "vote", "agreement"), "decision"),
    **dict.fromkeys(("aid", "cooperation"), "cooperation"),
}


class Kinship(NamedTuple):
    """What a pair of kinds costs in points, and the reason in words."""

    cost: float
    words: str


def family(kind: str) -> str:
    """The family of a kind: kinds of different families never tell of one engagement."""
    return _FAMILIES.get(kind, kind)


@lru_cache(maxsize=1024)
def kinship(a: str, b: str) -> Kinship | None:
    """Whether two kinds can be one engagement; None when not."""
    if a == b:
        return Kinship(0.0, f"same kind ({a})")
    cost = _NEAR.get(frozenset({a, b}))
    if cost is None:
        return None
    first, second = sorted((a, b))
    return Kinship(cost, f"{first} and {second} may be one")
