"""An article's text with what was found in it marked in colour."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.output import plain
from onrecord.records import Digest

if TYPE_CHECKING:
    from rich.text import Text

# In the order in which they are laid on: a later one wins where two set the same thing.
STYLES: dict[str, str] = {
    "title": "bold",
    "standfirst": "bold",
    "caption": "italic",
    "byline": "dim italic",
    "dateline": "dim italic",
    "boilerplate": "dim",
    "related": "dim",
    "evidence": "underline",
    "actor": "cyan",
    "source": "magenta",
    "cue": "yellow",
    "finding": "bold white on red",
}
_MEANING = {
    "actor": "actor",
    "source": "source",
    "cue": "cue",
    "evidence": "evidence of an engagement",
    "finding": "finding",
    "boilerplate": "not read: boilerplate, related links, byline, dateline",
}


def marks(digest: Digest) -> Iterator[tuple[str, int, int]]:
    """Every mark as (name of its style, start, end), in the order in which styles are laid on."""
    found = [
        *((block.kind, block.start, block.end) for block in digest.blocks),
        *(("evidence", span.start, span.end) for claim in digest.engagements for span in claim.evidence),
        *(("actor", span.start, span.end) for actor in digest.actors for span in actor.mentions),
        *(("source", said.source.start, said.source.end) for said in digest.attributions),
        *(("cue", said.cue.start, said.cue.end) for said in digest.attributions if said.cue),
        *(("finding", finding.start, finding.end) for finding in digest.findings),
    ]
    order = list(STYLES)
    yield from sorted((mark for mark in found if mark[0] in STYLES), key=lambda mark: order.index(mark[0]))


def marked_text(digest: Digest) -> "Text":
    """The original text, character for character (but control characters), with its marks."""
    text = plain(digest.text)
    for name, start, end in marks(digest):
        text.stylize(STYLES[name], start, end)
    return text


def legend() -> "Text":
    """One line that says what each colour means."""
    line = plain("")
    for name, meaning in _MEANING.items():
        line.append(meaning, style=STYLES[name]).append("   ")
    return line
