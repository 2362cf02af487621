"""How real a deed is, from the words around it.

From the trigger outwards to the main clause, each word that bears on reality is an operator (negation, modal,
"plan", "cancel", "if", "ahead of"); the operators are applied from the inside out. The method follows Saurí
and Pustejovsky, "Are You Sure That This Happened?", Computational Linguistics 38 (2012), reduced to the
statuses of the ledger. The operators' words are data: vocab/cues/status.yaml.
"""

from collections.abc import Iterator

import msgspec

from onrecord.extract.clause import arguments, base, case_of, is_passive, is_verb, lemma
from onrecord.records import Status
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

DEEPEST = 24  # steps from a trigger to its main clause; real sentences need fewer than ten
AHEAD_OF = frozenset({"ahead of", "before", "leading up to", "prior to", "pending", "in preparation for"})
BEHIND = frozenset(
    {
        "after",
        "following",
        "since",
        "amid",
        "despite",
        "because of",
        "due to",
        "in response to",
        "over",
        "from",
    }
)
WITHIN = frozenset({"during", "at", "in", "for", "to", "on", "with", "by", "into", "of", ""})
NOT_REAL = frozenset({"without", "instead of", "rather than", "short of"})
IF_EVER = frozenset({"in case of", "in the event of", "barring"})
NOUN_PHASE = frozenset(
    (
        "start beginning round series session end opening conclusion signing launch holding wave day "
        "venue site sideline part detail date time agenda preparation format venue talk speculation"
    ).split()
)
MANDATIVE = frozenset(
    {"propose", "demand", "urge", "recommend", "request", "ask", "insist", "require", "order"}
)
PAST_CARRY = frozenset(
    {
        "say",
        "tell",
        "announce",
        "state",
        "report",
        "add",
        "confirm",
        "declare",
        "note",
        "claim",
        "warn",
        "promise",
        "vow",
        "pledge",
        "hope",
        "think",
        "believe",
        "insist",
        "indicate",
        "suggest",
        "write",
    }
)


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


class Operator(msgspec.Struct, frozen=True):
    """One word that bears on reality, and whether the deed below it is a finite clause or a noun."""

    name: str
    word: str
    finite: bool = False
    nominal: bool = False


def reality(trigger: Token, vocab: Vocab) -> Reality:
    """Status of the deed that `trigger` tells, by its words alone; days are weighed by the caller."""
    status: Status = "happened"
    hedged = announced = nominal = future = False
    because: list[str] = []
    for operator in _operators(trigger, vocab):
        if operator.name == "hedge":
            hedged = True
            because.append(f"hedged by “{operator.word}”")
            continue
        if operator.name == "announced":
            announced = True
            nominal = nominal or operator.nominal
        future = future or operator.name == "future"
        changed = _apply(operator, status)
        if changed != status:
            because.append(f"{changed} by “{operator.word}”")
            status = changed
    return Reality(status, hedged, announced, nominal, future, tuple(because))


_NEGATED: dict[Status, Status] = {"denied": "possible", "cancelled": "planned", "postponed": "planned"}


def _apply(operator: Operator, status: Status) -> Status:
    match operator.name:
        case "negation":
            return _NEGATED.get(status, "denied")
        case "cancelled" | "postponed":
            return status if status == "denied" else operator.name
        case "denied":
            return "possible" if status == "denied" else "denied"
        case "future" | "planned" | "announced":
            if operator.finite and operator.name != "future":
                return status
            return "planned" if status in {"happened", "ongoing"} else status
        case "possible":
            if operator.finite:
                return "possible" if status == "planned" else status
            return "possible" if status in {"happened", "ongoing", "planned", "denied"} else status
        case "real":
            return "happened" if status in {"planned", "possible"} else status
        case "ongoing":
            return "ongoing" if status == "happened" else status
    return status


# finding the operators ---------------------------------------------------------------------------------


def _operators(trigger: Token, vocab: Vocab) -> Iterator[Operator]:
    """Operators over the trigger, innermost first."""
    node, came_from = trigger, None
    for _ in range(DEEPEST):
        if is_verb(node) or (
            node.pos_ in {"ADJ", "NOUN", "PROPN"} and any(child.dep_ == "cop" for child in node.children)
        ):
            yield from _on_clause(node, vocab, came_from)
            found, following = _above_clause(node, vocab)
        else:
            yield from _on_noun(node, vocab, is_trigger=node.i == trigger.i)
            found, following = _above_noun(node, vocab, node.i == trigger.i)
        yield from found
        if following is None or following.i == node.i:
            return
        node, came_from = following, node


