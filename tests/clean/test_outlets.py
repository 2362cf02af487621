"""Who published, and whose text it is."""

import pytest

from onrecord.clean import Known, clean
from onrecord.records import Article

BODY = (
    "The ministers of nine countries met in Vilnius on Monday and did not agree on grain.\n"
    "They will try again in Warsaw before the harvest begins.\n"
)
HEADLINE = "Ministers meet in Vilnius over grain"


def read(text: str, known: Known, **fields: str) -> Article:
    """The cleaned article."""
    return clean(Article(id="a", path="a", text=text, **fields), known)


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        ("THE HARBOUR GAZETTE\n\n", "", "The Harbour Gazette"),
        ("The Harbour Gazette\nTuesday, 4 March 2025\n\n", "", "The Harbour Gazette"),
        ("NEWSBAY\n\n", "© NewsBay\n", "NewsBay"),
        ("guardian-mirror.example\n", "Follow Guardian World on Twitter\n", "The Guardian"),
        ("", "Like The Guardian on Facebook\n", "The Guardian"),
        ("", "Contact the writers at roe@dawn.com\n", "Dawn"),
        ("", "© 2025 The Harbour Gazette. All rights reserved.\n", "The Harbour Gazette"),
        ("", "Sign up for The Harbour Gazette's newsletter\n", "The Harbour Gazette"),
        (
            "",
            "Author\nBaltic Desk\nThe Harbour Gazette's Baltic Desk edits these reports.\n",
            "The Harbour Gazette",
        ),
        ("", "The Associated Press contributed to this report.\n", None),
        ("", "Ana Roe is a fellow at the Institute for Grain.\n", None),
        ("", "", None),
    ],
)
def test_the_publisher_is_found_in_the_pages_own_notices(
    above: str, below: str, outlet: str | None, known: Known
) -> None:
    """Mastheads, copyright lines, prompts and addresses name the publisher; the story's own words do not."""
    assert read(f"{above}{HEADLINE}\n\n{BODY}{below}", known).outlet == outlet


@pytest.mark.parametrize(
    ("above", "below", "original"),
    [
        ("By AFP\n", "", "AFP"),
        ("Xinhua | Updated: 2025-03-04 21:45\n", "", "Xinhua"),
        ("Source: Xinhua\n", "", "Xinhua"),
        ("By Ana Roe, Associated Press\n", "", "Associated Press"),
        ("By The Lakeside Press Agency\n", "", "The Lakeside Press Agency"),
        ("", "Copyright 2025 The Associated Press. All rights reserved.\n", "Associated Press"),
        ("", "This article was originally published by The Guardian.\n", "The Guardian"),
        ("", "Republished from The Caspian Post with permission.\n", "The Caspian Post"),
        ("", "The Associated Press contributed to this report.\n", None),
        ("", "(With inputs from PTI)\n", None),
        ("Ana Roe (with AFP, dpa)\n", "", None),
    ],
)
def test_reprints_name_whose_text_they_are(
    above: str, below: str, original: str | None, known: Known
) -> None:
    """Agency credits and republication notes name the original outlet; help with a report does not."""
    assert (
        read(f"{HEADLINE}\n{above}\n{BODY}{below}", known, outlet="The Plains Dealer").original_outlet
        == original
    )


def test_an_agencys_own_page_reprints_nothing(known: Known) -> None:
    """Where publisher and agency are one, there is no original outlet."""
    article = read(f"{HEADLINE}\n\nVILNIUS, March 4 (Reuters) - {BODY}", known, outlet="Reuters")
    assert article.original_outlet is None


def test_the_last_words_of_a_wire_story_name_the_agency(known: Known) -> None:
    """ "(Reuters)" closes reprints in many papers; the paragraph itself stays body."""
    article = read(f"{HEADLINE}\n\n{BODY.strip()} (Reuters)\n", known)
    assert article.original_outlet == "Reuters"
    assert [block.kind for block in article.blocks] == ["title", "body", "body"]


@pytest.mark.parametrize(
    ("told", "outlet"), [("theguardian.com", "The Guardian"), ("Harbour Gazette", "Harbour Gazette")]
)
def test_told_names_are_written_as_they_are_known(told: str, outlet: str, known: Known) -> None:
    """An address becomes the publisher's name; an unknown name stays as it was told."""
    assert read(BODY, known, outlet=told).outlet == outlet


def test_the_address_names_the_publisher(known: Known) -> None:
    """By its host where it is known, else the host itself."""
    assert read(BODY, known, url="https://www.theguardian.com/world/a").outlet == "The Guardian"
    assert read(BODY, known, url="https://www.harbour.example/a").outlet == "harbour.example"
