"""status-conflict across articles: one report says that it happened, another that it did not."""

from collections.abc import Iterable, Sequence

from onrecord.check.across.pairs import finding, independent_pairs, voice_of
from onrecord.records import Engagement, Finding
from onrecord.records.linked import LinkClaim

NAME = "status-conflict"
_PAST = frozenset({"happened", "ongoing"})
_NOT = frozenset({"denied", "cancelled"})


def check(engagement: Engagement, claims: Sequence[LinkClaim]) -> Iterable[Finding]:
    """The two sides of an entry whose history is disputed.

    A plan called off, or a denial made before the day, is no conflict: the history tells of it.
    """
    if not any(step.status == "disputed" for step in engagement.history):
        return
    for one, other in independent_pairs(claims):
        statuses = (one.claim.status, other.claim.status)
        if not (any(s in _PAST for s in statuses) and any(s in _NOT for s in statuses)):
            continue
        said, before = (_words(status) for status in (statuses[1], statuses[0]))
        yield finding(NAME, other, f"{voice_of(other)}: {said}; {voice_of(one)}: {before}")


def _words(status: str) -> str:
    return {"happened": "it happened", "ongoing": "it goes on", "denied": "it did not happen"}.get(
        status, "it was called off"
    )
