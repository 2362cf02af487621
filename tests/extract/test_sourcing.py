"""On whose word sentences stand, and how well that is told over sentences of our own."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract.sourcing import sourcing

Reading = Callable[..., Any]
GATE = Path(__file__).parents[1] / "gate" / "sourcing.tsv"
KINDS = ("quoted", "attributed", "reported", "interpretation")
FLOOR = 0.89  # macro-F1 over the sentences of the gate


def kinds(read: Reading, text: str) -> list[str]:
    """The sourcing of each sentence."""
    got = read(text)
    return [s.sourcing for s in sourcing(got.doc, got.article.blocks, got.speeches, got.vocab)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The bridge is gone and nobody will build it again," the mayor said.', "quoted"),
        ("The mayor said that the bridge was gone.", "attributed"),
        ("The bridge collapsed on Tuesday night.", "reported"),
        ("The collapse underscored how little the treaty is worth.", "interpretation"),
    ],
)
def test_each_kind(read: Reading, text: str, kind: str) -> None:
    """One plain sentence of each kind."""
    assert kinds(read, text) == [kind]


def test_a_judgement_on_somebodys_word_is_attributed(read: Reading) -> None:
    """What would be interpretation is attributed where somebody says it."""
    assert kinds(read, "Analysts say the visit was a calculated move.") == ["attributed"]
    assert kinds(read, "The visit was a calculated move.") == ["interpretation"]


def test_a_paragraph_in_marks_is_quoted_sentence_by_sentence(read: Reading) -> None:
    """Sentences inside one quotation are quoted although no cue stands in them."""
    text = '"The bridge is gone. It will not be built again. We shall swim," the mayor said.'
    assert set(kinds(read, text)) == {"quoted"}


def test_a_phrase_in_marks_does_not_make_a_quotation(read: Reading) -> None:
    """A word or two in marks leave the sentence the outlet's own."""
    assert kinds(read, "The army reopened the so-called “green line” crossing on Monday.") == ["reported"]


def f1(pairs: Counter[tuple[str, str]], kind: str) -> float:
    """F1 of one kind over pairs of (right, said)."""
    both = pairs[kind, kind]
    said = sum(n for (_, b), n in pairs.items() if b == kind)
    right = sum(n for (a, _), n in pairs.items() if a == kind)
    return 2 * both / (said + right) if said + right else 0.0


def test_sourcing_gate(read: Reading) -> None:
    """Macro-F1 over the gate's sentences stays above the floor."""
    with GATE.open(encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs: Counter[tuple[str, str]] = Counter()
    for row in rows:
        got = read(row["sentence"])
        found = sourcing(got.doc, got.article.blocks, got.speeches, got.vocab)
        longest = max(found, key=lambda s: s.end - s.start)
        pairs[row["sourcing"], longest.sourcing] += 1
    assert sum(pairs.values()) >= 570
    assert sum(f1(pairs, kind) for kind in KINDS) / len(KINDS) >= FLOOR
