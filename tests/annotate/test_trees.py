"""Arc scores → trees."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.annotate.trees import is_tree, tree


def matrices(most: int) -> st.SearchStrategy[np.ndarray]:
    return st.integers(1, most).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.integers(-50, 50).map(float))
    )


def score(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    """Of a tree whose root's head is itself."""
    return float(sum(scores[i, 0 if h == i else h + 1] for i, h in enumerate(heads)))


@given(matrices(12))
def test_there_is_one_root_and_no_loop(scores: np.ndarray) -> None:
    """Whatever the scores, the answer is a tree."""
    heads = tree(scores)
    own = np.arange(len(heads))
    assert (heads == own).sum() == 1
    assert is_tree(np.where(heads == own, -1, heads))


@given(matrices(4), st.integers(0, 3))
def test_the_tree_is_the_best_for_its_root(scores: np.ndarray, root: int) -> None:
    """Where one word alone wants to be the root, no other tree with that root scores higher."""
    root = min(root, len(scores) - 1)
    scores[:, 0] = -100
    scores[root, 0] = 100
    found = tuple(int(h) for h in tree(scores))
    count = len(scores)
    every = (
        h
        for h in itertools.product(range(count), repeat=count)
        if h[root] == root
        and all(h[i] != i for i in range(count) if i != root)
        and is_tree(np.asarray([-1 if x == i else x for i, x in enumerate(h)]))
    )
    assert score(scores, found) == max(score(scores, h) for h in every)


def test_a_loop_is_broken_where_it_costs_least() -> None:
    """Two words that choose each other: the one that loses less goes to the root."""
    scores = np.asarray([[4.0, -9.0, 5.0], [1.0, 6.0, -9.0]], dtype=np.float32)
    assert tree(scores).tolist() == [0, 0]
