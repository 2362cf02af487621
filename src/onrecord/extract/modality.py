"""What stands on a clause or a noun itself: tense, modals, negation, conditions, adverbs and adjectives."""

from collections.abc import Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.clause import FULL_CLAUSES, base, is_passive, lemma
from onrecord.extract.operators import Operator, is_negation, named
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "'d", "’d"})
MAYBE = frozenset({"perhaps", "maybe", "possibly", "conceivably"})
LATER = frozenset({"later", "eventually", "subsequently", "soon", "ultimately"})
NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
TAKING_PLACE = frozenset(
    {"take", "happen", "occur", "go", "proceed", "hold"}
)  # "the visit will not go ahead"
CHAIN = 5  # steps from "would" up to the word of saying that makes it a future told in the past


def on_clause(verb: Token, vocab: Vocab, came_from: Token | None) -> Iterator[Operator]:
    """Operators that stand on one clause, innermost first."""
    negation = _negation(verb, vocab, came_from)
    auxiliaries = _auxiliaries(verb)
    if _had_it_been(verb, auxiliaries):
        if negation is None:
            yield Operator("counterfactual", "had")
        return  # "had the talks not broken down": they did
    for aux in auxiliaries:
        operator = _of_auxiliary(aux, verb, auxiliaries, vocab, negated=negation is not None)
        if operator is not None:
            yield operator
    yield from _of_tense(verb, auxiliaries)
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in MAYBE:
            yield Operator("possible", child.text, finite=True)
        if child.dep_ == "advmod" and child.lower_ in vocab.words["hedges"]:
            yield Operator("hedge", child.text)
    first = next((word for word in verb.sent if word.is_alpha), verb)
    would = any(aux.lower_ == "would" for aux in auxiliaries)
    opened = (
        would and first.lower_ in {"were", "should", "had"} and first.i < verb.i
    )  # "were the truce to collapse"
    if opened or any(is_condition(clause) for clause in _adverbials(verb)):
        yield Operator("possible", "if", finite=True)
    if any(child.lower_ == "due" and child.dep_ == "case" for child in verb.children):
        yield Operator("planned", "due")  # "is due to vote", "due to" read as a preposition
    if negation is not None:
        longer = negation.lower_ == "no" or any(c.lower_ == "longer" for c in negation.head.children)
        gone = longer and any(t.lower_ == "longer" for t in verb.doc[negation.i + 1 : negation.i + 4])
        off = came_from is not None and base(came_from) == "nsubj" and lemma(verb) in TAKING_PLACE
        told_off = off and any(aux.lower_ in FUTURE for aux in auxiliaries)
        yield Operator("dropped" if gone or told_off else "negation", negation.text)


def _had_it_been(verb: Token, auxiliaries: list[Token]) -> bool:
    """ "Had he met them, ...": what did not happen, told by the auxiliary before its subject."""
    subject = next((child for child in verb.children if base(child) == "nsubj"), None)
    had = next((aux for aux in auxiliaries if aux.lower_ == "had"), None)
    if subject is None or had is None or verb.sent[-1].text == "?":
        return False
    return had.i < subject.i and base(verb) in FULL_CLAUSES


# negation -----------------------------------------------------------------------------------------------


def _negation(verb: Token, vocab: Vocab, came_from: Token | None) -> Token | None:
    """ "did not", "nobody met", "not one ship was", "under no circumstances", "at no point"."""
    for child in verb.children:
        if is_negation(child, vocab):
            return child
    for child in verb.children:
        if base(child) in {"nsubj", "obj"} and (came_from is None or child.i != came_from.i):
            found = _none_of(child)
            if found is not None:
                return found
        if base(child) in {"obl", "advmod"} and lemma(child) in vocab.words["occasions"]:
            found = next((part for part in child.children if part.lower_ == "no"), None)
            if found is not None:
                return found
        if child.dep_ == "advmod" and child.lower_ == "longer":
            return next((part for part in child.children if part.lower_ in {"no", "any"}), None)
    return None


def _none_of(noun: Token) -> Token | None:
    """ "no envoy", "nobody", "neither Egypt nor Jordan", "not one of the ships", "not a single lorry"."""
    for part in (noun, *noun.children):
        if part.lower_ in NOBODY and (part == noun or part.dep_ in {"det", "cc", "cc:preconj", "advmod"}):
            return part
        if part.lower_ == "not" and part.i < noun.i:
            rest = {word.lower_ for word in noun.doc[part.i + 1 : noun.i + 1]}
            if rest & {"one", "single"}:
                return part
    return None


# modals and tense ---------------------------------------------------------------------------------------


