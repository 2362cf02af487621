"""How the time of reading is shared between the stages, measured inside one process."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord import extract, pipeline
from onrecord.run import read
from onrecord.settings import Settings


class Clock:
    """Adds up the seconds of CPU that each stage takes."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def call(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function` with its time booked on `stage`; a generator's items are booked as they are made."""

        def timed(*args: Any, **options: Any) -> Any:
            began = time.process_time()
            made = function(*args, **options)
            self.seconds[stage] += time.process_time() - began
            return self._items(stage, made) if isinstance(made, Iterator) else made

        return timed

    def _items(self, stage: str, items: Iterator[Any]) -> Iterator[Any]:
        while True:
            began = time.process_time()
            item = next(items, self)
            self.seconds[stage] += time.process_time() - began
            if item is self:
                return
            yield item


def shares(folder: Path, stored_at: Path | None = None) -> dict[str, float]:
    """Seconds of each stage for all articles in `folder`; with `stored_at`, also of keeping them there.

    "resolve" is who and what names, titles and pronouns mean, a part of "extract".
    """
    from onrecord.store import open_store

    clock = Clock()
    reader = clock.call("load", pipeline.Reader)(Settings())
    names = {
        "ingest": ("captures", "articles"),
        "clean": ("clean",),
        "annotate": ("plain",),
        "extract": ("extract",),
        "check": ("findings",),
    }
    kept = {name: getattr(pipeline, name) for stage in names.values() for name in stage}
    annotate, cast = reader.annotator.annotate, extract.Cast
    try:
        for stage, functions in names.items():
            for name in functions:
                setattr(pipeline, name, clock.call(stage, kept[name]))
        vars(extract)["Cast"] = clock.call("resolve", cast)
        reader.annotator.annotate = clock.call("annotate", annotate)
        digests = read([str(folder)], Settings(), reader=reader)
        if stored_at is None:
            for _ in digests:
                pass
        else:
            with open_store(stored_at) as store:
                keep = clock.call("store", store.add)
                for digest in digests:
                    keep(digest)
    finally:
        vars(extract)["Cast"] = cast
        for name, function in kept.items():
            setattr(pipeline, name, function)
    return dict(clock.seconds)
