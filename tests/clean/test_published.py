"""The article's day: candidates of a page, which of them wins, and what is never a candidate."""

import pytest

from onrecord.clean import Known, clean
from onrecord.records import Article

HEADLINE = "Ministers meet in Vilnius over grain"
BODY = (
    "The ministers of nine countries met in Vilnius on Monday and did not agree on grain.\n"
    "They had last met there on 3 May 2019, when they did not agree either.\n"
)


def day_of(text: str, known: Known, url: str | None = None, outlet: str | None = None) -> str | None:
    """The day that clean finds."""
    return clean(Article(id="a", path="a", text=text, url=url, outlet=outlet), known).published


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("March 4, 2025", "2025-03-04"),
        ("Tuesday 4 March 2025", "2025-03-04"),
        ("4th of March, 2025", "2025-03-04"),
        ("Tue, Mar. 4, 2025 at 11:30 p.m. EST", "2025-03-04"),
        ("2025-03-04 23:50:10", "2025-03-04"),
        ("2025/03/04", "2025-03-04"),
        ("04.03.2025", "2025-03-04"),
        ("24/03/2025 - 10:45", "2025-03-24"),
        ("Published: 4 Mar 2025 23:55 GMT", "2025-03-04"),
        ("Published on March 4, 2025 | Updated on March 6, 2025", "2025-03-04"),
        ("Updated: March 6, 2025 / Published: March 4, 2025", "2025-03-04"),
        ("First published on Tue 4 Mar 2025 06.00 GMT", "2025-03-04"),
        ("Last modified on Thu 6 Mar 2025 06.00 GMT", "2025-03-06"),
        ("By Ana Roe | March 4, 2025 | 5 min read", "2025-03-04"),
        ("Ana Roe, March 4, 2025", "2025-03-04"),
        ("Posted March 4, 2025", "2025-03-04"),
        ("4 March 2025 • 7:05pm", "2025-03-04"),
        ("Vilnius, 4 March 2025", "2025-03-04"),
        ("March 2025", "2025-03"),
        ("05/03/2025", None),
        ("31 February 2025", None),
        ("2025-13-45", None),
        ("4 March 20255", None),
        ("4 March 0000", None),
        ("4 March '25", None),
        ("March 4", None),
        ("3 days ago", None),
        ("Published today at 6:47 pm", None),
        ("Updated at 9:50 p.m. ET Thursday", None),
        ("Copyright 2025", None),
    ],
)
def test_a_stamp_under_the_headline_dates_the_article(stamp: str, day: str | None, known: Known) -> None:
    """Every style of full date counts; a date that reads two ways, or is none, is left alone."""
    assert day_of(f"{HEADLINE}\n{stamp}\n\n{BODY}", known) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2025/03/04/ministers-meet", "2025-03-04"),
        ("https://news.example/world/20250304-ministers", "2025-03-04"),
        ("https://news.example/2025-03-04/ministers", "2025-03-04"),
        ("https://news.example/story/12345678", None),
        ("https://news.example/2025/13/45/x", None),
    ],
)
def test_the_address_dates_the_article(url: str, day: str | None, known: Known) -> None:
    """A day in the path of the address is the day of publication."""
    assert day_of(f"{HEADLINE}\n\n{BODY}", known, url=url) == day


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published today at 6:47 pm (Paris)", "2025-03-05"),
        ("Published yesterday at 9:05 am", "2025-03-04"),
        ("2 days ago", "2025-03-03"),
        ("Updated 3 hours ago", "2025-03-05"),
    ],
)
def test_days_are_counted_back_from_the_top_of_the_page(stamp: str, day: str, known: Known) -> None:
    """ "Yesterday" means the day before the one that the page's masthead prints."""
    assert day_of(f"THE DAILY EXAMPLE\nMar 5, 2025 | 0\n\n{HEADLINE}\n\n{stamp}\n\n{BODY}", known) == day


def test_a_published_line_wins_over_the_masthead(known: Known) -> None:
    """The day on which a page was printed out is later than the one on which it was published."""
    page = f"Lagos\nFriday, August 1, 2025\n\n{HEADLINE}\n\nPublished 4 March 2025\n\n{BODY}"
    assert day_of(page, known) == "2025-03-04"


def test_the_mastheads_day_is_better_than_none(known: Known) -> None:
    """Beside weather and place, with nothing else on the page, it is taken, and the reason says so."""
    text = f"27.4 C\nLagos\nFriday, August 1, 2025\n\n{HEADLINE}\n\n{BODY}"
    article = clean(Article(id="a", path="a", text=text), known)
    assert article.published == "2025-08-01"
    (reason,) = article.dated_because
    assert text[reason.start : reason.end] == "Friday, August 1, 2025"
    assert "above the headline" in reason.reason


def test_dates_of_the_story_and_of_other_stories_are_none_of_its_own(known: Known) -> None:
    """A day in the prose, in a comment or under a related headline never dates the article."""
    page = f"{HEADLINE}\n\n{BODY}Related articles\nGrain prices fall again in May\n2 February 2024\n"
    assert day_of(page, known) is None


@pytest.mark.parametrize(
    ("outlet", "day"), [("The Plains Dealer", "2025-05-03"), ("The Guardian", "2025-03-05")]
)
def test_the_publishers_country_tells_day_from_month(outlet: str, day: str, known: Known) -> None:
    """05/03/2025 is in May in America and in March elsewhere."""
    assert day_of(f"{HEADLINE}\n05/03/2025\n\n{BODY}", known, outlet=outlet) == day
