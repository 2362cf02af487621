"""The time expressions of an article, each anchored where it stands."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from onrecord.extract.times.anchoring import Anchors, Reading, Tense
from onrecord.extract.times.anniversaries import anniversaries
from onrecord.extract.times.calendars import Period, day_period, month_period, year_period
from onrecord.extract.times.events import famous_year
from onrecord.extract.times.meaning import (
    Day,
    Feast,
    Meaning,
    Modified,
    Month,
    Offset,
    Portion,
    Shift,
    YearOnly,
)
from onrecord.extract.times.merging import Found
from onrecord.extract.times.resolving import read
from onrecord.extract.times.scanning import scan
from onrecord.extract.times.tense import ClauseTense
from onrecord.extract.times.words import WEEKDAYS
from onrecord.records import Anniversary, Span, TimeExpression
from onrecord.records.parse import Doc

Between = tuple[str | None, str | None]

# How far back, in characters, a bare year names the year of dates after it, and a day that of "the summit".
_YEAR_REACH = 300
_EVENT_REACH = 200
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b")
_SIGNAL = re.compile(r"\s+(?:after|before|prior\s+to|following|from)$")
_IN_YEAR = re.compile(r"\b[Ii]n\s$")
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether characters `start` to `end` are all that their line says: "MONDAY, JUNE 16"."""
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    beside = text[begin:start] + text[end : stop if stop >= 0 else len(text)]
    return stop >= 0 and not any(char.isalnum() for char in beside)


class _Told(msgspec.Struct):
    """What the text has told so far, while it is read from its beginning."""

    text: str
    period: Period | None = None
    day: date | None = None
    scene: date | None = None
    hint: Period | None = None
    hint_end: int = 0
    later: Period | None = None  # where no year is named before: the newest date of the text
    floor: Period | None = None  # the first day that an undated article may be from
    days: list[tuple[int, date]] = []
    heading: date | None = None  # the day under which a list of days has its entries

    def take(self, found: Found, reading: Reading, tense: Callable[[], Tense | None], aside: bool) -> None:
        """`aside`: told in a clause that looks back ("who had met him on Tuesday")."""
        if reading.first is None or reading.last is None or reading.type in {"DURATION", "SET"}:
            return
        period = Period(reading.first, reading.last, reading.value, reading.precision)
        if reading.type == "DATE" and reading.precision != "unknown":
            self.period = period
        if reading.precision == "day":
            self.day = reading.first
            if is_heading(self.text, found.start, found.end):
                self.heading = reading.first
            if not _looks_back(found.meaning) and not aside:
                self.scene = reading.first
            self.days.append((found.start, reading.first))
        elif (
            reading.precision in {"month", "year"}
            and self.day
            and not period.first <= self.day <= period.last
            and tense() == "past"
        ):
            # the narrative has moved on to a stretch without a day
            self.day = self.scene = None
        if _explicit(found.meaning) and self._better(found, period):
            self.hint, self.hint_end = period, found.end

    def _better(self, found: Found, period: Period) -> bool:
        """A bare year names the year of what follows only as "in 2014", and not beside a finer date."""
        if not isinstance(_inner(found.meaning), YearOnly):
            return True
        told_in = _IN_YEAR.search(self.text, max(0, found.start - 4), found.start) is not None
        return told_in and (self.hint is None or self.hint.precision == "year")

    def hint_at(self, start: int) -> Period | None:
        hint = self.hint
        if hint and hint.precision == "year" and start - self.hint_end > _YEAR_REACH:
            hint = None
        hint = hint or self.later
        if self.floor and (hint is None or hint.first < self.floor.first):
            return self.floor
        return hint

    def event(self, start: int) -> Callable[[str], date | None]:
        """Finds the day told in the sentence that last named one of an event's words before `start`."""
        return lambda words: self._event_day(words, start)

    def _event_day(self, words: str, start: int) -> date | None:
        for word in reversed(re.findall(r"[a-z][\w’'-]{3,}", words)):
            at = self.text.rfind(word, 0, start)
            while at >= 0:
                if (day := self._day_beside(at)) is not None:
                    return day
                at = self.text.rfind(word, 0, at)
        # "the confrontation" of the day just told; "returned on Tuesday, a month after the raid" is none such
        sentence = self._sentence_start(start)
        near = [day for place, day in self.days if start - _EVENT_REACH <= place < sentence]
        return near[-1] if near and words else None

    def _sentence_start(self, at: int) -> int:
        floor = max(0, at - 400)
        return max((m.end() for m in _SENTENCE_BREAK.finditer(self.text, floor, at)), default=floor)

    def _day_beside(self, at: int) -> date | None:
        begin = self._sentence_start(at)
        stop = _SENTENCE_BREAK.search(self.text, at)
        end = stop.start() if stop else len(self.text)
        beside = [(abs(place - at), day) for place, day in self.days if begin <= place <= end]
        return min(beside)[1] if beside else None


def _latest(meanings: Iterable[Meaning]) -> Period | None:
    """The first date of the newest year that the text names with month and year."""
    dated = [
        (inner.year, inner)
        for meaning in meanings
        if isinstance(inner := _inner(meaning), Day | Month) and isinstance(inner.year, int)
    ]
    if not dated:
        return None
    found = read(max(dated, key=lambda pair: pair[0])[1], Anchors())
    if found is None or found.first is None or found.last is None:
        return None
    return Period(found.first, found.last, found.value, found.precision)


def _looks_back(meaning: Meaning) -> bool:
    """ "two days earlier", "the day before": the telling stays where it was."""
    inner = _inner(meaning)
    return isinstance(inner, Offset) or (
        isinstance(inner, Shift) and inner.base == "narrative" and inner.by is not None and inner.by < 0
    )


def _inner(meaning: Meaning) -> Meaning:
    return _inner(meaning.of) if isinstance(meaning, Portion | Modified) else meaning


def _explicit(meaning: Meaning) -> bool:
    """Whether it names its year in figures."""
    meaning = _inner(meaning)
    return isinstance(meaning, YearOnly) or (
        isinstance(meaning, Day | Month) and isinstance(meaning.year, int)
    )


def find_times(
    doc: Doc,
    *,
    published: str | None,
    prose: Sequence[Span],
    between: Between | None = None,
    dateline: str | None = None,
) -> tuple[TimeExpression, ...]:
    """The time expressions of the runs `prose` of the text of `doc`, in order, resolved.

    `published` is a day ("2025-09-07"), a month, a year or None; `between` the bounds of an undated article;
    `dateline` the day that the report itself prints, which goes before `published` where it is a full day not
    long before it. What cannot be resolved keeps `first` and `last` None.
    """
    low, high = _anchor_days(published, between, dateline)
    text: str = doc.text
    tense = ClauseTense(doc, text)
    names = _names(doc)
    told = _Told(text, floor=_first_hint(between) if low is None else None)
    hints = _anniversary_hints(text, prose) if low is None else []
    expressions: list[TimeExpression] = []
    scans = [scan(text, span.start, min(span.end, len(text))) for span in prose]
    if low is None:
        told.later = _latest(found.meaning for founds in scans for found in founds)
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
    if reading.type == "DURATION" and isinstance(_inner(found.meaning), Offset):
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
    found: Found, told: _Told, low: date | None, high: date | None, tense: Callable[[], Tense | None]
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

    if low is not None and low == high and _tomorrow_there(told.text, found, low):
        tense = _future
    reading = read(found.meaning, anchors(low))
    if (
        reading is not None
        and isinstance(_inner(found.meaning), Offset)
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
    return read(found.meaning, anchors(None))
