"""Text → tokens: spaCy's English rules on each range alone, so that no token crosses a range's border."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from onrecord.records import Span

LONGEST_RUN = 200
"""Characters without white space that the tokenizer sees at once; longer runs are cut: bounded time."""
WRAPPED = range(50, 100)
"""Length of a line that may be one of hard-wrapped text."""

_AFTER_INITIALS = r"(?<=[A-Z]\.[A-Z]\.)-(?=[A-Za-z])"
"""The hyphen of "U.S.-China", which spaCy's rules leave in the word where they split "Russia-China"."""
_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


class Tokens(msgspec.Struct, frozen=True):
    """All tokens of a text. `words` lists the tokens that the model reads; `ranges` gives each its prose
    range's index; `paragraphs` which begin a paragraph; `spaces` after which white space follows.
    """

    texts: list[str]
    trailing: list[bool]
    words: list[int]
    ranges: list[int]
    paragraphs: list[bool]
    spaces: list[bool]


def english() -> Language:
    """A blank English pipeline: the tokenizer and the vocabulary that Docs share."""
    nlp = spacy.blank("en")
    infixes = (*(nlp.Defaults.infixes or ()), _AFTER_INITIALS)
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


def tokenize(nlp: Language, text: str, prose: Sequence[Span]) -> Tokens:
    """Tokens of the whole of `text`, in order; concatenated they give it back."""
    found = Tokens([], [], [], [], [], [])
    at = 0
    for index, span in enumerate(prose):
        if span.start < at or span.end > len(text) or span.end < span.start:
            raise ValueError(f"prose ranges must be in order, apart and inside the text: {span}")
        if span.start > at:
            add(found, nlp, text[at : span.start], None)
        if span.end > span.start:
            add(found, nlp, text[span.start : span.end], index)
        at = span.end
    if at < len(text):
        add(found, nlp, text[at:], None)
    return found


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in stretches; the second value is false for one too long for the tokenizer."""
    at = 0
    for run in _RUN.finditer(text):
        if run.start() > at:
            yield text[at : run.start()], True
        for start in range(run.start(), run.end(), LONGEST_RUN):
            yield text[start : min(start + LONGEST_RUN, run.end())], False
        at = run.end()
    if at < len(text):
        yield text[at:], True


def add(found: Tokens, nlp: Language, text: str, index: int | None) -> None:
    """Append the tokens of one range; `index` is its number in the prose, or None outside of it."""
    begins = True
    line = 0
    for stretch, ordinary in pieces(text):
        doc = nlp.make_doc(stretch) if ordinary else Doc(nlp.vocab, [stretch], [False])
        for token in doc:
            number = len(found.texts)
            found.texts.append(token.text)
            found.trailing.append(bool(token.whitespace_))
            if index is None:
                continue
            if token.is_space:
                mark_gap(found, number)
                if "\n" in token.text or "\r" in token.text:
                    following = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
                    begins = begins or ends_paragraph(found, token.text, line, following)
                    line = 0
                continue
            line += len(token.text_with_ws)
            found.words.append(number)
            found.ranges.append(index)
            found.paragraphs.append(begins)
            found.spaces.append(bool(token.whitespace_))
            begins = False
    if index is not None and found.spaces:
        found.spaces[-1] = True


def mark_gap(found: Tokens, number: int) -> None:
    """White space follows the last word, if that is the token before `number`."""
    if found.words and found.words[-1] == number - 1:
        found.spaces[-1] = True


def ends_paragraph(found: Tokens, gap: str, line: int, following: str) -> bool:
    """Whether a line break ends a paragraph: a blank line does, one break unless the line looks wrapped."""
    if gap.count("\n") > 1 or gap.count("\r") > 1 or not found.words:
        return True
    if following[:1].islower():
        return False
    last = found.texts[found.words[-1]]
    return line not in WRAPPED or bool(_ENDS.search(last)) or last in "”’\"'»)"
