"""Origins: on whose word the claims of an engagement finally rest."""

import re
from collections.abc import Mapping, Sequence

from onrecord.link.wording import folded, stem, verbatim
from onrecord.records.linked import LinkClaim

UNNAMED = "unnamed sources"

_NAMELESS_TEXT = """
activist adviser advisor aide analyst commentator critic diplomat executive expert group historian
insider lawmaker many media observer officer official others people person report resident rumor
rumour scholar several some source witness
"""
_NAMELESS = frozenset(stem(word) for word in _NAMELESS_TEXT.split())
_KINDS_OF_OUTLET = frozenset({"agency", "news", "newspaper", "press", "service", "television", "tv", "wire"})
_WORD = re.compile(r"[^\W\d_]+")
_AFTER = frozenset(
    {"of", "with", "from", "in", "at", "on", "close", "familiar", "who", "briefed", "near", "to"}
)


def is_unnamed(name: str) -> bool:
    """Whether a source is described and not named: "a senior official", "Western diplomats", "deputies"."""
    if name == name.casefold():
        return True
    parts = _WORD.findall(name)
    head = parts
    for index, part in enumerate(parts):
        if index and part in _AFTER:
            head = parts[:index]
            break
    if not head:
        return True
    last = head[-1]
    return stem(last.casefold()) in _NAMELESS and (last.islower() or len(head) == 1)


def origin_of(chain: Sequence[str]) -> str:
    """The deepest named source of a chain (nearest first), or `UNNAMED` where none is named."""
    return next((name for name in reversed(chain) if not is_unnamed(name)), UNNAMED)


def origins(items: Sequence[LinkClaim], voices: Mapping[str, str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The origins of each claim, by its key, in ascending order.

    Args:
        items: the claims of one engagement, in the order in which they were told.
        voices: who speaks in each article where it cites nobody (`copies.voices`).
    """
    written: dict[str, str] = {}
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for item in items:
        if item.claim.sources:
            found[item.key] = tuple(sorted({origin_of(chain) for chain in item.claim.sources}))
            continue
        voice = voices.get(item.article.id) or item.voice or item.article.title or item.article.id
        for one in item.evidence:
            if said := verbatim(one.text):
                voice = written.setdefault(said, voice)
        found[item.key] = (voice,)
    return _under_full_names(found, items)


def _under_full_names(
    found: dict[tuple[str, str], tuple[str, ...]], items: Sequence[LinkClaim]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Origins that two reports name differently under one name: "Reuters" and "Reuters News Agency"."""
    names = sorted({name for named in found.values() for name in named})
    if len(names) < 2:
        return found
    states = {
        party.name for item in items for party, kind in zip(item.claim.participants, item.kinds, strict=True)
        if kind == "state"
    }  # fmt: skip
    full = {name: _fullest(name, names) for name in names if name not in states}
    return {key: tuple(sorted({full.get(name, name) for name in named})) for key, named in found.items()}


def _fullest(name: str, names: Sequence[str]) -> str:
    same = [other for other in names if _core(other) == _core(name)]
    persons = [other for other in names if _is_family_name(name, other)]
    return max(same + persons, key=lambda other: (len(folded(other).split()), other == other.title(), other))


def _core(name: str) -> tuple[str, ...]:
    """The words of a name less those that say that it is an agency or a newspaper."""
    found = tuple(folded(name).split())
    return tuple(word for word in found if word not in _KINDS_OF_OUTLET) or found


def _is_family_name(short: str, full: str) -> bool:
    brief, long = folded(short).split(), folded(full).split()
    return len(brief) == 1 and 1 < len(long) <= 3 and long[-1] == brief[0]
