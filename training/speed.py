"""Speed and memory of the product's annotator, in a process of its own: `python -m training.speed MODEL TEXTS`.

TEXTS is a JSON list of articles. Prints JSON: tokens a second with all decoding, by the processor's time and by
the clock, seconds to load, and the most memory resident.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

sys.modules["torch"] = None  # type: ignore[assignment]  # spaCy loads it where it is; users have none

from onrecord.annotate import load_annotator  # noqa: E402
from onrecord.records import Span  # noqa: E402


def most_resident() -> float:
    """MB, as Linux counts them since this program began (`getrusage` counts its parent's, too)."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found.group(1)) / 1024 if found else float("nan")


def main(model: Path, articles: Path) -> None:
    """Measure on one thread, after one article to warm up."""
    texts = json.loads(articles.read_text(encoding="utf-8"))
    begun = time.process_time()
    annotator = load_annotator(model)
    loaded = time.process_time()
    annotator.annotate(texts[0], [Span(0, len(texts[0]))])
    start, clock = time.process_time(), time.perf_counter()
    count = sum(len(annotator.annotate(t, [Span(0, len(t))])) for t in texts)
    found = {
        "tokens a second": count / (time.process_time() - start),
        "by the clock": count / (time.perf_counter() - clock),
        "seconds to load": loaded - begun,
        "MB resident at most": most_resident(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
