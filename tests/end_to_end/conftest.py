"""The real pipeline on some of the examples. The language model is loaded once."""

from pathlib import Path

import pytest

from onrecord.pipeline import Reader
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
NAMES = (
    "blog.html",
    "denial.txt",
    "feed.jsonl",
    "trip-1-announced.txt",
    "trip-2-confirmed.txt",
    "trip-3-day.txt",
    "vote-wrong.txt",
    "wire-dateline.txt",
    "wire-near-copy.txt",
)


@pytest.fixture(scope="session")
def paths() -> list[str]:
    """Some examples: text, a page, JSON lines; some that tell of the same."""
    return [str(EXAMPLES / name) for name in NAMES]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all tests."""
    return Reader(Settings())
