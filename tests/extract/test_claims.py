"""Claims read from short texts: who, when, where, what became of it, and which tellings are of one deed."""

from collections.abc import Callable

import pytest

from onrecord.records import Claim

Claims = Callable[..., list[Claim]]


def names(claim: Claim) -> set[str]:
    """Names of the participants."""
    return {participant.name for participant in claim.participants}


def test_meeting_with_day_and_place(claims: Claims) -> None:
    """Who met whom, where and when are read from one plain sentence."""
    (claim,) = claims("Russian President Vladimir Putin met Xi Jinping in Beijing on June 10.", "meeting")
    assert names(claim) == {"Vladimir Putin", "Xi Jinping"}
    assert claim.place is not None
    assert claim.place.name == "Beijing"
    assert claim.when is not None
    assert claim.when.start == "2025-06-10"
    assert claim.status == "happened"


def test_pronoun_means_the_last_subject(claims: Claims) -> None:
    """ "He" is the man the sentence before was about."""
    text = "Emmanuel Macron arrived in Warsaw on Friday. On Saturday he met Donald Tusk."
    (claim,) = claims(text, "meeting")
    assert names(claim) == {"Emmanuel Macron", "Donald Tusk"}


def test_description_of_an_office(claims: Claims) -> None:
    """An office and a state name whoever held it on the article's day."""
    (claim,) = claims("The French president met Keir Starmer in London on Sunday.", "meeting")
    assert names(claim) == {"Emmanuel Macron", "Keir Starmer"}


def test_coordinated_titles(claims: Claims) -> None:
    """Both men with their titles take part, not only the first."""
    text = "Turkish Foreign Minister Hakan Fidan and Iraqi Prime Minister Mohammed Shia al-Sudani held talks in Ankara."
    (claim,) = claims(text, "meeting")
    assert len(claim.participants) == 2


def test_two_tellings_of_one_meeting(claims: Claims) -> None:
    """ "The talks" are those told before, and what is said of them is kept with them."""
    text = (
        "Giorgia Meloni and Viktor Orbán held talks in Rome on Thursday. "
        "The talks lasted two hours and dealt with migration."
    )
    (claim,) = claims(text, "meeting")
    assert len(claim.evidence) >= 1
    assert names(claim) == {"Giorgia Meloni", "Viktor Orbán"}


def test_two_days_are_two_meetings(claims: Claims) -> None:
    """The same men on two days have met twice."""
    text = (
        "Antonio Tajani met Radosław Sikorski in Warsaw on June 3. "
        "Tajani met Sikorski again in Rome on June 12."
    )
    assert len(claims(text, "meeting")) == 2


def test_announced_visit_is_confirmed(claims: Claims) -> None:
    """A visit ahead is confirmed when the visitor's side says so."""
    text = "The Kremlin said that Vladimir Putin will visit Tehran in July."
    (claim,) = claims(text, "visit")
    assert claim.status == "confirmed"
    assert ("Kremlin",) in claim.sources


def test_called_off(claims: Claims) -> None:
    """What is called off is neither planned nor done."""
    (claim,) = claims("Keir Starmer has cancelled a visit to Ankara that had been planned for July.", "visit")
    assert claim.status == "cancelled"


def test_denied_deed(claims: Claims) -> None:
    """A deed that is said not to have taken place is denied."""
    (claim,) = claims("Emmanuel Macron has not met Vladimir Putin since 2022.", "meeting")
    assert claim.status == "denied"


def test_visit_names_the_host(claims: Claims) -> None:
    """The state of the town visited is the host."""
    (claim,) = claims("Friedrich Merz visited Kyiv on May 10.", "visit")
    assert {(p.name, p.role) for p in claim.participants} == {
        ("Friedrich Merz", "visitor"),
        ("Ukraine", "host"),
    }


def test_casualties(claims: Claims) -> None:
    """The dead are counted with the bound as written."""
    text = "A Russian missile strike on Kharkiv killed at least 12 people on Friday."
    found = claims(text, "attack")
    assert any(claim.counts.get("killed") == "at least 12" for claim in found)


def test_capital_stands_for_its_government(claims: Claims) -> None:
    """A capital that is sanctioned is the state, not the town."""
    found = claims("The European Union imposed new sanctions on Moscow in May.", "sanction")
    assert any("Russia" in names(claim) for claim in found)


def test_threat_of_a_deed_gives_both(claims: Claims) -> None:
    """The threat happened, the deed threatened is only possible."""
    text = "North Korea threatened to fire a missile toward Guam."
    assert claims(text, "threat")[0].status == "happened"
    assert all(claim.status == "possible" for claim in claims(text, "mobilization"))


@pytest.mark.parametrize(
    "text",
    [
        "The company met its deadline on Friday.",
        "Visit our website for more stories.",
        "It was a call for restraint and nothing more.",
        "Rail workers met the offer with scorn.",
    ],
)
def test_look_alikes(text: str, claims: Claims) -> None:
    """Words that look like a deed and are none yield none."""
    assert not claims(text, "meeting")
    assert not claims(text, "visit")
    assert not claims(text, "call")


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Lawyers for South Africa accused Israel of genocide.", "accusation", {"South Africa", "Israel"}),
        ("Observers of the African Union hailed a calm vote.", "support", {"African Union"}),
        ("The office of Prime Minister Viktor Orbán rejected the report.", "denial", {"Viktor Orbán"}),
        ("Iran's central bank accused Israel of an attack.", "accusation", {"Iran", "Israel"}),
    ],
)
def test_who_acts_for_somebody(text: str, kind: str, who: set[str], claims: Claims) -> None:
    """A body or group without a name speaks for whom it belongs to."""
    (claim,) = claims(text, kind)
    assert names(claim) == who


def test_what_was_done_to_somebody_unnamed(claims: Claims) -> None:
    """A deed told in the passive with its day is told though nobody is named; without day and place it is not."""
    (claim,) = claims("The pilot was captured on Wednesday.", "coercion")
    assert not claim.participants
    assert claim.when is not None
    assert not claims("The thief was captured.", "coercion")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Vladimir Putin and Xi Jinping signed a pact after talks in Beijing.",
            {"Vladimir Putin", "Xi Jinping"},
        ),
        ("After three hours of talks on Monday, Chile and Peru agreed on a truce.", {"Chile", "Peru"}),
    ],
)
def test_those_who_agreed_after_talks_talked(text: str, who: set[str], claims: Claims) -> None:
    """Talks that name nobody are of those who came to something together in or after them."""
    (claim,) = claims(text, "meeting")
    assert names(claim) == who
