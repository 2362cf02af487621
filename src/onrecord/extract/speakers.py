"""Who a source phrase means: a person, a body, an outlet, or somebody without a name.

Phrases are resolved in the order of the text, since "he added", "the ministry said" and "the statement" go
back to whoever spoke before.
"""

from collections.abc import Sequence

from onrecord.extract.cast import Cast, Figure, figure_of
from onrecord.extract.clause import base, case_of, conjuncts, lemma
from onrecord.extract.names import BODIES, Found
from onrecord.extract.sayings import named_before
from onrecord.extract.turns import FEMALE, MALE, Speaker, Turns, of_figure
from onrecord.extract.utterances import head_of, noun_phrase, tokens_in
from onrecord.knowledge.folding import fold
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

UNNAMED = "unnamed sources"
LONGEST_NAME = 90  # characters of a description that stands as a source's name
OF_THE_HEAD = frozenset(
    {"flat", "appos", "compound", "amod", "nummod", "nsubj", "det", "list", "goeswith", "parataxis"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "two", "three", "four", "five", "six"}
)
HEARSAY = frozenset({"claim", "rumor", "rumour", "allegation", "speculation", "accusation"})
GOVERNING = frozenset({"government", "administration", "regime"})


class Speakers:
    """Resolves source phrases of one text; call in the order of the text."""

    def __init__(self, doc: Doc, cast: Cast, vocab: Vocab, turns: Turns, outlet: str | None = None) -> None:
        """`outlet`: the article's own, which "this newspaper" means."""
        self.doc, self.cast, self.words, self.turns = doc, cast, vocab.words, turns
        self.outlet = outlet

    def of(self, source: Span) -> Speaker | None:
        """Whom the phrase means, or None where it means nobody who could speak."""
        tokens = [t for t in tokens_in(self.doc, source) if not t.is_space]
        while tokens and tokens[0].lower_ in {"according", "to", "as", "by", "from", ",", "per"}:
            tokens = tokens[1:]
        if not tokens:
            return None
        source = Span(tokens[0].idx, source.end)
        head = head_of(tokens)
        if head.pos_ == "PRON" or head.lower_ in MALE | FEMALE:
            return self._pronoun(head, source)
        outlet = self._outlet(tokens, head)
        if outlet is not None:
            return outlet
        return (
            self._titled(tokens)
            or self._name(head, source)
            or self._apposed(tokens, head)
            or self._description(head, source, tokens)
        )

    # pronouns ---------------------------------------------------------------------------------------

    def _pronoun(self, head: Token, source: Span) -> Speaker | None:
        word = head.lower_
        if word in {"i", "we", "me", "us"}:
            return None
        named = named_before(head, self.cast) if word == "who" else None
        if named is not None:
            return self._name(named, source)
        if word in {"who", "which", "that"}:
            figures = self.cast.of(head)
            if len(figures) == 1:
                return self._figure(figures[0], head)
            return self._antecedent(head)
        last = self.turns.last(source.start, word)
        if last is not None:
            return last
        figures = self.cast.of(head)
        if len(figures) == 1:
            return self._figure(figures[0], head)
        if word in {"some", "many", "others", "one", "everyone", "all", "most", "few", "another"}:
            phrase = bare(self.doc.text[source.start : source.end])
            return Speaker((), phrase, UNNAMED, anonymous=True)
        if word in MALE | FEMALE | {"they"}:
            names = " and ".join(figure.name for figure in figures)
            return Speaker(figures, names or word, names or UNNAMED, not names)
        return None

    def _antecedent(self, head: Token) -> Speaker | None:
        """ "the official who said": the noun that the clause hangs on."""
        verb = head.head
        if verb.dep_ not in {"acl:relcl", "acl"} or verb.head == verb or verb.head.pos_ == "PRON":
            return None
        return self.of(noun_phrase(verb.head))

    # names ------------------------------------------------------------------------------------------

    def _name(self, head: Token, source: Span) -> Speaker | None:
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
        return self._figure(figure, head)

    def _body(self, figure: Figure, head: Token, source: Span) -> Speaker:
        """An organisation by the whole phrase ("Russian Foreign Ministry"), or one named in full before."""
        phrase = bare(self.doc.text[source.start : source.end])
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

    def _figure(self, figure: Figure, head: Token) -> Speaker:
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

    def _titled(self, tokens: Sequence[Token]) -> Speaker | None:
        """A person named right behind a title, however long: "head of the committee for trade Jan Berg"."""
        comma = next((i for i, token in enumerate(tokens) if token.text in {",", "("} and i > 3), len(tokens))
        found = self.cast.name_at(tokens[comma - 1])
        if found is None or found.possessive or not self.cast.figure(found).person:
            return None
        start = found.start if found.title_start is None else found.title_start
        before = [token for token in tokens if token.i < start]
        if not before or before[-1].pos_ == "ADP" or before[-1].lower_ in {"'s", "’s", "and", ","}:
            return None
        titles = (self.words["people_titles"] | self.words["heads"]) - self.words["spokespeople"]
        titled = {lemma(before[-1]), *(lemma(token) for token in before[:6] if token.pos_ != "ADP")}
        return of_figure(self.cast.figure(found)) if titled & titles else None

    def _apposed(self, tokens: Sequence[Token], head: Token) -> Speaker | None:
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

    def _outlet(self, tokens: Sequence[Token], head: Token) -> Speaker | None:
        """An outlet named in the phrase, where the rest only says what it is: "French magazine Le Point"."""
        word = lemma(head)
        named = [self.cast.name_at(token) for token in tokens]
        for found in named:
            if found is None:
                continue
            figure = self.cast.figure(found)
            if figure.kind == "outlet" and (
                word in self.words["media"]
                or word in {"report", "account", "story"}
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

    # descriptions -----------------------------------------------------------------------------------

    def _description(self, head: Token, source: Span, tokens: Sequence[Token]) -> Speaker | None:
        word = lemma(head)
        phrase = bare(self.doc.text[source.start : source.end])
        if not phrase:
            return None
        if self.outlet and word in self.words["media"] and any(c.lower_ == "this" for c in head.children):
            return Speaker((), self.outlet, self.outlet)
        if word in self.words["documents"]:
            author = self._author(head, source)
            if author is not None:
                return author
        definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in head.children)
        if definite and word in self.words["media"]:
            back = self.turns.back_to(
                source.start, lambda s: s.figures[0].kind == "outlet" or not s.figures[0].known
            )
            if back is not None:
                return back
        if word in self.words["spokespeople"]:
            return self._spokesperson(head, phrase)
        figures = self.cast.of(head)
        if self._is_anonymous(head, word, definite):
            return Speaker(figures, phrase, UNNAMED, anonymous=True)
        if word in GOVERNING and len(figures) == 1:
            return self._of_state(figures[0], word, phrase)
        known = self.cast.knowledge.named(phrase, BODIES)
        if known and " " in phrase:
            return of_figure(figure_of(known[0]))
        if " " not in phrase and (definite or word == "authority"):
            back = self.turns.back_to(
                source.start, lambda s: word in fold(s.name).split() or self._holds(s, phrase)
            )
            if back is not None:
                return back
        if len(figures) == 1 and not figures[0].plural:
            return self._of_state(figures[0], word, phrase)
        return Speaker(figures, phrase, phrase)

    def _holds(self, speaker: Speaker, title: str) -> bool:
        """Whether a speaker is called by that title in the article, or holds the office."""
        person, office = speaker.person, self.cast.knowledge.title(title)
        if person is None or office is None:
            return False
        if any(f.title == office and self.cast.figure(f).id == person.id for f in self.cast.names):
            return True
        on = self.cast.on
        return on is not None and any(
            held.title == office for held in self.cast.knowledge.offices_on(person.id, on)
        )

    def _of_state(self, figure: Figure, word: str, phrase: str) -> Speaker:
        """ "the Turkish government" is the state; "the Israeli army" keeps its name."""
        if figure.kind != "state" or word in GOVERNING:
            known = figure if figure.kind == "state" or figure.known else None
            return Speaker((figure,), known.name if known else phrase, known.name if known else phrase)
        adjective = self.cast.knowledge.adjective(figure.id)
        if " " not in phrase and adjective:
            return Speaker((figure,), phrase, f"{adjective} {phrase}")
        return Speaker((figure,), phrase, phrase)

    def _author(self, head: Token, source: Span) -> Speaker | None:
        """Whose statement it is: its owner, who issued it, or whoever spoke last."""
        for child in head.children:
            if child.dep_ == "nmod:poss" or (
                base(child) == "nmod" and case_of(child) in {"by", "of", "from"}
            ):
                return self._owner(child)
            if base(child) == "acl":
                agent = next(
                    (c for c in child.children if base(c) == "obl" and case_of(c) in {"by", "from"}), None
                )
                if agent is not None:
                    return self._owner(agent)
            if base(child) in {"compound", "amod"} and self.cast.figure_at(child) is not None:
                found = self.cast.name_at(child)
                if found is not None and not found.adjective:
                    return self._figure(self.cast.figure(found), child)
        if any(c.dep_ == "det" and c.lower_ in DEFINITE for c in head.children) or head.i == head.sent.start:
            if lemma(head) in {"report", "article", "story"}:
                outlet = self.turns.back_to(source.start, lambda s: s.figures[0].kind == "outlet")
                if outlet is not None:
                    return outlet
            return self.turns.back_to(source.start, lambda s: True)
        return None

    def _owner(self, token: Token) -> Speaker | None:
        return self.of(noun_phrase(token))

    def _spokesperson(self, head: Token, phrase: str) -> Speaker:
        """Somebody who speaks for a body: by name where the article gives it, else for the body."""
        sex = {"spokesman": "m", "spokeswoman": "f"}.get(lemma(head))
        bodies = [
            child
            for child in head.children
            if (base(child) == "nmod" and case_of(child) in {"for", "of"})
            or child.dep_ == "nmod:poss"
            or base(child) in {"compound", "amod"}
        ]
        figures = self.cast.all_of(bodies)
        country = figures[0].country if figures else None
        named: dict[str, Figure] = {}
        for found in self.cast.names:
            figure = self.cast.figure(found)
            near = {
                t.lower_
                for t in self.doc[max(found.start - 6, 0) : found.start]
                if t.sent == self.doc[found.start].sent
            }
            if (
                figure.person
                and near & self.words["spokespeople"]
                and (country is None or figure.country in {None, country})
                and (sex is None or figure.gender in {None, sex})
            ):
                named.setdefault(figure.id, figure)
        if len(named) == 1:
            return of_figure(next(iter(named.values())))
        if len(figures) == 1:
            body = next(iter(bodies))
            name = self._figure(figures[0], body).name
            return Speaker(figures, phrase, name)
        return Speaker((), phrase, phrase)

    def _is_anonymous(self, head: Token, word: str, definite: bool) -> bool:
        """Whether nobody is named: sources; one official or a number of them; officials of no named body."""
        if word in HEARSAY or (
            word == "report" and not any(base(c) in {"compound", "amod"} for c in head.children)
        ):
            return True
        if word in self.words["anonymous"]:
            return True
        if word not in self.words["functionaries"]:
            return False
        if any(c.lower_ in INDEFINITE or base(c) == "nummod" for c in head.children):
            return True
        if "Plur" in head.morph.get("Number"):
            return not any(
                base(c) in {"compound", "amod", "nmod"}
                and (c.pos_ == "PROPN" or self.cast.figure_at(c) or c.pos_ == "NOUN")
                for c in head.children
            )
        return not definite or not self.cast.of(head)


def bare(phrase: str) -> str:
    """A description without its article, cut before an aside."""
    words = " ".join(phrase.split())
    for mark in (", ", " (", " – ", " — ", "; "):
        words = words.partition(mark)[0]
    parts = words.split()
    while parts and parts[0].lower() in {"the", "a", "an", "to", "by"}:
        parts = parts[1:]
    return " ".join(parts)[:LONGEST_NAME].rstrip(",;: ")
