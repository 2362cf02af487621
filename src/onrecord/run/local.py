"""Maps `digest` over captures on this machine."""

import traceback
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.pipeline import BATCH, Reader, take_in
from onrecord.records import Article, Digest, Rejected
from onrecord.settings import Settings

DEFAULT = Settings()
_reader: Reader | None = None  # one a worker process, made by `_start`


def read(
    paths: Iterable[str],
    settings: Settings = DEFAULT,
    skip: Iterable[str] = (),
    reader: Reader | None = None,
    skipped: Callable[[Article], None] | None = None,
) -> Iterator[Digest | Rejected]:
    """Digests of all articles under `paths`, in the order in which they are found, and what was refused.

    Args:
        paths: files, folders, globs, or "-" for standard input.
        settings: how to read; `processes` > 1 spreads the work, results and their order stay the same.
        skip: ids of articles that need not be read again.
        reader: one that is loaded already, for use within this process.
        skipped: called with each article that is passed over because of `skip`.
    """
    items = _unknown(take_in(paths, settings), frozenset(skip), skipped)
    if settings.processes > 1:
        return _read_in_workers(items, settings)
    return _read_here(items, reader or Reader(settings))


def _unknown(
    items: Iterable[Article | Rejected], known: Container[str], skipped: Callable[[Article], None] | None
) -> Iterator[Article | Rejected]:
    for item in items:
        if isinstance(item, Rejected) or item.id not in known:
            yield item
        elif skipped is not None:
            skipped(item)


def _batches(items: Iterator[Article | Rejected]) -> Iterator[list[Article | Rejected]]:
    # the first batch is a single article, so that the first result is seen soon
    size = 1
    while batch := list(islice(items, size)):
        yield batch
        size = BATCH


def _read_batch(batch: list[Article | Rejected], reader: Reader) -> list[Digest | Rejected]:
    try:
        digests = reader.digests(item for item in batch if isinstance(item, Article))
        return [item if isinstance(item, Rejected) else next(digests) for item in batch]
    except OnrecordError:
        raise
    except Exception:
        # one article must not cost the others: they are read again one by one
        return [item if isinstance(item, Rejected) else _read_alone(item, reader) for item in batch]


def _read_alone(article: Article, reader: Reader) -> Digest | Rejected:
    try:
        return reader.digest(article)
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(at.filename).name}, line {at.lineno}"
        return Rejected(
            article.path, f"a bug of onrecord, please report it: {type(error).__name__}: {error} ({place})"
        )


def _read_here(items: Iterator[Article | Rejected], reader: Reader) -> Iterator[Digest | Rejected]:
    for batch in _batches(items):
        yield from _read_batch(batch, reader)


def _start(settings: Settings) -> None:
    global _reader
    _reader = Reader(settings)


def _work(batch: list[Article | Rejected]) -> list[Digest | Rejected]:
    assert _reader is not None, "worker started without a reader"
    return _read_batch(batch, _reader)


def _read_in_workers(items: Iterator[Article | Rejected], settings: Settings) -> Iterator[Digest | Rejected]:
    batches = _batches(items)
    with ProcessPoolExecutor(
        settings.processes, mp_context=get_context("spawn"), initializer=_start, initargs=(settings,)
    ) as pool:
        # a window of batches keeps memory flat however many articles there are
        window = [pool.submit(_work, batch) for batch in islice(batches, 2 * settings.processes)]
        while window:
            first = window.pop(0)
            for batch in islice(batches, 1):
                window.append(pool.submit(_work, batch))
            yield from first.result()
