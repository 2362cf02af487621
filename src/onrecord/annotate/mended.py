"""What the parser is known to misread in news, set right where the words on the page leave no doubt.

Treebanks hold few titles before names and few headlines. Each function looks for one such misreading and says what
hangs on what instead; nothing here knows what the rules make of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records.parse import Token

AND = frozenset({"and", "&"})
DASHES = frozenset("-–—")
# nouns that have another side: "the border with Belarus"
TWO_SIDED = frozenset("border frontier relation tie war conflict dispute tension trade friction row".split())
HANDED_OVER = frozenset("delivery shipment supply sale transfer export".split())

Change = tuple[Token, Token, str]
"""A word, its new head and its new relation."""


def changes(words: list[Token]) -> Iterator[Change]:
    """All changes to a text's parse, in the order of its words; each word is changed once at most."""
    for word in words:
        change = next((found for mend in MENDS if (found := mend(word)) is not None), None)
        if change is not None:
            yield change


def _joined(word: Token) -> Change | None:
    """ "Turkish Foreign Minister Hakan Fidan and US counterpart Marco Rubio": no apposition after "and"."""
    first = word.left_edge
    if word.relation != "appos" or word.head.i > word.i or first.lower_ not in AND or first is word:
        return None
    return word, word.head, "conj"


def _of_several(word: Token) -> Change | None:
    """ "the leaders of Iran and Russia": Russia has leaders, too, and is none of them."""
    head = word.head
    if word.relation != "conj" or head.pos_ != "NOUN" or "Plur" not in head.morph.get("Number"):
        return None
    if word.ent_type_ != "PLACE" or any(child.relation == "case" for child in word.children):
        return None
    owners = [
        child
        for child in head.rights
        if child.relation == "nmod" and child.i < word.i and child.ent_type_ == "PLACE" and _of(child)
    ]
    if not owners or not _only_joints(owners[-1].right_edge, word):
        return None
    return word, owners[-1], "conj"


def _of(word: Token) -> bool:
    return any(child.lower_ == "of" and child.relation == "case" for child in word.children)


def _only_joints(before: Token, word: Token) -> bool:
    """Whether only "and", a comma or "the" stands between the end of a phrase and `word`."""
    between = {word.doc[index].lower_ for index in range(before.i + 1, word.i)}
    return between <= {*AND, ",", "the", "then"} and bool(between & AND)


def _listed(word: Token) -> Change | None:
    """ "Russia, Turkey resume talks": a headline's comma joins its subjects."""
    if word.i < 2 or word.nbor(-1).text != "," or word.left_edge is not word:
        return None
    first = word.nbor(-2)
    alike = first.pos_ == word.pos_ == "PROPN" and first.ent_type_ == word.ent_type_
    if (
        word.relation in {"appos", "flat"}
        and alike
        and word.ent_type_ == "PERSON"
        and _acts_next(word, first)
    ):
        return word, first, "conj"  # "Lavrov, Rubio meet": nobody is two persons
    if word.relation != "nsubj":
        return None
    if not alike or first.head is not word.head or first.relation != "nsubj" or word.i > word.head.i:
        return None
    return word, first, "conj"


def _acts_next(word: Token, first: Token) -> bool:
    """Whether `first` and `word` stand before a verb, and `first` is its subject."""
    after = word.nbor(1) if word.i + 1 < word.sent.end else word
    acts = after.pos_ in {"VERB", "AUX"} or (after.lower_ == "to" and after.pos_ == "PART")
    return acts and word.head is first and first.relation in {"nsubj", "vocative"}


def _called_upon(word: Token) -> Change | None:
    """ "Putin, Trump to hold talks": news tells of people and calls upon nobody."""
    if word.relation != "vocative" or word.pos_ != "PROPN" or word.left_edge.i != word.sent.start:
        return None
    subject = any(child.relation == "nsubj" for child in word.head.children)
    return None if subject or word.head.i < word.i else (word, word.head, "nsubj")


def _after_dash(word: Token) -> Change | None:
    """ "Talks resume - Lavrov": who stands behind a headline's last dash says it, and does not do it."""
    if word.relation != "nsubj" or word.head.i > word.i or word.pos_ != "PROPN":
        return None
    dash = word.left_edge.i - (word.left_edge.text not in DASHES)
    doc, end = word.doc, word.sent.end
    last = all(doc[index].is_space or doc[index].is_punct for index in range(word.right_edge.i + 1, end))
    if not last or dash <= word.sent.start or doc[dash].text not in DASHES or not doc[dash - 1].whitespace_:
        return None
    return word, word.head, "parataxis"


