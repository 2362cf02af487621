"""The shipped network: one ONNX file for the encoder and its heads, one for dependency labels.

One window a call: dynamic quantisation takes its ranges from a whole input, so a window that shared a
call with another would get other bits. One thread: processes are what runs in parallel.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime

from onrecord.annotate.features import Encoded, Ints, Pieces
from onrecord.annotate.trees import Floats
from onrecord.errors import DataError

OUTPUTS = (
    "upos", "feats", "start", "names", "marks", "arcs", "label_d", "label_h", "source_links", "content_links",
)  # fmt: skip
FILES = ("encoder.onnx", "labels.onnx", "labels.json", "tokenizer.json")


class LabelLists(msgspec.Struct, frozen=True):
    """What the heads choose from, by their index."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...]


class Scores(msgspec.Struct, frozen=True):
    """The network's answer for one window of n words.

    `upos`, `feats` [n] are indices; `start` [n], `names` [n, tags], `marks` [n, 15] (O B I E S of source,
    cue, content) are scores; `arcs` [n, n + 1] (column 0: root), `source_links` and `content_links`
    [n, n + 1] (column 0: no cue here) relate words; `label_d` [n, d] and `label_h` [n + 1, d] go into the
    label scorer.
    """

    upos: Ints
    feats: Ints
    start: Floats
    names: Floats
    marks: Floats
    arcs: Floats
    label_d: Floats
    label_h: Floats
    source_links: Floats
    content_links: Floats


class Network:
    """Loads the files of `folder`; raises DataError when they are missing or damaged."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise DataError(f"{folder}: no language model here, {', '.join(missing)} missing")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._encoder, self._labels = (
                onnxruntime.InferenceSession(
                    str(folder / name),
                    options,
                    providers=["CPUExecutionProvider"],
                    disabled_optimizers=["SkipLayerNormFusion"],  # the fused kernel is several times slower
                )
                for name in FILES[:2]
            )
            self.lists = msgspec.json.decode((folder / "labels.json").read_bytes(), type=LabelLists)
            self.pieces = Pieces(folder / "tokenizer.json")
        except Exception as error:  # onnxruntime and tokenizers raise types of their own
            raise DataError(f"{folder}: damaged language model: {error}") from error
        self.digest = digest(folder)

    def scores(self, features: Encoded, words: range) -> Scores:
        """Run the window of `words`."""
        first, last = int(features.offsets[words.start]), int(features.offsets[words.stop])
        heads = np.zeros(len(words) + 1, dtype=np.int64)
        heads[1:] = features.offsets[words.start : words.stop] - first + 1
        inputs = {
            "ids": framed(features.ids[first:last], self.pieces.start, self.pieces.end),
            "shapes": framed(features.shapes[first:last], 0, 0),
            "layouts": framed(features.layouts[first:last], 0, 0),
            "words": heads,
        }
        found = dict(zip(OUTPUTS, self._encoder.run(OUTPUTS, inputs), strict=True))
        return Scores(**{k: v if k == "label_h" else v[1:] for k, v in found.items()})

    def labels(self, dependents: Floats, heads: Floats) -> Ints:
        """Indices of dependency labels for pairs of rows of `label_d` and `label_h`."""
        found: Ints = self._labels.run(["label"], {"dependents": dependents, "heads": heads})[0]
        return found


def framed(values: Ints, first: int, last: int) -> Ints:
    """`values` between the marks of a window's edges, as a batch of one."""
    out = np.empty((1, len(values) + 2), dtype=np.int64)
    out[0, 0], out[0, 1:-1], out[0, -1] = first, values, last
    return out


def digest(folder: Path) -> str:
    """SHA-256 over all files of the model, the same on every machine; 16 hexadecimal digits of it."""
    found = hashlib.sha256()
    for name in FILES:
        found.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return found.hexdigest()[:16]
