"""What the rules make of single sentences may get better, never worse."""

import pytest
from scoring import score_sentences

from onrecord.pipeline import Reader

# Measured with the shipped model; only ever raised, but for a new model of better figures of its own.
FLOORS = {"recall": 0.775, "precision": 0.915, "status": 0.965, "status_ahead": 0.945}


@pytest.mark.gate
def test_sentences(reader: Reader) -> None:
    """Kinds and status of our own sentences stay above their floors."""
    scores = score_sentences(reader)
    assert {name for name, floor in FLOORS.items() if scores[name] < floor} == set(), scores
