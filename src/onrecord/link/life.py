"""The life of an engagement: its status after each report, and as of a day."""

from collections.abc import Mapping, Sequence

from onrecord.link.days import Days, ordinal
from onrecord.link.origins import UNNAMED
from onrecord.records import Status, Step
from onrecord.records.linked import LinkClaim

AHEAD: tuple[Status, ...] = ("possible", "planned", "confirmed")
"""Statuses of what is to come, the weaker first."""
PAST: tuple[Status, ...] = ("ongoing", "happened")
OFF: tuple[Status, ...] = ("postponed", "denied", "cancelled")
_STRENGTH = {status: rank for rank, status in enumerate((*AHEAD, *OFF, *PAST))}

Origins = Mapping[tuple[str, str], tuple[str, ...]]


def told_on(item: LinkClaim, days: Days | None = None) -> int:
    """The day (ordinal) on which a claim counts as told.

    That is the day of publication. An undated article counts as of the last day that its text allows, and
    what it tells as still to come was told before that was over; where only a first day is known, as of
    that day; where nothing is known it comes before all others (0).
    """
    first, last = ordinal(item.earliest), ordinal(item.latest)
    if item.article.published is None and days is not None and item.claim.status in AHEAD:
        last = days.last if last is None else max(first or 0, min(last, days.last))
    return last or first or 0


def in_order(items: Sequence[LinkClaim], days: Days | None) -> list[LinkClaim]:
    """Claims in the order in which they were told; on one day the weaker status first."""
    return sorted(items, key=lambda one: (told_on(one, days), _STRENGTH[one.claim.status], one.key))


def known_by(item: LinkClaim, day: str) -> bool:
    """Whether a claim may have been published by `day` (ISO): only what was certainly later is left out."""
    return item.earliest is None or item.earliest <= day


def latest_day(items: Sequence[LinkClaim]) -> str | None:
    """The latest day of publication in a ledger; undated articles count with their first possible day."""
    days = [one.latest if one.article.published else one.earliest for one in items]
    return max((day for day in days if day), default=None)


def life(items: Sequence[LinkClaim], days: Days | None, origins: Origins) -> tuple[Step, ...]:
    """Every change of status with the claim that made it, oldest first.

    Args:
        items: the claims of one engagement in the order of `in_order`.
        days: when the engagement takes place.
        origins: on whose word each claim rests.
    """
    steps: list[Step] = []
    status: Status | None = None
    shown: Status | None = None
    heard: list[LinkClaim] = []
    for item in _strongest_of_each_article(items):
        status = _next(status, item, heard, days, origins)
        heard.append(item)
        new = _as_shown(status, heard, origins)
        if new != shown:
            steps.append(Step(new, item.article.published, item.article.id, item.claim.id))
            shown = new
    return tuple(steps)


def status_on(steps: Sequence[Step], last: int | None, as_of: int | None) -> Status:
    """The status as of a day: that of the last step, or `lapsed` when the day of what was ahead has passed.

    Args:
        last: ordinal of the last day on which it may take place, None where nothing bounds it.
        as_of: ordinal of the day that is asked for.
    """
    status = steps[-1].status
    over = last is not None and as_of is not None and last < as_of
    return "lapsed" if over and (status in AHEAD or status == "rumoured") else status


def _strongest_of_each_article(items: Sequence[LinkClaim]) -> list[LinkClaim]:
    best: dict[str, LinkClaim] = {}
    for item in items:
        known = best.get(item.article.id)
        if known is None or _STRENGTH[item.claim.status] > _STRENGTH[known.claim.status]:
            best[item.article.id] = item
    return [item for item in items if best[item.article.id] is item]


def _next(
    status: Status | None, item: LinkClaim, heard: Sequence[LinkClaim], days: Days | None, origins: Origins
) -> Status:
    new = item.claim.status
    if status is None or status == "disputed":
        return status or new
    if status in PAST:
        if new in PAST:
            return "happened" if "happened" in (status, new) else new
        if new in OFF and _contradicts(item, heard, PAST, days, origins):
            return "disputed"
        return status
    if new in PAST:
        return "disputed" if _contradicts(item, heard, OFF, days, origins) else new
    if new in OFF:
        return new
    later = all(told_on(item) > told_on(one) for one in heard)
    if status in OFF:
        return new if later and (new == "confirmed" or (new == "planned" and status != "denied")) else status
    if _STRENGTH[new] > _STRENGTH[status]:
        return new
    doubted = new == "possible" and later and UNNAMED not in origins[item.key]
    return new if doubted else status


def _contradicts(
    item: LinkClaim,
    heard: Sequence[LinkClaim],
    statuses: tuple[Status, ...],
    days: Days | None,
    origins: Origins,
) -> bool:
    """Whether `item` and one of those heard with `statuses` say the opposite, each on a word of its own.

    The one that says no must have been able to know: it was told no earlier than the first day of it.
    """
    for one in heard:
        if one.claim.status not in statuses or set(origins[one.key]) & set(origins[item.key]):
            continue
        refusal = item if item.claim.status in OFF else one
        if refusal.claim.status != "postponed" and (days is None or told_on(refusal) >= days.first):
            return True
    return False


def _as_shown(status: Status, heard: Sequence[LinkClaim], origins: Origins) -> Status:
    # what is confirmed is said by a party to it, whether or not by name
    if status in ("possible", "planned") and all(set(origins[one.key]) == {UNNAMED} for one in heard):
        return "rumoured"
    return status
