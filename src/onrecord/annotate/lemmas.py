"""Lemmas of English words: rules, and a table of what is irregular. Made for verbs first."""

from __future__ import annotations

from functools import lru_cache

from onrecord.annotate.irregular import ADJECTIVES, AUXILIARIES, NOUNS, PRONOUNS, VERBS
from onrecord.annotate.stems import base_of

KEEPS_E = frozenset("aches headaches caches toes foes shoes woes canoes".split())
"""Forms in -es of words in -e that look like words without."""
TAKES_ES = (
    "sses", "shes", "ches", "xes", "zzes", "oes", "focuses", "buses", "viruses", "biases", "censuses",
    "campuses", "bonuses", "canvases", "statuses", "caucuses", "choruses",
)  # fmt: skip
FELL_AWAY = (
    "c", "v", "s", "larg", "fre", "tru", "lat", "rar", "saf", "wid", "simpl", "strang", "fin", "whit",
    "gentl",
)  # fmt: skip
"""Ends of stems of adjectives in -e."""
DOUBLE_E = frozenset("agree disagree free decree guarantee referee oversee".split())
SAME_PLURAL = frozenset(
    "series species means news politics headquarters crossroads barracks gallows aircraft us data media "
    "economics physics mathematics athletics logistics ethics diabetes measles".split()
)


@lru_cache(maxsize=50_000)
def lemma(word: str, pos: str, feats: str) -> str:
    """The dictionary form of `word` with UD tag `pos` and features `feats`; names keep their letters."""
    low = word.lower().replace("’", "'")
    if pos == "PROPN":
        return word
    if pos == "VERB":
        return verb(low, feats)
    if pos == "AUX":
        return AUXILIARIES.get(low) or verb(low, feats)
    if pos == "NOUN":
        return noun(low, feats)
    if pos in ("PRON", "DET"):
        return PRONOUNS.get(low, low)
    if pos == "PART":
        return "not" if low in ("n't", "nt") else low
    if pos in ("ADJ", "ADV"):
        return ADJECTIVES.get(low) or compared(low, feats)
    return low


def verb(low: str, feats: str) -> str:
    """Base form of a verb; the features decide where the form alone cannot ("found", "left")."""
    if low in VERBS:
        return VERBS[low]
    if "VerbForm=Inf" in feats and not low.endswith("ed"):
        return low
    for prefix in ("re", "over", "under", "out", "mis", "un", "with", "fore", "up"):
        rest = low.removeprefix(prefix)
        if rest != low and rest in VERBS and len(rest) > 3 and rest != "lying":
            return prefix + VERBS[rest]
    if low.endswith("ing") and len(low) > 4:
        return base_of(low[:-3], "ing")
    if low.endswith("eed"):
        return low[:-1] if low[:-1] in DOUBLE_E else low
    if low.endswith("ed") and len(low) > 3:
        return base_of(low[:-2], "ed")
    if low.endswith("s") and not low.endswith("ss") and len(low) > 2:
        return singular(low)
    return low


def noun(low: str, feats: str) -> str:
    """Singular of a noun."""
    if low in NOUNS:
        return NOUNS[low]
    if "Number=Sing" in feats or "Number=Ptan" in feats or low in SAME_PLURAL or len(low) < 4:
        return low
    if low.endswith("men"):
        return low[:-2] + "an"
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return singular(low)
    return low


def singular(low: str) -> str:
    """A form without its -s: of nouns and of verbs in the third person."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(TAKES_ES) and low not in KEEPS_E:
        return low[:-2]
    return low[:-1]


def compared(low: str, feats: str) -> str:
    """Positive form of an adjective or adverb."""
    for feature, ending in (("Degree=Cmp", "er"), ("Degree=Sup", "est")):
        if feature in feats and low.endswith(ending) and len(low) > len(ending) + 2:
            stem = low[: -len(ending)]
            if stem.endswith("i"):
                return stem[:-1] + "y"
            if stem[-1] == stem[-2] and stem[-1] not in "lsf":
                return stem[:-1]
            return stem + "e" if stem.endswith(FELL_AWAY) else stem
    return low
