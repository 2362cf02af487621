"""Records in words, for people who read a screen."""

from collections.abc import Sequence

from onrecord.records import Claim, Engagement, Participant, Place, Support, When

NOTHING = "–"
_CLIPPED = 160  # characters of evidence shown where only a glimpse is wanted
RECEIVING = frozenset({"target", "recipient", "host", "object", "defendant", "appointee"})
"""Roles of those to whom something is done; all others do it."""
_SHOWN_DIGITS = {"year": 4, "month": 7}  # of an ISO day, where the rest would claim too much


def when_words(when: When | None) -> str:
    """The day, month, year or range; `…` on the side that is open."""
    if when is None or (when.start is None and when.end is None):
        return NOTHING
    first, last = when.start or "", when.end or ""
    digits = _SHOWN_DIGITS.get(when.precision)
    if digits and first[:digits] == last[:digits]:
        return first[:digits]
    if first == last:
        return first
    return f"{first}…{_tail(first, last)}"


def _tail(first: str, last: str) -> str:
    """Of `last`, what `first` does not say already: month and day, or the day."""
    if not first or not last:
        return last
    return last[8:] if first[:7] == last[:7] else last[5:] if first[:4] == last[:4] else last


def where_words(place: Place | None) -> str:
    """The place, with its country's code unless it is the country."""
    if place is None:
        return NOTHING
    return f"{place.name}, {place.country}" if place.country and place.country != place.name else place.name


def who_words(participants: Sequence[Participant]) -> str:
    """Who did it → to whom; without an arrow where all did it together."""
    doing = ", ".join(one.name for one in participants if one.role not in RECEIVING)
    done_to = ", ".join(one.name for one in participants if one.role in RECEIVING)
    return f"{doing} → {done_to}".strip() if done_to else doing or NOTHING


def roles_words(participants: Sequence[Participant]) -> str:
    """The participants in their order, with country and role."""
    return ", ".join(
        f"{one.name} ({', '.join(filter(None, (one.country, one.role)))})" for one in participants
    )


def what_words(record: Claim | Engagement, between: str = " · ") -> str:
    """The kind, what it is about, and its counts."""
    about = ", ".join(each.name for each in record.about)
    counts = [f"{name.replace('_', ' ')}: {value}" for name, value in sorted(record.counts.items())]
    return between.join(part for part in (record.kind, about and f"about {about}", *counts) if part)


def chain_words(chain: Sequence[str]) -> str:
    """A chain of sources, nearest first: "Le Point ← unnamed sources" reads: Le Point, on their word."""
    return " ← ".join(chain)


def sources_words(chains: Sequence[Sequence[str]]) -> str:
    """All chains, or that the outlet says so itself."""
    return "; ".join(chain_words(chain) for chain in chains) or "the outlet's own word"


def status_words(status: str, hedged: bool) -> str:
    """The status, marked where it is hedged."""
    return f"{status}, hedged" if hedged else status


def codes_words(record: Claim | Engagement) -> str:
    """PLOVER type and mode, CAMEO code."""
    plover = " · ".join(part for part in (record.plover.type, record.plover.mode) if part)
    return f"PLOVER {plover or NOTHING}, CAMEO {record.cameo}"


def support_words(support: Support) -> str:
    """How many articles, outlets and independent origins, and which origins."""
    sums = ", ".join(
        (
            counted(support.articles, "article"),
            counted(support.outlets, "outlet"),
            counted(support.independent, "independent origin"),
        )
    )
    return f"{sums}: {', '.join(support.origins)}" if support.origins else sums


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 article", "2 articles"."""
    return f"{number} {noun}{'s' * (number != 1)}"


def clipped(text: str, length: int = _CLIPPED) -> str:
    """`text` on one line, cut at a word after `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0] + " …"
