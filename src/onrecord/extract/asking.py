"""The conditions of a trigger in words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from onrecord.extract.conditions import CONDITIONS
from onrecord.records.explanation import Asked
from onrecord.vocab import Trigger

SHOWN = 6
"""Words of a list that are named; the file has all of them."""
FIELDS = {"said": "person"}
"""Conditions that look at the field of another name."""


def asked(trigger: Trigger, failed: Iterable[str]) -> tuple[Asked, ...]:
    """What a trigger asks for, condition by condition, and whether it held."""
    names = set(failed)
    found = []
    for name, _ in CONDITIONS:
        value = getattr(trigger, FIELDS.get(name, name), None)
        if value or name in names:
            found.append(Asked(name, _words(name, value), name not in names))
    return tuple(found)


def _words(name: str, value: Any) -> str:
    told = WORDS.get(name)
    return f"{name}: {value}" if told is None else told(value)


def _some(words: Iterable[str]) -> str:
    every = sorted(words)
    return f"{', '.join(every[:SHOWN])}{f' … ({len(every)} in all)' if len(every) > SHOWN else ''}"


def _lists(value: Mapping[str, Iterable[str]]) -> str:
    return "; ".join(f"{slot}: {_some(words)}" for slot, words in sorted(value.items()))


def _slots(value: Iterable[str]) -> str:
    return " or ".join(value)


WORDS: Mapping[str, Callable[[Any], str]] = {
    "has": lambda value: f"one of these words in each of these places: {_lists(value)}",
    "lacks": lambda value: f"none of these words: {_lists(value)}",
    "filled": lambda value: f"something in {_slots(value)}",
    "without": lambda value: f"nothing in {_slots(value)}",
    "plural": lambda _: "a plural",
    "verbal": lambda _: "a verb that carries the noun",
    "collective": lambda value: f"people in the plural, not by name, in {_slots(value)}",
    "victims": lambda value: f"people, buildings or a number of them in {_slots(value)}",
    "money": lambda value: f"a sum of money in {_slots(value)}",
    "person": lambda value: f"only people in {_slots(value)}",
    "not_person": lambda value: f"no person in {_slots(value)}",
    "body": lambda value: f"a body or state in {_slots(value)}",
    "needs": lambda value: f"an actor in {' and '.join(value)}",
    "needs_any": lambda value: f"an actor in {_slots(value)}",
    "said": lambda value: f"somebody known in {_slots(value)}",
    "actors": lambda value: f"at least {value} who take part",
    "people": lambda value: f"at least {value} people who take part",
    "where": lambda _: "a state or place at it",
    "abroad": lambda _: "a place outside the country of those who go",
    "anchored": lambda _: "a day or place said of it",
    "forces": lambda _: "weapons, soldiers, or a state or armed group among those who take part",
}
