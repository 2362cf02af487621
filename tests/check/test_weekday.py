"""Weekdays that their dates do not have, and those that may be right."""

from collections.abc import Callable

import pytest

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "published", "wrong"),
    [
        ("The two foreign ministers met on Friday, May 9, 2024, in Riga.", "2025-08-16", "Friday"),
        ("Talks will open in Geneva on Sunday, 20 August.", "2025-08-16", "Sunday"),
        ("The envoy left Ankara on Monday, Aug. 12, his office said.", "2025-08-16", "Monday"),
        ("The pact was signed on Wednesday, 2 April 2019, in Lisbon.", "2025-08-16", "Wednesday"),
        ("The ministers met on Monday (August 12) in Doha.", "2025-08-16", "Monday"),
        ("The court sat on 14 March 2024 (Friday) and on the day after.", "2025-08-16", "Friday"),
    ],
)
def test_a_weekday_that_the_date_does_not_have(
    findings: Findings, text: str, published: str, wrong: str
) -> None:
    """With its year, or near the article's day, the wrong weekday is found."""
    assert findings(text, published) == [("weekday", wrong)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The two foreign ministers met on Thursday, May 9, 2024, in Riga.", "2025-08-16"),
        ("Talks will open in Geneva on Wednesday, 20 August.", "2025-08-16"),
        ("The envoy left Ankara on Thursday, May 9, his office said.", "2025-08-16"),
        ("The envoy left Ankara on Thursday, January 4.", "2025-08-16"),
        ("The envoy left Ankara on Friday.", "2025-08-16"),
        ("The envoy left Ankara on Monday and the minister on August 13, 2025.", "2025-08-16"),
        ("The war of 2023 had ended in Perunia. Its last battle was on Monday, 7 August.", "2025-08-16"),
        ("The charter was read out on Monday, 3 September 1651.", "2025-08-16"),
    ],
)
def test_weekdays_that_may_be_right(findings: Findings, text: str, published: str) -> None:
    """Right ones, those of another year or calendar, and those of another day are not held against the text."""
    assert findings(text, published) == []


def test_it_tells_the_day(reader_message: Callable[[str, str], list[str]]) -> None:
    """The message names the weekday that the date has."""
    told = reader_message("They met on Friday, May 9, 2024, in Riga.", "2025-08-16")
    assert told == ["2024-05-09 was a Thursday, not a Friday"]
