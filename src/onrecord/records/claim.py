"""A claim: what one article asserts of one engagement."""

from typing import Literal

import msgspec

from onrecord.records.day import days_between
from onrecord.records.span import Span
from onrecord.records.time import Precision, date_prec

Status = Literal[
    "happened",
    "ongoing",
    "confirmed",
    "planned",
    "possible",
    "denied",
    "cancelled",
    "postponed",
    "rumoured",
    "lapsed",
    "disputed",
]


class Plover(msgspec.Struct, frozen=True):
    """PLOVER 2.0 type and mode."""

    type: str | None
    mode: str | None = None


class Participant(msgspec.Struct, frozen=True):
    """Who took part, in which role. `actor` is an id, `country` ISO 3166-1 alpha-2."""

    name: str
    actor: str | None = None
    country: str | None = None
    role: str = "participant"


class Place(msgspec.Struct, frozen=True):
    """Where. `country` is ISO 3166-1 alpha-2; degrees north and east where known."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class When(msgspec.Struct, frozen=True):
    """First and last day (ISO; inclusive), how precise, and the words that say so.

    `because` is None where the day comes from the article's date and not from words of its text.
    """

    start: str | None
    end: str | None
    precision: Precision = "day"
    because: Span | None = None

    @property
    def date_prec(self) -> int:
        """Its precision, 1 (exact) to 5, as `date_prec` of UCDP GED codes it."""
        days = days_between(self.start, self.end) + 1 if self.start and self.end else None
        return date_prec(self.precision, days)


class Name(msgspec.Struct, frozen=True):
    """What an act is about: a standing object such as a treaty, with its id where known."""

    name: str
    actor: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What one article asserts of one engagement.

    `sources` holds chains of names, nearest first ("Le Point", "unnamed sources"). `evidence` are spans of
    the article's original text, the first is the one that told it best. `because` lists, in words, the rules
    that made the claim. `recurring` marks habits ("every year").
    """

    id: str
    kind: str
    plover: Plover
    cameo: str
    participants: tuple[Participant, ...]
    place: Place | None = None
    when: When | None = None
    about: tuple[Name, ...] = ()
    status: Status
    hedged: bool = False
    recurring: bool = False
    counts: dict[str, str] = {}
    sources: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Span, ...]
    because: tuple[str, ...] = ()
