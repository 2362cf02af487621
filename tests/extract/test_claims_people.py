"""Who takes part: lists, titles, hosts, go-betweens, receivers, those unnamed."""

from collections.abc import Sequence

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Claim
from onrecord.settings import Settings


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all: loading the model takes most of the time."""
    return Reader(Settings())


def claims(reader: Reader, text: str) -> Sequence[Claim]:
    """What one article of a single block says."""
    return reader.understand(
        Article(id="t", path="t", text=text, published="2025-06-16", blocks=(Block(0, len(text), "body"),))
    ).engagements


def names(claim: Claim) -> set[str]:
    """Names of the participants."""
    return {participant.name for participant in claim.participants}


def of_kind(found: Sequence[Claim], kind: str) -> list[Claim]:
    """The claims of a kind."""
    return [claim for claim in found if claim.kind == kind]


def test_both_titled_subjects(reader: Reader) -> None:
    """Long titles do not tear a name from its verb."""
    text = "Secretary of State Marco Rubio and Russian Foreign Minister Sergey Lavrov met in Rome on Friday."
    assert names(of_kind(claims(reader, text), "meeting")[0]) == {"Marco Rubio", "Sergey Lavrov"}


def test_whoever_speaks_in_talks_took_part(reader: Reader) -> None:
    """ "Urged a truce in talks with" names one side as the subject of the clause."""
    text = "Marco Rubio urged a truce during talks with Sergey Lavrov on Wednesday."
    assert names(of_kind(claims(reader, text), "meeting")[0]) == {"Marco Rubio", "Sergey Lavrov"}


def test_hosts_of_others_talks(reader: Reader) -> None:
    """A state that gives talks a place is no party to them."""
    text = "Qatar hosted a meeting between Rwanda and Uganda in Doha on Monday."
    assert all("Qatar" not in names(claim) for claim in of_kind(claims(reader, text), "meeting"))


def test_received_invitation(reader: Reader) -> None:
    """Who receives an invitation did not make it."""
    found = of_kind(claims(reader, "Keir Starmer received an invitation from Narendra Modi."), "request")
    roles = {participant.name: participant.role for participant in found[0].participants}
    assert roles == {"Narendra Modi": "speaker", "Keir Starmer": "recipient"}


def test_police_without_a_name(reader: Reader) -> None:
    """Doers who have no name do not make a deed untold."""
    assert of_kind(
        claims(reader, "On Monday police searched the flat of an engineer in Tallinn."), "coercion"
    )


def test_crash_is_no_attack(reader: Reader) -> None:
    """Those who die in a crash were not attacked."""
    text = "Three Qatari diplomats were killed and two were injured in a car crash on Sunday."
    assert not of_kind(claims(reader, text), "attack")


def test_somebody_unnamed_is_not_the_named(reader: Reader) -> None:
    """What "several states" did is not what the one named next did."""
    text = "Several states expelled Russian diplomats on Monday. Slovenia expelled thirty of them on Tuesday."
    assert all(
        "Slovenia" not in names(c) or len(c.evidence) == 1 for c in of_kind(claims(reader, text), "coercion")
    )


def test_lifted_is_not_imposed(reader: Reader) -> None:
    """Sanctions that are lifted are not told as imposed."""
    found = claims(reader, "The United States lifted its sanctions on Syria on Monday.")
    assert of_kind(found, "concession")
    assert not of_kind(found, "sanction")