def _words(token: Token, vocab: Vocab, skip: frozenset[str] = frozenset()) -> str | None:
    """Name of the operator a word is, with its particle ("rule out", "call off")."""
    words = vocab.words
    word = lemma(token)
    particle = next(
        (
            child.lower_
            for child in token.children
            if child.dep_ == "compound:prt"
            or (child.dep_ == "advmod" and child.lower_ in {"off", "out", "back"})
        ),
        None,
    )
    forms = [f"{word} {particle}"] if particle else [word]
    if token.pos_ == "ADJ" or "Part" in token.morph.get("VerbForm"):
        forms.append(token.lower_)
    if token.pos_ == "ADJ" and token.lower_ in words["possible_adjectives"]:
        return "possible"
    for name in ("cancelled", "postponed", "denied", "planned", "announced", "possible", "ongoing", "phase"):
        if name not in skip and any(form in words[name] for form in forms):
            return name
    return None


def _is_negation(token: Token, vocab: Vocab) -> bool:
    return (
        token.lower_ in vocab.words["negations"]
        and token.dep_ in {"advmod", "det", "neg", "cc", "mark", "cc:preconj"}
        and not (
            token.lower_ == "not"
            and any(child.lower_ == "only" for child in token.head.children if child.i == token.i + 1)
        )
    )


def _on_clause(verb: Token, vocab: Vocab, came_from: Token | None) -> Iterator[Operator]:
    """Modals, negation, tense and adverbs of one clause."""
    words = vocab.words
    negated = next((child for child in verb.children if _is_negation(child, vocab)), None)
    nobody = next(
        (
            part
            for child in verb.children
            if base(child) in {"nsubj", "obj"} and (came_from is None or child.i != came_from.i)
            for part in (child, *child.children)
            if part.lower_ in {"no", "nobody", "none", "neither"}
            and (part == child or part.dep_ in {"det", "cc", "cc:preconj", "advmod"})
        ),
        None,
    )
    refused = negated or nobody
    auxiliaries = [child for child in verb.children if base(child) == "aux"]
    if (
        verb.dep_ == "conj"
        and not any(base(child) == "nsubj" for child in verb.children)
        and not auxiliaries
        and "Fin" not in verb.morph.get("VerbForm")
    ):
        auxiliaries = [child for child in verb.head.children if base(child) == "aux"]
    for aux in auxiliaries:
        word = aux.lower_
        if word in {"may", "might"} or (
            word in {"could", "can", "should", "must", "ought"} and refused is None
        ):
            yield Operator("possible", word)
        elif word in {"will", "shall", "'ll", "’ll", "wo", "'d"} and refused is None:
            yield Operator("future", word)
        elif word == "would" and refused is None:
            yield Operator("future" if _reported_in_past(verb) else "possible", word)
    if _progressive(verb) and any(
        aux.lemma_ == "be" and "Pres" in aux.morph.get("Tense") for aux in auxiliaries
    ):
        yield Operator("ongoing", verb.text)
    if any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children) and any(
        child.lemma_ == "be" and child.dep_ in {"aux", "cop"} for child in verb.children
    ):
        yield Operator("planned", "is to")
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in {"perhaps", "maybe", "possibly", "conceivably"}:
            yield Operator("possible", child.text, finite=True)
        if base(child) == "advcl" and _is_condition(child):
            yield Operator("possible", "if", finite=True)
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in words["hedges"]:
            yield Operator("hedge", child.text)
    if negated is not None:
        yield Operator("negation", negated.text)
    elif nobody is not None:
        yield Operator("negation", nobody.text)


def _progressive(verb: Token) -> bool:
    forms, tenses = verb.morph.get("VerbForm"), verb.morph.get("Tense")
    return "Ger" in forms or "Prog" in verb.morph.get("Aspect") or ("Part" in forms and "Pres" in tenses)


def _is_condition(clause: Token) -> bool:
    """Whether a clause sets a condition: "if", "unless", "provided that", "should he come"."""
    first = next((word for word in clause.subtree if not word.is_punct and not word.is_space), clause)
    return first.lower_ in {"if", "unless", "provided", "should"} or any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in clause.children
    )


def _reported_in_past(verb: Token) -> bool:
    """Whether "would" tells of what was ahead ("said he would go"), not of what might be ("would be a mistake")."""
    node = verb
    for _ in range(4):
        if base(node) == "ccomp" and "Past" in node.head.morph.get("Tense"):
            return lemma(node.head) in PAST_CARRY
        if base(node) in {"conj", "xcomp"}:
            node = node.head
        else:
            return bool(node.dep_ == "acl:relcl")
    return False


