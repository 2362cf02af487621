"""Attributions as headlines print them: "Minister: no talks", "Talks called off: reports"."""

from collections.abc import Iterator, Sequence

from onrecord.extract.cast import Cast
from onrecord.extract.clause import lemma
from onrecord.extract.quotations import MARKS
from onrecord.extract.sayings import can_speak
from onrecord.extract.utterances import Draft, head_of, span_of, tokens_in, trimmed
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

LONGEST_SPEAKER = 6  # words before or after the colon
DASHES = frozenset("–—-|")


def headlines(doc: Doc, titles: Sequence[Span], cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """Drafts of titles that name their speaker before a colon, or after a colon or dash at the end."""
    for title in titles:
        tokens = [token for token in tokens_in(doc, title) if not token.is_space]
        for position, token in enumerate(tokens):
            if token.text == ":" or (token.text in DASHES and token.i and doc[token.i - 1].whitespace_):
                before, after = tokens[:position], tokens[position + 1 :]
                draft = _leading(token, before, after, cast, vocab) or _closing(
                    token, before, after, cast, vocab
                )
                if draft is not None:
                    yield draft
                    break


def _leading(mark: Token, before: list[Token], after: list[Token], cast: Cast, vocab: Vocab) -> Draft | None:
    if mark.text != ":" or not 0 < len(before) <= LONGEST_SPEAKER or len(after) < 3:
        return None
    head = head_of(before)
    figure = cast.figure_at(head)
    quoted = after[0].text in MARKS
    if figure is not None and (figure.kind in {"person", "outlet"} or quoted):
        return _draft(mark, before, after)
    voices = vocab.words["spokespeople"] | vocab.words["people_titles"] | vocab.words["anonymous"]
    if figure is None and lemma(head) in voices and head == before[-1]:
        return _draft(mark, before, after)
    return None


def _closing(mark: Token, before: list[Token], after: list[Token], cast: Cast, vocab: Vocab) -> Draft | None:
    if (
        len(before) < 4
        or not 0 < len(after) <= LONGEST_SPEAKER
        or any(t.pos_ in {"VERB", "AUX"} for t in after)
    ):
        return None
    head = head_of(after)
    figure = cast.figure_at(head)
    named = figure is not None and figure.kind in {"person", "outlet"} and mark.text == ":"
    voices = {"report", "source", "official", "media", "minister", "ministry"} | vocab.words["spokespeople"]
    if named or (lemma(head) in voices and head == after[-1]):
        return _draft(mark, after, before)
    if mark.text == ":" and can_speak(head, cast, vocab) and cast.of(head) and figure is not None:
        return _draft(mark, after, before)
    return None


def _draft(mark: Token, speaker: list[Token], said: list[Token]) -> Draft | None:
    source = trimmed(mark.doc, speaker[0].i, speaker[-1].i + 1)
    content = trimmed(mark.doc, said[0].i, said[-1].i + 1)
    return None if source is None or content is None else Draft(source, span_of(mark), (content,))
