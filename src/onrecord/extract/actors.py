"""Which figures are meant by a word in a slot: a name, the owner of a thing, who leads a delegation."""

from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import PORTIONS, base, case_of, lemma
from onrecord.records.parse import Token
from onrecord.vocab import Kind

LISTING = frozenset({"agent", "object", "with", "between", "including", "by", "to"})
CONSULTING = frozenset({"meeting", "visit", "gathering"})
COMING = frozenset({"delegation", "team", "mission", "group"})
FAR_LED = 14  # words between a delegation, "led by" and the name
AT_THINGS = frozenset(
    {"attack", "sanction", "coercion", "accusation"}
)  # done to a state through what is its own


def _owner_of_target(word: Token, kind: Kind, role: str, cast: Cast) -> tuple[Figure, ...]:
    """The state whose ships, plants or goods are struck, seized or barred: "Iran's nuclear sites", "Chinese steel"."""
    if role != "target" or kind.kind not in AT_THINGS or word.pos_ != "NOUN":
        return ()
    for child in word.children:
        owns = child.dep_ == "nmod:poss" or base(child) in {"amod", "compound"}
        owner = cast.figure_at(child) if owns else None
        owners = cast.of(child) if child.lower_ == "their" and owns else () if owner is None else (owner,)
        if owners and all(figure.kind == "state" for figure in owners):
            return owners  # "members of their missions"
        if base(child) != "nmod" or case_of(child) != "of":
            continue
        if inner := _owner_of_target(child, kind, role, cast):
            return inner
        blamed = cast.figure_at(child) if kind.speech else None
        if blamed is not None and blamed.kind == "state":
            return (blamed,)  # "condemned the decision of Kestria"
    return ()


def actors_in(word: Token, slot: str, kind: Kind, role: str, cast: Cast) -> tuple[Figure, ...]:
    """Who is meant by a word of a slot that gives a role in a kind of deed."""
    found = meant_by(word, slot, cast) or _owner_of_target(word, kind, role, cast)
    found = found or (_place_of(word, cast) if kind.kind == "visit" and role == "host" else ())
    return found + _at_their_head(word, cast) if kind.kind in CONSULTING and lemma(word) in COMING else found


def _at_their_head(word: Token, cast: Cast) -> tuple[Figure, ...]:
    """Who leads those who come: "met a delegation of the Bundestag headed by Bärbel Bas"."""
    behind = word.doc[word.i + 1 : min(word.i + FAR_LED, word.sent.end - 2)]
    led = next((part for part in behind if part.lower_ in {"led", "headed"}), None)
    if led is None or led.nbor().lower_ != "by":
        return ()
    names = (cast.name_at(part) for part in word.doc[led.i + 2 : min(led.i + FAR_LED, word.sent.end)])
    leader = next((name for name in names if name is not None and cast.figure(name).person), None)
    return () if leader is None else (cast.figure(leader),)


def _place_of(word: Token, cast: Cast) -> tuple[Figure, ...]:
    """Where a place without a name of its own lies: "Russia's Black Sea resort of Sochi", "the funeral in Rome"."""
    for child in word.children if word.pos_ == "NOUN" else ():
        lies = base(child) == "nmod" and case_of(child) in {"of", "in", "at"}
        figure = cast.figure_at(child) if lies else None
        if figure is not None and figure.kind in {"place", "state"} and figure.country:
            return (figure,)
    return ()


def meant_by(word: Token, slot: str, cast: Cast) -> tuple[Figure, ...]:
    """Who is named by a word or known from it, whatever the kind of deed."""
    if slot == "modifier":
        return _adjective(word, cast)
    listed = cast.listed_with(word, 2 if slot == "between" else 3) if slot in LISTING else ()
    if listed:
        return listed
    figures = cast.of(word)
    if not figures and (
        word.pos_ == "NUM" or lemma(word) in PORTIONS
    ):  # "expelled 33 of the Russian diplomats"
        figures = cast.all_of(
            child for child in word.children if base(child) == "nmod" and case_of(child) == "of"
        )
    if not figures and slot == "agent" and word.pos_ == "NOUN":
        # "Trump's visit will include a meeting with": the visitor meets; "an Israeli strike killed"
        owners = cast.all_of(child for child in word.children if child.dep_ == "nmod:poss")
        owned = cast.vocab.words["weapons"] | cast.vocab.words["penalties"] | {"fire"}
        return owners or tuple(
            figure
            for child in word.children
            if base(child) in {"amod", "compound"} and lemma(word) in owned
            for figure in _adjective(child, cast)
        )
    return figures


def _adjective(word: Token, cast: Cast) -> tuple[Figure, ...]:
    """The state in "Russian strikes", the person in "the Kerry visit"."""
    figure = cast.figure_at(word)
    found = cast.name_at(word)
    if found is not None and found.own is not None and found.own.kind == "place":
        return ()  # "the Riyadh talks" were held there
    return () if figure is None or figure.kind in {"place", "outlet"} else (figure,)
