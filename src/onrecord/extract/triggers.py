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
    PORTIONS,
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
        """Words in a slot; the noun of a relative clause is its object ("the deal that Iran signed")."""
        if slot == "object" and not self.slots.get("object"):
            return self.slots.get("relative", [])
        if slot == "purpose":
            return [child for child in self.token.children if base(child) in {"advcl", "acl"} and _to(child)]
        return self.slots.get(slot, [])

    def figures(self, slot: str) -> tuple[Figure, ...]:
        """Actors in a slot."""
        return self.cast.all_of(self.fillers(slot))

    def words(self, slot: str) -> set[str]:
        """Lemmas in a slot, with those of compound parts, of adjectives, and of what a portion is of.

        The slot "complement" is everything said of the subject or object: clause, predicate, "as ...".
        """
        if slot == "complement":
            tops = [*self.fillers("complement"), *self.fillers("object"), *self.fillers("as")]
            return {lemma(token) for top in tops for token in top.subtree}
        found: set[str] = set()
        for token in self.fillers(slot):
            found |= self._around(token, parts=slot != "modifier")
        return found

    def _around(self, token: Token, parts: bool) -> set[str]:
        found = {lemma(token), token.lower_}
        for child in token.children if parts else ():
            if base(child) in {"compound", "amod"}:
                found.add(lemma(child))
            elif base(child) == "nmod" and case_of(child) == "of" and lemma(token) in PORTIONS | AMOUNTS:
                found |= self._around(child, parts)
        return found


Condition = Callable[[Site], bool]


def _to(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)


def _has(site: Site) -> bool:
    return all(site.words(slot) & wanted for slot, wanted in site.trigger.has.items())


def _lacks(site: Site) -> bool:
    return not any(site.words(slot) & unwanted for slot, unwanted in site.trigger.lacks.items())


def _filled(site: Site) -> bool:
    return not site.trigger.filled or any(site.fillers(slot) for slot in site.trigger.filled)


def _without(site: Site) -> bool:
    return not any(site.fillers(slot) for slot in site.trigger.without)


def _needs(site: Site) -> bool:
    return all(site.figures(slot) for slot in site.trigger.needs)


def _needs_any(site: Site) -> bool:
    return not site.trigger.needs_any or any(site.figures(slot) for slot in site.trigger.needs_any)


def _person(site: Site) -> bool:
    """Nothing but a person (or a group of persons) stands in the slots, as far as one knows who stands there."""
    return all(
        any(figure.kind in PEOPLE_KINDS for figure in site.figures(slot))
        for slot in site.trigger.person
        if site.fillers(slot)
    )


def _said(site: Site) -> bool:
    """Where persons are asked for, at least one of the slots names one."""
    slots = site.trigger.person
    return not slots or any(f.kind in PEOPLE_KINDS for slot in slots for f in site.figures(slot))


def _not_person(site: Site) -> bool:
    return not any(f.person for slot in site.trigger.not_person for f in site.figures(slot))


def _body(site: Site) -> bool:
    slots = site.trigger.body
    return not slots or any(
        site.words(slot) & site.vocab.words["bodies"]
        or any(f.kind in {"organisation", "body", "state"} for f in site.figures(slot))
        for slot in slots
    )


def _collective(site: Site) -> bool:
    """People in the plural, not a name: "thousands of students", "the crowd"; "Starmer rallied" is another thing."""
    return all(
        any(
            "Plur" in token.morph.get("Number") or lemma(token) in CROWDS
            for token in site.fillers(slot)
            if token.pos_ not in {"PROPN", "PRON"}
        )
        for slot in site.trigger.collective
    )


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


def _victims(site: Site) -> bool:
    return not site.trigger.victims or any(
        site.words(slot) & site.vocab.words["victims"]
        or any(f.person for f in site.figures(slot))
        or any(token.pos_ == "NUM" for token in site.fillers(slot))
        for slot in site.trigger.victims
    )


def _money(site: Site) -> bool:
    return not site.trigger.money or any(
        (lemma(part) in site.vocab.words["currency"] or part.text in site.vocab.words["currency"])
        for slot in site.trigger.money
        for token in site.fillers(slot)
        for part in (token, *token.children)
    )


def _plural(site: Site) -> bool:
    return (
        not site.trigger.plural or "Plur" in site.token.morph.get("Number") or site.token.lower_.endswith("s")
    )


def _verbal(site: Site) -> bool:
    return not site.trigger.verbal or carrier(site.token) is not None


def _where(site: Site) -> bool:
    return not site.trigger.where or bool(_places(site))


def _places(site: Site) -> list[Figure]:
    """States, places, and what lies in a known state, around the word."""
    return [
        f
        for slot in ("object", *WHERE_SLOTS, "for", "of")
        for f in site.figures(slot)
        if not f.person and (f.kind in {"state", "place"} or f.country)
    ]


def _abroad(site: Site) -> bool:
    """A place that does not lie in the country of those who go there."""
    if not site.trigger.abroad:
        return True
    home = {figure.country for figure, role in site.roles if role == site.kind.role and figure.country}
    return any(figure.country is None or figure.country not in home for figure in _places(site))


