"""Anniversaries: "the 80th anniversary of" a dated event names a year, and mostly a day of it."""

import re
from collections.abc import Sequence

from onrecord.extract.times.calendars import make_day
from onrecord.extract.times.events import EVENTS
from onrecord.extract.times.words import LEXICON
from onrecord.records import Anniversary, Span

_WORDS = "|".join(
    "tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split()
)
_COUNT = (
    r"(?P<count>\d{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|" + _WORDS + r"))"
)
_MENTION = re.compile(
    r"\b"
    + _COUNT
    + r"[\s-]+(?:year\s+)?anniversary(?P<rest>\s+(?:of|since|marking|celebrat\w+)\s[^.;!?\n]{3,160})?"
    r"|\b(?P<years>\d{1,3})[\s-]years?\s+(?:since|after|from)\s+the\s+(?P<after>(?:end|victory|defeat"
    r"|fall|founding|collapse)[^.;!?\n]{3,120})",
    re.IGNORECASE,
)
# An event with its year in the text: "founded in 1949", "the 1975 accords".
_YEAR = re.compile(r"(?<![\d/-])(1[5-9]\d\d|20\d\d)(?![\d-])")
_TENS = {
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip


def anniversaries(text: str, prose: Sequence[Span]) -> tuple[Anniversary, ...]:
    """Anniversaries of events that are dated by the text or by general knowledge, in order."""
    found = []
    for span in prose:
        for match in _MENTION.finditer(text, span.start, span.end):
            if mention := _anniversary(text, match):
                found.append(mention)
    return tuple(found)


def _anniversary(text: str, match: re.Match[str]) -> Anniversary | None:
    count = int(match["years"]) if match["years"] else _count(match["count"])
    rest = match["rest"] or match["after"] or ""
    if not count or not rest:
        return None
    years = {int(year) for year in _YEAR.findall(_first_clause(rest))}
    for event in EVENTS:
        if (named := event.pattern.search(rest)) is None:
            continue
        fitting = [day for day in event.days if not years or day[0] in years]
        if not fitting:
            return None  # of another event of that kind, or an error: nothing to build on
        end = match.start("rest" if match["rest"] else "after") + named.end()
        days = [
            day
            for year, month, number in fitting
            if month and number and (day := make_day(year + count, month, number))
        ]
        return Anniversary(match.start(), end, count, fitting[0][0], tuple(day.isoformat() for day in days))
    if len(years) == 1 and (year := years.pop()) + count < 2200:
        return Anniversary(match.start(), match.end(), count, year, ())
    return None


def _first_clause(rest: str) -> str:
    """Up to what no longer names the event: a comma, "on", "this", "and"."""
    return re.split(r",|\bon\b|\bthis\b|\bnext\b|\bwill\b|\bwas\b|\bis\b", rest, maxsplit=1)[0]


def _count(words: str) -> int | None:
    if words[0].isdigit():
        return int(re.match(r"\d+", words).group())  # type: ignore[union-attr]
    tens, _, last = words.lower().rpartition("-")
    ones = _TENS.get(last) or LEXICON.get(last, ("", None))[1]
    base = LEXICON.get(tens, ("", 0))[1] if tens else 0
    return int(ones) + int(base) if isinstance(ones, int) and isinstance(base, int) else None
