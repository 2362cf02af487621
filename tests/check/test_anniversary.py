"""Anniversaries whose count fits their year, and those whose does not."""

from collections.abc import Callable

import pytest

Findings = Callable[..., list[tuple[str, str]]]
VICTORY = "80th anniversary of the victory over Nazi"


@pytest.mark.parametrize(
    ("text", "published", "wrong"),
    [
        (
            "Troops marched in Moscow on May 9, 2024, for the 80th anniversary of the victory over Nazi Germany.",
            "2025-08-16",
            VICTORY,
        ),
        (
            "In 2023 the country marked the 80th anniversary of the victory over Nazi Germany.",
            "2025-08-16",
            VICTORY,
        ),
        (
            "Beijing marked the 75th anniversary of the People's Republic of China on October 1.",
            "2023-10-02",
            "75th anniversary of the People's Republic of China",
        ),
        (
            "This year marks the 50th anniversary of the Helsinki Accords, the chancellor said.",
            "2024-08-16",
            "50th anniversary of the Helsinki Accords",
        ),
        (
            "Seoul marked the 71st anniversary of the Korean War, which began on 25 June 1950, on Saturday.",
            "2022-06-25",
            "71st anniversary of the Korean War, which began on 25 June 1950",
        ),
        (
            "Berlin on Saturday commemorated the 69th anniversary of the uprising of 17 June 1953.",
            "2023-06-17",
            "69th anniversary of the uprising of 17 June 1953",
        ),
        (
            "On Tuesday, the 26th anniversary of Poland's entry into NATO in March 1999, flags flew.",
            "2024-03-12",
            "26th anniversary of Poland's entry into NATO in March 1999",
        ),
        (
            "Kestria and Sarvia celebrated the 30th anniversary of their pact of 1990 on Friday.",
            "2021-05-07",
            "30th anniversary of their pact of 1990",
        ),
        (
            "On 6 June 2025 veterans gathered for the 80th anniversary of the Normandy landings.",
            "2025-08-16",
            "80th anniversary of the Normandy landings",
        ),
    ],
)
def test_an_anniversary_in_the_wrong_year(findings: Findings, text: str, published: str, wrong: str) -> None:
    """The count must lead from the event's year to the year in which it is kept."""
    assert findings(text, published) == [("anniversary", wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops marched on May 9, 2025, for the 80th anniversary of the victory over Nazi Germany.",
        "On September 3, 2025, China marked the 80th anniversary of Japan's surrender.",
        "On June 5, 2024, he spoke of the 80th anniversary of the victory over Nazi Germany.",
        "The 25th anniversary of the pact was marked on May 9, 2024.",
        "On May 9, 2024, nearly 80 years after the end of World War II, veterans met in London.",
        "On May 9, 2024, he was asked what the 80th anniversary of the victory of 1945 would be like.",
        "A year ahead of the 75th anniversary of the landings of 6 June 1944, on 6 June 2018, work began.",
        "Leaders marked the 75th anniversary of the alliance, which Turkey joined in 1952, on April 4, 2024.",
        "Kestria and Sarvia celebrated the 30th anniversary of their pact of 1990 on January 7, 2021.",
        "In 2023 he was asked about the 80th anniversary of the end of World War II.",
        "In 2023 the ministry began to prepare the 80th anniversary of the end of World War II.",
        "The leaders met on May 9, 2024, and will meet again for the 80th anniversary of the victory over Nazi "
        "Germany in 2025.",
    ],
)
def test_anniversaries_that_may_be_right(findings: Findings, text: str) -> None:
    """Right counts, other days, preparations and events of unknown year are not held against the text."""
    assert findings(text) == []


def test_it_tells_the_year_of_the_event(reader_message: Callable[[str, str], list[str]]) -> None:
    """The message names the event's year and the count that would be right."""
    told = reader_message(
        "Troops marched on May 9, 2024, for the 80th anniversary of the victory over Nazi Germany.",
        "2024-05-10",
    )
    assert told == ["the event is of 1945: its 80th anniversary falls in 2025, that in 2024 is the 79th"]
