"""Numbers of units ("two and a half years", "a couple of weeks", "several days") as TIMEX3 durations."""

from collections.abc import Sequence

import msgspec

from onrecord.extract.times.words import UNITS, Value

_VAGUE = {"decade": "PXE", "century": "PXC"}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


class Quantity(msgspec.Struct, frozen=True):
    """How many; `count` is None where the text is vague. `about` where it gives two ("two or three")."""

    count: float | None
    about: bool = False


def quantity(tokens: Sequence[tuple[str, Value]]) -> Quantity:
    """The number that tokens of the macro `qty` say."""
    names = [name for name, _ in tokens if name != "HYPHEN"]
    if "VAGUE" in names:
        return Quantity(None)
    if "COUPLE" in names or "DOZEN" in names:
        return Quantity(2 if "COUPLE" in names else 12, about=True)
    if names[:1] == ["HALF"]:
        return Quantity(0.5)
    half = 0.5 if names[-2:] == ["A", "HALF"] or names[-3:] == ["A", "HALF", "MORE"] else 0.0
    numbers = _numbers(tokens)
    if not numbers:
        return Quantity(1 + half)
    if names[-1] == "FRAC":
        return Quantity(sum(numbers))
    return Quantity(numbers[0] + half, about=len(numbers) > 1)


def _numbers(tokens: Sequence[tuple[str, Value]]) -> list[float]:
    """Values of the numbers in order; "twenty" "-" "five" is one, "two" "hundred" too."""
    numbers: list[float] = []
    before = ""
    for name, value in tokens:
        if name == "HUNDRED" and isinstance(value, int):
            numbers[-1:] = [(numbers[-1] if numbers and before != "A" else 1) * value]
        elif isinstance(value, int | float):
            if before in {"WORDNUM", "WORDNUM-"} and name in {"WORDNUM", "ONE"} and numbers[-1] % 10 == 0:
                numbers[-1] += value
            else:
                numbers.append(value)
        before = "WORDNUM-" if name == "HYPHEN" and before == "WORDNUM" else name
    return numbers


def duration_value(unit: str, count: float | None) -> str:
    """The TIMEX3 duration: P3D, PT2H30M, PXW (vague)."""
    letter, size = UNITS[unit]
    time, letter = ("T", letter[1]) if letter.startswith("T") else ("", letter)
    if count is None and unit in _VAGUE:
        return _VAGUE[unit]
    if count is None:
        return f"P{time}X{letter}"
    whole, rest = divmod(count * size, 1)
    if not rest:
        return f"P{time}{int(whole)}{letter}"
    if rest == 0.5 and (half := _HALVES.get(UNITS[unit][0])):
        return f"P{time}{int(whole)}{letter}{half}" if whole else f"P{time}{half}"
    return f"P{time}{count * size:g}{letter}"
