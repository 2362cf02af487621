"""Numbers that measure a deed, and numbers that do not."""

from collections.abc import Callable

import pytest

from onrecord.extract.votes import tally
from onrecord.pipeline import Reader
from onrecord.records import Article, Block

Counts = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def counts(reader: Reader) -> Counts:
    """All counts of all claims of a text published on 16 June 2025."""

    def read(text: str) -> dict[str, str]:
        block = Block(0, len(text), "body")
        article = Article(id="art-test", path="t", text=text, published="2025-06-16", blocks=(block,))
        found: dict[str, str] = {}
        for claim in reader.understand(article).engagements:
            found |= claim.counts
        return found

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russian missiles struck Kyiv on Friday, killing at least 23 people and wounding more than 80.",
            {"killed": "at least 23", "injured": "more than 80"},
        ),
        (
            "At least five people were killed and 17 were wounded when Russia shelled Kherson on Monday.",
            {"killed": "At least five", "injured": "17"},
        ),
        ("Israel bombed a refugee camp in Gaza on Sunday, leaving 14 people dead.", {"killed": "14"}),
        (
            "A Russian strike on Kharkiv left at least 7 dead and dozens wounded.",
            {"killed": "at least 7", "injured": "dozens"},
        ),
        ("The death toll from Thursday's Russian attack on Kyiv rose to 31.", {"killed": "31"}),
        (
            "An air strike on Gaza City killed 12 people, including four children, and wounded 30 others.",
            {"killed": "12", "injured": "30"},
        ),
        ("Police arrested 40 protesters in Tbilisi on Sunday.", {"arrested": "40"}),
    ],
)
def test_harm(counts: Counts, text: str, expected: dict[str, str]) -> None:
    """Whom a deed harmed is counted with its bounds, wherever beside the deed the sentence says so."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Donald Trump imposed a 25 percent tariff on imports from Canada on Saturday.",
            {"rate": "25 percent"},
        ),
        ("The United States imposed tariffs of 50% on Indian goods on Wednesday.", {"rate": "50%"}),
        ("The European Union cut imports of Russian gas by 90 percent.", {"cut": "90 percent"}),
        ("Japan gave $1.2 billion in aid to Kenya on Monday.", {"dollars": "$1.2 billion"}),
        (
            "Germany pledged 500 million euros in military aid to Ukraine on Tuesday.",
            {"euros": "500 million"},
        ),
        ("Russia deployed 10,000 troops to Belarus on Monday.", {"troops": "10,000"}),
        ("Russia fired 309 drones and eight missiles at Ukraine.", {"drones": "309", "missiles": "eight"}),
        ("Five rounds of talks between Iran and the United States were held in Rome.", {"rounds": "Five"}),
    ],
)
def test_measures(counts: Counts, text: str, expected: dict[str, str]) -> None:
    """Rates, sums and things in number are kept as written."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Putin, 72, met Xi Jinping in Beijing at 3 p.m. on Monday for 45 minutes.",
        "The two leaders met in Beijing, Xi Jinping and Vladimir Putin said.",
        "Emmanuel Macron visited Warsaw on 12 June 2025 for the third time.",
        "The cabinet of Israel approved $11 million for settlements on Wednesday.",
        "Narendra Modi ended a three-day visit to Tokyo on Friday.",
    ],
)
def test_what_measures_nothing(counts: Counts, text: str) -> None:
    """Ages, times of day, days, ordinals and people who are named are no counts; a sum is no vote."""
    assert not {key: value for key, value in counts(text).items() if key not in {"dollars"}}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Knesset voted 61-54 to dissolve itself.", ("61", "54", None)),
        ("The House passed the bill by 311 votes to 112.", ("311", "112", None)),
        ("The council adopted the text by 14 votes to none, with one abstention.", ("14", "none", "one")),
        ("The bill passed with 191 in favour, 8 against and 3 abstentions.", ("191", "8", "3")),
        ("The motion was rejected by 360 votes to 175, with 18 abstentions.", ("175", "360", "18")),
        ("The council voted 9-6 against the plan.", ("6", "9", None)),
        ("The Senate approved the pact, 52-48, on May 3.", ("52", "48", None)),
        ("At least 148 countries voted in favour while nine voted against.", ("At least 148", "nine", None)),
    ],
)
def test_votes(sentence: str, expected: tuple[str | None, ...]) -> None:
    """Votes each way are read from scores and from words; a motion that fell turns the score round."""
    found = tally(sentence)
    assert (found.get("in_favour"), found.get("against"), found.get("abstained")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The cabinet approved $11 million for settlements.",
        "The cabinet approved 40 million shekels in support of settlers.",
        "Parliament approved the deployment of 300 troops for the mission.",
        "The House voted on May 3 to extend the sanctions for 2 years.",
        "In 2016-17 parliament voted for the bill three times.",
    ],
)
def test_no_votes(sentence: str) -> None:
    """Sums, troops, days and years in a sentence about a vote are no votes."""
    assert tally(sentence) == {}
