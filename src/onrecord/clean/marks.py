"""The role that a line's own words give it, wherever it stands."""

import re
from typing import Literal

from onrecord.clean.bylines import byline_of
from onrecord.clean.lines import Line
from onrecord.clean.masthead import is_domain
from onrecord.clean.phrases import phrases
from onrecord.clean.stamps import stamp_of

Role = Literal[
    "body",
    "title",
    "standfirst",
    "caption",
    "byline",
    "boilerplate",
    "related",
    "masthead",
    "separator",
    "stamp",
    "truncated",
    "credit",
    "related_heading",
    "comments_heading",
    "author_heading",
    "author",
]
"""What a line is to the rules here; `tiles.KINDS` says which block kind it becomes."""

_LONGEST_LINE = 1200  # characters; no line with a role of its own is longer
_LONGEST_NOTICE = 60  # words of a line of furniture; longer ones are prose that happens to begin so
_LONGEST_WALL = 45
_LONGEST_CAPTION = 110
_LONGEST_LINK = 30
_CREDIT_LENGTH = 120  # characters of a caption's end in which its credit stands
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ADDRESS_ONLY = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w.-]+\.(?:com|org|net|fr|uk|de|ru|in|eu|info)(?:/\S*)?"
)
_CREDIT_WORDS = frozenset(
    "additional further reporting writing editing graphics translation compilation production research "
    "photos by and in from with the at of for our correspondent correspondents bureau newsroom desk staff "
    "team written edited compiled reported translated produced published posted uploaded contributed "
    "photography graphic special to la de van von al el bin".split()
)


def mark(line: Line) -> Role | None:
    """The role, or None where only the line's place on the page can tell it."""
    said = phrases()
    plain, count = line.plain, len(line.words)
    if len(plain) > _LONGEST_LINE:
        return None
    if not _LETTERS.search(plain):
        return "stamp" if stamp_of(line) is not None else "separator"
    if count <= _LONGEST_WALL and said.truncated.within(plain):
        return "truncated"
    if count <= 12 and (heading := _heading(plain)):
        return heading
    if count <= 20 and said.furniture.whole(plain):
        return "boilerplate"
    if stamp_of(line) is not None:
        return "stamp"
    if count <= 20 and byline_of(plain) is not None:
        return "byline"
    if count <= _LONGEST_NOTICE and _is_credit(line):
        return "credit"
    if count <= 8 and plain[0] == "(" and plain.find(")") == len(plain.rstrip(".")) - 1:
        return "credit"
    if count <= _LONGEST_LINK and said.related_start.opens(plain) and (not line.ended or _says_read(plain)):
        return "related"
    if count <= _LONGEST_CAPTION and (
        said.caption_start.opens(plain) or said.caption_end.within(plain[-_CREDIT_LENGTH:])
    ):
        return "caption"
    if count <= _LONGEST_NOTICE and (
        said.furniture_start.opens(plain) or said.furniture_inside.within(plain)
    ):
        return "boilerplate"
    if count <= 8 and _ADDRESS_ONLY.search(plain) and not line.ended and not is_domain(plain):
        return "boilerplate"
    return None


def _heading(plain: str) -> Role | None:
    said = phrases()
    if said.comments_heading.whole(plain):
        return "comments_heading"
    if said.related_heading.whole(plain):
        return "related_heading"
    if said.author_heading.whole(plain):
        return "author_heading"
    return None


def _says_read(plain: str) -> bool:
    return plain.lower().startswith(("read", "also read", "must read"))


def _is_credit(line: Line) -> bool:
    """Whether it names those who worked on the report, and tells nothing."""
    if phrases().contributed.within(line.plain):
        return '"' not in line.plain
    return phrases().credit.opens(line.plain) and all(
        not word[0].islower() or word.lower() in _CREDIT_WORDS for word in line.words
    )
