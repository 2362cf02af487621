"""What is found of a name: where it stands, the title it is given, and what it was resolved to."""

import msgspec

from onrecord.records import Entity, Span
from onrecord.records.actor import ActorKind
from onrecord.records.parse import Doc, Token

PERSON: tuple[ActorKind, ...] = ("person",)
BODIES: tuple[ActorKind, ...] = (
    "organisation",
    "body",
    "group",
    "company",
    "outlet",
    "state",
    "vessel",
    "instrument",
)
QUOTES = frozenset('"“”‘«»')


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the text: tokens `start` to `end`, its head, and what it was resolved to.

    `entity` is None where the knowledge base does not know it; then `name`, `kind` and `country` say what is
    known from the text. `own` is what a metonym is itself (Kremlin), where `entity` is what it stands for.
    """

    start: int
    end: int
    head: int
    text: str
    name: str
    kind: ActorKind
    country: str | None = None
    entity: Entity | None = None
    own: Entity | None = None
    adjective: bool = False
    possessive: bool = False
    title: str | None = None
    title_of: str | None = None
    title_start: int | None = None
    past: bool = False
    quoted: bool = False

    def span(self, doc: Doc) -> Span:
        """Characters of the name."""
        last = doc[self.end - 1]
        return Span(doc[self.start].idx, last.idx + len(last))


class Range(msgspec.Struct, frozen=True, order=True):
    """Tokens that may be a name, and the language model's label."""

    start: int
    end: int
    label: str


class Title(msgspec.Struct, frozen=True):
    """An office as the words beside a name give it; `start` is its first token where it stands before."""

    title: str | None
    of: str | None
    start: int | None
    past: bool


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of a range that hangs on a word outside it."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head == token:
            return token
    return doc[start]


def in_quotes(doc: Doc, index: int) -> bool:
    count = 0
    for token in doc[doc[index].sent.start : index]:
        count += token.text in QUOTES
    return count % 2 == 1


def is_possessive(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in {"'s", "’s", "'", "’"}
