"""Reading the vocabulary's files."""

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.vocab import Kind, load_vocab
from onrecord.vocab.load import VocabularyError, _expand, _kind

GOOD = b"""
kind: picnic
definition: Actors eat outdoors.
plover: {type: CONSULT, mode: null}
cameo: "04"
role: guest
slots: {agent: guest}
triggers:
  - {verb: [picnic], has: {in: ["@parks"]}}
"""
# slots that `extract.clause_slots` fills besides those named after a preposition
SLOTS = {
    "adverb",
    "agent",
    "carrier",
    "infinitive",
    "object",
    "recipient",
    "poss",
    "modifier",
    "complement",
    "particle",
    "time",
    "relative",
    "purpose",
}
PREPOSITIONS = set(
    """to from in at on of for with by between among against over under into onto upon about before after via towards
    toward off near along across through around out outside as alongside since during without and including until
    within beside opposite behind beyond""".split()
) | {"out of"}


def triggers() -> Iterator[tuple[str, Any]]:
    """Every trigger with its kind's name."""
    for kind in load_vocab().kinds.values():
        for trigger in kind.triggers:
            yield kind.kind, trigger


def test_word_lists_stand_for_their_words() -> None:
    """A trigger that names a list gets its words."""
    kind = _kind("picnic.yaml", GOOD, {"parks": frozenset({"park", "meadow"})})
    assert isinstance(kind, Kind)
    assert kind.triggers[0].has == {"in": frozenset({"park", "meadow"})}


def test_an_unknown_list_is_refused_by_name() -> None:
    """A list that no file defines is named in the error, with the file."""
    with pytest.raises(VocabularyError, match=r"picnic\.yaml.*parks"):
        _kind("picnic.yaml", GOOD, {})


@pytest.mark.parametrize(
    "wrong", [b"verb: [picnic]", b"triggers: 3", b"kind: [", b"kind: picnic\nspeed: 3\n"]
)
def test_a_file_that_is_not_understood_is_refused_by_name(wrong: bytes) -> None:
    """Bad YAML, missing and unknown fields: one kind of error that names the file."""
    with pytest.raises(VocabularyError, match=r"picnic\.yaml"):
        _kind("picnic.yaml", wrong, {})


def test_lists_expand_in_lists_only() -> None:
    """A text that begins with "@" outside a list is left as it is."""
    assert _expand("x.yaml", {"text": "@who"}, {}) == {"text": "@who"}


def test_kinds_are_those_of_the_design() -> None:
    """25 kinds, ten of which are speech acts in the score of precision."""
    kinds = load_vocab().kinds
    assert len(kinds) == 25
    assert {name for name, kind in kinds.items() if kind.speech} == {
        "accusation", "denial", "pledge", "rejection", "request", "statement", "support", "threat",
    }  # fmt: skip


def test_slots_are_slots() -> None:
    """Conditions name slots that the clause reader fills: a misspelt slot would never hold."""
    known = SLOTS | PREPOSITIONS
    for kind, trigger in triggers():
        named = {
            *trigger.has, *trigger.lacks, *trigger.filled, *trigger.without, *trigger.needs, *trigger.needs_any,
            *trigger.person, *trigger.not_person, *trigger.body, *trigger.collective, *trigger.victims,
            *trigger.money, *trigger.roles,
        }  # fmt: skip
        assert named <= known, (kind, trigger.verb or trigger.noun, named - known)


def test_every_trigger_has_a_word() -> None:
    """A trigger is of a verb or a noun, never of neither."""
    assert all(trigger.verb or trigger.noun for _, trigger in triggers())


def test_same_version_for_the_same_files() -> None:
    """The version depends on the files only."""
    assert load_vocab().version == load_vocab.__wrapped__().version
