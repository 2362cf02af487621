"""place-conflict across articles: two reports put one engagement of one day in two towns."""

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt

from onrecord.check.across.pairs import finding, independent_pairs, voice_of
from onrecord.records import Engagement, Finding, Place
from onrecord.records.linked import LinkClaim

NAME = "place-conflict"
FAR_KM = 60.0
"""Distance below which two names may be those of one place: a suburb, an airport, a residence."""
KINDS = frozenset({"agreement", "attack", "gathering", "meeting", "visit"})
"""Kinds that are in one place. A launch, a vote or a statement is told of from several."""


def check(engagement: Engagement, claims: Sequence[LinkClaim]) -> Iterable[Finding]:
    """Reports of what has happened on one day that name two towns far from each other.

    Silent where either is the whole country or has no coordinates, and where one report names both places
    ("in Anchorage, Alaska"): then one of them holds the other, or both were visited.
    """
    if engagement.kind not in KINDS:
        return
    for one, other in independent_pairs(claims):
        here, there = one.claim.place, other.claim.place
        if here is None or there is None or not _on_one_day(one, other) or not _far(here, there):
            continue
        if one.wide or other.wide or _names_both(one, there) or _names_both(other, here):
            continue
        yield finding(NAME, other, f"{voice_of(other)} says {there.name}; {voice_of(one)} says {here.name}")


def _on_one_day(one: LinkClaim, other: LinkClaim) -> bool:
    days = {(when.start, when.end) for when in (one.claim.when, other.claim.when) if when is not None}
    happened = one.claim.status == other.claim.status == "happened"
    both_dated = one.claim.when is not None and other.claim.when is not None
    return happened and both_dated and len(days) == 1 and all(start == end for start, end in days)


def _far(a: Place, b: Place) -> bool:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord))) > FAR_KM


def _names_both(one: LinkClaim, place: Place) -> bool:
    return any(place.name.casefold() in text.text.casefold() for text in one.evidence)