def _occasion(word: Token) -> Change | None:
    """ "discussed trade and other issues during their first meeting": not the issues were during it."""
    cases = {child.lower_ for child in word.children if child.relation == "case"}
    theirs = any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in word.children)
    if word.relation != "nmod" or "during" not in cases or not theirs:
        return None
    head = word.head
    while head.relation in {"nmod", "conj", "obj", "appos"} and head.pos_ != "VERB" and head.head is not head:
        head = head.head
    return (word, head, "obl") if head.pos_ == "VERB" else None


def _paired(word: Token) -> Change | None:
    """ "Rwanda-Uganda talks": neither is the subject; both are whose talks they are."""
    if word.pos_ != "PROPN" or word.relation not in {"nsubj", "appos"}:
        return None
    last = word
    if _hyphen(word, 1) and word.i + 2 < word.sent.end:
        last = word.nbor(2)
    elif not _hyphen(word, -1):
        return None
    noun = last.nbor(1) if last.i + 1 < word.sent.end else last
    paired = last.pos_ == "PROPN" and noun.pos_ == "NOUN" and "Plur" in noun.morph.get("Number")
    return (word, noun, "compound") if paired and noun.relation == "nsubj" else None


def _hyphen(word: Token, step: int) -> bool:
    """Whether a hyphen joins a word to the next (1) or the last (-1) one."""
    if not word.sent.start <= word.i + 2 * step < word.sent.end:
        return False
    mark = word.nbor(step)
    before = word if step > 0 else word.nbor(-2)
    return mark.text == "-" and not before.whitespace_ and not mark.whitespace_


def _title(word: Token) -> Change | None:
    """ "by Russian official Klimov": the title and the name behind it are one phrase, not two beside each other."""
    behind = word.right_edge.i + 1
    if word.pos_ not in {"NOUN", "PROPN"} or word.ent_type_ == "PERSON" or behind >= word.sent.end:
        return None
    name = word.doc[behind]
    if name.ent_type_ != "PERSON" or name.head is not word.head or name.relation != word.relation:
        return None
    if name.left_edge.i < word.left_edge.i - 1 or "Plur" in word.morph.get("Number"):
        return None
    if any(child.relation == "case" for child in word.children):
        return name, word, "appos"
    return word, name, "nmod:desc"


def _low(word: Token) -> Change | None:
    """ "discussed the border with Belarus", "paused deliveries to Taiwan": what belongs to the noun before it.

    And "a pact meant to end the war in Juba", where the war is, if anything.
    """
    verb, before = word.head, word.left_edge.i - 1
    if word.relation != "obl" or verb.pos_ != "VERB" or before <= verb.i:
        return None
    case = next((child.lower_ for child in word.children if child.relation == "case"), "")
    noun = word.doc[before]
    if noun.pos_ != "NOUN":
        return None
    if case == "with" and noun.lemma_ in TWO_SIDED:
        return word, noun, "nmod"
    if case == "to":
        while noun.relation == "nmod":
            noun = noun.head
        own = noun.relation == "obj" and noun.head is verb
        return (word, noun, "nmod") if own and noun.lemma_ in HANDED_OVER else None
    aim = noun.head
    aimed = (
        noun.relation == "obj"
        and aim.relation in {"xcomp", "acl"}
        and aim.head.relation in {"acl", "obl", "obj"}
    )
    return (word, noun, "nmod") if case == "in" and aimed and aim is not verb else None


def _within(word: Token) -> Change | None:
    """ "signed a treaty that came into force on Monday": right behind a relative clause is still in it."""
    verb, before = word.head, word.left_edge.i - 1
    if word.relation != "obl" or verb.pos_ != "VERB" or before <= verb.i or not word.doc[before].is_alpha:
        return None
    inner = word.doc[before]
    while inner.head is not inner and inner.head is not verb:
        if inner.dep_ == "acl:relcl" and inner.pos_ == "VERB" and inner.right_edge.i == before:
            return word, inner, "obl"
        inner = inner.head
    return None


def _month(word: Token) -> Change | None:
    """ "His arrival on 19 May surprised them": no auxiliary stands in a date."""
    if word.relation != "aux" or word.text not in {"May", "MAY"} or word.i == word.sent.start:
        return None
    day = word.nbor(-1)
    return (word, day, "nmod:unmarked") if day.text.isdigit() and 0 < int(day.text) < 32 else None


def _cased(word: Token) -> Change | None:
    """ "meet behind closed doors": what stands behind a preposition is no object."""
    cased = any(child.relation == "case" and child.pos_ == "ADP" for child in word.lefts)
    return (word, word.head, "obl") if word.relation == "obj" and cased and word.head.pos_ == "VERB" else None


MENDS = (
    _joined,
    _of_several,
    _listed,
    _called_upon,
    _after_dash,
    _occasion,
    _paired,
    _title,
    _low,
    _within,
    _month,
    _cased,
)
