"""What the language model marks as names, cut to where the names end: without titles, two joined by a hyphen apart."""

from collections.abc import Iterator

from onrecord.extract.names.found import BODIES, PERSON, Range
from onrecord.extract.names.parts import NAMED_AFTER_A_LEADER, WHERE, without_title
from onrecord.knowledge import Knowledge
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

HYPHENS = frozenset("-‑–")
LINKED = frozenset(
    "led backed based flagged owned born era made style held related brokered bound controlled".split()
)
"""What a hyphen adds to a name without being part of it: "Iran-backed"."""
JUNIOR = frozenset({"jr", "jr.", "sr", "sr."})


def marked(doc: Doc, knowledge: Knowledge, vocab: Vocab) -> Iterator[Range]:
    """The marked names of a text, in order; none overlaps another."""
    stop = 0
    for ent in doc.ents:
        for start, end in _on_one_line(doc, ent.start, ent.end):
            start, end = _trim(doc, max(start, stop), end)
            if start < end and not _is_office(doc, start, end, knowledge, vocab):
                start, end = _whole(doc, start, end, ent.label_, stop, knowledge)
                stop = end
                yield from _names(doc, start, end, ent.label_, knowledge, vocab)


def _whole(doc: Doc, start: int, end: int, label: str, stop: int, knowledge: Knowledge) -> tuple[int, int]:
    if end - start == 2 and doc[end - 1].lower_ in NAMED_AFTER_A_LEADER:
        end -= 1  # "Biden administration": the name is the leader's
    end = _to_the_end_of_the_word(doc, end, knowledge)
    return _grown(doc, start, end, stop, knowledge) if label == "PERSON" else (start, end)


def _names(doc: Doc, start: int, end: int, label: str, knowledge: Knowledge, vocab: Vocab) -> Iterator[Range]:
    """The name, or the names, in one marked range."""
    if doc[start].lower_ in JUNIOR and end - start == 1:
        return  # "Joseph R. Biden, Jr."
    if _leads_a_person(doc, start, end, knowledge):
        yield Range(start, start + 1, "ORG")  # "the leader of Hamas Ismail Haniyeh"
        start, label = start + 1, "PERSON"
    elif _stands_before_a_surname(doc, start, end, knowledge):
        yield Range(start, start + 1, "PLACE")  # "From Jeddah Zelenskiy flew on"
        start, label = start + 1, "PERSON"
    start, label = _without_style(doc, start, end, label, knowledge, vocab)
    if label == "PERSON":
        start = without_title(doc, start, end, vocab)
    if label == "ORG" and _is_labelled(doc, start, end, knowledge, vocab):
        start += 1  # "Islamist Taliban"
    pair = _pair(doc, start, end, label, knowledge)
    yield from pair or [Range(start, end, label)]


def _is_office(doc: Doc, start: int, end: int, knowledge: Knowledge, vocab: Vocab) -> bool:
    """Whether an office or a style was marked as a name: "the Amir", "HH", "the two Presidents"."""
    if end - start != 1:
        return False
    if doc[start].lower_.endswith("s") and doc[start].lower_[:-1] in vocab.words["people_titles"]:
        return True
    definite = start > 0 and doc[start - 1].lower_ == "the" and knowledge.office(doc[start].text) is not None
    return definite or doc[start].text in {"HH", "HM", "HRH"}


def _is_labelled(doc: Doc, start: int, end: int, knowledge: Knowledge, vocab: Vocab) -> bool:
    if end - start < 2 or doc[start].lower_ not in vocab.words["labels"]:
        return False
    known = knowledge.named(doc[start:end].text, BODIES)
    return not known and bool(knowledge.named(doc[start + 1 : end].text, BODIES))


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        doc[start].lower_ in {"the", "a", "an", "'s", "’s", "mr", "mr.", "mrs.", "ms.", "dr."}
        or doc[start].is_punct
        or doc[start].is_space
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in {"'s", "’s", "'", "’"} or doc[end - 1].is_punct or doc[end - 1].is_space
    ):
        end -= 1
    return start, end


