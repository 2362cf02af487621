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
        (
            "The strike, which killed eight and wounded 23, hit a market in Kostiantynivka on Wednesday.",
            {"killed": "eight", "injured": "23"},
        ),
        ("Dozens of people were killed when Sudan's army shelled El Fasher.", {"killed": "Dozens"}),
        ("Dozens of marchers were detained in Minsk on Sunday; the ministry said 77.", {"detained": "77"}),
        ("Between 20 and 30 people died in an Israeli strike on Rafah.", {"killed": "Between 20 and 30"}),
        ("Well over 1,000 protesters were detained in Minsk on Sunday.", {"detained": "Well over 1,000"}),
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
        ("Just under 300 prisoners were freed by Ukraine on Saturday.", {"prisoners": "Just under 300"}),
        ("Venezuela freed 10 Americans on Friday.", {"americans": "10"}),
        (
            "Norland expelled two Kestrian diplomats; Russia expelled 40 British diplomats.",
            {"kestrian_diplomats": "two", "british_diplomats": "40"},
        ),
        (
            "Tens of thousands of protesters rallied in Tbilisi on Monday.",
            {"protesters": "Tens of thousands"},
        ),
        ("Turkish police arrested 282 suspects in raids in 51 provinces.", {"arrested": "282"}),
        ("Five rounds of talks between Iran and the United States were held in Rome.", {"rounds": "Five"}),
    ],
)
def test_measures(counts: Counts, text: str, expected: dict[str, str]) -> None:
    """Rates, sums and things in number are kept as written."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A missile hit a hotel in Odesa on Wednesday. Four people died. Thirty-two others were hurt, the "
            "governor said.",
            {"killed": "Four", "injured": "Thirty-two"},
        ),
        (
            "Israel struck Sanaa on Monday. The sky was red. The Houthis' health ministry said 35 people were "
            "killed and 131 wounded.",
            {"killed": "35", "injured": "131"},
        ),
        (
            "Gunmen attacked a village in Plateau state on Sunday. Police put the number of dead at 51.",
            {"killed": "51"},
        ),
        (
            "Students protested in Belgrade on Saturday. The ministry put attendance at 36,000. An archive "
            "estimated it at about 140,000.",
            {"attendance_by_ministry": "36,000", "attendance_by_archive": "about 140,000"},
        ),
    ],
)
def test_counted_later(counts: Counts, text: str, expected: dict[str, str]) -> None:
    """What later sentences count belongs to the deed that was told last; who holds an estimate is kept."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    "later",
    [
        "More than 60,000 people have been killed since the war began.",
        "In 2014, 12 people were killed.",
        "Twelve people were killed in Bergen.",
        "Forty people could have died.",
        "If the roof had fallen, 40 people would have been killed.",
    ],
)
def test_not_counted_later(counts: Counts, later: str) -> None:
    """Another day or place, what has lasted, and what is supposed, are no numbers of this deed."""
    assert "killed" not in counts(f"A missile hit a hotel in Odesa on Wednesday. {later}")


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
        ("Lawmakers in Taipei passed the budget 60-51 on Tuesday.", ("60", "51", None)),
        ("Lawmakers rejected the finance bill 195-106.", ("106", "195", None)),
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
