"""The words in which a deed is told: what tells one launch, strike or speech from another of the same day."""

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.knowledge.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "y", "e")
_COMMON_TEXT = """
a about above according account across after again against ago ahead all also although am amid among
an and another any are around as ask asked at away back be became because been before began being
below between both but by call called came can cannot claim claimed claiming come comment could
country day days declare declared did do does done down due during each earlier early either else
end especially even ever every everything few first following for former from further gave get give
go going got government had has have he her here him himself his hour hours how however i if in
include included including indicated into is it its itself just keep know largely last late later
latest leader leaders least led less like made main make making man many may me member members might
minister ministry month months more most mr mrs ms much must my named nation nations near need never
new news next night no nor not nothing now number of off office officer official officials on once
one only onto or other others our out over own part people per person place president prime put
quite rather recent recently related report reported reportedly reporter reporters reports right
said same saw say saying says second see seen senior set several shall she should show since so some
spokesman spokesperson spokeswoman state stated statement states still such take taken tell than
that the their them then there these they thing this those though three through thursday time times
to today told tomorrow tonight too took toward towards two under until up upon us use used very via
want was way we week weeks well went were what when where whether which while who whom whose why
will with within without wednesday would year years yesterday yet you your monday tuesday friday
saturday sunday january february march april june july august september october november december
foreign secretary authorities secretary-general
"""
# Words that any report may hold: they tell nothing of the deed.
_COMMON = frozenset(_COMMON_TEXT.split())

SHORTEST = 3
"""Letters of a word below which it is left out."""

SENTENCE = 10
"""Words from which the same sentence in two articles was written once and taken over."""


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """A name as the knowledge base folds it; a ledger names the same few thousand again and again."""
    return fold(name)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending, roughly: launch, launched and launches are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def telling(texts: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """Stems of the words of `texts` that tell of the deed: common words and the words of `names` left out."""
    known = {part for name in names for part in _words(name)}
    return frozenset(
        stem(word)
        for text in texts
        for word in _words(text)
        if len(word) >= SHORTEST and word not in _COMMON and word not in known
    )


def _words(text: str) -> list[str]:
    found = (word.replace("’", "'").casefold() for word in _WORD.findall(text))
    return [word.removesuffix("'s").replace("'", "") for word in found]


def verbatim(text: str) -> str:
    """A sentence as it is compared word for word; empty where it is too short to have been written once."""
    found = _words(text)
    return " ".join(found) if len(found) >= SENTENCE else ""


def alike(a: frozenset[str], b: frozenset[str]) -> tuple[float, tuple[str, ...]]:
    """Likeness from 0 to 1 of two sets of stems, and those in both.

    The share of the smaller set that is in both; a single word in both counts for little.
    """
    shared = a & b
    if not shared:
        return 0.0, ()
    weight = min(1.0, len(shared) / 3)
    return weight * len(shared) / max(min(len(a), len(b)), 3), tuple(sorted(shared))
