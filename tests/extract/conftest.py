"""Reads a text of one body block with the shipped model and hands out what the first rules make of it."""

from collections.abc import Callable

import msgspec
import pytest

from onrecord.annotate import load_annotator, plain
from onrecord.extract.attributions import attributions
from onrecord.extract.cast import Cast
from onrecord.extract.chains import Chains, Speech
from onrecord.knowledge import open_knowledge
from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Claim, Span
from onrecord.records.ids import article_id
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab, load_vocab

PUBLISHED = "2025-09-15"


class Read(msgspec.Struct):
    """A text as far as it has been read."""

    doc: Doc
    article: Article
    cast: Cast
    vocab: Vocab
    speeches: tuple[Speech, ...]

    def about(self, words: str) -> Speech:
        """The innermost attribution whose content holds the words."""
        start = self.doc.text.index(words)
        holding = [
            s
            for s in self.speeches
            if any(c.start <= start and start + len(words) <= c.end for c in s.record.content)
        ]
        return min(holding, key=lambda s: sum(len(c) for c in s.record.content))

    def source(self, words: str) -> str:
        """Name of whoever says the words."""
        return self.about(words).record.source.name

    def chain(self, words: str) -> tuple[str, ...]:
        """On whose word the words stand."""
        start = self.doc.text.index(words)
        return Chains(self.speeches).chain(start, start + len(words))


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """`read(text, title=None)`: the title stands on a line of its own before the text."""
    annotator, knowledge, vocab = load_annotator(), open_knowledge(), load_vocab()

    def reading(text: str, title: str | None = None) -> Read:
        whole = text if title is None else f"{title}\n\n{text}"
        body = len(whole) - len(text)
        blocks = (Block(body, len(whole), "body"),)
        if title is not None:
            blocks = (Block(0, len(title), "title"), *blocks)
        article = Article(id="art-test", path="test.txt", text=whole, blocks=blocks, published=PUBLISHED)
        doc = plain(annotator.annotate(whole, [Span(block.start, block.end) for block in blocks]))
        cast = Cast(doc, article, knowledge, vocab)
        return Read(doc, article, cast, vocab, attributions(doc, article, cast, vocab))

    return reading


@pytest.fixture(scope="module")
def claims(reader: Reader) -> Callable[[str, str], list[Claim]]:
    """Claims of one kind in a text published on 16 June 2025."""

    def read(text: str, kind: str) -> list[Claim]:
        article = Article(
            id=article_id(text, None, "t"),
            path="t",
            text=text,
            published="2025-06-16",
            blocks=(Block(0, len(text), "body"),),
        )
        return [claim for claim in reader.understand(article).engagements if claim.kind == kind]

    return read
