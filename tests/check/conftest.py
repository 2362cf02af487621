"""Reads a short text through the whole reader and hands out what the checks find in it."""

from collections.abc import Callable

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Finding

Found = list[tuple[str, str]]


def _read(reader: Reader, text: str, published: str) -> tuple[Finding, ...]:
    article = Article(
        id="art-test", path="t", text=text, published=published, blocks=(Block(0, len(text), "body"),)
    )
    return reader.understand(article).findings


@pytest.fixture(scope="session")
def findings(reader: Reader) -> Callable[..., Found]:
    """`findings(text, published)`: (check, the words found fault with), in the order of the text."""

    def read(text: str, published: str = "2025-08-16") -> Found:
        return [(f.check, text[f.start : f.end]) for f in _read(reader, text, published)]

    return read


@pytest.fixture(scope="session")
def reader_message(reader: Reader) -> Callable[[str, str], list[str]]:
    """`reader_message(text, published)`: what the findings say, in the order of the text."""
    return lambda text, published: [f.message for f in _read(reader, text, published)]
