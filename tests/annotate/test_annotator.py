"""Text in, `Doc` out."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.annotate import Annotator, load_annotator
from onrecord.annotate.annotator import HOME
from onrecord.annotate.network import Network
from onrecord.annotate.reading import portions, read
from onrecord.annotate.tokens import LONGEST_RUN, english, tokenize
from onrecord.errors import DataError
from onrecord.records import Span

STORY = """Harbour ministers agree to reopen strait

Norland's foreign minister, Ada Lindqvist, met her counterpart from Estavia in Port Merrow on Monday, \
officials said.

“We have agreed to reopen the strait before winter,” Lindqvist told reporters. “Nobody wants another year \
like this one.”

Estavia's government denied that it had made any payment. A diplomat who asked not to be named said the two \
sides would meet again in March.
"""
MILLION = 1_000_000
PROSE = (Span(0, 40), Span(42, len(STORY)))


def form(doc: Doc) -> object:
    """Everything that is stored of a Doc."""
    return (
        [(t.text, t.idx, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_) for t in doc],
        [(t.ent_iob_, t.ent_type_) for t in doc],
        [t.is_sent_start for t in doc],
        {role: [(s.start, s.end) for s in spans] for role, spans in doc.spans.items()},
        doc.user_data["utterances"],
    )  # fmt: skip


def quoted(doc: Doc) -> list[tuple[str, str]]:
    """Source and cue of each utterance, as words."""
    return [
        (doc.text[u.source.start : u.source.end] if u.source else "", doc.text[u.cue.start : u.cue.end])
        for u in doc.user_data["utterances"]
    ]


def test_a_story_is_understood(annotator: Annotator) -> None:
    """Names, subjects, lemmas and who says what, in a short report."""
    doc = annotator.annotate(STORY, PROSE)
    assert doc.text == STORY
    assert {"Ada Lindqvist", "Port Merrow"} <= {e.text for e in doc.ents}
    assert {e.label_ for e in doc.ents if e.text == "Ada Lindqvist"} == {"PERSON"}
    met = next(t for t in doc if t.lower_ == "met")
    assert (met.pos_, met.lemma_, met.morph.get("Tense")) == ("VERB", "meet", ["Past"])
    assert [c.text for c in met.children if c.dep_ == "nsubj"] == ["minister"]
    found = quoted(doc)
    assert ("officials", "said") in found
    assert ("Lindqvist", "told") in found
    assert ("Estavia's government", "denied") in found


def test_content_is_tied_to_its_cue(annotator: Annotator) -> None:
    """What was denied is the payment, not the words of others."""
    doc = annotator.annotate(STORY, PROSE)
    denied = next(u for u in doc.user_data["utterances"] if doc.text[u.cue.start : u.cue.end] == "denied")
    assert any("payment" in doc.text[c.start : c.end] for c in denied.content)
    assert not any("strait" in doc.text[c.start : c.end] for c in denied.content)


def test_every_range_and_paragraph_begins_a_sentence(annotator: Annotator) -> None:
    """Even where no full stop ends what is before it."""
    text = "Talks end without result\nEnvoys leave the capital\n\nThe talks ended late"
    doc = annotator.annotate(text, (Span(0, 24), Span(25, len(text))))
    starts = {s.start_char for s in doc.sents}
    assert {0, 25, text.index("The talks")} <= starts


def test_outside_of_prose_nothing_is_said(annotator: Annotator) -> None:
    """Menus and sponsors get no tags, no names, and stand alone."""
    text = "Sponsored by Acme of Paris\n\nThe king arrived."
    doc = annotator.annotate(text, (Span(28, len(text)),))
    outside = [t for t in doc if t.idx < 26]
    assert all((t.pos_, t.dep_, t.head) == ("X", "dep", t) for t in outside if not t.is_space)
    assert not [e for e in doc.ents if e.start_char < 28]


def test_white_space_hangs_on_its_word(annotator: Annotator) -> None:
    """Line breaks, tabs and hard spaces are no words of a sentence."""
    doc = annotator.annotate("The\u00a0 queen\t left\r\nat noon.", (Span(0, 25),))
    spaces = [t for t in doc if t.is_space]
    assert spaces
    assert all(t.pos_ == "SPACE" and t.head.i == t.i - 1 for t in spaces)


def test_neither_torch_nor_network() -> None:
    """A sentence is read in a process that has no torch and can open no connection."""
    program = (
        "import socket, sys\n"
        "sys.modules['torch'] = None\n"
        "socket.socket.connect = None\n"
        "from onrecord.annotate import load_annotator\n"
        "from onrecord.records import Span\n"
        "doc = load_annotator().annotate('Kofi Annan left Geneva.', [Span(0, 23)])\n"
        "print([e.text for e in doc.ents])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['Kofi Annan', 'Geneva']\n"


def test_same_bits_in_any_company(annotator: Annotator) -> None:
    """An article's annotation does not depend on what was read before it or beside it."""
    alone = form(load_annotator().annotate(STORY, PROSE))
    other = "Rain fell. " * 400
    crowd = list(annotator.pipe([(other, (Span(0, len(other)),)), (STORY, PROSE), (STORY, PROSE)]))
    assert form(crowd[1]) == form(crowd[2]) == alone


def test_same_bits_on_several_threads(annotator: Annotator) -> None:
    """Threads inside the network, and threads that share it, change nothing."""
    alone = form(annotator.annotate(STORY, PROSE))
    with ThreadPoolExecutor(3) as pool:
        assert all(form(d) == alone for d in pool.map(lambda _: annotator.annotate(STORY, PROSE), range(6)))
    assert form(Annotator(Network(HOME, threads=2)).annotate(STORY, PROSE)) == alone


