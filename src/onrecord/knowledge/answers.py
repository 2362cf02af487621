"""Answers made of rows of the knowledge file, and the small questions about words and days they turn on."""

from onrecord.knowledge.storage import Row
from onrecord.records.actor import Coordinates, Entity, Outlet

_SHORT = 4
"""Characters of the longest abbreviation that is also a plain word in small letters ("quad")."""


def plain_word(name: str) -> bool:
    """Whether a text is a short word in small letters: "us", "who", "it", which are no abbreviations."""
    return len(name) <= _SHORT and name.islower()


def only_capitalised(name: str) -> bool:
    """Whether a short word has a capital first only: "Who" and "Plan" are not WHO and PLAN."""
    return len(name) <= _SHORT + 1 and name.istitle() and name.isalpha()


def entity_of(row: Row) -> Entity:
    """An entity of its columns: id, name, kind, country, gender, latitude, longitude, population."""
    entity_id, name, kind, country, gender, latitude, longitude, population = row
    point = Coordinates(latitude, longitude) if latitude is not None else None
    return Entity(entity_id, name, kind, country, gender, point, population)


def outlet_of(row: Row) -> Outlet:
    """An outlet of its columns: id, name, country, wire, domain."""
    outlet_id, name, country, wire, domain = row
    return Outlet(outlet_id, name, country, bool(wire), domain)


def host(address: str) -> str:
    """The host of a web address, without "www."; "" for what is none."""
    name = address.strip().lower().partition("://")[2] or address.strip().lower()
    name = name.partition("/")[0].partition(":")[0]
    return "" if " " in name else name.removeprefix("www.")


def holds(start: str, end: str, on: str | None) -> bool:
    """Whether a term covers any part of `on`; of days known to the month or year only, all might be meant."""
    if on is None:
        return True
    first, last = (on + "-01-01")[:10], (on + "-99-99")[:10]
    return start[:10] <= last and (not end or (end + "-99-99")[:10] > first)


def near(one: Coordinates | None, other: Coordinates | None) -> bool:
    """Whether two points lie within half a degree of each other."""
    return (
        one is not None
        and other is not None
        and abs(one.latitude - other.latitude) < 0.5
        and abs(one.longitude - other.longitude) < 0.5
    )
