"""The development sentences keep their form and balance; what is made of them is measured elsewhere."""

from pathlib import Path
from typing import Any, get_args

import yaml

from onrecord.records.claim import Status

KINDS = frozenset(
    """meeting call visit gathering agreement vote aid cooperation appointment protest sanction coercion
    attack mobilization withdrawal concession proceeding support accusation request rejection threat denial
    pledge statement""".split()
)
STATUSES = frozenset(get_args(Status)) - {"rumoured", "lapsed", "disputed"}
AHEAD = STATUSES - {"happened", "ongoing"}
FIELDS = {"kind", "also_kinds", "status", "also_status", "who", "maybe", "place", "counts", "optional"}


def sentences() -> list[dict[str, Any]]:
    """The sentences, each with its claims."""
    loaded = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = loaded["sentences"]
    return found


def test_claims_are_well_formed() -> None:
    """Every claim has a known kind and status, and nobody stands under both `who` and `maybe`."""
    for sentence in sentences():
        for claim in sentence["claims"]:
            assert set(claim) <= FIELDS, sentence["text"]
            assert {claim["kind"], *claim.get("also_kinds", [])} <= KINDS, sentence["text"]
            assert {claim["status"], *claim.get("also_status", [])} <= STATUSES, sentence["text"]
            assert not set(claim["who"]) & set(claim.get("maybe", [])), sentence["text"]


def test_places_and_sentences_match() -> None:
    """A claim's place stands in its sentence."""
    amiss = [
        (claim["place"], sentence["text"])
        for sentence in sentences()
        for claim in sentence["claims"]
        if "place" in claim and claim["place"] not in sentence["text"]
    ]
    assert amiss == []


def test_balance() -> None:
    """At least 600 different sentences: 300 about acts not (yet) done, 80 look-alikes, every kind."""
    found = sentences()
    assert len({sentence["text"] for sentence in found}) == len(found) >= 600
    assert sum(any(c["status"] in AHEAD for c in s["claims"]) for s in found) >= 300
    assert sum(not s["claims"] for s in found) >= 80
    assert {c["kind"] for s in found for c in s["claims"]} == KINDS
