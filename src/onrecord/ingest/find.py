"""Walks files, folders, globs and standard input, and loads one capture a file."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence

from onrecord.errors import UsageError
from onrecord.ingest.capture import LARGEST_BYTES, Capture, Hints
from onrecord.ingest.hints import META, describes_a_file, hints_beside
from onrecord.ingest.load import format_by_name, load, too_large
from onrecord.records import Rejected
from onrecord.records.day import iso_day

STANDARD_INPUT = "-"
PASSED_OVER = frozenset(
    (".md", ".rst", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".csv", ".tsv", ".css", ".js", ".py", ".ipynb")
)
"""In folders, files that go with articles but are none: notes, settings, tables, parts of saved pages."""


def captures(
    paths: Sequence[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    largest_bytes: int = LARGEST_BYTES,
) -> Iterator[Capture | Rejected]:
    """Every capture under `paths`, in order, and everything that could not be loaded with its reason.

    Args:
        paths: files, folders (walked recursively, in order of name), globs, "-" for standard input.
            A file that is reached twice is loaded once.
        published: day, month or year of publication of all articles, as the user knows it.
        outlet: outlet of all articles, as the user knows it.
        largest_bytes: larger captures are refused without being read.

    Raises:
        UsageError: `published` is no day.
    """
    if published is not None and iso_day(published) is None:
        raise UsageError(f"{published!r} is not a day: write it as 2025-09-07 (or 2025-09 for a month)")
    told = Hints(outlet=outlet, published=iso_day(published) if published else None)
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, Rejected):
                yield found
            elif (place := os.path.abspath(found) if found != STANDARD_INPUT else found) not in seen:
                seen.add(place)
                yield from _captures_of(found, told, largest_bytes)


def _expand(path: str) -> Iterator[str | Rejected]:
    """The files that one argument means."""
    if path == STANDARD_INPUT:
        yield path
    elif os.path.isdir(path):
        yield from _walk(path)
    elif os.path.lexists(path):
        yield path
    elif glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            yield Rejected(_shown(path), "no file matches this pattern")
        for match in matches:
            yield from _walk(match) if os.path.isdir(match) else [match]
    else:
        yield Rejected(_shown(path), "no such file or folder")


def _walk(folder: str) -> Iterator[str | Rejected]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Rejected(_shown(folder), f"the folder cannot be opened: {_words(error)}")
        return
    names = {entry.name for entry in inside}
    for entry in inside:
        if entry.name.startswith(".") or _parts_of_saved_page(entry.name, names):
            continue
        if entry.is_dir(follow_symlinks=False):  # links are not followed: they may lead round in a circle
            yield from _walk(entry.path)
        elif not entry.is_file():
            yield Rejected(_shown(entry.path), "not a regular file")
        elif os.path.splitext(entry.name)[1].lower() not in PASSED_OVER:
            yield entry.path


def _parts_of_saved_page(name: str, names: set[str]) -> bool:
    """Whether the folder holds pictures and scripts that a browser saved beside NAME.html."""
    stem = name.removesuffix("_files")
    return stem != name and bool({f"{stem}.html", f"{stem}.htm"} & names)


def _captures_of(path: str, told: Hints, largest_bytes: int) -> Iterator[Capture | Rejected]:
    if path == STANDARD_INPUT:
        yield from load(path, sys.stdin.buffer, told, largest_bytes)
        return
    if path.endswith(META):
        if not describes_a_file(path):
            yield Rejected(_shown(path), "the article that it describes is not beside it")
        return
    hints, trouble = hints_beside(path, told)
    if trouble is not None:
        yield Rejected(*map(_shown, trouble))
    try:
        size = os.stat(path).st_size
        if size > largest_bytes and format_by_name(path) != "jsonl":
            yield too_large(_shown(path), size, largest_bytes)
            return
        with open(path, "rb") as stream:
            yield from load(_shown(path), stream, hints, largest_bytes)
    except OSError as error:
        yield Rejected(_shown(path), f"cannot be read: {_words(error)}")


def _shown(path: str) -> str:
    """The path with bytes that are no UTF-8 replaced, so that it can be printed and stored."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _words(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission"
    return (error.strerror or str(error)).lower()
