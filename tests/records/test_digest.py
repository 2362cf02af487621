"""What a digest says of itself."""

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block


def test_shares_of_sourcing(reader: Reader) -> None:
    """Shares of the text by sourcing add up to one, and none is left out."""
    text = '"We shall swim," the mayor said. The bridge collapsed on Tuesday. The collapse underscored how old it was.'
    article = Article(id="art-test", path="t", text=text, blocks=(Block(0, len(text), "body"),))
    shares = reader.understand(article).sourcing
    assert set(shares) == {"quoted", "attributed", "reported", "interpretation"}
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["attributed"] == 0
    assert shares["interpretation"] > 0.3


def test_no_sentence_no_shares(reader: Reader) -> None:
    """An article without prose has no shares."""
    article = Article(id="art-test", path="t", text="x", blocks=(Block(0, 1, "boilerplate"),))
    assert reader.understand(article).sourcing == {}
