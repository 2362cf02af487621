"""Title nouns without a name, read off the page: which office, whose, of which time."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.extract.clause import base, case_of, lemma
from onrecord.extract.clause_bounds import clause_head
from onrecord.knowledge import Knowledge
from onrecord.records.day import MONTHS
from onrecord.records.parse import Token

INDEFINITE = frozenset(
    "a an any no another every each some few many several more most what which whichever".split()
)
GONE = frozenset(
    "former ex late ousted deposed onetime exiled jailed erstwhile disgraced fallen retired previous".split()
)
TO_COME = frozenset(
    "next future incoming would-be likely potential prospective elect designate possible".split()
)
NEW = frozenset("new newly".split())
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBERED = {name.lower(): number for number, name in enumerate(MONTHS, 1)}


class Post(msgspec.Struct, frozen=True):
    """An office as a phrase without a name gives it.

    `title` and `of` are canonical; None where the words do not tell. `time` is "now", "gone", "to come", or the
    month or year (ISO) of which the sentence speaks. `word` is the noun.
    """

    word: str
    title: str | None
    of: str | None
    definite: bool
    time: str
    new: bool


def post_of(token: Token, knowledge: Knowledge, on: str | None) -> Post:
    """What the phrase headed by `token` says of an office."""
    title, of = _office(token, knowledge)
    words = {word.lower_ for word in _modifiers(token)}
    plain = {part for word in words for part in (word, word.removeprefix("ex-"), word.removeprefix("then-"))}
    time = "now"
    if plain & GONE or any(word.startswith("ex-") for word in words) or token.lower_.startswith("ex-"):
        time = "gone"
    elif plain & TO_COME or "elect" in token.lower_:
        time = "to come"
    else:
        time = _spoken_of(token, on) or ("then" if any(word.startswith("then") for word in words) else "now")
    return Post(
        word=lemma(token),
        title=title,
        of=of,
        definite=not any(
            child.lower_ in INDEFINITE for child in token.children if base(child) in {"det", "amod"}
        ),
        time=time,
        new=bool(plain & NEW),
    )


def _office(token: Token, knowledge: Knowledge) -> tuple[str | None, str | None]:
    for words in _readings(token):
        office = knowledge.office(words)
        if office is not None:
            return office
    return None, None


def _readings(token: Token) -> Iterator[str]:
    """The words of the phrase from the longest to the noun alone, without whose it is by a pronoun."""
    doc = token.doc
    first = token.i
    for index in range(token.i - 1, max(token.i - 8, token.sent.start - 1), -1):
        if not _belongs(doc[index], token):
            break
        first = index
    for last in _ends(token):
        for start in range(first, token.i + 1):
            if doc[start].pos_ not in {"DET", "PRON", "PUNCT", "PART"}:
                noun = lemma(token)
                parts = (doc[start : token.i].text, noun, doc[token.i + 1 : last + 1].text)
                yield " ".join(part for part in parts if part)


def _ends(token: Token) -> Iterator[int]:
    """Last tokens of the phrase: with "of state", "of the exchequer", "of Russia", "for Ukraine", and without."""
    doc = token.doc
    for child in token.children:
        if child.i > token.i and base(child) == "nmod" and case_of(child) in {"of", "to", "for"}:
            span = [part.i for part in child.subtree if part.i - token.i < 7]
            if span and min(span) == token.i + 1:
                yield child.i
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of" and doc[token.i + 2].lower_ == "state":
        yield token.i + 2
    yield token.i


def _belongs(word: Token, token: Token) -> bool:
    node = word
    for _ in range(5):
        if node == token:
            return True
        node = node.head
    return False


def _modifiers(token: Token) -> Iterator[Token]:
    """Adjectives of a noun, and of the words that make it up: "the late foreign minister"."""
    for child in token.children:
        if (
            base(child) in {"amod", "compound", "advmod", "nmod"}
            and abs(child.i - token.i) < 6
            and child.i < token.i
        ):
            yield child
            yield from (part for part in child.children if base(part) in {"amod", "advmod", "compound"})
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i > 0 else None
    if before is not None and before.text in {"-", "–"} and before.i > 0:
        yield token.doc[before.i - 1]  # "Ex-president", cut at its hyphen


def _spoken_of(token: Token, on: str | None) -> str | None:
    """The month or year before the article's that the clause of a noun names: "In March 2022 the prime minister"."""
    head = clause_head(token)
    for word in token.sent:
        if YEAR.fullmatch(word.text) and clause_head(word) == head and (on is None or word.text < on[:4]):
            before = word.nbor(-1).lower_ if word.i > token.sent.start else ""
            if case_of(word) in {"since", "until", "from"} or before in {"since", "until", "from"}:
                continue
            return f"{word.text}-{NUMBERED[before]:02}" if before in NUMBERED else word.text
    return None


def last_word(title: str | None) -> str:
    """The noun of a title: "minister" of "foreign minister"."""
    return "" if title is None else title.split()[-1]
