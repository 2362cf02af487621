"""Whom pronouns, titles without names, counterparts and groups mean."""

from collections.abc import Callable

import pytest

Reading = Callable[..., object]


def meant(read: Reading, text: str, word: str, nth: int = 0) -> list[str]:
    """Names of those whom the nth occurrence of a word means."""
    reading = read(text)
    tokens = [token for token in reading.doc if token.text == word]  # type: ignore[attr-defined]
    return [figure.name for figure in reading.cast.of(tokens[nth])]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        # the subject of the sentence before, rather than whoever stands nearer
        ("Mark Carney met Friedrich Merz in Berlin. He flew on to Oslo.", "He", ["Mark Carney"]),
        # not the subject of its own clause
        ("Mark Carney called Friedrich Merz to thank him.", "him", ["Friedrich Merz"]),
        ("Giorgia Meloni met Mark Carney. She praised him.", "She", ["Giorgia Meloni"]),
        # not who speaks the words
        ('Mark Carney met Friedrich Merz. "He listens," Carney said.', "He", ["Friedrich Merz"]),
        # whoever has no name is meant too, and stays unknown
        ("The mayor of Arles thanked the crews. He had slept little.", "He", []),
        ("Spain and Portugal signed. They had talked for a year.", "They", ["Spain", "Portugal"]),
        ("Hamas rejected the plan. It wants a guarantee.", "It", ["Hamas"]),
    ],
)
def test_pronouns(read: Reading, text: str, word: str, names: list[str]) -> None:
    """A pronoun means the one most in mind who fits it and whom the clause allows."""
    assert meant(read, text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The French president spoke first.", "president", ["Emmanuel Macron"]),
        ("The NATO chief spoke last.", "chief", ["Mark Rutte"]),
        ("A president must listen.", "president", []),
        ("Keir Starmer will decide. The next president must wait.", "president", []),
        ("Olaf Scholz was there. The former chancellor spoke.", "chancellor", ["Olaf Scholz"]),
        ("In March 2022 the Israeli prime minister flew to Moscow.", "minister", ["Naftali Bennett"]),
        ("Pavel Klimov, a local official, was hurt. The official is in hospital.", "official", []),
        ("Keir Starmer spoke with his foreign minister.", "minister", ["Yvette Cooper"]),
        ("The chancellor left Berlin at noon.", "chancellor", ["Friedrich Merz"]),
    ],
)
def test_titles(read: Reading, text: str, word: str, names: list[str]) -> None:
    """A title means its holder on the article's day, or on the day spoken of, or one whom the text calls so."""
    assert meant(read, text, word) == names


def test_described(read: Reading) -> None:
    """A noun by which the text calls somebody means him when it comes back."""
    text = "Pavel Klimov, a local official, was hurt. The official is in hospital."
    assert meant(read, text, "official", 1) == ["Pavel Klimov"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marco Rubio phoned his Israeli counterpart.", ["Gideon Saar"]),
        ("Emmanuel Macron met his Egyptian counterpart.", ["Abdel Fattah el-Sisi"]),
        # a president's counterpart in a state that a chancellor leads may be either of two: the state stands for him
        ("Emmanuel Macron met his German counterpart.", ["Germany"]),
        ("Colonel Ivar Tamm met his Latvian counterpart.", ["Latvia"]),
    ],
)
def test_counterparts(read: Reading, text: str, names: list[str]) -> None:
    """A counterpart holds the same office in the state named, where that is clear."""
    found = meant(read, text, "counterpart")
    assert [name.replace("'", "") for name in found] == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "The foreign ministers of Britain and France met.",
            "ministers",
            ["Yvette Cooper", "Jean-Noël Barrot"],
        ),
        (
            "The presidents of France and Brazil met.",
            "presidents",
            ["Emmanuel Macron", "Luiz Inácio Lula da Silva"],
        ),
        (
            "Mark Carney met Friedrich Merz. The two leaders talked.",
            "leaders",
            ["Mark Carney", "Friedrich Merz"],
        ),
        ("Narendra Modi and Xi Jinping met. The pair shook hands.", "pair", ["Narendra Modi", "Xi Jinping"]),
        ("India and Pakistan fired. Both sides claimed victory.", "sides", ["India", "Pakistan"]),
        ("Macron, Merz and Starmer met. The two men spoke.", "men", []),
    ],
)
def test_groups(read: Reading, text: str, word: str, names: list[str]) -> None:
    """A group means those who share the office, or were spoken of together; nobody where a third was there."""
    assert meant(read, text, word) == names


def test_groups_are_not_expanded(read: Reading) -> None:
    """The leaders of the G7 stay a group."""
    reading = read("G7 leaders met on Monday.")
    (token,) = [token for token in reading.doc if token.text == "leaders"]  # type: ignore[attr-defined]
    assert not any(figure.person for figure in reading.cast.of(token))  # type: ignore[attr-defined]
