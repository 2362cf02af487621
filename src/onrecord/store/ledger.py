"""The ledger on disk."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType

import msgspec
from sqlalchemy import Connection, Engine, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from onrecord.errors import LedgerError, UsageError
from onrecord.link import identity
from onrecord.records import ArticleNote, Digest, Engagement, Rejected
from onrecord.records.digest import ReadArticle
from onrecord.records.judgement import Judgement, KeptJudgement, LedgerActor
from onrecord.store import judging, people, remembered, schema
from onrecord.store.linking import engagements_of, fingerprint
from onrecord.store.opening import open_engine, reading, writing
from onrecord.store.rows import actor_rows, claim_rows, reading_row
from onrecord.store.schema import LATEST

_READING = schema.reading.c
_ORDER = (_READING.earliest.is_(None), _READING.earliest, _READING.article)
_WORD = re.compile(r"\w+")

_digest_of = msgspec.json.Decoder(Digest)


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
        with reading(self._engine, self.path) as connection:
            return connection.execute(query).first() is not None

    def known(self, made_by: str) -> frozenset[str]:
        """Ids of all articles of which a reading by these versions is kept."""
        with reading(self._engine, self.path) as connection:
            rows = connection.execute(select(_READING.article).where(_READING.made_by == made_by))
            return frozenset(row.article for row in rows)

    def told(self) -> dict[str, tuple[str | None, str | None]]:
        """Day of publication and outlet of every article, as its reading that counts has them."""
        query = select(_READING.article, _READING.published, _READING.outlet).where(
            _READING.number.in_(LATEST)
        )
        with reading(self._engine, self.path) as connection:
            return {row.article: (row.published, row.outlet) for row in connection.execute(query)}

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
            if rows := actor_rows(digest, number[0]):
                connection.execute(insert(schema.actor), rows)
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
        with reading(self._engine, self.path) as connection:
            query = select(_READING.number).where(_READING.number.in_(LATEST)).order_by(*_ORDER)
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
        with reading(self._engine, self.path) as connection:
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
        with reading(self._engine, self.path) as connection:
            kept = connection.execute(select(_READING.digest).where(_READING.number == number)).scalar_one()
        try:
            return _digest_of.decode(kept)
        except msgspec.DecodeError as error:
            raise LedgerError(f"{self.path}: a reading in it cannot be understood ({error})") from error

    def find(self, words: str, limit: int = 100) -> tuple[str, ...]:
        """Ids of the articles whose text holds all `words`, best first."""
        asked = " ".join(f'"{word}"' for word in _WORD.findall(words))
        if not asked:
            return ()
        query = text(
            "SELECT article.id FROM article_search JOIN article ON article.number = article_search.rowid "
            "WHERE article_search MATCH :asked ORDER BY bm25(article_search), article.id LIMIT :limit"
        )
        with reading(self._engine, self.path) as connection:
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
        with reading(self._engine, self.path) as connection:
            return tuple(Rejected(row.path, row.reason) for row in connection.execute(query))

    def engagements(self, *, as_of: str | None = None) -> tuple[Engagement, ...]:
        """The ledger's entries, by when they were; the same whatever the order in which articles were added.

        Args:
            as_of: a day (ISO). Articles that were certainly published later are left out, and what was ahead
                and is over by then has lapsed. None: the latest day of publication in the ledger.

        Raises:
            UsageError: `as_of` is no day.
        """
        with reading(self._engine, self.path) as connection:
            known = remembered.known(connection, self.path, _day(as_of))
            name = fingerprint(known)
            groups = remembered.groups(connection, name)
            shown = remembered.has_entries(connection, name)
        made, found = engagements_of(known, groups)
        if known.whole and known.claims and (groups is None or not (as_of or shown)):
            remembered.remember(self._engine, self.path, name, found, None if as_of else made, known.as_of)
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

    # who is who ------------------------------------------------------------------------------------

    def actors(self) -> tuple[LedgerActor, ...]:
        """Every actor of the ledger with what was judged to be the same; named in most articles first."""
        with reading(self._engine, self.path) as connection:
            return people.actors(connection, identity(judging.held(connection, self.path)))

    def actor(self, asked: str) -> LedgerActor:
        """An actor by one of its ids, the beginning of one, or one of its names.

        Raises:
            UsageError: none, or more than one, goes by that.
        """
        return people.the_actor(self.actors(), asked, self.path)

    def articles_of(self, actor: LedgerActor) -> tuple[tuple[ArticleNote, int], ...]:
        """The articles that name an actor, and how often, by first possible day of publication."""
        with reading(self._engine, self.path) as connection:
            return people.articles_of(connection, identity(judging.held(connection, self.path)), actor)

    def judgements(self) -> tuple[KeptJudgement, ...]:
        """All judgements in the order in which they were made, and whether each still holds."""
        with reading(self._engine, self.path) as connection:
            return judging.judgements(connection, self.path)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement.

        Raises:
            UsageError: it contradicts one that holds, says nothing new, or undoes what does not hold.
        """
        with writing(self._engine, self.path) as connection:
            judging.judge(connection, self.path, judgement)


def _day(as_of: str | None) -> str | None:
    try:
        return date.fromisoformat(as_of).isoformat() if as_of else None
    except ValueError as error:
        raise UsageError(f"{as_of!r} is no day; write it like 2025-11-21") from error


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """Open the ledger at `path`; make it if it is missing and `create` is set.

    Raises:
        LedgerError: missing, no ledger, damaged, cut short, of another version, or not to be opened.
    """
    where = Path(path)
    return Store(where, open_engine(where, create=create))
