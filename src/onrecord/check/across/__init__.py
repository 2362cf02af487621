"""Checks across the ledger: where independent reports of one engagement contradict each other.

One check a module, all in `CHECKS`. A check sees an entry and its claims in the order in which they were
told, and stays silent where it cannot be sure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.check.across import (
    bilocation,
    copied,
    count_conflict,
    date_conflict,
    participant_conflict,
    place_conflict,
    status_conflict,
)
from onrecord.check.across.told import Found, Told
from onrecord.records import Engagement, Finding
from onrecord.records.linked import LinkClaim

AcrossCheck = Callable[[Engagement, Sequence[LinkClaim]], Iterable[Finding]]

CHECKS: tuple[AcrossCheck, ...] = (
    date_conflict.check,
    place_conflict.check,
    count_conflict.check,
    status_conflict.check,
)


BetweenCheck = Callable[[Sequence[Told]], Found]

BETWEEN: tuple[BetweenCheck, ...] = (bilocation.check, participant_conflict.check)
"""Checks that hold entries against each other."""


def findings_across(engagement: Engagement, claims: Sequence[LinkClaim]) -> tuple[Finding, ...]:
    """What all checks find in one entry; in the order of checks, articles and positions, each finding once.

    Args:
        engagement: the entry, with its history.
        claims: its claims in the order in which they were told.
    """
    found: dict[Finding, None] = {}
    for check in CHECKS:
        found.update(dict.fromkeys(sorted(check(engagement, claims), key=_order)))
    return tuple(found)


def findings_between(told: Sequence[Told], same: Mapping[str, str]) -> dict[str, tuple[Finding, ...]]:
    """What all checks find between the entries of a ledger, by the id of the entry that a finding belongs to.

    Args:
        told: all entries with their claims.
        same: of each article the first (by id) of those that print one text.
    """
    found: dict[str, dict[Finding, None]] = defaultdict(dict)
    for pairs in (*(check(told) for check in BETWEEN), copied.check(told, same)):
        for entry, one in pairs:
            found[entry].setdefault(one)
    return {entry: tuple(sorted(ones, key=_by_check)) for entry, ones in found.items()}


def _by_check(finding: Finding) -> tuple[str, str, int, int, str]:
    return (finding.check, *_order(finding))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    return finding.article or "", finding.start, finding.end, finding.message
