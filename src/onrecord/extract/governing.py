"""What stands over a clause: the word that governs it, and where to go on from there."""

from onrecord.extract.arguments import invitation_to
from onrecord.extract.clause import base, is_passive, is_verb, lemma
from onrecord.extract.modality import progressive
from onrecord.extract.operators import Above, Operator, hedges, is_negation, named
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

COMPLEMENTING = frozenset({"", "of", "from", "against", "on"})
AIMING = frozenset({"aim", "design", "intend", "mean", "seek", "calculate", "direct", "gear"})
LEAVING = frozenset({"leave", "depart", "embark"})
LATER_THAN = frozenset({"once", "when", "until", "till", "as"})  # "once he apologises", "as soon as"


def above_clause(verb: Token, vocab: Vocab) -> Above:
    """Operators over a clause, and the word to go on from (None: nothing further out bears on it)."""
    head, kind = verb.head, base(verb)
    mark = _mark(verb)
    asked = kind in {"ccomp", "csubj"} and mark == "if" and not _is_adverbial(verb, vocab)
    if mark == "whether" or asked:
        return [Operator("open", mark)], None
    if kind in {"advcl", "conj", "parataxis"} and _headlined(verb):
        return [Operator("planned", "to")], None
    if kind in {"ccomp", "csubj"} and not is_verb(head) and head.pos_ == "PROPN" and is_verb(head.head):
        head = head.head  # "proposed to Seoul that officers meet", the clause hung on Seoul
    if kind == "conj":
        if any(child.lower_ == "or" for child in verb.children) and lemma(verb) in vocab.words["carrying"]:
            return [Operator("possible", "or")], None  # "agree to it or face sanctions"
        own = any(base(child) in {"nsubj", "aux"} for child in verb.children) or finite_form(verb)
        if is_verb(head) and not own:
            return [], head
        # "denied that he had met them and signed": what stands over the first stands over both
        shares = is_verb(head) and not any(base(child) == "nsubj" for child in verb.children)
        return above_clause(head, vocab) if shares and head.head != head else ([], None)
    invitation = invitation_to(verb) if kind in {"xcomp", "advcl"} else None
    if invitation is not None:
        return over(invitation, vocab, finite=False), head
    if kind == "xcomp":
        return over(head, vocab, finite=False, below=verb), head
    if kind in {"ccomp", "csubj"}:
        return _complement(verb, head, mark, vocab)
    first = next((word for word in verb.subtree if not word.is_punct and not word.is_space), verb)
    if kind in {"advcl", "parataxis"} and first.lower_ in {"if", "unless"}:
        return [Operator("possible", first.text)], None
    if kind == "advcl":
        return _adverbial(verb, head, mark, vocab)
    if kind == "acl" and lemma(head) in vocab.words["said_nouns"] and first.lower_ == "that":
        return [], head  # "the report that he had visited", read as a relative clause
    if kind == "acl" and verb.dep_ != "acl:relcl":
        if mark in {"to", "of", "for"} or any(child.dep_ == "case" for child in verb.children):
            return over(head, vocab, finite=False), head
        while lemma(head) not in vocab.words["said_nouns"] and base(head) == "nmod":
            head = head.head  # "a report in a newspaper that they had met"
        return [], head if mark == "that" else None  # "denied a claim that they had been arrested"
    return [], None


def _headlined(verb: Token) -> bool:
    """ "Talks end in Doha; Rubio to visit Cairo": an infinitive with a subject of its own, and no "for"."""
    words = {child.lower_: child.i for child in verb.children if child.dep_ == "mark"}
    own = any(base(child) == "nsubj" and child.i < words.get("to", -1) for child in verb.children)
    return own and "for" not in words and verb.sent.root.i < verb.i


def _mark(verb: Token) -> str:
    """The word that brings a clause in; "whether" of "undecided on whether to meet"."""
    marks = [child.lower_ for child in verb.children if child.dep_ == "mark"]
    return "whether" if "whether" in marks else next(iter(marks), "")


def _is_adverbial(verb: Token, vocab: Vocab) -> bool:
    """An "if" clause hung as a complement on a verb that takes none: "will strike if Iran attacks"."""
    mark = _mark(verb)
    return (
        mark == "if"
        and verb.head.pos_ != "ADJ"
        and named(verb.head, vocab) is None
        and lemma(verb.head) not in vocab.words["says"]
    )


def finite_form(verb: Token) -> bool:
    """Whether the verb itself carries tense."""
    return "Fin" in verb.morph.get("VerbForm")


def _complement(verb: Token, head: Token, mark: str, vocab: Vocab) -> Above:
    auxiliaries = [c for c in verb.children if base(c) in {"aux", "cop"}]
    finite = mark != "to" and (mark != "" or finite_form(verb) or any(finite_form(c) for c in auxiliaries))
    wanted = finite and lemma(head) in vocab.words["mandative"] and _unreal(verb, auxiliaries)
    found = over(head, vocab, finite=finite and not wanted)
    if any(is_negation(child, vocab) for child in head.children) and named(head, vocab) not in {
        "denied",
        "prevented",
    }:
        found.append(Operator("possible", f"not {head.text}"))
    refused = named(head, vocab) in {"denied", "prevented"}
    return found, head if refused or not finite else None


