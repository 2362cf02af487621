"""Figures: the actors of one article, known to the knowledge base or to this article only."""

from collections.abc import Callable, Iterable

import msgspec

from onrecord.knowledge.folding import fold
from onrecord.records import Entity
from onrecord.records.actor import ActorKind
from onrecord.records.ids import make_id
from onrecord.records.parse import Token


class Figure(msgspec.Struct, frozen=True):
    """An actor as an article knows it. `plural` for groups ("Baltic allies"); `known` when in the knowledge base."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    known: bool = True

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == "person"


Resolve = Callable[[Token], tuple[Figure, ...]]
"""Whom a phrase means, by its head; () when unclear."""


def figure_of(entity: Entity) -> Figure:
    """The figure of an entry of the knowledge base."""
    return Figure(entity.id, entity.name, entity.kind, entity.country, entity.gender)


def local_figure(
    name: str, kind: ActorKind, country: str | None, *, title: str | None = None, plural: bool = False
) -> Figure:
    """A figure that the knowledge base does not know: its id depends on name, kind, country and title only."""
    key = fold(name) or name.casefold()
    return Figure(make_id("act", key, kind, country, title), name, kind, country, None, plural, False)


def each_once(resolve: Resolve, tokens: Iterable[Token]) -> tuple[Figure, ...]:
    """Figures of several phrases, each once, in order."""
    seen: dict[str, Figure] = {}
    for token in tokens:
        for part in resolve(token):
            seen.setdefault(part.id, part)
    return tuple(seen.values())
