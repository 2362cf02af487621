"""Words → what the encoder reads: word pieces, letter shape, layout (gaps, paragraphs, quotation marks)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

MAX_PIECES = 8
"""Word pieces kept of one word; the rest of a longer word is not read."""
MAX_CHARACTERS = 48
"""Characters read of one word, for the same reason."""
CACHE_SIZE = 60_000

SHAPES = 9
LAYOUTS = 9
OPENING = frozenset("“„«‘‹")
CLOSING = frozenset("”»’›")
STRAIGHT = frozenset({'"', "''", "``", "＂"})


class Encoded(msgspec.Struct, frozen=True):
    """Features of a run of words. `offsets` has one entry more than there are words: word `i` owns the
    pieces `offsets[i]:offsets[i + 1]`; `ids`, `shapes` and `layouts` have one entry a piece.
    """

    offsets: Ints
    ids: Ints
    shapes: Ints
    layouts: Ints


class Pieces:
    """Word pieces of single words, remembered, for text repeats itself."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        known = self._tokenizer.get_vocab()
        self.start, self.end, self.unknown = known["[CLS]"], known["[SEP]"], known["[UNK]"]

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """Piece ids of `word` (never empty, at most `MAX_PIECES`), and its `shape`."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= CACHE_SIZE:
                self._known.clear()
            ids = self._tokenizer.encode(word[:MAX_CHARACTERS], add_special_tokens=False).ids
            found = tuple(ids[:MAX_PIECES]) or (self.unknown,), shape(word[:MAX_CHARACTERS])
            self._known[word] = found
        return found


def shape(word: str) -> int:
    """1 lower, 2 Title, 3 UPPER, 4 mixed, 5 with digits, 6 punctuation, 7 other, 8 one capital letter."""
    if word.islower():
        return 1 if not any(c.isdigit() for c in word) else 5
    if any(c.isdigit() for c in word):
        return 5
    if word.isupper():
        return 8 if len(word) == 1 else 3
    if word[:1].isupper() and (word[1:].islower() or not word[1:].isalpha()):
        return 2
    if any(c.isalpha() for c in word):
        return 4
    return 6 if word.isascii() or word in OPENING or word in CLOSING or word in "–—…" else 7


def layouts(words: Sequence[str], spaces: Sequence[bool], paragraphs: Sequence[bool]) -> list[int]:
    """One number a word: what is before it (0 nothing, 1 a gap, 2 a paragraph's edge) plus three times its
    place (0 outside of quotation marks, 1 inside, 2 a mark itself). Every paragraph begins outside.
    """
    found: list[int] = []
    inside = False
    single = False
    gap = True
    for word, space, paragraph in zip(words, spaces, paragraphs, strict=True):
        if paragraph:
            inside = single = False
        before = 2 if paragraph else int(gap)
        gap = space
        place = int(inside)
        if word in STRAIGHT:
            inside, place = not inside, 2
        elif word in OPENING:
            inside, place = True, 2
            single = word in "‘‹"
        elif word in CLOSING and (single or word not in "’›"):
            inside = single = False
            place = 2
        found.append(before + 3 * place)
    return found


def encode(
    pieces: Pieces, words: Sequence[str], spaces: Sequence[bool], paragraphs: Sequence[bool]
) -> Encoded:
    """Features of `words`; `spaces` says after which a gap follows, `paragraphs` which begin one."""
    ids: list[int] = []
    lengths: list[int] = []
    shapes: list[int] = []
    for word in words:
        own, form = pieces.of(word)
        ids.extend(own)
        lengths.append(len(own))
        shapes.append(form)
    offsets = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum(lengths, out=offsets[1:])
    repeats = np.asarray(lengths, dtype=np.int64)
    return Encoded(
        offsets=offsets,
        ids=np.asarray(ids, dtype=np.int64),
        shapes=np.repeat(np.asarray(shapes, dtype=np.int64), repeats),
        layouts=np.repeat(np.asarray(layouts(words, spaces, paragraphs), dtype=np.int64), repeats),
    )
