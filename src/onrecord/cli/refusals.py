"""Captures that were refused: each is one line on standard error, and the command's exit status tells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.cli.output import safe
from onrecord.records import Rejected

if TYPE_CHECKING:
    from rich.console import Console


class Refusals:
    """Keeps each refusal, and tells of it at once where there is a `screen`, else when asked to."""

    def __init__(self, screen: "Console | None") -> None:
        self.kept: list[Rejected] = []
        self._screen = screen

    def __bool__(self) -> bool:
        return bool(self.kept)

    def add(self, rejected: Rejected) -> None:
        """Keep it."""
        self.kept.append(rejected)
        if self._screen is not None:
            self._screen.print(line(rejected))

    def tell(self, screen: "Console") -> None:
        """List all that was kept."""
        for rejected in self.kept:
            screen.print(line(rejected))

    def complain_if_none(self, paths: Sequence[str]) -> None:
        """Where not even a refusal came of `paths`, say so: silence would look like success."""
        if not self.kept:
            self.add(Rejected(path=" ".join(paths), reason="nothing to read there"))


def line(rejected: Rejected) -> str:
    """The one line: file and reason."""
    return safe(f"refused: {rejected.path}: {' '.join(rejected.reason.split())}".replace("\n", " "))
