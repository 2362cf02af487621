"""One deed told with two days in one article, and what only looks like it."""

from collections.abc import Callable

import pytest

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        (
            "Volodymyr Zelensky landed in Hiroshima on 20 May. His arrival in Hiroshima on 19 May surprised the hosts.",
            "2023-05-21",
            "arrival in Hiroshima on 19 May",
        ),
        (
            "Norland expelled the Sarvian envoy on Tuesday, 6 February. The expulsion of the Sarvian envoy on "
            "5 February followed a break-in.",
            "2024-02-09",
            "expulsion of the Sarvian envoy on 5 February",
        ),
        (
            "The parliament of Kestria ratified the border treaty on 4 April 2017. Norland is glad. Kestria's "
            "ratification of the border treaty on 5 April 2017 ends a dispute.",
            "2017-04-10",
            "ratification of the border treaty on 5 April 2017",
        ),
    ],
)
def test_one_deed_on_two_days(findings: Findings, text: str, published: str, words: str) -> None:
    """The second telling is found, by noun or verb."""
    assert findings(text, published) == [("date-conflict", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Volodymyr Zelensky landed in Jeddah on 19 May. His arrival in Hiroshima on 20 May surprised the hosts.",
        "Norland and Kestria signed the gas accord on March 28. Norland and Sarvia signed the gas accord on March 29.",
        "Norland expelled the Sarvian envoy on 6 May. Sarvia's expulsion of the Norlandic envoy on 8 May followed.",
        "Sarvia shelled Lomo on 3 May. The shelling of Lomo on 7 May killed two.",
        "Xi Jinping met Barack Obama in Sunnylands on May 7. Their meeting in Sunnylands on May 8 was warm.",
        "Sarvia and Norland met in Lomo on 3 May. The meeting in Lomo on 4 May ended without result.",
        "Joe Biden met Vladimir Putin in Geneva on 16 May. Their second meeting in Geneva on 18 May was shorter.",
        "Norland will ratify the treaty on 6 June. The treaty should have been ratified on 30 May.",
        "The army said that the Eliza sank off Norhavn on 3 May. The Eliza sank off Norhavn on 4 May, the navy said.",
        "Norland signed the pact in Lomo on Monday, 5 May, local time. The pact was signed in Lomo on 4 May.",
    ],
)
def test_days_that_need_not_conflict(findings: Findings, text: str) -> None:
    """Other people, places and occasions, plans, different speakers and time zones are left alone."""
    assert findings(text, "2025-05-20") == []


def test_it_names_both_days(reader_message: Callable[[str, str], list[str]]) -> None:
    """The message gives the day here, the day before, and the words that said it."""
    text = "Joe Biden and Vladimir Putin met in Geneva on 16 June. At their meeting in Geneva on 15 June they agreed."
    told = reader_message(text, "2021-06-18")
    assert told == ["on 15 June 2021 here, on 16 June 2021 before: “met in Geneva on 16 June”"]
