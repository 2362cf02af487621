"""One claim for one deed however it is told, and several where one telling is of several."""

from collections.abc import Callable

import pytest

from onrecord.records import Claim

Claims = Callable[..., list[Claim]]


def names(claim: Claim) -> set[str]:
    """Names of the participants."""
    return {participant.name for participant in claim.participants}


ONE = [
    (
        "The United States vetoed the resolution on Wednesday. Washington had known that it would veto it. "
        "The other 14 members of the Security Council voted for it.",
        "vote",
    ),
    (
        "Donald Trump met Mahmoud Abbas before Abdel Fattah el-Sisi and Recep Tayyip Erdoğan arrived. "
        "The two shook hands.",
        "meeting",
    ),
    (
        "Ukraine struck a refinery in Samara on Monday. The governor spoke of a fire and closed the road to the plant "
        "until the evening. The attack killed two people.",
        "attack",
    ),
    (
        "North Korea launched two missiles that flew over Japan before falling into the Pacific.",
        "mobilization",
    ),
    (
        "Joko Widodo will meet Xi Jinping in Beijing on Friday in what would be their third meeting this year.",
        "meeting",
    ),
    ("Italy and Libya held talks in Rome to discuss migration.", "meeting"),
    (
        "Leaders of the Arab League gathered in Baghdad on Saturday. At the summit, Pedro Sánchez called for a truce. "
        "The summit ends on Sunday.",
        "gathering",
    ),
    (
        "The United States imposed sanctions on Nicaragua on Monday. The Treasury Department blacklisted officials "
        "close to Daniel Ortega.",
        "sanction",
    ),
    (
        "The UN Security Council rejected the resolution on Friday. Only Norway voted in favour of the text. "
        "China and Russia voted against it, while Ghana abstained.",
        "vote",
    ),
    (
        "Peru expelled Mexico's ambassador, Pablo Monroy, on Tuesday. The decision to expel Monroy was made because of "
        "remarks by Mexico's president, the minister said.",
        "coercion",
    ),
    (
        "Estonia's foreign minister, Margus Tsahkna, met Ukraine's Andrii Sybiha in Tallinn on Monday. The ministers "
        "discussed the situation at the border with Belarus.",
        "meeting",
    ),
    (
        "Hakan Fidan met Marco Rubio in Washington on Friday. The two did not discuss the aircraft, Fidan said.",
        "meeting",
    ),
]


@pytest.mark.parametrize(("text", "kind"), ONE)
def test_one_deed(text: str, kind: str, claims: Claims) -> None:
    """Members' votes, decisions spoken of and what was talked about belong to the deed told before."""
    assert len(claims(text, kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Israel struck Gaza City on Monday and killed three people. Hamas fired rockets at Ashkelon on Tuesday. "
            "The attack killed one person.",
            "attack",
        ),
        (
            "Emmanuel Macron met Friedrich Merz in Berlin on Monday. Keir Starmer and Giorgia Meloni met in Rome on "
            "Friday. The two discussed trade.",
            "meeting",
        ),
        (
            "Leaders of the G20 gathered in Rio de Janeiro on Monday. "
            "At the APEC summit in Lima, Xi Jinping had called for calm.",
            "gathering",
        ),
        (
            "The United States imposed sanctions on Iran on Monday. "
            "The European Union blacklisted officials of Belarus.",
            "sanction",
        ),
    ],
)
def test_two_deeds(text: str, kind: str, claims: Claims) -> None:
    """Tellings of deeds of other people, on other days or at other places stay apart."""
    assert len(claims(text, kind)) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You cannot veto our voices, the ambassador told Russia.", "vote"),
        ("Looting makes it difficult to deliver food to Sudan.", "aid"),
        ("Marco Rubio said that the president had the authority to order strikes.", "attack"),
        ("The Security Council rejected a resolution to extend the arms embargo on Iran.", "sanction"),
        ("The diplomats of Laos and Peru spoke on condition of anonymity.", "call"),
        ("António Guterres called for negotiations.", "meeting"),
        ("The Canadian senator Mobina Jaffer said she would vote for the bill.", "vote"),
        ("Officials on both sides want to talk about fish.", "meeting"),
        ("The ministers of Greece and Turkey talked about sanctions in Athens.", "sanction"),
        ("Norway reserves the right to take measures against Russia.", "sanction"),
        ("Emmanuel Macron received Joko Widodo in Paris for a visit.", "visit"),
        ("Any settlement must be accepted by Ukraine.", "agreement"),
        ("The step was taken in close consultation with Canada.", "meeting"),
    ],
)
def test_no_deed(text: str, kind: str, claims: Claims) -> None:
    """What is hard or allowed to do, or what a measure that failed was for, is no deed."""
    assert claims(text, kind) == []


def test_trip_to_two_countries(claims: Claims) -> None:
    """A trip to two countries is a visit to each, "a visit" to both is one."""
    trips = claims("Emmanuel Macron will travel to Moscow and Kyiv next week.", "visit")
    assert [names(trip) for trip in trips] == [{"Emmanuel Macron", "Russia"}, {"Emmanuel Macron", "Ukraine"}]
    assert len({trip.id for trip in trips}) == 2
    assert len(claims("Pope Leo put off a visit to Congo and South Sudan.", "visit")) == 1


def test_rounds(claims: Claims) -> None:
    """Meetings on days far apart are as many, on days in a row they are one."""
    far = claims("Abbas Araghchi met Steve Witkoff in Rome on April 19, May 11 and June 2.", "meeting")
    assert [claim.when.start for claim in far if claim.when] == ["2025-04-19", "2025-05-11", "2025-06-02"]
    assert len(claims("Abbas Araghchi met Steve Witkoff in Rome on June 11 and June 12.", "meeting")) == 1


def test_another(claims: Claims) -> None:
    """Another one is not the one told before, a second telling of it is."""
    text = (
        "Leaders of the Arab League gathered in Cairo on Saturday. Egypt will host another summit in Alexandria. "
        "The Arab League's leaders met in Cairo for six hours."
    )
    assert len(claims(text, "gathering")) == 2
