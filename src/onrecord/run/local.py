"""Maps what a Reader does over captures on this machine."""

import traceback
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.errors import OnrecordError
from onrecord.pipeline import BATCH, Reader, take_in
from onrecord.records import Article, Digest, Rejected, Timex
from onrecord.settings import Settings

T = TypeVar("T")
# What a Reader makes of articles, one result each, in order.
Work = Callable[[Reader, Iterable[Article]], Iterator[T]]
DEFAULT = Settings()
_reader: Reader | None = None  # one a worker process, made by `_start`


def read(
    paths: Iterable[str],
    settings: Settings = DEFAULT,
    skip: Iterable[str] | Callable[[Article], bool] = (),
    reader: Reader | None = None,
    skipped: Callable[[Article], None] | None = None,
) -> Iterator[Digest | Rejected]:
    """Digests of all articles under `paths`, in the order in which they are found, and what was refused.

    Args:
        paths: files, folders, globs, or "-" for standard input.
        settings: how to read; `processes` > 1 spreads the work, results and their order stay the same.
        skip: ids of articles that need not be read again, or a function that says so of each.
        reader: one that is loaded already, for use within this process.
        skipped: called with each article that is passed over because of `skip`.
    """
    known = skip if callable(skip) else _one_of(frozenset(skip))
    items = _unknown(take_in(paths, settings), known, skipped)
    return _mapped(Reader.digests, items, settings, reader)


def times(
    paths: Iterable[str],
    settings: Settings = DEFAULT,
    *,
    date: str | None = None,
    reader: Reader | None = None,
) -> Iterator[Timex | Rejected]:
    """The time expressions of all articles under `paths`, in order, resolved, and what was refused.

    Args:
        paths: files, folders, globs, or "-" for standard input.
        settings: how to read, as for `read`.
        date: the day of all these articles (ISO), as `Settings.published`.
        reader: one that is loaded already, for use within this process.
    """
    if date is not None:
        settings = msgspec.structs.replace(settings, published=date)
    for found in _mapped(Reader.times, take_in(paths, settings), settings, reader):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from found


def _one_of(ids: Container[str]) -> Callable[[Article], bool]:
    return lambda article: article.id in ids


def _unknown(
    items: Iterable[Article | Rejected],
    known: Callable[[Article], bool],
    skipped: Callable[[Article], None] | None,
) -> Iterator[Article | Rejected]:
    for item in items:
        if isinstance(item, Rejected) or not known(item):
            yield item
        elif skipped is not None:
            skipped(item)


def _batches(items: Iterator[Article | Rejected]) -> Iterator[list[Article | Rejected]]:
    # the first batch is a single article, so that the first result is seen soon
    size = 1
    while batch := list(islice(items, size)):
        yield batch
        size = BATCH


def _mapped(
    work: Work[T], items: Iterator[Article | Rejected], settings: Settings, reader: Reader | None
) -> Iterator[T | Rejected]:
    """The work done on every article, here or in worker processes, in order; refusals pass through."""
    if settings.processes > 1:
        return _map_in_workers(work, items, settings)
    return _map_here(work, items, reader or Reader(settings))


def _map_batch(work: Work[T], batch: list[Article | Rejected], reader: Reader) -> list[T | Rejected]:
    try:
        done = work(reader, (item for item in batch if isinstance(item, Article)))
        return [item if isinstance(item, Rejected) else next(done) for item in batch]
    except OnrecordError:
        raise
    except Exception:
        # one article must not cost the others: they are read again one by one
        return [item if isinstance(item, Rejected) else _alone(work, item, reader) for item in batch]


def _alone(work: Work[T], article: Article, reader: Reader) -> T | Rejected:
    try:
        return next(work(reader, [article]))
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(at.filename).name}, line {at.lineno}"
        return Rejected(
            article.path, f"a bug of onrecord, please report it: {type(error).__name__}: {error} ({place})"
        )


def _map_here(work: Work[T], items: Iterator[Article | Rejected], reader: Reader) -> Iterator[T | Rejected]:
    for batch in _batches(items):
        yield from _map_batch(work, batch, reader)


def _start(settings: Settings) -> None:
    global _reader
    _reader = Reader(settings)


def _work(work: Work[T], batch: list[Article | Rejected]) -> list[T | Rejected]:
    assert _reader is not None, "worker started without a reader"
    return _map_batch(work, batch, _reader)


def _map_in_workers(
    work: Work[T], items: Iterator[Article | Rejected], settings: Settings
) -> Iterator[T | Rejected]:
    batches = _batches(items)
    with ProcessPoolExecutor(
        settings.processes, mp_context=get_context("spawn"), initializer=_start, initargs=(settings,)
    ) as pool:
        # a window of batches keeps memory flat however many articles there are
        window = [pool.submit(_work, work, batch) for batch in islice(batches, 2 * settings.processes)]
        while window:
            first = window.pop(0)
            for batch in islice(batches, 1):
                window.append(pool.submit(_work, work, batch))
            yield from first.result()
