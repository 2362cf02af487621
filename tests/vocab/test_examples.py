"""Every kind's examples, through the real annotator and the real rules."""

import unicodedata
from collections.abc import Iterator, Sequence

import pytest

from onrecord.extract import extract
from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Claim
from onrecord.settings import Settings
from onrecord.vocab import Example, load_vocab

PUBLISHED = "2025-06-16"
KINDS = sorted(load_vocab().kinds)
# share of examples that must come out right; raised as the language model and the triggers get better
FLOORS: dict[str, float] = {
    "call": 0.81,
    "meeting": 0.86,
    "withdrawal": 0.85,
}
LEAST_POSITIVE, LEAST_NEGATIVE = 12, 8


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all kinds: loading the model takes most of the time."""
    return Reader(Settings())


def claims(reader: Reader, examples: Sequence[Example]) -> Iterator[tuple[Claim, ...]]:
    """The claims of each sentence, read as an article of its own without a title."""
    for example in examples:
        article = Article(
            id="example",
            path="example.txt",
            text=example.text,
            published=PUBLISHED,
            blocks=(Block(0, len(example.text), "body"),),
        )
        doc = reader.parse(article)
        yield extract(article, doc, reader.knowledge, reader.vocab).claims


def folded(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def right(example: Example, found: Sequence[Claim], kind: str) -> bool:
    """Whether the kind is found with everyone and the status, or, for a look-alike, not found."""
    of_kind = [claim for claim in found if claim.kind == kind]
    if example.who is None:
        return not of_kind
    return any(
        claim.status in {example.status, "confirmed" if example.status == "planned" else example.status}
        and all(any(folded(who) in folded(p.name) for p in claim.participants) for who in example.who)
        for claim in of_kind
    )


@pytest.mark.parametrize("kind", KINDS)
def test_examples(kind: str, reader: Reader) -> None:
    """No fewer of the examples of a kind come out right than its floor says; the message lists the others."""
    examples = load_vocab().kinds[kind].examples
    missed = [
        f"{example.text} -> {[(c.kind, c.status, [p.name for p in c.participants]) for c in found]}"
        for example, found in zip(examples, claims(reader, examples), strict=True)
        if not right(example, found, kind)
    ]
    share = 1 - len(missed) / len(examples)
    assert share >= FLOORS.get(kind, 0.9), f"{share:.2f} right\n" + "\n".join(missed)


@pytest.mark.parametrize("kind", KINDS)
def test_enough_examples(kind: str) -> None:
    """Every kind shows at least 12 sentences that tell it and 8 that only look so, none twice."""
    examples = load_vocab().kinds[kind].examples
    assert sum(example.who is not None for example in examples) >= LEAST_POSITIVE
    assert sum(example.who is None for example in examples) >= LEAST_NEGATIVE
    assert len({example.text for example in examples}) == len(examples)
