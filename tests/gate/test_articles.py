"""Real articles with hand-made gold, where they lie beside the checkout, our own examples and our short articles."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from onrecord.pipeline import Reader, take_in
from onrecord.records import Article
from onrecord.settings import Settings

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score_articles.py"

# (group, figure): floor. Measured with the shipped model; only ever raised.
FLOORS: dict[str, dict[tuple[str, str], float]] = {
    "samples": {
        ("engagements", "precision"): 0.84,
        ("engagements", "recall"): 0.95,
        ("engagements", "complete"): 0.61,
        ("attributes", "status"): 0.90,
        ("attributes", "when"): 0.85,
        ("attributes", "place"): 0.95,
        ("attributes", "participants_f1"): 0.96,
        ("attributes", "counts"): 0.80,
        ("attributes", "sources_recall"): 0.90,
        ("attributes", "sources_precision"): 0.90,
        ("attributions", "recall"): 0.95,
        ("attributions", "source_right"): 0.92,
        ("findings", "recall"): 1.0,
        ("document", "right"): 0.90,
        ("boilerplate", "kept_out"): 0.90,
        ("boilerplate", "evidence_kept"): 1.0,
    },
    "dev": {
        ("engagements", "precision"): 0.835,
        ("engagements", "f1"): 0.795,
        ("engagements", "complete"): 0.56,
        ("attributes", "status"): 0.96,
        ("attributes", "participants_f1"): 0.92,
        ("attributes", "sources_recall"): 0.76,
        ("attributes", "sources_precision"): 0.75,
        ("attributions", "recall"): 0.95,
    },
}

# as above, of the short articles beside this file
SHORT: dict[tuple[str, str], float] = {
    ("engagements", "precision"): 0.8,
    ("engagements", "recall"): 0.545,
    ("engagements", "complete"): 0.39,
    ("attributes", "status"): 0.94,
    ("attributes", "status_not_happened"): 0.855,
    ("attributes", "when"): 0.9,
    ("attributes", "place"): 0.83,
    ("attributes", "participants_f1"): 0.93,
    ("attributes", "counts"): 0.67,
    ("attributes", "sources_recall"): 0.89,
    ("attributes", "sources_precision"): 0.69,
    ("attributions", "recall"): 0.96,
    ("attributions", "source_right"): 0.91,
    ("findings", "recall"): 0.5,
    ("document", "right"): 0.96,
    ("boilerplate", "kept_out"): 0.82,
    ("boilerplate", "evidence_kept"): 1.0,
}


def scorer() -> ModuleType:
    """The scorer of the founders, which lies beside the articles."""
    spec = importlib.util.spec_from_file_location("score_articles", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(reader: Reader, folder: Path, gold: Path, tmp_path: Path) -> dict[str, Any]:
    """The scorer's figures for the articles of a folder."""
    items = [item for item in take_in([str(folder)], Settings()) if isinstance(item, Article)]
    read = tmp_path / "read.jsonl"
    read.write_bytes(b"\n".join(msgspec.json.encode(digest) for digest in reader.digests(items)))
    figures: dict[str, Any] = scorer().score(gold, read, False)
    return figures


def too_low(found: dict[str, Any], floors: dict[tuple[str, str], float]) -> dict[str, float]:
    """The figures that lie below their floors."""
    return {
        f"{group}.{key}": found[group][key]
        for (group, key), floor in floors.items()
        if found[group][key] < floor
    }


@pytest.mark.gate
@pytest.mark.skipif(not SCORER.exists(), reason="the articles are not beside this checkout")
@pytest.mark.parametrize("name", FLOORS)
def test_real_articles(name: str, reader: Reader, tmp_path: Path) -> None:
    """Every figure of the real articles stays above its floor."""
    found = scores(reader, SHARED / name / "articles", SHARED / name / "gold", tmp_path)
    below = too_low(found, FLOORS[name])
    assert below == {}, json.dumps(below)


@pytest.mark.gate
@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside this checkout")
def test_examples(reader: Reader, tmp_path: Path) -> None:
    """The examples of this project are read at least as well as before."""
    found = scores(reader, ROOT / "examples" / "articles", ROOT / "examples" / "gold", tmp_path)
    assert found["engagements"]["f1"] >= 0.70, found["engagements"]
    assert found["attributes"]["status"] >= 0.92, found["attributes"]


@pytest.mark.gate
@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside this checkout")
def test_short_articles(reader: Reader, tmp_path: Path) -> None:
    """Every figure of the short articles stays above its floor, and the checks raise no false alarm."""
    here = Path(__file__).parent
    found = scores(reader, here / "articles", here / "gold", tmp_path)
    below = too_low(found, SHORT)
    assert below == {}, json.dumps(below)
    assert found["findings"]["others"] == 0, found["log"]
