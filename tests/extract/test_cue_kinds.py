"""What kind of saying a cue makes: sentences of our own, most of them right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.extract.speeches import KINDS

Reading = Callable[..., Any]
SENTENCES = Path(__file__).with_name("cues.tsv")
FLOOR = 0.80


def rows() -> list[tuple[str, str, str]]:
    """Kind, cue and sentence of each line."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(kind, cue, sentence) for kind, cue, sentence in kept]


def kind_of(read: Reading, cue: str, sentence: str) -> str | None:
    """The kind of the attribution whose cue holds the word, or None where none does."""
    start = sentence.index(cue)
    for speech in read(sentence).speeches:
        found = speech.record.cue
        if found is not None and found.start < start + len(cue) and start < found.end:
            return str(found.kind)
    return None


def test_kinds_are_right(read: Reading) -> None:
    """As many as were right when this was measured."""
    wrong = [(kind, got, sentence) for kind, cue, sentence in rows()
             if (got := kind_of(read, cue, sentence)) != kind]  # fmt: skip
    assert 1 - len(wrong) / len(rows()) >= FLOOR, wrong


def test_every_kind_is_there() -> None:
    """Each kind that the vocabulary tells has sentences."""
    assert {kind for kind, *_ in rows()} == {"says", *(kind for _, kind in KINDS)}
