"""Where deeds take place."""

from collections.abc import Callable

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block


@pytest.fixture(scope="session")
def place(reader: Reader) -> Callable[[str, str], str | None]:
    """`place(text, kind)`: the name of the place of the first claim of a kind."""

    def find(text: str, kind: str) -> str | None:
        article = Article(
            id="art-test", path="t", text=text, published="2025-09-15", blocks=(Block(0, len(text), "body"),)
        )
        claims = [claim for claim in reader.understand(article).engagements if claim.kind == kind]
        assert claims, f"no {kind} in: {text}"
        return claims[0].place.name if claims[0].place else None

    return find


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Mark Carney and Friedrich Merz met in Oslo on Friday.", "meeting", "Oslo"),
        ("Russia struck the Ukrainian capital with missiles on Friday.", "attack", "Kyiv"),
        ("Friedrich Merz flew to Oslo to meet Mark Carney on Friday.", "meeting", "Oslo"),
        ("They looked to Beijing, where Xi Jinping met Vladimir Putin on Friday.", "meeting", "Beijing"),
        ("Dozens marched in Niamey on Friday as France withdrew its ambassador.", "protest", "Niamey"),
        ("Kenya and Uganda signed in Nairobi a pact to end fighting in Juba.", "agreement", "Nairobi"),
        ("Mark Carney and Friedrich Merz held talks on Syria on Friday.", "meeting", None),
        ("The two foreign ministers met on the island of Crete on Friday.", "meeting", "Crete"),
        ("Kenya and Uganda put their names to a pact meant to end the war in Juba.", "agreement", None),
        ("Kosovo and Serbia signed an accord reached by negotiators in Brussels.", "agreement", "Brussels"),
        ("Putin signed papers to annex them in a formal ceremony held in Sochi.", "agreement", "Sochi"),
        ("The signing of a treaty by Iran during its president's visit to Moscow.", "agreement", "Moscow"),
        ("A bomb at the gate on Thursday killed 13 Americans.", "attack", None),
        ("China seized the Paracel Islands from Vietnam by force in 1974.", "coercion", "Paracel Islands"),
        ("The two ministers spoke of Moscow's invasion of Ukraine.", "attack", "Ukraine"),
        ("Aavik was arrested at Tallinn ferry terminal on Monday.", "coercion", "Tallinn"),
        ("A session of the Security Council was set for Friday at Kyiv's request.", "gathering", None),
        ("The two foreign ministers met in the capital of Azerbaijan.", "meeting", "Baku"),
        ("Abbas Kamel and Tamim al-Thani held talks on the situation in the Gaza Strip.", "meeting", None),
        (
            "Wang Yi landed in Cairo to discuss the war in Sudan with Abdel Fattah al-Sisi.",
            "meeting",
            "Cairo",
        ),
        ("Two soldiers were wounded when a bomb exploded in Kano.", "attack", "Kano"),
        ("A missile struck a factory located near the city of Mukachevo.", "attack", "Mukachevo"),
    ],
)
def test_place(place: Callable[[str, str], str | None], text: str, kind: str, name: str | None) -> None:
    """The town at the deed's word, or in the clauses around it; not that of another matter."""
    assert place(text, kind) == name


def test_calendar(place: Callable[[str, str], str | None]) -> None:
    """A line that a place in capitals heads tells of that place."""
    text = "MONDAY\n• OSLO - Mark Carney meets Friedrich Merz.\n• BERNE - Donald Trump meets Xi Jinping for talks.\n"
    assert place(text, "meeting") == "Oslo"
