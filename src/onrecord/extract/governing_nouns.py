"""What stands over a deed told as a noun: the word that governs it, and where to go on from there."""

from onrecord.extract.carrying import MOVING
from onrecord.extract.clause import base, case_of, is_passive, is_verb, lemma
from onrecord.extract.modality import progressive
from onrecord.extract.operators import Above, Operator, hedges, named
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

TAKING_PLACE = frozenset({"hold", "begin", "start", "open", "take", "convene"})
NOMINAL_CASES = frozenset({"of", "for", "on", "to", "about", "in", "with", "at"})


def above_noun(noun: Token, vocab: Vocab, is_trigger: bool) -> Above:
    """Operators over a noun, and the word to go on from (None: nothing further out bears on it)."""
    head, kind, words = noun.head, base(noun), vocab.words
    if head == noun:
        return [], None
    case = case_of(noun)
    if head.lower_ in {"ahead", "prior"} and case in {"of", "to"}:
        case = f"{head.lower_} {case}"
    if kind == "conj":
        return [], head
    if case in words["ahead_of"]:
        return [Operator("planned", case, nominal=True)], None
    if case in words["not_real"]:
        return [Operator("negation", case)], None
    if case in words["if_ever"]:
        return [Operator("possible", case)], None
    if case in words["behind"] or case == "during":
        # "amid the talks" takes the talks for real, "amid speculation about talks" does not
        to_come = next((child for child in noun.children if _is_to_come(child)), None)
        if to_come is not None:  # "will fly on after talks to be held on Friday"
            return [Operator("planned", to_come.text, nominal=True)], None
        found = [Operator("real", case, nominal=True)] if is_trigger else []
        return found, head if case == "during" else None
    if kind in {"obj", "nsubj", "obl", "iobj"} or (kind == "xcomp" and is_verb(head)):
        return _in_clause(noun, head, "obj" if kind == "xcomp" else kind, case, vocab)
    if kind == "nmod" and case in NOMINAL_CASES:
        return _of_noun(head, case, vocab)
    if kind == "compound":
        name = named(head, vocab, skip=frozenset({"phase"}))
        return ([Operator(name, head.text, nominal=True)] if name else []), None
    return [], None


def _is_to_come(clause: Token) -> bool:
    """ "Talks to be held on Friday": an infinitive that tells when or where a deed is to be."""
    infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in clause.children)
    return clause.dep_ == "acl" and infinitive and lemma(clause) in TAKING_PLACE


def _of_noun(head: Token, case: str, vocab: Vocab) -> Above:
    """ "talk of a visit", "preparations for talks", "preparations were under way for talks"."""
    name = named(head, vocab, case, skip=frozenset({"phase"}))
    if name is not None and (case not in {"in", "at", "with"} or name == "cancelled"):
        return [Operator(name, head.text, nominal=True)], head
    subject = next((child for child in head.children if base(child) == "nsubj"), None)
    if case == "for" and subject is not None and named(subject, vocab) in {"planned", "possible"}:
        return [Operator(str(named(subject, vocab)), subject.text, nominal=True)], head
    return [], head if lemma(head) in vocab.words["noun_phase"] or head.lower_ == "one" else None


def _predicated(noun: Token, head: Token, kind: str, vocab: Vocab) -> Operator | None:
    """What a predicate says of a deed: "is uncertain", "is under discussion", "is one of the options"."""
    if kind != "nsubj":
        return None
    words = vocab.words
    parts = [child for child in head.children if base(child) in {"xcomp", "amod", "compound"}]
    if any(child.dep_ == "cop" for child in head.children):
        parts += [head, *(c for c in head.children if base(c) == "nmod" and head.lower_ == "one")]
    for part in parts:
        word = part.lower_
        if word == "off" and part == head:
            return Operator("cancelled", word, nominal=True)
        infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in part.children)
        if word in words["uncertain"] and not infinitive:
            return Operator("possible", word, nominal=True)
        if lemma(part) in words["pending"] and (case_of(part) or part.pos_ == "NOUN"):
            return Operator("possible", f"{case_of(part)} {word}".strip(), nominal=True)
        if word in words["preparing"]:
            return Operator("planned", word, nominal=True)
        if f"{case_of(part)} {word}".strip() in words["running"]:
            return Operator("ongoing", word, nominal=True)
        if part.pos_ in {"NOUN", "ADJ"} and lemma(part) in words["denying"]:
            return Operator("denied", word, nominal=True)
    if head.lower_ in {"have", "has"} and any(
        c.lower_ == "yet" for part in (head, *parts) for c in part.children
    ):
        return Operator("possible", "has yet", nominal=True)
    return None


