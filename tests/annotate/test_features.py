"""Words → features."""

from pathlib import Path

import pytest

from onrecord.annotate.annotator import HOME
from onrecord.annotate.features import MAX_PIECES, Pieces, encode, layouts, shape


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    """The shipped tokenizer."""
    return Pieces(Path(HOME) / "tokenizer.json")


def test_diacritics_and_case_do_not_change_pieces(pieces: Pieces) -> None:
    """A transliterated name reads like its original."""
    assert pieces.of("Vučić")[0] == pieces.of("Vucic")[0] == pieces.of("VUCIC")[0]


@pytest.mark.parametrize("word", ["x" * 100_000, "\u200b", "😀", "́", "漢字" * 40])
def test_odd_words_have_a_few_pieces(pieces: Pieces, word: str) -> None:
    """Any word gives at least one piece and at most the allowed number."""
    assert 1 <= len(pieces.of(word)[0]) <= MAX_PIECES


@pytest.mark.parametrize(
    ("word", "expected"),
    [("talks", 1), ("Paris", 2), ("NATO", 3), ("McColl", 4), ("F-16", 5), ("…", 6), ("A", 8), ("U.S.", 3)],
)
def test_shape(word: str, expected: int) -> None:
    """Letter shapes that tell names from words."""
    assert shape(word) == expected


def test_quotation_marks_of_any_style_set_their_words_apart() -> None:
    """Words inside straight and inside curly marks get the same layout."""
    for opening, closing in (('"', '"'), ("“", "”"), ("``", "''"), ("«", "»")):
        found = layouts(["He", opening, "left", closing, "early"], [True] * 5, [True] + [False] * 4)
        assert [x // 3 for x in found] == [0, 2, 1, 2, 0]


def test_a_paragraph_ends_a_quotation() -> None:
    """A mark that was never closed does not reach into the next paragraph."""
    found = layouts(["“", "we", "They"], [False, True, True], [True, False, True])
    assert [x // 3 for x in found] == [2, 1, 0]


def test_features_follow_pieces(pieces: Pieces) -> None:
    """Offsets, ids, shapes and layouts count the same pieces."""
    found = encode(pieces, ["Prishtina", "talks", "ended"], [True, True, False], [True, False, False])
    assert found.offsets[-1] == len(found.ids) == len(found.shapes) == len(found.layouts)
    assert found.offsets[0] == 0
