"""The actors of a whole ledger, as they are judged to be."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from onrecord.errors import UsageError
from onrecord.knowledge.folding import fold
from onrecord.link import Identity, Names
from onrecord.records import ArticleNote, Office
from onrecord.records.actor import ActorKind
from onrecord.records.judgement import JudgedActor, LedgerActor, is_global
from onrecord.store import schema
from onrecord.store.schema import LATEST

SHOWN = 5
"""Actors of one name that a message lists."""

_ACTOR, _READING = schema.actor.c, schema.reading.c
_offices_of = msgspec.json.Decoder(tuple[Office, ...])


class _Named(NamedTuple):
    """An actor as one article names it; `meant`: whom the judgements say that it is."""

    article: str
    id: str
    name: str
    kind: ActorKind
    country: str | None
    offices: str
    mentions: int
    meant: JudgedActor | None


def _named(connection: Connection, who: Identity) -> Iterator[_Named]:
    query = (
        select(
            _READING.article,
            _ACTOR.id,
            _ACTOR.name,
            _ACTOR.kind,
            _ACTOR.country,
            _ACTOR.offices,
            _ACTOR.mentions,
        )
        .join(schema.reading, _READING.number == _ACTOR.reading)
        .where(_READING.number.in_(LATEST))
        .order_by(_READING.article, _ACTOR.id)
    )
    for row in connection.execute(query):
        yield _Named(*row, meant=who.of(row.article, row.id))


def actors(connection: Connection, who: Identity) -> tuple[LedgerActor, ...]:
    """Every actor of the ledger, named in most articles first, then by name and id."""
    found: dict[str, list[_Named]] = defaultdict(list)
    for one in _named(connection, who):
        found[one.meant.id if one.meant else one.id].append(one)
    made = [_actor(actor, rows) for actor, rows in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.articles, one.name, one.id)))


def _actor(actor: str, rows: Sequence[_Named]) -> LedgerActor:
    names: Counter[str] = Counter()
    for row in rows:
        names[row.name] += row.mentions
    judged = next((row.meant for row in rows if row.meant), None)
    like = min(rows, key=lambda row: (row.name != _most(names), row.article))
    offices = {office for row in rows if row.offices != "[]" for office in _offices_of.decode(row.offices)}
    return LedgerActor(
        id=actor,
        name=judged.name if judged else like.name,
        kind=judged.kind if judged else like.kind,
        country=judged.country if judged else like.country,
        known=is_global(actor),
        ids=tuple(sorted({row.id for row in rows})),
        names=tuple(sorted(names, key=lambda name: (-names[name], name))),
        offices=tuple(f"{one.title}, {one.of}" for one in sorted(offices)),
        articles=len({row.article for row in rows}),
        mentions=sum(names.values()),
    )


def _most(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def the_actor(every: Sequence[LedgerActor], asked: str, path: Path) -> LedgerActor:
    """The actor that goes by an id, the beginning of one, or a name.

    Raises:
        UsageError: none, or more than one, goes by that.
    """
    found = [one for one in every if asked in (one.id, *one.ids)]
    found = found or [one for one in every if fold(asked) in {fold(name) for name in (one.name, *one.names)}]
    found = found or [one for one in every if any(known.startswith(asked) for known in (one.id, *one.ids))]
    if not found or not asked:
        raise UsageError(
            f"{path}: there is no actor {asked!r} in this ledger; `onrecord actors list` shows all"
        )
    if len(found) > 1:
        named = ", ".join(f"{one.id} ({one.name})" for one in found[:SHOWN])
        raise UsageError(f"{path}: {asked!r} may be {named}{' …' if len(found) > SHOWN else ''}: give the id")
    return found[0]


def articles_of(
    connection: Connection, who: Identity, actor: LedgerActor
) -> tuple[tuple[ArticleNote, int], ...]:
    """The articles that name an actor, and how often, by first possible day of publication."""
    times = {
        one.article: one.mentions
        for one in _named(connection, who)
        if (one.meant.id if one.meant else one.id) == actor.id
    }
    query = (
        select(_READING.article, _READING.path, _READING.outlet, _READING.published, _READING.title)
        .where(_READING.number.in_(LATEST))
        .order_by(_READING.earliest.is_(None), _READING.earliest, _READING.article)
    )
    rows = connection.execute(query).all()
    return tuple((ArticleNote(*row), times[row.article]) for row in rows if row.article in times)


def names(connection: Connection, who: Identity) -> Names:
    """How articles call the actors that were judged, and which names can only mean one of them."""
    every: dict[str, set[str]] = defaultdict(set)
    meant: dict[str, dict[str, JudgedActor | None]] = defaultdict(dict)
    for one in _named(connection, who):
        if one.meant is not None:
            every[one.meant.id].add(one.name)
        known = meant[one.article].setdefault(one.name, one.meant)
        if known != one.meant:
            meant[one.article][one.name] = None
    return Names(
        all={actor: frozenset(called) for actor, called in every.items()},
        meant={
            article: {name: actor for name, actor in called.items() if actor is not None}
            for article, called in meant.items()
        },
    )