def _in_clause(noun: Token, head: Token, kind: str, case: str, vocab: Vocab) -> Above:
    """A deed as subject, object or circumstance of a verb or predicate."""
    words = vocab.words
    if lemma(head) in words["answering"] and kind in {"obj", "obl"}:
        return [], None  # "vowed to retaliate for the strike", "will comply with his request"
    name = named(head, vocab, case if kind == "obl" else "")
    if lemma(head) == "follow" and kind == "obj":
        return [Operator("real", head.text, nominal=True)], head  # "the tour follows a visit to Nigeria"
    if lemma(head) == "call" and kind == "obj" and name != "cancelled":
        name = "phase"  # "called a meeting", not "called for a meeting"
    if lemma(head) == "call" and noun.dep_ == "nsubj:pass" and name == "possible":
        name = "planned"  # "rallies have been called for Monday"
    if name == "ongoing" and kind == "nsubj":
        name = None  # "the talks remain", "the visit continues to": no word on whether it is under way
    if (
        kind == "obl"
        and case == "for"
        and lemma(head) in MOVING | {"go", "travel", "fly"}
        and progressive(head)
    ):
        return [Operator("planned", case, nominal=True)], head  # "are heading to Doha for talks"
    if kind == "obl" and case not in words["within"] | {"about", ""} and name is None:
        return [], None
    subject = next((child for child in head.children if child.dep_ == "nsubj:pass"), None)
    if kind == "obl" and case == "for" and subject is not None and name in {None, "phase"}:
        planned = named(subject, vocab)  # "preparations are being made for a call"
        if planned in {"planned", "possible"}:
            return [Operator(planned, subject.text, nominal=True)], head
    said = _predicated(noun, head, kind, vocab)
    if said is not None:
        return [said], head
    if kind == "nsubj" and name is None and any(child.dep_ == "cop" for child in head.children):
        return _weighed(head), None
    shared = _shared(noun, head, kind, vocab)
    if name is None:
        return shared, head if shared or _carries(noun, head, kind, case, vocab) else None
    if kind == "obl" and case in {"at", "in", "during", "by", "with"} and name not in {"phase", "ongoing"}:
        return [], head  # "said at the meeting", "agreed in talks": the operator is not about the noun
    if kind == "obl" and case == "on" and noun.i < head.i and not is_passive(head):
        return [], head  # "on a trip to Asia, he warned"
    if (
        kind == "nsubj"
        and noun.dep_ != "nsubj:pass"
        and name in {"denied", "prevented", "announced", "cancelled", "planned"}
        and is_verb(head)
        and not is_passive(head)
        and lemma(head) not in words["failing"]
    ):
        return [], None  # "the talks failed to", "the attack prevented": the noun does it
    operators = [Operator("hedge", head.text)] if hedges(head, vocab) else []
    if lemma(head) in words["taking_place"]:
        operators.append(Operator("taken place", head.text, nominal=True))
    operators += [] if name == "phase" else [Operator(name, head.text, nominal=True)]
    return [*operators, *shared], head


def _weighed(predicate: Token) -> list[Operator]:
    """ "The visit would be the first": it lies ahead. "Could be a turning point" says nothing of whether it was."""
    ahead = [
        child
        for child in predicate.children
        if base(child) == "aux" and child.lower_ in {"will", "would", "'ll", "’ll"}
    ]
    return [Operator("future", f"{aux.text} be", nominal=True) for aux in ahead[:1]]


def _shared(noun: Token, head: Token, kind: str, vocab: Vocab) -> list[Operator]:
    """ "considered and dropped a trip", "the visit was planned and called off": the verbs that share the noun."""
    if kind not in {"obj", "nsubj"}:
        return []
    found = []
    for verb in head.children:
        if verb.dep_ != "conj" or not is_verb(verb):
            continue
        kinds = {base(child) for child in verb.children}
        same = "obj" not in kinds and noun.i > verb.i if kind == "obj" else "nsubj" not in kinds
        name = named(verb, vocab)
        if same and name in {"cancelled", "postponed"} and (kind == "obj" or is_passive(verb)):
            found.append(Operator(name, verb.text, nominal=True))
    return found


def _carries(noun: Token, head: Token, kind: str, case: str, vocab: Vocab) -> bool:
    """ "will attend the visit" tells whether it is real, "praised the visit" takes it for granted."""
    return (
        kind == "nsubj"
        or (kind == "obl" and case in {"at", "in", "for", "during", "to"})
        or lemma(head) in vocab.words["phase"] | vocab.words["carrying"]
    )
