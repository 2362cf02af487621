"""The network: a BERT encoder with letter shape and layout added at the input, and every head on it.

Shapes: B windows, L word pieces, H = 384. All heads read every piece; only the first piece of a word counts.
Piece 0 is [CLS] and stands for the root of a sentence, and for "no cue" of a link.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotate.features import LAYOUTS, SHAPES

LAYERS, HIDDEN, ATTENTION_HEADS, INNER = 6, 384, 12, 1536
ARC, LABEL, LINK = 256, 128, 96
MARK_TAGS = 15
"""O B I E S for source, cue and content."""


class Dropout(nn.Module):
    """One mask for all pieces of a window: cheap, and as good."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2], device=x.device, dtype=x.dtype)
        return x * mask.bernoulli_(1 - self.rate).div_(1 - self.rate)


class FusedAttention(torch.autograd.Function):
    """onnxruntime's own attention operator: what `Layer` exports in place of its matrix products."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return value.clone()

    @staticmethod
    def symbolic(g: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        found = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        found.setType(value.type())
        return found


class Layer(nn.Module):
    """One transformer layer, post-norm; attention as explicit matrix products (SDPA is slow on CPUs)."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(rate)
        self.fused = False

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        if self.fused:
            return self.after(x, FusedAttention.apply(*self.qkv(x).split(HIDDEN, dim=-1)))
        size = HIDDEN // ATTENTION_HEADS
        batch, length = x.shape[0], x.shape[1]
        query, key, value = (
            t.reshape(batch, length, ATTENTION_HEADS, size).transpose(1, 2)
            for t in self.qkv(x).split(HIDDEN, dim=-1)
        )
        with torch.autocast(x.device.type, enabled=False):
            scores = (query * (1 / math.sqrt(size))) @ key.transpose(-1, -2) + bias.to(query.dtype)
            mixed = (torch.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(batch, length, HIDDEN)
        return self.after(x, mixed)

    def after(self, x: Tensor, mixed: Tensor) -> Tensor:
        """The rest of the layer, from what attention gave."""
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Net(nn.Module):
    """`forward` gives a dict of scores: see `onrecord.annotate.network.OUTPUTS` for the exported names."""

    def __init__(self, upos: int, feats: int, deprels: int, names: int, rate: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        self.layout = nn.Embedding(LAYOUTS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(rate) for _ in range(LAYERS))
        self.drop = Dropout(rate)
        self.upos = nn.Linear(HIDDEN, upos)
        self.feats = nn.Linear(HIDDEN, feats)
        self.start = nn.Linear(HIDDEN, 1)
        self.names1, self.names2 = nn.Linear(HIDDEN, 256), nn.Linear(256, names)
        self.marks1, self.marks2 = nn.Linear(HIDDEN, 256), nn.Linear(256, MARK_TAGS)
        self.arc_in = nn.Linear(HIDDEN, 2 * ARC)
        self.arc_out = nn.Linear(ARC, ARC)
        self.label_in = nn.Linear(HIDDEN, 2 * LABEL)
        self.label_out = nn.Linear(2 * LABEL, deprels)
        self.link_in = nn.Linear(HIDDEN, 3 * LINK)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.layout.weight)
        self.word.weight.requires_grad_(False)

    def encode(self, ids: Tensor, shapes: Tensor, layouts: Tensor, mask: Tensor | None) -> Tensor:
        """Hidden states [B, L, H]; `mask` [B, L] is 1 on pieces and 0 on padding."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(positions) + self.shape(shapes) + self.layout(layouts) + self.kind
        x = self.drop(self.norm(x))
        if torch.is_autocast_enabled(x.device.type):
            x = x.to(torch.bfloat16)
        bias = torch.zeros(1, device=x.device) if mask is None else (mask[:, None, None, :] - 1.0) * 1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def heads(self, x: Tensor) -> dict[str, Tensor]:
        """Scores of every piece."""
        arc_d, arc_h = F.leaky_relu(self.arc_in(x), 0.1).split(ARC, dim=-1)
        label_d, label_h = self.label_in(x).split(LABEL, dim=-1)
        link_s, link_c, link_q = self.link_in(x).split(LINK, dim=-1)
        to_cue = link_q.transpose(-1, -2) * (1 / math.sqrt(LINK))
        return {
            "upos": self.upos(x),
            "feats": self.feats(x),
            "start": self.start(x).squeeze(-1),
            "names": self.names2(F.leaky_relu(self.names1(x), 0.1)),
            "marks": self.marks2(F.leaky_relu(self.marks1(x), 0.1)),
            "arcs": self.arc_out(arc_d) @ arc_h.transpose(-1, -2) * (1 / math.sqrt(ARC)),
            "label_d": label_d,
            "label_h": label_h,
            "source_links": link_s @ to_cue,
            "content_links": link_c @ to_cue,
        }

    def labels(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Dependency label scores [N, labels] of N pairs from `label_d` and `label_h` rows."""
        return self.label_out(torch.cat([F.leaky_relu(dependents + heads, 0.1), dependents * heads], dim=-1))

    def forward(
        self, ids: Tensor, shapes: Tensor, layouts: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        return self.heads(self.encode(ids, shapes, layouts, mask))


def load_backbone(net: Net, folder: Path) -> None:
    """Copy the weights of all-MiniLM-L6-v2 into `net`."""
    found = load_file(folder / "model.safetensors")
    found = {k.removeprefix("bert."): v for k, v in found.items()}
    with torch.no_grad():
        net.word.weight.copy_(found["embeddings.word_embeddings.weight"])
        net.position.weight.copy_(found["embeddings.position_embeddings.weight"])
        net.kind.copy_(found["embeddings.token_type_embeddings.weight"][0])
        copy(net.norm, found, "embeddings.LayerNorm")
        for i, layer in enumerate(net.layers):
            at = f"encoder.layer.{i}."
            for field in ("weight", "bias"):
                parts = [found[f"{at}attention.self.{name}.{field}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, field).copy_(torch.cat(parts))
            copy(layer.out, found, at + "attention.output.dense")
            copy(layer.norm1, found, at + "attention.output.LayerNorm")
            copy(layer.inner, found, at + "intermediate.dense")
            copy(layer.outer, found, at + "output.dense")
            copy(layer.norm2, found, at + "output.LayerNorm")


def copy(module: nn.Module, found: dict[str, Tensor], name: str) -> None:
    """Copy one module's weight and bias."""
    module.weight.copy_(found[f"{name}.weight"])
    module.bias.copy_(found[f"{name}.bias"])
