"""Which pairs of claims are worth a look: those filed under one key.

So the work grows with the length of the ledger and not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from onrecord.link.days import QUARTER, WEEK
from onrecord.link.judge import APART, SLIP
from onrecord.link.parties import Party
from onrecord.link.traits import Traits
from onrecord.link.wording import folded
from onrecord.records.judgement import is_global

CROWD = 80
"""Claims under one key up to which every pair is looked at. Beyond, each is compared with the `REACH` that
follow it when sorted by kind, day, place and cast: what is one engagement stands close."""
REACH = 24

Key = tuple[str | int, ...]
Keys = Callable[[Traits], Iterator[Key]]


def pairs(items: tuple[Traits, ...]) -> tuple[tuple[int, int], ...]:
    """Every pair of positions (first < second) worth a look, once, in ascending order.

    Claims dated to about a day meet under their days. Vaguer ones meet all others under months or years, and
    those without a day under their place.
    """
    found: set[tuple[int, int]] = set()
    for block in _file(items, _day_keys).values():
        found.update(_within(block, items, frozenset(block)))
    for block in _file(items, _sentence_keys).values():
        found.update(_within(block, items, frozenset(block)))
    for keys_of, vague in ((_month_keys, _is_vague), (_year_keys, _is_wide), (_place_keys, _is_undated)):
        for block in _file(items, keys_of).values():
            found.update(_within(block, items, frozenset(one for one in block if vague(items[one]))))
    return tuple(sorted(found))


def _file(items: tuple[Traits, ...], keys_of: Keys) -> dict[Key, list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for position, one in enumerate(items):
        for key in dict.fromkeys(keys_of(one)):
            blocks[key].append(position)
    return blocks


def _within(block: list[int], items: tuple[Traits, ...], chosen: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a block of which at least one is `chosen`."""
    if not chosen or len(block) < 2:
        return
    if len(block) * len(chosen) <= CROWD * CROWD:
        candidates: Iterable[tuple[int, int]] = combinations(block, 2)
    else:
        ordered = sorted(block, key=lambda position: _order(items[position]))
        candidates = (
            (first, second)
            for index, first in enumerate(ordered)
            for second in ordered[index + 1 : index + 1 + REACH]
        )
    for first, second in candidates:
        if first in chosen or second in chosen:
            yield (first, second) if first < second else (second, first)


def _order(one: Traits) -> tuple[str, int, int, str, tuple[str, ...], tuple[str, str]]:
    first, last = (one.days.first, one.days.last) if one.days else (0, 0)
    spot = one.spot.name if one.spot else ""
    return one.kind, first, last, spot, tuple(party.key for party in one.parties), one.key


def _is_vague(one: Traits) -> bool:
    return one.days is not None and one.days.width > WEEK


def _is_wide(one: Traits) -> bool:
    return one.days is not None and one.days.width > QUARTER


def _is_undated(one: Traits) -> bool:
    return one.days is None


def _cast(one: Traits) -> Iterator[str]:
    for party in one.parties:
        yield from _names(party)
    if one.spot and not one.spot.wide:
        yield f"@{one.spot.name}"
    yield from (f"#{name}={value}" for name, value in sorted(one.counts))


def _names(party: Party) -> Iterator[str]:
    # a person meets the claims that name only the state, and those that give only the family name
    if party.country:
        yield f"={party.country}"
    if party.rank != "state" or not party.country:
        yield party.key
    if party.names or party.apart:
        yield from sorted({folded(name) for name in (party.name, *party.names)} - {party.key})
    if party.rank == "person" and not is_global(party.key):
        for name in party.names or (party.name,):
            parts = folded(name).split()
            yield from (f"~{part}" for part in {parts[0], parts[-1]} if parts)


def _day_keys(one: Traits) -> Iterator[Key]:
    if one.days is not None and one.days.width <= WEEK:
        for day in range(one.days.first, one.days.last + SLIP + 1):
            yield from ((one.family, day, who) for who in _cast(one))


def _month_keys(one: Traits) -> Iterator[Key]:
    if one.days is not None and one.days.width <= QUARTER:
        for month in range(one.days.first // 30, one.days.last // 30 + 1):
            yield from ((one.family, month, who) for who in _cast(one))


def _year_keys(one: Traits) -> Iterator[Key]:
    if one.days is not None:
        first, last = one.days.first // 366, one.days.last // 366
        for year in range(first, min(last, first + 10) + 1):
            yield from ((one.family, year, who) for who in _cast(one))


def _sentence_keys(one: Traits) -> Iterator[Key]:
    yield from ((one.kind, said) for said in sorted(one.said))


def _place_keys(one: Traits) -> Iterator[Key]:
    first, last = one.published
    if one.spot is None or one.spot.wide or first is None or last is None:
        return
    # what has no day is linked only to what was told within weeks: two neighbouring spans of that length
    spans = range(first // APART, min(last // APART, first // APART + 10) + 2)
    for party in one.parties:
        yield from ((one.family, one.spot.name, span, who) for who in _names(party) for span in spans)
