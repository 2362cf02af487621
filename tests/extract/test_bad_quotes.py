"""Marks that nest, hang open or repeat, one sentence without end, capitals: read without a crash, in time."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.quotations import quotations
from onrecord.extract.sourcing import sourcing
from onrecord.records import Span

Reading = Callable[..., Any]
SECONDS = 20  # for a text that takes one or two on the machine where this was written

BAD = {
    "open": "“We will go, the envoy said. The talks go on.\n\n“And then there were none.\n\nThe end.",
    "closed only": "We will go,” the envoy said.” The talks go on.”””",
    "nested": "“He told me ‘they said “no” to it’ and left,” Tessa Brandt said.",
    "nested open": "“He told me “they said “no to it and left, Tessa Brandt said.",
    "straight and curly": '"We will go,” said Tessa Brandt. “We will stay," said Anders Hovland.',
    "marks alone": '" " " " “ ” “ ” « » « ‘ ’ \' " “ ” " „ “ „ ” „',
    "apostrophes": "The leaders' 'friends' didn't say 'they'd' 'won't' go; 'twas the envoys' word.",
    "mark a word": " ".join(f"“{word}”" for word in ["the", "envoy", "said", "no"] * 60),
    "guillemets": "«Nous allons», said the envoy, «we go» «again», he added »and again«.",
    "empty": "“” said the envoy. \"\" he added. '' .",
    "brackets": "“[The envoy] said (“no”) [sic],” said (the) envoy [“Tessa Brandt”].",
}


@pytest.mark.parametrize("name", BAD)
def test_every_span_lies_in_the_text(read: Reading, name: str) -> None:
    """Whatever the marks do, spans lie within the text, begin before they end, and sentences keep their order."""
    text = BAD[name]
    seen = read(text)
    for speech in seen.speeches:
        record = speech.record
        spans = [Span(record.source.start, record.source.end), *record.content]
        spans += [Span(record.cue.start, record.cue.end)] if record.cue is not None else []
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    found = sourcing(seen.doc, seen.article.blocks, seen.speeches, seen.vocab)
    assert list(found) == sorted(found)


def test_a_missing_mark_does_not_swallow_the_next_paragraph(read: Reading) -> None:
    """What a paragraph leaves open is no quotation unless the next begins with a mark."""
    text = "“We will go, the envoy said.\n\nSnow fell on Kestria all day."
    seen = read(text)
    assert seen.chain("Snow fell on Kestria") == ()


def test_a_quotation_inside_a_quotation_stays_in_it(read: Reading) -> None:
    """The outer speaker says the whole, the inner marks included."""
    text = "“The premier told me ‘we will sign in May’ and left,” Tessa Brandt said."
    assert read(text).chain("we will sign in May")[0] == "Tessa Brandt"


def test_a_sentence_of_three_thousand_words(read: Reading) -> None:
    """One sentence without end is read in time, with its quotation at the end."""
    part = "the envoy met the minister and the minister met the envoy while snow fell on the road to Port Ansel, "
    text = part * 150 + "and “nobody will sign this paper in May,” Tessa Brandt said."
    assert len(text.split()) >= 3000
    begun = time.process_time()
    seen = read(text)
    sourcing(seen.doc, seen.article.blocks, seen.speeches, seen.vocab)
    assert time.process_time() - begun < SECONDS


def test_ten_thousand_marks() -> None:
    """Marks without end take time in proportion to their number."""

    def seconds(count: int) -> float:
        text = '“a "b ‘c ' * count
        begun = time.process_time()
        quotations(text, [Span(0, len(text))])
        return time.process_time() - begun

    seconds(50)
    assert seconds(3000) < 5


def test_capitals(read: Reading) -> None:
    """A text in capitals names the same speaker."""
    text = "TESSA BRANDT SAID THAT THE TALKS WOULD GO ON UNTIL FRIDAY."
    seen = read(text)
    assert all(speech.record.source.name.upper() == "TESSA BRANDT" for speech in seen.speeches)
