"""A capture: the bytes as they came, and what the user knows of them."""

from typing import Literal

import msgspec

LARGEST_BYTES = 20_000_000
"""Captures above this size are refused: the longest articles known are a hundred times shorter."""

FormatName = Literal["text", "html", "json", "jsonl"]


class Hints(msgspec.Struct, frozen=True):
    """What the user knows of a capture. It wins over what the capture says of itself.

    `published` is a day, a month or a year in ISO form.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None


class Capture(msgspec.Struct, frozen=True):
    """The bytes of one file, or some whole lines of a file of JSON lines.

    `path` is the path as it was given, `first_line` the number of the first line of `data` in that file.
    """

    path: str
    data: bytes
    format: FormatName
    hints: Hints = Hints()
    first_line: int = 1
