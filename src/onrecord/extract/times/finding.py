"""The time expressions of an article, each anchored where it stands."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from onrecord.extract.times.anchoring import Anchors, Reading, Tense, of_period
from onrecord.extract.times.anniversaries import anniversaries
from onrecord.extract.times.calendars import Period, day_period, make_day, month_period, year_period
from onrecord.extract.times.events import famous_year
from onrecord.extract.times.meaning import Day, Feast, Meaning, Offset
from onrecord.extract.times.merging import Found
from onrecord.extract.times.naming import BY_WEEKDAY
from onrecord.extract.times.resolving import read
from onrecord.extract.times.scanning import scan
from onrecord.extract.times.telling import Told, inner_of, latest
from onrecord.extract.times.tense import ClauseTense
from onrecord.extract.times.words import WEEKDAYS
from onrecord.records import Anniversary, Span, TimeExpression
from onrecord.records.parse import Doc

Between = tuple[str | None, str | None]

_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b")
_SIGNAL = re.compile(r"\s+(?:after|before|prior\s+to|following|from)$")


def find_times(
    doc: Doc,
    *,
    published: str | None,
    prose: Sequence[Span],
    between: Between | None = None,
    named: bool = True,
    dateline: str | None = None,
) -> tuple[TimeExpression, ...]:
    """The time expressions of the runs `prose` of the text of `doc`, in order, resolved.

    `published` is a day ("2025-09-07"), a month, a year or None; `between` the bounds of an undated article,
    `named` whether dates of its text give them, and so a year to others, not only to those whose weekday fits it;
    `dateline` the day that the report itself prints, which goes before `published` where it is a full day not
    long before it. What cannot be resolved keeps `first` and `last` None.
    """
    low, high = _anchor_days(published, between, dateline)
    text: str = doc.text
    tense = ClauseTense(doc, text)
    names = _names(doc)
    floor = _first_hint(between) if low is None else None
    told = Told(text, floor=floor if named else None, near=floor)
    hints = _anniversary_hints(text, prose) if low is None else []
    expressions: list[TimeExpression] = []
    scans = [scan(text, span.start, min(span.end, len(text))) for span in prose]
    if low is None:
        told.later = latest(found.meaning for founds in scans for found in founds)
    for founds in scans:
        for found in founds:
            if _in_name(names, found):
                continue
            while hints and hints[0][0] < found.start:
                told.hint, told.hint_end = hints[0][1], hints.pop(0)[0]
            found = _famous(text, found)
            clause = tense.at(found.start, found.end)
            reading = _read(found, told, low, high, clause)
            if reading is not None:
                told.take(found, reading, clause, tense.looks_back(found.start, found.end))
                expressions.append(_placed(found, reading, text))
    return tuple(expressions)


def _placed(found: Found, reading: Reading, text: str) -> TimeExpression:
    """The reading where it stands in the text; a range with its two ends."""
    ends: tuple[TimeExpression, ...] = ()
    if found.gap is not None and reading.ends is not None:
        signal = _SIGNAL.search(text, found.start, found.gap[0])
        places = (found.start, signal.start() if signal else found.gap[0]), (found.gap[1], found.end)
        ends = tuple(
            end.at(start, stop, text[start:stop])
            for end, (start, stop) in zip(reading.ends, places, strict=True)
        )
    stop = found.end
    if reading.type == "DURATION" and isinstance(inner_of(found.meaning), Offset):
        # "three days after the vote" stays a length where the day of the vote is not told: without its signal
        signal = _SIGNAL.search(text, found.start, stop)
        stop = signal.start() if signal else stop
    return reading.at(found.start, stop, text[found.start : stop], ends)


def _anchor_days(
    published: str | None, between: Between | None, dateline: str | None
) -> tuple[date | None, date | None]:
    """First and last day that the article may be from, as far as both are known."""
    known = _days(published)
    filed = _days(dateline)
    if filed and filed[0] == filed[1] and (known is None or 0 <= (known[1] - filed[0]).days <= 31):
        return filed
    if known:
        return known
    if between and between[0] and between[1] and (first := _days(between[0])) and (last := _days(between[1])):
        return first[0], last[1]
    return None, None


def _days(text: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO day, month or year; None where it is none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if day and month:
            return date(year, month, day), date(year, month, day)
        period = month_period(year, month) if month else year_period(year)
    except ValueError:
        return None
    return (period.first, period.last) if period else None


def _first_hint(between: Between | None) -> Period | None:
    first = _days(between[0] if between else None)
    return Period(first[0], first[1], first[0].isoformat(), "day") if first else None


def _anniversary_hints(text: str, prose: Sequence[Span]) -> list[tuple[int, Period]]:
    return [(found.end, hint) for found in anniversaries(text, prose) if (hint := _hint_of(found))]


def _hint_of(found: Anniversary) -> Period | None:
    if found.days:
        return day_period(date.fromisoformat(found.days[0]))
    return year_period(found.year) if found.year else None


def _names(doc: Doc) -> list[tuple[int, int]]:
    """Where the names of people and organisations lie, in characters."""
    return [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in {"PERSON", "ORG"}]


def _in_name(names: list[tuple[int, int]], found: Found) -> bool:
    """Whether the expression lies within a name ("Theresa May"). Feasts are taken for names, and are none."""
    if isinstance(found.meaning, Feast):
        return False
    return any(start <= found.start and found.end <= end for start, end in names)


def _famous(text: str, found: Found) -> Found:
    """With the year of a day that is known by itself ("the October 7 attack")."""
    meaning = found.meaning
    if isinstance(meaning, Day) and meaning.year is None and (year := famous_year(text, found.end, meaning)):
        return Found(found.start, found.end, msgspec.structs.replace(meaning, year=year))
    return found


def _future() -> Tense:
    return "future"


def _tomorrow_there(text: str, found: Found, day: date) -> bool:
    """Whether it is the weekday after publication, "local time": where it happened that day has begun."""
    words = text[found.start : found.end + 12]
    named = _WEEKDAY.search(words)
    return (
        named is not None
        and re.search(r"\blocal\s+time\b", words) is not None
        and WEEKDAYS[(day.weekday() + 1) % 7] == named[1]
    )


def _read(
    found: Found, told: Told, low: date | None, high: date | None, tense: Callable[[], Tense | None]
) -> Reading | None:
    """The expression read from the article's day; between two days, what reads the same from both."""

    def anchors(day: date | None) -> Anchors:
        return Anchors(
            day,
            told.period,
            told.day,
            told.heading or told.scene,
            told.hint_at(found.start),
            tense,
            told.event(found.start),
        )

    if low is None and told.near is not None and told.hint_at(found.start) is None:
        soon = date(told.near.first.year + 1, 12, 31)
        if such := _only_such(found.meaning, told.near.first, soon):
            return such
    if low is not None and low == high and _tomorrow_there(told.text, found, low):
        tense = _future
    reading = read(found.meaning, anchors(low))
    if (
        reading is not None
        and isinstance(inner_of(found.meaning), Offset)
        and reading.first is not None
        and low is not None
        and reading.first > low
        and tense() != "future"
    ):
        return read(found.meaning, Anchors(low))  # counted from the wrong day: the distance alone is sure
    if low == high or reading is None:
        return reading
    other = read(found.meaning, anchors(high))
    if other is not None and (other.value, other.first, other.last) == (
        reading.value,
        reading.first,
        reading.last,
    ):
        return reading
    return _only_such(found.meaning, low, high) or read(found.meaning, anchors(None))


def _only_such(meaning: Meaning, low: date | None, high: date | None) -> Reading | None:
    """ "Saturday (Dec 16)" of the one year between two days in which that date is a Saturday."""
    day = inner_of(meaning)
    if low is None or high is None or not isinstance(day, Day) or day.year is not None:
        return None
    days = (make_day(year, day.month, day.day) for year in range(low.year, high.year + 1))
    such = [one for one in days if one and low <= one <= high and one.weekday() == day.weekday]
    return of_period(day_period(such[0]), BY_WEEKDAY, None) if len(such) == 1 else None
