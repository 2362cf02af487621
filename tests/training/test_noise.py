"""Noise that the model is trained with."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training import noise
from training.prepare import Example, bioes, gum_names

WORDS = "Kim Yong-chol left Moscow-based TASS .".split()
NAMES = bioes(6, [(0, 2, "PERSON"), (3, 4, "MISC"), (4, 5, "ORG")])


def example() -> Example:
    """One sentence with names."""
    return Example("conll", list(WORDS), [True] * 6, [True] + [False] * 5, starts=[0], names=list(NAMES))


def test_hyphens_are_cut_inside_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the product's tokenizer does; what CoNLL-2003 calls MISC stays whole."""
    monkeypatch.setattr(noise, "CUT", 1.0)
    found = noise.hyphens_apart(example(), random.Random(0))
    assert found.words == "Kim Yong - chol left Moscow-based TASS .".split()
    assert found.names == bioes(8, [(0, 4, "PERSON"), (5, 6, "MISC"), (6, 7, "ORG")])
    assert found.spaces == [True, False, False, True, True, True, True, True]


def test_names_are_changed_alike_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same name becomes the same other name; layers stay as long as each other."""
    monkeypatch.setattr(noise, "RENAMED_DOCUMENTS", 1.0)
    monkeypatch.setattr(noise, "RENAMED", 1.0)
    twice = example()
    twice.words, twice.names = 2 * twice.words, 2 * twice.names
    twice.spaces, twice.paragraphs, twice.starts = 2 * twice.spaces, 2 * twice.paragraphs, [0, 6]
    found = noise.renamed(twice, {"PERSON": ["Ada Maria Lindqvist"]}, random.Random(0))
    assert " ".join(found.words).count("Ada Maria Lindqvist") == 2
    assert found.starts == [0, 7]
    assert len(found.words) == len(found.names) == len(found.spaces) == len(found.paragraphs)


@pytest.mark.parametrize("seed", range(20))
def test_noise_keeps_every_word(seed: int) -> None:
    """Marks, letter case and layout vary; the words stay as many as they were."""
    found = noise.noisy(example(), random.Random(seed))
    assert [w.lower() for w in found.words] == [w.lower() for w in WORDS]
    assert found.names == NAMES


def test_peoples_and_ideas_in_gum_are_left_open() -> None:
    """GUM calls "Americans" persons and has names of ideas, which other sets do otherwise: unknown."""
    e = Example("GUM_x", ["Americans", "like", "Zen", "."], [True] * 4, [True] + [False] * 3, starts=[0],
                upos=["PROPN", "VERB", "PROPN", "PUNCT"], feats=["Number=Plur", "_", "Number=Sing", "_"],
                heads=[1, 1, 1, 1], deprels=["nsubj", "root", "obj", "punct"])  # fmt: skip
    misc = ["Entity=(1-person)", "_", "Entity=(2-abstract)", "_"]
    assert gum_names(e, misc) == ["?", "O", "?", "O"]
