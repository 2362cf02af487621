"""Reads the vocabulary: one YAML file a kind under `kinds/`, word lists under `cues/`."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from onrecord.errors import OnrecordError
from onrecord.records import Plover

WORD_SLOTS = ("agent", "object", "of", "by", "with", "modifier", "complement")


class VocabularyError(OnrecordError):
    """A vocabulary file says something that is not understood."""


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that may tell of an engagement, and what must hold around them. docs/kinds.md explains each field."""

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    # words: one of them must (must not) fill the slot
    agent: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    with_: frozenset[str] = msgspec.field(default=frozenset(), name="with")
    modifier: frozenset[str] = frozenset()
    complement: frozenset[str] | bool = False
    not_object: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    not_modifier: frozenset[str] = frozenset()
    # slots
    needs: tuple[str, ...] = ()
    needs_any: tuple[str, ...] = ()
    needs_prep: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    prepositions_any: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    not_person: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    # the whole
    actors: int = 0
    people: int = 0
    plural: bool = False
    where: bool = False
    strong: bool = False
    forces: bool = False
    military: bool = False
    verbal: bool = False
    # what it changes
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
    plover_ahead: str | None = None
    objects: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class Vocab(msgspec.Struct, frozen=True):
    """All kinds by name, triggers by first lemma, word lists by name; `version` changes with any of the files."""

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


def _kind(name: str, data: bytes) -> Kind:
    try:
        return msgspec.convert(_read(name, data), Kind)
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{name}: {error}") from error


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


@cache
def load_vocab() -> Vocab:
    """The vocabulary of the package.

    Raises:
        VocabularyError: a file is not understood; the message names the file and the reason.
    """
    root = files("onrecord.vocab")
    digest = hashlib.sha256()
    kinds: dict[str, Kind] = {}
    words: dict[str, frozenset[str]] = {}
    for folder in ("kinds", "cues"):
        for file in sorted(root.joinpath(folder).iterdir(), key=lambda item: item.name):
            if not file.name.endswith(".yaml"):
                continue
            data = file.read_bytes()
            digest.update(file.name.encode() + b"\0" + data)
            if folder == "kinds":
                kind = _kind(file.name, data)
                kinds[kind.kind] = kind
            else:
                words.update({key: frozenset(value) for key, value in _read(file.name, data).items()})
    verbs, nouns = _index(kinds)
    return Vocab(
        kinds,
        {key: tuple(value) for key, value in verbs.items()},
        {key: tuple(value) for key, value in nouns.items()},
        words,
        digest.hexdigest()[:12],
    )
