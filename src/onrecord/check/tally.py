"""Votes that do not add up."""

from collections.abc import Iterable

from spacy.tokens import Doc

from onrecord.check.numbers import whole_number
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding

SIDES = ("in_favour", "against", "abstained")


def tally(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """Votes for, against and abstentions that do not make up the number said to have been present.

    Raised only where all four numbers are given as exact ones: with one missing, somebody may simply not
    have voted.
    """
    for claim in extraction.claims:
        if claim.kind != "vote" or "present" not in claim.counts:
            continue
        sides = [whole_number(claim.counts[key]) for key in SIDES if key in claim.counts]
        present = whole_number(claim.counts["present"])
        if len(sides) != len(SIDES) or present is None or any(side is None for side in sides):
            continue
        total = sum(side for side in sides if side is not None)
        if total != present:
            told = next(
                (
                    e
                    for e in claim.evidence
                    if claim.counts["in_favour"] in extraction.article.text[e.start : e.end]
                ),
                claim.evidence[0],
            )
            gap = abs(present - total)
            sums = " + ".join(str(side) for side in sides)
            difference = f"{gap} {'fewer' if total < present else 'more'}"
            message = f"{sums} = {total}, {difference} than the {present} said to be present"
            yield Finding("tally", told.start, told.end, message, suggests=None)
