"""Plain text: the article's text is the file's text, character for character."""

from collections.abc import Iterator

from onrecord.ingest.admit import Found, admit
from onrecord.ingest.capture import Capture
from onrecord.ingest.decode import decode
from onrecord.records import Article, Rejected


def read_text(capture: Capture) -> Iterator[Article | Rejected]:
    """One article, or the reason why the bytes are no text that can be read."""
    text = decode(capture.data)
    if isinstance(text, Rejected):
        yield Rejected(capture.path, text.reason)
    else:
        yield admit(capture, Found(text=text))
