"""What an exporter is."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

Records = Iterable[msgspec.Struct]


class Exporter(msgspec.Struct, frozen=True):
    """Turns records into the bytes of one file, piece by piece, so that the first is out before the last is read.

    Attributes:
        name: what `--format` calls it.
        title: one line for the user.
        suffix: how its files' names end, with the dot.
        write: records → pieces of UTF-8; joined, they are the whole file, also when there are no records.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[Records], Iterator[bytes]]
