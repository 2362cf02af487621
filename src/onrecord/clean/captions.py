"""Captions without a credit, and sentences that a page prints twice."""

import re

from onrecord.clean.lines import Line
from onrecord.clean.marks import Role
from onrecord.clean.phrases import phrases
from onrecord.records.day import days_in

Roles = list[Role | None]

_FIRST_WORDS = 14  # in which a caption's verb stands
_ALIKE = 0.6  # of the words
_SHORTEST = 8  # words of a caption that is known by its missing full stop
_LONGEST = 70
_SPEECH = re.compile(r"\b(?:said|says|told|added|warned|according to)\b")
_SHORTEST_REPEAT = 6  # words of a pulled quote; shorter sentences recur by chance
_AWAY = 60  # lines between a sentence and its repetition at most
_UNENDED_TO_BE_A_HABIT = 2


def mark_captions(lines: list[Line], roles: Roles, start: int) -> None:
    """Gives captions and repeated sentences among the lines from `start` on their roles."""
    open_ones = [i for i in range(start, len(lines)) if roles[i] is None]
    _mark_described(lines, roles, open_ones)
    _mark_above_captions(lines, roles, open_ones)
    repeats = _mark_repeats(lines, roles, open_ones)
    _mark_unended(lines, roles, start, has_one=repeats)


def _mark_described(lines: list[Line], roles: Roles, open_ones: list[int]) -> None:
    """Lines that say who stands where, or describe in the present tense and close with a day or an agency."""
    said = phrases()
    for i in open_ones:
        plain = lines[i].plain
        if len(lines[i].words) > _LONGEST or _SPEECH.search(plain):
            continue
        describes = said.caption_verb.within(" ".join(lines[i].words[:_FIRST_WORDS]))
        sided = "(" in plain and len(set(said.caption_side.all_in(plain))) + describes > 1
        closed = describes and (said.agency_end.within(plain[-40:]) or _ends_with_day(plain))
        if sided or closed or said.caption_cue.within(plain):
            roles[i] = "caption"


def _ends_with_day(plain: str) -> bool:
    end = plain[-40:]
    return any(day.end >= len(end) - 2 for day in days_in(end))


def _mark_above_captions(lines: list[Line], roles: Roles, open_ones: list[int]) -> None:
    """The description that a page keeps for screen readers, right above a caption that says the same."""
    for i in open_ones:
        below = i + 1
        if roles[i] is None and below < len(lines) and roles[below] == "caption":
            alike = lines[i].overlap(lines[below].stems) >= _ALIKE and len(lines[i].stems) > 1
            if alike and len(lines[i].words) <= len(lines[below].words) + 4:
                roles[i] = "caption"


def _mark_repeats(lines: list[Line], roles: Roles, open_ones: list[int]) -> bool:
    """A line that stands word for word within another: the longer is the text, the other a pulled quote.

    True where a repeated line without a full stop, a caption, was among them.
    """
    captions = False
    prose = {i for i in open_ones if roles[i] is None and lines[i].prose}
    for i in open_ones:
        line = lines[i]
        if roles[i] is not None or len(line.words) < _SHORTEST_REPEAT:
            continue
        for j in range(max(0, i - _AWAY), min(len(lines), i + _AWAY)):
            within = j != i and j in prose and line.folded in lines[j].folded
            if within and (len(line.folded) < len(lines[j].folded) or j < i):
                roles[i] = "boilerplate" if line.ended else "caption"
                captions = captions or not line.ended
                break
    return captions


def _mark_unended(lines: list[Line], roles: Roles, start: int, *, has_one: bool) -> None:
    """Long lines without a full stop between paragraphs that have one, where the page has the habit."""
    prose = [i for i in range(start, len(lines)) if roles[i] is None and lines[i].prose]
    if not prose:
        return
    habit = [
        i
        for i in range(prose[0], prose[-1])
        if roles[i] is None
        and _SHORTEST <= len(lines[i].words) <= _LONGEST
        and not lines[i].ended
        and not lines[i].bullet
        and lines[i].plain[-1] not in ":;,-–—"
        and lines[i].capitalised < 0.6
        and not ('"' in lines[i].plain and _SPEECH.search(lines[i].plain))
    ]
    if len(habit) >= _UNENDED_TO_BE_A_HABIT or (habit and has_one):
        for i in habit:
            roles[i] = "caption"
