"""A bug of ours that one article brings out does not cost the others."""

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Digest, Rejected
from onrecord.run import read


def test_the_article_is_refused_and_the_rest_is_read(
    paths: list[str], reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal asks for a report and says where it happened; all others come out in their places."""
    from onrecord import pipeline

    whole = [one for one in read(paths, reader=reader) if isinstance(one, Digest)]
    unlucky = whole[3].article.id
    clean = pipeline.clean

    def broken(article: Article, *others: object) -> Article:
        if article.id == unlucky:
            raise ZeroDivisionError("division by zero")
        return clean(article, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "clean", broken)
    results = list(read(paths, reader=reader))
    refused = results.pop(3)
    assert isinstance(refused, Rejected)
    assert refused.path == whole[3].article.path
    assert "ZeroDivisionError" in refused.reason
    assert "test_bug.py" in refused.reason
    assert results == whole[:3] + whole[4:]
