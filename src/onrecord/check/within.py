"""The checks within one article, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from onrecord.check.anachronism import anachronism
from onrecord.check.anniversary import anniversary
from onrecord.check.count_conflict import count_conflict
from onrecord.check.date_conflict import date_conflict
from onrecord.check.name_variant import name_variant
from onrecord.check.office_holder import office_holder
from onrecord.check.tally import tally
from onrecord.check.weekday import weekday
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

Check = Callable[[Extraction, "Doc", Knowledge], Iterable[Finding]]

WITHIN: tuple[Check, ...] = (
    tally,
    office_holder,
    name_variant,
    weekday,
    anniversary,
    anachronism,
    date_conflict,
    count_conflict,
)


def findings(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Every finding of every check, in order of the text."""
    found = {finding for check in WITHIN for finding in check(extraction, doc, knowledge)}
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.check, f.message)))
