"""bilocation: one person in two places far apart at once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from onrecord.check.across.pairs import finding, voice_of, words_of
from onrecord.check.across.told import Found, Told, kilometres, persons
from onrecord.records import Place
from onrecord.records.linked import LinkClaim

NAME = "bilocation"
BODILY = frozenset({"meeting", "visit", "gathering"})
THERE = frozenset({"participant", "visitor", "attendee", "guest", "party"})
"""Roles of those who were there themselves; hosts may have sent somebody."""
ONE_DAY_KM = 8000.0
"""Farther apart than what two meetings of one day allow for: ten hours in the air, whatever the time zones."""
WITHIN_STAY_KM = 3000.0
"""Farther than one goes and comes back from in the middle of a stay."""
LONGEST_STAY = 14
"""Days of a visit that are taken for one stay."""


class Stay(NamedTuple):
    """One person, told outright to have been in one place from one day to another."""

    entry: str
    claim: LinkClaim
    name: str
    place: Place
    first: str
    last: str


def check(told: Sequence[Told]) -> Found:
    """A person who took part in two things on one day in towns that lie too far apart, on independent words.

    Or in one that lies far from where a visit kept the person on the days before and after. Silent where either
    is hedged, has no exact day or town, or is no meeting, visit or gathering in person.
    """
    stays: dict[str, list[Stay]] = defaultdict(list)
    for one in told:
        if one.entry.kind in BODILY:
            for claim in one.sure:
                for actor, stay in _stays(one.entry.id, claim):
                    stays[actor].append(stay)
    for actor in sorted(stays):
        for one_stay, other in combinations(sorted(stays[actor], key=_order), 2):
            yield from _between(one_stay, other)


def _order(stay: Stay) -> tuple[str, str, str, tuple[str, str]]:
    return stay.first, stay.last, stay.entry, stay.claim.key


def _stays(entry: str, one: LinkClaim) -> list[tuple[str, Stay]]:
    place, when = one.claim.place, one.claim.when
    if place is None or one.wide or when is None or when.because is None or not when.start or not when.end:
        return []
    if len(when.start) != 10 or len(when.end) != 10 or when.precision not in {"day", "range"}:
        return []
    return [
        (who.actor, Stay(entry, one, who.name, place, when.start, when.end))
        for who in persons(one)
        if who.actor and who.role in THERE
    ]


def _between(one: Stay, other: Stay) -> Found:
    if one.entry == other.entry or one.claim.article.id == other.claim.article.id:
        return
    if set(words_of(one.claim)) & set(words_of(other.claim)):
        return
    far = kilometres(one.place, other.place)
    if far is None:
        return
    if one.first == one.last == other.first == other.last:
        apart, when = far > ONE_DAY_KM, f"on {one.first}"
    else:
        stay, day = (one, other) if one.first != one.last else (other, one)
        inside = day.first == day.last and stay.first < day.first < stay.last
        apart = inside and far > WITHIN_STAY_KM and _days(stay) <= LONGEST_STAY
        when = f"on {day.first}, within {stay.first} to {stay.last}"
    if apart:
        for here, there in ((one, other), (other, one)):
            message = (
                f"{here.name} is in {here.place.name} for {voice_of(here.claim)} and in {there.place.name} for "
                f"{voice_of(there.claim)}, {far:,.0f} km away, {when}"
            )
            yield here.entry, finding(NAME, here.claim, message)


def _days(stay: Stay) -> int:
    return (date.fromisoformat(stay.last) - date.fromisoformat(stay.first)).days
