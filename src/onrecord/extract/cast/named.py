"""The names of one article with the figure each means, and where they stand."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from onrecord.extract.cast.figures import Figure, figure_of
from onrecord.extract.cast.genders import Gender, gender_of
from onrecord.extract.cast.strangers import strangers
from onrecord.extract.clause import NAME_PARTS, base, lemma
from onrecord.extract.names import Found, find_names
from onrecord.knowledge import Knowledge
from onrecord.records import Article
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab


class Named:
    """Every name of an article, resolved as of the article's day."""

    def __init__(self, doc: Doc, article: Article, knowledge: Knowledge, vocab: Vocab) -> None:
        self.doc, self.knowledge, self.vocab = doc, knowledge, vocab
        self.on = day_of(article)
        self.days = days_of(article)
        self.names: tuple[Found, ...] = find_names(doc, knowledge, vocab, self.on)
        self._at: dict[int, Found] = {
            index: found for found in self.names for index in range(found.start, found.end)
        }
        self._figures = self._gendered(
            strangers(doc, self.names)
            | {
                (found.start, found.end): figure_of(found.entity)
                for found in self.names
                if found.entity is not None
            }
        )
        self._titled: dict[int, Found] = {
            index: found
            for found in self.names
            if found.title_start is not None
            for index in range(found.title_start, found.start)
        }
        self.people = [(found, self.figure(found)) for found in self.names if self.figure(found).person]
        self._described = self._descriptions()
        self._numbers = {sentence.start: number for number, sentence in enumerate(doc.sents)}

    def _gendered(self, figures: dict[tuple[int, int], Figure]) -> dict[tuple[int, int], Figure]:
        """The figures, with the gender that any of their mentions tells."""
        told: dict[str, Gender] = {}
        for found in self.names:
            figure = figures[found.start, found.end]
            if figure.person and figure.gender is None and figure.id not in told:
                gender = gender_of(found, self.doc, self.knowledge, self.vocab)
                if gender is not None:
                    told[figure.id] = gender
        return {
            key: msgspec.structs.replace(figure, gender=told[figure.id]) if figure.id in told else figure
            for key, figure in figures.items()
        }

    def at(self, token: Token) -> Found | None:
        """The name that covers the token."""
        return self._at.get(token.i)

    def titled(self, token: Token) -> Found | None:
        """The name whose title covers the token."""
        return self._titled.get(token.i)

    def figure(self, found: Found) -> Figure:
        """The figure of a name."""
        return self._figures[found.start, found.end]

    def figure_at(self, token: Token) -> Figure | None:
        """The figure whose name covers the token."""
        found = self._at.get(token.i)
        return None if found is None else self.figure(found)

    def states(self) -> Iterable[tuple[Found, Figure]]:
        """The states named, with the words that name them."""
        return ((found, self.figure(found)) for found in self.names if self.figure(found).kind == "state")

    def state(self, country: str | None) -> Figure | None:
        """The state of an ISO 3166-1 alpha-2 code."""
        entity = self.knowledge.country(country) if country else None
        return None if entity is None else figure_of(entity)

    def as_state(self, figure: Figure) -> tuple[Figure, ...]:
        """The state that a figure belongs to, if any."""
        state = self.state(figure.country)
        return () if state is None else (state,)

    def described(self, figure: Figure) -> frozenset[str]:
        """The nouns (lemmas) that the text calls somebody by beside his name: "official", "general"."""
        return frozenset(self._described.get(figure.id, ()))

    def _descriptions(self) -> dict[str, set[str]]:
        described: dict[str, set[str]] = {}
        for found, figure in self.people:
            words = described.setdefault(figure.id, set())
            if found.title_start is not None:
                words |= {lemma(word) for word in self.doc[found.title_start : found.start]}
            node = self.doc[found.head]
            while base(node) in NAME_PARTS and node.head != node:
                node = node.head
                words.add(lemma(node))
            words |= {lemma(child) for child in node.children if base(child) == "appos"}
            if base(node) == "appos" and node.head.pos_ == "NOUN":
                words.add(lemma(node.head))
        return described

    def home(self) -> Figure | None:
        """The state that an article is most about: named thrice at least, and twice as often as any other."""
        counted = Counter(figure.id for _, figure in self.states())
        (first, most), (_, next_most) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
        if most < 3 or most < 2 * next_most:
            return None
        return next(figure for _, figure in self.states() if figure.id == first)

    def sentence_number(self, token: Token) -> int:
        """Which sentence of the text a token stands in, from 0."""
        return self._numbers[token.sent.start]


LATEST = "2025-10-01"
"""For articles that may be as young as one likes: the day to which all tables of offices are complete."""


def days_of(article: Article) -> tuple[str | None, ...]:
    """The days at both ends of what dates an article."""
    if article.published is not None or article.dated_between is None:
        return (day_of(article),)
    start, end = article.dated_between
    return tuple(day for day in (start or end, end or LATEST) if day)


def day_of(article: Article) -> str | None:
    """The day at which offices are looked up: publication, else the later bound, else the earlier."""
    if article.published is not None:
        return article.published if len(article.published) == 10 else f"{article.published[:7]}-15"[:10]
    if article.dated_between is not None:
        return article.dated_between[1] or article.dated_between[0]
    return None
