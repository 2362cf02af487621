"""Bad input on the command line: one clear line each, the rest is done, the exit status tells."""

import ctypes
import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.store import open_store

PROSE = (
    "OSLO, March 3 — Norwegian Prime Minister Jonas Gahr Store met Swedish Prime Minister Ulf Kristersson "
    "in Oslo on Monday, the government said.\n"
)
GERMAN = (
    "Der Minister traf am Montag in Berlin seinen Amtskollegen und sprach mit ihm lange über die Lage.\n" * 4
)
PAGE = (
    "<html><head><title>Shop</title></head><body><nav><a href='/'>Home</a> <a href='/b'>Bag</a></nav></body>"
)

REASONS: dict[str, str] = {
    "binary.txt": "",
    "cut.json": "cut off",
    "empty.txt": "empty",
    "german.txt": "German",
    "huge.txt": "too large",
    "latin.txt": "UTF-8",
    "locked": "permission",
    "no-sentence.txt": "no sentence",
    "page.html": "no article",
}


def elsewhere(
    *arguments: str | Path, before: Callable[[], None] | None = None, output: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, after calling `before` in it."""
    return subprocess.run(
        [sys.executable, "-c", "from onrecord.cli import main; main()", *map(str, arguments)],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        preexec_fn=before,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles among everything that cannot be read."""
    place = tmp_path / "articles"
    place.mkdir()
    (place / "a-good.txt").write_text(PROSE, encoding="utf-8")
    (place / "z-good.txt").write_text(PROSE.replace("Monday", "Tuesday"), encoding="utf-8")
    (place / "binary.txt").write_bytes(b"\x00\x01" + random.Random(1).randbytes(4000))
    (place / "cut.json").write_text('{"title": "Talks", "maintext": "The minister met', encoding="utf-8")
    (place / "empty.txt").touch()
    (place / "german.txt").write_text(GERMAN, encoding="utf-8")
    (place / "huge.txt").write_text(PROSE * 350_000, encoding="utf-8")
    (place / "latin.txt").write_bytes("The minister spoke in Malmö on Monday.\n".encode("latin-1"))
    (place / "no-sentence.txt").write_text("!!! ??? ... ---\n12 34 56\n", encoding="utf-8")
    (place / "page.html").write_text(PAGE, encoding="utf-8")
    (place / "locked").mkdir(mode=0)
    return place


def give_up_override() -> None:
    """Make permissions hold for root too: without these two capabilities root is refused like anyone."""
    drop, override, search = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    libc = ctypes.CDLL(None)
    libc.prctl(drop, override, 0, 0, 0)
    libc.prctl(drop, search, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="drops capabilities the Linux way")
def test_every_refusal_is_one_line_and_the_rest_is_read(folder: Path) -> None:
    """Each bad file is named with its reason, both good ones come out, and the exit status is 1."""
    done = elsewhere("read", folder, "--format", "jsonl", before=give_up_override)
    assert done.returncode == 1
    paths = [Path(json.loads(line)["article"]["path"]).name for line in done.stdout.splitlines()]
    assert paths == ["a-good.txt", "z-good.txt"]
    refused = done.stderr.splitlines()
    assert len(refused) == len(REASONS)
    for line, (name, reason) in zip(refused, REASONS.items(), strict=True):
        assert line.startswith(f"refused: {folder / name}: ")
        assert reason in line


def test_refusals_are_kept_in_the_ledger(onrecord: Callable[..., Any], folder: Path, tmp_path: Path) -> None:
    """`add` keeps what it could read, and what it could not, with the reason."""
    (folder / "huge.txt").unlink()
    ledger = tmp_path / "some.ledger"
    done = onrecord("add", folder, "--ledger", ledger, "--format", "json")
    (report,) = json.loads(done.out)
    assert done.status == 1
    assert report["added"] == 2
    with open_store(ledger, create=False) as store:
        kept = {Path(one.path).name: one.reason for one in store.rejections()}
    assert {"empty.txt", "german.txt", "cut.json"} <= set(kept)
    assert len(report["refused"]) == len(kept)
    shown = onrecord("ledger", "--ledger", ledger)
    assert shown.status == 0
    assert sum(line.startswith("refused: ") for line in shown.err.splitlines()) == min(5, len(kept))


@pytest.mark.parametrize(("name", "reason"), [("nowhere.txt", "no such"), ("void", "nothing")])
def test_a_path_with_nothing_in_it_is_refused(
    onrecord: Callable[..., Any], tmp_path: Path, name: str, reason: str
) -> None:
    """A wrong path is one line and status 1, and so is an empty folder."""
    (tmp_path / "void").mkdir()
    done = onrecord("read", tmp_path / name)
    assert (done.status, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert str(tmp_path / name) in done.err
    assert reason in done.err


@pytest.mark.parametrize("what", ["notes.txt", "folder", "missing"])
def test_what_is_no_ledger_is_refused_and_left_alone(
    onrecord: Callable[..., Any], tmp_path: Path, what: str
) -> None:
    """A file that is no ledger is named, status 2, and nothing is written to it."""
    (tmp_path / "notes.txt").write_text("Not a ledger at all, but some notes.\n" * 40)
    (tmp_path / "folder").mkdir()
    done = onrecord("ledger", "--ledger", tmp_path / what)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert what in done.err
    assert (tmp_path / "notes.txt").read_text().startswith("Not a ledger")
    assert not (tmp_path / "missing").exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_under_the_output_is_one_line(tmp_path: Path) -> None:
    """When results cannot be written the command says so, with status 2 and no traceback."""
    article = tmp_path / "a.txt"
    article.write_text(PROSE, encoding="utf-8")
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        done = elsewhere("read", article, "--format", "jsonl", output=full)
    finally:
        os.close(full)
    assert done.returncode == 2
    assert done.stderr == "onrecord: no space left on device\n"


def test_a_disk_that_fills_up_leaves_a_ledger_that_opens(
    onrecord: Callable[..., Any], tmp_path: Path
) -> None:
    """What was kept before the disk was full is there, whole; with room again the same command finishes."""
    many = tmp_path / "many.jsonl"
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    lines = [
        json.dumps(
            {"title": f"Talks on {day}", "maintext": PROSE.replace("Monday", day) * 12, "url": f"u:{day}"}
        )
        for day in days
    ]
    many.write_text("\n".join(lines), encoding="utf-8")
    ledger = tmp_path / "small.ledger"
    open_store(ledger).close()
    room = ledger.stat().st_size + 24_000

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    full = elsewhere("add", many, "--ledger", ledger, before=little_room)
    assert full.returncode == 2
    assert full.stderr.count("\n") == 1
    assert str(ledger) in full.stderr
    with open_store(ledger, create=False) as store:
        assert 0 < sum(1 for _ in store.digests()) < len(days)
    assert onrecord("add", many, "--ledger", ledger).status == 0
    with open_store(ledger, create=False) as store:
        assert sum(1 for _ in store.digests()) == len(days)
