"""Where windows lie."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import windows

LENGTHS = st.lists(st.integers(1, 8), min_size=1, max_size=900)


def offsets_of(lengths: list[int]) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(lengths)])


@given(LENGTHS, st.integers(2, 60))
def test_windows_cover_every_word_and_fit(lengths: list[int], every: int) -> None:
    """Each word is in a window, none has more pieces than the model reads, and neighbours overlap."""
    offsets = offsets_of(lengths)
    placed = windows.place(offsets, [i % every == 0 for i in range(len(lengths))])
    assert placed[0].start == 0
    assert placed[-1].stop == len(lengths)
    for window in placed:
        assert offsets[window.stop] - offsets[window.start] <= windows.WINDOW
    for before, after in pairwise(placed):
        assert before.start < after.start
        assert offsets[before.stop] - offsets[after.start] >= windows.OVERLAP - 8


@given(LENGTHS)
def test_owners_have_their_words(lengths: list[int]) -> None:
    """A word is read from a window that contains it, and later words from no earlier window."""
    offsets = offsets_of(lengths)
    placed = windows.place(offsets, [False] * len(lengths))
    owner = windows.owners(placed, len(lengths))
    assert all(word in placed[k] for word, k in enumerate(owner))
    assert (np.diff(owner) >= 0).all()


@given(LENGTHS, st.data())
def test_a_window_around_words_contains_them(lengths: list[int], data: st.DataObject) -> None:
    """A window made for a sentence holds all of it, and no more than fits unless the sentence is longer."""
    offsets = offsets_of(lengths)
    start = data.draw(st.integers(0, len(lengths) - 1))
    stop = min(len(lengths), start + data.draw(st.integers(1, 25)))
    window = windows.around(offsets, range(start, stop))
    assert window.start <= start
    assert window.stop >= stop
    assert offsets[window.stop] - offsets[window.start] <= windows.WINDOW
    assert window.stop <= len(lengths)


def test_a_window_begins_at_a_paragraph_where_one_is_near() -> None:
    """The second window starts with a paragraph rather than in its middle."""
    paragraphs = [i in (0, 180) for i in range(400)]
    assert windows.place(np.arange(401), paragraphs)[1].start == 180
