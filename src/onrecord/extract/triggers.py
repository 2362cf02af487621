"""Finding the words that tell of a deed, and who fills which role around them.

A word is a trigger when a kind's file lists its lemma and all that the file asks for holds around it. Each
condition of `vocab.Trigger` is one small function in `CONDITIONS`; the first that fails is the reason why a
word yields no claim, which `explain` shows.
"""

from collections.abc import Callable, Iterator

import msgspec
from spacy.tokens import Doc, Token

from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import (
    Slots,
    arguments,
    base,
    carrier,
    case_of,
    conjuncts,
    is_passive,
    is_verb,
    lemma,
    noun_arguments,
)
from onrecord.vocab import Kind, Trigger, Vocab

WHERE_SLOTS = ("in", "at", "to", "near", "outside", "into", "on", "from", "toward", "off")
PEOPLE_KINDS = frozenset({"person", "group"})


class Match(msgspec.Struct, frozen=True):
    """A word that tells of a deed of `kind`: its token, slots, and who fills which role.

    `orphan`: everything holds but nobody is named; it counts only where the rest of the article says who.
    """

    kind: Kind
    trigger: Trigger
    token: int
    slots: Slots
    roles: tuple[tuple[Figure, str], ...]
    orphan: bool = False


class Site(msgspec.Struct, frozen=True):
    """A candidate on which conditions are tried."""

    kind: Kind
    trigger: Trigger
    token: Token
    slots: Slots
    cast: Cast
    vocab: Vocab
    roles: tuple[tuple[Figure, str], ...]

    def fillers(self, slot: str) -> list[Token]:
        """Words in a slot."""
        return self.slots.get(slot, [])

    def figures(self, slot: str) -> tuple[Figure, ...]:
        """Actors in a slot."""
        return self.cast.all_of(self.fillers(slot))

    def words(self, slot: str) -> set[str]:
        """Lemmas in a slot, those of compound parts and conjuncts included."""
        found: set[str] = set()
        for token in self.fillers(slot):
            found.add(lemma(token))
            found.update(
                lemma(child)
                for child in token.children
                if base(child) in {"compound", "amod"} and slot != "modifier"
            )
        return found


Condition = Callable[[Site], bool]


def _any_word(slot: str) -> Condition:
    def holds(site: Site) -> bool:
        wanted = getattr(site.trigger, "with_" if slot == "with" else slot)
        return not wanted or bool(site.words(slot) & wanted)

    return holds


def _no_word(slot: str) -> Condition:
    def holds(site: Site) -> bool:
        return not (site.words(slot) & getattr(site.trigger, f"not_{slot}"))

    return holds


def _complement(site: Site) -> bool:
    wanted = site.trigger.complement
    if wanted is False:
        return True
    parts = site.fillers("complement")
    if wanted is True:
        return bool(parts)
    after = {
        lemma(token)
        for part in [*parts, *site.fillers("object"), *site.fillers("as")]
        for token in part.subtree
    }
    return bool(after & wanted)


def _needs(site: Site) -> bool:
    return all(site.figures(slot) for slot in site.trigger.needs)


def _needs_any(site: Site) -> bool:
    return not site.trigger.needs_any or any(site.figures(slot) for slot in site.trigger.needs_any)


def _needs_prep(site: Site) -> bool:
    return not site.trigger.needs_prep or any(site.fillers(slot) for slot in site.trigger.needs_prep)


def _prepositions(site: Site) -> bool:
    wanted = site.trigger.prepositions
    return not wanted or any(site.cast.all_of(site.fillers(slot)) for slot in wanted)


def _prepositions_any(site: Site) -> bool:
    return not site.trigger.prepositions_any or any(
        site.fillers(slot) for slot in site.trigger.prepositions_any
    )


def _without(site: Site) -> bool:
    for name in site.trigger.without:
        if site.fillers(name):
            return False
        if name in {"comment", "question"} and name in {
            lemma(t) for t in [*site.fillers("object"), *site.fillers("complement")]
        }:
            return False
    return True


def _person(site: Site) -> bool:
    for slot in site.trigger.person:
        if site.fillers(slot) and not any(f.kind in PEOPLE_KINDS for f in site.figures(slot)):
            return False
    return (
        any(f.kind in PEOPLE_KINDS for slot in site.trigger.person for f in site.figures(slot))
        or not site.trigger.person
    )


def _not_person(site: Site) -> bool:
    return not any(f.person for slot in site.trigger.not_person for f in site.figures(slot))


