"""Scores of BIOES tags → spans, by a Viterbi search over the legal sequences."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.trees import NEVER, Floats

O, B, I, E, S = range(5)  # noqa: E741
_AFTER = {O: (O, B, S), B: (I, E), I: (I, E), E: (O, B, S), S: (O, B, S)}


def transitions(types: int) -> NDArray[np.float64]:
    """[tags, tags]: 0 where the column may follow the row. Tags: O, then B I E S of each type."""
    tags = [(O, -1), *((k, t) for t in range(types) for k in (B, I, E, S))]
    allowed = np.full((len(tags), len(tags)), NEVER)
    for i, (kind, own) in enumerate(tags):
        for j, (following, other) in enumerate(tags):
            inside = kind in (B, I)
            if following in _AFTER[kind] and (not inside or own == other):
                allowed[i, j] = 0.0
    return allowed


def spans(scores: Floats, allowed: NDArray[np.float64]) -> list[tuple[int, int, int]]:
    """Half-open spans with the index of their type, from `scores` [n, tags]."""
    if not len(scores):
        return []
    path = scores.argmax(axis=1)
    if not legal(path, allowed):
        path = search(scores.astype(np.float64), allowed)
    found: list[tuple[int, int, int]] = []
    start = 0
    for i in np.flatnonzero(path):
        kind, own = (path[i] - 1) % 4 + 1, (path[i] - 1) // 4
        if kind in (B, S):
            start = int(i)
        if kind in (E, S):
            found.append((start, int(i) + 1, int(own)))
    return found


def legal(path: NDArray[np.int64], allowed: NDArray[np.float64]) -> bool:
    """Whether the sequence may stand: it then is the best one, too."""
    ends = allowed[0, path[0]] == 0 and allowed[path[-1], 0] == 0
    return bool(ends and (allowed[path[:-1], path[1:]] == 0).all())


def search(scores: NDArray[np.float64], allowed: NDArray[np.float64]) -> NDArray[np.int64]:
    """The legal sequence with the highest sum of scores."""
    count, tags = scores.shape
    back = np.zeros((count, tags), dtype=np.int64)
    columns = np.arange(tags)
    best = scores[0] + allowed[0]
    for i in range(1, count):
        reached = best[:, None] + allowed
        back[i] = reached.argmax(axis=0)
        best = reached[back[i], columns] + scores[i]
    path = np.zeros(count, dtype=np.int64)
    path[-1] = int((best + allowed[:, 0]).argmax())
    for i in range(count - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path
