"""What comes in between and after: other stories, readers' comments, notes on the author, crossheads."""

import itertools
import re
from collections.abc import Iterable

from onrecord.clean.lines import Line
from onrecord.clean.marks import Role
from onrecord.clean.phrases import phrases

Roles = list[Role | None]

_COMMENT_SIGNS = re.compile(
    r"^(?:reply|report|like|likes|upvote|downvote|flag|share|permalink)\b|\b(?:ago|says:|wrote:)$|^\d+$",
    re.IGNORECASE,
)
_SIGNS = frozenset({"byline", "author"})
_NEAR = 3  # lines above with which a paragraph that was cut off shares its words
_LONGEST_NOTE = 60  # words
_NOTE_LINES = 4  # lines that a note on the author takes at most
_SEEN = 100  # lines up and down that decide where a section ends
_MOST_NOTES = 5  # on authors
_CROSSHEAD = 10  # words of a crosshead at most
CUT_OFF = re.compile(
    r"(?:\b(?:the|a|an|of|to|and|or|in|on|at|for|with|that|by|from|as|his|its|their|is|was|were|has|have|had|would|will)|[,…]|\.\.\.)$"
)


def mark_sections(lines: list[Line], roles: Roles, start: int) -> None:
    """Gives the lines under a heading of other stories, comments or the author their roles."""
    i = start
    while i < len(lines):
        if roles[i] == "related_heading":
            i = _mark_stories(lines, roles, i)
        elif roles[i] == "comments_heading" and _are_comments(lines, roles, start, i):
            for j in range(i + 1, len(lines)):
                roles[j] = "boilerplate"
            return
        elif roles[i] == "author_heading":
            i = _mark_note(lines, roles, i)
        else:
            i += 1


def _mark_stories(lines: list[Line], roles: Roles, at: int) -> int:
    """The lines under a heading of other stories, up to where two lines of prose follow each other.

    Headlines with a sentence of summary each alternate; the body does not.
    """
    i = at + 1
    while i < len(lines):
        if roles[i] in ("related_heading", "comments_heading", "author_heading"):
            return i
        if roles[i] is None:
            if lines[i].prose and _body_again(lines, roles, at, i):
                return i
            roles[i] = "related"
        i += 1
    return i


def _body_again(lines: list[Line], roles: Roles, heading: int, at: int) -> bool:
    following = [i for i in range(at + 1, min(len(lines), at + _SEEN)) if roles[i] is None]
    if following and lines[following[0]].prose:
        return True
    links = [lines[i] for i in range(max(heading + 1, at - _SEEN), at) if roles[i] == "related"]
    if any(line.prose for line in links):
        return False  # summaries under the headlines
    if not links:
        return lines[at].strong  # a heading alone, then the text goes on
    prose_later = sum(lines[i].prose for i in following)
    return lines[at].strong and (not following or prose_later > len(following) / 2)


def _are_comments(lines: list[Line], roles: Roles, start: int, at: int) -> bool:
    if roles[at - 1] == "comments_heading":
        return False  # the first of several has been tried
    above, below = range(max(start, at - _SEEN), at), range(at + 1, min(len(lines), at + _SEEN))
    before = sum(len(lines[i].words) for i in above if roles[i] is None and lines[i].prose)
    later = sum(len(lines[i].words) for i in below if roles[i] is None and lines[i].prose)
    signs = sum(1 for i in below if _COMMENT_SIGNS.search(lines[i].plain))
    return before > 0 and (later <= 0.6 * before or signs >= 2)


def _mark_note(lines: list[Line], roles: Roles, at: int) -> int:
    """The lines under "About the author": names, then what is said of them."""
    i = at + 1
    while i < len(lines) and i <= at + _NOTE_LINES:
        if roles[i] in ("related_heading", "comments_heading"):
            return i
        if roles[i] is None:
            named = any(roles[j] == "author" and lines[j].plain in lines[i].plain for j in range(at + 1, i))
            note = named or phrases().author_note.within(lines[i].plain)
            if lines[i].prose and not note and any(roles[j] == "author" for j in range(at, i)):
                return i
            roles[i] = "author"
        i += 1
    return i


