"""Reads a short text through the whole reader and hands out what the checks find in it."""

from collections.abc import Callable

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block

Found = list[tuple[str, str]]


@pytest.fixture(scope="session")
def findings(reader: Reader) -> Callable[..., Found]:
    """`findings(text, published)`: (check, the words found fault with), in the order of the text."""

    def read(text: str, published: str = "2025-08-16") -> Found:
        article = Article(
            id="art-test",
            path="t",
            text=text,
            published=published,
            blocks=(Block(0, len(text), "body"),),
        )
        return [(f.check, text[f.start : f.end]) for f in reader.understand(article).findings]

    return read
