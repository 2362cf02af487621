"""Who has been spoken of so far, and how much each is before the reader's mind.

Every name, title and pronoun that was resolved leaves a `Heard`. Whoever is a subject, was named a short while
ago or is spoken of again and again is the likelier to be meant by the next "he": the salience of Lappin and
Leass (Computational Linguistics 20, 1994), with weights set on news and biographies.
"""

from collections.abc import Callable, Iterator

import msgspec

from onrecord.extract.cast.figures import Figure
from onrecord.extract.cast.named import Named
from onrecord.extract.clause import NAME_PARTS, base
from onrecord.records.parse import Token

WINDOW = 4  # sentences back in which somebody may be meant by a pronoun
FADING = 0.5  # what is left of a mention's weight a sentence later
SOMEBODY = "?"  # begins the id of one whom the text does not name: he too may be meant by "he"
ROLES = {"nsubj": 1.0, "obj": 0.6, "iobj": 0.6, "obl": 0.5, "nmod": 0.4, "root": 0.7}
OTHER_ROLE = 0.4


class Heard(msgspec.Struct, frozen=True):
    """A mention that has been read: its head, whom it means, its sentence's number, the weight of its place."""

    token: int
    figures: tuple[Figure, ...]
    sentence: int
    weight: float
    pronoun: bool = False


class Discourse:
    """The mentions of one article in the order in which they were read."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self.heard: list[Heard] = []

    def hear(self, token: Token, figures: tuple[Figure, ...], pronoun: bool = False) -> None:
        """Keep in mind that a phrase headed by `token` means `figures`."""
        self.heard.append(
            Heard(token.i, figures, self.named.sentence_number(token), weight_of(token), pronoun)
        )

    def before(self, token: Token, window: int = WINDOW) -> Iterator[Heard]:
        """What was heard before a word of those who have names, the last first, at most `window` sentences back."""
        return (
            h for h in self._before(token, window) if not any(f.id.startswith(SOMEBODY) for f in h.figures)
        )

    def _before(self, token: Token, window: int) -> Iterator[Heard]:
        sentence = self.named.sentence_number(token)
        for item in reversed(self.heard):
            if item.token >= token.i:
                continue
            if sentence - item.sentence > window:
                return
            yield item

    def salience(
        self, token: Token, fits: Callable[[Figure], bool], window: int = WINDOW
    ) -> dict[str, float]:
        """How much each single figure that fits is in mind at a word, by id."""
        sentence = self.named.sentence_number(token)
        best: dict[tuple[str, int], float] = {}
        for item in self._before(token, window):
            if len(item.figures) != 1 or not fits(item.figures[0]):
                continue
            key = (item.figures[0].id, item.sentence)
            best[key] = max(best.get(key, 0.0), item.weight)
        total: dict[str, float] = {}
        for (who, where), weight in best.items():
            total[who] = total.get(who, 0.0) + weight * FADING ** (sentence - where)
        return total

    def foremost(self, token: Token, fits: Callable[[Figure], bool], window: int = WINDOW) -> Figure | None:
        """The single figure most in mind of those who fit; None where there is none, or one without a name."""
        ranked = self.salience(token, fits, window)
        who = max(ranked, key=lambda key: (ranked[key], key), default=None)
        if who is None or who.startswith(SOMEBODY):
            return None
        return next(
            item.figures[0]
            for item in self.before(token, window)
            if len(item.figures) == 1 and item.figures[0].id == who
        )


def weight_of(token: Token) -> float:
    """How much the place of a phrase in its clause puts it before the reader's mind."""
    node, less = token, 1.0
    for _ in range(10):
        if base(node) in NAME_PARTS or base(node) == "appos":
            node = node.head
        elif base(node) == "conj" and node.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            node, less = node.head, less * 0.9
        else:
            break
    if node.dep_ == "nmod:poss":
        return 0.45 * less
    return ROLES.get(base(node), OTHER_ROLE) * less
