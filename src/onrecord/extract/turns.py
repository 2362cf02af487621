"""Who has spoken so far: what "he said", "the ministry" and "the statement" go back to."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import BESIDE_NAMES, base
from onrecord.records import Span
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

STOPS = re.compile(r"[.?!] |[.”\"]\n")
REMEMBERED = 3  # sentences over which "he said" goes back to the last speaker
MALE, FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks. `name` is put on record, `origin` stands in a claim's chain, `figures` is who he is."""

    figures: tuple[Figure, ...]
    name: str
    origin: str
    anonymous: bool = False

    @property
    def person(self) -> Figure | None:
        """The one person who speaks."""
        return self.figures[0] if len(self.figures) == 1 and self.figures[0].person else None


class Spoken(msgspec.Struct, frozen=True):
    """A speaker who has spoken, and up to which character."""

    speaker: Speaker
    end: int


def of_figure(figure: Figure, name: str | None = None) -> Speaker:
    """One known actor as speaker."""
    return Speaker((figure,), name or figure.name, name or figure.name)


class Turns:
    """The speakers of one text in the order in which they speak."""

    def __init__(self, doc: Doc, cast: Cast, vocab: Vocab, spoken: Sequence[Span]) -> None:
        """`spoken`: everything that is somebody's words, in which names are no candidates for "he said"."""
        self.doc, self.cast, self.words = doc, cast, vocab.words
        self.spoken = sorted(spoken)
        self._stops = [match.start() for match in STOPS.finditer(doc.text)]
        self.before: list[Spoken] = []

    def remember(self, speaker: Speaker, end: int) -> None:
        """Adds a speaker to those whom a later phrase may go back to."""
        self.before.append(Spoken(speaker, end))

    def last(self, position: int, word: str) -> Speaker | None:
        """The last speaker whom the pronoun fits, where nobody else has come up since."""
        for spoken in reversed(self.before):
            if self._sentences_between(spoken.end, position) > REMEMBERED:
                return None
            speaker, person = spoken.speaker, spoken.speaker.person
            if word in MALE | FEMALE:
                fits = person is not None and person.gender != ("f" if word in MALE else "m")
                described = not speaker.figures and self._described_person(speaker.name)
                if (fits or described) and not self._came_up(
                    spoken.end, position, word, person.id if person else None
                ):
                    return speaker
                if fits:
                    return None
            elif word == "it":
                if (
                    person is None
                    and speaker.figures
                    and not speaker.anonymous
                    and not speaker.figures[0].plural
                ):
                    return speaker
            elif word in {"they", "them"}:
                plural = len(speaker.figures) > 1 or (
                    not speaker.figures and speaker.name.split()[-1:][0:1] != []
                )
                if plural and person is None and (not speaker.figures or speaker.figures[0].plural):
                    return speaker
        return None

    def _described_person(self, name: str) -> bool:
        titles = self.words["spokespeople"] | self.words["people_titles"]
        return name.lower().split()[-1] in titles

    def _came_up(self, start: int, end: int, word: str, speaker: str | None) -> bool:
        """Whether another person of that sex was subject in between, outside what is said."""
        for found in self.cast.names:
            figure = self.cast.figure(found)
            spot = self.doc[found.head]
            if (
                not figure.person
                or not start < spot.idx < end
                or figure.gender == ("f" if word in MALE else "m")
            ):
                continue
            if any(part.start <= spot.idx < part.end for part in self.spoken) or figure.id == speaker:
                continue
            top = spot
            while base(top) in BESIDE_NAMES and top.head != top:
                top = top.head
            if base(top) == "nsubj":
                return True
        return False

    def who_spoke(self, position: int, word: str) -> Speaker | None:
        """ "The diplomat said": the last who spoke, where he is a person or was called so."""
        for spoken in reversed(self.before):
            if self._sentences_between(spoken.end, position) > REMEMBERED:
                return None
            named = word in spoken.speaker.name.lower().split()
            if named or (spoken.speaker.person is not None and not spoken.speaker.anonymous):
                return spoken.speaker
            return None
        return None

    def back_to(self, position: int, fits: Callable[[Speaker], bool]) -> Speaker | None:
        for spoken in reversed(self.before):
            speaker = spoken.speaker
            if self._sentences_between(spoken.end, position) > 2 * REMEMBERED:
                return None
            if speaker.figures and not speaker.anonymous and fits(speaker):
                return speaker
        return None

    def _sentences_between(self, start: int, end: int) -> int:
        return max(0, bisect_left(self._stops, end - 1) - bisect_left(self._stops, start))
