"""Titles that had ended, and the many ways in which an old title is rightly used."""

from collections.abc import Callable

import pytest

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The move could create new trouble for the Biden administration.", "the Biden administration"),
        ("The Biden administration will send arms to Ukraine next month.", "The Biden administration"),
        (
            "The Biden administration is weighing sanctions against Iran, officials said.",
            "The Biden administration",
        ),
        (
            "U.S. Secretary of State Antony Blinken arrived in Cairo on Thursday for talks.",
            "U.S. Secretary of State Antony Blinken",
        ),
        (
            "German Chancellor Olaf Scholz will travel to Warsaw on Monday.",
            "German Chancellor Olaf Scholz",
        ),
        (
            "Talks went on in Cairo. Diplomats were hopeful. The heat was fierce. Egypt kept its counsel. "
            "British Prime Minister Rishi Sunak said on Friday that he was ready to help.",
            "British Prime Minister Rishi Sunak",
        ),
        (
            "NATO Secretary General Jens Stoltenberg said on Friday that the alliance would help.",
            "NATO Secretary General Jens Stoltenberg",
        ),
    ],
)
def test_title_that_had_ended(findings: Findings, text: str, words: str) -> None:
    """A title lost before the article's day, in words that speak of that day, is found."""
    assert findings(text) == [("office-holder", words)]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Marco Rubio arrived in Cairo on Thursday for talks.",
        "German Chancellor Friedrich Merz will travel to Warsaw on Monday.",
        "Former U.S. Secretary of State Antony Blinken arrived in Cairo on Thursday for talks.",
        "Under the Biden administration, the United States sent arms to Ukraine.",
        "Trump reversed a policy of the Biden administration.",
        "Republicans may blame the Biden administration for the delay.",
        "The order could undo rules that the Biden administration made in 2022.",
        "In 2023, British Prime Minister Rishi Sunak visited Kyiv and signed a pact with Ukraine.",
        "The pact was signed in London. It was short. In May 2023 it was hailed by many. "
        "British Prime Minister Rishi Sunak called it historic.",
        "“Secretary of State Antony Blinken lies,” Sergei Lavrov said on Friday.",
        "The inquiry needs access to then-Secretary of State Antony Blinken's emails, a senator says.",
        "The film asks what previous Secretary of State Antony Blinken knows.",
        "Her judgment has been called into question for her push to overthrow Libyan leader Moammar Gadhafi.",
        "The fall of Egyptian President Hosni Mubarak is taught in schools.",
        "President Ronald Reagan called it an evil empire.",
    ],
)
def test_title_rightly_used(findings: Findings, text: str) -> None:
    """Holders of the day, "former", dates of the past, policies left behind, and quoted words raise nothing."""
    assert findings(text) == []


def test_title_not_yet_held(findings: Findings) -> None:
    """A president-elect is given the title that he will have; without "elect" it is a mistake."""
    assert findings("President-elect Donald Trump will meet Emmanuel Macron in Paris.", "2024-12-10") == []
    (found,) = findings("U.S. President Donald Trump will meet Emmanuel Macron in Paris.", "2024-12-10")
    assert found == ("office-holder", "U.S. President Donald Trump")


def test_same_words_on_another_day(findings: Findings) -> None:
    """What is wrong in 2025 was right in 2024."""
    assert findings("The Biden administration will send arms to Ukraine next month.", "2024-08-16") == []
