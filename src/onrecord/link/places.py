"""Where: whether two claims can be in one place."""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from onrecord.link.wording import folded
from onrecord.records import Place

NEAR_KM = 30.0
"""A building and its city, a city and its suburbs: centres within this distance count as one place."""


class Spot(NamedTuple):
    """A place: folded name, name as shown, country, degrees; `wide` when it is a whole state."""

    name: str
    shown: str
    country: str | None
    point: tuple[float, float] | None
    wide: bool


class Nearness(NamedTuple):
    """Points for the agreement of two places (negative: they conflict), and the reason in words."""

    points: float
    distinct: bool  # one town or building in both
    conflict: bool
    same_country: bool
    words: str


UNKNOWN = Nearness(0.0, False, False, False, "")


def spot_of(place: Place | None, *, wide: bool) -> Spot | None:
    """The place as linking compares it. `wide`: it is a whole state."""
    if place is None or not place.name:
        return None
    name = folded(place.name)
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = (place.latitude, place.longitude)
    return Spot(name, place.name, place.country, point, wide)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points in degrees north and east (haversine, radius 6371 km)."""
    north, east = radians(b[0] - a[0]), radians(b[1] - a[1])
    chord = sin(north / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(east / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord)))


def compare(a: Spot | None, b: Spot | None) -> Nearness:
    """How well two places agree. Without a point only the same name, or another country, can be told."""
    if a is None or b is None:
        return UNKNOWN
    if a.name == b.name and (a.country == b.country or not (a.country and b.country)):
        points = 0.5 if a.wide or b.wide else 1.5
        return Nearness(points, points > 1, False, True, f"both in {a.shown}")
    if a.country and b.country and a.country != b.country:
        return Nearness(-1.5, False, True, False, f"{a.shown} is not {b.shown}")
    if a.wide or b.wide:
        inner, outer = (b, a) if a.wide else (a, b)
        return Nearness(0.4, False, False, True, f"{inner.shown} is in {outer.shown}")
    if a.point and b.point:
        if kilometres(a.point, b.point) <= NEAR_KM:
            return Nearness(1.2, True, False, True, f"{a.shown} is at {b.shown}")
        return Nearness(-1.5, False, True, bool(a.country), f"{a.shown} is not {b.shown}")
    return UNKNOWN
