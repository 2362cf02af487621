"""Quoted runs of a text: where quotation marks open and close, over sentences and paragraphs.

Works on characters alone, so that no fault of a parse reaches it. Curly marks and guillemets pair by shape,
straight ones by the space around them. A run that its paragraph leaves open goes on in the next paragraph
where that begins with an opening mark, as newspapers print a long statement; else it is no quotation.
"""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.records import Span

PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
SINGLE = frozenset("‘'")
MARKS = frozenset("“”„«»\"‘’'")
LONGEST = 4000  # characters of one run; more means that a mark is missing
DECADES = ("'90", "'80", "'70", "'60", "'50", "'em", "'til", "'tis")


class Quotation(msgspec.Struct, frozen=True, order=True):
    """A run with its marks. `goes_on`: it is the next paragraph's part of the run before."""

    start: int
    end: int
    goes_on: bool = False

    @property
    def span(self) -> Span:
        """Characters of the run, marks included."""
        return Span(self.start, self.end)


def paragraphs(text: str, prose: Sequence[Span]) -> Iterator[Span]:
    """Lines with something on them, within the ranges of prose."""
    for part in prose:
        start = part.start
        while start < part.end:
            stop = text.find("\n", start, part.end)
            stop = part.end if stop < 0 else stop
            if text[start:stop].strip():
                yield Span(start, stop)
            start = stop + 1


def quotations(text: str, prose: Sequence[Span]) -> tuple[Quotation, ...]:
    """Quoted runs in order; quotes inside quotes are part of the outer run.

    Args:
        text: the article's text.
        prose: its ranges that are prose.
    """
    found: list[Quotation] = []
    hanging: Quotation | None = None  # a run that its paragraph leaves open
    for paragraph in paragraphs(text, prose):
        first = _first(text, paragraph)
        if hanging is not None and text[first] in '"“„«‘':
            found.append(hanging)
            goes_on = True
        else:
            goes_on = False
        hanging = None
        for start, end in _runs(text, paragraph):
            continues = goes_on and start == first
            if end is None:
                hanging = Quotation(start, _last(text, paragraph), continues)
            elif end - start <= LONGEST:
                found.append(Quotation(start, end, continues))
    return tuple(sorted(set(found)))


def _first(text: str, paragraph: Span) -> int:
    at = paragraph.start
    while at < paragraph.end - 1 and text[at].isspace():
        at += 1
    return at


def _last(text: str, paragraph: Span) -> int:
    at = paragraph.end
    while at > paragraph.start and text[at - 1].isspace():
        at -= 1
    return at


def _runs(text: str, paragraph: Span) -> Iterator[tuple[int, int | None]]:
    """Start and end of each run of a paragraph; end is None for one that is not closed."""
    at, stop = paragraph.start, paragraph.end
    singles = not any(mark in text[at:stop] for mark in '"“«„')
    while at < stop:
        mark = text[at]
        if mark not in MARKS or not _opens(text, at, singles):
            at += 1
            continue
        end = _close(text, at, stop)
        if end is None:
            if mark in SINGLE:
                at += 1
                continue
            yield at, None
            return
        yield at, end
        at = end


def _opens(text: str, at: int, singles: bool) -> bool:
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace() or mark in "”»’":
        return False
    if mark in "“„«":
        return True
    at_word = before.isspace() or before in "([—–-/:“\u00a0"
    if mark == '"':
        return at_word or not before.isalnum()
    return singles and at_word and not text.startswith(DECADES, at)


def _close(text: str, start: int, stop: int) -> int | None:
    """Position after the mark that closes the run which opens at `start`, or None."""
    mark = text[start]
    if mark == '"':
        return _close_straight(text, start, stop)
    if mark in SINGLE:
        return _close_single(text, start, stop)
    closing, depth = PAIRS[mark], 0
    for at in range(start + 1, stop):
        if text[at] in closing or (mark == "“" and text[at] == '"' and depth == 0):
            if depth == 0:
                return at + 1
            depth -= 1
        elif text[at] == mark:
            if depth == 0 and (at == start or text[at - 1].isspace()) and not _balanced(text, at, stop, mark):
                return None  # opened again without having been closed: the first is a slip
            depth += 1
    return None


def _balanced(text: str, at: int, stop: int, mark: str) -> bool:
    """Whether from an inner opening mark on there are marks enough to close it and the outer one."""
    rest = text[at:stop]
    return sum(rest.count(close) for close in PAIRS[mark]) > rest.count(mark)


def _close_straight(text: str, start: int, stop: int) -> int | None:
    for at in range(start + 1, stop):
        if text[at] in '"”' and not text[at - 1].isspace():
            return at + 1
        if text[at] == '"' and (at + 1 >= stop or text[at + 1] in " ,.;:!?)\u00a0"):
            return at + 1
    return None


def _close_single(text: str, start: int, stop: int) -> int | None:
    """The closing mark after a single one: behind a stop or a word's end, not an apostrophe."""
    plural: int | None = None
    for at in range(start + 1, stop):
        if text[at] not in "’'" or text[at - 1].isspace():
            continue
        if at + 1 < stop and text[at + 1].isalnum():
            continue
        if text[at - 1] != "s":
            return at + 1
        plural = plural or at + 1  # "leaders’ " may be a genitive: a later mark is likelier
    return plural
