"""The slots around a trigger, as its kind reads them."""

from onrecord.extract.actors import AT_THINGS, meant_by
from onrecord.extract.arguments import arguments
from onrecord.extract.carrying import carrier, noun_arguments
from onrecord.extract.cast import Cast
from onrecord.extract.clause import base, case_of, conjuncts, is_passive, is_verb, lemma
from onrecord.extract.clause_slots import Slots, guest_of
from onrecord.extract.telling import top_of
from onrecord.records.parse import Token
from onrecord.vocab import Kind

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
HANGING = frozenset({"for", "from", "to", "with", "against"})
PHASE = frozenset({"resume", "restart", "begin", "start", "stop", "continue", "halt", "finish"})
HELP = frozenset({"aid", "assistance", "support", "help", "funding", "relief", "loan", "grant", "financing"})
# what those who talk come to together
TOGETHER = frozenset(
    "agree sign reach announce conclude strike settle clinch declare decide hammer issue pledge vow fail seal "
    "express voice affirm reaffirm review note stress emphasise emphasize underline underscore exchange".split()
)


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
        for figure in meant_by(word, slot, cast)
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
