"""Numbers of one article that do not add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.check.tally.differences import differences
from onrecord.check.tally.parts import parts
from onrecord.check.tally.votes import votes
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

__all__ = ["tally"]


def tally(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """Votes, sums, shares and parts that do not make up the whole that the same words give.

    Raised where all numbers are given as exact ones and cannot be right together: votes each way against those
    who took part, a list of parts against a total, parts that shut each other out against their whole,
    percentages of one whole, a rise or a majority against its two ends. Silent where a number is bounded or
    rough, and where something may have been left out.
    """
    found: list[Finding] = []
    for finding in (*votes(extraction), *parts(doc), *differences(doc)):
        if not any(finding.start < other.end and other.start < finding.end for other in found):
            found.append(finding)
    return found
