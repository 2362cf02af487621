"""Whether two claims tell of one engagement: what rules it out, what speaks for it, in words."""

from typing import NamedTuple

from onrecord.link import parties, places
from onrecord.link.days import MONTH, Meeting, agreement, meet, words
from onrecord.link.enough import LIKE, Evidence, enough
from onrecord.link.kinds import FIXED_PLACE, OCCASIONS, SINGLE, SPEECH, kinship
from onrecord.link.traits import Traits
from onrecord.link.wording import alike

ENOUGH = 3.0
"""Points from which two claims are linked. Set on articles annotated by hand: see docs/link.md."""
WORDING = 2.2
"""Points for the same words."""
COUNT = 0.75
SLIP = 2
"""Days by which reports of one engagement may differ, where everything else about it is the same."""
UNBOUND = 9999
"""Width in days that stands for "no day given"."""
APART = 35
"""Days between two articles within which an engagement that one of them does not date can be the other's."""


class Verdict(NamedTuple):
    """Whether two claims may be one engagement, and points for a link. `may` False: never."""

    may: bool
    points: float
    evidence: Evidence | None

    @property
    def links(self) -> bool:
        """Whether the two claims are linked by themselves."""
        return self.may and self.points >= ENOUGH


NEVER = Verdict(False, 0.0, None)


def judge(a: Traits, b: Traits) -> Verdict:
    """The verdict on two claims; the same whichever comes first."""
    if b.key < a.key:
        a, b = b, a
    if _far_apart(a, b):
        return NEVER
    related = kinship(a.kind, b.kind)
    if related is None or (a.recurring != b.recurring and not _loosely_dated(a, b)):
        return NEVER
    company = parties.compare(a.kind, a.parties, b.parties)
    if company is None or _about_other_things(a, b):
        return NEVER
    place = places.compare(a.spot, b.spot)
    when = _agree_on_days(a, b, company, place)
    if when is None or _elsewhere(a, place, company, when.width):
        return NEVER
    if a.article == b.article and not _one_in_one_article(a, b, company, place):
        return NEVER
    if not _kinds_fit(a, b, company, place) or _stayed_away(a, b, company):
        return NEVER
    likeness, shared = alike(a.words, b.words)
    counts = a.counts & b.counts
    points = company.points + when.points + place.points - related.cost
    points += WORDING * likeness + COUNT * min(2, len(counts))
    evidence = Evidence(related, company, place, likeness, tuple(sorted(shared)), tuple(sorted(counts)))
    if a.article == b.article or (a.kind == b.kind and a.said & b.said):
        points = max(points, ENOUGH)
    elif not enough(a, b, evidence, when.width):
        points = min(points, ENOUGH - 1.0)
    return Verdict(True, points, evidence)


def reasons(a: Traits, b: Traits, evidence: Evidence) -> str:
    """In words why two claims were linked."""
    told = [evidence.related.words, evidence.company.words, _days_in_words(a, b), evidence.place.words]
    if evidence.likeness >= LIKE:
        told.append(f"told in like words ({', '.join(evidence.shared[:4])})")
    if a.said & b.said:
        told.append("the same sentence")
    told.extend(f"same count ({name}: {value})" for name, value in evidence.counts)
    return "; ".join(reason for reason in told if reason)


def _days_in_words(a: Traits, b: Traits) -> str:
    if a.days is None or b.days is None:
        return "no day in one of them"
    if meet(a.days, b.days) is not None:
        return agreement(a.days, b.days)
    return f"{words(a.days)} and {words(b.days)}, all else the same"


def _far_apart(a: Traits, b: Traits) -> bool:
    """Whether their days alone rule a link out; looked at first, because most pairs end here."""
    if a.days is None or b.days is None:
        return False
    return a.days.first - b.days.last > SLIP or b.days.first - a.days.last > SLIP


def _loosely_dated(a: Traits, b: Traits) -> bool:
    return bool(a.days and b.days and (a.days.lasting or b.days.lasting))


def _about_other_things(a: Traits, b: Traits) -> bool:
    return bool(a.about and b.about) and not a.about & b.about and a.kind not in SPEECH


