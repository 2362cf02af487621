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
        path = search(scores.astype(np.float64))
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


def search(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """The legal sequence with the highest sum of scores.

    A Viterbi search in which two kinds of state are enough: outside of any span (after O, E or S), and
    inside a span of each type (after B or I).
    """
    types = range((scores.shape[1] - 1) // 4)
    outside = 0.0
    inside = [NEVER] * len(types)
    steps: list[tuple[int, list[int]]] = []
    for row in scores.tolist():
        best, tag = outside + row[0], 0
        grown, came = [], []
        for t in types:
            first = 1 + 4 * t
            begin, go_on = outside + row[first], inside[t] + row[first + 1]
            end, single = inside[t] + row[first + 2], outside + row[first + 3]
            if end > best:
                best, tag = end, first + 2
            if single > best:
                best, tag = single, first + 3
            grown.append(max(begin, go_on))
            came.append(first if begin >= go_on else first + 1)
        steps.append((tag, came))
        outside, inside = best, grown
    path = np.zeros(len(steps), dtype=np.int64)
    within = -1
    for i in range(len(steps) - 1, -1, -1):
        tag = steps[i][0] if within < 0 else steps[i][1][within]
        path[i] = tag
        kind = (tag - 1) % 4 + 1 if tag else O
        within = (tag - 1) // 4 if kind in (I, E) else -1
    return path
