"""What a link needs whatever its points: something that tells this deed from others like it."""

from typing import NamedTuple

from onrecord.link import parties, places
from onrecord.link.days import QUARTER, WEEK
from onrecord.link.kinds import BILATERAL, FREQUENT, SINGLE, SPEECH, Kinship
from onrecord.link.traits import Traits

LIKE = 0.35
"""Likeness of wording from which two claims tell of a deed in the same words."""


class Evidence(NamedTuple):
    """What speaks for a link, as far as a link needs it and its reasons tell of it."""

    related: Kinship
    company: parties.Company
    place: places.Nearness
    likeness: float
    shared: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]


def enough(a: Traits, b: Traits, evidence: Evidence, width: int) -> bool:
    """What a link needs whatever the points: something that tells this deed from others like it."""
    company, place = evidence.company, evidence.place
    if a.days is None or b.days is None:
        return _undated_but_same(a, b, evidence)
    if a.kind in SPEECH or b.kind in SPEECH:
        return _same_speech(a, b, evidence, width)
    one_day = width == 1 and (place.distinct or len(evidence.counts) >= 2)
    if not company.pairs and len(company.kins) < 2 and not one_day:
        return False
    if a.kind in BILATERAL and not _same_pair(a, b, company, place, width):
        return False
    if a.kind not in FREQUENT and company.states >= 2 and (width == 1 or (a.days.lasting and b.days.lasting)):
        return True
    if a.kind in SINGLE and width <= WEEK and company.states >= 2:
        return True
    named = place.distinct or bool(evidence.counts) or company.ties > 0
    if width > QUARTER and not (a.days.lasting or b.days.lasting):
        # a year holds many deeds of one kind and of one cast: no day of it is "the" one
        if min(a.days.width, b.days.width) <= WEEK:
            return place.distinct and company.ties > 0
        return evidence.likeness >= 0.6
    if a.ahead != b.ahead and width > WEEK and a.kind not in SINGLE:
        # what was threatened for a month is not whatever deed of that kind came in it
        return named or (company.states >= 2 and evidence.likeness >= LIKE)
    return named or evidence.likeness >= LIKE


def _same_pair(a: Traits, b: Traits, company: parties.Company, place: places.Nearness, width: int) -> bool:
    """Whether talks, a call or an agreement are between the same: two persons, two states, or all of them."""
    states = company.states >= 2 and width <= WEEK
    return company.persons >= 2 or company.whole or states or (place.distinct and width == 1)


def _undated_but_same(a: Traits, b: Traits, evidence: Evidence) -> bool:
    company, place = evidence.company, evidence.place
    if (a.recurring and b.recurring) or (a.kind == "protest" and place.distinct):
        return place.distinct and evidence.likeness >= LIKE
    return place.distinct and (company.persons >= 2 or (company.ties >= 1 and evidence.likeness >= LIKE))


def _same_speech(a: Traits, b: Traits, evidence: Evidence, width: int) -> bool:
    """The same day and speaker, and the same addressee or like words.

    Plain statements, and what has no day of its own, need the words.
    """
    if width > WEEK:
        return False
    by_words = evidence.likeness >= LIKE and (evidence.company.points >= 1)
    if "statement" in (a.kind, b.kind) or a.kind != b.kind or a.guessed or b.guessed or width > 1:
        return by_words
    named = evidence.company.ties + evidence.company.states
    return named >= 2 or by_words or (evidence.company.ties >= 1 and min(len(a.parties), len(b.parties)) == 1)
