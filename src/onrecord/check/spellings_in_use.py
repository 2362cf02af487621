"""Ways of writing a name that are no mistakes: middle initials, short forms, other transliterations."""

import re
import unicodedata

from onrecord.knowledge.folding import fold

TRANSLITERATED = frozenset(
    "AE AF AM AZ BD BG BH BY BT CN CY DJ DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA "
    "MD ME MK MM MN MO MR MV NP OM PK PS QA RS RU SA SD SO SS SY TH TJ TM TN TW UA UZ XK YE".split()
)
"""ISO codes of states whose people's names reach English from another script, or by several rules of spelling."""

# what agencies write one way and another, as one; longer before shorter; "Sarkisian" is "Sargsyan"
_SAME = tuple(
    pair.split(":")
    for pair in (
        "kis:ks gis:gs sch:s tch:c tsch:c kh:h gh:g zh:z sh:s ch:c ts:c tz:c dz:z dj:z dzh:z iya:ia yya:ia ya:ia ja:ia "
        "ye:e ie:e yu:iu ju:iu yo:io jo:io iy:i yi:i ij:i ii:i y:i j:i ou:u oo:u ee:i w:v ff:v f:v ph:v q:k "
        "ck:k c:k x:ks g:k d:t b:p th:t dh:t"
    ).split()
)
_DOUBLE = re.compile(r"(.)\1+")
_INITIAL = re.compile(r"^[A-Za-z]\.?$")
_AFTER_NAME = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SHORTEST_FORM = 3  # letters of a short form of a given name: "Tim" for "Timothy"


def without_initials(name: str) -> str:
    """ "Rex W. Tillerson", "James B. Comey Jr." → "Rex Tillerson", "James Comey"; initials that begin the name stay."""
    first, *rest = name.split()
    return " ".join(
        [first, *(word for word in rest if not _INITIAL.match(word) and word.lower() not in _AFTER_NAME)]
    )


def is_clean(name: str) -> bool:
    """Whether a name is letters and what stands in names: "AntÃ³nio" was garbled by a program, and not misspelt."""
    return all(c.isalpha() or unicodedata.combining(c) or c in " .-'’`‐–" for c in name) and "Ã" not in name


def may_be_meant(name: str, known: str, country: str | None) -> bool:
    """Whether `name` is a way of writing `known` that somebody may use on purpose.

    "Gilberto" for "Gilbert" (a short form and a full one, same surname); of a person whose name comes from
    another script, "Sarksyan" for "Sargsyan".
    """
    own, other = fold(name).split(), fold(known).split()
    if not own or not other:
        return False
    if len(own) > 1 and set(own) <= set(other):
        return True  # "Cecilia Gervasi", of Ana Cecilia Gervasi
    if country in TRANSLITERATED and _bare(own) == _bare(other):
        return True
    shorter, longer = sorted((own[0], other[0]), key=len)
    if shorter == longer and len(own) == len(other):
        return False  # "Ursula van der Leyen": the difference is in the surname
    return own[-1] == other[-1] and len(shorter) >= _SHORTEST_FORM and longer.startswith(shorter)


def _bare(words: list[str]) -> list[str]:
    """Skeletons of a name's words without the vowels that end them: "Abdalla" is "Abdalle"."""
    return [skeleton(word).rstrip("aeiou") or word for word in words]


def skeleton(folded: str) -> str:
    """A folded name in which letters that transliterations exchange are one."""
    for written, same in _SAME:
        folded = folded.replace(written, same)
    return _DOUBLE.sub(r"\1", folded)
