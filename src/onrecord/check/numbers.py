"""Exact whole numbers out of counts as they are written."""

import re

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
TENS = "thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: number for number, word in enumerate(UNITS)} | {
    word: 10 * number for number, word in enumerate(TENS, start=3)
}
EXACT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def whole_number(count: str) -> int | None:
    """The number in a count, or None where it is bounded ("at least 23"), scaled or not a whole number."""
    text = count.strip().lower()
    if EXACT.fullmatch(text):
        return int(text.replace(",", ""))
    if text in WORDS:
        return WORDS[text]
    tens, _, unit = text.partition("-")
    if tens in WORDS and unit in WORDS and WORDS[tens] >= 20 and 0 < WORDS[unit] < 10:
        return WORDS[tens] + WORDS[unit]
    return None
