"""The knowledge file: its format, how it is checked on opening, and read-only access to its tables."""

import functools
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.knowledge.errors import KnowledgeError

FORMAT = 2
"""Version of the tables below; a file of another version is refused."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT, gender TEXT, latitude REAL, longitude REAL, population INTEGER NOT NULL,
  renown REAL NOT NULL);
CREATE UNIQUE INDEX entity_id ON entity (id);
CREATE TABLE alias (entity INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;
CREATE TABLE name (key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE TABLE surname (key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE TABLE term (person INTEGER NOT NULL, start TEXT NOT NULL, title TEXT NOT NULL, of TEXT NOT NULL,
  end TEXT NOT NULL, PRIMARY KEY (person, start, title, of)) WITHOUT ROWID;
CREATE INDEX term_office ON term (of, title, start);
CREATE TABLE stateword (key TEXT PRIMARY KEY, entity INTEGER NOT NULL, demonym INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE TABLE metonym (key TEXT PRIMARY KEY, entity INTEGER, state INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE code (entity INTEGER PRIMARY KEY, alpha2 TEXT NOT NULL, alpha3 TEXT, cow INTEGER, leader TEXT,
  adjective TEXT NOT NULL);
CREATE TABLE member (body INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (body, member))
  WITHOUT ROWID;
CREATE TABLE outlet (entity INTEGER PRIMARY KEY, wire INTEGER NOT NULL, domain TEXT, owner TEXT);
CREATE INDEX outlet_domain ON outlet (domain);
CREATE TABLE title (key TEXT PRIMARY KEY, title TEXT NOT NULL, of TEXT) WITHOUT ROWID;
CREATE TABLE body (key TEXT PRIMARY KEY, form TEXT NOT NULL) WITHOUT ROWID;
"""

# SQLite's header: https://www.sqlite.org/fileformat.html#the_database_header
CHECKSUM = slice(60, 64)
"""Bytes of the "user version", where the CRC-32 of the rest of the file stands."""
_MAGIC = b"SQLite format 3\x00"

Row = tuple[Any, ...]


def checksum(data: bytes) -> bytes:
    """CRC-32 of a knowledge file, with the place of the checksum itself taken as zero; 4 bytes."""
    view = memoryview(data)
    head = zlib.crc32(b"\0\0\0\0", zlib.crc32(view[: CHECKSUM.start]))
    return zlib.crc32(view[CHECKSUM.stop :], head).to_bytes(4, "big")


class Storage:
    """Read-only tables of one knowledge file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.digest = _verify(path)
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        found = self.rows("SELECT value FROM meta WHERE key = 'format'")
        if found != [(str(FORMAT),)]:
            self.close()
            raise KnowledgeError(
                f"{path} is a knowledge file of another format ({found[0][0] if found else 'unknown'}, where"
                f" this onrecord reads {FORMAT}): reinstall onrecord, or build it again with `make knowledge`"
            )

    def rows(self, query: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query. Raises KnowledgeError where the file gives way."""
        try:
            return self._connection.execute(query, tuple(parameters)).fetchall()
        except sqlite3.Error as error:
            raise KnowledgeError(f"{self.path} cannot be read ({error}): reinstall onrecord") from error

    @functools.cached_property
    def titles(self) -> dict[str, tuple[str, str | None]]:
        """Canonical title and owner by the press's folded words; some thousand, read at the first use."""
        return {key: (title, of) for key, title, of in self.rows("SELECT key, title, of FROM title")}

    @functools.cached_property
    def bodies(self) -> dict[str, str]:
        """Forms of the bodies that every state has, by folded words."""
        return dict(self.rows("SELECT key, form FROM body"))

    @functools.cached_property
    def statewords(self) -> dict[str, tuple[int, bool]]:
        """Entity numbers of states by folded name or demonym, and whether the word is a demonym."""
        rows = self.rows("SELECT key, entity, demonym FROM stateword")
        return {key: (entity, bool(demonym)) for key, entity, demonym in rows}

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _verify(path: Path) -> str:
    """The checksum of the file at `path` in hexadecimal, once it is known to be right."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"{path} cannot be opened ({error.strerror}): reinstall onrecord") from error
    if not data.startswith(_MAGIC) or len(data) < 100:
        raise KnowledgeError(f"{path} is not a knowledge file: reinstall onrecord, or run `make knowledge`")
    if checksum(data) != data[CHECKSUM]:
        raise KnowledgeError(
            f"{path} is damaged or cut short (its checksum does not fit): reinstall onrecord, or run"
            " `make knowledge`"
        )
    return data[CHECKSUM].hex()
