"""Whom or what a description means: titles, states, bodies, groups."""

from onrecord.extract.cast.figures import Figure, Resolve, figure_of, local_figure
from onrecord.extract.cast.groups import Groups
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.offices import Offices
from onrecord.extract.cast.owners import Owners
from onrecord.extract.cast.pronouns import Pronouns
from onrecord.extract.clause import base, case_of, lemma
from onrecord.records.parse import Token

BODY_WORDS = frozenset({"parliament", "cabinet", "senate", "congress", "legislature", "assembly", "court"})
SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# "summoned the Russian ambassador", "Kenya's foreign minister": where the bearer is not known, the state
ENVOYS = frozenset({"ambassador", "chargé", "consul", "attaché", "nuncio"})
IN_OFFICE = frozenset("president minister premier chancellor king queen prince emir sultan secretary".split())
FORMER = frozenset("former ex late previous then deposed ousted exiled future".split())
SPOKEN_OF = frozenset(
    {"country", "nation", "government", "regime", "administration", "military", "army", "authority"}
)


class Descriptions:
    """Resolves the noun phrases of one article that hold no name of their own."""

    def __init__(self, named: Named, pronouns: Pronouns, of: Resolve) -> None:
        self.named, self.of = named, of
        self.owners = Owners(named, of)
        self.groups = Groups(named, of)
        self.offices = Offices(named, pronouns)

    def resolve(self, token: Token) -> tuple[Figure, ...]:
        word = lemma(token)
        words = self.named.vocab.words
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return ()
        plural = "Plur" in token.morph.get("Number")
        modifier = self.owners.state_of(token)
        if word in SPEAKS_FOR:
            behind = [c for c in token.children if base(c) == "nmod" and case_of(c) in {"for", "of"}]
            if behind and self.of(behind[0]):
                return self.of(behind[0])
        if not plural and word in words["people_titles"]:
            holder = self.offices.holder(token, modifier)
            return (modifier,) if not holder and modifier and self._acts_for(token, modifier) else holder
        if modifier is not None and modifier.kind == "state" and word in BODY_WORDS:
            adjective = self.named.knowledge.adjective(modifier.id) or modifier.name
            bodies = self.named.knowledge.named(f"{adjective} {word}", ("body", "organisation"))
            return (figure_of(bodies[0]),) if bodies else (modifier,)
        if modifier is not None and word in words["of_state"]:
            return self.owners.states_of(token, modifier)
        pair = self.groups.pair(token, word) if plural else ()
        if pair:
            return pair
        if plural and word in words["groups"]:
            states = self.owners.states_of(token, modifier) if modifier is not None else ()
            if len(states) > 1 and word in words["people_titles"]:
                return states  # "the foreign ministers of Japan and Ukraine"
            country = None if modifier is None else modifier.country
            return (local_figure(self.groups.phrase(token), "group", country, plural=True),)
        if plural and word in {"side", "country", "nation", "man"}:
            return self.groups.pair(token, word)
        if plural and modifier is None:
            examples = self.groups.examples(token)
            if examples:
                return examples
        if word in {"north", "south"} and token.pos_ in {"PROPN", "NOUN"} and token.is_title:
            return self.owners.korea(word)
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
            return self.owners.last_state(token)
        return ()

    def _acts_for(self, token: Token, state: Figure) -> bool:
        """Whether somebody known by his title alone stands for the state that he serves."""
        if state.kind != "state":
            return False
        if lemma(token) in ENVOYS:
            return True
        words = {child.lower_ for child in token.children}
        return (
            lemma(token) in IN_OFFICE
            and not words & FORMER
            and not words & {"a", "an", "any", "no", "another"}
        )
