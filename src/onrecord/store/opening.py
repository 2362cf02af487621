"""Opens a ledger file: makes a new one, or makes sure that what is there is one that this version can use."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerError
from onrecord.store import schema

WAIT = 30.0
"""Seconds to wait for another process that is writing to the same ledger."""

_REASONS = (  # words of SQLite's message, and what they mean to the user; the first that fits
    (
        "full",
        "the disk is full; nothing of what was being added is kept half-written. Make room and run it again",
    ),
    ("readonly", "it, or the folder it is in, may not be written to"),
    ("unable to open", "it cannot be opened: is the folder there, and may it be read and written?"),
    ("locked", "another process is writing to it; try again when that is done"),
    ("not a database", "it is no ledger (no SQLite file)"),
    ("malformed", "it is damaged or cut short; restore it from a copy, or add the articles to a new ledger"),
    (
        "disk i/o",
        "reading or writing it failed (disk full, damaged or taken away?); nothing is kept half-written",
    ),
    ("too big", "something in it is larger than SQLite can hold"),
)


def open_engine(path: Path, *, create: bool) -> Engine:
    """An engine on the ledger at `path`, made if it is missing and `create` is set.

    Raises:
        LedgerError: missing, no ledger, damaged, of another version, or not to be opened.
    """
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; a ledger is a file")
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no such ledger. `onrecord add PATH --ledger {path}` makes one")
    engine = _engine(path)
    with explained(path):
        with engine.connect() as connection:
            known = inspect(connection).get_table_names()
        if not known:
            if not create:
                raise LedgerError(f"{path}: is empty, no ledger")
            _make(engine, path)
            return engine
        with engine.connect() as connection:
            version = _version(connection, path, known)
    if version < schema.VERSION:
        _bring_up(engine, path)
    return engine


def _engine(path: Path) -> Engine:
    # isolation_level None: the driver leaves transactions to us, so that making the tables is one as well
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False),
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """One transaction that writes: all of it is kept, or nothing."""
    with explained(path), engine.execution_options(writing=True).begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection to read from."""
    with explained(path), engine.connect() as connection:
        yield connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the database says of the file at `path` into one line that tells the user what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        reason = next((reason for words, reason in _REASONS if words in said.lower()), None)
        if (
            reason is None
            and isinstance(error, DBAPIError)
            and not isinstance(error.orig, sqlite3.DatabaseError)
        ):
            raise
        raise LedgerError(f"{path}: {reason or said}") from error


def _make(engine: Engine, path: Path) -> None:
    with writing(engine, path) as connection:
        if inspect(connection).get_table_names():
            return  # another process made it meanwhile
        schema.metadata.create_all(connection)
        connection.execute(text(schema.SEARCH))
        _make_views(connection)
        connection.execute(insert(schema.schema_version).values(version=schema.VERSION))
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION}")


def _make_views(connection: Connection) -> None:
    for name, query in schema.VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")


def _bring_up(engine: Engine, path: Path) -> None:
    """Give a ledger of version 1 what version 2 has more: a table of actors, one of judgements, their views.

    All of it or nothing; readings and claims stay as they are.
    """
    try:
        with writing(engine, path) as connection:
            if connection.execute(select(schema.schema_version.c.version)).scalar() == schema.VERSION:
                return  # another process did it meanwhile
            views = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'view'").scalars()
            for name in views.all():
                connection.exec_driver_sql(f'DROP VIEW "{name}"')
            schema.metadata.create_all(connection)
            connection.exec_driver_sql(schema.ACTORS_OF_READINGS)
            _make_views(connection)
            connection.execute(update(schema.schema_version).values(version=schema.VERSION))
    except LedgerError as error:
        raise LedgerError(
            f"{path}: is a ledger of an older version, which is brought to version {schema.VERSION} when it is "
            f"opened; that failed: {str(error).removeprefix(f'{path}: ')}. Copy it to where it may be written"
        ) from error


def _version(connection: Connection, path: Path, known: list[str]) -> int:
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if mark != schema.APPLICATION or "schema_version" not in known:
        raise LedgerError(f"{path}: is an SQLite database, but no ledger of onrecord")
    version = connection.execute(select(schema.schema_version.c.version)).scalar()
    if not isinstance(version, int) or not 1 <= version <= schema.VERSION:
        raise LedgerError(
            f"{path}: is a ledger of version {version}, this onrecord reads version {schema.VERSION}. "
            "Add its articles to a new ledger, or use the onrecord that made it"
        )
    return version
