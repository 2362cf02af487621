"""The cast of an article: every name, title and description resolved to an actor, or left unresolved.

A `Figure` is one actor as the article knows it. `Cast.of(token)` answers whom a noun phrase means.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.extract.cast.descriptions import Descriptions
from onrecord.extract.cast.discourse import Discourse
from onrecord.extract.cast.figures import Figure, each_once, figure_of
from onrecord.extract.cast.listening import Listener
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.pronouns import Pronouns
from onrecord.extract.cast.tied import tied
from onrecord.extract.clause import base
from onrecord.extract.names import Found
from onrecord.knowledge import Knowledge
from onrecord.records import Actor, Article, Office, Span, TitleUse
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

DIRECTIONS = frozenset({"north", "south", "east", "west", "sea", "channel"})


class Cast:
    """Who is who in one article."""

    def __init__(self, doc: Doc, article: Article, knowledge: Knowledge, vocab: Vocab) -> None:
        self.doc, self.knowledge, self.vocab = doc, knowledge, vocab
        self.named = Named(doc, article, knowledge, vocab)
        self.names, self.on = self.named.names, self.named.on
        self._starts = [found.start for found in self.names]
        discourse = Discourse(self.named)
        self._pronouns = Pronouns(self.named, discourse, self.of)
        self._descriptions = Descriptions(self.named, discourse, self.of)
        self._cache: dict[int, tuple[Figure, ...]] = {}
        self._reached = -1  # up to which token everybody spoken of has been heard
        self._hear_all(discourse)

    # look-ups ---------------------------------------------------------------------------------------

    def name_at(self, token: Token) -> Found | None:
        """The name that covers the token."""
        return self.named.at(token)

    def figure_at(self, token: Token) -> Figure | None:
        """The figure whose name covers the token."""
        return self.named.figure_at(token)

    def figure(self, found: Found) -> Figure:
        """The figure of a name."""
        return self.named.figure(found)

    def state_of(self, token: Token) -> Figure | None:
        """The state or body that modifies a phrase: "the Russian president", "South Korea's army"."""
        return self._descriptions.owners.state_of(token)

    def spoken_of(self, token: Token) -> tuple[Figure, ...]:
        """The one state that is spoken of where a word stands, as "the country" means it; else ()."""
        return self._descriptions.owners.last_state(token)

    def government(self, figure: Figure) -> Figure:
        """The state that a capital stands for where it acts; any other place is left as it is."""
        metonym = self.knowledge.metonym(figure.name)
        return figure if metonym is None else figure_of(metonym[1])

    def of(self, token: Token) -> tuple[Figure, ...]:
        """Whom the noun phrase headed by `token` means; coordinated phrases not included; () when unclear."""
        if token.i in self._cache:
            return self._cache[token.i]
        self._cache[token.i] = ()  # a phrase that refers to itself through a faulty parse
        found = self._resolve(token)
        if token.i <= self._reached:
            self._cache[token.i] = found
        else:  # asked for early: those named in between are not yet heard
            del self._cache[token.i]
        return found

    def _hear_all(self, discourse: Discourse) -> None:
        """Goes through the text once, so that what is said later can refer to whom was spoken of before."""
        listener = Listener(self.named, discourse, self.of)
        for token in self.doc:
            self._reached = token.i
            listener.listen(token)
        self._reached = len(self.doc)

    def listed_with(self, token: Token, least: int = 3) -> tuple[Figure, ...]:
        """The people or states of a list that begins with the one `token` names: "A, President B, and C"; else ().

        `least`: how many there must be; two after "between", elsewhere three.

        Parsers take the commas of long lists of names and titles for appositions; on the page it is plain.
        """
        first = self.named.titled(token) or self.named.at(token)
        if first is None or self.figure(first).kind not in {"person", "state"} or first.adjective:
            return ()
        kind = self.figure(first).kind
        listed, last, closed = [first], first, False
        owner: Found | None = None
        behind = bisect_left(self._starts, first.end)
        for found in self.names[behind:]:
            if found.start < last.end or found.adjective:
                continue
            if kind == "person" and found.possessive and self.figure(found).kind == "state":
                owner = found  # "and Russia's foreign minister Sergei Lavrov"
                continue
            start = found.title_start if found.title_start is not None else found.start
            if owner is not None and owner.end + 1 == start:
                start = owner.start
            between = [word.lower_ for word in self.doc[last.end : min(start, found.start)]]
            joints = {",", "and", "&", ";", "the"}
            if self.figure(found).kind != kind or not between or not set(between) <= joints or closed:
                break
            listed.append(found)
            last, closed = found, "and" in between
        return tuple(self.figure(found) for found in listed) if closed and len(listed) >= least else ()

    def all_of(self, tokens: Iterable[Token]) -> tuple[Figure, ...]:
        """Figures of several phrases, each once, in order."""
        return each_once(self.of, tokens)

    def _resolve(self, token: Token) -> tuple[Figure, ...]:
        titled = self.named.titled(token)
        if titled is not None:
            return (self.figure(titled),)
        own = self.figure_at(token)
        if own is not None and own.kind == "place" and not own.known and token.lower_ in {"north", "south"}:
            return self._descriptions.owners.korea(token.lower_)
        if own is not None and not self._only_modifies(token):
            return (own,)
        if _is_style(token):
            return ()
        if token.pos_ == "PRON" or (token.pos_ == "DET" and token.lower_ in {"his", "her", "their", "its"}):
            return self._pronouns.resolve(token)
        inner = self._named_inside(token)
        if inner is not None:
            return (inner,)
        return self._descriptions.resolve(token) or tied(
            token, self._descriptions.owners, self.of, self.vocab
        )

    def _only_modifies(self, token: Token) -> bool:
        """Whether a name inside the phrase is just an adjective or a part: "Russian", "the Kyiv mayor"."""
        found = self.named.at(token)
        return found is not None and found.adjective and token.pos_ == "ADJ" and base(token) == "amod"

    def _named_inside(self, token: Token) -> Figure | None:
        """The name that a title or a common noun is given in the same phrase."""
        for child in token.children:
            if base(child) in {"flat", "appos"} or (base(child) == "compound" and child.i > token.i):
                figure = self.figure_at(child)
                bracketed = self.doc[child.i - 1].text == "(" and token.pos_ == "NOUN"
                found = self.named.at(child)
                if figure is not None and found is not None and not found.adjective and not bracketed:
                    return figure
        for child in token.children:
            if base(child) == "appos" and self.doc[child.left_edge.i - 1].text != "(":
                inner = self.of(child)
                if len(inner) == 1:
                    return inner[0]
        # "US Secretary of State Marco Rubio": the name hangs on a part of the title
        right = self.doc[token.i + 1 : min(token.i + 6, len(self.doc))]
        for part in right:
            if part.pos_ in {"VERB", "AUX", "PUNCT"}:
                break
            figure = self.figure_at(part)
            if figure is not None and figure.person and token in self._titles_before(part):
                return figure
        return None

    def _titles_before(self, token: Token) -> Sequence[Token]:
        found = self.named.at(token)
        return () if found is None or found.title_start is None else self.doc[found.title_start : found.start]

    # results ----------------------------------------------------------------------------------------

    def actors(self) -> tuple[Actor, ...]:
        """Every figure with all mentions of it, in order of first mention."""
        mentions: dict[str, list[Span]] = {}
        figures: dict[str, Figure] = {}
        named: set[tuple[str, int]] = set()
        for found in self.names:
            figure = self.figure(found)
            if figure.kind == "place" and not figure.known and figure.name.lower() in DIRECTIONS:
                continue
            figures.setdefault(figure.id, figure)
            mentions.setdefault(figure.id, []).append(found.span(self.doc))
            named.update((figure.id, index) for index in range(found.start, found.end))
        for index, resolved in sorted(self._cache.items()):
            token = self.doc[index]
            for figure in resolved:
                figures.setdefault(figure.id, figure)
                spans = mentions.setdefault(figure.id, [])
                if (figure.id, index) not in named:
                    spans.append(Span(token.idx, token.idx + len(token)))
        return tuple(
            Actor(
                figure.id,
                figure.name,
                figure.kind,
                figure.country,
                self._offices(figure),
                tuple(sorted(mentions[key])),
            )
            for key, figure in figures.items()
        )

    def _offices(self, figure: Figure) -> tuple[Office, ...]:
        if not figure.person or not figure.known or self.on is None:
            return ()
        return self.knowledge.offices_on(figure.id, self.on)

    def titles(self) -> tuple[TitleUse, ...]:
        """Every person's name with the title it is given, for the checks."""
        return tuple(
            TitleUse(
                span=Span(
                    self.doc[found.title_start if found.title_start is not None else found.start].idx,
                    found.span(self.doc).end,
                ),
                name_span=found.span(self.doc),
                name=found.text,
                actor=self.figure(found).id if self.figure(found).known else None,
                title=found.title,
                of=found.title_of,
                past=found.past,
                quoted=found.quoted,
            )
            for found, _ in self.named.people
        )


def _is_style(token: Token) -> bool:
    """Whether "HE" is short for "His Excellency": "HE Minister of State Dr. Mohammed"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.text in {"HE", "HH", "HM"} and following is not None and following.is_title
