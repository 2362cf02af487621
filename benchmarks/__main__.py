"""Speed and memory of onrecord on this machine.

    python -m benchmarks                     200 texts of 500 words
    python -m benchmarks --growth            also ten times as many, and the ratio
    python -m benchmarks --write             also into benchmarks/results.md

The texts are made from examples/articles (benchmarks/corpus.py): the same for everyone.
"""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.process import Measured, onrecord
from benchmarks.stages import shares

RESULTS = Path(__file__).with_name("results.md")
OTHERS = "\n# Who says what"  # where the results of other commands begin, which stay as they are
SEED = 7
Row = tuple[str, str]


def make(folder: Path, count: int, words: int) -> None:
    """`count` texts with their meta files."""
    folder.mkdir()
    for stem, text, meta in corpus(count, words, SEED):
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
        (folder / f"{stem}.meta.json").write_text(json.dumps(meta), encoding="utf-8")


def rate(count: int, measured: Measured) -> str:
    """Articles a second over the whole run, start-up included."""
    return f"{count / measured.total:.1f} articles/s ({measured.total:.1f} s, {measured.cpu:.1f} s of CPU)"


def speed(folder: Path, scratch: Path, count: int, processes: int) -> Iterator[Row]:
    """`read` and `add` from the command line, and then the ledger printed."""
    with_ = f", {processes} processes" if processes > 1 else ""
    read = onrecord("read", str(folder), "--format", "jsonl", "--processes", str(processes))
    ledger = scratch / f"{count}-{processes}.ledger"
    add = onrecord("add", str(folder), "--ledger", str(ledger), "--processes", str(processes))
    yield f"read{with_}", rate(count, read)
    yield f"add{with_}", rate(count, add)
    if processes == 1:
        shown = onrecord("ledger", "--ledger", str(ledger), "--format", "jsonl")
        again = onrecord("add", str(folder), "--ledger", str(ledger))
        yield "start to first result (read)", f"{read.first or read.total:.2f} s"
        yield "adding the same again", f"{again.total:.1f} s"
        yield "printing the ledger", f"{shown.total:.1f} s"
        yield "size of the ledger", f"{ledger.stat().st_size / 1e6:.1f} MB"
    yield f"peak memory of a process{with_}", f"read {read.memory:.0f} MB, add {add.memory:.0f} MB"


def stage_rows(folder: Path, scratch: Path) -> Iterator[Row]:
    """Each stage's share of the time in one process, loading apart."""
    seconds = shares(folder, scratch / "stages.ledger")
    load = seconds.pop("load")
    resolve = seconds.pop("resolve")
    total = sum(seconds.values())
    yield "loading model and data", f"{load:.2f} s"
    for stage, took in seconds.items():
        yield f"share of {stage}", f"{took / total:.0%} ({took:.1f} s)"
    yield "share of resolving who is who, within extract", f"{resolve / total:.0%} ({resolve:.1f} s)"


def growth(small: Path, large: Path, scratch: Path, count: int) -> Iterator[Row]:
    """How many times the CPU ten times the articles take."""
    for command in ("read", "add"):
        took = []
        for folder in (small, large):
            ledger = scratch / f"growth-{folder.name}.ledger"
            target = ("--ledger", str(ledger)) if command == "add" else ("--format", "jsonl")
            took.append(onrecord(command, str(folder), *target).cpu)
        yield f"{command}: {10 * count} articles take, times {count}", f"{took[1] / took[0]:.1f}"
    for folder in (small, large):
        ledger = scratch / f"growth-{folder.name}.ledger"
        shown = onrecord("ledger", "--ledger", str(ledger), "--format", "jsonl")
        yield (
            f"ledger of {count if folder == small else 10 * count} articles printed in",
            f"{shown.total:.1f} s",
        )


def measure(count: int, words: int, grow: bool) -> Iterator[Row]:
    """All rows, each as soon as it is known."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        small = scratch / "small"
        make(small, count, words)
        for processes in (1, 2):
            yield from speed(small, scratch, count, processes)
        yield from stage_rows(small, scratch)
        if grow:
            large = scratch / "large"
            make(large, 10 * count, words)
            yield from growth(small, large, scratch, count)


def processor() -> str:
    """Name of the processor, where the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    head = (
        f"{asked.articles} texts of {asked.words} words; {os.cpu_count()} cores of {processor()}; "
        f"Python {platform.python_version()}; {platform.system()}"
    )
    print(head, flush=True)
    rows = []
    for row in measure(asked.articles, asked.words, asked.growth):
        print(f"{row[0]:<48} {row[1]}", flush=True)
        rows.append(row)
    if asked.write:
        table = "".join(f"| {name} | {value} |\n" for name, value in rows)
        command = f"python -m benchmarks --articles {asked.articles}" + " --growth" * asked.growth
        _, mark, rest = RESULTS.read_text().partition(OTHERS)
        RESULTS.write_text(
            f"# Speed and memory\n\nMade by `{command} --write`. {head}.\n\n| | |\n|---|---|\n{table}"
            + mark
            + rest
        )


if __name__ == "__main__":
    main()
