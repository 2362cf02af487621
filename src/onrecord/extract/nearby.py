"""Looks up what stands near characters of a text, so that a long text costs no more a sentence than a short one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from onrecord.records import Span

T = TypeVar("T")
BUCKET = 256
"""Characters that are looked up together."""


class Nearby(Generic[T]):
    """Items by where they stand; `at` gives those of a range in their own order."""

    def __init__(self, items: Sequence[T], spans_of: Callable[[T], Iterable[Span]]) -> None:
        self._items = items
        self._buckets: dict[int, list[int]] = defaultdict(list)
        for index, item in enumerate(items):
            for bucket in sorted({b for span in spans_of(item) for b in _buckets(span.start, span.end)}):
                self._buckets[bucket].append(index)

    def at(self, start: int, end: int) -> list[T]:
        """The items that may share characters `start` to `end`: all that do, and some that stand close."""
        found = {index for bucket in _buckets(start, end) for index in self._buckets.get(bucket, ())}
        return [self._items[index] for index in sorted(found)]


def _buckets(start: int, end: int) -> range:
    return range(start // BUCKET, max(end - 1, start) // BUCKET + 1)
