"""A rise, a fall or a majority against the two numbers it lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.records import Finding
from onrecord.records.count import whole_number

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,6})"
UNIT = r"(?:\s(?!from\b|to\b)[a-z]+){0,2}"
# "rose by 5 from 12 to 18", "increased from 12 to 18, a rise of 5"
CHANGED = (
    re.compile(
        rf"\b(?:rose|risen|rise|grew|grown|increased?|raised|fell|fallen|dropped|cut|reduced|decreased?|shrank)\s(?:its\s)?"
        rf"(?:[a-z]+\s){{0,3}}?by\s(?P<by>{NUMBER}){UNIT}\s?,?\sfrom\s(?P<first>{NUMBER}){UNIT}\sto\s(?P<last>{NUMBER})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bfrom\s(?P<first>{NUMBER}){UNIT}\sto\s(?P<last>{NUMBER}){UNIT},\s(?:an?|which is an?)\s"
        rf"(?:rise|increase|gain|drop|fall|cut|decrease|loss)\sof\s(?P<by>{NUMBER})\b",
        re.IGNORECASE,
    ),
)
MAJORITY = re.compile(
    rf"\b(?P<first>{NUMBER})(?:\svotes)?\s?(?:to|-|–|against)\s?(?P<last>{NUMBER})\b(?:\svotes)?,?\s"
    rf"(?:a|by a)\s(?:majority|margin)\sof\s(?P<by>{NUMBER})\b(?!\s(?:is|was|being)?\s?(?:needed|required|necessary))",
    re.IGNORECASE,
)
NO_COUNT = re.compile(r"^\s?(?:%|per\s?cent|percent|million|billion|[.,]\d|[ap]\.?m)", re.IGNORECASE)


def differences(doc: Doc) -> Iterator[Finding]:
    """Changes and majorities that are not the difference of the numbers given with them; exact numbers only."""
    for sentence in doc.sents:
        for pattern in (*CHANGED, MAJORITY):
            for match in pattern.finditer(sentence.text):
                ends = [sentence.text[match.end(name) :] for name in ("by", "first", "last")]
                numbers = [whole_number(match[name]) for name in ("by", "first", "last")]
                by, first, last = numbers
                if by is None or first is None or last is None or any(NO_COUNT.match(end) for end in ends):
                    continue
                if {1900 <= number <= 2100 for number in (first, last)} == {True}:
                    continue  # years
                if abs(first - last) != by:
                    message = f"from {first} to {last} is {abs(first - last)}, not {by}"
                    start = sentence.start_char + match.start()
                    yield Finding("tally", start, sentence.start_char + match.end(), message)
