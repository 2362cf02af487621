"""Votes that do not add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding
from onrecord.records.count import whole_number

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

SIDES = ("in_favour", "against", "abstained")


def tally(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """Votes for, against and abstentions that do not make up the number said to have been present.

    Raised where all four numbers are given as exact ones and do not add up, or where those given already
    come to more than were there: with one missing, fewer say nothing, since somebody may not have voted.
    """
    for claim in extraction.claims:
        if claim.kind != "vote" or "present" not in claim.counts:
            continue
        sides = [whole_number(claim.counts[key]) for key in SIDES if key in claim.counts]
        present = whole_number(claim.counts["present"])
        if present is None or len(sides) < 2 or any(side is None for side in sides):
            continue
        total = sum(side for side in sides if side is not None)
        if total > present or (total < present and len(sides) == len(SIDES)):
            told = next(
                (
                    e
                    for e in claim.evidence
                    if claim.counts["present"] in extraction.article.text[e.start : e.end]
                ),
                claim.evidence[0],
            )
            gap = abs(present - total)
            sums = " + ".join(str(side) for side in sides)
            difference = f"{gap} {'fewer' if total < present else 'more'}"
            message = f"{sums} = {total}, {difference} than the {present} said to be present"
            yield Finding("tally", told.start, told.end, message, suggests=None)
