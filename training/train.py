"""Fine-tune every head at once, for a given number of minutes; resumable, seeded, a line of log a minute.

Each step draws one kind of batch (treebank, names, attribution) and fixed lengths, for varied shapes make
CPU kernels be built anew. The learning rate decays against the minutes, so a slower machine takes fewer
steps, not longer. Weights are averaged over the last part of training.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotate.features import Pieces, encode
from training.continued import load_exported
from training.net import Net, load_backbone
from training.noise import hyphens_apart, noisy, renamed
from training.prepare import IGNORED, Example, bioes, read_sets

PIECES = 2048
LENGTHS = (32, 64, 128, 256)
WARM_UP = 150
RATE_ENCODER, RATE_HEADS = 2.5e-4, 1.5e-3
CONTINUED = 0.6
"""Learning rates of training that goes on from an exported model, as a share of those from the backbone."""
SHARES = {"syntax": 0.40, "names": 0.22, "attribution": 0.38}
WEIGHTS = {
    "arcs": 1.0,
    "labels": 1.0,
    "upos": 0.5,
    "feats": 0.5,
    "start": 0.3,
    "names": 1.0,
    "gum_names": 0.5,
    "marks": 1.0,
    "links": 0.3,
}
AVERAGE_FROM = 0.75
NO = -100
CROSSNER_COPIES = 8


@dataclass
class Window:
    """Features and targets of one window, one entry a piece; `NO` where a target is unknown."""

    ids: np.ndarray
    shapes: np.ndarray
    layouts: np.ndarray
    targets: dict[str, np.ndarray]


class Maker:
    """Examples → windows → batches."""

    def __init__(
        self,
        pieces: Pieces,
        labels: dict[str, list[str]],
        other_names: dict[str, list[str]],
        chance: random.Random,
    ) -> None:
        self.pieces, self.other_names, self.chance = pieces, other_names, chance
        self.index = {k: {t: i for i, t in enumerate(v)} for k, v in labels.items()}

    def document(self, source: Example) -> tuple[Example, dict[str, np.ndarray], list[int]]:
        """Word-level targets of a document (made noisy), and its sentence starts."""
        if source.names and not source.upos:
            source = hyphens_apart(renamed(source, self.other_names, self.chance), self.chance)
        e = noisy(source, self.chance)
        n = len(e.words)
        t: dict[str, np.ndarray] = {}
        if e.upos:
            t["upos"] = np.array([self.index["upos"].get(x, NO) for x in e.upos])
            t["feats"] = np.array([self.index["feats"].get(x, NO) for x in e.feats])
            t["deprel"] = np.array([self.index["deprel"].get(x, NO) for x in e.deprels])
            t["head"] = np.array(e.heads)
        if e.starts:
            t["start"] = np.zeros(n, dtype=np.int64)
            t["start"][e.starts] = 1
            t["sentence"] = np.cumsum(t["start"])
        if e.names:
            t["names"] = np.array([NO if x == IGNORED else self.index["names"][x] for x in e.names])
        if e.attribution:
            self.attribution(e, t)
        return e, t, e.starts

    def attribution(self, e: Example, t: dict[str, np.ndarray]) -> None:
        n = len(e.words)
        for role in ("source", "cue", "content"):
            flat: list[tuple[int, int, str]] = []
            for span in sorted({s for m in e.marked for s in getattr(m, role)}):
                if not flat or span[0] >= flat[-1][1]:
                    flat.append((*span, "x"))
            t[role] = np.array(["OBIES".index(tag[0]) for tag in bioes(n, flat)])
            for start, end in e.ignored:
                t[role][start:end] = NO
        for role in ("source", "content"):
            link = np.full(n, NO)
            for m in e.marked:
                for start, end in getattr(m, role):
                    link[start] = link[end - 1] = m.cue[0][0]
            t[f"{role}_link"] = link

    def window(
        self, words: range, e: Example, t: dict[str, np.ndarray], feats: object, length: int
    ) -> Window:
        """Words `words` of a document as a window of `length` pieces, [CLS] first and [SEP] last."""
        offsets = feats.offsets
        a, b = int(offsets[words.start]), int(offsets[words.stop])
        ids = np.zeros(length, dtype=np.int64)
        shapes, layouts = np.zeros_like(ids), np.zeros_like(ids)
        ids[0], ids[b - a + 1] = self.pieces.start, self.pieces.end
        ids[1 : b - a + 1] = feats.ids[a:b]
        shapes[1 : b - a + 1] = feats.shapes[a:b]
        layouts[1 : b - a + 1] = feats.layouts[a:b]
        at = offsets[words.start : words.stop] - a + 1
        targets: dict[str, np.ndarray] = {}
        for name, values in t.items():
            own = values[words.start : words.stop]
            full = np.full(length, NO, dtype=np.int64)
            if name == "head":
                inside = (own >= words.start) & (own < words.stop)
                place = at[np.clip(own - words.start, 0, len(words) - 1)]
                full[at] = np.where(own == np.arange(words.start, words.stop), 0, np.where(inside, place, NO))
            elif name.endswith("_link"):
                inside = (own >= words.start) & (own < words.stop)
                place = at[np.clip(own - words.start, 0, len(words) - 1)]
                full[at] = np.where(own == NO, NO, np.where(inside, place, 0))
            else:
                full[at] = own
            targets[name] = full
        return Window(ids, shapes, layouts, targets)

    def windows(self, source: Example) -> Iterator[Window]:
        """Windows that cover a document once: sentence by sentence, or packed to a whole or half window."""
        e, t, starts = self.document(source)
        if not e.words:
            return
        feats = encode(self.pieces, e.words, e.spaces, e.paragraphs)
        n = len(e.words)
        if starts and self.chance.random() < 0.4:
            for start, end in zip(starts, [*starts[1:], n], strict=True):
                size = int(feats.offsets[end] - feats.offsets[start]) + 2
                if size <= LENGTHS[-1]:
                    fit = next(x for x in LENGTHS if size <= x)
                    own = {k: v for k, v in t.items() if k != "start"}
                    yield self.window(range(start, end), e, own, feats, fit)
            return
        length = LENGTHS[-1] if e.attribution or self.chance.random() < 0.8 else LENGTHS[-2]
        at = 0
        if e.attribution or self.chance.random() < 0.5:
            at = -self.chance.randrange(150)
        edges = set(starts)
        while at < n:
            start = max(at, 0)
            room = int(feats.offsets[start]) + length - 2 - (0 if at >= 0 else 1) * self.chance.randrange(100)
            end = int(np.searchsorted(feats.offsets, room, side="right")) - 1
            end = max(end, start + 1)
            if edges and end < n:
                end = next((k for k in range(end, start, -1) if k in edges), end)
            if feats.offsets[end] - feats.offsets[start] <= length - 2:
                yield self.window(range(start, end), e, t, feats, length)
            at = end


def stack(windows: list[Window]) -> dict[str, Tensor]:
    """Windows of one length as tensors."""
    batch = {
        k: torch.from_numpy(np.stack([getattr(w, k) for w in windows])) for k in ("ids", "shapes", "layouts")
    }
    for name in windows[0].targets:
        if all(name in w.targets for w in windows):
            batch[name] = torch.from_numpy(np.stack([w.targets[name] for w in windows]))
    return batch


def batches(maker: Maker, examples: list[Example], origin_merged: bool) -> Iterator[dict[str, Tensor]]:
    """Endless batches of `PIECES` pieces from shuffled examples."""
    waiting: dict[tuple[int, bool, bool, bool], list[Window]] = {}
    while True:
        order = list(examples)
        maker.chance.shuffle(order)
        for example in order:
            for w in maker.windows(example):
                merged = origin_merged and example.origin == "conll"
                key = (len(w.ids), "start" in w.targets, "names" in w.targets, merged)
                pool = waiting.setdefault(key, [])
                pool.append(w)
                if len(pool) * key[0] >= 3 * PIECES:
                    maker.chance.shuffle(pool)
                    size = PIECES // key[0]
                    batch, waiting[key] = stack(pool[:size]), pool[size:]
                    if merged:
                        batch["merged"] = torch.ones(1)
                    yield batch


def cross_entropy(scores: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, -2), target.flatten(), ignore_index=NO)


def losses(net: Net, batch: dict[str, Tensor], labels: dict[str, list[str]]) -> dict[str, Tensor]:
    """Every loss that the batch has targets for."""
    mask = (batch["ids"] != 0).float()
    out = net(batch["ids"], batch["shapes"], batch["layouts"], mask)
    found: dict[str, Tensor] = {}
    if "upos" in batch:
        found["upos"] = cross_entropy(out["upos"], batch["upos"])
        found["feats"] = cross_entropy(out["feats"], batch["feats"])
        sentence = batch["sentence"]
        allowed = sentence[:, :, None] == sentence[:, None, :]
        allowed[:, :, 0] = True
        scores = out["arcs"].float().masked_fill(~allowed, -1e4)
        found["arcs"] = cross_entropy(scores, batch["head"])
        rows = (batch["head"] >= 0) & (batch["deprel"] >= 0)
        b, i = rows.nonzero(as_tuple=True)
        scores = net.labels(out["label_d"][b, i], out["label_h"][b, batch["head"][b, i]])
        found["labels"] = F.cross_entropy(scores.float(), batch["deprel"][b, i])
    if "start" in batch:
        known = batch["start"] >= 0
        found["start"] = F.binary_cross_entropy_with_logits(
            out["start"].float()[known], batch["start"][known].float()
        )
    if "names" in batch:
        scores = out["names"].float()
        if "merged" in batch:
            scores = merge_events(scores, labels["names"])
        name = "gum_names" if "upos" in batch else "names"
        found[name] = cross_entropy(scores, batch["names"])
    if "cue" in batch:
        marks = out["marks"].float().unflatten(-1, (3, 5))
        found["marks"] = sum(
            cross_entropy(marks[:, :, i], batch[r]) for i, r in enumerate(("source", "cue", "content"))
        )
        words = batch["cue"] != NO
        words[:, 0] = True
        links = []
        for role in ("source", "content"):
            target = batch[f"{role}_link"]
            b, i = (target != NO).nonzero(as_tuple=True)
            if len(b):
                scores = out[f"{role}_links"][b, i].float().masked_fill(~words[b], -1e4)
                links.append(F.cross_entropy(scores, target[b, i]))
        if links:
            found["links"] = sum(links)
    return found


def merge_events(scores: Tensor, names: list[str]) -> Tensor:
    """CoNLL-2003 files events under MISC: either is right there."""
    events = [i for i, n in enumerate(names) if n.endswith("-EVENT")]
    others = [names.index(names[i].replace("EVENT", "MISC")) for i in events]
    merged = scores.clone()
    merged[..., others] = torch.logaddexp(scores[..., others], scores[..., events])
    merged[..., events] = -1e4
    return merged


def schedule(step: int, progress: float) -> float:
    """Warm-up by steps, then linear decay by the share of the minutes that is spent."""
    return min(1.0, (step + 1) / WARM_UP) * max(0.0, 1.0 - progress)


def number_type(device: torch.device) -> torch.dtype:
    """bfloat16 where the processor has it; elsewhere it is emulated, some seventy times slower than float32."""
    fast = (
        device.type == "cuda" or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    )
    return torch.bfloat16 if fast else torch.float32


def train(
    prepared: Path, backbone: Path, out: Path, *, minutes: float, seed: int = 7, workers: int = 2,
    start: Path | None = None,
) -> None:  # fmt: skip
    """Train for `minutes` and leave `out/final.pt`; an interrupted run goes on from `out/checkpoint.pt`.

    `start` is the folder of an exported model whose weights to begin from, instead of the backbone's.

    On a CPU, `workers` processes of one thread each train the same weights in shared memory without waiting
    for each other ("Hogwild"): on a machine that others use, too, threads would spend their time at barriers.
    """
    out.mkdir(parents=True, exist_ok=True)
    labels = msgspec.json.decode((prepared / "labels.json").read_bytes(), type=dict[str, list[str]])
    torch.manual_seed(seed)
    net = Net(len(labels["upos"]), len(labels["feats"]), len(labels["deprel"]), len(labels["names"]))
    load_backbone(net, backbone)
    if start is not None:
        load_exported(net, start, labels)
    pace = 1.0 if start is None else CONTINUED
    if torch.cuda.is_available():
        work(0, net.to("cuda"), labels, prepared, backbone, out, minutes, seed, pace)
        return
    if (out / "checkpoint.pt").exists():
        net.load_state_dict(torch.load(out / "checkpoint.pt", weights_only=True)["net"])
    net.share_memory()
    others = [
        torch.multiprocessing.get_context("spawn").Process(
            target=work, args=(k, net, labels, prepared, backbone, out, minutes, seed, pace)
        )
        for k in range(1, workers)
    ]
    for other in others:
        other.start()
    work(0, net, labels, prepared, backbone, out, minutes, seed, pace)
    for other in others:
        other.join()


def optimizer_of(net: Net) -> torch.optim.Optimizer:
    """AdamW; the pretrained weights learn slowly, the new ones fast."""
    pretrained = ("layers", "norm", "position", "kind")
    groups: dict[bool, list[nn.Parameter]] = {True: [], False: []}
    for name, parameter in net.named_parameters():
        if parameter.requires_grad:
            groups[name.split(".")[0] in pretrained].append(parameter)
    return torch.optim.AdamW(
        [{"params": groups[True], "lr": RATE_ENCODER, "base": RATE_ENCODER},
         {"params": groups[False], "lr": RATE_HEADS, "base": RATE_HEADS}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip


def streams_of(sets: dict[str, list[Example]], maker: Maker) -> dict[str, Iterator[dict[str, Tensor]]]:
    """Endless batches of each kind."""
    return {
        "syntax": batches(maker, sets["ewt"] + sets["gum"] + sets["newswire"], False),
        "names": batches(maker, sets["conll"] + CROSSNER_COPIES * sets["crossner"], True),
        "attribution": batches(maker, sets["polnear"], False),
    }


def work(worker: int, net: Net, labels: dict[str, list[str]], prepared: Path, backbone: Path, out: Path,
         minutes: float, seed: int, pace: float) -> None:  # fmt: skip
    """The loop of one process. Worker 0 logs, averages and saves. `pace` multiplies the learning rates."""
    torch.set_num_threads(1)
    device = net.word.weight.device
    numbers = number_type(device)
    optimizer = optimizer_of(net)
    step, spent, averaged, average = 0, 0.0, 0, None
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        optimizer.load_state_dict(state["optimizer"])
        step, spent, averaged, average = state["step"], state["spent"], state["averaged"], state["average"]
        if device.type == "cuda":
            net.load_state_dict(state["net"])
    chance = random.Random(f"{seed}/{step}/{worker}")
    torch.manual_seed(seed + step + 1_000_000 * worker)
    other_names = msgspec.json.decode((prepared / "other-names.json").read_bytes(), type=dict[str, list[str]])
    maker = Maker(Pieces(backbone / "tokenizer.json"), labels, other_names, chance)
    streams = streams_of(read_sets(prepared / "train.msgpack"), maker)
    net.train()
    sums: dict[str, list[float]] = {}
    said = saved = begun = time.monotonic()
    before = spent
    pieces = 0
    while spent < minutes:
        progress = spent / minutes
        kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
        batch = {k: v.to(device) for k, v in next(streams[kind]).items()}
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * pace * schedule(step, progress)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=numbers is torch.bfloat16):
            found = losses(net, batch, labels)
        total = sum(WEIGHTS[k] * v for k, v in found.items())
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        step += 1
        now = time.monotonic()
        spent = before + (now - begun) / 60
        if worker:
            continue
        pieces += batch["ids"].numel()
        for k, v in found.items():
            sums.setdefault(k, []).append(float(v.detach()))
        if progress > AVERAGE_FROM and step % 10 == 0:
            averaged, average = add_to_average(net, averaged, average)
        if now - said > 60 or spent >= minutes:
            line = " ".join(f"{k} {np.mean(v):.3f}" for k, v in sorted(sums.items()))
            rate = pieces / (now - said)
            at = f"{time.strftime('%H:%M:%S')} step {step} {spent:.1f}/{minutes} min"
            print(f"{at} {rate:.0f} pieces/s {line}", flush=True)
            said, pieces, sums = now, 0, {}
        if now - saved > 180:
            saved = now
            save(checkpoint, {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "step": step,
                              "spent": spent, "averaged": averaged, "average": average})  # fmt: skip
    if not worker:
        save(
            out / "final.pt",
            {"net": average or net.state_dict(), "last": net.state_dict(), "labels": labels, "steps": step},
        )
        checkpoint.unlink(missing_ok=True)


def add_to_average(
    net: Net, averaged: int, average: dict[str, Tensor] | None
) -> tuple[int, dict[str, Tensor]]:
    """The running mean of the weights."""
    state = net.state_dict()
    if average is None:
        return 1, {k: v.detach().clone().float() for k, v in state.items()}
    for name, value in state.items():
        average[name] += (value.float() - average[name]) / (averaged + 1)
    return averaged + 1, average


def save(path: Path, state: dict[str, object]) -> None:
    """Write whole or not at all."""
    torch.save(state, path.with_suffix(".tmp"))
    os.replace(path.with_suffix(".tmp"), path)
