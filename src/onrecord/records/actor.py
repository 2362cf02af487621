"""Actors: who acts, speaks, or is acted upon; and what the knowledge base knows of them."""

from typing import Literal

import msgspec

from onrecord.records.span import Span

ActorKind = Literal[
    "person", "state", "organisation", "body", "group", "outlet", "place", "instrument", "vessel", "company"
]


class Coordinates(msgspec.Struct, frozen=True):
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


class Office(msgspec.Struct, frozen=True, order=True):
    """A post and what it is a post of: ("president", "Iran"), ("foreign minister", "Russia")."""

    title: str
    of: str


class Term(msgspec.Struct, frozen=True):
    """A person in an office from `start` to `end` (exclusive day; None: not known or not ended)."""

    person: str
    office: Office
    start: str | None
    end: str | None


class Entity(msgspec.Struct, frozen=True):
    """An entry of the knowledge base.

    `id` is a Wikidata QID where known, else a local id ("kb-..."). `country` is ISO 3166-1 alpha-2 of the
    state it belongs to (for a state, its own). `coordinates` for places, and for states that of the capital.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    gender: Literal["f", "m"] | None = None
    coordinates: Coordinates | None = None
    population: int = 0


class Outlet(msgspec.Struct, frozen=True):
    """A publisher. `wire` when it is an agency whose copy others reprint."""

    id: str
    name: str
    country: str | None = None
    wire: bool = False
    domain: str | None = None


class Actor(msgspec.Struct, frozen=True):
    """One actor of an article with all its mentions, offices as held on the article's date."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    offices: tuple[Office, ...] = ()
    mentions: tuple[Span, ...] = ()
