"""One telling of several deeds: a trip to two countries, a summit held on three days far apart."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.extract.binding import ROUNDS
from onrecord.extract.cast import Figure
from onrecord.extract.clause import base, conjuncts
from onrecord.extract.mention import Mention
from onrecord.extract.places import Map, host_of
from onrecord.records import Place, Span, TimeExpression, When
from onrecord.records.parse import Doc, Token

ABROAD = ("to", "into", "in", "object", "for")
"""Slots of a trip in which the countries stand that it leads to."""
APART = 3
"""Days between two dates from which on they are no longer days of one meeting."""
BETWEEN = re.compile(r"\s*(?:,|and|&|,\s*and|or)\s*(?:on\s+|in\s+)?")
"""What stands between two dates of a series."""


class Several:
    """Takes tellings of one article apart that tell of several deeds at once."""

    def __init__(self, doc: Doc, places: Map, times: tuple[TimeExpression, ...]) -> None:
        self.doc, self.places = doc, places
        self.times = [time for time in times if time.precision == "day" and time.type == "DATE"]

    def each(self, mention: Mention) -> Iterator[Mention]:
        """A mention of each of the deeds: by country, then by day."""
        for part, abroad in enumerate(self._by_country(mention)):
            for day, dated in enumerate(self._by_day(abroad)):
                yield msgspec.structs.replace(dated, part=(part, day))

    def _by_country(self, mention: Mention) -> Iterator[Mention]:
        """ "Will travel to Moscow and Kyiv": a visit to each."""
        plural = "Plur" in self.doc[mention.token].morph.get("Number")
        trips = mention.kind == "visit" and (plural or not mention.noun)  # "a visit to both" is one
        lands = self._lands(mention) if trips else {}
        if len(lands) < 2:
            yield mention
            return
        visitors = tuple((figure, role) for figure, role in mention.participants if role != "host")
        for place in lands.values():
            host = host_of(place, self.places.cast, [])
            hosts: tuple[tuple[Figure, str], ...] = () if host is None else ((host, "host"),)
            yield msgspec.structs.replace(
                mention, place=place, wide=self.places.is_state(place), participants=visitors + hosts
            )

    def _lands(self, mention: Mention) -> dict[str, Place]:
        """The countries abroad that one slot of a trip lists, with the first place named in each."""
        for slot in ABROAD:
            found: dict[str, Place] = {}
            for word in self._listed(mention.match.slots.get(slot, ())):
                place = self.places.spots.of(word)
                if place is not None and place.country is not None:
                    found.setdefault(place.country, place)
            if len(found) > 1:
                return found
        return {}

    def _listed(self, words: Sequence[Token]) -> Iterator[Token]:
        """Names in a row, as "to Israel, Jordan and Egypt" lists them."""
        seen: set[int] = set()
        for top in words:
            for word in conjuncts(top):
                if word.i not in seen and (word == top or base(word) in {"conj", "appos"}):
                    seen.add(word.i)
                    yield word

    def _by_day(self, mention: Mention) -> Iterator[Mention]:
        """ "Summits held on 12 July, 21 August and 2 February": one on each; "on Monday and Tuesday" is one."""
        yield mention
        if mention.when is None or mention.when.precision != "day" or mention.kind not in ROUNDS:
            return
        series = self._series(mention.when)
        days = [date.fromisoformat(time.first) for time in series if time.first is not None]
        if len(days) < 2 or any(abs((b - a).days) <= APART for a, b in pairwise(days)):
            return
        for time in series:
            if time.first != mention.when.start:
                span = Span(time.start, time.end)
                yield msgspec.structs.replace(mention, when=When(time.first, time.last, "day", span))

    def _series(self, when: When) -> list[TimeExpression]:
        """The dates among which a date stands, with nothing but commas and "and" between them."""
        assert when.because is not None
        at = next((i for i, time in enumerate(self.times) if time.start == when.because.start), None)
        if at is None:
            return []
        first = last = at
        while first and self._joined(self.times[first - 1], self.times[first]):
            first -= 1
        while last + 1 < len(self.times) and self._joined(self.times[last], self.times[last + 1]):
            last += 1
        return self.times[first : last + 1]

    def _joined(self, one: TimeExpression, other: TimeExpression) -> bool:
        return BETWEEN.fullmatch(self.doc.text[one.end : other.start]) is not None
