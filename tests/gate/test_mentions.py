"""Whom mentions are taken for may get better, never worse."""

import pytest
from whom import cases, figures, judged

from onrecord.pipeline import Reader

# Measured with the shipped model; only ever raised.
FLOORS = {"name precision": 0.98, "name recall": 0.98, "reference precision": 0.97, "reference recall": 0.97}


def test_enough_mentions() -> None:
    """The set holds at least three hundred mentions, a hundred of them without a name."""
    mentions = [mention for case in cases() for mention in case.mentions]
    assert len(mentions) >= 300
    assert sum(mention.reference for mention in mentions) >= 100


@pytest.mark.gate
def test_mentions(reader: Reader) -> None:
    """Who is meant is told as rightly, and as often, as before."""
    found = figures(list(judged(reader)))
    assert {key: found[key] for key, floor in FLOORS.items() if found[key] < floor} == {}
