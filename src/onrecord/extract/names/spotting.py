"""Where names may stand: what the language model marks, and states, demonyms and buildings that it passes over."""

from collections.abc import Iterator, Sequence

from onrecord.extract.names.found import BODIES, Range
from onrecord.extract.names.marked import marked
from onrecord.knowledge import Knowledge
from onrecord.records.actor import ActorKind
from onrecord.records.parse import Doc
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


def _gazetteer(doc: Doc, knowledge: Knowledge, found: Sequence[Range]) -> Iterator[Range]:
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
