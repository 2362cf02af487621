"""Judgements in the file: kept one after the other, none ever changed or taken away."""

from pathlib import Path

import msgspec
from sqlalchemy import Connection, delete, insert, select

from onrecord.errors import LedgerError, UsageError
from onrecord.link import Identity, identity
from onrecord.link.identity import holding
from onrecord.records.judgement import Judgement, KeptJudgement
from onrecord.store import schema
from onrecord.store.rows import as_json

_judgement_of = msgspec.json.Decoder(Judgement)


def _every(connection: Connection, path: Path) -> list[Judgement]:
    kept = schema.judgement.c
    rows = connection.execute(select(kept.judgement).order_by(kept.number)).scalars()
    try:
        return [_judgement_of.decode(one) for one in rows]
    except msgspec.DecodeError as error:
        raise LedgerError(f"{path}: a judgement in it cannot be understood ({error})") from error


def held(connection: Connection, path: Path) -> tuple[Judgement, ...]:
    """The judgements that hold, by id."""
    return holding(_every(connection, path))


def judgements(connection: Connection, path: Path) -> tuple[KeptJudgement, ...]:
    """All judgements in the order in which they were made, and whether each still holds."""
    every = _every(connection, path)
    undone = {one.undoes for one in every}
    return tuple(KeptJudgement(one, one.id not in undone) for one in every)


def judge(connection: Connection, path: Path, new: Judgement) -> None:
    """Keep a judgement, and work out anew for the views who is who.

    Raises:
        UsageError: it contradicts one that holds, says nothing new, or undoes what does not hold.
    """
    every = _every(connection, path)
    if new.verdict == "undone":
        _must_hold(every, new, path)
    else:
        _must_be_new(every, new, path)
    connection.execute(
        insert(schema.judgement),
        {
            "id": new.id,
            "verdict": new.verdict,
            "one": new.one.id if new.one else None,
            "other": new.other.id if new.other else None,
            "undoes": new.undoes,
            "judgement": as_json(new),
        },
    )
    _write_judged(connection, identity([*every, new]))


def _must_hold(every: list[Judgement], new: Judgement, path: Path) -> None:
    undoing = next((one for one in every if one.undoes == new.undoes), None)
    if undoing is not None:
        raise UsageError(f"{path}: {new.undoes} was undone already, on {undoing.made[:10]} by {undoing.who}")
    if new.undoes not in {one.id for one in holding(every)}:
        raise UsageError(f"{path}: there is no judgement {new.undoes!r} in this ledger that could be undone")


def _must_be_new(every: list[Judgement], new: Judgement, path: Path) -> None:
    one, other = new.one, new.other
    assert one is not None, "only what undoes names no actors"
    assert other is not None, "only what undoes names no actors"
    if one.id == other.id:
        raise UsageError(f"{path}: {one.id} and {other.id} are one id")
    before, after = identity(every), identity([*every, new])
    as_one = before.members.get(before.actors[one.id].id, ()) if one.id in before.actors else ()
    told_apart = _apart(before, one.id, other.id)
    if new.verdict == "different" and not new.articles:
        if other.id in as_one:
            raise UsageError(
                f"{path}: {one.name} and {other.name} were judged one: undo {_of(every, as_one)} first"
            )
        if told_apart:
            raise UsageError(f"{path}: {one.id} and {other.id} were judged not to be one already")
    if new.verdict == "same":
        if other.id in as_one:
            raise UsageError(f"{path}: {one.id} and {other.id} were judged one already")
        clash = _clash(every, after)
        if clash is not None:
            raise UsageError(
                f"{path}: {one.name} and {other.name} were judged not to be one: undo {clash.id} first"
            )
    if new.id in {known.id for known in every}:
        raise UsageError(f"{path}: this was judged already")


def _apart(who: Identity, one: str, other: str) -> bool:
    if one not in who.actors or other not in who.actors:
        return False
    return who.actors[other].id in who.apart.get(who.actors[one].id, ())


def _clash(every: list[Judgement], after: Identity) -> Judgement | None:
    """The judgement that two are not one where, with a new one, they would be."""
    for known in holding(every):
        pair = (known.one, known.other) if known.verdict == "different" else (None, None)
        if pair[0] and pair[1] and after.actors[pair[0].id] == after.actors[pair[1].id]:
            return known
    return None


def _of(every: list[Judgement], members: tuple[str, ...]) -> str:
    found = [one.id for one in holding(every) if one.verdict == "same" and one.one and one.one.id in members]
    return " or ".join(found)


def _write_judged(connection: Connection, who: Identity) -> None:
    connection.execute(delete(schema.judged_actor))
    everywhere = [("", actor, judged) for actor, judged in who.actors.items()]
    here = [(article, actor, who.actors[meant]) for (article, actor), meant in who.here.items()]
    rows = [
        {"article": article, "id": actor, "judged": judged.id, "name": judged.name}
        for article, actor, judged in (*everywhere, *here)
    ]
    if rows:
        connection.execute(insert(schema.judged_actor), rows)
