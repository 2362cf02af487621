"""Where the encoder's windows lie on a long text, and which of them to believe for a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from onrecord.annotate.features import Ints

WINDOW = 254
"""Word pieces of a window, without its first and last mark: what the model was trained on."""
OVERLAP = 48
"""Least number of word pieces that neighbours share."""


def place(offsets: Ints, paragraphs: Sequence[bool]) -> list[range]:
    """Windows, as ranges of words, that cover all words in order and overlap.

    A window begins at a paragraph's start where one lies between one and two overlaps before the end of the
    window before it. `offsets` are piece offsets, as in `features.Encoded`.
    """
    count = len(offsets) - 1
    found: list[range] = []
    start = 0
    while start < count:
        end = last_word(offsets, start, WINDOW)
        found.append(range(start, end))
        if end == count:
            break
        latest = max(start + 1, int(np.searchsorted(offsets, offsets[end] - OVERLAP, side="right")) - 1)
        earliest = max(start + 1, int(np.searchsorted(offsets, offsets[end] - 2 * OVERLAP)))
        start = next((i for i in range(latest, earliest - 1, -1) if paragraphs[i]), latest)
    return found


def last_word(offsets: Ints, start: int, room: int) -> int:
    """End of the longest run of words from `start` that has at most `room` pieces (one word at least)."""
    end = int(np.searchsorted(offsets, offsets[start] + room, side="right")) - 1
    return max(end, start + 1)


def around(offsets: Ints, words: range) -> range:
    """A window with `words` in its middle."""
    count = len(offsets) - 1
    spare = max(0, WINDOW - int(offsets[words.stop] - offsets[words.start]))
    start = int(np.searchsorted(offsets, offsets[words.start] - spare // 2))
    end = last_word(offsets, start, WINDOW)
    return range(start, max(words.stop, min(end, count)))


def margin(window: range, words: range, count: int) -> int:
    """How many words of context a window has on the poorer side of `words`; -1 if it lacks some of them.

    The text's own edges do not count as poor.
    """
    if words.start < window.start or words.stop > window.stop:
        return -1
    before = words.start - window.start if window.start > 0 else count
    after = window.stop - words.stop if window.stop < count else count
    return min(before, after)


def best(windows: Sequence[range], words: range, count: int) -> int | None:
    """Index of the window with the widest margin around `words` (the first of equals), or None."""
    found, widest = None, -1
    last = bisect_right(windows, words.start, key=lambda w: w.start) - 1
    for i in range(last, -1, -1):
        own = margin(windows[i], words, count)
        if own < 0:
            break  # windows before it end earlier still
        if own >= widest:
            found, widest = i, own
    return found


def owners(windows: Sequence[range], count: int) -> Ints:
    """For each word, the index of the window that has it most in its middle."""
    best_margin = np.full(count, -1, dtype=np.int64)
    owner = np.zeros(count, dtype=np.int64)
    for i, window in enumerate(windows):
        words = np.arange(window.start, window.stop)
        before = words - window.start if window.start > 0 else np.full(len(words), count)
        after = window.stop - 1 - words if window.stop < count else np.full(len(words), count)
        own = np.minimum(before, after)
        better = own > best_margin[words]
        owner[words[better]] = i
        best_margin[words[better]] = own[better]
    return owner