def _on_noun(noun: Token, vocab: Vocab, is_trigger: bool) -> Iterator[Operator]:
    """Adjectives, participles and "no" at a noun."""
    words = vocab.words
    for child in noun.children:
        kind = base(child)
        if kind in {"amod", "compound"} or (kind == "acl" and child.i > noun.i):
            if child.lower_ in words["past"]:
                continue
            if child.lower_ in words["hedges"]:
                yield Operator("hedge", child.text)
            name = _words(child, vocab, skip=frozenset({"phase", "announced"}))
            if name is not None and (kind != "acl" or is_passive(child)):
                yield Operator(name, child.text, nominal=True)
        elif child.dep_ == "acl:relcl" and _words(child, vocab) in {"cancelled", "postponed"}:
            if is_passive(child) or "relative" in arguments(child):
                yield Operator(str(_words(child, vocab)), child.text, nominal=True)
        elif kind == "det" and child.lower_ in {"no", "neither"}:
            yield Operator("negation", child.text)
        elif kind == "det" and child.lower_ == "any" and is_trigger:
            yield Operator("possible", child.text)


def _finite(verb: Token) -> bool:
    return "Fin" in verb.morph.get("VerbForm")


def _above_clause(verb: Token, vocab: Vocab) -> tuple[list[Operator], Token | None]:
    """Operators that stand over a clause, and the word to go on from (None: stop)."""
    head, kind = verb.head, base(verb)
    mark = next((child.lower_ for child in verb.children if child.dep_ == "mark"), "")
    if kind == "conj":
        own = any(base(child) in {"nsubj", "aux"} for child in verb.children) or _finite(verb)
        return [], head if is_verb(head) and not own else None
    if kind == "xcomp":
        return _over(head, vocab, finite=False), head
    if kind == "ccomp" or kind == "csubj":
        finite = mark != "to" and (
            mark != ""
            or "Fin" in verb.morph.get("VerbForm")
            or any("Fin" in c.morph.get("VerbForm") for c in verb.children if base(c) in {"aux", "cop"})
        )
        found = _over(head, vocab, finite=finite)
        if (
            any(_is_negation(child, vocab) for child in head.children)
            and lemma(head) not in vocab.words["denied"]
        ):
            found.append(Operator("possible", f"not {head.text}"))
        return found, None if finite else head
    first = next((word for word in verb.subtree if not word.is_punct and not word.is_space), verb)
    if kind in {"advcl", "parataxis", "ccomp"} and first.lower_ in {"if", "unless"}:
        return [Operator("possible", first.text)], None
    if kind == "advcl":
        if mark in {"if", "unless", "whether", "should", "lest"} or "should" in {
            c.lower_ for c in verb.children if c.dep_ == "aux" and c.i < verb.i and c.is_sent_start
        }:
            return [Operator("possible", mark or "should")], None
        if mark in {"without", "instead", "rather"}:
            return [Operator("negation", mark)], None
        if mark in {"to", "before", ""} or (mark in {"by", "for"}):
            asked = (
                mark == "to"
                and is_verb(head)
                and lemma(head) in MANDATIVE | {"call", "appeal", "press", "push"}
            )
            operators = [Operator("possible", head.text)] if asked else []
            return operators, head
        return [], None
    if kind == "acl" and verb.dep_ != "acl:relcl":
        if mark in {"to", "of", "for"} or any(child.dep_ == "case" for child in verb.children):
            return _over(head, vocab, finite=False), head
        if mark == "that":  # "denied a claim that they had been arrested"
            return [], head
        return [], None
    return [], None
    return [], None


def _over(head: Token, vocab: Vocab, finite: bool) -> list[Operator]:
    """The operator that a governing word is to its complement."""
    if lemma(head) == "go" and "Part" in head.morph.get("VerbForm") and not finite:
        return [Operator("future", "going to")]
    if lemma(head) == "be" and not finite and base(head) != "aux":
        return [Operator("planned", f"{head.text} to")]
    if lemma(head) == "have" and any(child.lower_ == "yet" for child in head.children):
        return [Operator("negation", "yet")]
    if lemma(head) == "remain" and not finite:
        return [Operator("possible", head.text)]
    name = _words(head, vocab)
    if name == "possible" and lemma(head) in MANDATIVE:
        finite = False  # "proposed that officers meet"
    found = []
    if head.lower_ in vocab.words["hedges"] or lemma(head) in vocab.words["hedges"]:
        found.append(Operator("hedge", head.text))
    if name is not None and name != "phase":
        found.append(Operator(name, head.text, finite=finite))
    return found


