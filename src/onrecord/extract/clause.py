"""Reading a clause: what labels say, prepositions before nominals, what is coordinated, verbs and their voice.

Labels are those of Universal Dependencies, version 2.
"""

from collections.abc import Iterator

from onrecord.records.parse import Token

NAME_PARTS = frozenset({"flat", "flat:name", "compound", "goeswith", "fixed", "flat:foreign"})
# what stands with a noun in its phrase and says which or whose it is
NOUN_PARTS = frozenset({"amod", "compound", "nmod"})
# what is hung on the name that it belongs to: titles, further names
BESIDE_NAMES = frozenset({"appos", "compound", "flat"})
# clauses that mostly have no subject of their own, and such as have one
BARE_CLAUSES = frozenset({"acl", "advcl", "xcomp"})
FULL_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "parataxis"})
# what a verb is incomplete without
COMPLEMENTS = frozenset({"ccomp", "obj", "xcomp"})
# labels of verbs that head no clause
NO_HEADS = frozenset({"amod", "aux", "cop"})
PORTIONS = frozenset(
    (
        "round series package set wave batch raft number string spate flurry barrage pair couple kind type day hour "
        "week range salvo hail slew host array lot campaign volley start beginning end resumption continuation"
    ).split()
)
NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
GENITIVES = frozenset({"'s", "’s", "'", "’"})
LOOSE = frozenset({"for", "to", "from", "in", "with", "on", "at", "into"})


def base(token: Token) -> str:
    """The label without its subtype: "nsubj" for "nsubj:pass"."""
    return token.relation


def lemma(token: Token) -> str:
    """Lower-case lemma."""
    return token.lemma_.lower()


def case_of(token: Token) -> str:
    """The preposition (or group of them) before a nominal: "with", "ahead of"; "" where there is none."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.lower_ not in GENITIVES:
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return _case_before(token) or _case_inside(token)


def _case_before(token: Token) -> str:
    """The preposition that stands right before a name, though it is hung elsewhere: "leave for Paris to head"."""
    if token.pos_ != "PROPN" or token.i == 0 or base(token) not in {"obl", "nmod"}:
        return ""
    before = token.doc[token.i - 1]
    return str(before.lower_) if before.pos_ in {"ADP", "SCONJ"} and before.lower_ in LOOSE else ""


def _case_inside(token: Token) -> str:
    """The preposition that is hung on a word inside the phrase: "with U.S. Secretary of State Marco Rubio"."""
    first = token.left_edge
    if first.dep_ != "case" or first.head == token or token.pos_ == "VERB":
        return ""
    part = first.head
    for _ in range(3):  # "on Indonesian President Joko Widodo", hung on "Indonesian"
        # "with HE Envoy Tom Perriello", where the style is taken for a slip of the tongue
        inside = base(part) in {"compound", "amod", "flat", "reparandum", "appos"} or part.dep_ == "nmod:desc"
        if not inside or part == token:
            break
        part = part.head
    return first.lower_ if part == token and first.i < token.i else ""


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it, left to right; "and" may hang on the name behind a title."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)
        elif child.i > token.i and base(child) in {"appos", "flat"}:
            for inner in child.children:
                if inner.dep_ == "conj":
                    yield from conjuncts(inner)


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause as a verb."""
    return token.pos_ in {"VERB", "AUX"}


def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb is what it is done to."""
    labels = {child.dep_ for child in verb.children}
    if labels & {"aux:pass", "obl:agent"}:
        return True
    if "nsubj:pass" in labels:  # "he also called on the king" is none, whatever the parse says
        return not any(child.dep_ == "nsubj:pass" and child.lower_ in NOMINATIVE for child in verb.children)
    if "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense"):
        return not any(child.dep_ == "aux" for child in verb.children) and base(verb) in {
            "acl",
            "advcl",
            "amod",
        }
    return False
