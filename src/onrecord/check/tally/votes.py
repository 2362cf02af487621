"""Votes each way against the number of those who took part."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.records import Extraction, Finding, Tally
from onrecord.records.count import whole_number

SIDES = ("in_favour", "against", "abstained")
GAP = 3
"""Characters between two sentences that follow each other."""
OTHERS = re.compile(
    r"\b(?:invalid|blank|spoil\w*|absent|absentees?|did not (?:vote|take part)|not voting|the (?:others|rest)|"
    r"remaining|boycott\w*|walked out|left the (?:hall|chamber|room)|stayed away|missed)\b",
    re.IGNORECASE,
)
NONE_OF = re.compile(r"\b(?:no|without) (?:invalid|blank|spoil\w*|absent\w*)(?: \w+)?", re.IGNORECASE)


def votes(extraction: Extraction) -> Iterator[Finding]:
    """Votes that come to more than took part, or, where all three sides are given, to fewer.

    The number of those who took part may stand in the sentence of the votes or in the one beside it. Words of
    invalid ballots or of people who stayed away may explain what is missing.
    """
    text = extraction.article.text
    whole = [*extraction.tallies, *_beside(extraction.tallies)]
    for one in whole:
        sides = {side: _number(one.counts[side]) for side in SIDES if side in one.counts}
        present = whole_number(one.counts.get("present", ""))
        numbers = [number for number in sides.values() if number is not None]
        if present is None or len(sides) < 2 or len(numbers) < len(sides):
            continue
        total = sum(numbers)
        fewer = (
            len(sides) == len(SIDES)
            and total < present
            and not OTHERS.search(NONE_OF.sub("", text[one.start : one.end]))
        )
        if total > present or fewer:
            sums = " + ".join(str(number) for number in numbers)
            gap = f"{abs(present - total)} {'fewer' if total < present else 'more'}"
            message = f"{sums} = {total}, {gap} than the {present} said to be present"
            start, end = _trimmed(text, one.start, one.end)
            yield Finding("tally", start, end, message, suggests=None)


def _number(count: str) -> int | None:
    return 0 if count.lower() in {"none", "nil", "nobody"} else whole_number(count)


def _beside(tallies: tuple[Tally, ...]) -> Iterator[Tally]:
    """Two sentences of which one gives the sides and the other who took part."""
    for one, other in pairwise(tallies):
        apart = other.start - one.end > GAP or ("present" in one.counts) == ("present" in other.counts)
        sides = [set(SIDES) & tally.counts.keys() for tally in (one, other)]
        if not apart and not (sides[0] and sides[1]):
            yield Tally(one.start, other.end, one.counts | other.counts)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