def _body(site: Site) -> bool:
    slots = site.trigger.body
    if not slots:
        return True
    return any(
        f.kind in {"organisation", "body", "state"} and not f.person
        for slot in slots
        for f in site.figures(slot)
    ) or bool(set().union(*(site.words(slot) for slot in slots)) & site.vocab.words["bodies"])


def _collective(site: Site) -> bool:
    for slot in site.trigger.collective:
        tokens = site.fillers(slot)
        if not tokens or all(token.pos_ in {"PROPN", "PRON"} for token in tokens):
            return False
        if not any(
            "Plur" in token.morph.get("Number") or lemma(token) in {"crowd", "group", "hundred", "thousand"}
            for token in tokens
        ):
            return False
    return True


def _weapon(site: Site) -> bool:
    return not site.trigger.weapon or any(
        site.words(slot) & site.vocab.words["weapons"] for slot in site.trigger.weapon
    )


def _victims(site: Site) -> bool:
    if not site.trigger.victims:
        return True
    for slot in site.trigger.victims:
        if site.words(slot) & site.vocab.words["victims"] or any(f.person for f in site.figures(slot)):
            return True
        if any(token.pos_ == "NUM" for token in site.fillers(slot)):
            return True
    return False


def _actors(site: Site) -> bool:
    least = site.trigger.actors
    return least == 0 or _number(figure for figure, _ in site.roles) >= least


def _people(site: Site) -> bool:
    least = site.trigger.people
    return least == 0 or _number(figure for figure, _ in site.roles if figure.kind in PEOPLE_KINDS) >= least


def _number(figures: Iterator[Figure]) -> int:
    """How many take part; a group counts as two."""
    unique = {figure.id: figure for figure in figures}
    return sum(2 if figure.plural else 1 for figure in unique.values())


def _plural(site: Site) -> bool:
    return (
        not site.trigger.plural or "Plur" in site.token.morph.get("Number") or site.token.lower_.endswith("s")
    )


def _where(site: Site) -> bool:
    if not site.trigger.where:
        return True
    return any(
        f.kind in {"state", "place"} or f.country
        for slot in ("object", *WHERE_SLOTS, "for", "of")
        for f in site.figures(slot)
        if not f.person
    )


def _strong(site: Site) -> bool:
    if not site.trigger.strong:
        return True
    return bool(site.fillers("time")) or _where(
        msgspec.structs.replace(site, trigger=msgspec.structs.replace(site.trigger, where=True))
    )


def _forces(site: Site) -> bool:
    """Whether arms are at work: a state, an armed group, a weapon or people as victims somewhere around."""
    if not site.trigger.forces:
        return True
    around = set().union(*(site.words(slot) for slot in site.slots)) if site.slots else set()
    if around & (
        site.vocab.words["weapons"]
        | site.vocab.words["military"]
        | {"terror", "terrorist", "suicide", "gun", "knife", "arson", "deadly", "ground"}
    ):
        return True
    return any(f.kind in {"state", "body", "group", "organisation", "place"} for f, _ in site.roles)


def _military(site: Site) -> bool:
    if not site.trigger.military:
        return True
    return bool(
        {lemma(part) for token in site.fillers("object") for part in token.subtree}
        & site.vocab.words["military"]
    )


def _verbal(site: Site) -> bool:
    return not site.trigger.verbal or carrier(site.token) is not None


CONDITIONS: tuple[tuple[str, Condition], ...] = (
    *((slot, _any_word(slot)) for slot in ("agent", "object", "of", "by", "with", "modifier")),
    *((f"not_{slot}", _no_word(slot)) for slot in ("object", "with", "modifier")),
    ("plural", _plural),
    ("complement", _complement),
    ("needs_prep", _needs_prep),
    ("prepositions_any", _prepositions_any),
    ("without", _without),
    ("collective", _collective),
    ("weapon", _weapon),
    ("victims", _victims),
    ("military", _military),
    ("verbal", _verbal),
    ("needs", _needs),
    ("needs_any", _needs_any),
    ("prepositions", _prepositions),
    ("person", _person),
    ("not_person", _not_person),
    ("body", _body),
    ("actors", _actors),
    ("people", _people),
    ("where", _where),
    ("strong", _strong),
    ("forces", _forces),
)


WHO = frozenset({"actors", "needs", "needs_any"})


