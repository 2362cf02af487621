"""Source phrases that describe: "a senior official", "the ministry", "their statement", "a spokesman for the army"."""

from collections.abc import Callable, Sequence

from onrecord.extract.cast import Cast, Figure, figure_of
from onrecord.extract.clause import NOUN_PARTS, base, case_of, lemma
from onrecord.extract.names import BODIES
from onrecord.extract.turns import Speaker, Turns, of_figure
from onrecord.knowledge.folding import fold
from onrecord.records import Span
from onrecord.records.actor import Entity
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

UNNAMED = "unnamed sources"
LONGEST_NAME = 90  # characters of a description that stands as a source's name
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "two", "three", "four", "five", "six"}
)
HEARSAY = frozenset({"claim", "rumor", "rumour", "allegation", "speculation", "accusation"})
GOVERNING = frozenset({"government", "administration", "regime"})


class Descriptions:
    """Resolves the source phrases of one text that name nobody."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        vocab: Vocab,
        turns: Turns,
        outlet: str | None,
        owner: Callable[[Token], Speaker | None],
        figure: Callable[[Figure, Token], Speaker],
    ) -> None:
        """`outlet`: the article's own; `owner` resolves the one behind a statement, `figure` one who is named."""
        self.doc, self.cast, self.words, self.turns, self.outlet = doc, cast, vocab.words, turns, outlet
        self._owner, self._figure = owner, figure

    def speaker(self, head: Token, source: Span) -> Speaker | None:
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
        if word == "report" and (media := self._media_behind(phrase)):
            return Speaker(self.cast.of(head), media, media)
        if word in self.words["spokespeople"]:
            return self._spokesperson(head, phrase)
        figures = self.cast.of(head)
        if definite and word in self.words["functionaries"] and "Sing" in head.morph.get("Number"):
            back = self.turns.who_spoke(source.start, word)
            if back is not None:
                return back
        if self._is_anonymous(head, word, definite):
            return Speaker(figures, phrase, UNNAMED, anonymous=True)
        if word in GOVERNING and len(figures) == 1:
            return self._of_state(figures[0], word, phrase)
        known = self.cast.knowledge.named(phrase, BODIES) or self._of_owner(head)
        if known and " " in phrase:
            return of_figure(figure_of(known[0]))
        if " " not in phrase and (definite or word == "authority"):
            back = self.turns.back_to(
                source.start, lambda s: word in fold(s.name).split() or self._holds(s, phrase)
            )
            if back is not None:
                return back
        elif definite:
            body = self._fuller(phrase, source.start) or self._of_subject(head, word, phrase)
            if body is not None:
                return body
        if len(figures) == 1 and not figures[0].plural:
            return self._of_state(figures[0], word, phrase)
        return Speaker(figures, phrase, phrase)

    def _of_owner(self, head: Token) -> Sequence[Entity]:
        """ "Its foreign ministry", "Moscow's defence ministry": the body by its state's adjective."""
        owner = next((child for child in head.children if child.dep_ == "nmod:poss"), None)
        figures = self.cast.of(owner) if owner is not None else ()
        if owner is None or len(figures) != 1:
            return ()
        figure = figures[0]
        state = self.cast.government(figure) if figure.kind == "place" else figure
        adjective = self.cast.knowledge.adjective(state.id) if state.kind == "state" else None
        rest = " ".join(token.text for token in self.doc[owner.right_edge.i + 1 : head.i + 1])
        return self.cast.knowledge.named(f"{adjective} {rest}", BODIES) if adjective else ()

    def _fuller(self, phrase: str, position: int) -> Speaker | None:
        """ "The coast guard", after "the Philippine coast guard": the body that spoke last by a name that ends so."""
        short = fold(phrase)
        return self.turns.back_to(
            position, lambda s: fold(s.name).endswith(f" {short}") and not s.figures[0].person
        )

    def _of_subject(self, head: Token, word: str, phrase: str) -> Speaker | None:
        """ "Russia condemns the coup, the foreign ministry said": the body of the state that the sentence is about."""
        subject = next((t for t in head.sent if t.i < head.i and base(t) == "nsubj"), None)
        figure = self.cast.figure_at(subject) if subject is not None else None
        if figure is None or figure.kind != "state" or word not in self.words["institutions"]:
            return None
        adjective = self.cast.knowledge.adjective(figure.id)
        known = self.cast.knowledge.named(f"{adjective} {phrase}", BODIES) if adjective else ()
        return of_figure(figure_of(known[0])) if known else None

    def _media_behind(self, phrase: str) -> str:
        """ "Turkish media reports": those who report, where more than "media" is said of them."""
        *who, last = phrase.split()
        told = len(who) > 1 and last.lower() == "reports" and who[-1].lower() in self.words["media"]
        return " ".join(who) if told and who[-2][:1].isupper() else ""

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

    def _is_only_where(self, word: Token) -> bool:
        """Whether a word behind "officials" only says where they are: "in Berlin and Oslo"."""
        found = self.cast.name_at(word)
        own = found.own if found is not None else None
        return case_of(word) in {"in", "at"} and own is not None and own.kind == "place"

    def _is_anonymous(self, head: Token, word: str, definite: bool) -> bool:
        """Whether nobody is named: sources; one official or a number of them; officials of no named body."""
        parts = [c for c in head.children if base(c) in NOUN_PARTS]
        if word in {"member", "representative"} and any(c.lower_ in INDEFINITE for c in head.children):
            return True
        if word in HEARSAY or (
            word == "report" and not any(c.pos_ in {"NOUN", "PROPN"} or self.cast.figure_at(c) for c in parts)
        ):
            return True
        if word in {"one", "two", "three", "some", "several", "many"} and any(
            lemma(c) in self.words["anonymous"] | self.words["functionaries"] for c in parts
        ):
            return True  # "one of the people", "two of the officials"
        if word in self.words["anonymous"]:
            return True
        if word not in self.words["functionaries"]:
            return False
        if any(c.lower_ in INDEFINITE or base(c) == "nummod" for c in head.children):
            return True
        if "Plur" in head.morph.get("Number"):
            return not any(
                base(c) in NOUN_PARTS
                and not self._is_only_where(c)
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