def _grown(doc: Doc, start: int, end: int, stop: int, knowledge: Knowledge) -> tuple[int, int]:
    """A person's name with the part that was not marked: "Min" of "Min Aung Hlaing"; only if known so."""
    if knowledge.named(doc[start:end].text, PERSON) and end - start > 1:
        return start, end
    firsts = [start, start - 1] if start - 1 >= stop and doc[start - 1].is_title else [start]
    lasts = [end, end + 1] if end < len(doc) and doc[end].is_title else [end]
    for first in reversed(firsts):
        for last in reversed(lasts):
            if last - first > max(end - start, 1) and knowledge.named(doc[first:last].text, PERSON):
                return first, last
    return start, end


def _leads_a_person(doc: Doc, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a person's name was marked together with the body before it."""
    if end - start < 3 or doc[start].text.isalpha() is False:
        return False
    return bool(knowledge.named(doc[start].text, BODIES)) and bool(
        knowledge.named(doc[start + 1 : end].text, PERSON)
    )


def _stands_before_a_surname(doc: Doc, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a place and the surname behind it were marked as one person: "From Jeddah Zelenskiy flew on"."""
    if end - start != 2 or start == 0 or doc[start - 1].lower_ not in WHERE:
        return False
    if knowledge.named(doc[start:end].text, PERSON) or not knowledge.places(doc[start].text):
        return False
    return bool(knowledge.surname(doc[end - 1].text)) and not knowledge.given_gender(doc[start].text)


def _without_style(
    doc: Doc, start: int, end: int, label: str, knowledge: Knowledge, vocab: Vocab
) -> tuple[int, str]:
    """The start and label of a name without the short office or style before it: "DPM Heng", "FM Szijjarto"."""
    first = start
    while (
        end - first > 1 and doc[first].lower_ in vocab.words["styles"] and doc[first + 1].text[:1].isupper()
    ):
        first += 1
    name = doc[first:end].text
    if first == start or (
        label != "PERSON" and not (knowledge.named(name, PERSON) or knowledge.surname(name))
    ):
        return start, label
    return first, "PERSON"


def _pair(doc: Doc, start: int, end: int, label: str, knowledge: Knowledge) -> list[Range]:
    """Two names joined by a hyphen: "the Trump-Putin call", "the India-UK talks"; [] for "Amir-Abdollahian"."""
    if end - start != 3 or doc[start + 1].text not in HYPHENS | {"/"}:
        return []
    if knowledge.surname(doc[start:end].text) or knowledge.named(doc[start:end].text, PERSON):
        return []
    sides = (doc[start].text, doc[end - 1].text)
    people = all(knowledge.surname(side) or knowledge.named(side, PERSON) for side in sides)
    if not people and not all(_acts(side, knowledge) for side in sides):
        return []
    label = "PERSON" if people else label
    return [Range(start, start + 1, label), Range(start + 2, end, label)]


def _acts(side: str, knowledge: Knowledge) -> bool:
    """Whether a word is a state's, a government's or a body's name."""
    known = knowledge.state(side) or knowledge.demonym(side) or knowledge.metonym(side)
    return known is not None or bool(knowledge.named(side, BODIES))


def _on_one_line(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a marked name that stand on one line each: a name does not go on behind a line's end."""
    first = start
    for index in range(start, end):
        if "\n" in doc[index].text:
            yield first, index
            first = index + 1
    yield first, end


def _to_the_end_of_the_word(doc: Doc, end: int, knowledge: Knowledge) -> int:
    """Takes in what hangs on the name by a hyphen: "Moon Jae-in", whose hyphen the tokenizer splits off."""
    while (
        end + 1 < len(doc)
        and doc[end].text in HYPHENS
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].is_alpha
        and doc[end + 1].lower_ not in LINKED
        and knowledge.state(doc[end + 1].text) is None
    ):
        end += 2
    return end