def find_matches(
    doc: Doc, cast: Cast, vocab: Vocab, refused: list[tuple[int, str, str]] | None = None
) -> Iterator[Match]:
    """Every trigger of the text in order; at most one kind a word.

    Args:
        doc: the annotated text.
        cast: who is who.
        vocab: kinds and word lists.
        refused: where given, (token, kind, condition) of each candidate that failed is added to it.
    """
    for token in doc:
        table = (
            vocab.verbs
            if token.pos_ in {"VERB", "AUX"}
            else vocab.nouns
            if token.pos_ in {"NOUN", "PROPN"}
            else None
        )
        if table is None:
            continue
        key = (
            token.lower_
            if table is vocab.nouns and token.pos_ == "PROPN" and lemma(token) not in table
            else lemma(token)
        )
        orphan: Match | None = None
        for kind, trigger, rest in table.get(key, ()):
            if _is_part_of_name(token, cast) or not _has_rest(token, rest):
                continue
            match, failed = _try(token, kind, trigger, cast, vocab)
            if match is not None and not match.orphan:
                yield match
                break
            orphan = orphan or match
            if refused is not None and match is None:
                refused.append((token.i, kind.kind, failed))
        else:
            if orphan is not None:
                yield orphan


def _is_part_of_name(token: Token, cast: Cast) -> bool:
    """Whether the word stands in somebody's name ("General Assembly", "the Strike newspaper")."""
    found = cast.name_at(token)
    return (
        found is not None
        and found.end - found.start > 1
        and found.kind not in {"place"}
        and token.pos_ == "PROPN"
        and (found.entity is not None or found.kind == "person")
    )


def _has_rest(token: Token, rest: tuple[str, ...]) -> bool:
    """Whether the other words of a phrase hang on the trigger ("reach out", "set foot", "phone call")."""
    children = {lemma(child) for child in token.children} | {child.lower_ for child in token.children}
    return all(word in children for word in rest)


def _try(token: Token, kind: Kind, trigger: Trigger, cast: Cast, vocab: Vocab) -> tuple[Match | None, str]:
    slots = arguments(token) if is_verb(token) else noun_arguments(token)
    roles = tuple(_roles(token, kind, trigger, slots, cast))
    site = Site(kind, trigger, token, slots, cast, vocab, roles)
    failed = [name for name, holds in CONDITIONS if not holds(site)]
    if not failed:
        return Match(kind, trigger, token.i, slots, roles), ""
    if not roles and not kind.speech and set(failed) <= WHO:
        return Match(kind, trigger, token.i, slots, roles, orphan=True), ""
    return None, failed[0]


def _roles(
    token: Token, kind: Kind, trigger: Trigger, slots: Slots, cast: Cast
) -> Iterator[tuple[Figure, str]]:
    """Who fills which role, each figure once, doers first."""
    seen: set[str] = set()
    named = kind.slots | trigger.roles
    for slot, word in _fillers(slots):
        role = named.get(slot)
        if role is None or role == "about":
            continue
        for figure in _figures(word, slot, cast):
            if figure.kind == "place":
                bodily = kind.kind in {"attack", "visit", "coercion"} and role in {"host", "target"}
                if not bodily and (slot not in PLACE_SLOTS or role == "target"):
                    figure = cast.government(figure)  # "sanctions on Pyongyang", "talks with Ankara"
                if figure.kind == "place" and not bodily:
                    continue
            if figure.id not in seen:
                seen.add(figure.id)
                yield figure, role


PLACE_SLOTS = frozenset({"in", "at", "on", "near", "from", "over", "into"})
INNER = frozenset({"between", "with", "among", "against", "on", "by", "to"})


def _fillers(slots: Slots) -> Iterator[tuple[str, Token]]:
    """Slots and their words; what hangs on an object counts too: "sign an agreement with", "a round of talks between"."""
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
    for slot in ("object", "of"):
        for word in slots.get(slot, ()):
            if word.pos_ == "NOUN":
                for inner, words in noun_arguments(word).items():
                    if inner in INNER and inner not in slots:
                        for part in words:
                            yield inner, part


def _figures(word: Token, slot: str, cast: Cast) -> tuple[Figure, ...]:
    if slot == "modifier":
        return _adjective(word, cast)
    figures = cast.of(word)
    if not figures and slot == "agent" and word.pos_ == "NOUN":
        # "Trump's visit will include a meeting with": the visitor meets
        return cast.all_of(child for child in word.children if child.dep_ == "nmod:poss")
    return figures


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


def _adjective(word: Token, cast: Cast) -> tuple[Figure, ...]:
    """The state in "Russian strikes", the person in "the Kerry visit"."""
    figure = cast.figure_at(word)
    return () if figure is None or figure.kind in {"place", "outlet"} else (figure,)


def passive_without_agent(match: Match, doc: Doc) -> bool:
    """Whether the doer is left unsaid ("was seized in November")."""
    token = doc[match.token]
    return is_verb(token) and is_passive(token) and not match.slots.get("agent")
