"""Tag scores → spans."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.annotate import tags

SCORES = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float32, (n, 9), elements=st.integers(-20, 20).map(lambda v: v / 4))
)


def total(scores: np.ndarray, path: tuple[int, ...]) -> float:
    return float(sum(scores[i, tag] for i, tag in enumerate(path)))


@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, 5), elements=st.integers(-9, 9))))
def test_search_finds_the_best_legal_sequence(scores: np.ndarray) -> None:
    """No legal sequence scores higher than the one found."""
    allowed = tags.transitions(1)
    found = tuple(tags.search(scores.astype(np.float64)))
    legal = [p for p in itertools.product(range(5), repeat=len(scores)) if tags.legal(np.asarray(p), allowed)]
    assert found in legal
    assert total(scores, found) == max(total(scores, p) for p in legal)


@given(SCORES)
def test_spans_are_apart_and_in_order(scores: np.ndarray) -> None:
    """Spans never overlap, are never empty, and have a type that exists."""
    found = tags.spans(scores, tags.transitions(2))
    edges = [x for start, end, _ in found for x in (start, end)]
    assert edges == sorted(edges)
    assert all(start < end and kind in (0, 1) for start, end, kind in found)


def test_a_broken_sequence_is_mended() -> None:
    """An inside tag without a beginning joins the span that the scores favour."""
    scores = np.full((3, 5), -5.0, dtype=np.float32)
    scores[0, tags.O], scores[0, tags.B] = 1.0, 0.9
    scores[1, tags.I] = scores[2, tags.E] = 3.0
    assert tags.spans(scores, tags.transitions(1)) == [(0, 3, 0)]


@pytest.mark.parametrize("types", [1, 5])
def test_no_words_no_spans(types: int) -> None:
    """Nothing in, nothing out."""
    assert tags.spans(np.zeros((0, 1 + 4 * types), dtype=np.float32), tags.transitions(types)) == []