def _unreal(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether a clause can say what is wanted: "that they meet", "that they should meet", not "that they met"."""
    if any(aux.lower_ == "should" for aux in auxiliaries):
        return True
    if auxiliaries:
        return all(aux.lower_ == "be" for aux in auxiliaries)
    return "Past" not in verb.morph.get("Tense") and verb.lower_ == lemma(verb)


def _adverbial(verb: Token, head: Token, mark: str, vocab: Vocab) -> Above:
    inverted = any(c.lower_ == "should" for c in verb.children if c.dep_ == "aux" and c.i < verb.i)
    if mark in {"if", "unless", "whether", "should", "lest"} or (
        inverted and any(c.is_sent_start for c in verb.children)
    ):
        return [Operator("possible", mark or "should")], None
    if mark in {"at", "to"} and lemma(head) in AIMING and base(head) in {"acl", "root", "conj"}:
        return [Operator("possible", head.text)], None  # "talks aimed at reaching", "a plan designed to end"
    if mark in COMPLEMENTING and _complements(verb, head, vocab):
        return over(head, vocab, finite=False), head  # "ruled out sending", "stopped short of bombing"
    kinds = {base(child) for child in head.children}
    undertaken = named(head, vocab) in {"announced", "planned"} and not is_passive(head)
    if mark == "to" and undertaken and "obj" not in kinds:  # not "set foot there to meet"
        return over(head, vocab, finite=False), head  # "undertakes in it to bring its soldiers home"
    if mark in {"without", "instead", "rather"}:
        as_planned = any(word.lower_ in {"scheduled", "planned"} for word in verb.subtree)
        return [Operator("dropped" if as_planned else "negation", mark)], None
    if mark == "" and any(child.lower_ == "when" for child in verb.children):
        mark = "when"
    told_back = "Past" in verb.morph.get("Tense") and not any(c.lower_ == "would" for c in head.children)
    if mark in LATER_THAN and _ahead(head) and not told_back:
        return [Operator("possible" if mark == "once" else "planned", mark)], None
    if mark in {"to", "before", "", "by", "for"}:
        operators = []
        if mark in {"to", "for"} and lemma(head) in LEAVING:
            operators.append(Operator("planned", head.text))  # "left for Delhi to attend the summit"
        asked = vocab.words["mandative"] | vocab.words["urging"]
        if mark in {"to", "for"} and is_verb(head) and lemma(head) in asked:
            operators.append(Operator("possible", head.text))
        subject = next((c for c in head.children if base(c) == "nsubj"), None)
        if mark in {"to", "for"} and subject is not None and (is_passive(head) or not is_verb(head)):
            # "an appointment has been made for him to call on", "efforts are under way to reach a deal"
            name = named(subject, vocab)
            if lemma(subject) in vocab.words["noun_phase"] and lemma(head) in vocab.words["fixing"]:
                name = "planned"  # "a date has been fixed for him to meet"
            operators += [Operator(name, subject.text)] if name in {"planned", "possible"} else []
        return operators, head
    return [], None


def _complements(verb: Token, head: Token, vocab: Vocab) -> bool:
    """Whether an -ing clause right behind a verb is what the verb speaks of, not what goes along with it."""
    between = verb.doc[head.i + 1 : verb.i]
    near = verb.i > head.i and not any(token.is_punct for token in between) and len(between) < 5
    return near and progressive(verb) and named(head, vocab) not in {None, "phase"}


def _ahead(verb: Token) -> bool:
    """Whether a clause tells what is to come, so that what it waits for lies ahead too."""
    auxiliaries = {child.lower_ for child in verb.children if base(child) == "aux"}
    return bool(
        auxiliaries & {"will", "would", "shall", "'ll", "’ll", "can", "could", "may", "might", "to"}
    ) or any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def over(head: Token, vocab: Vocab, finite: bool, below: Token | None = None) -> list[Operator]:
    """The operators that a governing word is to its complement `below`."""
    if lemma(head) == "go" and "Part" in head.morph.get("VerbForm") and not finite:
        return [Operator("future", "going to")]
    if lemma(head) == "be" and not finite and base(head) != "aux":
        return [Operator("planned", f"{head.text} to")]
    if lemma(head) == "have":
        around = [*head.children, *(below.children if below is not None else ())]
        if any(child.lower_ == "yet" for child in around):
            return [Operator("negation", "yet")]
        if not finite and head.lower_ in {"has", "have"} and below is not None and _is_infinitive(below):
            return [
                Operator("planned", f"{head.text} to")
            ]  # "still has to ratify it"; who "had to leave" left
    if lemma(head) == "remain" and not finite:
        return [Operator("possible", head.text)]
    name = named(head, vocab)
    if head.lower_ == "invitation" and base(head) == "obj" and lemma(head.head) == "accept":
        name = "planned"  # "accepted an invitation to visit"
    if head.lower_ == "able" and any(
        c.dep_ == "cop" and "Past" in c.morph.get("Tense") for c in head.children
    ):
        return []  # "was able to deliver": it did
    if lemma(head) in vocab.words["letting"] and is_passive(head) and _done(head):
        return []  # "doctors were allowed to see him on Tuesday": they did
    found = [Operator("hedge", head.text)] if hedges(head, vocab) else []
    if name is not None and name != "phase":
        found.append(Operator(name, head.text, finite=finite))
    return found


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _done(verb: Token) -> bool:
    """Whether a passive is in the plain past: "were allowed"."""
    helpers = [child.lower_ for child in verb.children if base(child) == "aux"]
    return helpers in (["was"], ["were"])
