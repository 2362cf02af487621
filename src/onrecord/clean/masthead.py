"""Mastheads: the name of the publisher at the top of a page, and how it is written in normal case."""

import re

from onrecord.clean.lines import Line
from onrecord.clean.phrases import phrases

_TOP = 12  # lines from the top of the page in which a masthead may stand
_LONGEST = 6  # words
_SMALL = frozenset("of the and for in on de la le el du da a an at to".split())
_DOMAIN = re.compile(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,10}", re.I)
_CREDITED = re.compile(r"(?:[Ii]mages?|IMAGES?|[Vv]ia|[Cc]ourtesy(?: of)?|[Ff]rom|(?i:source))\s?:? [A-Z]")
_APART = re.compile(r"[|/>»›:•·]")


def is_masthead(line: Line, index: int, body: frozenset[str]) -> bool:
    """Whether the line, `index`th from the top, names a publisher; `body` holds the stems of the article."""
    if index >= _TOP or len(line.words) > _LONGEST or line.ended:
        return False
    if is_domain(line.plain):
        return True
    if _APART.search(line.plain):
        return False
    named = phrases().publisher_words.within(line.plain)
    if line.first and line.capitals and len(line.words) == 1:
        return True
    if named and _CREDITED.match(line.plain):
        return True
    return named and line.capitalised >= 0.6 and not (len(line.words) > 3 and line.overlap(body) > 0.5)


def is_domain(plain: str) -> bool:
    """Whether the line is a web address and nothing else."""
    return _DOMAIN.fullmatch(plain) is not None


def in_normal_case(name: str) -> str:
    """A name in capitals as running text has it: "THE DAILY EXAMPLE" → "The Daily Example"."""
    if not name.isupper():
        return name
    return " ".join(_word(word, first=index == 0) for index, word in enumerate(name.split()))


def _word(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower.strip(".,") in phrases().capitals or "." in word.strip("."):
        return word
    if lower in _SMALL and not first:
        return lower
    return "-".join(part.capitalize() for part in word.split("-"))
