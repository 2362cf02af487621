"""Near-copies: articles that print the same text, so that their own words are one origin and not several.

An article's sketch is a fixed sample of its five-word shingles, chosen by their hash alone: two texts that
share a share of their shingles share about that share of their sketches. Unlike MinHash it also tells how
much of a cut reprint stands in the full text, and the sketches of a whole ledger need one pass over an
inverted index.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import combinations, pairwise

from onrecord.records import Digest

WORDS = 5
"""Words in a shingle."""
KEPT = 4
"""One shingle in so many is kept."""
LEAST = 8
"""Shingles kept below which a text is too short to tell."""
COPIED = 0.5
"""Share of the shorter text that must stand in the longer one. Reports written apart share a few in a hundred
shingles (names, quotations); a story that was shortened and reworded in part still shares half."""
CUT = 0.4
"""Shortest length of a cut reprint, as a share of the longer text: a round-up is no copy of each of its
parts."""
CROWD = 64
"""Articles with one shingle up to which every pair counts it; beyond, only neighbours by id."""

_WORD = re.compile(r"\w+")
_PROSE = frozenset({"body", "standfirst"})

Sketch = tuple[int, ...]


def sketch(digest: Digest) -> Sketch:
    """The sketch of an article's body: 63-bit hashes in ascending order."""
    runs = [digest.text[block.start : block.end] for block in digest.blocks if block.kind in _PROSE]
    found = _WORD.findall(" ".join(runs or [digest.text]).casefold())
    shingles = {" ".join(found[i : i + WORDS]) for i in range(len(found) - WORDS + 1)}
    hashes = (int.from_bytes(blake2b(one.encode(), digest_size=8).digest()) >> 1 for one in shingles)
    return tuple(sorted(one for one in hashes if one % KEPT == 0))


def copies(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each article the first (by id) of those that print its text; itself where it stands alone."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article in sorted(sketches):
        if len(sketches[article]) >= LEAST:
            for shingle in sketches[article]:
                holders[shingle].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        shared.update(combinations(articles, 2) if len(articles) <= CROWD else pairwise(articles))
    first = {article: article for article in sorted(sketches)}
    for (one, other), number in sorted(shared.items()):
        short, long = sorted((len(sketches[one]), len(sketches[other])))
        if number >= COPIED * short and short >= CUT * long:
            _join(first, one, other)
    return {article: _root(first, article) for article in first}


def _root(first: dict[str, str], article: str) -> str:
    while first[article] != article:
        article = first[article]
    return article


def _join(first: dict[str, str], one: str, other: str) -> None:
    low, high = sorted((_root(first, one), _root(first, other)))
    first[high] = low


def voices(
    articles: Iterable[tuple[str, str | None, str | None, str | None, str | None]], same: Mapping[str, str]
) -> dict[str, str]:
    """For each article who speaks in it where nobody is cited, near-copies under one name.

    The voice of near-copies is the original outlet that most of them name, else the outlet of the one
    published first. An article of which no outlet is known speaks by its title, or its id.

    Args:
        articles: (id, outlet, original outlet, title, first possible day of publication) of each.
        same: result of `copies`; articles that are not in it stand alone.
    """
    clusters: dict[str, list[tuple[str, str | None, str | None, str | None, str | None]]] = defaultdict(list)
    for one in sorted(articles, key=lambda one: (one[4] or "", one[0])):
        clusters[same.get(one[0], one[0])].append(one)
    found: dict[str, str] = {}
    for members in clusters.values():
        named = Counter(original for _, _, original, _, _ in members if original)
        if named:
            voice = min(named, key=lambda name: (-named[name], name))
        else:
            voice = next((outlet for _, outlet, _, _, _ in members if outlet), "")
            voice = voice or next((title for _, _, _, title, _ in members if title), "") or members[0][0]
        found.update({one[0]: voice for one in members})
    return found
