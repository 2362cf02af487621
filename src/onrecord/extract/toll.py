"""Numbers that are named for what they are: a death toll, an attendance."""

import re

from onrecord.extract.measures import is_number, is_year, written
from onrecord.records.parse import Phrase, Token

TOLL = re.compile(
    r"\b(?:death toll|toll|(?:number|count) (?:of )?(?:people |those |civilians )?(?:killed|dead|deaths)|"
    r"number of (?:people|those) killed)\b[^.;:]{0,90}?\b(?:to|at|of|reached|was|is|passed|exceeded|topped) ",
    re.IGNORECASE,
)
CROWD = re.compile(
    r"\b(?:attendance|turnout|the crowd|the number of (?:protesters|demonstrators|marchers|participants))\b"
    r"[^.;:]{0,60}?\b(?:to|at|of|reached|was) ",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"\b(?:estimated|put|counted|gave) (?:it|them|the figure|the number) (?:at|as) ", re.IGNORECASE
)
CLOSE = 14
"""Characters between the words and the number: room for "more than" and the like."""


def toll_in(sentence: Phrase) -> str | None:
    """The number of the dead where a sentence gives it as such: "the death toll rose to 31"."""
    number = number_after(sentence, TOLL)
    return None if number is None else written(sentence.doc, number)


def number_after(sentence: Phrase, pattern: re.Pattern[str]) -> Token | None:
    """The number right behind the words of a pattern."""
    match = pattern.search(sentence.text)
    if match is None:
        return None
    end = sentence.start_char + match.end()
    number = next((word for word in sentence if word.idx >= end and is_number(word)), None)
    return number if number is not None and number.idx <= end + CLOSE and not is_year(number) else None
