"""Arc scores → a dependency tree: each word's best head; the maximum spanning tree where that is none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.features import Ints

Floats = NDArray[np.float32]
NEVER = -1e9


def tree(scores: Floats) -> Ints:
    """Heads of a sentence's n words; the root's head is itself.

    `scores` [n, n + 1]: row = dependent, column 0 = being the root, column j + 1 = word j as head.
    """
    count = len(scores)
    own = scores.astype(np.float64)
    own[np.arange(count), np.arange(count) + 1] = NEVER
    heads = own.argmax(axis=1) - 1
    roots = np.flatnonzero(heads < 0)
    if len(roots) != 1 or not is_tree(heads):
        heads = spanning(own, roots)
    return np.where(heads < 0, np.arange(count), heads)


def is_tree(heads: Ints) -> bool:
    """Whether every word leads to a word whose head is -1."""
    reached = heads < 0
    for _ in range(len(heads)):
        grown = reached | reached[np.maximum(heads, 0)] & (heads >= 0)
        if (grown == reached).all():
            break
        reached = grown
    return bool(reached.all())


def spanning(scores: NDArray[np.float64], roots: Ints) -> Ints:
    """The best tree with one root, among the (at most four) likeliest roots."""
    likely = np.argsort(-scores[:, 0], kind="stable")[:1] if not len(roots) else roots
    likely = likely[np.argsort(-scores[likely, 0], kind="stable")][:4]
    best_heads, best_total = np.full(len(scores), -1, dtype=np.int64), -np.inf
    for root in likely:
        matrix = scores[:, 1:].copy()
        matrix[root, :] = NEVER
        heads = arborescence(matrix, int(root))
        others = np.arange(len(scores)) != root
        total = scores[root, 0] + scores[others, heads[others] + 1].sum()
        if total > best_total:
            best_heads, best_total = heads, total
    return best_heads


def arborescence(matrix: NDArray[np.float64], root: int) -> Ints:
    """Chu-Liu-Edmonds: heads of the best tree rooted at `root` (whose own head is -1)."""
    heads: Ints = matrix.argmax(axis=1)
    heads[root] = -1
    loop = find_loop(heads)
    if loop is None:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[loop] = True
    outer = np.flatnonzero(~inside)
    members = np.asarray(loop)
    kept = matrix[members, heads[members]]
    # Contract the loop into one node, the last of the smaller graph.
    size = len(outer) + 1
    smaller = np.full((size, size), NEVER)
    smaller[:-1, :-1] = matrix[np.ix_(outer, outer)]
    leaving = matrix[np.ix_(outer, members)]
    smaller[:-1, -1] = leaving.max(axis=1)
    entering = matrix[np.ix_(members, outer)] - kept[:, None]
    smaller[-1, :-1] = entering.max(axis=0)
    np.fill_diagonal(smaller, NEVER)
    solved = arborescence(smaller, int(np.flatnonzero(outer == root)[0]))
    for i, word in enumerate(outer):
        if solved[i] == size - 1:
            heads[word] = members[leaving[i].argmax()]
        elif solved[i] >= 0:
            heads[word] = outer[solved[i]]
    into = int(solved[-1])
    heads[members[entering[:, into].argmax()]] = outer[into]
    return heads


def find_loop(heads: Ints) -> list[int] | None:
    """The words of one loop, or None."""
    state = [0] * len(heads)
    for first in range(len(heads)):
        path: list[int] = []
        word = first
        while word >= 0 and state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if word >= 0 and state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return None
