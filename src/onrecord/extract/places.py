"""Which place belongs to a deed."""

from collections.abc import Sequence

from onrecord.extract.cast import Cast, Figure, figure_of
from onrecord.extract.clause import base, carrier, case_of, is_verb, lemma
from onrecord.extract.clause_bounds import clause_of
from onrecord.extract.names import Found
from onrecord.extract.trace import Trace
from onrecord.extract.triggers import Match
from onrecord.knowledge import Knowledge
from onrecord.records import Place
from onrecord.records.parse import Doc, Token

IN = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "on",
    "from",
    "off",
    "to",
    "over",
    "into",
    "toward",
    "towards",
    "around",
    "across",
)
ON_PAPER = frozenset({"sanction", "agreement", "aid", "vote", "appointment", "cooperation"})
PLACE_NOUNS = frozenset(
    (
        "city town village port harbour harbor capital region province district base airport airfield palace hotel "
        "square island coast border crossing embassy consulate university stadium area suburb resort peninsula sea "
        "waters camp prison jail neighbourhood neighborhood quarter street hospital headquarters strip valley river "
        "strait territory enclave exclave front county state"
    ).split()
)


class Map:
    """Where the deeds of an article took place."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: Knowledge, trace: Trace | None = None) -> None:
        self.doc, self.cast, self.knowledge, self.trace = doc, cast, knowledge, trace

    def where(self, match: Match) -> Place | None:
        """The place named at the trigger, at the verb that carries it, or as the host or target."""
        token = self.doc[match.token]
        verb = carrier(token)
        slots = ["to", "in", "at", "on"] if match.kind.kind == "visit" else list(IN)
        if match.kind.kind in ON_PAPER:
            slots = [
                "in",
                "at",
            ]  # "sanctions on Russia", "sent arms to Kyiv", "a deal over Gaza" were not done there
        named = self._compound(token)
        if named is not None:
            return named
        for node in (token, verb):
            if node is None:
                continue
            for slot in slots:
                place = self._at(node, slot)
                if place is not None:
                    return place
        for slot, role in (match.kind.slots | match.trigger.roles).items():
            if role in {"host", "target"} and match.kind.kind in {"visit", "attack"}:
                for word in match.slots.get(slot, ()):
                    place = self._of(word)
                    if place is not None:
                        return place
        return self._target(token) or self._in_clause(token) or self._before_and(token)

    def _before_and(self, token: Token) -> Place | None:
        """The place of the clause before: "was given a prize in Turkey and met its president"."""
        if token.dep_ != "conj" or not is_verb(token) or not is_verb(token.head):
            return None
        return self._at(token.head, "in") or self._at(token.head, "to")

    def _compound(self, token: Token) -> Place | None:
        """ "the Riyadh talks", "the Beijing parade"."""
        for child in token.children:
            found = self.cast.name_at(child) if base(child) == "compound" else None
            if found is not None and (found.own is None or found.own.kind == "place"):
                entity = found.own or found.entity
                if entity is not None and entity.kind == "place":
                    return self._place(found)
        return None

    def _target(self, token: Token) -> Place | None:
        """ "Kyiv was the target of bombings", "the port was the scene of a raid"."""
        head = token.head
        if base(token) != "nmod" or head.lower_ not in {
            "target",
            "scene",
            "site",
            "object",
            "focus",
            "venue",
            "host",
        }:
            return None
        subjects = [child for child in head.children if base(child) == "nsubj"]
        return next((place for place in map(self._of, subjects) if place is not None), None)

    def is_state(self, place: Place | None) -> bool:
        """Whether a place is no more than a whole country."""
        state = self.knowledge.country(place.country) if place is not None and place.country else None
        return place is not None and state is not None and state.name == place.name

    def _at(self, node: Token, slot: str) -> Place | None:
        for child in node.children:
            if base(child) in {"obl", "nmod"} and case_of(child).split()[-1:] == [slot]:
                place = self._of(child)
                if place is not None:
                    return place
        return None

    def _in_clause(self, token: Token) -> Place | None:
        """The nearest place of the clause that stands after "in" or "at"."""
        best: tuple[int, Place] | None = None
        for word in clause_of(self.doc, token.i):
            if base(word) in {"obl", "nmod"} and case_of(word) in {"in", "at", "near", "outside"}:
                place = self._of(word)
                if place is not None and (best is None or abs(word.i - token.i) < best[0]):
                    best = (abs(word.i - token.i), place)
        return None if best is None else best[1]

    def _of(self, word: Token) -> Place | None:
        """The place a phrase names, the most narrow one: "the port of Yeosu", "Anchorage, Alaska"."""
        found = self.cast.name_at(word)
        if found is not None and not (found.adjective and word.i != found.head):
            return self._place(found)
        if word.pos_ in {"NOUN", "PROPN"}:
            left = min(
                (c.i for c in word.children if base(c) in {"amod", "compound"} and c.i < word.i),
                default=word.i,
            )
            known = self.knowledge.places(self.doc[left : word.i + 1].text) if left < word.i else ()
            if known:  # "the Korean peninsula"
                spot = known[0].coordinates
                return Place(
                    known[0].name,
                    known[0].country,
                    spot.latitude if spot else None,
                    spot.longitude if spot else None,
                )
        for child in word.subtree:
            if child.i - word.i > 8:
                break
            inner = self.cast.name_at(child)
            if (
                inner is not None
                and not inner.adjective
                and (base(child) not in {"compound", "amod"} or lemma(word) in PLACE_NOUNS)
                and (base(child) in {"nmod", "compound", "appos", "flat"} or child.dep_ == "nmod:poss")
            ):
                place = self._place(inner)
                if place is not None:
                    return place
        return None

    def _place(self, found: Found) -> Place | None:
        place = self._place_named(found)
        if self.trace is not None and place is not None:
            self.trace.places.append((place, found.span(self.doc)))
        return place

    def _place_named(self, found: Found) -> Place | None:
        entity = found.own or found.entity
        if entity is not None and entity.kind in {"place", "state"}:
            spot = entity.coordinates
            return Place(
                entity.name, entity.country, spot.latitude if spot else None, spot.longitude if spot else None
            )
        if entity is not None and found.own is not None:
            return Place(entity.name, entity.country)
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


def host_of(place: Place | None, cast: Cast, figures: Sequence[Figure]) -> Figure | None:
    """The state in which a place lies, as host, unless a participant is that state already."""
    if (
        place is None
        or place.country is None
        or any(f.country == place.country and f.kind == "state" for f in figures)
    ):
        return None
    entity = cast.knowledge.country(place.country)
    return None if entity is None else figure_of(entity)
