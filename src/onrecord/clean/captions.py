"""Captions without a credit, and sentences that a page prints twice."""

import re

from onrecord.clean.lines import Line
from onrecord.clean.marks import Role
from onrecord.clean.phrases import phrases
from onrecord.records.day import days_in

Roles = list[Role | None]

_FIRST_WORDS = 14  # in which a caption's verb stands
_SHORTEST = 8  # words of a caption that is known by its missing full stop
_LONGEST = 70
_SPEECH = re.compile(r"\b(?:said|says|told|added|warned|according to)\b")
_SHORTEST_REPEAT = 6  # words of a pulled quote; shorter sentences recur by chance
_UNENDED_TO_BE_A_HABIT = 2


def mark_captions(lines: list[Line], roles: Roles, start: int) -> None:
    """Gives captions and repeated sentences among the lines from `start` on their roles."""
    open_ones = [i for i in range(start, len(lines)) if roles[i] is None]
    _mark_described(lines, roles, open_ones)
    _mark_repeats(lines, roles, open_ones)
    _mark_unended(lines, roles, start)


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


def _mark_repeats(lines: list[Line], roles: Roles, open_ones: list[int]) -> None:
    """A line that stands word for word within another: the longer is the text, the other a pulled quote."""
    prose = [i for i in open_ones if roles[i] is None and lines[i].prose]
    for i in open_ones:
        line = lines[i]
        if roles[i] is not None or len(line.words) < _SHORTEST_REPEAT:
            continue
        for j in prose:
            within = j != i and line.folded in lines[j].folded
            if within and (len(line.folded) < len(lines[j].folded) or j < i):
                roles[i] = "caption" if not line.ended else "boilerplate"
                break


def _mark_unended(lines: list[Line], roles: Roles, start: int) -> None:
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
    repeated = any(roles[i] == "caption" and not lines[i].ended for i in range(start, len(lines)))
    if len(habit) >= _UNENDED_TO_BE_A_HABIT or (habit and repeated):
        for i in habit:
            roles[i] = "caption"
