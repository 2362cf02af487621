"""Texts made to hurt: each ends soon, as an empty result or as a refusal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OPENING = "The minister met his counterpart in Oslo on Monday.\n"

TEXTS = {
    "one-word": OPENING + "a" * 30_000,
    "marks": OPENING + "!?." * 5_000,
    "emoji": OPENING + "\N{GRINNING FACE}" * 5_000,
    "brackets": OPENING + "([{" * 3_000,
    "quotes": OPENING + "“" * 3_000,
    "blank": OPENING + " \t\n" * 5_000,
    "address": OPENING + "a.b@c." * 3_000,
    "digits": OPENING + "2025-" * 3_000,
    "scripts": OPENING + "мир世界سلام" * 1_000,
    "controls": OPENING + "\x1b[31m\x07\x00" * 500,
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_it_ends(onrecord: Callable[..., Any], tmp_path: Path, name: str) -> None:
    """Whatever follows a sentence: the text comes back unchanged, or one line says why not."""
    path = tmp_path / f"{name}.txt"
    path.write_text(TEXTS[name], encoding="utf-8", newline="")
    done = onrecord("read", path, "--format", "jsonl")
    if done.status == 0:
        assert json.loads(done.out)["text"] == TEXTS[name]
    else:
        assert (done.status, done.err.count("\n")) == (1, 1)
        assert str(path) in done.err
        assert "bug of onrecord" not in done.err
