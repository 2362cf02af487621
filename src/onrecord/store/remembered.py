"""Links and entries as kept in the file: worked out from the claims, and made anew when those change."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Engine, delete, insert, select

from onrecord.errors import LedgerError
from onrecord.link import Identity, identity, judged
from onrecord.records import Engagement
from onrecord.records.linked import Group, LinkClaim
from onrecord.store import judging, people, schema
from onrecord.store.linking import Known
from onrecord.store.opening import writing
from onrecord.store.rows import as_json, entry_row, unpack
from onrecord.store.schema import LATEST

_READING = schema.reading.c

_linkable_of = msgspec.json.Decoder(LinkClaim)
_group_of = msgspec.json.Decoder(Group)


def known(connection: Connection, path: Path, as_of: str | None) -> Known:
    """All that the ledger at `path` rests on as of a day; None: the latest day of publication."""
    readings = select(
        _READING.article,
        _READING.made_by,
        _READING.outlet,
        _READING.original_outlet,
        _READING.title,
        _READING.published,
        _READING.earliest,
        _READING.latest,
        _READING.sketch,
    ).where(_READING.number.in_(LATEST))
    rows = connection.execute(readings.order_by(_READING.article)).all()
    days = [row.latest if row.published else row.earliest for row in rows]
    day = as_of or max((day for day in days if day), default=None)
    told = [row for row in rows if row.earliest is None or day is None or row.earliest <= day]
    held = judging.held(connection, path)
    who = identity(held)
    return Known(
        readings=tuple((row.article, row.made_by) for row in told),
        articles=tuple(
            (row.article, row.outlet, row.original_outlet, row.title, row.earliest) for row in told
        ),
        sketches={row.article: unpack(row.sketch) for row in told},
        claims=_judged(connection, who, _claims(connection, path, {row.article: None for row in told})),
        as_of=day,
        judged=tuple(one.id for one in held),
        whole=len(told) == len(rows),
    )


def _claims(connection: Connection, path: Path, articles: Mapping[str, None]) -> tuple[LinkClaim, ...]:
    query = select(schema.claim.c.linkable).where(schema.claim.c.reading.in_(LATEST))
    try:
        every = [_linkable_of.decode(kept) for kept in connection.execute(query).scalars()]
    except msgspec.DecodeError as error:
        raise LedgerError(f"{path}: a claim in it cannot be understood ({error})") from error
    return tuple(sorted((one for one in every if one.article.id in articles), key=lambda one: one.key))


def _judged(connection: Connection, who: Identity, claims: tuple[LinkClaim, ...]) -> tuple[LinkClaim, ...]:
    if not who.actors:
        return claims
    names = people.names(connection, who)
    return tuple(judged(one, who, names) for one in claims)


def groups(connection: Connection, fingerprint: str) -> tuple[Group, ...] | None:
    """The links kept under a fingerprint; None where there are none."""
    kept = schema.link.c
    query = select(kept.members).where(kept.fingerprint == fingerprint).order_by(kept.grouping)
    return tuple(_group_of.decode(one) for one in connection.execute(query).scalars()) or None


def has_entries(connection: Connection, fingerprint: str) -> bool:
    """Whether the entries kept are those made of the links under this fingerprint."""
    kept = schema.entry.c
    return (
        connection.execute(select(kept.id).where(kept.fingerprint == fingerprint).limit(1)).first()
        is not None
    )


def remember(
    engine: Engine,
    path: Path,
    fingerprint: str,
    found: Sequence[Group],
    made: Sequence[Engagement] | None,
    as_of: str | None,
) -> None:
    """Keep links, and for the ledger of its latest day the entries.

    A ledger that may only be read stays as it is: all of this can be worked out again.
    """
    try:
        with writing(engine, path) as connection:
            _write_links(connection, fingerprint, found)
            if made is not None:
                _write_entries(connection, fingerprint, made, as_of)
    except LedgerError:
        return


def _write_links(connection: Connection, fingerprint: str, found: Sequence[Group]) -> None:
    connection.execute(delete(schema.link))
    rows = [
        {"fingerprint": fingerprint, "grouping": number, "members": as_json(one)}
        for number, one in enumerate(found)
    ]
    if rows:
        connection.execute(insert(schema.link), rows)


def _write_entries(
    connection: Connection, fingerprint: str, made: Sequence[Engagement], as_of: str | None
) -> None:
    connection.execute(delete(schema.entry))
    connection.execute(delete(schema.entry_claim))
    rows = [entry_row(one, position, fingerprint, as_of) for position, one in enumerate(made)]
    members = [
        {"article": claim.article.id, "claim": claim.id, "entry": one.id}
        for one in made
        for claim in one.claims
    ]
    if rows:
        connection.execute(insert(schema.entry), rows)
        connection.execute(insert(schema.entry_claim), members)
