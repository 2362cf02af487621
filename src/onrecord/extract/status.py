"""How real a deed is, from the words around it.

From the trigger outwards to the main clause, each word that bears on reality is an operator (negation, modal,
"plan", "cancel", "if", "ahead of"); the operators are applied from the inside out. The method follows Saurí
and Pustejovsky, "Are You Sure That This Happened?", Computational Linguistics 38 (2012), reduced to the
statuses of the ledger."""

from collections.abc import Iterator

import msgspec

from onrecord.extract.clause import base, case_of, is_verb
from onrecord.extract.governing import above_clause
from onrecord.extract.governing_nouns import above_noun
from onrecord.extract.modality import on_clause, on_noun
from onrecord.extract.operators import Operator
from onrecord.records import Status
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

UNDOING = frozenset(
    {"negation", "denied", "prevented", "dropped", "counterfactual", "unrealised", "cancelled"}
)
DEEPEST = 24  # steps from a trigger to its main clause; real sentences need fewer than ten


class Reality(msgspec.Struct, frozen=True):
    """What the words make of a deed. `announced`: a word of undertaking by its doer stands over it.

    `nominal`: the operator took the deed as a noun ("announced sanctions"). `future`: it lies ahead by tense.
    """

    status: Status = "happened"
    hedged: bool = False
    announced: bool = False
    nominal: bool = False
    future: bool = False
    because: tuple[str, ...] = ()


def reality(trigger: Token, vocab: Vocab) -> Reality:
    """Status of the deed that `trigger` tells, by its words alone; days are weighed by the caller."""
    status: Status = "happened"
    hedged = announced = nominal = future = prevented = False
    because: list[str] = []
    for operator in operators(trigger, vocab):
        if operator.name == "hedge":
            hedged = True
            because.append(f"hedged by “{operator.word}”")
            continue
        if operator.name == "announced":
            announced = True
            nominal = nominal or operator.nominal
        future = future or operator.name == "future"
        changed: Status = (
            "happened" if prevented and operator.name == "negation" else _apply(operator, status)
        )
        prevented = operator.name == "prevented"
        if changed != status:
            because.append(f"{changed} by “{operator.word}”")
            status = changed
    return Reality(status, hedged, announced, nominal, future, tuple(because))


_NEGATED: dict[Status, Status] = {"denied": "possible", "cancelled": "planned", "postponed": "planned"}
_ENDS: dict[str, Status] = {"unrealised": "cancelled", "dropped": "cancelled", "counterfactual": "denied"}


def _apply(operator: Operator, status: Status) -> Status:
    match operator.name:
        case "negation":
            return _NEGATED.get(status, "denied")
        case "cancelled" | "postponed":
            return status if status == "denied" else operator.name
        case "denied" | "prevented":
            return "possible" if status == "denied" else "denied"
        case "unrealised" | "dropped" | "counterfactual":
            return _ENDS[operator.name] if status in {"happened", "planned"} else status
        case "future" | "planned" | "announced":
            if operator.finite and operator.name != "future":
                return status
            return "planned" if status in {"happened", "ongoing"} else status
        case "taken place":  # "the delayed talks opened"
            return "happened" if status in {"planned", "postponed", "possible"} else status
        case "open":
            return "possible" if status not in {"cancelled", "postponed"} else status
        case "possible":
            if operator.finite:
                return "possible" if status == "planned" else status
            return "possible" if status in {"happened", "ongoing", "planned", "denied"} else status
        case "real":
            return "happened" if status in {"planned", "possible"} else status
        case "ongoing":
            return "ongoing" if status == "happened" else status
    return status


def operators(trigger: Token, vocab: Vocab) -> Iterator[Operator]:
    """Operators over the trigger, innermost first."""
    node, came_from = trigger, None
    beside = False  # it is only where something else was done, or was not: "failed to agree at talks"
    for _ in range(DEEPEST):
        predicate = node.pos_ in {"ADJ", "NOUN", "PROPN"} and any(c.dep_ == "cop" for c in node.children)
        if is_verb(node) or predicate or _told_by(node):
            yield from (
                one for one in on_clause(node, vocab, came_from) if not beside or one.name not in UNDOING
            )
            found, following = above_clause(node, vocab)
        else:
            yield from on_noun(node, vocab, is_trigger=node.i == trigger.i)
            found, following = above_noun(node, vocab, node.i == trigger.i)
        yield from (one for one in found if not beside or one.name not in UNDOING)
        beside = beside or (base(node) == "obl" and case_of(node) in {"at", "during"})
        if following is None or following.i == node.i:
            return
        node, came_from = following, node


def _told_by(node: Token) -> bool:
    """A word that heads a clause though it is tagged a noun: "to open" with its subject."""
    return any(
        base(child) == "aux" or (child.dep_ == "mark" and child.lower_ == "to") for child in node.children
    )
