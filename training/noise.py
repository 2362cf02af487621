"""Noise for training: what real text does that treebanks do not."""

from __future__ import annotations

import copy
import random

from training.prepare import Example

STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}
DASHES = ("—", "–", "--", "-")


def noisy(source: Example, chance: random.Random) -> Example:
    """A copy of `source` whose marks, letter case and layout vary; the words stay as many as they were."""
    e = copy.copy(source)
    e.words = marks(e.words, chance)
    if chance.random() < 0.35:
        e.words = recased(e, chance)
    if e.starts and chance.random() < 0.3:
        e.paragraphs = [i == 0 for i in range(len(e.words))]
    elif e.starts and chance.random() < 0.3:
        starts = set(e.starts)
        e.paragraphs = [p or (i in starts and chance.random() < 0.3) for i, p in enumerate(e.paragraphs)]
    if chance.random() < 0.05:
        e.spaces = [True] * len(e.spaces)
    return e


def marks(words: list[str], chance: random.Random) -> list[str]:
    """Quotation marks and apostrophes straight, curly or as they are; dashes of another kind."""
    style = chance.random()
    dash = chance.choice(DASHES) if chance.random() < 0.3 else ""
    found = []
    opened = False
    for word in words:
        if style < 0.35:
            word = STRAIGHT.get(word, word.replace("’", "'") if "’" in word else word)
        elif style < 0.7:
            if word in ('"', "``", "''"):
                opened = not opened
                word = "“" if opened else "”"
            elif "'" in word:
                word = word.replace("'", "’")
        if dash and word in ("—", "–", "--"):
            word = dash
        found.append(word)
    return found


def recased(e: Example, chance: random.Random) -> list[str]:
    """A few sentences in capitals or in lower case; of a text without sentences, its first paragraph."""
    words = list(e.words)
    if e.starts:
        edges = list(zip(e.starts, [*e.starts[1:], len(words)], strict=True))
        edges = [x for x in edges if chance.random() < 0.12]
    else:
        end = next((i for i, p in enumerate(e.paragraphs) if p and i), min(20, len(words)))
        edges = [(0, end)]
    for start, end in edges:
        change = str.lower if chance.random() < 0.25 else str.upper
        words[start:end] = [change(w) for w in words[start:end]]
    return words
