"""Records in words."""

import pytest

from onrecord.cli import wording
from onrecord.records import Participant, Place, When
from onrecord.vocab import load_vocab


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "–"),
        (When(None, None, "unknown"), "–"),
        (When("2031-03-03", "2031-03-03", "day"), "2031-03-03"),
        (When("2031-03-01", "2031-03-31", "month"), "2031-03"),
        (When("2031-01-01", "2031-12-31", "year"), "2031"),
        (When("2031-03-03", "2031-03-09", "week"), "2031-03-03…09"),
        (When("2031-03-03", None, "range"), "2031-03-03…"),
        (When(None, "2031-03-09", "range"), "…2031-03-09"),
        (When("2031-03-01", "2031-04-30", "month"), "2031-03-01…04-30"),
    ],
)
def test_when(when: When | None, words: str) -> None:
    """A day is shown as precisely as it is known, and no more."""
    assert wording.when_words(when) == words


def test_an_arrow_parts_those_who_do_from_those_to_whom_it_is_done() -> None:
    """Equal partners stand side by side; visitor and host do not."""
    ayla, jonas, host = Participant("Ayla"), Participant("Jonas"), Participant("Mina", "x", "QA", "host")
    assert wording.who_words((ayla, jonas)) == "Ayla, Jonas"
    assert wording.who_words((host, ayla, jonas)) == "Ayla, Jonas → Mina"
    assert wording.who_words((host,)) == "→ Mina"
    assert wording.who_words(()) == "–"
    assert wording.roles_words((ayla, host)) == "Ayla (participant), Mina (QA, host)"


def test_receiving_roles_are_roles_of_the_vocabulary() -> None:
    """A role that is renamed in the vocabulary must be renamed here."""
    roles = {role for kind in load_vocab().kinds.values() for role in kind.slots.values()}
    assert roles >= wording.RECEIVING


def test_a_claim_without_sources_stands_on_the_outlet_s_word() -> None:
    """An empty list of chains has a meaning, and the screen says it."""
    assert wording.sources_words(()) == "the outlet's own word"
    assert wording.sources_words((("Le Point", "unnamed sources"), ("A",))) == "Le Point ← unnamed sources; A"


def test_where_names_the_country_by_its_code() -> None:
    """A place is followed by its country's code where that is known."""
    assert wording.where_words(Place("Doha", "QA")) == "Doha, QA"
    assert wording.where_words(Place("the High Seas")) == "the High Seas"


def test_clipped_cuts_at_a_word() -> None:
    """A glimpse is one line, and no word is cut in two."""
    assert wording.clipped("one\n two three", 8) == "one two …"
    assert wording.clipped("one two", 8) == "one two"
