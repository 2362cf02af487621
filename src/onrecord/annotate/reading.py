"""Words of a text → their annotation, from overlapping windows of the network."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import numpy as np

from onrecord.annotate import tags, trees, windows
from onrecord.annotate.features import Encoded, Ints, encode
from onrecord.annotate.network import Network, Scores

LONGEST_SENTENCE = 240
"""Word pieces of a sentence; a longer one is cut where a start is likeliest, so that it fits a window."""

NAMES = tags.transitions(5)
MARKS = tags.transitions(1)
ROLES = ("source", "cue", "content")
READINESS = {"source": 1.0, "cue": 1.5, "content": 0.0}
"""Added to the scores of a span's beginning: above 0 finds more spans, of which fewer are right. Chosen by
F1 on PolNeAR's development part."""
SHARING = 6.0
"""How much worse than a source's best cue another cue may score that has no source of its own, and still
share it ("he said ..., adding ...")."""

PORTION = 10_000
"""Words read at once: what windows answer is kept until their end, some 10 kB a word."""

WordSpan = tuple[int, int]


class Reading(msgspec.Struct, frozen=True):
    """What the model says of n words; heads index words, a root's head is itself; spans are half-open."""

    starts: list[int]
    upos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[tuple[int, int, str]]
    marks: dict[str, list[WordSpan]]
    contents: dict[WordSpan, list[WordSpan]]
    """Each cue that has any → its content."""
    sources: dict[WordSpan, WordSpan]
    """Each cue that has one → its source."""
    lemmas: list[str] | None = None
    """As a spaCy pipeline gives them; None: by `lemmas.lemma`."""


def read(
    network: Network,
    words: Sequence[str],
    spaces: Sequence[bool],
    paragraphs: Sequence[bool],
    starts: Sequence[int] | None = None,
) -> Reading:
    """Annotate `words`. `spaces`: a gap follows; `paragraphs`: begins a paragraph, and so a sentence.

    With `starts`, sentences begin there and nowhere else. A text of more than `PORTION` words is read in
    portions that know nothing of each other, which bounds memory.
    """
    found = Reading([], [], [], [], [], [], {role: [] for role in ROLES}, {}, {})
    for a, b in portions(paragraphs):
        own = None if starts is None else [s - a for s in starts if a <= s < b]
        append(found, read_portion(network, words[a:b], spaces[a:b], paragraphs[a:b], own), a)
    return found


