"""The cast of an article: every name, title and description resolved to an actor, or left unresolved.

A `Figure` is one actor as the article knows it. `Cast.of(token)` answers whom a noun phrase means.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec
from spacy.tokens import Doc, Token

from onrecord.extract.clause import NAME_PARTS, base, case_of, conjuncts, lemma
from onrecord.extract.names import Found, find_names
from onrecord.knowledge import Knowledge
from onrecord.records import Actor, Article, Entity, Office, Span, TitleUse
from onrecord.records.actor import ActorKind
from onrecord.records.ids import make_id
from onrecord.vocab import Vocab

BODY_WORDS = frozenset({"parliament", "cabinet", "senate", "congress", "legislature", "assembly", "court"})
TIED = frozenset(
    {
        "flagged",
        "owned",
        "registered",
        "based",
        "born",
        "led",
        "backed",
        "made",
        "run",
        "funded",
        "trained",
        "speaking",
    }
)
LEADERS = frozenset(
    {
        "president",
        "prime minister",
        "chancellor",
        "king",
        "emir",
        "sultan",
        "supreme leader",
        "foreign minister",
        "leader",
        "crown prince",
    }
    | {"defence minister", "secretary-general", "general secretary", "queen", "pope", "vice president"}
)
SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# "summoned the Russian ambassador": where the bearer is not known, the state that sent him
ENVOYS = frozenset({"ambassador", "chargé", "consul", "attaché", "nuncio"})
MAX_PHRASE = 60  # characters of a description that can name a group


class Figure(msgspec.Struct, frozen=True):
    """An actor as an article knows it. `plural` for groups ("Baltic allies"); `known` when in the knowledge base."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    known: bool = True

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == "person"


def figure_of(entity: Entity) -> Figure:
    """The figure of an entry of the knowledge base."""
    return Figure(entity.id, entity.name, entity.kind, entity.country, entity.gender)


def local_figure(name: str, kind: ActorKind, country: str | None, plural: bool = False) -> Figure:
    """A figure that the knowledge base does not know: its id depends on name, kind and country only."""
    return Figure(make_id("act", name.casefold(), kind, country), name, kind, country, None, plural, False)


