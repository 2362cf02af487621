"""Names of known people that are misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.check.spellings_in_use import is_clean, may_be_meant, without_initials
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding
from onrecord.records.actor import ActorKind

if TYPE_CHECKING:
    from onrecord.records.parse import Doc


PERSON: tuple[ActorKind, ...] = ("person",)


def name_variant(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """A known person's name in a spelling that no language or agency uses.

    Raised once a spelling, where the words beside the name (its office, its country) or all but a letter or
    two of it leave no doubt who is meant, and the spelling is none of those on record.
    """
    told: set[str] = set()
    for use in extraction.titles:
        if use.actor is None or " " not in use.name or use.name.casefold() in told:
            continue
        if not is_clean(use.name):
            continue
        person = knowledge.entity(use.actor)
        name = without_initials(use.name)
        if person is None or knowledge.named(use.name, PERSON) or knowledge.named(name, PERSON):
            continue
        if person in knowledge.surname(use.name):
            continue  # "Von der Leyen"
        if any(
            may_be_meant(name, known, person.country)
            for known in (person.name, *knowledge.aliases(person.id))
        ):
            continue
        told.add(use.name.casefold())
        message = f"“{use.name}” is spelt {person.name}"
        if use.title and use.of:
            message += f" ({use.title}, {use.of})"
        yield Finding("name-variant", use.name_span.start, use.name_span.end, message, suggests=person.name)
