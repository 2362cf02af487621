"""Deeds told by two words: a trip and the meeting it is made for, an agreement and what is agreed."""

from collections.abc import Mapping

import msgspec

from onrecord.extract.binding import Calendar
from onrecord.extract.clause import base, is_verb, lemma
from onrecord.extract.places import Map
from onrecord.extract.triggers import Match
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab


class Purposes:
    """Follows who travels to what through one article."""

    def __init__(self, doc: Doc, vocab: Vocab, calendar: Calendar, places: Map) -> None:
        self.doc, self.vocab, self.calendar, self.places = doc, vocab, calendar, places
        self._trips: dict[str, int] = {}  # who travels to a meeting or gathering, and which

    def bilateral(self, match: Match) -> Match:
        """A summit of two people is a meeting."""
        if match.kind.kind != "gathering" or lemma(self.doc[match.token]) != "summit":
            return match
        figures = [figure for figure, _ in match.roles]
        if len(figures) != 2 or not all(figure.person for figure in figures):
            return match
        kind = self.vocab.kinds["meeting"]
        return msgspec.structs.replace(
            match, kind=kind, roles=tuple((figure, kind.role) for figure in figures)
        )

    def purpose(self, match: Match, triggers: Mapping[int, Match]) -> int | None:
        """The trigger of the meeting or gathering that a trip is made for: one deed, told by two words.

        "is to travel to Moscow to attend the parade"; "Trump's visit", where the trip was told so before.
        """
        if match.kind.kind == "gathering":
            for figure, role in match.roles:
                if figure.person and role == match.kind.role:
                    self._trips.setdefault(figure.id, match.token)
        if match.kind.kind != "visit":
            return None
        token = self.doc[match.token]
        visitors = [figure.id for figure, role in match.roles if role == match.kind.role]
        for child in token.children:
            if child.dep_ not in {"advcl", "xcomp"}:
                continue
            for part in (child, *child.children):  # "to meet", "to take part in the ceremony"
                inner = triggers.get(part.i)
                if inner is not None and inner.kind.kind in {"meeting", "gathering"} and inner.roles:
                    self._trips.update(dict.fromkeys(visitors, int(part.i)))
                    return int(part.i)
        bare = (
            not is_verb(token) and self.places.where(match) is None and self.calendar.when(match)[0] is None
        )
        return next((self._trips[who] for who in visitors if who in self._trips), None) if bare else None

    def leads_to_another(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """ "agreed to meet" and "agreed to a ceasefire" are one deed ahead, told by the second word."""
        token = self.doc[match.token]
        if match.kind.kind != "agreement" or lemma(token) != "agree":
            return False
        inner = [
            child
            for child in token.children
            if base(child) in {"xcomp", "ccomp"} or (base(child) == "obl" and child.i in triggers)
        ]
        return any(part.i in triggers for child in inner for part in (child, *child.children))


def as_part_of(match: Match, purpose: Match) -> Match:
    """A trip told as a part of the meeting or gathering that it is made for."""
    roles = tuple((figure, purpose.kind.role) for figure, role in match.roles if role == match.kind.role)
    return msgspec.structs.replace(match, kind=purpose.kind, roles=roles)
