"""Where names may stand: what the language model marks, and states, demonyms and buildings that it passes over."""

from collections.abc import Iterator, Sequence

from onrecord.extract.names.found import BODIES, Range
from onrecord.extract.names.marked import marked
from onrecord.knowledge import Knowledge
from onrecord.records.actor import ActorKind
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

CONNECTORS = frozenset({"of", "and", "for", "the", "'s", "’s", "on"})
ORGANISATION: tuple[ActorKind, ...] = ("organisation",)
WRITTEN_SMALL = frozenset(
    {"security council", "general assembly", "european commission", "european parliament", "european council"}
)
"""Bodies that some papers write without capitals."""
GATHERED = frozenset({"coalition", "axis", "group", "friends", "league", "alliance", "council", "community"})


def spot(doc: Doc, knowledge: Knowledge, vocab: Vocab) -> list[Range]:
    """The ranges that may be names, in order; none overlaps another."""
    long_names = [*_long_names(doc, knowledge), *_small_letters(doc, knowledge)]
    taken = {index for item in long_names for index in range(item.start, item.end)}
    found = list(marked(doc, knowledge, vocab))
    short_names = [
        item
        for item in (*found, *_gazetteer(doc, knowledge, found))
        if taken.isdisjoint(range(item.start, item.end))
    ]
    return _joined(doc, sorted([*long_names, *short_names]), knowledge)


def _long_names(doc: Doc, knowledge: Knowledge) -> Iterator[Range]:
    """Names of states and bodies with small words inside, which are easily cut: "People's Republic of China"."""
    index = 0
    while index < len(doc):
        end = index
        while (
            end < len(doc)
            and end - index < 9
            and (doc[end].text[:1].isupper() or (end > index and doc[end].lower_ in CONNECTORS))
        ):
            end += 1
        last = end
        while last - index >= 3:
            part = doc[index:last]
            if part[-1].text[:1].isupper() and any(token.lower_ in CONNECTORS for token in part):
                text = part.text
                if knowledge.state(text) is not None or knowledge.named(text, ("organisation", "body")):
                    yield Range(index, last, "ORG")
                    break
            last -= 1
        index = max(last if last - index >= 3 else end, index + 1)


def _small_letters(doc: Doc, knowledge: Knowledge) -> Iterator[Range]:
    """Names of groups that are written in small letters, too: "coalition of the willing", "axis of resistance"."""
    for token in doc[:-1]:
        pair = doc[token.i : token.i + 2]
        if pair.text in WRITTEN_SMALL and knowledge.named(pair.text, BODIES):
            yield Range(token.i, token.i + 2, "ORG")
    for token in doc:
        if token.lower_ not in GATHERED or token.text[:1].isupper() or token.i + 2 >= len(doc):
            continue
        if doc[token.i + 1].lower_ != "of":
            continue
        for size in (4, 3):
            if knowledge.named(doc[token.i : token.i + size].text, ORGANISATION):
                yield Range(token.i, token.i + size, "ORG")
                break


def _joined(doc: Doc, ranges: list[Range], knowledge: Knowledge) -> list[Range]:
    """Puts a demonym and the body behind it together: "Russian" + "Foreign Ministry"."""
    joined: list[Range] = []
    for item in ranges:
        before = joined[-1] if joined else None
        if before is not None and before.end == item.start and item.label == "ORG":
            both = doc[before.start : item.end].text
            if knowledge.demonym(doc[before.start : before.end].text) and knowledge.named(both, BODIES):
                joined[-1] = Range(before.start, item.end, "ORG")
                continue
        joined.append(item)
    return joined


<<<<<<< HEAD
def _gazetteer(doc: Doc, knowledge: Knowledge, found: Sequence[Range]) -> Iterator[Range]:
=======
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


