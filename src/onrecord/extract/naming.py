"""Source phrases that hold a name: "President Jan Berg", "Russian Foreign Ministry", "French magazine Le Point"."""

from collections.abc import Sequence

from onrecord.extract.cast import Cast, Figure, figure_of
from onrecord.extract.clause import base, case_of, conjuncts, lemma
from onrecord.extract.descriptions import bare
from onrecord.extract.names import BODIES, Found
from onrecord.extract.turns import Speaker, Turns, of_figure
from onrecord.knowledge.folding import fold
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

OF_THE_HEAD = frozenset(
    {"flat", "appos", "compound", "amod", "nummod", "nsubj", "det", "list", "goeswith", "parataxis"}
)


class NamedSpeakers:
    """Resolves the source phrases of one text that hold a name."""

    def __init__(self, doc: Doc, cast: Cast, vocab: Vocab, turns: Turns) -> None:
        self.doc, self.cast, self.words, self.turns = doc, cast, vocab.words, turns

    def name(self, head: Token, source: Span) -> Speaker | None:
        """The head is itself a name."""
        found = self.cast.name_at(head)
        figure = self.cast.figure_at(head)
        if found is None or figure is None or (found.adjective and head.pos_ == "ADJ"):
            return None
        if head.pos_ == "NOUN" and figure.kind == "state" and found.end - found.start == 1:
            return None
        if found.own is not None and found.own.kind != "place":
            return Speaker((figure,), found.own.name, found.own.name)
        if len(list(conjuncts(head))) > 1:
            return self._several(head, source)
        if not figure.person and figure.kind not in {"state", "outlet"}:
            owner = next((c for c in head.children if c.dep_ == "nmod:poss"), None)
            state = self.cast.figure_at(owner) if owner is not None else None
            if state is not None and state.kind == "state" and figure.country != state.country:
                phrase = bare(self.doc.text[source.start : source.end])
                return Speaker((state,), phrase, phrase)
            if not figure.known:
                return self._body(figure, head, source)
        return self.figure(figure, head)

    def _body(self, figure: Figure, head: Token, source: Span) -> Speaker:
        """An organisation by the whole phrase ("Russian Foreign Ministry"), or one named in full before."""
        phrase = bare(self.doc.text[source.start : source.end])
        alone = fold(phrase) == fold(bare(figure.name))  # where names are read it meant nobody known
        if alone:
            return of_figure(figure, bare(figure.name))
        known = self.cast.knowledge.named(phrase, BODIES)
        if known:
            return of_figure(figure_of(known[0]))
        words = set(fold(figure.name).split())
        longer = self.turns.back_to(
            source.start, lambda s: not s.figures[0].person and words < set(fold(s.name).split())
        )
        if longer is not None:
            return longer
        state = self.cast.state_of(head)
        return of_figure(figure, phrase if state is not None and state.kind == "state" else None)

    def figure(self, figure: Figure, head: Token) -> Speaker:
        found = self.cast.name_at(head)
        if found is not None and found.own is not None and found.own.kind != "place":
            return Speaker((figure,), found.own.name, found.own.name)
        if figure.kind == "place":
            figure = self.cast.government(figure)
        return of_figure(figure)

    def _several(self, head: Token, source: Span) -> Speaker:
        figures = self.cast.all_of(conjuncts(head))
        phrase = bare(self.doc.text[source.start : source.end])
        names = " and ".join(figure.name for figure in figures)
        return Speaker(figures, phrase, names or phrase)

    def titled(self, tokens: Sequence[Token]) -> Speaker | None:
        """A person named right behind a title, however long: "head of the committee for trade Jan Berg".

        Or as an aside to it: "Norland's chief of defence, General Jan Berg".
        """
        aside = self._aside(tokens)
        if aside is not None:
            return of_figure(aside)
        comma = next((i for i, token in enumerate(tokens) if token.text in {",", "("} and i > 3), len(tokens))
        found = self.cast.name_at(tokens[comma - 1])
        if found is None or found.possessive or not self.cast.figure(found).person:
            return None
        start = found.start if found.title_start is None else found.title_start
        before = [token for token in tokens if token.i < start]
        if not before:
            return of_figure(self.cast.figure(found))  # all of it is his title and name
        if before[-1].pos_ == "ADP" or before[-1].lower_ in {"'s", "’s", "and", ","}:
            return None
        titles = (self.words["people_titles"] | self.words["heads"]) - self.words["spokespeople"]
        titled = {lemma(before[-1]), *(lemma(token) for token in before[:6] if token.pos_ != "ADP")}
        return of_figure(self.cast.figure(found)) if titled & titles else None

    def _aside(self, tokens: Sequence[Token]) -> Figure | None:
        """The one person of the phrase whose name and title are all that stands behind one of its commas."""
        people = {f.id: f for t in tokens if (f := self.cast.figure_at(t)) is not None and f.person}
        commas = [token.i for token in tokens if token.text == ","]
        for at in commas if len(people) == 1 else []:
            found = self.cast.name_at(self.doc[at + 1])
            start = at + 1
            if found is None:  # a title that belongs to the name
                named = (self.cast.name_at(token) for token in tokens)
                found = next((one for one in named if one is not None and one.title_start == start), None)
            whole = found is not None and not found.possessive and tokens[-1].i < found.end + 1
            if found is not None and whole and self.cast.figure(found).person:
                return self.cast.figure(found)
        return None

    def behind(self, tokens: Sequence[Token], head: Token) -> Speaker | None:
        """ "The head of the delegation[, Jan Berg], said": the person named right behind a title, past its comma."""
        at = tokens[-1].i + 2
        titles = self.words["people_titles"] | self.words["heads"] | self.words["spokespeople"]
        if at >= len(self.doc) or self.doc[at - 1].text != "," or lemma(head) not in titles:
            return None
        for token in self.doc[at : at + 5]:
            found = self.cast.name_at(token)
            if found is None or found.possessive or not self.cast.figure(found).person:
                continue
            start = found.start if found.title_start is None else found.title_start
            stands_alone = found.end < len(self.doc) and self.doc[found.end].is_punct
            return of_figure(self.cast.figure(found)) if start == at and stands_alone else None
        return None

    def apposed(self, tokens: Sequence[Token], head: Token) -> Speaker | None:
        """A person who is named with the title or description that heads the phrase."""
        people: dict[str, Figure] = {}
        for token in tokens:
            found = self.cast.name_at(token)
            if found is None or found.possessive:
                continue
            figure = self.cast.figure(found)
            if figure.person and self._of_head(self.doc[found.head], head, tokens):
                people.setdefault(figure.id, figure)
        if len(people) == 1:
            return of_figure(next(iter(people.values())))
        figures = self.cast.of(head)
        if len(figures) == 1 and figures[0].person:
            return of_figure(figures[0])
        return None

    def _of_head(self, name: Token, head: Token, tokens: Sequence[Token]) -> bool:
        node = name
        for _ in range(6):
            if node == head or node.i < tokens[0].i or node.i > tokens[-1].i:
                return True
            if base(node) not in OF_THE_HEAD or case_of(node):
                return False
            node = node.head
        return False

    def outlet(self, tokens: Sequence[Token], head: Token) -> Speaker | None:
        """An outlet named in the phrase, where the rest only says what it is: "French magazine Le Point"."""
        word = lemma(head)
        named = [self.cast.name_at(token) for token in tokens]
        for found in named:
            if found is None:
                continue
            figure = self.cast.figure(found)
            if figure.kind == "outlet" and (
                word in self.words["media"]
                or word in self.words["of_outlets"]
                or any(lemma(t) in self.words["media"] for t in tokens if t.i == found.end or t == tokens[-1])
                or found.start <= head.i < found.end
            ):
                return of_figure(figure)
        if word in self.words["media"] and head.pos_ in {"NOUN", "PROPN"}:
            for found in named:
                if found is not None and self._stands_as_name(found, head):
                    return of_figure(self.cast.figure(found))
        return None

    def _stands_as_name(self, found: Found, head: Token) -> bool:
        """An unknown name beside "newspaper" or "agency": "the weekly Kontur", "the Meridian news agency"."""
        figure = self.cast.figure(found)
        name = self.doc[found.head]
        return (
            figure.kind in {"organisation", "company", "person"}
            and not found.adjective
            and not found.possessive
            and base(name) in {"appos", "flat", "compound", "nsubj"}
            and (name.head == head or name == head)
        )
