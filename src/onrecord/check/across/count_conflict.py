"""count-conflict across articles: two reports count the same differently."""

import re
from collections.abc import Iterable, Sequence

from onrecord.check.across.pairs import finding, independent_pairs, voice_of
from onrecord.records import Engagement, Finding
from onrecord.records.count import Count, contradict, figures, read_count
from onrecord.records.linked import LinkClaim

NAME = "count-conflict"
GROWS = frozenset({"attack", "coercion", "protest", "mobilization", "aid", "withdrawal"})
"""Kinds whose numbers grow from report to report: the dead and the hurt, the arrested, the marchers."""

_HOLDS = re.compile(r"\b(maintain|insist|exactly|stand by|stood by|stick|stuck|still say|put the)\w*", re.I)
_ROSE = re.compile(
    r"\b(rose|risen|rise|rising|up from|climb|increase|increasing|earlier|previous|initial|revis|grew|grown|first)"
    r"\w*",
    re.I,
)


def check(engagement: Engagement, claims: Sequence[LinkClaim]) -> Iterable[Finding]:
    """Numbers of one name (killed, in_favour, tons) of what has happened that cannot both be right.

    Silent where the later number is higher and such numbers grow, where either is rough ("about",
    "dozens"), or where one is a bound that the other keeps ("at least 20", "23"). Of two reports of one day
    the lower may be the older by hours: they count only where each cites somebody. A higher number is no
    growth where the later report tells that somebody still stands by the lower one.
    """
    for one, other in independent_pairs(claims):
        if not {one.claim.status, other.claim.status} <= {"happened", "ongoing"}:
            continue
        for name in sorted(one.claim.counts.keys() & other.claim.counts.keys()):
            first, second = read_count(one.claim.counts[name]), read_count(other.claim.counts[name])
            if first is None or second is None or not contradict(first, second):
                continue
            if engagement.kind in GROWS and _grown(one, other, first, second):
                continue
            said, before = other.claim.counts[name], one.claim.counts[name]
            label = name.replace("_", " ")
            message = f"{label}: {voice_of(other)} says {said}; {voice_of(one)} says {before}"
            yield finding(NAME, other, message)


def _grown(one: LinkClaim, other: LinkClaim, first: Count, second: Count) -> bool:
    """Whether the difference may be the toll's growth from the earlier report to the later."""
    if (
        one.latest is None
        or other.latest is None
        or one.earliest != one.latest
        or other.earliest != other.latest
    ):
        return True
    if _still_held(first, other):
        return False
    if one.latest == other.latest:
        return not (one.claim.sources and other.claim.sources)
    return second.value >= first.value


def _still_held(count: Count, later: LinkClaim) -> bool:
    return any(
        count.value in figures(text) and _HOLDS.search(text) and not _ROSE.search(text)
        for text in later.beside
    )
