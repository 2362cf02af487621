"""Ledgers that are damaged, foreign, full, read-only or cut off in the middle of a write."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from invented import claim, digest

from onrecord.errors import LedgerError
from onrecord.store import open_store
from onrecord.store.schema import VERSION

DONE = claim("visit", ["Anna Ek", "Norway"], "Ek visited Oslo", where="Oslo", on="2024-05-09")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that holds two articles."""
    path = tmp_path / "test.ledger"
    with open_store(path) as store:
        store.add(digest("a", DONE, published="2024-05-10", rest="Rain fell on the quay. " * 400))
        store.add(digest("b", DONE, published="2024-05-11", rest="Snow fell on the quay. " * 400))
    return path


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    """Text, another program's database, a folder and nothing at all are each refused in their words."""
    text, other, empty = tmp_path / "notes.txt", tmp_path / "other.db", tmp_path / "empty"
    text.write_text("These are notes and no database. " * 100)
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE birds (name)")
    connection.commit()
    connection.close()
    empty.touch()
    for path, reason, create in (
        (text, "no ledger", True),
        (other, "no ledger of onrecord", True),
        (tmp_path, "is a folder", True),
        (empty, "is empty", False),
        (tmp_path / "none", "no such ledger", False),
        (tmp_path / "none" / "none", "cannot be opened", True),
    ):
        with pytest.raises(LedgerError, match=reason) as caught:
            open_store(path, create=create)
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_ledger_cut_short(ledger: Path, share: float) -> None:
    """A copy that broke off is refused, not read in part."""
    whole = ledger.read_bytes()
    ledger.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(LedgerError, match="damaged or cut short"):
        open_store(ledger)


def test_a_ledger_of_another_version(ledger: Path) -> None:
    """The message names both versions."""
    connection = sqlite3.connect(ledger)
    connection.execute("UPDATE schema_version SET version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(LedgerError, match=f"version 99.*version {VERSION}"):
        open_store(ledger)


def test_a_full_disk_keeps_nothing_half_written(ledger: Path) -> None:
    """The article that found no room is not there at all, those before it are, and there is a way on."""
    with open_store(ledger) as store:
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        big = digest("c", DONE, rest=" ".join(f"word{n}" for n in range(20_000)))
        with pytest.raises(LedgerError, match="disk is full"):
            store.add(big)
        assert [one.path for one in store.articles()] == ["a.txt", "b.txt"]
    with open_store(ledger) as store:
        assert store.find("word7") == ()
        assert store.add(big)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_ledger_that_may_only_be_read(ledger: Path) -> None:
    """It can be read and asked; adding says why it cannot."""
    ledger.chmod(0o444)
    ledger.parent.chmod(0o555)
    try:
        with open_store(ledger) as store:
            assert len(store.engagements()) == 1
            with pytest.raises(LedgerError, match="may not be written"):
                store.add(digest("c", DONE))
    finally:
        ledger.parent.chmod(0o755)


def test_links_that_cannot_be_kept_are_made_all_the_same(ledger: Path) -> None:
    """A ledger on a medium that takes no writes still answers."""
    with open_store(ledger) as store:
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        assert len(store.engagements()) == 1
        with pytest.raises(LedgerError, match="may not be written"):
            store.add(digest("c", DONE))


def test_a_killed_process_leaves_a_whole_ledger(tmp_path: Path) -> None:
    """Killed in the middle of its work, it leaves whole articles, and running it again finishes the work."""
    path = tmp_path / "test.ledger"
    script = textwrap.dedent(
        """
        import sys
        from invented import claim, digest
        from onrecord.store import open_store
        done = claim("visit", ["Anna Ek", "Norway"], "Ek visited Oslo", where="Oslo", on="2024-05-09")
        with open_store(sys.argv[1]) as store:
            for number in range(100_000):
                store.add(digest(f"n{number}", done, rest="Rain fell on the quay. " * 50))
                print(number, flush=True)
        """
    )
    tests = str(Path(__file__).parent.parent)
    running = subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([tests, *sys.path])},
    )
    assert running.stdout is not None
    for _ in range(5):
        running.stdout.readline()
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    with open_store(path) as store:
        kept = list(store.digests())
        assert len(kept) >= 5
        for one in kept[:5]:
            assert store.find("quay"), "the index knows every text"
            assert not store.add(one)
        assert len(store.engagements()) >= 1
