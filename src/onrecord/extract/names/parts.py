"""Parts of a personal name: titles and initials before it, particles of a surname."""

import re

from onrecord.extract.clause import lemma
from onrecord.records.day import MONTHS
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

PARTICLES = frozenset(
    "von van der den de di da do dos das del della du la le al el bin ibn ben ter ten zu af av abu st".split()
)
INITIAL = re.compile(r"(?:[A-Z]\.?-?){1,3}")
# titles that are part of how somebody is called: "Pope Leo", "King Charles"
CROWNED = frozenset("king queen pope prince princess emir sultan sheikh emperor ayatollah".split())
NAMED_AFTER_A_LEADER = frozenset({"administration", "government", "cabinet", "presidency", "era"})
WHERE = frozenset(
    (
        "in at near outside inside to into toward towards from around across via through over throughout "
        "within off on for"
    ).split()
)
"""Words before a name that stands for a place."""
DATING = frozenset(
    "in since until till by last next early late mid this of through from before after during".split()
)


def is_surname_only(text: str) -> bool:
    """Whether a name is one word, or one with its particles: "Merz", "Von der Leyen", "al-Sharaa"."""
    words = re.split(r"[\s-]+", text.strip()) if text[:3].lower() in {"al-", "el-"} else text.split()
    return len(words) == 1 or all(word.lower().rstrip(".") in PARTICLES for word in words[:-1])


def initials(text: str) -> tuple[str, str] | None:
    """First letter and surname of "V. V. Putin"; None where there are no initials, or more than them."""
    *first, last = text.split()
    if first and len(last) > 2 and all(INITIAL.fullmatch(word) for word in first):
        return first[0][0], last
    return None


def without_title(doc: Doc, start: int, end: int, vocab: Vocab) -> int:
    """The first token of a marked name behind what it is called by: "Negotiator Hanan Safi" -> "Hanan"."""
    words = vocab.words
    titles = words["people_titles"] | words["ranks"] | words["unnamed"] | words["functionaries"]
    while end - start > 2 and lemma(doc[start]) in titles - CROWNED and doc[start + 1].text[:1].isupper():
        start += 1
    return start


def is_month(doc: Doc, index: int) -> bool:
    """Whether "May" or "March" is the month: "in May", "May 9"."""
    if doc[index].lower_.title() not in MONTHS:
        return False
    before = doc[index - 1].lower_ if index > 0 else ""
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    return before in DATING or after[:1].isdigit() or before[:1].isdigit()
