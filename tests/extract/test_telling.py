"""Nouns that tell a deed and nouns that only speak of one."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.telling import is_ability, is_by_pronoun, is_told


def word(read: Callable[..., Any], text: str, wanted: str) -> tuple[Any, Any]:
    """The first token of the text with these letters, and the vocabulary."""
    doc = read(text)
    return next(token for token in doc.doc if token.text == wanted), doc.vocab


@pytest.mark.parametrize(
    "text",
    [
        "The visit will not go ahead, her office said.",
        "The visit was put off until July.",
        "Storms delayed the visit by a day.",
        "There was no visit in June.",
        "The visit began on Tuesday.",
    ],
)
def test_told(read: Callable[..., Any], text: str) -> None:
    """A clause that says what becomes of a deed tells it, whoever takes part."""
    token, vocab = word(read, text, "visit")
    assert is_told(token, vocab)


@pytest.mark.parametrize(
    "text", ["The visit was fruitful.", "He praised the visit.", "The visit cost two million euros."]
)
def test_spoken_of(read: Callable[..., Any], text: str) -> None:
    """What a deed was like, and what people think of it, does not tell it."""
    token, vocab = word(read, text, "visit")
    assert not is_told(token, vocab)


def test_ability(read: Callable[..., Any]) -> None:
    """What a weapon is able to hit is not hit."""
    token, _ = word(read, "The missile is capable of hitting Tokyo.", "hitting")
    assert is_ability(token)


def test_by_pronoun(read: Callable[..., Any]) -> None:
    """ "Her arrest" points back to an arrest that was told."""
    token, _ = word(read, "They tried to justify her arrest.", "arrest")
    assert is_by_pronoun(token)