def _above_noun(noun: Token, vocab: Vocab, is_trigger: bool) -> tuple[list[Operator], Token | None]:
    head, kind = noun.head, base(noun)
    if head == noun:
        return [], None
    case = case_of(noun)
    if head.lower_ in {"ahead", "prior"} and case in {"of", "to"}:
        case = f"{head.lower_} {case}"
    if kind == "conj":
        return [], head
    if case in AHEAD_OF:
        return [Operator("planned", case, nominal=True)], None
    if case in NOT_REAL:
        return [Operator("negation", case)], None
    if case in IF_EVER:
        return [Operator("possible", case)], None
    if case in BEHIND | {"during"}:
        # "amid the talks" takes the talks for real, "amid speculation about talks" does not
        return (
            [Operator("real", case, nominal=True)] if is_trigger else []
        ), head if case == "during" else None
    if kind in {"obj", "nsubj", "obl", "iobj"}:
        return _noun_in_clause(noun, head, kind, case, vocab)
    if kind == "nmod" and case in {"of", "for", "on", "to", "about", "in", "with", "at"}:
        name = _words(head, vocab, skip=frozenset({"phase"}))
        if (
            name is not None
            and (case not in {"in", "at", "with"} or name == "cancelled")
            and lemma(head) != "stop"
        ):
            return [Operator(name, head.text, nominal=True)], head
        return [], head if lemma(head) in NOUN_PHASE else None
    if kind == "compound":
        name = _words(head, vocab, skip=frozenset({"phase"}))
        return ([Operator(name, head.text, nominal=True)] if name else []), None
    if kind in {"appos", "parataxis", "dislocated"}:
        return [], None
    return [], None


def _predicated(noun: Token, head: Token, kind: str, vocab: Vocab) -> Operator | None:
    """What a predicate says of a deed: "is uncertain", "remains hypothetical", "is in the planning stages"."""
    if kind != "nsubj":
        return None
    parts = [child for child in head.children if base(child) in {"xcomp", "amod", "compound"}]
    for part in (*parts, *([head] if any(child.dep_ == "cop" for child in head.children) else [])):
        word = part.lower_
        if word == "off" and part == head:
            return Operator("cancelled", word, nominal=True)
        if word in vocab.words["uncertain"]:
            return Operator("possible", word, nominal=True)
        if word in {"planning", "preparatory", "preparation", "works", "pipeline"}:
            return Operator("planned", word, nominal=True)
    return None


def _noun_in_clause(
    noun: Token, head: Token, kind: str, case: str, vocab: Vocab
) -> tuple[list[Operator], Token | None]:
    name = _words(head, vocab)
    if lemma(head) == "call" and kind == "obj" and name != "cancelled":
        name = "phase"  # "called a meeting", not "called for a meeting"
    if name == "ongoing" and kind == "nsubj":
        name = None  # "the talks remain", "the visit continues to": no word on whether it is under way
    if kind == "obl" and case not in WITHIN | {"about"}:
        return [], None
    said = _predicated(noun, head, kind, vocab)
    if said is not None:
        return [said], head
    if name is None:
        # "praised the visit" takes the visit for granted; "will attend the visit" does not
        carries = (
            kind == "nsubj"
            or (kind == "obl" and case in {"at", "in", "for", "during", "to"})
            or lemma(head)
            in vocab.words["phase"]
            | {"attend", "join", "have", "sign", "impose", "pay", "be", "include", "involve"}
        )
        return [], head if carries else None
    if kind == "obl" and (case in {"at", "in", "during", "by", "with"}) and name not in {"phase", "ongoing"}:
        return [], head  # "said at the meeting", "agreed in talks": the operator is not about the noun
    if (
        kind == "nsubj"
        and noun.dep_ != "nsubj:pass"
        and name in {"denied", "announced", "cancelled", "planned"}
        and is_verb(head)
        and not is_passive(head)
    ):
        return [], None  # "the talks failed to", "the attack prevented": the noun does it
    operators = [] if name == "phase" else [Operator(name, head.text, nominal=True)]
    if head.lower_ in vocab.words["hedges"] or lemma(head) in vocab.words["hedges"]:
        operators.insert(0, Operator("hedge", head.text))
    return operators, head
