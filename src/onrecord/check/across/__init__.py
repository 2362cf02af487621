"""Checks across the ledger: where independent reports of one engagement contradict each other.

One check a module, all in `CHECKS`. A check sees an entry and its claims in the order in which they were
told, and stays silent where it cannot be sure.
"""

from collections.abc import Callable, Iterable, Sequence

from onrecord.check.across import count_conflict, date_conflict, place_conflict, status_conflict
from onrecord.records import Engagement, Finding
from onrecord.records.linked import LinkClaim

AcrossCheck = Callable[[Engagement, Sequence[LinkClaim]], Iterable[Finding]]

CHECKS: tuple[AcrossCheck, ...] = (
    date_conflict.check,
    place_conflict.check,
    count_conflict.check,
    status_conflict.check,
)


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


def _order(finding: Finding) -> tuple[str, int, int, str]:
    return finding.article or "", finding.start, finding.end, finding.message
