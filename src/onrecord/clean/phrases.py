"""Loads phrases.yaml: what the furniture of news pages says, one compiled expression a group."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

_BETWEEN = r"[ |/·•,>»:;–—-]+"  # what stands between phrases on one line of furniture
_CASED = "(?-i:"  # an expression with such a part tells capitals from small letters


class Group:
    """One group of phrases. Texts are compared in small letters, which is twice as fast as ignoring case."""

    def __init__(self, expression: str) -> None:
        self._cased = _CASED in expression
        self._pattern = re.compile(expression, re.IGNORECASE if self._cased else 0)

    def _folded(self, text: str) -> str:
        return text if self._cased else text.lower()

    def whole(self, text: str) -> bool:
        """Whether `text` is such a phrase."""
        return self._pattern.fullmatch(self._folded(text)) is not None

    def opens(self, text: str) -> bool:
        """Whether `text` begins with such a phrase."""
        return self._pattern.match(self._folded(text)) is not None

    def within(self, text: str) -> bool:
        """Whether such a phrase stands in `text`."""
        return self._pattern.search(self._folded(text)) is not None

    def all_in(self, text: str) -> list[str]:
        """Every such phrase in `text`, in small letters."""
        return self._pattern.findall(self._folded(text))


class Phrases(msgspec.Struct, frozen=True):
    """The groups of phrases.yaml, which says what each is for.

    Those for dates are patterns that ignore case, since they are cut out of lines.
    """

    furniture: Group
    furniture_start: Group
    furniture_inside: Group
    truncated: Group
    caption_start: Group
    caption_end: Group
    agency_end: Group
    caption_cue: Group
    caption_side: Group
    caption_verb: Group
    related_start: Group
    related_heading: Group
    comments_heading: Group
    author_heading: Group
    author_note: Group
    credit: Group
    contributed: Group
    publisher_words: Group
    labels: Group
    published: re.Pattern[str]
    updated: re.Pattern[str]
    reading_time: re.Pattern[str]
    time: re.Pattern[str]
    capitals: frozenset[str]


@cache
def phrases() -> Phrases:
    """The phrases, read once."""
    source = files(__package__).joinpath("phrases.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    groups = {name: text.splitlines() for name, text in yaml.load(source, Loader=loader).items()}
    capitals = frozenset(" ".join(groups.pop("capitals")).split())
    dates = {name: groups.pop(name) for name in ("published", "updated", "reading_time", "time")}
    found: dict[str, Any] = {name: Group(_expression(name, lines)) for name, lines in groups.items()}
    for name, lines in dates.items():
        found[name] = re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)
    return Phrases(**found, capitals=capitals)


def _expression(name: str, lines: list[str]) -> str:
    either = "(?:" + "|".join(lines) + ")"
    if name == "furniture":
        return rf"{either}(?:{_BETWEEN}{either})*[ |/·•,>»:….]*"
    if name == "furniture_start":
        return rf"[(\[*]?{either}"
    if name in ("caption_end", "agency_end"):
        return rf"{either}[ .)\]]*$"
    if name == "publisher_words":
        return rf"(?<!\w){either}(?!\w)"
    return either
