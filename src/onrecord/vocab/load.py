"""Reads the vocabulary: one YAML file a kind under `kinds/`, word lists under `cues/`."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from onrecord.errors import OnrecordError
from onrecord.records import Plover, Status


class VocabularyError(OnrecordError):
    """A vocabulary file says something that is not understood."""


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that may tell of an engagement, and what must hold around them.

    docs/adding-a-kind.md explains each field. Slots are those of `extract.clause_slots`: "agent", "object",
    "recipient", "poss", "modifier", "complement", "particle", "time" and one for each preposition.
    """

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    # words: in each slot named, one of them must (none of them may) stand
    has: dict[str, frozenset[str]] = {}
    lacks: dict[str, frozenset[str]] = {}
    # slots: one of them is filled; none of them is
    filled: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    # actors: each slot, any slot; persons only, no person, a body, several people
    needs: tuple[str, ...] = ()
    needs_any: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    not_person: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    actors: int = 0
    people: int = 0
    # things: people or buildings, a sum of money
    victims: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    # the word itself and what stands around it
    plural: bool = False
    verbal: bool = False
    where: bool = False
    abroad: bool = False
    anchored: bool = False
    forces: bool = False
    # what it changes
    alone: bool = False
    adds: bool = False
    status: Status | None = None
    roles: dict[str, str] = {}
    plover: dict[str, str | None] = {}
    cameo: str | None = None


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that must (`who` given) or must not (`who` null) yield the kind; runs as a test."""

    text: str
    who: tuple[str, ...] | None = None
    status: str = "happened"


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of engagement as its file defines it. `slots` maps places in the clause to roles."""

    kind: str
    definition: str
    plover: Plover
    cameo: str
    role: str
    slots: dict[str, str]
    triggers: tuple[Trigger, ...]
    speech: bool = False
    place_is_host: bool = False
    examples: tuple[Example, ...] = ()


class Vocab(msgspec.Struct, frozen=True):
    """All kinds by name, triggers by first lemma, word lists by name; `version` changes with any file."""

    kinds: Mapping[str, Kind]
    verbs: Mapping[str, tuple[tuple[Kind, Trigger, tuple[str, ...]], ...]]
    nouns: Mapping[str, tuple[tuple[Kind, Trigger, tuple[str, ...]], ...]]
    words: Mapping[str, frozenset[str]]
    version: str


def _read(name: str, data: bytes) -> Any:
    try:
        return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name}: not valid YAML: {error}") from error


def _kind(name: str, data: bytes, words: Mapping[str, frozenset[str]]) -> Kind:
    try:
        return msgspec.convert(_expand(name, _read(name, data), words), Kind)
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{name}: {error}") from error


def _expand(name: str, value: Any, words: Mapping[str, frozenset[str]]) -> Any:
    """Puts the word list in the place of its name: "@deals" stands for the words under `deals` in cues/."""
    if isinstance(value, dict):
        return {key: _expand(name, item, words) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    found: list[Any] = []
    for item in value:
        if isinstance(item, str) and item.startswith("@"):
            if item[1:] not in words:
                raise VocabularyError(f"{name}: no word list is called {item[1:]!r}")
            found.extend(sorted(words[item[1:]]))
        else:
            found.append(_expand(name, item, words))
    return found


Table = dict[str, list[tuple[Kind, Trigger, tuple[str, ...]]]]


def _index(kinds: Mapping[str, Kind]) -> tuple[Table, Table]:
    verbs: Table = defaultdict(list)
    nouns: Table = defaultdict(list)
    for kind in kinds.values():
        for trigger in kind.triggers:
            for phrase in trigger.verb:
                first, *rest = phrase.split()
                verbs[first].append((kind, trigger, tuple(rest)))
            for phrase in trigger.noun:
                *rest, last = phrase.lower().split()
                nouns[last].append((kind, trigger, tuple(rest)))
    return verbs, nouns


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the YAML files of a folder of the package, by name."""
    root = files("onrecord.vocab").joinpath(folder)
    for file in sorted(root.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".yaml"):
            yield file.name, file.read_bytes()


@cache
def load_vocab() -> Vocab:
    """The vocabulary of the package.

    Raises:
        VocabularyError: a file is not understood; the message names the file and the reason.
    """
    digest = hashlib.sha256()
    words: dict[str, frozenset[str]] = {}
    for name, data in _files("cues"):
        digest.update(name.encode() + b"\0" + data)
        words.update({key: frozenset(value) for key, value in _read(name, data).items()})
    kinds: dict[str, Kind] = {}
    for name, data in _files("kinds"):
        digest.update(name.encode() + b"\0" + data)
        kind = _kind(name, data, words)
        kinds[kind.kind] = kind
    verbs, nouns = _index(kinds)
    return Vocab(
        kinds,
        {key: tuple(value) for key, value in verbs.items()},
        {key: tuple(value) for key, value in nouns.items()},
        words,
        digest.hexdigest()[:12],
    )
