"""Speech acts told from what is said."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.stance import speech_acts

Reading = Callable[..., Any]


def acts(read: Reading, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kind, and the names of speaker and target, of each speech act."""
    got = read(text)
    found = speech_acts(got.doc, got.cast, got.speeches, got.vocab, set())
    return [(match.kind.kind, tuple(figure.name for figure, _ in match.roles)) for match in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Emmanuel Macron said the launch was absolutely unacceptable.", "accusation"),
        ("Emmanuel Macron said that Russia had violated the truce.", "accusation"),
        ('Emmanuel Macron called the decision "a disgrace".', "accusation"),
        ("Emmanuel Macron said that Russia must leave the island.", "request"),
        ('"We call on Russia to leave the island," Emmanuel Macron said.', "request"),
        ('"If the ship is touched, we will strike," Emmanuel Macron said.', "threat"),
        ("Emmanuel Macron said that all options were on the table and Russia would pay a price.", "threat"),
        ("Emmanuel Macron said that the report was false.", "denial"),
        ('"I thank Russia for its help," Emmanuel Macron said.', "support"),
        ("Emmanuel Macron said the talks had been very constructive.", "support"),
    ],
)
def test_what_is_said_makes_the_act(read: Reading, text: str, kind: str) -> None:
    """A judgement, threat, demand, denial or praise that the speaker asserts."""
    assert [found for found, _ in acts(read, text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron said that a dangerous winter lay ahead.",
        "Emmanuel Macron said the talks would resume on Monday.",
        "Emmanuel Macron said that the ministers discussed crime and corruption.",
        "Emmanuel Macron said that the launch was not a provocation.",
        "Emmanuel Macron said that France must build more ships.",
        "An official said the launch was absolutely unacceptable.",
    ],
)
def test_a_word_alone_is_no_act(read: Reading, text: str) -> None:
    """Words out of place, denied, about one's own side, or of nobody named."""
    assert acts(read, text) == []


def test_the_target_is_who_is_spoken_of(read: Reading) -> None:
    """The first state or person named that is not the speaker's own."""
    text = "Emmanuel Macron said that Russia had violated the truce."
    assert acts(read, text) == [("accusation", ("Emmanuel Macron", "Russia"))]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Emmanuel Macron said Moscow was sending us lies.", ("accusation", ("Emmanuel Macron", "Russia"))),
        (
            "Emmanuel Macron said trust had been ruined by Russia.",
            ("accusation", ("Emmanuel Macron", "Russia")),
        ),
        ('"We warn Russia against it," Emmanuel Macron said.', ("threat", ("Emmanuel Macron", "Russia"))),
        ("Emmanuel Macron said Russia had to come to the table.", ("request", ("Emmanuel Macron", "Russia"))),
        (
            'To Russia, Emmanuel Macron said: "Lay down your arms."',
            ("request", ("Emmanuel Macron", "Russia")),
        ),
    ],
)
def test_whom_an_act_is_about(read: Reading, text: str, act: tuple[str, tuple[str, ...]]) -> None:
    """Who does the wrong, is to do what is asked, or is spoken to."""
    assert act in acts(read, text)


def test_one_saying_may_be_two_acts(read: Reading) -> None:
    """A demand in one sentence and a threat in the next."""
    text = 'Emmanuel Macron said: "Russia must leave. If it does not, we will strike."'
    assert [kind for kind, _ in acts(read, text)] == ["request", "threat"]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron said a storm had destroyed their lives.",
        "Emmanuel Macron said that Russia was sending a minister.",
        "Emmanuel Macron said the ministers should arrive on Monday.",
        'Emmanuel Macron said: "If it rains, we will meet inside."',
        "Emmanuel Macron said the train would stop in Lyon.",
    ],
)
def test_what_is_merely_told_is_no_act(read: Reading, text: str) -> None:
    """Harm that nobody did, what is only expected, what is done if it rains."""
    assert acts(read, text) == []
