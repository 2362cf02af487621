"""Noise for training: what real text does that treebanks do not."""

from __future__ import annotations

import copy
import random
import re

from training.prepare import Example, bioes, from_bio

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


RENAMED_DOCUMENTS, RENAMED = 0.35, 0.5
"""Share of documents whose names are changed, and of the names in them."""


def renamed(source: Example, others: dict[str, list[str]], chance: random.Random) -> Example:
    """A copy of an example with names, some of which are now others of the same type, each everywhere alike.

    For sets with names and no other layer but sentence starts: the words may become more or fewer.
    """
    if chance.random() >= RENAMED_DOCUMENTS:
        return source
    e = Example(source.origin, [], [], [])
    chosen: dict[tuple[str, ...], list[str]] = {}
    starts = set(source.starts)
    names = {start: (end, label) for start, end, label in from_bioes(source.names)}
    i = 0
    while i < len(source.words):
        if i in starts:
            e.starts.append(len(e.words))
        end, label = names.get(i, (i + 1, ""))
        old = source.words[i:end]
        new = old
        if label in others:
            key = (label, *old)
            if key not in chosen:
                chosen[key] = another(old, others[label], label, chance)
            new = chosen[key]
        e.words += new
        e.spaces += [True] * (len(new) - 1) + [source.spaces[end - 1]]
        e.paragraphs += [source.paragraphs[i]] + [False] * (len(new) - 1)
        e.names += bioes(len(new), [(0, len(new), label)]) if label else [source.names[i]]
        i = end
    return e


CUT, _HYPHEN = 0.7, re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])")
"""Share of documents in which hyphenated words are cut; where."""


def hyphens_apart(source: Example, chance: random.Random) -> Example:
    """A copy of an example with names in which "Yong-chol" is three words, as for the product's tokenizer.

    For the same sets as `renamed`. Whole stays what CoNLL-2003 calls MISC ("Moscow-based").
    """
    if chance.random() >= CUT:
        return source
    e = Example(source.origin, [], [], [])
    at: list[int] = []
    for word, tag, space, paragraph in zip(
        source.words, source.names, source.spaces, source.paragraphs, strict=True
    ):
        parts = [word] if tag.endswith("-MISC") else _HYPHEN.split(word)
        at.append(len(e.words))
        e.words += parts
        e.spaces += [False] * (len(parts) - 1) + [space]
        e.paragraphs += [paragraph] + [False] * (len(parts) - 1)
    at.append(len(e.words))
    e.starts = [at[start] for start in source.starts]
    names = [(at[start], at[end], label) for start, end, label in from_bioes(source.names)]
    e.names = bioes(len(e.words), names)
    return e


def from_bioes(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open spans of BIOES tags."""
    return from_bio([t.replace("S-", "B-").replace("E-", "I-") for t in tags])


def another(old: list[str], others: list[str], label: str, chance: random.Random) -> list[str]:
    """Another name's words in the letter case of `old`, or `old` itself; for a surname a surname."""
    if chance.random() >= RENAMED:
        return old
    new = chance.choice(others).replace("’", "'").split()
    if label == "PERSON" and len(old) == 1:
        new = new[-1:]
    if all(w.isupper() for w in old) and len("".join(old)) > 4:
        new = [w.upper() for w in new]
    return new
