"""The formats that are read, in one explicit tuple, and `articles`, which reads a capture in its format."""

from collections.abc import Callable, Iterator

import msgspec

from onrecord.ingest.capture import Capture, FormatName
from onrecord.ingest.html import read_html
from onrecord.ingest.json_file import read_json, read_json_lines
from onrecord.ingest.text import read_text
from onrecord.records import Article, Rejected


class Format(msgspec.Struct, frozen=True):
    """A format: its name, the suffixes of its files, and the function that reads a capture in it."""

    name: FormatName
    suffixes: tuple[str, ...]
    read: Callable[[Capture], Iterator[Article | Rejected]]


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt", ".text"), read_text),
    Format("html", (".html", ".htm", ".xhtml"), read_html),
    Format("json", (".json",), read_json),
    Format("jsonl", (".jsonl", ".ndjson"), read_json_lines),
)

_READERS = {format_.name: format_.read for format_ in FORMATS}


def articles(capture: Capture) -> Iterator[Article | Rejected]:
    """The articles of a capture, and what was refused in it with the reason. Pure: no file is touched.

    What the format told (title, address, outlet, author, day) is filled in; `blocks` is empty.
    """
    return _READERS[capture.format](capture)
