"""Who and what stands around a trigger: its slots, as its kind reads them, and who fills which role."""

from collections.abc import Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.carrying import carrier, noun_arguments
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import PORTIONS, base, case_of, conjuncts, is_passive, is_verb, lemma
from onrecord.extract.clause_slots import Slots, guest_of
from onrecord.extract.telling import top_of
from onrecord.records.parse import Token
from onrecord.vocab import Kind, Trigger

FORUMS = frozenset(
    "conference summit forum games olympics congress festival convention symposium fair expo".split()
)
WARNING = frozenset({"warn", "caution", "threaten"})
ANSWERING = frozenset("accept decline reject refuse spurn welcome consider turn".split())
PROPOSING = frozenset(
    "propose suggest demand seek discuss negotiate welcome request want urge broker mediate".split()
)
SPOKEN_TO = frozenset("tell inform warn assure urge ask thank brief congratulate invite".split())
AMID = frozenset("in during at after following before over on amid from for since".split()) | {"ahead of"}
TALKED = ("following", "after", "during", "in", "at")
TALKS = frozenset({"talk", "negotiation", "meeting", "consultation", "summit"})
TRAVELLING = frozenset("on upon during in after following amid for before from".split()) | {
    "ahead of",
    "prior to",
}
# "as part of his visit", "at the end of a visit"
STRETCHES = frozenset("part framework course end start beginning conclusion day".split())
WITHIN = TRAVELLING | {"as", "within", "at"}
LISTING = frozenset({"agent", "object", "with", "between", "including", "by", "to"})
PLACE_SLOTS = frozenset({"in", "at", "on", "near", "from", "over", "into"})
HANGING = frozenset({"for", "from", "to", "with", "against"})
PHASE = frozenset({"resume", "restart", "begin", "start", "stop", "continue", "halt", "finish"})
HELP = frozenset({"aid", "assistance", "support", "help", "funding", "relief", "loan", "grant", "financing"})
CONSULTING = frozenset({"meeting", "visit", "gathering"})
COMING = frozenset({"delegation", "team", "mission", "group"})
FAR_LED = 14  # words between a delegation, "led by" and the name
OUTER = frozenset({"between", "among"})
INNER = frozenset({"between", "with", "among", "against", "on", "by", "to", "about", "over"})
# what those who talk come to together
TOGETHER = frozenset(
    "agree sign reach announce conclude strike settle clinch declare decide hammer issue pledge vow fail seal "
    "express voice affirm reaffirm review note stress emphasise emphasize underline underscore exchange".split()
)
AT_THINGS = frozenset(
    {"attack", "sanction", "coercion", "accusation"}
)  # done to a state through what is its own
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


def slots_of(token: Token) -> Slots:
    """What fills which slot around a trigger; for "be", its subject and the place that is its predicate."""
    if token.dep_ == "cop":
        predicate = token.head
        slots = dict(arguments(predicate))
        case = case_of(predicate)
        return slots | {case: [predicate]} if case else slots
    if is_verb(token) or token.pos_ == "ADJ":
        return _with_inner(_of_phase(token) | arguments(token))
    return noun_arguments(token)


