"""All names of an article, resolved as far as that is sure."""

from onrecord.extract.names.context import by_context
from onrecord.extract.names.found import Found, Range
from onrecord.extract.names.parts import is_month, is_surname_only
from onrecord.extract.names.people import People
from onrecord.extract.names.spotting import spot
from onrecord.extract.names.things import WHERE, thing_of
from onrecord.knowledge import Knowledge
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab


def find_names(doc: Doc, knowledge: Knowledge, vocab: Vocab, on: str | None) -> tuple[Found, ...]:
    """All names of the text in order, resolved as far as that is sure.

    Args:
        doc: the annotated text.
        knowledge: who is known.
        vocab: word lists.
        on: day at which offices are looked up, or None.
    """
    ranges = spot(doc, knowledge, vocab)
    people = People(doc, knowledge, vocab, on)
    found: list[Found] = []
    # full names first: surnames that stand before them (headlines) mean the same person
    full = {r for r in ranges if r.label == "PERSON" and not is_surname_only(doc[r.start : r.end].text)}
    resolved = {r: people.full(r) for r in ranges if r in full}
    ranges = sorted([*ranges, *people.unmarked(ranges)])
    for item in ranges:
        if item.end - item.start == 1 and is_month(doc, item.start):
            continue
        if (item.label == "PERSON" and not _is_rather_place(doc, item, people, knowledge)) or (
            people.is_surname(item) or people.gives_its_name(item) or people.is_known_short(item)
        ):
            found.append(resolved.get(item) or people.short(item))
        else:
            other = thing_of(doc, item, knowledge)
            if other is not None:
                found.append(other)
    return by_context(doc, tuple(found), knowledge)


def _is_rather_place(doc: Doc, item: Range, people: People, knowledge: Knowledge) -> bool:
    """Whether one word marked as a person is a town: nobody here has that surname, and "in" or "to" stands before."""
    text = doc[item.start].text
    if item.end - item.start > 1 or people.is_surname(item):
        return False
    if knowledge.state(text) is not None:
        return True
    if knowledge.surname(text):
        return False
    known = knowledge.metonym(text) is not None
    return known or (doc[max(item.start - 1, 0)].lower_ in WHERE and bool(knowledge.places(text)))
