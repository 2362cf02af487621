"""Where the headline stands and where the body begins: the head of a page, line by line.

Title and body are found together: a headline shares its words with the body, mastheads and slogans do not.
"""

import itertools
import re

import msgspec

from onrecord.clean.bylines import desk_of, person_of
from onrecord.clean.lines import PROSE_WORDS, Line
from onrecord.clean.marks import Role
from onrecord.clean.masthead import is_masthead

Roles = list[Role | None]

_MARGIN = 0.35  # of a headline's score: within it the first line is the headline, a later one its standfirst
_WORTH = 0.08  # of each word up to nine: longer lines are likelier headlines than kickers ("Russia")
_ON_TOP = 0.2  # for the first line of the text
_SURE_HEADLINE = (
    5  # words; beside such a line, one of three words or fewer is a kicker ("Russia-Ukraine war")
)
_LONGEST_KICKER = 3
_SHORTEST_PUN = 6  # words; slogans, which stand in the same place, are shorter or in Title Case
_DAY = re.compile(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[, ]*\w+\.? \d{1,2}$", re.IGNORECASE)
_LEAST_OVERLAP = 0.2  # of a headline's words with the body's
_LONGEST_STANDFIRST = 45  # words
_LONGEST_SIGNATURE = 5  # words of a name or place between standfirst and body
_TITLE_OVERLAP = 0.4  # the same, of a line that makes the sentence above it a slogan
_TRIED = 40  # sentences that may be slogans
_BETWEEN = frozenset({"byline", "stamp", "separator", "boilerplate", "credit", "author", "masthead"})
"""What stands between a standfirst and the body, and never within the body's first lines."""


class Head(msgspec.Struct, frozen=True):
    """Indexes of lines: the headline (None: there is none) and the first line of the body."""

    title: int | None
    body: int


def find_head(lines: list[Line], roles: Roles, title: str | None) -> Head:
    """The head of the page; gives every line above the body its role in `roles`.

    Args:
        lines: all lines of the text.
        roles: their roles so far; None where still open.
        title: the headline as markup or the user gave it, or None.
    """
    body = _first_of_body(lines, roles)
    told = _told_title(lines, title)
    if told is not None and told >= body:
        body = next((i for i in range(told + 1, len(lines)) if roles[i] is None), len(lines))
    at = told if told is not None else _title(lines, roles, body) if title is None else None
    if at is None and title is None and _title_alone(lines, roles):
        at, body = 0, max(1, next((i for i in range(1, len(lines)) if roles[i] is None), 1))
    if at is not None:
        _mark_title(lines, roles, at, body)
    _mark_head(lines, roles, at, body)
    start = _mark_standfirst(lines, roles, at, body)
    if start > body:
        _mark_head(lines, roles, at, start)
    return Head(at, start)


def stems_of(lines: list[Line], roles: Roles, start: int) -> frozenset[str]:
    """Meaningful words (stems) of the prose from line `start` on, and of what is as long as prose."""
    return frozenset().union(
        *(
            line.stems
            for line, role in zip(lines[start:], roles[start:], strict=True)
            if role is None and (line.prose or len(line.words) >= PROSE_WORDS)
        )
    )


def _first_of_body(lines: list[Line], roles: Roles) -> int:
    """The first line of prose; a lone sentence with a headline below that it has no words of is a slogan."""
    open_ones = [i for i in range(len(lines)) if roles[i] is None]
    prose = [i for i in open_ones if lines[i].prose]
    if not prose:
        return next((i for i in open_ones if not lines[i].headline), len(lines))
    if _asks(lines, roles, prose):
        prose = prose[1:]
    for i, following in itertools.pairwise([*prose[:_TRIED], *prose[_TRIED : _TRIED + 1], len(lines)]):
        between = [lines[j] for j in open_ones if i < j < following]
        if following == len(lines) or not between:
            return i
        rest = stems_of(lines, roles, following)
        titled = any(line.headline and line.overlap(rest) >= _TITLE_OVERLAP for line in between)
        if not (titled and lines[i].overlap(rest) < _LEAST_OVERLAP) and (lines[i].strong or not titled):
            return i
    return prose[0]


def _asks(lines: list[Line], roles: Roles, prose: list[int]) -> bool:
    """Whether the first sentence is a headline that asks or quotes, with no other headline above it."""
    at = prose[0]
    return (
        len(prose) > 1
        and lines[at].headline
        and not any(roles[i] is None and lines[i].headline for i in range(at))
        and (lines[at].first or lines[at].overlap(stems_of(lines, roles, at + 1)) >= _TITLE_OVERLAP)
    )


def _told_title(lines: list[Line], title: str | None) -> int | None:
    if title is None:
        return None
    folded = Line(title, 0, len(title), gap=False, first=True).folded
    return next((i for i, line in enumerate(lines) if line.folded == folded), None)


def _title(lines: list[Line], roles: Roles, body: int) -> int | None:
    """The best headline above the body, or None."""
    words = stems_of(lines, roles, body)
    candidates = [i for i in range(body) if roles[i] is None and lines[i].headline and not _is_day(lines[i])]
    if len(candidates) > 1:
        mastheads = [i for i in candidates if is_masthead(lines[i], i, words)]
        candidates = [i for i in candidates if i not in mastheads] or candidates
    if any(len(lines[i].words) >= _SURE_HEADLINE for i in candidates):
        candidates = [i for i in candidates if len(lines[i].words) > _LONGEST_KICKER]
    if not all(lines[i].upper for i in candidates):  # offices and sections are shouted above a headline
        candidates = [i for i in candidates if lines[i].first or not lines[i].upper]
    scores = {i: _score(lines[i], words) for i in candidates}
    good = [i for i in candidates if lines[i].overlap(words) >= _LEAST_OVERLAP]
    if good:
        best = max(scores[i] for i in good)
        chosen = next(i for i in good if scores[i] >= best - _MARGIN)
        return _line_above(lines, candidates, chosen)
    if not candidates and body and lines[0].upper and roles[0] is None:
        return 0  # two words in capitals on top
    last = candidates[-1] if candidates else None  # a headline of wordplay stands right above the body
    above = all(roles[i] is not None for i in range((last or 0) + 1, body))
    return last if last is not None and above and len(lines[last].words) > 3 else None


def _line_above(lines: list[Line], candidates: list[int], chosen: int) -> int:
    """The line right above, where that is a headline of a quotation or a pun and `chosen` its standfirst."""
    above = chosen - 1
    if above not in candidates or lines[chosen].gap:
        return chosen
    line = lines[above]
    sentence = len(line.words) >= _SHORTEST_PUN and line.capitalised < 0.6
    return above if sentence and len(lines[chosen].words) > len(line.words) else chosen


def _score(line: Line, words: frozenset[str]) -> float:
    on_top = _ON_TOP if line.first else 0.0
    return line.overlap(words) + _WORTH * min(9, len(line.words)) + on_top


def _is_day(line: Line) -> bool:
    """Whether the line is a day without its year, as diaries print them over each entry."""
    return len(line.words) <= 4 and _DAY.match(line.plain) is not None


def _title_alone(lines: list[Line], roles: Roles) -> bool:
    """Title, empty line, text without empty lines: then the first line is the title, full stop or not."""
    return (
        len(lines) > 2
        and roles[0] is None
        and len(lines[0].words) <= 30
        and lines[1].gap
        and not any(line.gap for line in lines[2:])
    )


def _mark_title(lines: list[Line], roles: Roles, at: int, body: int) -> None:
    roles[at] = "title"
    below = at + 1
    if below < body and roles[below] is None and not lines[below].gap and lines[below].plain[0].islower():
        roles[below] = "title"  # a headline broken into two lines
    for i in range(min(len(lines), body + 2)):  # pages say it twice
        if lines[i].folded == lines[at].folded:
            roles[i] = "title"


def _mark_head(lines: list[Line], roles: Roles, title: int | None, body: int) -> None:
    """Roles for the lines above the body: a role or standfirst below the headline, furniture above it."""
    words = stems_of(lines, roles, body)
    for i in range(body):
        line = lines[i]
        if roles[i] is not None:
            continue
        if title is None or i < title:
            told = line.prose and line.overlap(words) >= 0.3
            named = is_masthead(line, i, words) or _is_name_of_page(lines, roles, i, title)
            roles[i] = "standfirst" if told else "masthead" if named else "boilerplate"
        elif is_masthead(line, i, words):
            roles[i] = "masthead"
        elif (
            (i == title + 1 and len(line.words) >= 6 and line.capitalised < 0.5)
            or line.prose
            or (
                len(line.words) >= 5
                and line.overlap(words) >= 0.3
                and not (person_of(line.plain) and _beside_stamp(roles, i))
            )
        ):
            roles[i] = "standfirst"
        elif desk_of(line.plain) or (person_of(line.plain) and (i == body - 1 or _beside_stamp(roles, i))):
            roles[i] = "byline"
        else:
            roles[i] = "boilerplate"


def _is_name_of_page(lines: list[Line], roles: Roles, at: int, title: int | None) -> bool:
    """A short name on top, with buttons under it, which the page says again further down."""
    line = lines[at]
    if not (line.first and title is not None and len(line.words) <= 5 and line.capitalised >= 0.8):
        return False
    again = any(line.plain in other.plain for other in lines[at + 1 :])
    return again and len(line.words) > 1 and at + 1 < len(roles) and roles[at + 1] == "boilerplate"


def _beside_stamp(roles: Roles, at: int) -> bool:
    """Whether a date or a byline stands in the line above or below."""
    return any(roles[i] in ("stamp", "byline") for i in (at - 1, at + 1) if 0 <= i < len(roles))


def _mark_standfirst(lines: list[Line], roles: Roles, title: int | None, body: int) -> int:
    """One sentence under the headline, set apart from the body by a byline, a date, a rule or buttons."""
    if title is None or body >= len(lines) or len(lines[body].words) > _LONGEST_STANDFIRST:
        return body
    if any(roles[i] in ("byline", "stamp") for i in range(title + 1, body)):
        return body
    after = body + 1
    while after < len(lines) and (
        roles[after] in _BETWEEN
        or roles[after] == "caption"
        or (roles[after] is None and len(lines[after].words) <= _LONGEST_SIGNATURE and not lines[after].prose)
    ):
        after += 1
    between = {roles[i] for i in range(body + 1, after)}
    if between & _BETWEEN and after < len(lines) and roles[after] is None and lines[after].prose:
        roles[body] = "standfirst"
        return after
    return body
