"""Trained weights → the product's files: ONNX, int8, with label lists and tokenizer; and a parity check."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.annotate.network import OUTPUTS
from training.net import LABEL, Net

OPSET = 17


class Window(nn.Module):
    """One window: features of its pieces, and the first piece of every word (0, [CLS], before them)."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor, layouts: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        x = self.net.encode(ids, shapes, layouts, None)[:, words]
        found = {k: v[0] for k, v in self.net.heads(x).items()}
        found["upos"], found["feats"] = found["upos"].argmax(-1), found["feats"].argmax(-1)
        return tuple(found[name] for name in OUTPUTS)


class Labels(nn.Module):
    """The dependency label of each pair of a dependent's and a head's features."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        return self.net.labels(dependents, heads).argmax(-1)


def load(path: Path) -> tuple[Net, dict[str, list[str]]]:
    """The network that `train` left."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    labels = state["labels"]
    net = Net(len(labels["upos"]), len(labels["feats"]), len(labels["deprel"]), len(labels["names"]))
    net.load_state_dict(state["net"])
    return net.eval(), labels


def to_onnx(net: Net, folder: Path) -> tuple[Path, Path]:
    """fp32 files of the encoder and the label scorer."""
    ids = torch.randint(1000, 2000, (1, 24))
    zeros = torch.zeros_like(ids)
    encoder, labels = folder / "encoder32.onnx", folder / "labels32.onnx"
    for layer in net.layers:
        layer.fused = True
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        export_graph(Window(net), (ids, zeros, zeros, torch.arange(0, 20)), encoder, OUTPUTS, {
            "ids": {1: "pieces"}, "shapes": {1: "pieces"}, "layouts": {1: "pieces"}, "words": {0: "words"},
        })  # fmt: skip
        pairs = (torch.zeros(5, LABEL), torch.zeros(5, LABEL))
        axes = {"dependents": {0: "words"}, "heads": {0: "words"}}
        export_graph(Labels(net), pairs, labels, ("label",), axes)
    for layer in net.layers:
        layer.fused = False
    return encoder, labels


def export_graph(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    path: Path,
    outputs: tuple[str, ...],
    axes: dict[str, dict[int, str]],
) -> None:
    """One ONNX file, by the classic exporter; the inputs' names are the keys of `axes`."""
    torch.onnx.export(
        module, inputs, str(path), dynamo=False, opset_version=OPSET, custom_opsets={"com.microsoft": 1},
        input_names=list(axes), output_names=list(outputs), dynamic_axes=axes,
    )  # fmt: skip


def export(trained: Path, backbone: Path, out: Path, *, reduce_range: bool = True) -> None:
    """Write the four files of the model into `out`.

    `reduce_range` keeps weights to 7 bits: processors without VNNI add pairs of products in 16 bits, which
    8-bit weights can overflow.
    """
    net, labels = load(trained)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        encoder, scorer = to_onnx(net, Path(scratch))
        quantize_dynamic(
            encoder, out / "encoder.onnx", per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            weight_type=QuantType.QInt8, reduce_range=reduce_range,
            nodes_to_exclude=small_gathers(encoder), extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
        shutil.copy(scorer, out / "labels.onnx")
    (out / "labels.json").write_bytes(msgspec.json.encode(labels))
    shutil.copy(backbone / "tokenizer.json", out / "tokenizer.json")
    size = (out / "encoder.onnx").stat().st_size / 1e6
    print(f"encoder {size:.1f} MB; agreement with fp32: {parity(net, out)}")


def small_gathers(encoder: Path) -> list[str]:
    """Look-ups that stay fp32: all but that of word pieces."""
    graph = onnx.load(encoder).graph
    large = {t.name for t in graph.initializer if len(t.dims) == 2 and t.dims[0] > 10_000}
    return [n.name for n in graph.node if n.op_type == "Gather" and not large & set(n.input)]


def parity(net: Net, out: Path) -> str:
    """How far the quantised encoder's tags agree with the trained network's on arbitrary input."""
    from onnxruntime import InferenceSession

    session = InferenceSession(str(out / "encoder.onnx"), providers=["CPUExecutionProvider"])
    chance = np.random.default_rng(0)
    same: dict[str, list[float]] = {}
    for _ in range(10):
        ids = chance.integers(1996, 20000, (1, 120))
        inputs = {
            "ids": ids,
            "shapes": np.ones_like(ids),
            "layouts": np.ones_like(ids),
            "words": np.arange(0, 119),
        }
        found = dict(zip(OUTPUTS, session.run(OUTPUTS, inputs), strict=True))
        with torch.no_grad():
            exact = dict(
                zip(OUTPUTS, Window(net)(*(torch.from_numpy(v) for v in inputs.values())), strict=True)
            )
        for name in ("upos", "feats"):
            same.setdefault(name, []).append(float((found[name] == exact[name].numpy()).mean()))
        for name in ("names", "marks", "arcs"):
            same.setdefault(name, []).append(
                float((found[name].argmax(-1) == exact[name].numpy().argmax(-1)).mean())
            )
    return ", ".join(f"{k} {np.mean(v):.3f}" for k, v in same.items())
