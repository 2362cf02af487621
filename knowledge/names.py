"""Under which keys a person is found: other orders of the name, and the family name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from entries import Entry

from onrecord.knowledge.folding import fold

_FAMILY_FIRST = {"CN", "TW", "HK", "MO", "KR", "KP", "VN", "KH"}
_FAMILY_LAST_AND_REVERSED = {"HU", "JP"}
_TWO_FAMILY_NAMES = {
    *(
        "AO",
        "AR",
        "BO",
        "BR",
        "CD",
        "CL",
        "CO",
        "CR",
        "CU",
        "DK",
        "DO",
        "EC",
        "ES",
        "GT",
        "HN",
        "MX",
        "MZ",
        "NI",
    ),
    *("NO", "PA", "PE", "PT", "PY", "SV", "TL", "UY", "VE"),
}
"""States whose people may go by their last two names: "Kayikwamba Wagner", "Peña Nieto", "Barth Eide"."""
_PARTICLES = {
    *(
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "la",
        "le",
        "el",
        "al",
    ),
    *("bin", "ben", "ibn", "ter", "ten", "zu", "af", "av", "abu", "ould", "mac", "st"),
}
_HOUSEHOLD = 60
"""Rank from which a family name of several words stands for one person ..."""
_AHEAD = 20
"""... who outranks the next of that name by so much."""
_ARTICLES = {"al", "el"}
_SUFFIXES = {"jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "vi", "xii", "xiii", "xiv", "xvi"}


def person_keys(entry: Entry) -> set[str]:
    """Folded names in the other order, for states where the press writes both, and without "al-" and "el-"."""
    words = fold(entry.name).split()
    if len(words) < 2:
        return set()
    if entry.country in _FAMILY_FIRST:
        return {" ".join([*words[1:], words[0]])}
    if entry.country in _FAMILY_LAST_AND_REVERSED:
        return {" ".join([words[-1], *words[:-1]])}
    return {bare for name in [entry.name, *entry.aliases] if " " in (bare := _without_articles(fold(name)))}


def _without_articles(folded: str) -> str:
    """Names without the Arabic article, which some agencies leave out: "omar al bashir", "omar bashir"."""
    first, *others = folded.split() or [""]
    return " ".join([first, *(word for word in others if word not in _ARTICLES)])


def surname_keys(entry: Entry) -> set[str]:
    """Folded family names: those typed, else worked out of the name and, for spelling, of its aliases."""
    if entry.surnames:
        return {fold(name) for name in entry.surnames}
    found: set[str] = set()
    for name in [entry.name, *entry.aliases]:
        words = [word for word in fold(name).split() if word not in _SUFFIXES]
        if len(words) >= 2:
            found |= _family(words, entry.country)
    return found


def household_keys(people: Iterable[Entry]) -> set[tuple[str, str]]:
    """Family names of several words, with the id of the one person whom everybody knows by each: "von der leyen"."""
    bearers: dict[str, list[Entry]] = defaultdict(list)
    for entry in people:
        for key in surname_keys(entry):
            if " " in key:
                bearers[key].append(entry)
    found = set()
    for key, entries in bearers.items():
        first, *others = sorted(entries, key=lambda entry: -entry.rank)
        if first.rank >= _HOUSEHOLD and all(first.rank - other.rank >= _AHEAD for other in others[:1]):
            found.add((key, first.id))
    return found


def double_keys(people: Sequence[Entry]) -> set[tuple[str, str]]:
    """Last two names, where both are family names, with the person's id: "pena nieto", "kayikwamba wagner"."""
    given = {fold(entry.name).split()[0] for entry in people if entry.name.strip()}
    found = set()
    for entry in people:
        words = fold(entry.name).split()
        if (
            entry.country in _TWO_FAMILY_NAMES
            and len(words) > 2
            and words[-2] not in given | _PARTICLES | {"san", "saint", "santa"}
        ):
            found.add((" ".join(words[-2:]), entry.id))
    return found


def _family(words: list[str], country: str | None) -> set[str]:
    if country in _FAMILY_FIRST:
        return {words[0]} | ({words[-1]} if country == "VN" else set())
    last = len(words) - 1
    start = last
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return {words[last], " ".join(words[start:])}
