"""All names of an article, resolved as far as that is sure."""

from onrecord.extract.names.alike import of_one_kind
from onrecord.extract.names.bare import completed
from onrecord.extract.names.context import by_context
from onrecord.extract.names.found import BODIES, PERSON, Found, Range
from onrecord.extract.names.parts import WHERE, is_month, is_surname_only
from onrecord.extract.names.people import People
from onrecord.extract.names.spotting import spot
from onrecord.extract.names.things import thing_of
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
    ranges = [_relabelled(doc, item, knowledge) for item in spot(doc, knowledge, vocab)]
    people = People(doc, knowledge, vocab, on)
    found: list[Found] = []
    # full names first: surnames that stand before them (headlines) mean the same person
    full = {r for r in ranges if r.label == "PERSON" and not is_surname_only(doc[r.start : r.end].text)}
    resolved = {r: people.full(r) for r in ranges if r in full}
    ranges = sorted([*ranges, *people.unmarked(ranges)])
    for item in ranges:
        if item.end - item.start == 1 and is_month(doc, item.start):
            continue
        label = _rather(doc, item, people, knowledge) if item.label == "PERSON" else None
        if (item.label == "PERSON" and label is None) or people.is_short(item):
            found.append(resolved.get(item) or people.short(item))
        else:
            other = thing_of(doc, Range(item.start, item.end, label or item.label), knowledge)
            if other is not None:
                found.append(other)
    return completed(doc, of_one_kind(doc, by_context(doc, tuple(found), knowledge), vocab), knowledge)


def _relabelled(doc: Doc, item: Range, knowledge: Knowledge) -> Range:
    """A name of several words, as what it is known to be where the model's label lets it be nothing known."""
    text = " ".join(doc[item.start : item.end].text.split())
    if item.end - item.start == 1:
        return item
    person = bool(knowledge.named(text, PERSON))
    thing = bool(knowledge.named(text, BODIES)) or knowledge.outlet(text) is not None
    if item.label != "PERSON":
        other = thing or knowledge.metonym(text) is not None or bool(knowledge.places(text))
        return Range(item.start, item.end, "PERSON") if person and not other else item
    if person:
        return item
    if thing:
        return Range(item.start, item.end, "ORG")
    place = doc[max(item.start - 1, 0)].lower_ in WHERE and bool(knowledge.places(text))
    return Range(item.start, item.end, "PLACE") if place else item


def _rather(doc: Doc, item: Range, people: People, knowledge: Knowledge) -> str | None:
    """What one word marked as a person is: a town behind "in" or "to", a body, a paper; None: a person."""
    text = doc[item.start].text
    if item.end - item.start > 1 or people.is_surname(item):
        return None
    if knowledge.state(text) is not None:
        return "PLACE"
    if knowledge.surname(text) or knowledge.named(text, PERSON):
        return None
    if knowledge.named(text, BODIES) or knowledge.outlet(text) is not None:
        return "ORG"
    known = knowledge.metonym(text) is not None
    where = doc[max(item.start - 1, 0)].lower_ in WHERE and bool(knowledge.places(text))
    return "PLACE" if known or where else None
