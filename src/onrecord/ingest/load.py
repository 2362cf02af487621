"""Bytes of one file to captures: what format they have, and JSON lines in portions of whole lines."""

import os
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.ingest.capture import Capture, FormatName, Hints
from onrecord.ingest.formats import FORMATS
from onrecord.records import Rejected

PORTION_BYTES = 1_000_000
"""JSON lines are handed on in portions of about this size, so that a file of any length can be read."""

_SUFFIXES: dict[str, FormatName] = {
    suffix: format_.name for format_ in FORMATS for suffix in format_.suffixes
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[{\]])')


def format_by_name(path: str) -> FormatName | None:
    """The format that a file's name tells, or None."""
    return _SUFFIXES.get(os.path.splitext(path)[1].lower())


def load(path: str, stream: BinaryIO, hints: Hints, largest_bytes: int) -> Iterator[Capture | Rejected]:
    """The captures in `stream`: one, or for JSON lines one for each portion of whole lines."""
    head = stream.readline(largest_bytes + 1)
    if format_by_name(path) == "jsonl":
        yield from _portions(path, head, stream, hints, largest_bytes)
        return
    data = head + stream.read(max(0, largest_bytes + 1 - len(head)))
    if len(data) > largest_bytes:
        yield too_large(path, None, largest_bytes)
    else:
        yield Capture(path, data, _format_of(path, data), hints)


def too_large(path: str, size: int | None, largest_bytes: int) -> Rejected:
    """The refusal of a capture of `size` bytes (None: more than it was worth counting)."""
    found = f"{size / 1e6:.1f} MB" if size is not None else "it"
    return Rejected(path, f"too large: {found} is more than the {largest_bytes / 1e6:g} MB allowed")


def _format_of(path: str, data: bytes) -> FormatName:
    """By signature where HTML, which is pasted into .txt too; else by name; else by a look at the start."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    by_name = format_by_name(path)
    if by_name in (None, "text") and _HTML.match(start):
        return "html"
    if by_name is not None:
        return by_name
    return "json" if _JSON.match(start) else "text"


def _portions(
    path: str, line: bytes, stream: BinaryIO, hints: Hints, largest_bytes: int
) -> Iterator[Capture | Rejected]:
    portion: list[bytes] = []
    size, number, first = 0, 0, 1
    while line or number == 0:
        number += 1
        if len(line) > largest_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(PORTION_BYTES)
            yield Rejected(path, f"line {number}: {too_large(path, None, largest_bytes).reason}")
            line = b"\n"  # keeps the count of lines
        portion.append(line)
        size += len(line)
        if size >= PORTION_BYTES:
            yield Capture(path, b"".join(portion), "jsonl", hints, first)
            portion, size, first = [], 0, number + 1
        line = stream.readline(largest_bytes + 1)
    if portion and (first == 1 or size):
        yield Capture(path, b"".join(portion), "jsonl", hints, first)
