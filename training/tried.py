"""Ways tried on an exported model without training it anew: `python -m training.tried`, for the card's table.

Each way is a change of input or decoding for the time of one measurement on the development parts. Prints
one line a way. Nothing here is part of the product.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate import features, load_annotator, reading, tags, windows
from onrecord.annotate.annotator import HOME
from onrecord.annotate.features import Pieces
from onrecord.annotate.network import Network
from onrecord.annotate.trees import Floats
from onrecord.records import Span
from training.evaluate import attribution, names, syntax, text_of
from training.prepare import Example, bioes, read_sets

REPOSITORY = Path(__file__).resolve().parents[1]
Sets = dict[str, list[Example]]


def measured(network: Network, dev: Sets) -> str:
    """The figures that a way could change."""
    parse = syntax(network, dev["ewt"], single=True)["LAS"]
    packed = syntax(network, dev["gum"], single=False)
    reuters = names(network, dev["conll"], single=True, conll=True)["F1"]
    politics = names(network, dev["crossner"], single=True)["F1"]
    return (
        f"EWT LAS {parse:.1f} GUM LAS {packed['LAS']:.1f} starts {packed['sentence starts F1']:.1f} "
        f"CoNLL {reuters:.1f} CrossNER {politics:.1f} {said(network, dev)}"
    )


def said(network: Network, dev: Sets) -> str:
    """The figures of attribution."""
    found = attribution(network, dev["polnear"])
    kept = ("source token F1", "cue token F1", "content token F1", "content exact F1", "whole attribution F1")
    return " ".join(f"{name.replace(' F1', '')} {found[name]:.1f}" for name in kept)


# --- Input --------------------------------------------------------------------------------------------------


def with_layout(change: Callable[[int], int]) -> AbstractContextManager[object]:
    """Every word's layout number changed: see `features.layouts`."""
    plain = features.layouts

    def changed(words: Sequence[str], spaces: Sequence[bool], paragraphs: Sequence[bool]) -> list[int]:
        return [change(x) for x in plain(words, spaces, paragraphs)]

    return patch.object(features, "layouts", changed)


def windows_anywhere() -> AbstractContextManager[object]:
    """Windows laid without regard to paragraphs."""
    plain = windows.place
    return patch.object(
        windows, "place", lambda offsets, paragraphs: plain(offsets, [False] * len(paragraphs))
    )


# --- Decoding -----------------------------------------------------------------------------------------------


def learnt_transitions(train: list[Example], role: str) -> NDArray[np.float64]:
    """[5, 5]: how much likelier a tag is after another than by itself, in logarithms; NEVER where illegal."""
    pairs = np.ones((5, 5))
    for e in train:
        spans: list[tuple[int, int, str]] = []
        for span in sorted({s for m in e.marked for s in getattr(m, role)}):
            if not spans or span[0] >= spans[-1][1]:
                spans.append((*span, "x"))
        path = ["OBIES".index(t[0]) for t in ["O", *bioes(len(e.words), spans), "O"]]
        np.add.at(pairs, (path[:-1], path[1:]), 1)
    conditional = pairs / pairs.sum(axis=1, keepdims=True)
    alone = pairs.sum(axis=0) / pairs.sum()
    return np.log(conditional / alone) + tags.transitions(1)


def best_path(scores: Floats, moves: NDArray[np.float64]) -> list[int]:
    """The sequence with the highest sum of scores and moves, from O to O."""
    total = moves[0] + scores[0]
    came = []
    for row in scores[1:]:
        options = total[:, None] + moves
        came.append(options.argmax(axis=0))
        total = options.max(axis=0) + row
    path = [int((total + moves[:, 0]).argmax())]
    for step in reversed(came):
        path.append(int(step[path[-1]]))
    return path[::-1]


def with_transitions(moves: dict[str, NDArray[np.float64]], share: float) -> AbstractContextManager[object]:
    """Spans of the roles in `moves` by a search that adds that share of them."""
    plain = reading.marked

    def marked(scores: Floats, role: str) -> list[tuple[int, int]]:
        if role not in moves:
            return plain(scores, role)
        own = scores.copy()
        own[:, [tags.B, tags.S]] += reading.READINESS[role]
        illegal = tags.transitions(1)
        path = np.asarray(best_path(own, np.where(illegal < 0, illegal, share * moves[role])))
        onehot = np.zeros_like(own)
        onehot[np.arange(len(path)), path] = 1
        return [(start, end) for start, end, _ in tags.spans(onehot, reading.MARKS)]

    return patch.object(reading, "marked", marked)


