"""Captures that were refused: each is one line on standard error, and the command's exit status tells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.cli.output import safe
from onrecord.records import Rejected

if TYPE_CHECKING:
    from rich.console import Console


class Refusals:
    """Tells of each refusal and keeps it."""

    def __init__(self, screen: "Console") -> None:
        self.kept: list[Rejected] = []
        self._screen = screen

    def __bool__(self) -> bool:
        return bool(self.kept)

    def add(self, rejected: Rejected) -> None:
        """Tell at once, and keep."""
        self.kept.append(rejected)
        self._screen.print(line(rejected))

    def complain_if_none(self, paths: Sequence[str]) -> None:
        """Where not even a refusal came of `paths`, say so: silence would look like success."""
        if not self.kept:
            self.add(Rejected(path=" ".join(paths), reason="nothing to read there"))


def line(rejected: Rejected) -> str:
    """The one line: file and reason."""
    return safe(f"refused: {rejected.path}: {' '.join(rejected.reason.split())}".replace("\n", " "))
