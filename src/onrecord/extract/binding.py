"""Which day and which place belong to a deed."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import base, carrier, case_of, is_verb, lemma
from onrecord.extract.names import Found
from onrecord.extract.trace import Trace
from onrecord.extract.triggers import Match
from onrecord.knowledge import Knowledge
from onrecord.records import Place, Span, TimeExpression, When

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
PLACE_NOUNS = frozenset(
    (
        "city town village port harbour harbor capital region province district base airport airfield palace hotel "
        "square island coast border crossing embassy consulate university stadium area suburb resort peninsula sea "
        "waters camp prison jail neighbourhood neighborhood quarter street hospital headquarters strip valley river "
        "strait territory enclave exclave front county state"
    ).split()
)
DATED = frozenset({"DATE", "TIME"})


def clause_of(doc: Doc, index: int) -> list[Token]:
    """The words of the clause in which a word stands: the subtree of its nearest verb, without inner clauses."""
    head = clause_head(doc[index])
    return sorted(_within(head), key=lambda token: token.i)


def clause_head(token: Token) -> Token:
    """The nearest verb (or root) above a word, or the word itself where it is one."""
    node = token
    for _ in range(40):
        predicate = any(child.dep_ == "cop" for child in node.children)
        if predicate or (is_verb(node) and base(node) not in {"aux", "cop", "amod"}) or node.head == node:
            return node
        node = node.head
    return node


def _within(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if (
            base(child) in {"ccomp", "advcl", "parataxis", "csubj"}
            or child.dep_ == "acl:relcl"
            or (base(child) == "conj" and is_verb(child))
        ):
            continue
        found.extend(_within(child))
    return found


# time ---------------------------------------------------------------------------------------------------


class Calendar:
    """The time expressions of an article, by token."""

    def __init__(self, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.doc = doc
        self.at: dict[int, TimeExpression] = {}
        for item in times:
            if item.type in DATED and item.first is not None:
                part = doc.char_span(item.start, item.end, alignment_mode="expand")
                if part is not None:
                    for token in part:
                        self.at[token.i] = item

    def when(self, match: Match) -> tuple[When | None, str]:
        """The expression that dates a deed, and the rule that chose it."""
        token = self.doc[match.token]
        for rule, words in (
            ("at the word itself", self._own(token)),
            ("at the verb that carries it", self._carried(token)),
            ("in its clause", clause_of(self.doc, match.token)),
            ("in the clause above", self._above(token)),
            ("in its sentence", self._alone(token)),
        ):
            item = self._nearest(token, words)
            if item is not None:
                return as_when(item), f"day {rule}: “{item.text}”"
        return None, ""

    def _own(self, token: Token) -> list[Token]:
        return [
            part
            for child in token.children
            if not (is_verb(child) and base(child) in {"ccomp", "advcl", "conj", "parataxis", "xcomp"})
            and child.dep_ not in {"acl:relcl", "nsubj"}
            for part in child.subtree
            if part.i in self.at and not self._in_inner_clause(part, token)
        ]

    def _in_inner_clause(self, part: Token, top: Token) -> bool:
        node = part
        for _ in range(20):
            if node == top or node.head == node:
                return False
            if node.dep_ == "acl:relcl" or (is_verb(node) and base(node) in {"ccomp", "advcl", "parataxis"}):
                return True
            node = node.head
        return False

    def _carried(self, token: Token) -> list[Token]:
        verb = carrier(token)
        return [] if verb is None else self._own(verb)

    def _above(self, token: Token) -> list[Token]:
        """Words of the clause that an infinitive or participle hangs on ("is set to travel on May 9")."""
        head = clause_head(token)
        if base(head) in {"xcomp", "advcl", "acl"} and head.head != head:
            return self._own(clause_head(head.head))
        if base(head) == "conj":
            return [part for part in self._own(head.head) if part.i < head.head.i]
        return []

    def _alone(self, token: Token) -> list[Token]:
        """Words of the sentence where it has one day only, and the deed is not told in an inner finite clause."""
        dated = [word for word in token.sent if word.i in self.at]
        if len({self.at[word.i] for word in dated}) != 1 or clause_head(token).dep_ == "acl:relcl":
            return []
        # "said on Monday that the visit ...": the day is that of the saying
        return [] if any(_says(clause_head(word), token) for word in dated) else dated

    def _nearest(self, token: Token, words: Sequence[Token]) -> TimeExpression | None:
        dated = [word for word in words if word.i in self.at]
        if not dated:
            return None
        exact = [word for word in dated if self.at[word.i].precision == "day"]
        return self.at[min(exact or dated, key=lambda word: abs(word.i - token.i)).i]


def as_when(item: TimeExpression) -> When:
    """The expression as the time of a claim."""
    return When(item.first, item.last, item.precision, Span(item.start, item.end))


def _says(verb: Token, token: Token) -> bool:
    """Whether a word stands in the clause that a verb has as its content."""
    node = token
    for _ in range(40):
        if base(node) in {"ccomp", "parataxis"} and node.head == verb:
            return True
        if node.head == node:
            return False
        node = node.head
    return False


# place --------------------------------------------------------------------------------------------------


class Map:
    """Where the deeds of an article took place."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: Knowledge, trace: Trace | None = None) -> None:
        self.doc, self.cast, self.knowledge, self.trace = doc, cast, knowledge, trace

    def where(self, match: Match) -> Place | None:
        """The place named at the trigger, at the verb that carries it, or as the host or target."""
        token = self.doc[match.token]
        verb = carrier(token)
        slots = ["to", "in", "at", "on"] if match.kind.kind == "visit" else list(IN)
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
    from onrecord.extract.cast import figure_of

    if (
        place is None
        or place.country is None
        or any(f.country == place.country and f.kind == "state" for f in figures)
    ):
        return None
    entity = cast.knowledge.country(place.country)
    return None if entity is None else figure_of(entity)