# --- Vocabulary ---------------------------------------------------------------------------------------------


def seen_pieces(pieces: Pieces, sets: Sets) -> Counter[int]:
    """How often each word piece occurs."""
    words = Counter(w for examples in sets.values() for e in examples for w in e.words)
    seen: Counter[int] = Counter()
    for word, times in words.items():
        for piece in pieces.of(word)[0]:
            seen[piece] += times
    return seen


@contextmanager
def pruned(network: Network, seen: Counter[int], *, again: bool) -> Iterator[None]:
    """Only the pieces in `seen` (and single characters): the rest unknown, or cut into smaller ones (`again`)."""
    plain = network.pieces
    if again:
        described = json.loads((HOME / "tokenizer.json").read_bytes())
        vocabulary = described["model"]["vocab"]
        described["model"]["vocab"] = {
            p: i for p, i in vocabulary.items() if i in seen or p[:1] == "[" or len(p.removeprefix("##")) == 1
        }
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(described, file)
            file.flush()
            network.pieces = Pieces(Path(file.name))
    else:
        network.pieces = Pieces(HOME / "tokenizer.json")
        of = network.pieces.of

        def known(word: str) -> tuple[tuple[int, ...], int]:
            ids, form = of(word)
            return tuple(i if i in seen else plain.unknown for i in ids), form

        network.pieces.of = known  # type: ignore[method-assign]
    try:
        yield
    finally:
        network.pieces = plain


# --- Cache --------------------------------------------------------------------------------------------------


def cache_share(texts: list[str]) -> str:
    """Processor seconds for articles with word pieces remembered and looked up anew."""
    annotator = load_annotator()

    def seconds(size: int) -> float:
        with patch.object(features, "CACHE_SIZE", size):
            start = time.process_time()
            for text in texts:
                annotator.annotate(text, [Span(0, len(text))])
            return time.process_time() - start

    seconds(features.CACHE_SIZE)
    kept, anew = seconds(features.CACHE_SIZE), seconds(0)
    return f"{kept:.2f} s with, {anew:.2f} s without"


def main() -> None:
    """Measure every way, or those whose names hold one of the words given."""
    parser = argparse.ArgumentParser(prog="python -m training.tried", description=__doc__)
    parser.add_argument("--work", type=Path, default=REPOSITORY / "build/training")
    parser.add_argument("ways", nargs="*", help="parts of names")
    asked = parser.parse_args()
    network = Network(HOME)
    train, dev = read_sets(asked.work / "train.msgpack"), read_sets(asked.work / "dev.msgpack")
    moves = {role: learnt_transitions(train["polnear"], role) for role in reading.ROLES}
    seen = seen_pieces(network.pieces, train)
    on_dev = seen_pieces(network.pieces, dev)
    content = {"content": moves["content"]}
    ways: dict[str, Callable[[], AbstractContextManager[object]]] = {
        "as shipped": nullcontext,
        "no quotation marks in the layout": lambda: with_layout(lambda x: x % 3),
        "no paragraph edges in the layout": lambda: with_layout(lambda x: x - (x % 3 == 2)),
        "no layout": lambda: with_layout(lambda x: 1),
        "windows anywhere": windows_anywhere,
        "vocabulary pruned, rest unknown": lambda: pruned(network, seen, again=False),
        "vocabulary pruned, rest cut smaller": lambda: pruned(network, seen, again=True),
        **{
            f"transitions of {name} {share}": lambda m=m, share=share: with_transitions(m, share)
            for name, m in (("content", content), ("all roles", moves))
            for share in (0.25, 0.5, 1.0)
        },
    }
    for name, way in ways.items():
        if not asked.ways or any(word in name for word in asked.ways):
            with way():
                found = said(network, dev) if "transitions" in name else measured(network, dev)
            print(f"{name}: {found}", flush=True)
    others = 100 * sum(n for piece, n in on_dev.items() if piece not in seen) / on_dev.total()
    print(
        f"word pieces: {len(seen)} in training; {others:.2f} % of those in the development parts are others"
    )
    print(f"cache: {cache_share([text_of(e)[0] for e in dev['polnear'][:40]])}")


if __name__ == "__main__":
    main()