def seen_by(kind: Kind, token: Token, slots: Slots, cast: Cast) -> Slots:
    """The slots as the kind reads them: who answers an invitation does not make it, who says something in a call did.

    "Kerry urged a truce in talks with Lavrov": the subject of the clause is who talked.
    """
    guest = guest_of(token) if kind.kind == "visit" else None
    if guest is not None:  # "met visiting King Philippe": he is the one who visits
        return {name: words for name, words in slots.items() if name != "object"} | {"agent": [guest]}
    if is_verb(token) or token.pos_ == "ADJ":
        return slots | _those_who_talked(kind, token, slots)
    if kind.speech:
        verb = carrier(token)
        if verb is not None and lemma(verb) in ANSWERING and "agent" in slots:
            return {
                **{name: words for name, words in slots.items() if name != "agent"},
                "recipient": slots["agent"],
            }
        return slots
    if kind.kind in AT_THINGS and not kind.speech:
        doer = _doer_by_verb(token, slots, cast)
        if doer is not None:
            return {**{name: words for name, words in slots.items() if name != "agent"}, **doer}
    if kind.kind in {"withdrawal", "concession"} and "agent" in slots:
        verb = carrier(token)
        if verb is not None and lemma(verb) in PROPOSING:  # "Egypt proposed the release of hostages"
            return {name: words for name, words in slots.items() if name != "agent"}
    if kind.kind == "visit":
        return _of_visit(token, slots, cast)
    if kind.kind in {"meeting", "call"} and _called_for(token) and "with" not in slots:
        return {name: words for name, words in slots.items() if name != "agent"}
    if kind.kind in {"meeting", "call"} and len(cast.all_of(slots.get("between", ()))) > 1:
        return {
            name: words for name, words in slots.items() if name != "agent"
        }  # who rules it out, calls it off
    known = {slot for slot, words in slots.items() if slot != "poss" or cast.all_of(words)}
    if kind.kind in {"meeting", "call"} and not known & {"agent", "poss", "between", "by", "with", "of"}:
        told = _telling(token)
        if told:  # "during a call Rubio told Lavrov": both were on the line
            return slots | {"agent": told}
    if kind.kind in {"meeting", "call"} and not known & {"agent", "poss", "between", "by"}:
        top = top_of(token)
        if base(top) in {"obl", "nmod"} and case_of(top) in AMID and is_verb(top.head):
            outer = arguments(top.head)
            around = list(outer.get("object" if is_passive(top.head) else "agent", ()))
            if lemma(top.head) == "report":  # "said Erdogan in a call with Xi, Anadolu reports"
                around = [word for word in around if word.i < top.i]
            if "with" in slots or _met(kind, token, slots, top.head, around, cast):
                return slots | {"agent": around}
    return slots


def _called_for(noun: Token) -> bool:
    """ "Called for negotiations", "appealed for talks": who asks for them may have no part in them."""
    top = top_of(noun)
    return (
        base(top) == "obl"
        and case_of(top) == "for"
        and lemma(top.head) in {"call", "appeal", "plead", "press"}
    )


def _those_who_talked(kind: Kind, verb: Token, slots: Slots) -> Slots:
    """ "After talks between Oslo and Riga a deal was reached": where no party is named, they are who talked."""
    if kind.kind != "agreement" or not is_passive(verb) or slots.keys() & {"agent", "by", "with", "between"}:
        return {}
    talks = (word for name in TALKED for word in slots.get(name, ()) if lemma(word) in TALKS)
    parties = (noun_arguments(word).get("between", []) for word in talks)
    return {"between": found} if (found := next(filter(None, parties), None)) else {}


def _doer_by_verb(noun: Token, slots: Slots, cast: Cast) -> Slots | None:
    """Who the clause says does what a noun tells, where that is not its subject; None where nothing needs to be said.

    "Warned Turkey against an invasion": Turkey. "Answered the killing of a commander in an Israeli strike": not who
    answered, since the strike has a doer of its own.
    """
    top = top_of(noun)
    if base(top) not in {"obl", "nmod"}:
        return None
    if is_verb(top.head) and case_of(top) == "against" and lemma(top.head) in WARNING:
        around = arguments(top.head)
        return {"agent": [*around.get("object", ()), *around.get("recipient", ())]}
    own = (
        figure
        for slot in ("poss", "modifier", "by")
        for word in slots.get(slot, ())
        for figure in _figures(word, slot, cast)
    )
    return {} if "agent" in slots and next(own, None) is not None else None


def _met(kind: Kind, token: Token, slots: Slots, verb: Token, around: list[Token], cast: Cast) -> bool:
    """Whether the clause tells what several did together in or after talks that name nobody: "agreed after talks"."""
    if kind.kind != "meeting" or "of" in slots or lemma(verb) not in TOGETHER:
        return False
    if any(
        cast.figure_at(word) or lemma(word) in cast.vocab.words["bodies"]
        for word in slots.get("modifier", ())
    ):
        return False  # "at a cabinet meeting"
    figures = {figure.id: figure for figure in cast.all_of(around)}
    return len(figures) > 1 and len({figure.kind for figure in figures.values()}) == 1


