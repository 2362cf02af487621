"""The weights of an exported model, back from its 8 bits: a start for training that goes on from what is shipped."""

from __future__ import annotations

from pathlib import Path

import msgspec
import onnx
import torch
from onnx import numpy_helper

from training.net import Net


def load_exported(net: Net, folder: Path, labels: dict[str, list[str]]) -> None:
    """Copy the weights of the model in `folder` into `net`.

    Quantisation loses at most half a step of 1/64 of each column's range, which training soon mends. Raises
    ValueError when the model's label lists are not `labels`, or a weight of `net` is not in the files.
    """
    if msgspec.json.decode((folder / "labels.json").read_bytes()) != labels:
        raise ValueError(f"{folder}: made for other labels; prepare again, or start from the backbone")
    found = {**weights(folder / "encoder.onnx"), **weights(folder / "labels.onnx")}
    missing = [name for name in net.state_dict() if name not in found]
    if missing:
        raise ValueError(f"{folder}: no weights for {', '.join(missing)}")
    net.load_state_dict({name: found[name] for name in net.state_dict()})


def weights(path: Path) -> dict[str, torch.Tensor]:
    """Every weight of one ONNX file under the network's own name for it."""
    graph = onnx.load(path).graph
    constants = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    found = {k.removeprefix("net."): v for k, v in constants.items() if k.startswith("net.")}
    for name in [k for k in found if k.endswith("_quantized")]:
        plain = name.removesuffix("_quantized")
        found[plain] = dequantized(constants, f"net.{plain}")
    for node in graph.node:
        if node.op_type in ("MatMulInteger", "MatMul") and node.input[1] in constants:
            module = ".".join(node.name.strip("/").split("/")[:-1])
            quantized = node.op_type == "MatMulInteger"
            weight = (
                dequantized(constants, node.input[1].removesuffix("_quantized"))
                if quantized
                else constants[node.input[1]]
            )
            found[f"{module}.weight"] = weight.T.contiguous()
    return found


def dequantized(constants: dict[str, torch.Tensor], name: str) -> torch.Tensor:
    """fp32 of an int8 weight with its scale and zero point, for the whole or for each column."""
    values = constants[f"{name}_quantized"].float() - constants[f"{name}_zero_point"].float()
    return values * constants[f"{name}_scale"]
