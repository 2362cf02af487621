"""Counts as reports write them: a number, and whether it is meant exactly."""

import re
from typing import NamedTuple

_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty
"""
_WORDS = {word: number for number, word in enumerate(_NUMBERS.split())}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALES |= {"m": 1_000_000, "bn": 1_000_000_000, "trillion": 1_000_000_000_000}
_LEAST = re.compile(r"\b(at least|more than|over|no fewer than|no less than|upwards of|above|exceed\w*)\b|\+")
_MOST = re.compile(r"\b(up to|at most|fewer than|less than|under|no more than|as many as|below)\b")
_ROUGH = re.compile(
    r"\b(about|around|roughly|some|nearly|almost|approximately|approx|close to|an estimated|estimated|dozens"
    r"|scores|hundreds|thousands|tens|several|many|few|couple|or so|or more|between|to)\b|[–~-]"
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Count(NamedTuple):
    """A number and how it is meant."""

    value: float
    bound: str  # exact | least | most | rough


def read_count(text: str) -> Count | None:
    """The count that `text` gives ("at least 23", "1,600", "two million"); None where it gives no number,
    or more than one."""
    lowered = text.casefold()
    figures = _NUMBER.findall(lowered)
    words = [word for word in re.findall(r"[a-z]+", lowered) if word in _WORDS]
    if len(figures) + len(words) != 1:
        return None
    value = float(figures[0].replace(",", "")) if figures else float(_WORDS[words[0]])
    for word in re.findall(r"[a-z]+", lowered):
        value *= _SCALES.get(word, 1)
    return Count(value, _bound(lowered))


def _bound(text: str) -> str:
    if _LEAST.search(text):
        return "least"
    if _MOST.search(text):
        return "most"
    return "rough" if _ROUGH.search(text) else "exact"


def contradict(a: Count, b: Count) -> bool:
    """Whether two counts cannot both be right: two exact numbers that differ, or one on the wrong side of the
    other's bound. What is rough contradicts nothing."""
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
