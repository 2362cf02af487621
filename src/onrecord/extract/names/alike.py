"""One name, one thing: what an unknown name is in one place of an article, it is in the others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.extract.clause import lemma
from onrecord.extract.names.found import Found
from onrecord.knowledge.folding import fold
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab


def of_one_kind(doc: Doc, names: Sequence[Found], vocab: Vocab) -> tuple[Found, ...]:
    """The names, with the unknown ones that are written like a ship or a known body made the same.

    "the tanker Koti", then "Koti", marked as a person. Other labels of unknown names are left as they differ:
    a state that nobody knows acts here and is a place there.
    """
    groups: dict[str, list[Found]] = defaultdict(list)
    for found in names:
        groups[fold(found.text)].append(found)
    same = {id(found): one for group in groups.values() for found, one in _same(doc, group, vocab)}
    return tuple(same.get(id(found), found) for found in names)


def _same(doc: Doc, group: Sequence[Found], vocab: Vocab) -> Iterator[tuple[Found, Found]]:
    """Each name that changes, with what becomes of it."""
    unknown = [found for found in group if found.entity is None]
    known = [found for found in group if found.entity is not None]
    if known:
        one = known[0]
        if one.kind not in {"person", "place"} and all(found.entity == one.entity for found in known):
            yield from ((found, as_other(found, one)) for found in unknown)
    elif any(_is_vessel(doc, found, vocab) for found in unknown):
        yield from ((found, msgspec.structs.replace(found, kind="vessel")) for found in unknown)


def as_other(found: Found, other: Found) -> Found:
    """A name with what another one means."""
    return msgspec.structs.replace(
        found, entity=other.entity, name=other.name, kind=other.kind, country=other.country
    )


def _is_vessel(doc: Doc, found: Found, vocab: Vocab) -> bool:
    """Whether a name begins with "USS", or a word for a ship in the singular stands right before it."""
    if found.text.split()[0] in vocab.words["ship_marks"] and found.end - found.start > 1:
        return True
    before = found.start - 1
    while before > doc[found.start].sent.start and doc[before].text in {"-", '"', "“", "‘", ","}:
        before -= 1
    if before < 0 or doc[before].text == ",":
        return False
    word = doc[before]
    return word.pos_ == "NOUN" and word.text == lemma(word) and lemma(word) in vocab.words["ships"]
