"""Quality floors of the shipped language model. They may only be raised.

Scored on every third document of the development parts, which are not in the repository: without them
(`../shared/data` beside the checkout) only the size of the files is checked. docs/model-card.md has the
figures of the whole parts.
"""

import sys
from pathlib import Path

import pytest

from onrecord.annotate import load_annotator
from onrecord.annotate.annotator import HOME
from onrecord.annotate.network import FILES, Network

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = REPOSITORY.parent / "shared/data"
sys.path.insert(0, str(REPOSITORY))

from training import evaluate, prepare  # noqa: E402  (needs no torch)

pytestmark = pytest.mark.gate
with_data = pytest.mark.skipif(not DATA.is_dir(), reason="the development sets are not beside the checkout")


# kind of dress: F1 of names
ROBUST = {
    "headlines": 93.0,
    "titles": 88.0,
    "capitals": 92.0,
    "lower case": 100.0,
    "missing punctuation": 81.0,
    "quotation marks": 100.0,
    "dashes": 100.0,
    "bullets": 100.0,
    "spacing": 100.0,
    "emoji": 100.0,
    "british and transliterated names": 65.0,
    "diacritics": 72.0,
    "long sentences": 90.0,
}
ONE_NAME = 7.0
"""What one name more or less makes: processors round differently."""


@pytest.fixture(scope="module")
def own() -> dict[str, evaluate.Figures]:
    """The shipped model on our own texts."""
    return evaluate.own_set(load_annotator())


@pytest.fixture(scope="module")
def network() -> Network:
    """The shipped files."""
    return Network(HOME)


def test_the_files_are_small() -> None:
    """The package carries the model: at most 26 MB of it."""
    assert sum((HOME / name).stat().st_size for name in FILES) < 26e6


@with_data
def test_syntax(network: Network) -> None:
    """Tags and parse of EWT, a sentence a window and packed."""
    examples = list(prepare.read_conllu(DATA / "syntax/en_ewt-ud-dev.conllu"))[::3]
    alone = evaluate.syntax(network, examples, single=True)
    packed = evaluate.syntax(network, examples, single=False)
    assert alone["UPOS"] >= 96.1
    assert alone["LAS"] >= 88.1
    assert packed["LAS"] >= 87.5


@with_data
def test_news_from_raw_text() -> None:
    """Sentences and parse of GUM's news, tokens and all found by us."""
    examples = [
        e
        for e in prepare.read_conllu(DATA / "syntax/en_gum-ud-dev.conllu")
        if e.origin.startswith("GUM_news")
    ]
    found = evaluate.raw_news(None, examples)
    assert found["LAS"] >= 87.6
    assert found["sentence starts F1"] >= 99.0


@with_data
def test_names(network: Network) -> None:
    """Names in Reuters copy and in articles on politics."""
    reuters = list(prepare.read_names(DATA / "ner/conll2003/dev.txt", prepare.CONLL_NAMES, "conll"))[::3]
    politics = list(
        prepare.read_names(DATA / "ner/crossner_politics/dev.txt", prepare.CROSSNER_NAMES, "crossner", 10)
    )[::3]
    assert evaluate.names(network, reuters, single=True, conll=True)["F1"] >= 93.3
    assert evaluate.names(network, politics, single=True)["F1"] >= 84.0


@with_data
def test_attribution(network: Network) -> None:
    """Who says what in US political news."""
    examples = list(prepare.read_attributions(DATA / "attribution/polnear/dev"))[::3]
    found = evaluate.attribution(network, examples)
    assert found["source token F1"] >= 86.0
    assert found["cue token F1"] >= 71.8
    assert found["content token F1"] >= 91.4
    assert found["content exact F1"] >= 69.8
    assert found["whole attribution F1"] >= 70.0


@pytest.mark.parametrize("dress", sorted(ROBUST))
def test_names_in_hard_dress(own: dict[str, evaluate.Figures], dress: str) -> None:
    """Headlines, capitals, lost punctuation and the like."""
    assert own[f"Our own set, {dress}"]["names F1"] >= ROBUST[dress] - ONE_NAME


def test_sayings_in_hard_dress(own: dict[str, evaluate.Figures]) -> None:
    """Who says something, the mean over all kinds of dress."""
    found = [figures["sayings found"] for figures in own.values()]
    assert len(found) == len(ROBUST)
    assert sum(found) / len(found) >= 80.0
