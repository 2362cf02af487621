"""Datelines: "MOSCOW, July 21 (Reuters) —" at the beginning of a report."""

import re

import msgspec

from onrecord.clean.known import Known
from onrecord.clean.masthead import in_normal_case
from onrecord.clean.phrases import phrases
from onrecord.records import Span
from onrecord.records.day import days_in, iso

_HEAD = re.compile(
    r"\s*(?P<head>[^\"“”‘.:;!?]*?(?:[A-Za-z]\.[^\"“”‘:;!?]*?)*?)"
    r"(?P<dash>\s*[—–―]\s*|\s+-{1,3}\s+|(?<=\))\s*-+\s*|\s*--\s*|\s*:\s+(?=\S)|(?<=\))[.:]?\s+(?=[A-Z\"“])|\s*\|\s*)"
)
_TASS = re.compile(
    r"\s*(?P<head>[^\"“”/]{2,60}?)[.,]?\s*/(?P<wire>[A-Z][\w\- ]{1,20})/[.,:]?\s*(?:[—–-]+\s*)?"
)
_WIRE = re.compile(r"\(([A-Z][^()]{1,39})\)|\|\s*([A-Z][\w ]{1,20})\s*$")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_DAY = re.compile(
    r"\b(?:(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<d>\d{1,2})|(?P<d2>\d{1,2})\s+(?P<m2>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_LONGEST = 90  # characters of a dateline
_MOST_WORDS = 5  # of a place
_SMALL = frozenset("of the and de la le el al del du da den bin upon sur am on".split())


class FoundDateline(msgspec.Struct, frozen=True):
    """A dateline: its characters up to the first of the report, and what it says.

    `month_day` where no year is printed; `wire` the agency as printed.
    """

    span: Span
    place: str | None
    day: str | None
    month_day: tuple[int, int] | None
    wire: str | None


def dateline_of(text: str, start: int, end: int, known: Known) -> FoundDateline | None:
    """The dateline with which characters `start` to `end` (a paragraph) begin, or None."""
    line = text[start:end]
    for pattern in (_TASS, _HEAD):
        match = pattern.match(line[:_LONGEST])
        if match is None or not _begins_sentence(line[match.end() :]):
            continue
        found = _understood(match, known)
        if found is not None:
            return msgspec.structs.replace(found, span=Span(start, start + match.end()))
    return None


def _begins_sentence(rest: str) -> bool:
    rest = rest.lstrip("\"'“”‘’([…. ")
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or rest[:3] in ("al-", "el-"))


def _understood(match: re.Match[str], known: Known) -> FoundDateline | None:
    head, parts = match["head"].strip(), match.groupdict()
    wire = (parts.get("wire") or "").strip() or None
    if wire is None and (named := _WIRE.search(head)) and not _is_day(named[1] or named[2]):
        wire = (named[1] or named[2]).strip()
        head = f"{head[: named.start()]} {head[named.end() :]}".strip(" ,|")
    head, day, month_day = _without_date(head)
    places = [part.strip(" .") for part in head.split(",") if part.strip(" .")]
    dash = (parts.get("dash") or "—").strip()
    if not places:
        return FoundDateline(Span(0, 0), None, day, month_day, wire) if wire and known.outlet(wire) else None
    if wire is None and len(places) <= 2 and (agency := known.outlet(places[-1])) and agency.wire:
        wire = places.pop()
        if not places:
            return FoundDateline(Span(0, 0), None, day, month_day, wire)
    if not _may_be_place(places):
        return None
    sure = bool(day or month_day or (wire and dash))
    if not _is_place(places, dash, known, sure=sure):
        return None
    return FoundDateline(Span(0, 0), _place_name(places[0]), day, month_day, wire)


def _is_day(text: str) -> bool:
    """Whether brackets hold a day or a clock, not an agency ("News 1st", "BTA")."""
    return bool(_MONTH_DAY.search(text) or _WEEKDAY.search(text))


def _without_date(head: str) -> tuple[str, str | None, tuple[int, int] | None]:
    day = next((found for found in days_in(head) if len(found.values) == 1), None)
    if day is not None:
        return _WEEKDAY.sub("", head[: day.start] + head[day.end :]), day.values[0], None
    if match := _MONTH_DAY.search(head):
        month = _MONTHS.index((match["m"] or match["m2"]).lower()) + 1
        number = int(match["d"] or match["d2"])
        rest = _WEEKDAY.sub("", head[: match.start()] + head[match.end() :])
        return rest, None, (month, number) if iso(2024, month, number) else None
    return _WEEKDAY.sub("", head), None, None


def _may_be_place(places: list[str]) -> bool:
    """Capitalised words only, few of them, and no label such as BREAKING."""
    if len(places) > 3 or phrases().labels.whole(places[0]):
        return False
    return all(
        len(words := re.split(r"[\s/-]+", place)) <= _MOST_WORDS
        and all(word[:1].isupper() or word in _SMALL for word in words if word)
        and not any(c.isdigit() for c in place)
        for place in places
    )


def _is_place(places: list[str], dash: str, known: Known, *, sure: bool) -> bool:
    """`sure`: an agency or a date stands beside it, so that it can be nothing but a dateline."""
    first = places[0]
    if dash in (":", "", "|", ".") and not sure:
        return first.isupper() and dash in (":", "|") and bool(known.places(first))
    if first.isupper():
        if sure or known.places(first) or (len(places) > 1 and known.places(places[-1])):
            return True
        return dash != "-" and len(first) > 5  # short ones are abbreviations: NATO, OPEC
    return sure or (bool(known.places(first)) and len(first.split()) <= 3)


def _place_name(place: str) -> str:
    return "/".join(in_normal_case(part.strip()) for part in place.split("/"))
