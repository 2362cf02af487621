"""Datelines: places, agencies and days at the beginning of a report."""

import pytest

from onrecord.clean import Known, clean
from onrecord.clean.dateline import dateline_of
from onrecord.records import Article

REST = "The ministers met on Tuesday and agreed to talk again in May about fish."


@pytest.mark.parametrize(
    ("printed", "place", "wire"),
    [
        ("MOSCOW — ", "Moscow", None),
        ("BEIJING (Reuters) - ", "Beijing", "Reuters"),
        ("WASHINGTON, Jan 5 (AP) -- ", "Washington", "AP"),
        ("RAMALLAH, West Bank (AP) — ", "Ramallah", "AP"),
        ("SEOUL/WASHINGTON (Reuters) - ", "Seoul/Washington", "Reuters"),
        ("PORT-AU-PRINCE, Haiti — ", "Port-Au-Prince", None),
        ("RIO DE JANEIRO (AFP) – ", "Rio de Janeiro", "AFP"),
        ("Moscow (AFP) – ", "Moscow", "AFP"),
        ("(Reuters) - ", None, "Reuters"),
        ("MOSCOW, July 21. /TASS/. ", "Moscow", "TASS"),
        ("VIENTIANE, Sept. 3 (Xinhua) -- ", "Vientiane", "Xinhua"),
        ("NEW DELHI: ", "New Delhi", None),
        ("Tbilisi — ", "Tbilisi", None),
        ("MANILA (Reuters) -", "Manila", "Reuters"),
        ("LONDON, UK — ", "London", None),
        ("COLOMBO (News 1st) – ", "Colombo", "News 1st"),
    ],
)
def test_datelines_are_taken_apart(printed: str, place: str | None, wire: str | None, known: Known) -> None:
    """Place in normal case, agency as printed, and the exact characters that are the dateline."""
    text = printed + REST
    found = dateline_of(text, 0, len(text), known)
    assert found is not None
    assert (found.place, found.wire) == (place, wire)
    assert text[found.span.start : found.span.end] == printed


@pytest.mark.parametrize(
    "beginning",
    [
        "BREAKING — The ministers met on Tuesday.",
        "NATO — The alliance met on Tuesday.",
        "EXCLUSIVE: The ministers met on Tuesday.",
        "PUTIN: We shall see what comes of it.",
        "Moscow — long a rival of Ankara — sent nobody.",
        "The ministers — all nine of them — met on Tuesday.",
        "Russia (and its allies) - Then there is the rest.",
        "In Moscow, the ministers met - They agreed on fish.",
        "Mr Coman said: We are building it.",
        "“We shall see” - That was all he said.",
        "Paris and London are 340 km apart - Not far.",
    ],
)
def test_other_beginnings_are_no_datelines(beginning: str, known: Known) -> None:
    """Labels, speakers and inserted clauses look alike and are left in the body."""
    assert dateline_of(beginning, 0, len(beginning), known) is None


def test_the_year_comes_from_the_day_of_publication(known: Known) -> None:
    """A dateline of December under a report printed in January is of the year before."""
    text = f"RIGA, Dec 30 (Reuters) - {REST}"
    article = clean(Article(id="a", path="a", text=text, published="2025-01-02"), known)
    assert article.dateline is not None
    assert article.dateline.date == "2024-12-30"


def test_without_a_year_anywhere_the_day_is_not_invented(known: Known) -> None:
    """A day and a month alone are no date."""
    article = clean(Article(id="a", path="a", text=f"RIGA, Dec 30 (Reuters) - {REST}"), known)
    assert article.dateline is not None
    assert article.dateline.date is None
    assert article.published is None


def test_a_full_date_in_the_dateline_dates_the_article(known: Known) -> None:
    """Where nothing else does, the dateline's own day is the day of publication."""
    article = clean(Article(id="a", path="a", text=f"RIGA, March 3, 2025 (Reuters) - {REST}"), known)
    assert article.published == "2025-03-03"


def test_what_stands_above_the_dateline_is_the_standfirst(known: Known) -> None:
    """A sentence between headline and dateline is no part of the report."""
    text = f"Ministers meet in Riga over fish\n\nThey will meet again in May about fish.\n\nRIGA — {REST}"
    article = clean(Article(id="a", path="a", text=text), known)
    assert [block.kind for block in article.blocks] == ["title", "standfirst", "dateline", "body"]