def _agree_on_days(a: Traits, b: Traits, company: parties.Company, place: places.Nearness) -> Meeting | None:
    """How well two claims agree on when it was; None when their days rule a link out."""
    if a.days is None or b.days is None:
        return Meeting(0.0, UNBOUND) if _told_within_weeks(a, b) or a.said & b.said else None
    met = meet(a.days, b.days)
    if met is not None:
        return Meeting(min(met.points, 1.2), met.width) if a.guessed or b.guessed else met
    certain = a.days.width == b.days.width == 1 and not (a.guessed or b.guessed)
    if certain and place.distinct and _same_but_for_one_field(a, b, company):
        return Meeting(1.0, 1)
    return None


def _told_within_weeks(a: Traits, b: Traits) -> bool:
    """Whether the articles appeared, or may have, within `APART` days of each other."""
    firsts = [one.published[0] for one in (a, b)]
    lasts = [one.published[1] for one in (a, b)]
    if None in lasts or None in firsts:
        return False
    gap = max(day for day in firsts if day is not None) - min(day for day in lasts if day is not None)
    return gap <= APART


def _same_but_for_one_field(a: Traits, b: Traits, company: parties.Company) -> bool:
    both_past = a.past and b.past
    same_people = company.persons >= 2 or (company.ties >= 1 and company.ties + company.states >= 2)
    return a.kind == b.kind and a.kind in SINGLE and a.article != b.article and same_people and both_past


def _elsewhere(a: Traits, place: places.Nearness, company: parties.Company, width: int) -> bool:
    """Whether another place rules a link out, for what is in one place.

    Two towns of one country pass where two reports of one day name the same two persons.
    """
    if not place.conflict or a.kind not in FIXED_PLACE:
        return False
    return not (place.same_country and width == 1 and company.persons >= 2)


def _one_in_one_article(a: Traits, b: Traits, company: parties.Company, place: places.Nearness) -> bool:
    """Whether two claims of one article, which were told apart on purpose, are one all the same.

    That is so of a visit and the occasion it is made for, and of what was planned and then happened
    within it.
    """
    if a.days is None or b.days is None:
        return False
    if {a.kind, b.kind} == {"visit", "gathering"}:
        return company.persons > 0 and place.distinct and (a.ahead == b.ahead)
    same_cast = [one.key for one in a.parties] == [one.key for one in b.parties]
    happened, awaited = (a, b) if a.past else (b, a)
    return (
        a.kind == b.kind
        and a.kind not in SPEECH
        and happened.past
        and awaited.ahead
        and same_cast
        and happened.days is not None
        and happened.days.width == 1
        and (awaited.days is not None and awaited.days.width <= MONTH)
        and alike(a.words, b.words)[0] > 0
    )


def _kinds_fit(a: Traits, b: Traits, company: parties.Company, place: places.Nearness) -> bool:
    """Whether kinds of one occasion are one: only when the visitor takes part.

    A visit and a meeting only when one of them was ahead: both may have happened, each for itself.
    """
    kinds = {a.kind, b.kind}
    if len(kinds) == 1 or not kinds <= OCCASIONS:
        return True
    if company.ties == 0 or place.points <= 0:
        return False
    if kinds == {"gathering", "visit"}:
        return True
    if not place.distinct:
        return False
    if "visit" in kinds:
        return a.ahead != b.ahead and a.past != b.past
    return _same_cast(a, b, company)


def _stayed_away(a: Traits, b: Traits, company: parties.Company) -> bool:
    """Whether one tells who would come to an occasion, and the other, of the day itself, names none of them.

    That it took place does not say that they were there.
    """
    if not {a.kind, b.kind} <= OCCASIONS or a.ahead == b.ahead or not (a.past or b.past):
        return False
    awaited = {
        one.key for one in (a if a.ahead else b).parties if one.rank == "person" and one.side != "receives"
    }
    seen = {one.key for pair in (*company.pairs, *company.kins) for one in pair}
    return bool(awaited) and not awaited & seen


def _same_cast(a: Traits, b: Traits, company: parties.Company) -> bool:
    return company.persons >= 2 and company.persons == min(len(a.persons), len(b.persons))
