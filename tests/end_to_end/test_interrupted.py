"""A crash in the middle of `add` loses nothing that was kept, and the same command finishes the work."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.store import open_store


def kept(ledger: Path) -> int:
    """How many articles the ledger holds at this moment."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
            (count,) = connection.execute("SELECT count(*) FROM reading").fetchone()
            return int(count)
    except sqlite3.OperationalError:
        return 0  # not made yet


def test_killed_and_run_again(paths: list[str], tmp_path: Path) -> None:
    """kill -9 after the first articles: the ledger opens, and adding again gives what one run would have."""
    ledger, whole = tmp_path / "killed.ledger", tmp_path / "whole.ledger"
    add = ["add", *paths, "--format", "json", "--ledger"]
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", *add, str(ledger)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not kept(ledger) and running.poll() is None:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()
    with open_store(ledger, create=False) as store:
        survived = sum(1 for _ in store.digests())
    assert survived >= 1

    (report,) = json.loads(CliRunner().invoke(app, [*add, str(ledger)]).stdout)
    assert report["there_already"] == survived
    assert CliRunner().invoke(app, [*add, str(whole)]).exit_code == 0
    with open_store(ledger, create=False) as one, open_store(whole, create=False) as other:
        assert one.engagements() == other.engagements()
        assert list(one.digests()) == list(other.digests())
