"""An article: a capture's text with what is known of it, and the roles its runs of text play."""

from typing import Literal

import msgspec

BlockKind = Literal["body", "title", "standfirst", "caption", "byline", "dateline", "boilerplate", "related"]
Sourcing = Literal["quoted", "attributed", "reported", "interpretation"]
PROSE: frozenset[BlockKind] = frozenset({"body", "title", "standfirst", "caption"})
"""Blocks that the language model reads and the rules look at."""


class Block(msgspec.Struct, frozen=True, order=True):
    """A run of the original text with one role. Blocks lie in order, touch, and cover the whole text."""

    start: int
    end: int
    kind: BlockKind


class Sentence(msgspec.Struct, frozen=True, order=True):
    """A sentence of prose and on whose word it stands."""

    start: int
    end: int
    sourcing: Sourcing


class Dateline(msgspec.Struct, frozen=True):
    """Where, and if printed when, the report was filed: "MOSCOW, July 21 (Reuters) —"."""

    place: str | None = None
    date: str | None = None


class DateReason(msgspec.Struct, frozen=True, order=True):
    """Words of the text that bound the day of an undated article, and why they do."""

    start: int
    end: int
    reason: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A capture's text with what is known of it.

    `text` is never altered once taken in; all positions count in it. `id` is
    `onrecord.records.ids.article_id` of the original text and its address. `published` is a day, a month
    or None. `blocks` is empty until `clean` has run.
    """

    id: str
    path: str
    text: str
    url: str | None = None
    outlet: str | None = None
    original_outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str = "en"
    published: str | None = None
    dated_between: tuple[str | None, str | None] | None = None
    dated_because: tuple[DateReason, ...] = ()
    dateline: Dateline | None = None
    truncated: bool = False
    blocks: tuple[Block, ...] = ()


class Rejected(msgspec.Struct, frozen=True):
    """A capture that could not be read, and the reason in words that tell the user what to do."""

    path: str
    reason: str
