"""Parts against the whole that they are said to make up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.records import Finding
from onrecord.records.count import Figure, numbers_of_things

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

# a whole of which a colon introduces all parts
ALL = re.compile(r"\b(?:all|a total of|in all|altogether|in total)\s*$", re.IGNORECASE)
OPEN = re.compile(
    r"\b(?:at least|including|among|alone|most|mostly|more|several|some|others?|rest|remaining|dozens|many|about|"
    r"nearly|almost|over|around|half|third|quarter|unknown|unidentified|both)\b",
    re.IGNORECASE,
)
# parts of a whole: "12 people, 7 of them children and 6 women"
OF_THEM = re.compile(r"\b(?:of (?:them|whom|these|which|those)|including|among them)\b", re.IGNORECASE)
REST = re.compile(r"\b(?:others?|rest|remaining|mostly|both|same|also|too|as well)\b", re.IGNORECASE)
SHARES = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
SIDES_OF_A_VOTE = re.compile(
    r"\b(?:voted|backed|supported|opposed|against|abstained|undecided|in favou?r|yes|no)\b", re.IGNORECASE
)
CLASSES: Sequence[frozenset[str]] = (
    frozenset("child children boy boys girl girls woman women man men".split()),
    frozenset(
        "civilian civilians soldier soldiers officer officers policeman policemen fighter fighters".split()
    ),
    frozenset("killed dead wounded injured missing unhurt".split()),
    frozenset(
        (
            "american americans russian russians ukrainian ukrainians israeli israelis palestinian "
            "palestinians chinese indian indians pakistani pakistanis iranian iranians iraqi iraqis syrian "
            "syrians turk turks turkish greek greeks french german germans british briton britons italian "
            "italians polish poles spanish spaniards japanese korean koreans thai thais filipino filipinos "
            "nepali nepalis egyptian egyptians libyan libyans kenyan kenyans nigerian nigerians mexican "
            "mexicans canadian canadians serb serbs georgian georgians"
        ).split()
    ),
)
"""Words of which nothing is two at once (two of one sort are the same sort: boys are children)."""
SAME_SORT: Sequence[frozenset[str]] = (
    frozenset("child children boy boys girl girls".split()),
    frozenset("killed dead".split()),
    frozenset("wounded injured".split()),
    frozenset("soldier soldiers officer officers policeman policemen fighter fighters".split()),
)
"""Words that may be said of one and the same."""
REACH = 90
"""Characters from a whole to its last part."""


def parts(doc: Doc) -> Iterator[Finding]:
    """What all checks of parts find, sentence by sentence."""
    for sentence in doc.sents:
        text = sentence.text.rstrip()
        lead = len(text) - len(text.lstrip())
        for start, end, message in (*_listed(text), *_of_them(text), *_shares(text)):
            yield Finding("tally", sentence.start_char + max(start, lead), sentence.start_char + end, message)


def _listed(text: str) -> Iterator[tuple[int, int, str]]:
    """ "A total of 330 prisoners were exchanged: Orlenia released 170 and Sarvia 150"."""
    head, colon, tail = text.partition(": ")
    if not colon or OPEN.search(tail) or re.search(r"[;:()\"“”]", tail):
        return
    wholes = numbers_of_things(head)
    listed = numbers_of_things(tail)
    shown = len(re.findall(r"\d[\d,.]*", tail))
    written = len([one for one in listed if tail[one.start].isdigit()])
    if (
        len(wholes) != 1
        or not ALL.search(head[: wholes[0].start])
        or len(listed) < 2
        or shown != written
        or not _is_list(tail, listed)
    ):
        return
    if not wholes[0].exact or not all(one.exact for one in listed):
        return
    total = sum(one.value for one in listed)
    if total != wholes[0].value:
        yield wholes[0].start, len(text), _message([one.value for one in listed], total, wholes[0].value)


def _is_list(tail: str, listed: Sequence[Figure]) -> bool:
    """Whether the last part is joined by "and", so that the list is closed."""
    return re.search(r"\band\b", tail[listed[-2].end : listed[-1].start]) is not None


def _of_them(text: str) -> Iterator[tuple[int, int, str]]:
    """ "Twelve people, seven of them children and six women": parts that cannot all fit in the whole."""
    for match in OF_THEM.finditer(text):
        numbers = numbers_of_things(text)
        whole = _whole_before(text, numbers, match)
        if whole is None:
            continue
        after = [one for one in numbers if whole.end < one.start <= whole.end + REACH]
        after = [one for one in after if not re.search(r"[.;:]", text[whole.end : one.start])]
        single = next((one for one in after if one.exact and one.value > whole.value), None)
        # "66 passengers, 10 crew members, among them 30 Egyptians": of the passengers
        larger = single is not None and any(
            one != single and one.end <= match.start() and one.value >= single.value for one in numbers
        )
        if single is not None and not larger and _belongs(text, single, match):
            yield whole.start, single.end, f"{single.value} of {whole.value}"
            continue
        known = [(one, word) for one in after if (word := _class_word(text, one)) is not None]
        if len(known) < 2 or not all(one.exact for one, _ in known) or not _shut_out([w for _, w in known]):
            continue
        total = sum(one.value for one, _ in known)
        if any(one.end <= whole.start and one.value >= total for one in numbers):
            continue
        if total > whole.value and not REST.search(text[whole.end : known[-1][0].end]):
            end = known[-1][0].end
            yield whole.start, end, _message([one.value for one, _ in known], total, whole.value)


def _whole_before(text: str, numbers: Sequence[Figure], match: re.Match[str]) -> Figure | None:
    """The number of which parts are told: the last but the part's own before the words, in one clause."""
    before = [one for one in numbers if one.end <= match.start()]
    own = bool(before) and not re.search(r"\w", text[before[-1].end : match.start()])  # "seven of them"
    before = before[:-1] if own and match[0].lower().startswith("of") else before
    if not before or not before[-1].exact or before[-1].value < 2:  # "one has to ask"
        return None
    between = text[before[-1].end : match.start()]
    return before[-1] if len(between) <= REACH and not re.search(r"[.;:]|\bbut\b", between) else None


