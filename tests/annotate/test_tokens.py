"""Text → tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.tokens import LONGEST_RUN, english, tokenize
from onrecord.records import Span

NLP = english()


def text_of(tokens: object) -> str:
    return "".join(t + " " * s for t, s in zip(tokens.texts, tokens.trailing, strict=True))  # type: ignore[attr-defined]


@given(st.text(max_size=300), st.data())
def test_tokens_give_the_text_back(text: str, data: st.DataObject) -> None:
    """Whatever the text and the ranges, not a character is lost, and no token crosses a border."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    prose = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    tokens = tokenize(NLP, text, prose)
    assert text_of(tokens) == text
    ends = [0]
    for word, space in zip(tokens.texts, tokens.trailing, strict=True):
        ends.append(ends[-1] + len(word) + space)
    for span in prose:
        assert all(not (start < edge < end) for edge in (span.start, span.end)
                   for start, end in pairwise(ends))  # fmt: skip


def test_only_words_of_prose_are_read() -> None:
    """Words outside of the ranges, and white space, are not given to the model."""
    text = "Menu\n\nThe envoy left.\nShe was tired."
    tokens = tokenize(NLP, text, [Span(6, len(text))])
    assert [tokens.texts[i] for i in tokens.words] == "The envoy left . She was tired .".split()
    assert [i for i, p in enumerate(tokens.paragraphs) if p] == [0, 4]


def test_a_wrapped_line_goes_on() -> None:
    """A line break in the middle of a sentence of hard-wrapped text begins no paragraph."""
    line = "The two ministers agreed on Monday to reopen the border crossing near"
    tokens = tokenize(NLP, f"{line}\nAmber Bridge before winter.", [Span(0, len(line) + 28)])
    assert sum(tokens.paragraphs) == 1


def test_a_run_without_spaces_is_cut() -> None:
    """A million characters without a space become tokens of bounded length."""
    tokens = tokenize(NLP, "a" * 1_000_000, [Span(0, 1_000_000)])
    assert max(map(len, tokens.texts)) == LONGEST_RUN
    assert len(tokens.texts) == 1_000_000 // LONGEST_RUN


@pytest.mark.parametrize("prose", [[Span(3, 2)], [Span(0, 99)], [Span(4, 8), Span(2, 5)]])
def test_impossible_ranges_are_refused(prose: list[Span]) -> None:
    """Ranges must lie in the text, in order and apart."""
    with pytest.raises(ValueError, match="prose ranges"):
        tokenize(NLP, "ten letters", prose)