def _leads_a_person(doc: Doc, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a person's name was marked together with the body before it."""
    if end - start < 3 or doc[start].text.isalpha() is False:
        return False
    return bool(knowledge.named(doc[start].text, BODIES)) and bool(
        knowledge.named(doc[start + 1 : end].text, PERSON)
    )


def _marked(doc: Doc, knowledge: Knowledge, vocab: Vocab) -> Iterator[Range]:
    stop = 0
    for ent in doc.ents:
        for start, end in _on_one_line(doc, ent.start, ent.end):
            start, end = _trim(doc, max(start, stop), end)
            if end - start == 2 and doc[end - 1].lower_ in NAMED_AFTER_A_LEADER:
                end -= 1  # "Biden administration": the name is the leader's
            end = _to_the_end_of_the_word(doc, end, knowledge) if start < end else end
            if ent.label_ == "PERSON" and _leads_a_person(doc, start, end, knowledge):
                yield Range(start, start + 1, "ORG")  # "the leader of Hamas Ismail Haniyeh"
                start += 1
            if ent.label_ == "PERSON":
                start = without_title(doc, start, end, vocab)
                if end - start == 1 and _is_plural_title(doc[start], vocab):
                    continue  # "the two Presidents"
            if _is_office(doc, start, end, knowledge):
                continue
            if start < end:
                stop = end
                if _is_pair(doc, start, end, knowledge):
                    yield Range(start, start + 1, ent.label_)
                    start += 2
                yield Range(start, end, ent.label_)


def _is_office(doc: Doc, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether an office or a style was marked as a name: "the Amir", "HH"."""
    if end - start != 1:
        return False
    definite = start > 0 and doc[start - 1].lower_ == "the" and knowledge.office(doc[start].text) is not None
    return definite or doc[start].text in {"HH", "HM", "HRH"}


def _is_plural_title(token: Token, vocab: Vocab) -> bool:
    return token.lower_.endswith("s") and token.lower_[:-1] in vocab.words["people_titles"]


def _is_pair(doc: Doc, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a hyphen joins two names: "the Trump-Putin call", "the India-UK talks", not "Amir-Abdollahian"."""
    if end - start != 3 or doc[start + 1].text not in {"-", "‑", "–", "/"}:
        return False
    if knowledge.surname(doc[start:end].text) or knowledge.named(doc[start:end].text, PERSON):
        return False
    sides = (doc[start].text, doc[end - 1].text)
    states = [knowledge.state(side) is not None or knowledge.demonym(side) is not None for side in sides]
    return all(states) or all(knowledge.surname(side) for side in sides)


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
        and doc[end].text in {"-", "‑", "–"}
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].is_alpha
        and doc[end + 1].lower_
        not in {"led", "backed", "based", "flagged", "owned", "born", "era", "made", "style", "held"}
        and knowledge.state(doc[end + 1].text) is None
    ):
        end += 2
    return end


def _gazetteer(doc: Doc, knowledge: Knowledge, marked: Sequence[Range]) -> Iterator[Range]:
>>>>>>> 05bf0c1 (Mended: titles beside names, what belongs to the noun before it; words that bring a clause in, days of rounds, plural titles are no names)
    """Capitalised words outside the marked names that are states, demonyms or buildings of governments."""
    taken = {index for item in found for index in range(item.start, item.end)}
    index = 0
    while index < len(doc):
        token = doc[index]
        if (
            index in taken
            or token.pos_ == "X"
            or not token.text[:1].isupper()
            or (token.is_sent_start and token.pos_ in {"ADP", "SCONJ", "PRON"})
        ):
            index += 1
            continue
        length = 1
        while (
            length < 3
            and index + length < len(doc)
            and index + length not in taken
            and doc[index + length].text[:1].isupper()
        ):
            length += 1
        for size in range(length, 0, -1):
            words = doc[index : index + size].text
            if knowledge.state(words) is not None or knowledge.metonym(words) is not None:
                yield Range(index, index + size, "PLACE")
                index += size
                break
        else:
            if _is_house(doc, index) or (
                _is_abbreviation(doc, index) and knowledge.named(token.text, BODIES)
            ):
                yield Range(index, index + 1, "ORG")
            index += 1


def _is_house(doc: Doc, index: int) -> bool:
    """Whether a word is "the House" or "the Senate" alone, as a parliament's chamber is called."""
    if doc[index].text not in {"House", "Senate"} or index == 0 or index + 1 >= len(doc):
        return False
    after = doc[index + 1]
    return doc[index - 1].lower_ == "the" and after.lower_ != "of" and not after.text[:1].isupper()


def _is_abbreviation(doc: Doc, index: int) -> bool:
    """Whether a word is "NATO", "G7" or "M23", in a sentence that is not all capitals."""
    text = doc[index].text
    if len(text) < 2 or not text.isupper():
        return False
    return any(word.text.islower() for word in doc[index].sent)
