"""Misspelt names of known people, and spellings that agencies really use."""

from collections.abc import Callable

import pytest

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Indian Prime Minister Nerandra Modi arrived in Tokyo on Friday.", "Nerandra Modi"),
        ("French President Emanuel Macron phoned Xi Jinping on Friday.", "Emanuel Macron"),
        ("The Hungarian prime minister, Victor Orbon, met Xi Jinping on Friday.", "Victor Orbon"),
    ],
)
def test_misspelt(findings: Findings, text: str, words: str) -> None:
    """A name off by a letter or two beside its office is found, once."""
    assert findings(text) == [("name-variant", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Indian Prime Minister Narendra Modi arrived in Tokyo on Friday.",
        "Ukrainian President Volodymyr Zelensky flew to Oslo. Volodymyr Zelenskyy met its king.",
        "Turkish President Recep Tayyip Erdogan met Ilham Aliyev in Ankara.",
        "Serbian President Aleksandar Vucic met Viktor Orban in Belgrade.",
        "Foreign ministers Sergey Lavrov and Wang Yi spoke by phone on Friday.",
        "Former U.S. Secretary of State Rex W. Tillerson flew to Doha, President Vladimir V. Putin to Minsk.",
        "Former Armenian President Serzh Sarksyan met Nikol Pashinian in Yerevan.",
        "Russia's ambassador to the United Nations, Vassily Nebenzia, cast a veto on Friday.",
        "A former director of the FBI, James B. Comey Jr., spoke in Tallinn on Friday.",
        "The UN secretary-general, AntÃ³nio Guterres, spoke on Friday.",
        "Emma Macrone, a baker from Lyon, met Vladimir Putnam, a plumber from Leeds.",
        "Somalia's former foreign minister, Ahmed Issa Awad, spoke in Nairobi.",
        "Peru's former foreign minister, Cecilia Gervasi, spoke in Lima.",
    ],
)
def test_spellings_in_use(findings: Findings, text: str) -> None:
    """Transliterations, names without their accents and people who are nobody known raise nothing."""
    assert findings(text) == []
