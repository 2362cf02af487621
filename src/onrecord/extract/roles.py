"""Who fills which role of a deed, from the slots around its trigger."""

from collections.abc import Iterator

from onrecord.extract.actors import actors_in
from onrecord.extract.carrying import noun_arguments
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import base, case_of, conjuncts, lemma
from onrecord.extract.clause_slots import Slots
from onrecord.records.parse import Token
from onrecord.vocab import Kind, Trigger

FORUMS = frozenset(
    "conference summit forum games olympics congress festival convention symposium fair expo".split()
)
PLACE_SLOTS = frozenset({"in", "at", "on", "near", "from", "over", "into"})
OUTER = frozenset({"between", "among"})
INNER = frozenset({"between", "with", "among", "against", "on", "by", "to", "about", "over"})
_RANK = {
    "agent": 0,
    "poss": 1,
    "by": 2,
    "object": 3,
    "recipient": 3,
    "with": 4,
    "between": 4,
    "of": 5,
    "modifier": 8,
}


def roles_of(
    token: Token, kind: Kind, trigger: Trigger, slots: Slots, cast: Cast
) -> Iterator[tuple[Figure, str]]:
    """Who fills which role, each figure once, doers first."""
    seen: set[str] = set()
    named = kind.slots | trigger.roles
    inner = cast.vocab.words["blows"] if kind.speech else frozenset()
    for slot, word in (*_fillers(slots, inner), *_senders(slots), *_wielders(kind, slots, cast)):
        role = named.get(slot)
        if slot == "modifier" and "compound" in named and _is_bare_name(word):
            role = named["compound"]
        if role is None or role == "about":
            continue
        for figure in actors_in(word, slot, kind, role, cast):
            if not _acts(figure, kind, slot, cast):
                continue
            if figure.kind == "place":
                bodily = kind.kind in {"attack", "visit", "coercion"} and role in {"host", "target"}
                if not bodily and (slot not in PLACE_SLOTS or role == "target"):
                    figure = cast.government(figure)  # "sanctions on Pyongyang", "talks with Ankara"
                if figure.kind == "place" and not bodily:
                    continue
            if figure.id not in seen:
                seen.add(figure.id)
                yield figure, role


def _senders(slots: Slots) -> Iterator[tuple[str, Token]]:
    """Whose officials they are, where a parser hangs it on the verb: "met senior officials from Qatar and Egypt"."""
    senders = slots.get("from", ())
    for word in slots.get("object", ()):
        if word.pos_ == "NOUN" and senders and word.i < senders[0].i:
            between = word.doc[word.i + 1 : senders[0].i]
            if all(token.pos_ in {"ADP", "DET"} for token in between):
                for sender in senders:
                    yield "object", sender


def _acts(figure: Figure, kind: Kind, slot: str, cast: Cast) -> bool:
    """Whether a name can take part: not a treaty's or weapon's initials, nor, in talks, the forum that holds them."""
    words = figure.name.lower().split()
    if kind.kind in {"meeting", "call"} and figure.kind in {"organisation", "body"} and words[-1] in FORUMS:
        return False
    if figure.known:
        return True
    if figure.kind != "person" and set(words) <= cast.vocab.words["not_actors"]:
        return False
    if figure.kind != "person" and {words[0], words[-1]} & cast.vocab.words["deals"]:
        return False  # "the Memorandum of Understanding" signs nothing
    if kind.kind in {"meeting", "call", "visit"} and figure.kind in {"organisation", "body"}:
        return slot != "modifier"
    return not (slot == "agent" and figure.kind == "outlet" and not kind.speech)


def _is_bare_name(word: Token) -> bool:
    """A name as it stands, no adjective and no abbreviation: "Russia sanctions" are on Russia, "US sanctions" by it."""
    return (
        base(word) == "compound" and word.pos_ == "PROPN" and not word.text.isupper() and "." not in word.text
    )


def _fillers(slots: Slots, condemned: frozenset[str] = frozenset()) -> Iterator[tuple[str, Token]]:
    """Slots and their words; what hangs on an object counts too: "sign a pact with", "a round of talks"."""
    for slot in sorted(slots, key=lambda name: _RANK.get(name, 9)):
        for word in slots[slot]:
            yield slot, word
    for slot in sorted(set(slots) & {"to", "with", "object", "agent"}):
        for word in [*slots[slot], *slots.get("including", ())]:
            for child in word.children:
                if base(child) == "nmod" and case_of(child) in {"including", "such as"}:
                    for part in conjuncts(child):
                        yield slot, part
        for word in slots.get("including", ()):
            yield slot, word
    for slot, within in (
        ("object", INNER),
        ("of", INNER),
        ("agent", OUTER if condemned else OUTER | {"on", "against"}),
    ):
        for word in slots.get(slot, ()):
            if word.pos_ == "NOUN":
                for inner, words in noun_arguments(word).items():
                    if inner in within and inner not in slots:
                        if condemned and inner == "by":
                            inner = "object"  # "condemned the raid by the army": the army does not condemn it
                        elif lemma(word) in condemned:
                            continue  # ... "on Doha": nor is it Doha that is condemned
                        for part in words:
                            yield inner, part


def _wielders(kind: Kind, slots: Slots, cast: Cast) -> Iterator[tuple[str, Token]]:
    """Whose blow it was that people died in: "killed in an Israeli strike", "hurt in the army's raid on the camp"."""
    for word in slots.get("in", ()) if kind.kind == "attack" else ():
        if lemma(word) in cast.vocab.words["blows"]:
            inner = noun_arguments(word)
            for slot in ("poss", "by", "modifier"):
                for part in inner.get(slot, ()):
                    yield slot, part
