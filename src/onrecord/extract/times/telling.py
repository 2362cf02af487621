"""What a text has told so far: the days, the scene and the year that later expressions count from."""

import re
from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from onrecord.extract.times.anchoring import Anchors, Reading, Tense
from onrecord.extract.times.calendars import Period
from onrecord.extract.times.meaning import Day, Meaning, Modified, Month, Offset, Portion, Shift, YearOnly
from onrecord.extract.times.merging import Found
from onrecord.extract.times.naming import BY_WEEKDAY
from onrecord.extract.times.resolving import read

# How far back, in characters, a bare year names the year of dates after it, and a day that of "the summit".
_YEAR_REACH = 300
_EVENT_REACH = 200
_IN_YEAR = re.compile(r"\b[Ii]n\s$")
_ENTRY = re.compile(r"[ \t]*(?:[:.–—]|-(?=\s))[ \t]+(?=\S)")  # what parts an entry's date from its telling
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether characters `start` to `end` are all that their line says: "MONDAY, JUNE 16"."""
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    beside = text[begin:start] + text[end : stop if stop >= 0 else len(text)]
    return stop >= 0 and not any(char.isalnum() for char in beside)


def opens_entry(text: str, start: int, end: int) -> bool:
    """Whether characters `start` to `end` head what their line goes on to tell: "* July 22, 2022: they sign"."""
    begin = text.rfind("\n", 0, start) + 1
    return not any(char.isalnum() for char in text[begin:start]) and bool(_ENTRY.match(text, end))


class Told(msgspec.Struct):
    """What the text has told so far, while it is read from its beginning."""

    text: str
    period: Period | None = None
    day: date | None = None
    scene: date | None = None
    hint: Period | None = None
    hint_end: int = 0
    later: Period | None = None  # where no year is named before: the newest date of the text
    floor: Period | None = None  # the first day that an undated article may be from
    near: Period | None = None  # about when an article without a day may be from; no year for its dates
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
        dated = _explicit(found.meaning) or reading.because == BY_WEEKDAY
        if dated and self._better(found, period):
            self.hint, self.hint_end = period, found.end

    def _better(self, found: Found, period: Period) -> bool:
        """A bare year names the year of what follows only as "in 2014", and not beside a finer date."""
        if not isinstance(inner_of(found.meaning), YearOnly):
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


def latest(meanings: Iterable[Meaning]) -> Period | None:
    """The first date of the newest year that the text names with month and year."""
    dated = [
        (inner.year, inner)
        for meaning in meanings
        if isinstance(inner := inner_of(meaning), Day | Month) and isinstance(inner.year, int)
    ]
    if not dated:
        return None
    found = read(max(dated, key=lambda pair: pair[0])[1], Anchors())
    if found is None or found.first is None or found.last is None:
        return None
    return Period(found.first, found.last, found.value, found.precision)


def _looks_back(meaning: Meaning) -> bool:
    """ "two days earlier", "the day before": the telling stays where it was."""
    inner = inner_of(meaning)
    return isinstance(inner, Offset) or (
        isinstance(inner, Shift) and inner.base == "narrative" and inner.by is not None and inner.by < 0
    )


def inner_of(meaning: Meaning) -> Meaning:
    """The meaning without its portion and modifier."""
    return inner_of(meaning.of) if isinstance(meaning, Portion | Modified) else meaning


def _explicit(meaning: Meaning) -> bool:
    """Whether it names its year in figures."""
    meaning = inner_of(meaning)
    return isinstance(meaning, YearOnly) or (
        isinstance(meaning, Day | Month) and isinstance(meaning.year, int)
    )
