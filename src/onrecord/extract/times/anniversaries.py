"""Anniversaries: "the 80th anniversary of" a dated event names a year, and mostly a day of it."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from onrecord.extract.times.calendars import make_day
from onrecord.extract.times.events import EVENTS
from onrecord.extract.times.words import LEXICON
from onrecord.records import Anniversary, Span
from onrecord.records.day import MONTHS

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


# Dates as the text gives them to the event itself: "of 22 January 1963", "'s founding on April 4, 1949".
_MONTHS = "|".join(f"{month[:3]}(?:{month[3:]}|\\.)?" if month != "May" else month for month in MONTHS)
_DATE = (
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTHS}),?\s+|"
    rf"(?P<mm>{_MONTHS})\s+(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?,?\s+|(?P<mmm>{_MONTHS})\s+)?"
    r"(?P<y>1[5-9]\d\d|20\d\d)(?![\d-])"
)
_OF_DATE = re.compile(rf"\s(?:of|on|in)\s+(?:the\s+)?{_DATE}")
# "the treaty, signed on ...", "the party, which was founded in ...", "independence, which parliament declared on ..."
_BEGUN_ON = re.compile(
    r",\s+(?:(?:which|who|that)\s+(?:\S+\s+){0,4}?)?(?:signed|founded|established|created|declared|proclaimed|adopted|"
    r"concluded|agreed|formed|launched|opened|inaugurated|ratified|won|began|begun|started|ended|fell|died|born|"
    rf"killed|happened|took place)\s+(?:(?!not\b)[^\s,]+\s+){{0,4}}?(?:on|in)\s+{_DATE}"
)
NEAR_YEARS = 3  # a count is off by little: an event that leads further from the article's year is another


def anniversaries(text: str, prose: Sequence[Span], published: str | None = None) -> tuple[Anniversary, ...]:
    """Anniversaries of events that are dated by the text or by general knowledge, in order.

    With the article's day, dates that stand further from the event's name count as its own where they lead to
    about the article's year ("its independence, which parliament declared on 24 August 1991").
    """
    found = []
    for span in prose:
        for match in _MENTION.finditer(text, span.start, span.end):
            if mention := _anniversary(text, match, int(published[:4]) if published else None):
                found.append(mention)
    return tuple(found)


def _anniversary(text: str, match: re.Match[str], around: int | None) -> Anniversary | None:
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
        dated = _OF_DATE.search(rest)
        own = dated is not None and int(dated["y"]) == year
        end = (
            match.start("rest" if match["rest"] else "after") + dated.end() if own and dated else match.end()
        )
        return Anniversary(match.start(), end, count, year, _kept_on(dated, count) if own and dated else ())
    return _dated_further_on(match, rest, count, around) if not years and around else None


def _dated_further_on(match: re.Match[str], rest: str, count: int, around: int) -> Anniversary | None:
    dated = _OF_DATE.search(rest)
    if dated is None or "," in rest[: dated.start()]:
        dated = _BEGUN_ON.search(rest)
    if dated is None or abs(int(dated["y"]) + count - around) > NEAR_YEARS or count <= NEAR_YEARS:
        return None
    end = match.start("rest" if match["rest"] else "after") + dated.end()
    return Anniversary(match.start(), end, count, int(dated["y"]), _kept_on(dated, count))


def _kept_on(dated: re.Match[str], count: int) -> tuple[str, ...]:
    """The day of an event's date in the year in which the anniversary falls; of a month, its first and last."""
    month, number = dated["m"] or dated["mm"] or dated["mmm"], dated["d"] or dated["dd"]
    if month is None:
        return ()
    year = int(dated["y"]) + count
    index = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3].capitalize()))
    if number is None:
        return tuple(date(year, index, n).isoformat() for n in (1, monthrange(year, index)[1]))
    day = make_day(year, index, int(number))
    return (day.isoformat(),) if day else ()


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
