"""The ledger on disk."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from onrecord.errors import LedgerError, UsageError
from onrecord.records import Digest, Engagement, Rejected
from onrecord.records.digest import ReadArticle
from onrecord.records.linked import Group, LinkClaim
from onrecord.store import schema
from onrecord.store.linking import Known, engagements_of, fingerprint
from onrecord.store.opening import explained, open_engine, writing
from onrecord.store.rows import claim_rows, entry_row, reading_row, unpack

_READING = schema.reading.c
_LATEST = select(func.max(_READING.number)).group_by(_READING.article)
_ORDER = (_READING.earliest.is_(None), _READING.earliest, _READING.article)
_WORD = re.compile(r"\w+")

_digest_of = msgspec.json.Decoder(Digest)
_linkable_of = msgspec.json.Decoder(LinkClaim)
_group_of = msgspec.json.Decoder(Group)


class Store:
    """A ledger file. Use as a context manager, or `close` it.

    Readings and claims are only added. Every article is one transaction: a crash leaves a ledger that
    opens and holds whole articles. All trouble with the file is a `LedgerError` that says what to do.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def has(self, article_id: str, made_by: str) -> bool:
        """Whether a reading of the article by these versions is kept already."""
        query = select(_READING.number).where(_READING.article == article_id, _READING.made_by == made_by)
        with self._reading() as connection:
            return connection.execute(query).first() is not None

    def known(self, made_by: str) -> frozenset[str]:
        """Ids of all articles of which a reading by these versions is kept."""
        with self._reading() as connection:
            rows = connection.execute(select(_READING.article).where(_READING.made_by == made_by))
            return frozenset(row.article for row in rows)

    def add(self, digest: Digest) -> bool:
        """Keep a digest. False, and nothing is changed, when one of this article by these versions is kept.

        A digest by other versions becomes the one that counts; the older ones stay in the file.
        """
        row = reading_row(digest)
        with writing(self._engine, self.path) as connection:
            self._keep_text(connection, digest)
            made = connection.execute(insert_or_ignore(schema.reading).values(row).on_conflict_do_nothing())
            if made.rowcount == 0:
                return False
            number = made.inserted_primary_key
            assert number is not None, "SQLite numbers every row"
            if rows := claim_rows(digest, number[0]):
                connection.execute(insert(schema.claim), rows)
        return True

    def _keep_text(self, connection: Connection, digest: Digest) -> None:
        kept = {"id": digest.article.id, "text": digest.text}
        made = connection.execute(insert_or_ignore(schema.article).values(kept).on_conflict_do_nothing())
        if made.rowcount and made.inserted_primary_key is not None:
            connection.execute(
                text("INSERT INTO article_search (rowid, text) VALUES (:number, :text)"),
                {"number": made.inserted_primary_key[0], "text": digest.text},
            )

    def articles(self) -> tuple[ReadArticle, ...]:
        """Every article with what is known of it; by first possible day, undated ones last, then id."""
        return tuple(digest.article for digest in self.digests())

    def digests(self) -> Iterator[Digest]:
        """The digest of every article that counts, one at a time; in the order of `articles`."""
        with self._reading() as connection:
            query = select(_READING.number).where(_READING.number.in_(_LATEST)).order_by(*_ORDER)
            numbers = connection.execute(query).scalars().all()
        for number in numbers:
            yield self._digest(number)

    def digest(self, article: str) -> Digest:
        """The digest of an article, by its id or the beginning of it.

        Raises:
            UsageError: no article, or more than one, has an id that begins so.
        """
        query = (
            select(func.max(_READING.number), _READING.article)
            .where(_READING.article.startswith(article, autoescape=True))
            .group_by(_READING.article)
            .order_by(_READING.article)
            .limit(4)
        )
        with self._reading() as connection:
            found = connection.execute(query).all()
        whole = [one for one in found if one[1] == article]
        found = whole or found
        if not found:
            raise UsageError(f"{self.path}: there is no article {article!r} in this ledger")
        if len(found) > 1:
            ids = ", ".join(one[1] for one in found[:3])
            raise UsageError(
                f"{self.path}: {article!r} may be {ids}{' …' if len(found) > 3 else ''}: write more of it"
            )
        return self._digest(found[0][0])

    def _digest(self, number: int) -> Digest:
        with self._reading() as connection:
            kept = connection.execute(select(_READING.digest).where(_READING.number == number)).scalar_one()
        try:
            return _digest_of.decode(kept)
        except msgspec.DecodeError as error:
            raise LedgerError(f"{self.path}: a reading in it cannot be understood ({error})") from error

    def find(self, words: str, limit: int = 100) -> tuple[str, ...]:
        """Ids of the articles whose text holds all `words`, best first. Operators of FTS5 are taken as
        words."""
        asked = " ".join(f'"{word}"' for word in _WORD.findall(words))
        if not asked:
            return ()
        query = text(
            "SELECT article.id FROM article_search JOIN article ON article.number = article_search.rowid "
            "WHERE article_search MATCH :asked ORDER BY bm25(article_search), article.id LIMIT :limit"
        )
        with self._reading() as connection:
            return tuple(connection.execute(query, {"asked": asked, "limit": limit}).scalars())

    def reject(self, rejected: Rejected) -> bool:
        """Keep what could not be read, and why. False when that is kept already."""
        row = {"path": rejected.path, "reason": rejected.reason}
        with writing(self._engine, self.path) as connection:
            made = connection.execute(insert_or_ignore(schema.rejection).values(row).on_conflict_do_nothing())
            return bool(made.rowcount)

    def rejections(self) -> tuple[Rejected, ...]:
        """What could not be read, by path; not what was read from the same path since."""
        kept = schema.rejection.c
        read = select(_READING.path)
        query = select(kept.path, kept.reason).where(kept.path.not_in(read)).order_by(kept.path, kept.reason)
        with self._reading() as connection:
            return tuple(Rejected(row.path, row.reason) for row in connection.execute(query))

    def engagements(self, *, as_of: str | None = None) -> tuple[Engagement, ...]:
        """The ledger's entries, by when they were; the same whatever the order in which articles were added.

        Args:
            as_of: a day (ISO). Articles that were certainly published later are left out, and what was
            ahead and
                is over by then has lapsed. None: the latest day of publication in the ledger.

        Raises:
            UsageError: `as_of` is no day.
        """
        known = self._known(_day(as_of))
        name = fingerprint(known)
        groups = self._groups(name)
        made, found = engagements_of(known, groups)
        if known.whole and known.claims and not (groups and (as_of or self._has_entries(name))):
            self._remember(name, found, None if as_of else made, known.as_of)
        return made

    def engagement(self, name: str, *, as_of: str | None = None) -> Engagement:
        """The entry with this id, or whose id begins so.

        Raises:
            UsageError: no entry, or more than one, has an id that begins so.
        """
        every = self.engagements(as_of=as_of)
        found = [one for one in every if one.id == name] or [one for one in every if one.id.startswith(name)]
        if not found:
            raise UsageError(f"{self.path}: there is no engagement {name!r} in this ledger")
        if len(found) > 1:
            ids = ", ".join(one.id for one in found[:3])
            raise UsageError(
                f"{self.path}: {name!r} may be {ids}{' …' if len(found) > 3 else ''}: write more of it"
            )
        return found[0]

    def _known(self, as_of: str | None) -> Known:
        readings = select(
            _READING.number,
            _READING.article,
            _READING.made_by,
            _READING.outlet,
            _READING.original_outlet,
            _READING.title,
            _READING.published,
            _READING.earliest,
            _READING.latest,
            _READING.sketch,
        ).where(_READING.number.in_(_LATEST))
        linkable = select(schema.claim.c.linkable).where(schema.claim.c.reading.in_(_LATEST))
        with self._reading() as connection:
            rows = connection.execute(readings.order_by(_READING.article)).all()
            claims = tuple(_linkable_of.decode(kept) for kept in connection.execute(linkable).scalars())
        days = [row.latest if row.published else row.earliest for row in rows]
        day = as_of or max((day for day in days if day), default=None)
        told = [row for row in rows if row.earliest is None or day is None or row.earliest <= day]
        ids = {row.article for row in told}
        return Known(
            readings=tuple((row.article, row.made_by) for row in told),
            articles=tuple(
                (row.article, row.outlet, row.original_outlet, row.title, row.earliest) for row in told
            ),
            sketches={row.article: unpack(row.sketch) for row in told},
            claims=tuple(sorted((one for one in claims if one.article.id in ids), key=lambda one: one.key)),
            as_of=day,
            whole=len(told) == len(rows),
        )

    def _groups(self, name: str) -> tuple[Group, ...] | None:
        kept = schema.link.c
        query = select(kept.members).where(kept.fingerprint == name).order_by(kept.grouping)
        with self._reading() as connection:
            found = tuple(_group_of.decode(one) for one in connection.execute(query).scalars())
        return found or None

    def _remember(
        self, name: str, groups: Sequence[Group], made: Sequence[Engagement] | None, as_of: str | None
    ) -> None:
        """Keep links, and for the ledger of its latest day the entries. A ledger that may only be read
        stays as it is: all of this can be worked out again."""
        try:
            with writing(self._engine, self.path) as connection:
                self._write_links(connection, name, groups)
                if made is not None:
                    self._write_entries(connection, name, made, as_of)
        except LedgerError:
            return

    def _has_entries(self, name: str) -> bool:
        kept = schema.entry.c
        with self._reading() as connection:
            return (
                connection.execute(select(kept.id).where(kept.fingerprint == name).limit(1)).first()
                is not None
            )

    def _write_links(self, connection: Connection, name: str, groups: Sequence[Group]) -> None:
        connection.execute(delete(schema.link))
        rows = [
            {"fingerprint": name, "grouping": number, "members": msgspec.json.encode(one).decode()}
            for number, one in enumerate(groups)
        ]
        if rows:
            connection.execute(insert(schema.link), rows)

    def _write_entries(
        self, connection: Connection, name: str, made: Sequence[Engagement], as_of: str | None
    ) -> None:
        connection.execute(delete(schema.entry))
        connection.execute(delete(schema.entry_claim))
        rows = [entry_row(one, position, name, as_of) for position, one in enumerate(made)]
        members = [
            {"article": claim.article.id, "claim": claim.id, "entry": one.id}
            for one in made
            for claim in one.claims
        ]
        if rows:
            connection.execute(insert(schema.entry), rows)
            connection.execute(insert(schema.entry_claim), members)

    def _reading(self) -> "_Reading":
        return _Reading(self._engine, self.path)


def _day(as_of: str | None) -> str | None:
    try:
        return date.fromisoformat(as_of).isoformat() if as_of else None
    except ValueError as error:
        raise UsageError(f"{as_of!r} is no day; write it like 2025-11-21") from error


class _Reading:
    """A connection to read from, whose trouble is explained."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._explained = explained(path)
        self._engine = engine

    def __enter__(self) -> Connection:
        self._explained.__enter__()
        try:
            self._connection = self._engine.connect()
        except BaseException as error:
            if not self._explained.__exit__(type(error), error, error.__traceback__):
                raise
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._explained.__exit__(kind, error, trace)


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """Open the ledger at `path`; make it if it is missing and `create` is set.

    Raises:
        LedgerError: missing, no ledger, damaged, cut short, of another version, or not to be opened.
    """
    where = Path(path)
    return Store(where, open_engine(where, create=create))
