"""Attributions: who says what, and inside whose saying."""

from typing import Literal

import msgspec

from onrecord.records.span import Span

CueKind = Literal["says", "denies", "hedges", "demands", "promises", "doubts"]


class Utterance(msgspec.Struct, frozen=True):
    """What the language model marks: spans only, nothing resolved. Content may be split and cross sentences."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Source(msgspec.Struct, frozen=True):
    """The speaker: where it stands in the text, its resolved name, the actor's id where there is one."""

    start: int
    end: int
    name: str
    actor: str | None = None


class Cue(msgspec.Struct, frozen=True):
    """The words that attribute, and what kind of saying they make it."""

    start: int
    end: int
    kind: CueKind = "says"


class Attribution(msgspec.Struct, frozen=True):
    """Source + cue + content. `inside` is the id of the attribution in whose content this one lies."""

    id: str
    source: Source
    cue: Cue | None
    content: tuple[Span, ...]
    quoted: bool = False
    inside: str | None = None
