"""date-conflict across articles: two reports put what happened once on two days."""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.check.across.pairs import finding, independent_pairs, voice_of
from onrecord.records import Engagement, Finding
from onrecord.records.linked import LinkClaim

NAME = "date-conflict"


def check(engagement: Engagement, claims: Sequence[LinkClaim]) -> Iterable[Finding]:
    """Reports of what has happened that give different days, both to the day and both in words of their text.

    Silent on plans, whose day may be moved. One day apart counts only where both texts print a date with its
    number: "Monday" in one part of the world is "Sunday" in another.
    """
    for one, other in independent_pairs(claims):
        first, second = _day(one), _day(other)
        if first is None or second is None or first == second:
            continue
        apart = abs((date.fromisoformat(first) - date.fromisoformat(second)).days)
        if apart == 1 and not (_printed(one) and _printed(other)):
            continue
        yield finding(
            NAME, other, f"{voice_of(other)} says {second}; {voice_of(one)} says {first}", suggests=None
        )


def _day(one: LinkClaim) -> str | None:
    when = one.claim.when
    if when is None or one.claim.status != "happened" or when.precision != "day" or when.because is None:
        return None
    return when.start if when.start == when.end and when.start and len(when.start) == 10 else None


def _printed(one: LinkClaim) -> bool:
    """Whether the number of the day stands in the evidence."""
    day = _day(one)
    number = str(int(day[-2:])) if day else "-"
    words = "".join(c if c.isalnum() else " " for text in one.evidence for c in f"{text.text} ").split()
    return any(word in (number, f"{number}st", f"{number}nd", f"{number}rd", f"{number}th") for word in words)