def test_a_long_article_is_read_like_its_beginning(annotator: Annotator) -> None:
    """Windows overlap: nearly every word of a report is tagged alike when much text follows."""
    doc = annotator.annotate(STORY, PROSE)
    text = STORY + "\nThe harbour was calm. Fishermen mended their nets and waited." * 60
    longer = annotator.annotate(text, (PROSE[0], Span(42, len(text))))
    same = sum(a.pos_ == b.pos_ and a.head.i == b.head.i for a, b in zip(doc, longer, strict=False))
    assert same >= 0.9 * len(doc)


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\t ", "!?… — “”", "😀🇪🇪👩‍🚀" * 50, "\u202eabc\u0000", "a" * 20_000, "ᚠ漢字नमस्ते " * 40,
        "\n" * 5000,
    ],
)  # fmt: skip
def test_odd_text_is_harmless(annotator: Annotator, text: str) -> None:
    """Text without a sentence comes back whole, with no attribution."""
    doc = annotator.annotate(text, (Span(0, len(text)),))
    assert doc.text == text
    assert doc.user_data["utterances"] == ()


@pytest.mark.parametrize(
    "text",
    ["a" * MILLION, ("!?…—“”.,;'" * MILLION)[:MILLION], ("😀🇪🇪👩‍🚀" * MILLION)[:MILLION],
     ("Kofi漢字яблокоनमस्ते" * MILLION)[:MILLION]],
    ids=["letters", "punctuation", "emoji", "scripts"],
)  # fmt: skip
def test_a_million_characters_without_a_space(annotator: Annotator, text: str) -> None:
    """Runs of characters are cut and read by their beginnings: few words, nobody says anything."""
    doc = annotator.annotate(text, (Span(0, MILLION),))
    assert doc.text == text
    assert len(doc) == MILLION / LONGEST_RUN
    assert doc.user_data["utterances"] == ()


def test_a_long_text_is_read_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each portion is read as if it stood alone, so that memory does not grow with the text."""
    tokens = tokenize(english(), STORY, PROSE)
    words = [tokens.texts[i] for i in tokens.words]
    count = len(words)
    alone = read(Network(HOME), words, tokens.spaces, tokens.paragraphs)
    monkeypatch.setattr("onrecord.annotate.reading.PORTION", count)
    twice = read(Network(HOME), 2 * words, 2 * tokens.spaces, 2 * tokens.paragraphs)
    assert twice.upos == 2 * alone.upos
    assert twice.heads == alone.heads + [count + head for head in alone.heads]
    assert twice.starts == alone.starts + [count + start for start in alone.starts]
    assert twice.names == alone.names + [(count + a, count + b, label) for a, b, label in alone.names]
    for cue, (start, end) in alone.sources.items():
        assert twice.sources[cue] == (start, end)
        assert twice.sources[count + cue[0], count + cue[1]] == (count + start, count + end)
    for cue, spans in alone.contents.items():
        assert twice.contents[cue] == spans
        assert len(twice.contents[count + cue[0], count + cue[1]]) == len(spans)


@given(st.lists(st.booleans(), max_size=200), st.integers(1, 30))
def test_portions_cover_a_text(paragraphs: list[bool], size: int) -> None:
    """In order, none longer than allowed, none shorter than half of that but the last."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.annotate.reading.PORTION", size)
        found = list(portions(paragraphs))
    assert [i for a, b in found for i in range(a, b)] == list(range(len(paragraphs)))
    assert all(b - a <= size for a, b in found)
    assert all(2 * (b - a) >= size for a, b in found[:-1])


def test_a_sentence_longer_than_a_window(annotator: Annotator) -> None:
    """A sentence without an end is cut, and every part is a tree of its own."""
    text = "and the delegates walked past the gate " * 200
    doc = annotator.annotate(text, (Span(0, len(text)),))
    assert max(len(s) for s in doc.sents) <= 240
    assert all(sum(t.head.i == t.i for t in s) == 1 for s in doc.sents)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["said", "“", "”", "Rome", ".", "\n", "\n\n", "he", "the", "war", "x" * 99]),
        max_size=60,
    )
)
def test_any_words_make_a_sound_doc(words: list[str]) -> None:
    """Heads stay in their sentence, spans in their text, content has a cue."""
    text = " ".join(words)
    doc = SHARED.annotate(text, (Span(0, len(text)),))
    assert doc.text == text
    for sentence in doc.sents:
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)
    for u in doc.user_data["utterances"]:
        assert u.cue is not None
        assert all(0 <= s.start < s.end <= len(text) for s in u.content)


SHARED = load_annotator()


def test_given_sentences_are_kept() -> None:
    """A caller who knows where sentences begin gets those."""
    tokens = tokenize(english(), "He left she stayed", [Span(0, 18)])
    reading = read(Network(HOME), tokens.texts, tokens.spaces, tokens.paragraphs, [0, 2])
    assert reading.starts == [0, 2]


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    """The message says which folder lacks what."""
    with pytest.raises(DataError, match=r"encoder\.onnx"):
        load_annotator(tmp_path)


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    """Files that are no model give one clear error."""
    for name in ("encoder.onnx", "labels.onnx", "labels.json", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"nonsense")
    with pytest.raises(DataError, match="damaged"):
        load_annotator(tmp_path)


def test_the_model_id_follows_the_content(annotator: Annotator) -> None:
    """Equal files have equal ids."""
    assert annotator.model_id == load_annotator(HOME).model_id
    assert annotator.model_id.startswith("onrecord-")