def mark_rest(lines: list[Line], roles: Roles, start: int) -> None:
    """Decides what is still open from line `start` on: prose is body, all else by what stands around it."""
    _mark_author_notes(lines, roles, start)
    prose = [i for i in range(start, len(lines)) if roles[i] is None and lines[i].prose]
    last = prose[-1] if prose else start
    below = [i for i in range(last + 1, len(lines)) if roles[i] is None]
    for i in range(start, len(lines)):
        if roles[i] is not None:
            continue
        if lines[i].tags and i >= last:
            roles[i] = "boilerplate"
        elif lines[i].prose or _short_sentence(lines, roles, i, start) or not prose:
            roles[i] = "body"
        elif i > last:
            roles[i] = _after_body(lines, i, last, alone=below == [i])
        else:
            roles[i] = _between(lines, roles, i)


def _short_sentence(lines: list[Line], roles: Roles, at: int, start: int) -> bool:
    """Two words and a full stop, or an introducing colon, below a line of the body: "Not quite." """
    below_body = at == start or roles[at - 1] == "body"
    line = lines[at]
    if line.plain[-1] in ":;,":
        return at + 1 < len(lines) and roles[at + 1] in (None, "body")
    return line.ended and len(line.words) > 1 and below_body and not line.titled


def _mark_author_notes(lines: list[Line], roles: Roles, start: int) -> None:
    """Closing lines such as "Ana Roe covers the Baltic states", if nothing before tells of the person."""
    prose = [i for i in range(start, len(lines)) if roles[i] is None and lines[i].prose]
    for _ in range(_MOST_NOTES):
        if len(prose) <= 2 or len(lines[prose[-1]].words) > _LONGEST_NOTE:
            return
        line = lines[prose[-1]]
        names = {word.lower() for word in itertools.takewhile(lambda word: word[0].isupper(), line.words)}
        signed = _names_one_of(names, (lines[i] for i, role in enumerate(roles) if role in _SIGNS))
        told = not signed and (len(names) < 2 or _names_one_of(names, (lines[i] for i in prose[:-1])))
        if told or not phrases().author_note.within(line.plain):
            return
        roles[prose.pop()] = "author"


def _names_one_of(names: set[str], lines: Iterable[Line]) -> bool:
    return any(word.lower() in names for line in lines for word in line.words)


def _after_body(lines: list[Line], at: int, last: int, *, alone: bool) -> Role:
    """Below the last paragraph: a paragraph that was cut off, or what pages put below articles."""
    line = lines[at]
    near = frozenset().union(*(lines[i].stems for i in range(max(0, last - _NEAR), last + 1)))
    runs_on = line.capitalised < 0.5 and len(line.words) >= _CROSSHEAD and line.overlap(near) >= 0.4
    if len(line.words) >= 6 and alone and (CUT_OFF.search(line.plain) or runs_on or len(line.words) > 20):
        return "body"
    if line.bullet and lines[at - 1].plain.endswith(":"):
        return "body"
    return "related" if len(line.words) >= 5 and line.headline else "boilerplate"


def _between(lines: list[Line], roles: Roles, at: int) -> Role:
    """A line without a full stop amid the body: a list's item, a crosshead, another story's headline."""
    line = lines[at]
    if line.bullet or line.plain[0].islower() or len(line.words) > _CROSSHEAD + 6:
        return "body"
    following = [lines[i] for i in range(at + 1, min(len(lines), at + 4)) if lines[i].prose]
    near = frozenset().union(*(other.stems for other in following))
    goes_on = at + 1 < len(lines) and (roles[at + 1] in (None, "body") or lines[at + 1].bullet)
    if not goes_on and len(line.words) <= 5:
        return "boilerplate"  # a button: crossheads stand right above the text
    if len(line.words) <= 5 or line.upper or line.plain[-1] in "?\"'" or line.overlap(near) >= 0.34:
        return "title" if len(line.words) <= _CROSSHEAD + 2 else "body"
    return "related" if len(line.words) >= 6 and line.overlap(near) < 0.2 else "body"
