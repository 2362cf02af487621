"""Whom or what a description means: titles, counterparts, states, bodies, groups."""

from onrecord.extract.cast.counterparts import COUNTERPART, Counterparts
from onrecord.extract.cast.discourse import Discourse
from onrecord.extract.cast.figures import Figure, Resolve, figure_of, local_figure
from onrecord.extract.cast.groups import PAIRS, Groups
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.offices import Offices
from onrecord.extract.cast.owners import FAR_BACK, Owners
from onrecord.extract.cast.titled import GONE, INDEFINITE, TO_COME
from onrecord.extract.clause import base, case_of, lemma
from onrecord.records.parse import Token

BODY_WORDS = frozenset({"parliament", "cabinet", "senate", "congress", "legislature", "assembly", "court"})
SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# "summoned the Russian ambassador", "Kenya's foreign minister": where the bearer is not known, the state
ENVOYS = frozenset({"ambassador", "chargé", "d'affaires", "d’affaires", "consul", "attaché", "nuncio"})
IN_OFFICE = frozenset("president minister premier chancellor king queen prince emir sultan secretary".split())
SPOKEN_OF = frozenset(
    (
        "country nation government regime administration military army authority cabinet presidency ministry "
        "department junta navy"
    ).split()
)


class Descriptions:
    """Resolves the noun phrases of one article that hold no name of their own."""

    def __init__(self, named: Named, discourse: Discourse, of: Resolve) -> None:
        self.named, self.discourse, self.of = named, discourse, of
        self.owners = Owners(named, of)
        self.offices = Offices(named, discourse)
        self.counterparts = Counterparts(named, self.owners, self.offices, of)
        self.groups = Groups(named, discourse, self.owners, self.offices, of)

    def resolve(self, token: Token) -> tuple[Figure, ...]:
        """Whom or what the phrase headed by `token` means; () when unclear."""
        word = lemma(token)
        if token.pos_ == "NUM" and token.lower_ == "two":
            return self.groups.numbered(token, "two") if base(token) in {"nsubj", "obj", "obl"} else ()
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return ()
        if token.lower_ == "latter":
            return self._latter(token)
        if "Plur" in token.morph.get("Number") or word in PAIRS:
            return self._several(token, word)
        return self._single(token, word)

    def _latter(self, token: Token) -> tuple[Figure, ...]:
        """ "the latter": whoever was named last."""
        heard = next((item for item in self.discourse.before(token, 1) if len(item.figures) == 1), None)
        return () if heard is None else heard.figures

    def _single(self, token: Token, word: str) -> tuple[Figure, ...]:
        words = self.named.vocab.words
        if word in COUNTERPART:
            return self.counterparts.resolve(token) or self._by_adjective(token)
        if word in SPEAKS_FOR:
            behind = [c for c in token.children if base(c) == "nmod" and case_of(c) in {"for", "of"}]
            if behind and self.of(behind[0]):
                return self.of(behind[0])
        modifier = self.owners.state_of(token)
        if word in words["people_titles"] | words["unnamed"]:
            holder = self.offices.holder(token, modifier)
            if holder or word in words["people_titles"]:
                return (modifier,) if not holder and modifier and self._acts_for(token, modifier) else holder
        return self._thing(token, word, modifier)

    def _several(self, token: Token, word: str) -> tuple[Figure, ...]:
        words = self.named.vocab.words
        officers = self.groups.officers(token) if word in words["people_titles"] else ()
        if officers:
            return officers
        modifier = self.owners.state_of(token)
        if modifier is not None and modifier.kind == "state" and word in BODY_WORDS:
            return self._body(modifier, word)
        if modifier is not None and word in words["of_state"]:
            return self.owners.states_of(token, modifier)
        numbered = self.groups.numbered(token, word)
        if numbered:
            return numbered
        if word in words["groups"]:
            if modifier is not None and modifier.kind in {"organisation", "body", "group"} and modifier.known:
                return (modifier,)  # "EU foreign ministers", "the leaders of the G7"
            states = self.owners.states_of(token, modifier) if modifier is not None else ()
            if len(states) > 1 and word in words["people_titles"]:
                return states  # "the foreign ministers of Japan and Ukraine", where they are not known
            country = None if modifier is None else modifier.country
            return (local_figure(self.groups.phrase(token), "group", country, plural=True),)
        if modifier is None:
            examples = self.groups.examples(token)
            if examples:
                return examples
        return self._thing(token, word, modifier)

    def _thing(self, token: Token, word: str, modifier: Figure | None) -> tuple[Figure, ...]:
        if modifier is not None and modifier.kind == "state" and word in BODY_WORDS:
            return self._body(modifier, word)
        if modifier is not None and word in self.named.vocab.words["of_state"]:
            return self.owners.states_of(token, modifier)
        if word in {"north", "south"} and token.pos_ in {"PROPN", "NOUN"} and token.is_title:
            return self.owners.korea(word)
        if word not in SPOKEN_OF:
            return ()
        body = self._body_spoken_of(token, word)
        return (body,) if body is not None else self.owners.last_state(token)

    def _body_spoken_of(self, token: Token, word: str) -> Figure | None:
        """ "The department", after the State Department was named shortly before."""
        definite = any(child.lower_ == "the" for child in token.children)
        first = self.named.sentence_number(token) - FAR_BACK
        for found in reversed(self.named.names) if definite else ():
            if found.start >= token.i:
                continue
            if self.named.sentence_number(self.named.doc[found.start]) < first:
                return None
            figure = self.named.figure(found)
            if figure.kind in {"body", "organisation", "state"} and word in found.text.lower().split():
                return figure
        return None

    def _body(self, state: Figure, word: str) -> tuple[Figure, ...]:
        adjective = self.named.knowledge.adjective(state.id) or state.name
        bodies = self.named.knowledge.named(f"{adjective} {word}", ("body", "organisation"))
        return (figure_of(bodies[0]),) if bodies else (state,)

    def _acts_for(self, token: Token, state: Figure) -> bool:
        """Whether somebody known by his title alone stands for the state that he serves."""
        if state.kind != "state":
            return False
        if lemma(token) in ENVOYS:
            return True
        words = {child.lower_ for child in token.children}
        return lemma(token) in IN_OFFICE and not words & (GONE | TO_COME | INDEFINITE)

    def _by_adjective(self, token: Token) -> tuple[Figure, ...]:
        """The state of "his Indian counterpart", where he is not known."""
        found = (
            self.named.figure_at(child) for child in token.children if base(child) in {"amod", "compound"}
        )
        return tuple(figure for figure in found if figure is not None and figure.kind == "state")
