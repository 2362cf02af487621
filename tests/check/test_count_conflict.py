"""One thing counted twice in one article, and numbers that only look as if they conflicted."""

from collections.abc import Callable

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A bomb killed 23 people in the market of Lomo on Monday. The 32 people who were killed by the bomb in the "
            "market of Lomo had come to shop.",
            "32 people",
        ),
        (
            "The army arrested 45 deputies in Ruba on Monday. All of the 54 deputies arrested by the army in Ruba on "
            "Monday were released at night.",
            "54 deputies",
        ),
        (
            "Kestria deployed 600 troops to the island of Lomo on Sunday. The 900 troops whom Kestria deployed to the "
            "island are from its third brigade.",
            "900 troops",
        ),
        (
            "Sarvia abducted 12 fishermen off Lomo on Monday. Families of the 21 fishermen abducted off Lomo by Sarvia "
            "marched.",
            "21 fishermen",
        ),
    ],
)
def test_one_thing_with_two_numbers(findings: Findings, text: str, words: str) -> None:
    """The second number is found where it speaks of the same deed as known."""
    assert findings(text, "2022-05-17") == [("count-conflict", words)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 23 people in Lomo on Monday. The 12 people killed by a bomb in Ruba were soldiers.",
        "Norland expelled 12 Sarvian diplomats on Monday. Kestria expelled 14 Sarvian diplomats on Monday.",
        "A bomb killed 23 people in Lomo on Monday. The three children killed by the bomb in Lomo were sisters.",
        "A strike killed 23 people in Lomo, the mayor said. The army said the 11 soldiers it lost were killed in Lomo.",
        "A blast killed two soldiers in Lomo on Monday. The four soldiers killed in Lomo last week were buried.",
        "Sarvia released 40 hostages on Friday. The 24 hostages released on Saturday are in hospital.",
        "Rockets killed six people in Lomo on Sunday. On Sunday night rockets killed nine people in Lomo.",
        "Police arrested 120 people in Lomo. Of the 160 people arrested in Lomo so far, 80 were released on Monday.",
        "Sarvia sent about 300 soldiers to Ruba. The 280 soldiers whom Sarvia sent to Ruba will stay a month.",
        "Sarvia executed 47 prisoners on Saturday. The 40 prisoners executed by Sarvia on Saturday for theft wept.",
        "Soldiers killed 15 protesters in Ruba. A mother of the three protesters killed by soldiers in Ruba wept.",
        "At least 12 people were killed in Lomo. The 14 people killed in Lomo were miners.",
        "Sarvia sent 300 soldiers to Ruba on Sunday. The 200 soldiers whom Sarvia sent to Ruba are the second wave.",
    ],
)
def test_numbers_that_need_not_conflict(findings: Findings, text: str) -> None:
    """Other deeds, days, parts, estimates, waves and tolls that grow are left alone."""
    assert findings(text, "2022-05-17") == []


def test_title_and_body(reader: Reader) -> None:
    """A title that counts otherwise than its article is found, and the message gives both."""
    text = "Norland expels 12 Sarvian diplomats\n\nNorland on Monday expelled 14 Sarvian diplomats over the hacking."
    blocks = (Block(0, 35, "title"), Block(37, len(text), "body"))
    article = Article(id="art-test", path="t", text=text, published="2022-05-17", blocks=blocks)
    (found,) = reader.understand(article).findings
    assert (
        found.message
        == "“14 Sarvian diplomats” here, but “12 Sarvian diplomats” before, of the same deed (“expels”)"
    )
