"""Whether memory stays flat: resident megabytes of one process while it reads many articles.

    python -m benchmarks.memory --articles 10000 --words 60

Prints a line at each tenth of the articles. The texts are made as they are read; nothing of a text is kept.
"""

import argparse
import re
import time
from pathlib import Path

from benchmarks.corpus import corpus
from onrecord.pipeline import Reader
from onrecord.records import Article
from onrecord.records.ids import article_id
from onrecord.settings import Settings

SEED = 11


def resident() -> float:
    """Megabytes of this process in memory now, as Linux counts them."""
    found = re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    return int(found.group(1)) / 1024 if found else float("nan")


def main() -> None:
    """Read and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=60)
    asked = parser.parse_args()
    reader = Reader(Settings())
    texts = (
        Article(id=article_id(text, None, stem), path=stem, text=text, published=meta["published"])
        for stem, text, meta in corpus(asked.articles, asked.words, SEED)
    )
    began = time.perf_counter()
    claims = 0
    for number, digest in enumerate(reader.digests(texts), 1):
        claims += len(digest.engagements)
        if number % max(1, asked.articles // 10) == 0:
            seconds = time.perf_counter() - began
            print(f"{number} articles, {claims} claims, {seconds:.0f} s: {resident():.0f} MB", flush=True)


if __name__ == "__main__":
    main()