def _of_visit(noun: Token, slots: Slots, cast: Cast) -> Slots:
    """The slots of a noun that tells a trip, with who makes it.

    "On the last day of Macron's visit": whose it is goes, whatever carries the noun. "During a visit to Kyiv, Boris
    Pistorius promised", "Lavrov, on a visit to Tashkent, said": else the person of the clause, who is abroad there.
    """
    if cast.all_of(slots.get("poss", ())) or any(f.person for f in cast.all_of(slots.get("of", ()))):
        return {name: words for name, words in slots.items() if name != "agent"}
    verb = carrier(noun)
    if verb is not None and lemma(verb) == "invite":  # who invites somebody "for a visit" does not go there
        return slots | {"agent": arguments(verb).get("object", []), "by": []}
    if verb is not None and is_passive(verb) and base(top_of(noun)) == "obl":
        return slots | {
            "agent": arguments(verb).get("object", [])
        }  # "on arrival he was welcomed by the mayor"
    if slots.keys() & {"agent", "of", "by"}:
        return slots
    top = top_of(noun)
    cases = TRAVELLING
    if base(top) == "nmod" and case_of(top) == "of" and lemma(top.head) in STRETCHES:
        top, cases = top.head, WITHIN
    if base(top) not in {"obl", "nmod"} or case_of(top) not in cases or top.head == top:
        return slots
    host = {figure.country for slot in ("to", "in") for figure in cast.all_of(slots.get(slot, ()))}
    subjects = [child for child in top.head.children if base(child) == "nsubj"]  # "is back from a visit"
    around = arguments(top.head) if is_verb(top.head) else {"agent": subjects or [top.head]}
    for slot in ("agent", "object"):
        figures = cast.all_of(around.get(slot, ()))
        if figures and all(figure.person and figure.country not in host for figure in figures):
            return {name: words for name, words in slots.items() if name != "poss"} | {"agent": around[slot]}
    return slots


def _telling(noun: Token) -> list[Token]:
    """Who tells whom something in the talks that a noun names; empty where the clause tells nobody anything."""
    top = top_of(noun)
    verb = top.head
    if (
        base(top) != "obl"
        or case_of(top) not in {"during", "in", "at"}
        or lemma(verb) not in SPOKEN_TO
        or is_passive(verb)
    ):
        return []
    around = arguments(verb)
    heard = [*around.get("recipient", ()), *around.get("object", ())]
    return [*around.get("agent", ()), *heard] if heard else []


def _of_phase(verb: Token) -> Slots:
    """What a parser hangs on the verb of phase above: "resumed shipping shells to Kyiv"."""
    over = verb.head
    if base(verb) != "xcomp" or lemma(over) not in PHASE or not is_verb(over):
        return {}
    return {slot: words for slot, words in arguments(over).items() if slot in HANGING}


def _with_inner(slots: Slots) -> Slots:
    """Adds what a parser hangs on the object though it belongs to the verb: "recalled its envoy from Oslo"."""
    found = dict(slots)
    given = (word for word in slots.get("in", ()) if lemma(word) in HELP)  # "two billion in aid for Kyiv"
    for word in (*slots.get("object", ()), *given):
        if word.pos_ not in {"NOUN", "SYM"}:
            continue
        portions = [child for child in word.children if base(child) == "nmod" and case_of(child) == "of"]
        for child in (part for top in (word, *portions) for part in top.children):
            case = case_of(child) if base(child) == "nmod" else ""
            if case in HANGING and case not in slots:
                found[case] = [*found.get(case, ()), *conjuncts(child)]
    return found


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
    found = _figures(word, slot, cast) or _owner_of_target(word, kind, role, cast)
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


def _figures(word: Token, slot: str, cast: Cast) -> tuple[Figure, ...]:
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
