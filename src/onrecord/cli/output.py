"""Where a command's words go: results to standard output, progress and trouble to standard error."""

import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from io import TextIOWrapper
from pathlib import PurePath
from typing import TYPE_CHECKING, Self

from onrecord.export import exporter_named

if TYPE_CHECKING:
    import msgspec
    from rich.console import Console
    from rich.text import Text

PIPED_WIDTH = 120  # characters; a file or a pipe has no width of its own, and rich's default of 80 folds ids

# All control characters but tab and newline, and those that turn the direction of writing: in a terminal
# they could hide or forge what is shown. Each becomes one visible character, so that positions stay.
_UNSAFE = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\t\n"
} | {ord("\r"): " "}


class Exit(IntEnum):
    """Exit status of every command."""

    FINE = 0
    REFUSED = 1  # some input was refused, the rest is done; or a self-test failed
    UNUSABLE = 2  # wrong usage, or a ledger, model or knowledge file that cannot be used


def safe(text: str) -> str:
    """`text`, as long as before, without characters that command a terminal."""
    return text.translate(_UNSAFE)


def plain(text: str | None, style: str = "") -> "Text":
    """`text` as rich shows it: safe, and with square brackets that are no markup."""
    from rich.text import Text

    return Text(safe(text or ""), style=style)


def console() -> "Console":
    """The console on standard output."""
    from rich.console import Console

    found = Console(highlight=False, markup=False, emoji=False)
    if not found.is_terminal and "COLUMNS" not in found._environ:
        found.width = PIPED_WIDTH
    return found


def trouble() -> "Console":
    """The console on standard error; lines are never folded, so that one message stays one line."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def write(records: Iterable["msgspec.Struct"], format_name: str) -> None:
    """Print records to standard output as an exporter writes them, each as soon as it is there."""
    for piece in exporter_named(format_name).write(records):
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


class Progress:
    """Shows on standard error how many files are done. Silent where that is no terminal."""

    def __init__(self, total: int | None, shown: bool) -> None:
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            SpinnerColumn,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.progress import Progress as Bar

        screen = trouble()
        self._files: set[str] = set()
        self._bar = Bar(
            SpinnerColumn(),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("files"),
            TimeRemainingColumn(),
            TextColumn("{task.description}"),
            console=screen,
            transient=True,
            disable=not shown,
            # standard output holds results, which must not be drawn on this screen
            redirect_stdout=False,
        )
        self._task = self._bar.add_task("", total=total)

    @classmethod
    def over(cls, paths: Sequence[str], shown: bool = True) -> Self:
        """Progress through the files under `paths`; they are counted only where it is shown."""
        shown = shown and trouble().is_terminal
        return cls(_count(paths) if shown and "-" not in paths else None, shown)

    @property
    def screen(self) -> "Console":
        """Where to print while the bar is shown, so that lines come out above it."""
        return self._bar.console

    @property
    def seen(self) -> int:
        """How many files gave a result."""
        return len(self._files)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    def saw(self, path: str) -> None:
        """One more result of the file `path`; a file counts once, however many articles it holds."""
        if path not in self._files:
            self._files.add(path)
            self._bar.update(self._task, advance=1, description=safe(PurePath(path).name))


def _count(paths: Sequence[str]) -> int:
    """How many files there are to read. Looking at them takes a thousandth of the time of reading them."""
    from onrecord.ingest import captures

    return len({found.path for found in captures(paths)})


def tolerant_streams() -> None:
    """Where the screen's encoding lacks a character, show another instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