def _anchored(site: Site) -> bool:
    """A day or a place is said of it."""
    if not site.trigger.anchored or site.fillers("time"):
        return True
    calendar = site.vocab.words["calendar"]
    told = any(site.words(slot) & calendar for slot in DAY_SLOTS)
    return told or any(
        f.kind in {"state", "place"} and not f.person for slot in WHERE_SLOTS for f in site.figures(slot)
    )


def _forces(site: Site) -> bool:
    """Arms are at work: a weapon, soldiers, or a state, place or armed group somewhere around."""
    if not site.trigger.forces:
        return True
    around: set[str] = set().union(*(site.words(slot) for slot in site.slots)) if site.slots else set()
    if around & (site.vocab.words["weapons"] | site.vocab.words["military"] | ARMED):
        return True
    return any(f.kind in {"state", "body", "group", "organisation", "place"} for f, _ in site.roles)


ARMED = frozenset(
    {"terror", "terrorist", "suicide", "gun", "knife", "arson", "deadly", "ground", "gunman", "militant"}
)
CROWDS = frozenset({"crowd", "group", "hundred", "thousand", "dozen", "union", "million"})
AMOUNTS = frozenset(
    {"hundred", "thousand", "dozen", "million", "one", "two", "three", "ton", "tonne", "barrel"}
)
DAY_SLOTS = (
    "on",
    "in",
    "at",
    "for",
    "from",
    "by",
    "until",
    "since",
    "during",
    "modifier",
    "poss",
    "of",
    "after",
    "before",
)

CONDITIONS: tuple[tuple[str, Condition], ...] = (
    ("has", _has),
    ("lacks", _lacks),
    ("filled", _filled),
    ("without", _without),
    ("plural", _plural),
    ("verbal", _verbal),
    ("collective", _collective),
    ("victims", _victims),
    ("money", _money),
    ("person", _person),
    ("not_person", _not_person),
    ("body", _body),
    ("needs", _needs),
    ("needs_any", _needs_any),
    ("said", _said),
    ("actors", _actors),
    ("people", _people),
    ("where", _where),
    ("abroad", _abroad),
    ("anchored", _anchored),
    ("forces", _forces),
)
# what may fail where the word tells a deed but not whose
WHO = frozenset({"actors", "people", "needs", "needs_any", "said"})


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
        orphan: Match | None = None
        for kind, trigger, rest in _entries(token, vocab):
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


def _entries(token: Token, vocab: Vocab) -> tuple[tuple[Kind, Trigger, tuple[str, ...]], ...]:
    """The triggers that a word may be. A predicate adjective is looked up as a verb ("is due in Kyiv")."""
    if token.pos_ in {"VERB", "AUX"} or (token.pos_ == "ADJ" and base(token) not in {"amod", "compound"}):
        return vocab.verbs.get(lemma(token), ())
    if token.pos_ not in {"NOUN", "PROPN"}:
        return ()
    return vocab.nouns.get(lemma(token)) or vocab.nouns.get(token.lower_, ())


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
    slots = _slots(token)
    roles = tuple(_roles(token, kind, trigger, slots, cast))
    site = Site(kind, trigger, token, slots, cast, vocab, roles)
    failed = [name for name, holds in CONDITIONS if not holds(site)]
    # "is in Berlin": what is said of it (day, modals, negation) hangs on the predicate
    told = token.head.i if token.dep_ == "cop" else token.i
    if not failed or (trigger.alone and set(failed) <= WHO):
        return Match(kind, trigger, told, slots, roles), ""
    if not roles and not kind.speech and set(failed) <= WHO:
        return Match(kind, trigger, told, slots, roles, orphan=True), ""
    return None, failed[0]


def _slots(token: Token) -> Slots:
    """What fills which slot around a trigger; for "be", its subject and the place that is its predicate."""
    if token.dep_ == "cop":
        predicate = token.head
        slots = dict(arguments(predicate))
        case = case_of(predicate)
        return slots | {case: [predicate]} if case else slots
    return arguments(token) if is_verb(token) or token.pos_ == "ADJ" else noun_arguments(token)


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
            if figure.kind == "place" and role not in {"host", "target"}:
                figure = cast.government(figure) if slot not in PLACE_SLOTS else figure
            if figure.kind == "place" and (slot in PLACE_SLOTS or role not in {"host", "target"}):
                if role not in {"host", "target"}:
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
    for slot, within in (("object", INNER), ("of", INNER), ("agent", frozenset({"between", "among"}))):
        for word in slots.get(slot, ()):
            if word.pos_ == "NOUN":
                for inner, words in noun_arguments(word).items():
                    if inner in within and inner not in slots:
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
    found = cast.name_at(word)
    if found is not None and found.own is not None and found.own.kind == "place":
        return ()  # "the Riyadh talks" were held there
    return () if figure is None or figure.kind in {"place", "outlet"} else (figure,)


def passive_without_agent(match: Match, doc: Doc) -> bool:
    """Whether the doer is left unsaid ("was seized in November")."""
    token = doc[match.token]
    return is_verb(token) and is_passive(token) and not match.slots.get("agent")