def _belongs(text: str, one: Figure, match: re.Match[str]) -> bool:
    """Whether a number is told of "them": right before the words, or right after "including"."""
    if match[0].lower().startswith("of"):
        return not re.search(r"\w", text[one.end : match.start()]) if one.end <= match.start() else False
    return one.start >= match.end() and not re.search(r"\w", text[match.end() : one.start])


def _class_word(text: str, one: Figure) -> str | None:
    """The word of a class that a number counts: "7 of them children", "six women"."""
    words = re.findall(
        r"[a-z]+", text[one.end : one.end + 40].lower().partition(" and ")[0].partition(",")[0]
    )
    return next((word for word in words[:5] if any(word in group for group in CLASSES)), None)


def _shut_out(words: Sequence[str]) -> bool:
    """Whether the words are of one class and no two may be said of the same."""
    group = next((group for group in CLASSES if set(words) <= group), None)
    if group is None or len({word[:4] for word in words}) < len(words):
        return False
    return not any(len(sort & set(words)) > 1 for sort in SAME_SORT)


def _shares(text: str) -> Iterator[tuple[int, int, str]]:
    """Percentages of one vote that come to more than a hundred: "60 percent said yes and 45 percent no"."""
    found = list(SHARES.finditer(text))
    if not 2 <= len(found) <= 4 or len(set(SIDES_OF_A_VOTE.findall(text.lower()))) < 2:
        return
    if OPEN.search(text) or re.search(r"\bfrom\b|\bturnout\b|\bof (?:those|them|men|women)\b|;|:", text):
        return
    total = sum(float(one[1]) for one in found)
    if 101 < total < 200:
        shown = " + ".join(one[1] for one in found)
        yield found[0].start(), found[-1].end(), f"{shown} = {total:g} percent of one vote"


def _message(numbers: Sequence[int], total: int, whole: int) -> str:
    gap = f"{abs(whole - total)} {'fewer' if total < whole else 'more'}"
    return f"{' + '.join(map(str, numbers))} = {total}, {gap} than the {whole} said to be all"