def _auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of a clause, those of the verb before where it shares them: "will meet and sign"."""
    found = [child for child in verb.children if base(child) == "aux"]
    shares = (
        verb.dep_ == "conj"
        and not any(base(child) == "nsubj" for child in verb.children)
        and not found
        and "Fin" not in verb.morph.get("VerbForm")
    )
    return [child for child in verb.head.children if base(child) == "aux"] if shares else found


def _of_auxiliary(
    aux: Token, verb: Token, auxiliaries: list[Token], vocab: Vocab, negated: bool
) -> Operator | None:
    word = aux.lower_
    perfect = any(other.lower_ == "have" and other.i > aux.i for other in auxiliaries)
    if word in {"would", "should"} and perfect:
        return Operator("counterfactual" if word == "would" else "unrealised", f"{word} have")
    if word in {"may", "might"} or (word in {"could", "can", "should", "must", "ought"} and not negated):
        return Operator("possible", word)
    if word in FUTURE and not negated:
        return Operator("future", word)
    if word == "would" and not negated:
        return _would(verb, vocab)
    return None


def _would(verb: Token, vocab: Vocab) -> Operator | None:
    """Future told in the past ("said he would go"), told looking back, or what might be."""
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    if "rather" in adverbs:
        return Operator("possible", "would rather")
    if adverbs & LATER and verb.dep_ in {"root", "ROOT", "conj"}:
        return None  # "he would later sign the treaty": he did
    return Operator("future" if _told_in_past(verb, vocab) else "possible", "would")


def _told_in_past(verb: Token, vocab: Vocab) -> bool:
    """Whether a word of saying in the past stands over the clause."""
    node = verb
    for _ in range(CHAIN):
        if node.dep_ == "acl:relcl":
            return lemma(node.head) not in vocab.words["drafts"]
        if base(node) in {"ccomp", "parataxis"} and _says(node.head, vocab):
            return _past(node.head)
        if node.head == node:
            return any(child.dep_ == "parataxis" and _says(child, vocab) for child in node.children)
        if base(node) not in {"conj", "xcomp", "ccomp", "parataxis", "advcl", "acl"}:
            return False
        node = node.head
    return False


def _says(word: Token, vocab: Vocab) -> bool:
    return any(lemma(word) in vocab.words[name] for name in ("says", "says_person", "said_nouns"))


def _past(verb: Token) -> bool:
    """Past or perfect, or hanging on such a verb: "cited X as saying"."""
    if "Past" in verb.morph.get("Tense") or verb.pos_ == "NOUN":
        return True
    return verb.lower_.endswith("ing") and verb.head != verb and "Past" in verb.head.morph.get("Tense")


def _of_tense(verb: Token, auxiliaries: list[Token]) -> Iterator[Operator]:
    if progressive(verb) and any(
        aux.lemma_ == "be" and "Pres" in aux.morph.get("Tense") for aux in auxiliaries
    ):
        yield Operator("ongoing", verb.text)
    elif progressive(verb) and {"been", "have"} <= {aux.lower_ for aux in auxiliaries} | (
        {"have"} if any(aux.lower_ == "has" for aux in auxiliaries) else set()
    ):
        yield Operator("ongoing", f"been {verb.text}")  # "have been meeting since Monday"
    if not any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children):
        return
    be = [c for c in verb.children if c.lemma_ == "be" and c.dep_ in {"aux", "cop"} and c.i < _to(verb)]
    if any(aux.lower_ == "have" for aux in auxiliaries) and be:
        yield Operator("unrealised", "was to have")
    elif be or _headline(verb):
        yield Operator("planned", "is to")


def _to(verb: Token) -> int:
    return max(int(child.i) for child in verb.children if child.dep_ == "mark" and child.lower_ == "to")


def _to_be(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _headline(verb: Token) -> bool:
    """ "Tokayev to host leaders": an infinitive with a subject and nothing over it, or hung on a bare name."""
    if base(verb) == "acl" and verb.head.pos_ == "PROPN" and verb.head.dep_ in {"root", "ROOT"}:
        return verb.head.i < verb.i
    return (
        verb.dep_ in {"root", "ROOT"}
        and any(base(child) == "nsubj" for child in verb.children)
        and not any(child.lower_ == "for" and child.dep_ == "mark" for child in verb.children)
    )


def progressive(verb: Token) -> bool:
    """Whether a verb is an -ing form."""
    forms, tenses = verb.morph.get("VerbForm"), verb.morph.get("Tense")
    return "Ger" in forms or "Prog" in verb.morph.get("Aspect") or ("Part" in forms and "Pres" in tenses)


# conditions ---------------------------------------------------------------------------------------------


def _adverbials(verb: Token) -> Iterator[Token]:
    """Adverbial clauses of a clause, and those that hang on the word of saying it is told by."""
    tops = [verb, verb.head] if base(verb) in {"ccomp", "parataxis"} else [verb]
    for top in tops:
        for child in top.children:
            if base(child) == "advcl" and child != verb and (top == verb or child.i < verb.i):
                yield child


def is_condition(clause: Token) -> bool:
    """Whether a clause sets a condition: "if", "unless", "provided that", "should he come"."""
    first = next((word for word in clause.subtree if not word.is_punct and not word.is_space), clause)
    inverted = (
        first.lower_ in {"should", "were", "had"} and first.pos_ == "AUX"
    )  # "were the truce to collapse"
    return (
        inverted
        or first.lower_ in {"if", "unless", "provided"}
        or any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in clause.children)
    )


# nouns --------------------------------------------------------------------------------------------------


def on_noun(noun: Token, vocab: Vocab, is_trigger: bool) -> Iterator[Operator]:
    """Adjectives, participles, relative clauses and "no" at a noun."""
    for child in noun.children:
        kind = base(child)
        if kind in {"amod", "compound"} or (kind == "acl" and child.i > noun.i):
            if child.lower_ in vocab.words["past"]:
                continue
            if child.lower_ in vocab.words["hedges"]:
                yield Operator("hedge", child.text)
            if kind == "acl" and is_passive(child) and _to_be(child):
                yield Operator("planned", "to be", nominal=True)  # "a meeting to be held in Paris"
            name = named(child, vocab, skip=frozenset({"phase", "announced"}))
            if name is not None and (kind != "acl" or (is_passive(child) and name != "ongoing")):
                yield Operator(name, child.text, nominal=True)
        elif child.dep_ == "acl:relcl" and named(child, vocab) in {"cancelled", "postponed"}:
            if is_passive(child) or "relative" in arguments(child):
                yield Operator(str(named(child, vocab)), child.text, nominal=True)
        elif kind == "det" and child.lower_ in {"no", "neither"}:
            yield Operator("negation", child.text)
        elif kind == "det" and child.lower_ == "any" and is_trigger:
            yield Operator("possible", child.text)
