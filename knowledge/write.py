"""Writing of the knowledge file: the same base gives the same bytes."""

import sqlite3
from pathlib import Path

from entries import Base, Entry
from names import double_keys, household_keys, person_keys, surname_keys

from onrecord.knowledge.folding import fold, loose
from onrecord.knowledge.storage import CHECKSUM, FORMAT, SCHEMA, checksum

_WRITER_VERSION = slice(96, 100)
"""Bytes of SQLite's header that name the library that wrote the file; zeroed, as no reader needs them."""


def write(base: Base, path: Path) -> None:
    """Write `base` to `path`, entities numbered from the most important on."""
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = sorted(base.entries.values(), key=lambda e: (-e.rank, e.name, e.id))
    numbers = {entry.id: n for n, entry in enumerate(ordered, 1)}
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
    _insert(connection, "meta", [("format", str(FORMAT))])
    _entities(connection, ordered, numbers)
    _offices(connection, base, numbers)
    _words(connection, base, numbers)
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    _seal(path)


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _entities(connection: sqlite3.Connection, ordered: list[Entry], numbers: dict[str, int]) -> None:
    entities, aliases, names, looser, surnames = [], set(), set(), set(), set()
    for entry in ordered:
        n = numbers[entry.id]
        entities.append(
            (
                *(n, entry.id, plain(entry.name), entry.kind, entry.country, entry.gender),
                *(entry.latitude, entry.longitude, entry.population, round(entry.rank, 1)),
            )
        )
        aliases |= {(n, alias) for alias in entry.aliases if alias != entry.name}
        keys = {fold(name) for name in [entry.name, *entry.aliases]}
        if entry.kind == "person":
            keys |= person_keys(entry)
            looser |= {(loose(key), n) for key in keys if " " in key}
            family = surname_keys(entry)
            surnames |= {(key, n) for key in family} | {(f"~{loose(key)}", n) for key in family}
        names |= {(key, n) for key in keys if key}
    people = [entry for entry in ordered if entry.kind == "person"]
    names |= {(key, numbers[person]) for key, person in household_keys(people) | double_keys(people)}
    _insert(connection, "entity", entities)
    _insert(connection, "alias", sorted(aliases))
    _insert(connection, "name", sorted(names))
    _insert(connection, "loose", sorted(looser))
    _insert(connection, "surname", sorted(surnames))


def plain(name: str) -> str:
    """A name without the words in brackets that keep it apart from a namesake in the tables."""
    return name.partition(" (")[0]


def _offices(connection: sqlite3.Connection, base: Base, numbers: dict[str, int]) -> None:
    if bracketed := {t.of for t in base.terms if plain(t.of) != t.of}:
        raise ValueError(f"terms of bodies whose names are not plain: {sorted(bracketed)}")
    terms = sorted({(numbers[t.person], t.start, t.title, t.of, t.end) for t in base.terms})
    _insert(connection, "term", list(terms))
    _insert(connection, "title", [(key, *found) for key, found in sorted(base.titles.items())])
    _insert(connection, "body", sorted(base.bodies.items()))
    members = sorted({(numbers[body], numbers[member]) for body, member in base.members})
    _insert(connection, "member", list(members))


def _words(connection: sqlite3.Connection, base: Base, numbers: dict[str, int]) -> None:
    words = [(key, numbers[state], int(demonym)) for key, (state, demonym) in sorted(base.statewords.items())]
    _insert(connection, "stateword", list(words))
    metonyms = [
        (key, numbers[entity] if entity else None, numbers[state])
        for key, (entity, state) in sorted(base.metonyms.items())
    ]
    _insert(connection, "metonym", list(metonyms))
    _insert(connection, "code", sorted((numbers[state], *codes) for state, codes in base.codes.items()))
    outlets = [(numbers[outlet], *about) for outlet, about in base.outlets.items()]
    _insert(connection, "outlet", sorted(outlets))


def _seal(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[_WRITER_VERSION] = b"\0\0\0\0"
    data[CHECKSUM] = checksum(bytes(data))
    path.write_bytes(data)
