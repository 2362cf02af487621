"""Makes articles, and refuses what holds none: no text, no sentence, another language."""

import os
import re

import msgspec

from onrecord.ingest.capture import Capture
from onrecord.ingest.language import other_language
from onrecord.records import Article, Rejected
from onrecord.records.ids import article_id

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[^\W_][\"'”’)\]]*[.!?…]|[.!?…][\"'”’)\]]")
_SHORTEST_SENTENCE = 2  # words, where a full stop ends them
_SHORTEST_UNENDED = 5  # words of a line that may be a sentence without its full stop


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader took out of a capture, before what the user knows is laid over it."""

    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    line: int | None = None


def admit(capture: Capture, found: Found) -> Article | Rejected:
    """The article, or the reason (with the line, where the capture has many) why there is none."""
    reason = _refuse(found.text)
    if reason is not None:
        return Rejected(capture.path, reason if found.line is None else f"line {found.line}: {reason}")
    hints = capture.hints
    url = hints.url or found.url
    return Article(
        id=article_id(found.text, url, os.path.basename(capture.path)),
        path=capture.path,
        text=found.text,
        url=url,
        outlet=hints.outlet or found.outlet,
        title=hints.title or found.title,
        byline=found.byline,
        published=hints.published or found.published,
    )


def has_sentence(text: str) -> bool:
    """Whether some line reads like a sentence: words and a full stop, or five words not all capitalised."""
    for line in text.splitlines():
        words = _WORD.findall(line)
        if len(words) >= _SHORTEST_SENTENCE and _SENTENCE_END.search(line):
            return True
        if len(words) >= _SHORTEST_UNENDED and sum(word[0].islower() for word in words) >= 2:
            return True
    return False


def _refuse(text: str) -> str | None:
    if not text.strip():
        return "the file is empty"
    language = other_language(text)
    if language is not None:
        return f"not in English: it looks like {language}"
    if not has_sentence(text):
        return "there is no sentence in it"
    return None
