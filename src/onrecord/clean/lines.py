"""Lines of a page: where they stand in the text, and the features by which their role is told."""

import itertools
import re
from functools import cached_property

_LINE = re.compile(r"([^\r\n\v\f\x85\u2028\u2029]*)(\r\n|[\r\n\v\f\x85\u2028\u2029]|$)")
_PLAIN = {
    ord(c): " "
    for c in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t"
}
_PLAIN |= {ord(c): "'" for c in "‘’‛′`´"} | {ord(c): '"' for c in "“”„‟″"}
_PLAIN |= {ord(c): "" for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad"}
_BULLET = re.compile(r"(?:[•●▪■◦‣∙♦◆►▸➤✓*·–—-]|\(?\d{1,2}[.)])\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:['.\-&][^\W_]+)*")
_TERMINAL = re.compile(r"""[.!?…]["')\]]*(?: ?[(\[][^()\[\]]{2,30}[)\]]\.?)?[ ■□◆◼▪●#*]*$""")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|Gov|Sen|Gen|Rep|Dept|vs|No)\.$")
_STOP = frozenset(
    "that this with from have been were will would their they about after over into also more than says said "
    "which when what where while amid could should against between under before being other some such".split()
)
_STOP |= {word[:5] for word in _STOP}
STEM = 5
"""Words are compared by their first letters: "diplomacy" with "diplomatic", "visits" with "visiting"."""

PROSE_WORDS = 12
"""From so many words on, a line that ends as a sentence is prose and nothing else."""

_END = 44  # characters that decide how a line ends
_SHORTEST_SENTENCE = 4
_LONG_LINE = 30  # words; whatever its end, no headline is so long


class Line:
    """Characters `start` to `end` of the text, without the line's end, and what it looks like.

    `plain` has plain quotes, single spaces and no bullet; positions count in the original text all the same.
    """

    def __init__(self, text: str, start: int, end: int, *, gap: bool, first: bool) -> None:
        self.start = start
        self.end = end
        self.text = text[start:end]
        plain = " ".join(self.text.translate(_PLAIN).split())
        self.bullet = _BULLET.match(plain) is not None
        self.plain = plain[_BULLET.match(plain).end() :] if self.bullet else plain  # type: ignore[union-attr]
        self.gap = gap  # an empty line stands above
        self.first = first

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.plain)

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as sentences do."""
        if _TERMINAL.search(self.plain[-_END:]) is None:
            return len(self.words) >= PROSE_WORDS and self.plain[-1:] in "\"'" and self.plain[-2:-1].isalnum()
        abbreviated = _ABBREVIATED.search(self.plain[-_END:]) is not None and len(self.words) <= 16
        return not abbreviated or (len(self.words) >= 8 and self.capitalised < 0.5)

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: a sentence of four words or more, or a very long line."""
        if len(self.words) < _SHORTEST_SENTENCE or self.upper or self.titled:
            return False
        return self.ended or (len(self.words) >= _LONG_LINE and not self.tags)

    @cached_property
    def titled(self) -> bool:
        """In Title Case, as headlines are and sentences are not, whatever stands at the end."""
        return 5 <= len(self.words) <= 25 and self.capitalised >= 0.8 and '"' not in self.plain[:1]

    @cached_property
    def tags(self) -> bool:
        """Whether it is a list of key words: many names in a row, no full stop."""
        return len(self.words) >= PROSE_WORDS and self.capitalised >= 0.85 and not self.ended

    @cached_property
    def strong(self) -> bool:
        """Prose that nothing short can be taken for."""
        return self.prose and len(self.words) >= PROSE_WORDS

    @cached_property
    def upper(self) -> bool:
        """All in capitals."""
        return self.plain.isupper() and len(self.words) > 1

    @cached_property
    def capitals(self) -> bool:
        """All in capitals, be it one word."""
        return self.plain.isupper()

    @cached_property
    def headline(self) -> bool:
        """Whether it may be a headline: three to thirty words that do not end as a statement does."""
        if not 3 <= len(self.words) <= _LONG_LINE:
            return False
        return not self.ended or self.plain[-1] in "?!\"'" or self.titled

    @cached_property
    def capitalised(self) -> float:
        """Share of words that begin with a capital or a figure."""
        return sum(not word[0].islower() for word in self.words) / max(1, len(self.words))

    @cached_property
    def stems(self) -> frozenset[str]:
        """First letters of the words that carry meaning, and abbreviations."""
        long = {word[:STEM].lower() for word in self.words if len(word) > 3}
        short = {word.lower() for word in self.words if 1 < len(word) <= 3 and word.isupper()}
        return frozenset((long | short if not self.capitals else long) - _STOP)

    @cached_property
    def folded(self) -> str:
        """Letters and figures only, for comparing lines."""
        return " ".join(self.words).lower().replace("'", "")

    def overlap(self, others: frozenset[str]) -> float:
        """Share of its meaningful words that are among `others` (stems)."""
        return len(self.stems & others) / len(self.stems) if self.stems else 0.0


def lines_of(text: str) -> list[Line]:
    """The lines that are not empty; in text wrapped at a fixed width, the paragraphs."""
    spans: list[tuple[int, int, bool]] = []
    gap = False
    for match in _LINE.finditer(text):
        if match.group(1).strip():
            spans.append((match.start(1), match.end(1), gap))
            gap = False
        else:
            gap = bool(spans)
    if _wrapped(text, spans):
        spans = _joined(text, spans)
    return [
        Line(text, start, end, gap=gap, first=index == 0) for index, (start, end, gap) in enumerate(spans)
    ]


def _wrapped(text: str, spans: list[tuple[int, int, bool]]) -> bool:
    """Whether lines break within sentences: often one runs on into a small letter, and none is long."""
    if len(spans) < 6 or max(end - start for start, end, _ in spans) > 120:
        return False
    breaks = sum(
        not gap and text[start].islower() and text[before[1] - 1] not in ".!?"
        for before, (start, _, gap) in itertools.pairwise(spans)
    )
    return breaks >= 0.3 * (len(spans) - 1)


def _joined(text: str, spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    width = sorted(end - start for start, end, _ in spans)[-len(spans) // 5 - 1]
    joined = [spans[0]]
    last = spans[0]
    for start, end, gap in spans[1:]:
        full = last[1] - last[0] >= 0.6 * width
        ended = text[last[1] - 1] in '.!?"”' and last[1] - last[0] < 0.8 * width
        if gap or not full or ended:
            joined.append((start, end, gap))
        else:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        last = (start, end, gap)
    return joined
