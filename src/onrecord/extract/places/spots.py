"""Which place a phrase names: "the port of Yeosu", "Anchorage, Alaska", "the Ukrainian capital", "the city"."""

from onrecord.extract.carrying import BIDDING
from onrecord.extract.cast import Cast
from onrecord.extract.clause import base, case_of, lemma
from onrecord.extract.names import Found
from onrecord.extract.trace import Trace
from onrecord.knowledge import Knowledge
from onrecord.records import Entity, Place
from onrecord.records.parse import Doc, Token

PLACE_NOUNS = frozenset(
    (
        "city town village port harbour harbor capital region province district base airport airfield palace hotel "
        "square island coast border crossing embassy consulate university stadium area suburb resort peninsula sea "
        "waters camp prison jail neighbourhood neighborhood quarter street hospital headquarters strip valley river "
        "strait territory enclave exclave front county state residence terminal station checkpoint gate bridge"
    ).split()
)
# "at Kyiv's request" is nowhere
ASKED = frozenset(
    "request invitation behest insistence initiative suggestion expense proposal urging".split()
)
TOWNS = frozenset({"city", "town", "village", "port", "resort", "suburb", "metropolis"})
LANDS = frozenset({"island", "region", "province", "territory", "peninsula", "enclave", "exclave"})
POINTING = frozenset({"the", "this", "that"})
NEAR = 2  # sentences back in which "the city" was named
MOST_WORDS = 8  # behind the head of a phrase in which its place may be named


class Spots:
    """Reads the places that the phrases of one article name."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: Knowledge, trace: Trace | None) -> None:
        self.doc, self.cast, self.knowledge, self.trace = doc, cast, knowledge, trace

    def of(self, word: Token) -> Place | None:
        """The place that the phrase headed by a word names, the most narrow one; None where it names none."""
        found = self.cast.name_at(word)
        if found is not None and not (found.adjective and word.i != found.head):
            return self.named(found)
        if word.pos_ not in {"NOUN", "PROPN"} or lemma(word) in BIDDING:
            return None  # "met at Iran's request"
        inside = self._with_modifiers(word) or self._inside(word)
        if inside is not None and lemma(word) == "capital":
            return self._capital_of(inside)
        return inside or self._pointed_at(word)

    def named(self, found: Found) -> Place | None:
        """The place of a name; None for whatever has none."""
        # "killed 13 Americans" names no place
        place = self._place(found) if self.knowledge.demonym(found.text) is None else None
        if self.trace is not None and place is not None:
            self.trace.places.append((place, found.span(self.doc)))
        return place

    def known(self, name: str, country: str | None = None) -> Place | None:
        """The place of that name in the knowledge base, in a country where one is given."""
        places = [p for p in self.knowledge.places(name) if country is None or p.country == country]
        return place_of(places[0]) if places else None

    def _with_modifiers(self, word: Token) -> Place | None:
        """ "the Korean peninsula", known under its whole name."""
        parts = [c.i for c in word.children if base(c) in {"amod", "compound"} and c.i < word.i]
        if not parts:
            return None
        known = self.knowledge.places(self.doc[min(parts) : word.i + 1].text)
        return place_of(known[0]) if known else None

    def _inside(self, word: Token) -> Place | None:
        if lemma(word) in ASKED:
            return None
        # "the Red Sea city of Jeddah"
        named = [
            c for c in word.children if lemma(word) in TOWNS and base(c) == "nmod" and case_of(c) == "of"
        ]
        for child in (*named, *word.subtree):
            if child.i - word.i > MOST_WORDS:
                break
            inner = self.cast.name_at(child)
            if (
                inner is not None
                and not inner.adjective
                and (base(child) not in {"compound", "amod"} or lemma(word) in PLACE_NOUNS)
                and (base(child) in {"nmod", "compound", "appos", "flat"} or child.dep_ == "nmod:poss")
                and not (lemma(word) == "capital" and child.dep_ == "nmod:poss")
            ):
                place = self.named(inner)
                if place is not None:
                    return place
        return None

    def _pointed_at(self, word: Token) -> Place | None:
        """ "the Ukrainian capital", "the city": the one of the state, the one named last."""
        noun = lemma(word)
        if noun == "capital":
            return self._capital(word)
        if noun not in TOWNS | LANDS or not any(c.lower_ in POINTING for c in word.children):
            return None
        if any(base(c) in {"amod", "nmod"} and c.lower_ not in {"whole", "entire"} for c in word.children):
            return None
        return self._last(word, town=noun in TOWNS)

    def _capital(self, word: Token) -> Place | None:
        state = self.cast.state_of(word)
        if state is None:
            states = self.cast.spoken_of(word)
            state = states[0] if len(states) == 1 else None
        capital = self.knowledge.capital(state.id) if state is not None and state.kind == "state" else None
        return None if capital is None else place_of(capital)

    def _capital_of(self, place: Place) -> Place:
        """ "The capital of Azerbaijan": where a phrase of a capital names no more than its state, the town."""
        state = self.knowledge.country(place.country) if place.country is not None else None
        capital = self.knowledge.capital(state.id) if state and state.name == place.name else None
        return place if capital is None else place_of(capital)

    def _last(self, word: Token, *, town: bool) -> Place | None:
        """The place named last before a word, in its sentence or one of two before; no state."""
        first = word.sent.start
        for _ in range(NEAR):
            first = self.doc[first - 1].sent.start if first > 0 else 0
        for found in reversed(self.cast.names):
            if first <= found.start < word.i and not found.adjective:
                entity = found.own or found.entity
                unknown = entity is None and found.kind == "place"
                if unknown or (
                    entity is not None and entity.kind == "place" and bool(entity.population) >= town
                ):
                    return self.named(found)
        return None

    def _place(self, found: Found) -> Place | None:
        entity = found.own or found.entity
        if entity is not None and entity.kind in {"place", "state"}:
            return place_of(entity)
        if entity is not None and found.own is not None:
            return self.known(entity.name, entity.country) or Place(entity.name, entity.country)
        if found.kind == "place" and found.entity is None and not found.adjective:
            return Place(found.name, self._country_after(found))
        return None

    def _country_after(self, found: Found) -> str | None:
        """The state named right behind an unknown place: "Hwangju, North Korea"."""
        for index in range(found.end, min(found.end + 4, len(self.doc))):
            other = self.cast.name_at(self.doc[index])
            if other is not None and other.entity is not None and other.entity.kind == "state":
                return other.entity.country
        return None


def place_of(entity: Entity) -> Place:
    """An entity of the knowledge base as the place of a claim."""
    spot = entity.coordinates
    return Place(
        entity.name, entity.country, spot.latitude if spot else None, spot.longitude if spot else None
    )
