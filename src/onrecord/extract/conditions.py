"""What must hold around a word before it tells of a deed: the conditions of `vocab.Trigger`, a function each.

docs/adding-a-kind.md explains them to those who write triggers.
"""

from collections.abc import Callable, Iterator

from onrecord.extract.candidate import DAY_SLOTS, Site
from onrecord.extract.carrying import carrier
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import base, case_of, lemma
from onrecord.records.parse import Token

WHERE_SLOTS = ("in", "at", "to", "near", "outside", "into", "on", "from", "toward", "off")
PEOPLE_KINDS = frozenset({"person", "group"})
ARMED = frozenset(
    {"terror", "terrorist", "suicide", "gun", "knife", "arson", "deadly", "ground", "gunman", "militant"}
)
PRONOUNS = frozenset({"i", "we", "he", "she", "they", "who", "you"})
# collective nouns, and numbers that count people
CROWDS = frozenset({"crowd", "group", "hundred", "thousand", "dozen", "union", "million"})
# what is nothing without its parties
BETWEEN_TWO = frozenset(
    {"meeting", "call", "visit", "gathering", "agreement", "statement", "cooperation", "appointment"}
)

Condition = Callable[[Site], bool]


def _has(site: Site) -> bool:
    return all(site.words(slot) & wanted for slot, wanted in site.trigger.has.items())


def _lacks(site: Site) -> bool:
    return not any(site.words(slot) & unwanted for slot, unwanted in site.trigger.lacks.items())


def _filled(site: Site) -> bool:
    return not site.trigger.filled or any(site.fillers(slot) for slot in site.trigger.filled)


def _without(site: Site) -> bool:
    return not any(site.fillers(slot) for slot in site.trigger.without)


def _needs(site: Site) -> bool:
    return all(_somebody(site, slot) for slot in site.trigger.needs)


def _needs_any(site: Site) -> bool:
    return not site.trigger.needs_any or any(_somebody(site, slot) for slot in site.trigger.needs_any)


def _somebody(site: Site, slot: str) -> bool:
    """An actor, or people without a name who do it: "police arrested", "the cabinet condemned"."""
    return bool(site.figures(slot)) or (slot in {"agent", "by"} and _unnamed(site))


def _unnamed(site: Site) -> bool:
    """Whether the doers are people or bodies whom the text does not name, of a kind that needs no names."""
    if site.token.pos_ != "VERB" or site.kind.kind in BETWEEN_TWO:
        return False
    words = site.vocab.words
    doers = (words["groups"] | words["bodies"] | words["doers"]) - words["weapons"]
    return any(lemma(token) in doers and token.pos_ == "NOUN" for token in site.fillers("agent"))


def _person(site: Site) -> bool:
    """Only people stand in the slots: persons, groups, or somebody known by office or pronoun alone."""
    human = site.vocab.words["people_titles"] | site.vocab.words["groups"] | PRONOUNS
    return all(
        any(figure.kind in PEOPLE_KINDS for figure in site.figures(slot))
        or any(lemma(token) in human for token in site.fillers(slot))
        for slot in site.trigger.person
        if site.fillers(slot)
    )


def _said(site: Site) -> bool:
    """Where persons are asked for, one of the slots names one, or says that people of somebody known do it."""
    slots = site.trigger.person
    people = site.vocab.words["people_titles"] | site.vocab.words["groups"] | site.vocab.words["followers"]
    if any(figure.person for slot in slots for figure in site.figures(slot)):
        return True  # "a delegation led by Rudenko" too
    return not slots or any(
        figure.kind in PEOPLE_KINDS or (lemma(token) in people and figure.known)
        for slot in slots
        for token in site.fillers(slot)
        for figure in site.cast.of(token)
    )


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
    """People in the plural, not a name: "thousands of students", "the crowd", but not "Starmer rallied"."""
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
    known = _number(figure for figure, _ in site.roles)
    return least == 0 or known >= least or (known + 1 >= least and _unnamed(site))


def _people(site: Site) -> bool:
    least = site.trigger.people
    return least == 0 or _number(figure for figure, _ in site.roles if figure.kind in PEOPLE_KINDS) >= least


def _number(figures: Iterator[Figure]) -> int:
    """How many take part; a group counts as two."""
    unique = {figure.id: figure for figure in figures}
    return sum(2 if figure.plural else 1 for figure in unique.values())


def _victims(site: Site) -> bool:
    if site.kind.kind == "attack" and site.trigger.victims and _by_accident(site):
        return False
    return not site.trigger.victims or any(
        site.words(slot) & site.vocab.words["victims"]
        or any(f.person for f in site.figures(slot))
        or any(_numbered(token) or _a_national(token, site.cast) for token in site.fillers(slot))
        for slot in site.trigger.victims
    )


def _by_accident(site: Site) -> bool:
    """Whether the sentence names a crash or a flood and no arms: "two killed and three injured in a crash"."""
    words = site.vocab.words
    said = {lemma(token) for token in site.token.sent}
    return bool(said & words["mishaps"]) and not said & (words["weapons"] | ARMED)


def _numbered(token: Token) -> bool:
    """ "three", "15 trainees"."""
    return token.pos_ == "NUM" or any(child.dep_ == "nummod" for child in token.children)


def _a_national(token: Token, cast: Cast) -> bool:
    """ "another Chechen", "the Syrians": people called by their nation."""
    found = cast.name_at(token)
    return found is not None and found.adjective and token.pos_ in {"NOUN", "PROPN"}


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
    told = any(
        token.pos_ == "NUM" or {lemma(token), *(lemma(part) for part in token.children)} & calendar
        for slot in (*DAY_SLOTS, "modifier", "poss", "of")
        for token in site.slots.get(slot, ())
    )
    return told or any(
        f.kind in {"state", "place"} and not f.person for f in (*_placed(site), *_inner_places(site))
    )


def _placed(site: Site) -> Iterator[Figure]:
    return (figure for slot in WHERE_SLOTS for figure in site.figures(slot))


def _inner_places(site: Site) -> Iterator[Figure]:
    """ "the attack on the convoy in Darfur": a place said of that which the noun is about."""
    if site.token.pos_ != "NOUN":
        return iter(())
    tops = (word for slot in ("on", "against", "of") for word in site.slots.get(slot, ()))
    inner = (child for top in tops for child in top.children if base(child) == "nmod")
    return (f for child in inner if case_of(child) in WHERE_SLOTS for f in site.cast.of(child))


def _forces(site: Site) -> bool:
    """Arms are at work: a weapon, soldiers, or a state, place or armed group somewhere around."""
    if not site.trigger.forces:
        return True
    around: set[str] = set().union(*(site.words(slot) for slot in site.slots)) if site.slots else set()
    if around & (site.vocab.words["weapons"] | site.vocab.words["military"] | ARMED):
        return True
    return any(f.kind in {"state", "body", "group", "organisation", "place"} for f, _ in site.roles)


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
# what a noun need not have where its clause says that the deed takes place, or is called off
TOLD_WITHOUT = WHO | {"verbal", "anchored", "body", "person", "where"}
