"""Under which keys a person is found: other orders of the name, and the family name."""

from entries import Entry

from onrecord.knowledge.folding import fold

_FAMILY_FIRST = {"CN", "TW", "HK", "MO", "KR", "KP", "VN", "KH"}
_FAMILY_LAST_AND_REVERSED = {"HU", "JP"}
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


def _family(words: list[str], country: str | None) -> set[str]:
    if country in _FAMILY_FIRST:
        return {words[0]} | ({words[-1]} if country == "VN" else set())
    last = len(words) - 1
    start = last
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return {words[last], " ".join(words[start:])}