class Cast:
    """Who is who in one article."""

    def __init__(self, doc: Doc, article: Article, knowledge: Knowledge, vocab: Vocab) -> None:
        self.doc, self.knowledge, self.vocab = doc, knowledge, vocab
        self.on = day_of(article)
        self.names: tuple[Found, ...] = find_names(doc, knowledge, vocab, self.on)
        self._at: dict[int, Found] = {}
        for found in self.names:
            for index in range(found.start, found.end):
                self._at[index] = found
        self._figures: dict[tuple[int, int], Figure] = {
            (found.start, found.end): self._figure(found) for found in self.names
        }
        self._titled: dict[int, Found] = {
            index: found
            for found in self.names
            if found.title_start is not None
            for index in range(found.title_start, found.start)
        }
        self._cache: dict[int, tuple[Figure, ...]] = {}
        self._people = [
            (found, self._figures[found.start, found.end])
            for found in self.names
            if self._figures[found.start, found.end].person
        ]

    def _figure(self, found: Found) -> Figure:
        if found.entity is not None:
            return figure_of(found.entity)
        return local_figure(found.name, found.kind, found.country)

    # look-ups ---------------------------------------------------------------------------------------

    def name_at(self, token: Token) -> Found | None:
        """The name that covers the token."""
        return self._at.get(token.i)

    def figure_at(self, token: Token) -> Figure | None:
        """The figure whose name covers the token."""
        found = self._at.get(token.i)
        return None if found is None else self._figures[found.start, found.end]

    def figure(self, found: Found) -> Figure:
        """The figure of a name."""
        return self._figures[found.start, found.end]

    def of(self, token: Token) -> tuple[Figure, ...]:
        """Whom the noun phrase headed by `token` means; coordinated phrases not included; () when unclear."""
        if token.i not in self._cache:
            self._cache[token.i] = ()  # a phrase that refers to itself through a faulty parse
            self._cache[token.i] = self._resolve(token)
        return self._cache[token.i]

    def listed_with(self, token: Token, least: int = 3) -> tuple[Figure, ...]:
        """The people or states of a list that begins with the one `token` names: "A, President B, and C"; else ().

        `least`: how many there must be; two after "between", elsewhere three.

        Parsers take the commas of long lists of names and titles for appositions; on the page it is plain.
        """
        first = self._titled.get(token.i) or self._at.get(token.i)
        if first is None or self.figure(first).kind not in {"person", "state"} or first.adjective:
            return ()
        kind = self.figure(first).kind
        listed, last, closed = [first], first, False
        for found in self.names:
            if found.start < last.end or found.adjective:
                continue
            start = found.title_start if found.title_start is not None else found.start
            between = [word.lower_ for word in self.doc[last.end : min(start, found.start)]]
            joints = {",", "and", "&", ";", "the"}
            if self.figure(found).kind != kind or not between or not set(between) <= joints or closed:
                break
            listed.append(found)
            last, closed = found, "and" in between
        return tuple(self.figure(found) for found in listed) if closed and len(listed) >= least else ()

    def all_of(self, tokens: Iterable[Token]) -> tuple[Figure, ...]:
        """Figures of several phrases, each once, in order."""
        seen: dict[str, Figure] = {}
        for token in tokens:
            for part in self.of(token):
                seen.setdefault(part.id, part)
        return tuple(seen.values())

    def _resolve(self, token: Token) -> tuple[Figure, ...]:
        titled = self._titled.get(token.i)
        if titled is not None:
            return (self.figure(titled),)
        own = self.figure_at(token)
        if own is not None and own.kind == "place" and not own.known and token.lower_ in {"north", "south"}:
            return self._korea(token.lower_)
        if own is not None and not self._only_modifies(token, own):
            return (own,)
        if token.pos_ == "PRON" or (token.pos_ == "DET" and token.lower_ in {"his", "her", "their", "its"}):
            return self._pronoun(token)
        inner = self._named_inside(token)
        if inner is not None:
            return (inner,)
        return self._description(token)

    def _only_modifies(self, token: Token, figure: Figure) -> bool:
        """Whether a name inside the phrase is just an adjective or a part: "Russian", "the Kyiv mayor"."""
        found = self._at[token.i]
        return found.adjective and token.pos_ == "ADJ" and base(token) == "amod"

    def _named_inside(self, token: Token) -> Figure | None:
        """The name that a title or a common noun is given in the same phrase."""
        for child in token.children:
            if base(child) in {"flat", "appos"} or (base(child) == "compound" and child.i > token.i):
                figure = self.figure_at(child)
                bracketed = self.doc[child.i - 1].text == "(" and token.pos_ == "NOUN"
                if figure is not None and not self._at[child.i].adjective and not bracketed:
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
        found = self._at[token.i]
        return () if found.title_start is None else self.doc[found.title_start : found.start]

    # descriptions -----------------------------------------------------------------------------------

    def state_of(self, token: Token) -> Figure | None:
        """The state or body that modifies a phrase: "the Russian president", "South Korea's army"."""
        for child in token.children:
            if (
                base(child) in {"amod", "compound"}
                or child.dep_ == "nmod:poss"
                or (base(child) == "nmod" and case_of(child) in {"of", "in"})
            ):
                figure = None if child.i in self._titled else self.figure_at(child)
                if figure is None and child.dep_ == "nmod:poss":
                    resolved = self.of(child)
                    figure = resolved[0] if len(resolved) == 1 else None
                    if figure is not None and figure.person and figure.country:
                        figure = self._state(figure.country)
                if figure is not None and figure.kind in {"state", "organisation", "body", "place"}:
                    return figure
                if figure is None and base(child) in {"amod", "compound"} and child.lower_ not in TIED:
                    deeper = self.state_of(child)
                    if deeper is not None:
                        return deeper
        return None

    def government(self, figure: Figure) -> Figure:
        """The state that a capital stands for where it acts; any other place is left as it is."""
        metonym = self.knowledge.metonym(figure.name)
        return figure if metonym is None else figure_of(metonym[1])

    def _state(self, country: str | None) -> Figure | None:
        entity = self.knowledge.country(country) if country else None
        return None if entity is None else figure_of(entity)

    def _description(self, token: Token) -> tuple[Figure, ...]:
        word = lemma(token)
        words = self.vocab.words
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return ()
        plural = "Plur" in token.morph.get("Number")
        modifier = self.state_of(token)
        if word in SPEAKS_FOR:
            behind = [c for c in token.children if base(c) == "nmod" and case_of(c) in {"for", "of"}]
            if behind and self.of(behind[0]):
                return self.of(behind[0])
        if not plural and word in words["people_titles"]:
            holder = self._office(token, modifier)
            acts_for = word in ENVOYS and modifier is not None and modifier.kind == "state"
            return (modifier,) if acts_for and modifier is not None and not holder else holder
        if modifier is not None and modifier.kind == "state" and word in BODY_WORDS:
            adjective = self.knowledge.adjective(modifier.id) or modifier.name
            bodies = self.knowledge.named(f"{adjective} {word}", ("body", "organisation"))
            return (figure_of(bodies[0]),) if bodies else (modifier,)
        if modifier is not None and word in words["of_state"]:
            return self._states_of(token, modifier)
        pair = self._pair(token, word) if plural else ()
        if pair:
            return pair
        if plural and word in words["groups"]:
            country = None if modifier is None else modifier.country
            return (local_figure(self._phrase(token), "group", country, plural=True),)
        if plural and word in {"side", "country", "nation", "man"}:
            return self._pair(token, word)
        if plural and modifier is None:
            examples = self._examples(token)
            if examples:
                return examples
        if word in {"north", "south"} and token.pos_ in {"PROPN", "NOUN"} and token.is_title:
            return self._korea(word)
        if word in {
            "country",
            "nation",
            "government",
            "regime",
            "administration",
            "military",
            "army",
            "authority",
        }:
            return self._last_state(token)
        return ()

    def _examples(self, token: Token) -> tuple[Figure, ...]:
        """ "key players, including Iran and Israel": those named stand for the rest."""
        return self.all_of(
            part
            for child in token.children
            if base(child) == "nmod" and case_of(child) in {"including", "such as", "like"}
            for part in conjuncts(child)
        )

    def _states_of(self, token: Token, first: Figure) -> tuple[Figure, ...]:
        """ "the leaders of Iran, Israel and the United States", "US and South Korean forces": every state of them."""
        found: dict[str, Figure] = {}
        for child in token.children:
            if base(child) in {"amod", "compound", "nmod"}:
                for part in conjuncts(child):
                    figure = self.figure_at(part)
                    if figure is not None and figure.kind in {"state", "place", "organisation"}:
                        for state in self._as_state(figure) if figure.kind == "place" else (figure,):
                            found.setdefault(state.id, state)
        return tuple(found.values()) or ((first,) if first.kind != "place" else self._as_state(first))

    def _as_state(self, place: Figure) -> tuple[Figure, ...]:
        state = self._state(place.country)
        return () if state is None else (state,)

    def _phrase(self, token: Token) -> str:
        left = min(
            (
                child.i
                for child in token.children
                if base(child) in {"amod", "compound", "nmod"} and child.i < token.i
            ),
            default=token.i,
        )
        return str(self.doc[left : token.i + 1].text)[:MAX_PHRASE]

    def _korea(self, word: str) -> tuple[Figure, ...]:
        if not any(figure.country in {"KP", "KR"} for _, figure in self._states()):
            return ()
        entity = self.knowledge.state(f"{word} korea")
        return () if entity is None else (figure_of(entity),)

    def _states(self) -> Iterable[tuple[Found, Figure]]:
        return ((found, self.figure(found)) for found in self.names if self.figure(found).kind == "state")

    def _last_state(self, token: Token) -> tuple[Figure, ...]:
        """ "the country", "the government": the state spoken of, where the sentence before leaves one only."""
        if not any(child.dep_ == "det" and child.lower_ in {"the", "this"} for child in token.children):
            return ()
        start = token.sent.start
        near = [figure for found, figure in self._states() if start <= found.start < token.i]
        if not near:
            sentence_before = self.doc[start - 1].sent.start if start > 0 else 0
            near = [figure for found, figure in self._states() if sentence_before <= found.start < start]
        ids = {figure.id for figure in near}
        return (near[0],) if len(ids) == 1 else ()

    def _office(self, token: Token, of: Figure | None) -> tuple[Figure, ...]:
        """ "the Russian president", "his Chinese counterpart", "the minister": by office and day, or by the article."""
        title = self.knowledge.title(self._title_words(token))
        before = [
            (found, figure)
            for found, figure in self._people
            if found.start < token.i and found.title is not None
        ]
        indefinite = any(
            child.dep_ == "det" and child.lower_ in {"a", "an", "any", "no", "another"}
            for child in token.children
        )
        if indefinite:
            return ()
        if of is None:
            same = {
                figure.id: figure for found, figure in before if title is not None and found.title == title
            }
            if len(same) == 1:
                return tuple(same.values())
            recent = self._recent_person(token, lambda found: title is not None and found.title == title)
            return () if recent is None else (recent,)
        same = {
            figure.id: figure
            for found, figure in self._people
            if figure.country is not None
            and figure.country == of.country
            and (found.title == title or title in {None, "leader"})
        }
        if len(same) == 1:
            return tuple(same.values())
        if title is None or self.on is None:
            return ()
        titles = ("president", "prime minister", "supreme leader") if title == "leader" else (title,)
        for candidate in titles:
            holders = self.knowledge.holders(candidate, of.name, self.on)
            if len(holders) == 1:
                return (figure_of(holders[0]),)
            if holders:
                return ()
        return ()

    def _title_words(self, token: Token) -> str:
        parts = [
            child.text
            for child in token.children
            if base(child) in {"compound", "amod"} and child.i < token.i and self._at.get(child.i) is None
        ]
        tail = [self.doc[index].text for index in range(token.i + 1, min(token.i + 3, len(self.doc)))]
        words = " ".join([*parts, token.text])
        if tail and tail[0].lower() == "of" and len(tail) > 1 and tail[1].lower() == "state":
            words += " of state"
        return words

    def _pair(self, token: Token, word: str) -> tuple[Figure, ...]:
        """ "the two leaders", "both sides": the last two people (or states) named together."""
        two = any(child.lower_ in {"two", "both"} for child in token.children)
        if not two:
            return ()
        people = word in {"leader", "president", "minister", "man"}
        pool = [pair for pair in self._people if self._leads(pair)] if people else list(self._states())
        last: dict[str, Figure] = {}
        for found, figure in reversed(pool):
            if found.start < token.i and not found.adjective:
                last.setdefault(figure.id, figure)
            if len(last) == 2:
                return tuple(reversed(list(last.values())))
        return ()

    def _leads(self, pair: tuple[Found, Figure]) -> bool:
        """Whether somebody is called, or known as, one at the head of a state, government or ministry."""
        found, figure = pair
        if found.title is not None:
            return found.title in LEADERS
        return figure.known and any(term.office.title in LEADERS for term in self.knowledge.terms(figure.id))

    # pronouns ---------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> tuple[Figure, ...]:
        word = token.lower_
        if word == "those" and case_of(token) == "among":
            return self.all_of(
                part
                for node in (token, token.head)
                for child in node.children
                if base(child) == "nsubj"
                for part in conjuncts(child)
            )
        if word in {"he", "him", "his", "himself"}:
            person = self._recent_person(token, lambda found: self.figure(found).gender != "f")
        elif word in {"she", "her", "hers", "herself"}:
            person = self._recent_person(token, lambda found: self.figure(found).gender != "m")
        elif word in {"who", "which", "that"} and token.head.dep_ == "acl:relcl":
            return self.of(token.head.head)
        elif word in {"they", "their", "them"}:
            return self._group_before(token)
        elif word in {"it", "its"}:
            return self._thing_before(token)
        else:
            return ()
        return () if person is None else (person,)

    def _recent_person(self, token: Token, fits: Callable[[Found], bool]) -> Figure | None:
        """The person last spoken of who fits, subjects before others; none beyond two sentences."""
        best: tuple[float, Figure] | None = None
        sentence = self._sentence_number(token)
        for found, figure in self._people:
            if found.start >= token.i:
                break
            head = self.doc[found.head]
            distance = sentence - self._sentence_number(head)
            if distance > 3 or not fits(found) or self._same_clause_argument(token, head):
                continue
            score = (
                -float(distance) * 1.5
                + (1.2 if self._is_subject(head) else 0.0)
                + found.start / (10.0 * len(self.doc))
            )
            if found.possessive:
                score -= 0.4
            if best is None or score >= best[0]:
                best = (score, figure)
        return None if best is None else best[1]

    def _sentence_number(self, token: Token) -> int:
        numbers: dict[int, int] = self.doc.user_data.setdefault("sentence_numbers", {})
        if not numbers:
            numbers.update({sentence.start: number for number, sentence in enumerate(self.doc.sents)})
        return numbers[token.sent.start]

    def _is_subject(self, head: Token) -> bool:
        node = head
        while base(node) in NAME_PARTS or base(node) == "appos":
            node = node.head
        return base(node) == "nsubj"

    def _same_clause_argument(self, pronoun: Token, name: Token) -> bool:
        """A person is not "him" in the clause whose subject it is ("Putin met him")."""
        node = name
        while base(node) in NAME_PARTS:
            node = node.head
        return (
            pronoun.lower_ in {"he", "him", "she"}
            and node.head is pronoun.head
            and base(node) in {"nsubj", "obj", "obl", "iobj"}
        )

    def _group_before(self, token: Token) -> tuple[Figure, ...]:
        """ "they": the last subject that is several, or a body or state that acts through many."""
        for candidate in self._subjects_before(token):
            figures = self.all_of(conjuncts(candidate))
            plural = "Plur" in candidate.morph.get("Number") or len(figures) > 1
            if figures and (plural or not figures[0].person):
                return figures
        return ()

    def _thing_before(self, token: Token) -> tuple[Figure, ...]:
        """ "it": the last subject that is one thing, not a person."""
        for candidate in self._subjects_before(token):
            figures = self.of(candidate)
            if len(figures) == 1 and not figures[0].person and not figures[0].plural:
                return figures
            owner = next((child for child in candidate.children if child.dep_ == "nmod:poss"), None)
            if not figures and owner is not None:  # "Kim's overtures ... its weapons"
                owners = self.of(owner)
                if len(owners) == 1:
                    return self._as_state(owners[0]) if owners[0].person else owners
        return ()

    def _subjects_before(self, token: Token) -> Iterable[Token]:
        """Subjects of this sentence and the one before, the nearest clause first, none of the word's own verb."""
        start = token.sent.start
        own = {token.head.i}
        for first, last in ((start, token.i), (self.doc[start - 1].sent.start if start else start, start)):
            subjects = [
                word
                for word in self.doc[first:last]
                if base(word) == "nsubj" and word.pos_ != "PRON" and word.head.i not in own
            ]
            yield from reversed(subjects)

    # results ----------------------------------------------------------------------------------------

    def actors(self) -> tuple[Actor, ...]:
        """Every figure with all mentions of it, in order of first mention."""
        mentions: dict[str, list[Span]] = {}
        figures: dict[str, Figure] = {}
        for found in self.names:
            figure = self.figure(found)
            if figure.kind == "place" and not figure.known:
                continue
            figures.setdefault(figure.id, figure)
            mentions.setdefault(figure.id, []).append(found.span(self.doc))
        for index, resolved in sorted(self._cache.items()):
            token = self.doc[index]
            for figure in resolved:
                spans = mentions.setdefault(figure.id, [])
                span = Span(token.idx, token.idx + len(token))
                figures.setdefault(figure.id, figure)
                if not any(span.overlap(other) for other in spans):
                    spans.append(span)
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
            for found, _ in self._people
        )


def day_of(article: Article) -> str | None:
    """The day at which offices are looked up: publication, else the later bound, else the earlier."""
    if article.published is not None:
        return article.published if len(article.published) == 10 else f"{article.published[:7]}-15"[:10]
    if article.dated_between is not None:
        return article.dated_between[1] or article.dated_between[0]
    return None
