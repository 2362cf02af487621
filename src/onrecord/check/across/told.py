"""An entry of the ledger with its claims, as the checks between entries see it."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from onrecord.records import Engagement, Finding, Participant, Place
from onrecord.records.linked import LinkClaim


class Told(NamedTuple):
    """An entry and its claims in the order in which they were told."""

    entry: Engagement
    claims: tuple[LinkClaim, ...]

    @property
    def sure(self) -> tuple[LinkClaim, ...]:
        """Claims that say outright that it happened: not hedged, no habit, no caption, with evidence."""
        return tuple(
            one
            for one in self.claims
            if one.claim.status == "happened"
            and one.evidence
            and not (one.claim.hedged or one.claim.recurring or one.caption)
        )


Found = Iterable[tuple[str, Finding]]
"""Findings with the id of the entry that each belongs to."""


def persons(one: LinkClaim) -> tuple[Participant, ...]:
    """The persons of a claim who have an id."""
    pairs = zip(one.claim.participants, one.kinds, strict=True)
    return tuple(who for who, kind in pairs if kind == "person" and who.actor)


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine, radius 6371 km); None where either has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord)))
