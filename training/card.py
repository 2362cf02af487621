"""docs/model-card.md, from the figures that `evaluate` measures on the exported files."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.annotate.network import FILES, digest
from training.evaluate import Figures, figures

CARD = Path(__file__).with_name("card.md")
"""The words of the card; `{model}` and `{figures}` are filled in."""


def write(prepared: Path, model: Path, card: Path) -> None:
    """Measure the model in folder `model` and write the card; the figures go beside it as JSON, too."""
    measured = figures(prepared, model)
    (prepared / "figures.json").write_bytes(msgspec.json.format(msgspec.json.encode(measured)))
    size = sum((model / name).stat().st_size for name in FILES) / 1e6
    text = CARD.read_text(encoding="utf-8")
    text = text.replace("{model}", f"`onrecord-{digest(model)}`, {size:.1f} MB in {len(FILES)} files")
    text = text.replace("{processor}", processor())
    card.write_text(text.replace("{figures}", tables(measured)), encoding="utf-8")
    print(tables(measured))


def processor() -> str:
    """The processor measured on, and whether it multiplies 8-bit numbers in hardware (VNNI), as Linux tells."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    told = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    vnni = "with VNNI" if "vnni" in told.get("flags", "") else "without VNNI"
    return f"{told.get('model name', 'an unknown processor')}, {vnni}"


def tables(measured: dict[str, Figures]) -> str:
    """One line a set, its figures after it."""
    lines = ["| set | figures |", "|---|---|"]
    for name, values in measured.items():
        shown = " · ".join(f"{k} {v:,.0f}" if v > 1000 else f"{k} {v:.1f}" for k, v in values.items())
        lines.append(f"| {name} | {shown} |")
    return "\n".join(lines)
