"""Counts as reports write them: a number, and whether it is meant exactly."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.records.day import MONTHS

_UNITS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_WORDS = {word: number for number, word in enumerate(_UNITS.split())}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALES |= {"m": 1_000_000, "bn": 1_000_000_000, "trillion": 1_000_000_000_000}
_LEAST = re.compile(r"\b(at least|more than|over|no fewer than|no less than|upwards of|above|exceed\w*)\b|\+")
_MOST = re.compile(r"\b(up to|at most|fewer than|less than|under|no more than|as many as|below)\b")
_ROUGH = re.compile(
    r"\b(about|around|roughly|some|nearly|almost|approximately|approx|close to|an estimated|estimated|dozens"
    r"|scores|hundreds|thousands|tens|several|many|few|couple|or so|or more|between|to)\b|[–~]|\d-\d"
)
_FIGURE = re.compile(
    rf"(?P<digits>\d[\d,]*(?:\.\d+)?)|\b(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<unit>{'|'.join(_WORDS)}))?"
    rf"|(?P<word>{'|'.join(_WORDS)}))\b"
)
_SCALE = re.compile(rf"\s*({'|'.join(_SCALES)})\b")


class Count(NamedTuple):
    """A number and how it is meant."""

    value: float
    bound: str  # exact | least | most | rough


@lru_cache(maxsize=4096)
def read_count(text: str) -> Count | None:
    """The count that `text` gives ("at least 23", "1,600", "two million").

    None where it gives no number, or more than one.
    """
    found = figures(text)
    return Count(found[0], _bound(text.casefold())) if len(found) == 1 else None


def whole_number(text: str) -> int | None:
    """The number in a count, or None where it is bounded ("at least 23"), rough, or not a whole number."""
    count = read_count(text)
    return (
        int(count.value)
        if count is not None and count.bound == "exact" and count.value.is_integer()
        else None
    )


def figures(text: str) -> list[float]:
    """All numbers of a text, in figures or words ("forty-three", "1,600", "two million"), in order."""
    return [value for _, _, value in _scan(text)]


def _scan(text: str) -> Iterator[tuple[int, int, float]]:
    lowered = text.casefold()
    for match in _FIGURE.finditer(lowered):
        if match["digits"]:
            value = float(match["digits"].replace(",", ""))
        else:
            value = _TENS.get(match["tens"] or "", 0) + _WORDS.get(match["unit"] or match["word"] or "", 0)
        at = match.end()
        while scale := _SCALE.match(lowered, at):
            value *= _SCALES[scale[1]]
            at = scale.end()
        yield match.start(), at, float(value)


class Figure(NamedTuple):
    """A whole number of things in a text: its characters, its value, and whether it is meant exactly."""

    start: int
    end: int
    value: int
    exact: bool


_BEFORE = re.compile(
    r"(?:\b(?:at least|at most|more than|less than|fewer than|over|under|nearly|almost|about|around|some|up to|"
    r"roughly|approximately|estimated|as many as|no more than|close to|perhaps|or|between|to|several|another)|"
    r"[~≈–])\s*$",
    re.IGNORECASE,
)
_MONTHS = "|".join(MONTHS)
_NO_COUNT_BEFORE = re.compile(
    rf"(?:\b(?:{_MONTHS}|no\.|number|page|article|chapter|room|aged?|since|year|resolution|group of|at)|"
    r"[$€£¥#/.:%-])\s*$",
    re.IGNORECASE,
)
_NO_COUNT_AFTER = re.compile(
    rf"^(?:\s*(?:%|per\s?cent|percent|{_MONTHS}|[ap]\.?m\b|o.clock|years?|months?|weeks?|days?|hours?|minutes?|"
    r"million|billion|trillion|dollars|euros|pounds|km|kilomet|miles|met(?:re|er)|tons?|tonnes?|degrees|times)\b|"
    r"\s*%|st\b|nd\b|rd\b|th\b|[-–/:.]\w|,\d)",
    re.IGNORECASE,
)


def numbers_of_things(text: str) -> list[Figure]:
    """The whole numbers of a text that count people or things, in order: no days, years, sums, rates or ages.

    A number that is bounded or rough ("at least 20", "some 300") is given as not exact.
    """
    found = []
    for start, end, value in _scan(text):
        before, behind = text[max(0, start - 24) : start], text[end : end + 14]
        if _NO_COUNT_BEFORE.search(before) or _NO_COUNT_AFTER.search(behind) or not value.is_integer():
            continue
        if text[start:end].isdigit() and len(text[start:end]) == 4 and 1900 <= value <= 2100:
            continue
        rough = _BEFORE.search(before) is not None or behind.lstrip().startswith(("or more", "or so", "to "))
        found.append(Figure(start, end, int(value), not rough))
    return found


def _bound(text: str) -> str:
    if _LEAST.search(text):
        return "least"
    if _MOST.search(text):
        return "most"
    return "rough" if _ROUGH.search(text) else "exact"


def contradict(a: Count, b: Count) -> bool:
    """Whether two counts cannot both be right.

    Two exact numbers that differ, or one on the wrong side of the other's bound. What is rough contradicts
    nothing.
    """
    if "rough" in (a.bound, b.bound) or a.bound == b.bound != "exact":
        return False
    if a.bound == b.bound:
        return a.value != b.value
    low = next((one.value for one in (a, b) if one.bound == "least"), None)
    high = next((one.value for one in (a, b) if one.bound == "most"), None)
    exact = next((one.value for one in (a, b) if one.bound == "exact"), None)
    if exact is None:
        return low is not None and high is not None and low > high
    return (low is not None and exact < low) or (high is not None and exact > high)
