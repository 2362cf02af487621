"""On whose word any point of the text stands: chains of names, nearest to the reader first."""

from collections.abc import Sequence

import msgspec

from onrecord.extract.cast import Figure
from onrecord.extract.nearby import Nearby
from onrecord.records import Attribution

DEEPEST = 8  # links of a chain that are followed


class Speech(msgspec.Struct, frozen=True):
    """An attribution while it is worked on: the record, and the figures that speak.

    `origin` is what a claim's chain calls the speaker, `via` the outlet that was told. `asserts` is False
    where the speaker judges what is spoken of, which then does not stand on his word.
    """

    record: Attribution
    speakers: tuple[Figure, ...]
    anonymous: bool
    origin: str = ""
    via: str | None = None
    asserts: bool = True


class Chains:
    """Looks up on whose word characters stand."""

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self.speeches = speeches
        self._by_id = {speech.record.id: speech for speech in speeches}
        self._asserted = Nearby([s for s in speeches if s.asserts], lambda s: s.record.content)

    def over(self, start: int, end: int) -> list[Speech]:
        """Attributions whose content holds the characters, outermost first."""
        holding = [
            s
            for s in self._asserted.at(start, end)
            if any(c.start <= start and end <= c.end for c in s.record.content)
        ]
        return sorted(holding, key=lambda s: (self._depth(s), -sum(len(c) for c in s.record.content)))

    def chain(self, start: int, end: int) -> tuple[str, ...]:
        """Names of those on whose word the characters stand, nearest to the reader first."""
        names: list[str] = []
        for speech in self.over(start, end):
            for name in self._with_outer(speech):
                if name not in names:
                    names.append(name)
        return tuple(names)

    def of(self, speech: Speech) -> tuple[str, ...]:
        """Names on the way down to the speaker of one attribution, nearest to the reader first."""
        return tuple(dict.fromkeys(self._with_outer(speech)))

    def _outer(self, speech: Speech) -> list[Speech]:
        found: list[Speech] = []
        outer = self._by_id.get(speech.record.inside or "")
        while outer is not None and len(found) < DEEPEST and outer not in found:
            found.append(outer)
            outer = self._by_id.get(outer.record.inside or "")
        return found

    def _depth(self, speech: Speech) -> int:
        return len(self._outer(speech))

    def _with_outer(self, speech: Speech) -> list[str]:
        names: list[str] = []
        outer = [part for part in reversed(self._outer(speech)) if part.asserts]
        for part in [*outer, speech]:
            names += [part.via] if part.via is not None else []
            names.append(part.origin or part.record.source.name)
        return names

    def speakers(self, start: int, end: int) -> list[Figure]:
        """Figures on whose word the characters stand."""
        return [figure for speech in self.over(start, end) for figure in speech.speakers]