def portions(paragraphs: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Word ranges of at most `PORTION` words; each but the first begins at the last paragraph that lets the
    one before it be at least half as long as it may, or else anywhere.
    """
    start, count = 0, len(paragraphs)
    while count - start > PORTION:
        latest = start + PORTION
        end = next((i for i in range(latest, latest - PORTION // 2, -1) if paragraphs[i]), latest)
        yield start, end
        start = end
    if start < count:
        yield start, count


def append(found: Reading, more: Reading, at: int) -> None:
    """Add the reading of a portion that begins at word `at` to that of what is before it."""

    def moved(span: WordSpan) -> WordSpan:
        return span[0] + at, span[1] + at

    found.starts.extend(start + at for start in more.starts)
    found.upos.extend(more.upos)
    found.feats.extend(more.feats)
    found.heads.extend(head + at for head in more.heads)
    found.deprels.extend(more.deprels)
    found.names.extend((*moved((start, end)), label) for start, end, label in more.names)
    for role in ROLES:
        found.marks[role].extend(map(moved, more.marks[role]))
    found.contents.update({moved(cue): [*map(moved, spans)] for cue, spans in more.contents.items()})
    found.sources.update({moved(cue): moved(source) for cue, source in more.sources.items()})


def read_portion(
    network: Network,
    words: Sequence[str],
    spaces: Sequence[bool],
    paragraphs: Sequence[bool],
    starts: Sequence[int] | None,
) -> Reading:
    """`read` of words that are few enough to be read at once, at least one."""
    count = len(words)
    features = encode(network.pieces, words, spaces, paragraphs)
    placed = windows.place(features.offsets, paragraphs)
    answers = [network.scores(features, w) for w in placed]
    owner = windows.owners(placed, count)
    rows = np.arange(count) - np.asarray([placed[k].start for k in owner])

    def merged(name: str) -> np.ndarray:
        parts = [getattr(answers[k], name)[rows[owner == k]] for k in range(len(placed))]
        return np.concatenate(parts)

    found = sentence_starts(features, merged("start"), paragraphs) if starts is None else list(starts)
    heads, deprels = parse(network, features, found, placed, answers)
    edges = list(zip(found, [*found[1:], count], strict=True))
    name_scores = merged("names")
    named = [
        (a + s, a + e, network.lists.names[1 + 4 * kind][2:])
        for a, b in edges
        for s, e, kind in tags.spans(name_scores[a:b], NAMES)
    ]
    mark_scores = merged("marks")
    marks = {role: marked(mark_scores[:, 5 * i : 5 * i + 5], role) for i, role in enumerate(ROLES)}
    contents, sources = link(marks, placed, answers, count)
    return Reading(
        starts=found,
        upos=[network.lists.upos[i] for i in merged("upos")],
        feats=[network.lists.feats[i] for i in merged("feats")],
        heads=heads,
        deprels=deprels,
        names=named,
        marks=marks,
        contents=contents,
        sources=sources,
    )


def sentence_starts(features: Encoded, scores: trees.Floats, paragraphs: Sequence[bool]) -> list[int]:
    """First words of sentences: paragraphs' starts, likely starts, and cuts in what is too long."""
    begins = (scores > 0) | np.asarray(paragraphs, dtype=bool)
    begins[0] = True
    found: list[int] = []
    edges = [*np.flatnonzero(begins).tolist(), len(scores)]
    for start, end in pairwise(edges):
        found.extend(cut(features.offsets, scores, start, end))
    return found


def cut(offsets: Ints, scores: trees.Floats, start: int, end: int) -> Iterator[int]:
    """Starts of the parts of one sentence."""
    yield start
    while offsets[end] - offsets[start] > LONGEST_SENTENCE:
        last = windows.last_word(offsets, start, LONGEST_SENTENCE)
        middle = start + 1 + (last - start) // 2
        start = middle + int(scores[middle : last + 1].argmax()) if middle <= last else last
        start = min(start, end - 1)
        yield start


def parse(
    network: Network, features: Encoded, starts: list[int], placed: list[range], answers: list[Scores]
) -> tuple[list[int], list[str]]:
    """Heads and labels, sentence by sentence, each from the window that shows most around it."""
    count = len(features.offsets) - 1
    heads = np.zeros(count, dtype=np.int64)
    dependents, governors = [], []
    for a, b in zip(starts, [*starts[1:], count], strict=True):
        index = windows.best(placed, range(a, b), count)
        if index is None:
            window = windows.around(features.offsets, range(a, b))
            answer = network.scores(features, window)
        else:
            window, answer = placed[index], answers[index]
        i, j = a - window.start, b - window.start
        columns = np.concatenate([[0], np.arange(i + 1, j + 1)])
        own = trees.tree(answer.arcs[i:j][:, columns])
        heads[a:b] = own + a
        dependents.append(answer.label_d[i:j])
        root = own == np.arange(b - a)
        governors.append(answer.label_h[np.where(root, 0, own + i + 1)])
    labels = network.labels(np.concatenate(dependents), np.concatenate(governors))
    return heads.tolist(), [
        "root" if heads[i] == i else network.lists.deprel[labels[i]] for i in range(count)
    ]


def marked(scores: trees.Floats, role: str) -> list[WordSpan]:
    """Spans of one role, from its [n, 5] scores."""
    own = scores.copy()
    own[:, [tags.B, tags.S]] += READINESS[role]
    return [(start, end) for start, end, _ in tags.spans(own, MARKS)]


def link(
    marks: dict[str, list[WordSpan]], placed: list[range], answers: list[Scores], count: int
) -> tuple[dict[WordSpan, list[WordSpan]], dict[WordSpan, WordSpan]]:
    """Each cue's contents and source.

    Every span goes to the cue that it scores best; of several sources a cue keeps the best. A cue left
    without a source takes the one that points to it nearly as much as to its own (see `SHARING`).
    """
    contents: dict[WordSpan, list[WordSpan]] = {}
    for span in marks["content"]:
        scores = cue_scores("content", span, marks["cue"], placed, answers, count)
        if scores:
            contents.setdefault(max(scores, key=lambda c: (scores[c], -c[0])), []).append(span)
    sources: dict[WordSpan, WordSpan] = {}
    strength: dict[WordSpan, float] = {}
    gaps: list[tuple[float, WordSpan, WordSpan]] = []
    for span in marks["source"]:
        scores = cue_scores("source", span, marks["cue"], placed, answers, count)
        if not scores:
            continue
        top = max(scores, key=lambda c: (scores[c], -c[0]))
        if top not in strength or scores[top] > strength[top]:
            sources[top], strength[top] = span, scores[top]
        gaps.extend((scores[top] - score, span, cue) for cue, score in scores.items() if cue in contents)
    for gap, span, cue in sorted(gaps):
        if gap <= SHARING:
            sources.setdefault(cue, span)
    return contents, sources


def cue_scores(
    role: str,
    span: WordSpan,
    cues: list[WordSpan],
    placed: list[range],
    answers: list[Scores],
    count: int,
) -> dict[WordSpan, float]:
    """How strongly a span points to each cue, in the window that shows most around the span."""
    index = windows.best(placed, range(*span), count)
    if index is None:
        index = windows.best(placed, range(span[0], span[0] + 1), count)
    assert index is not None, "windows cover every word"
    window = placed[index]
    rows = getattr(answers[index], f"{role}_links")
    both = rows[span[0] - window.start] + rows[min(span[1], window.stop) - 1 - window.start]
    near = cues[bisect_left(cues, (window.start, 0)) : bisect_left(cues, (window.stop, 0))]
    return {c: float(both[c[0] - window.start + 1]) for c in near}
