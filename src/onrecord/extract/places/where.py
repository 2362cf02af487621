"""Where the deeds of an article took place."""

from collections.abc import Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.carrying import carrier
from onrecord.extract.cast import Cast
from onrecord.extract.clause import BARE_CLAUSES, base, case_of, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.places.datelines import Datelines
from onrecord.extract.places.spots import PLACE_NOUNS, Spots
from onrecord.extract.trace import Trace
from onrecord.extract.triggers import Match
from onrecord.knowledge import Knowledge
from onrecord.records import Article, Place
from onrecord.records.parse import Doc, Token

IN = tuple("in at near outside inside on from off to over into toward towards around across".split())
VISIT = ("to", "in", "at", "on")
# "talks on Syria", "met over the situation in Idlib" were not held there; "on the island" they were
TOPICAL = frozenset({"on", "over", "around"})
# "sanctions on Russia", "sent arms to Kyiv", "a deal over Gaza" were not done there
ON_PAPER = frozenset({"sanction", "agreement", "aid", "vote", "appointment", "cooperation"})
AIMED = frozenset({"visit", "attack"})
# what is taken or hit "from" somewhere is done at what is taken or hit
FROM_ELSEWHERE = frozenset({"attack", "coercion"})
# events that give their place to what is done at them: "signed at a ceremony in the Kremlin"
OCCASIONS = frozenset(
    "ceremony meeting summit talk conference session forum gathering event visit trip dinner banquet reception"
    " congress appearance briefing".split()
)
SEIZED = frozenset({"coercion"})
# what happens where it is reported from, if nothing else is said
WITNESSED = frozenset({"meeting", "gathering", "agreement", "vote", "protest", "proceeding"})
MATTERS = frozenset(
    "situation war conflict crisis issue development escalation question dispute ceasefire fighting violence"
    " truce unrest tension".split()
)
DISCUSSING = frozenset("discuss review debate address".split())
SCENES = frozenset({"target", "scene", "site", "object", "focus", "venue", "host"})
ARRIVING = frozenset("come enter arrive dock land sail call return fly travel".split())
BURSTING = frozenset("explode detonate hit strike crash land collapse attack fire open storm".split())
HELD = frozenset("hold take host open sign convene stage begin start occur happen place".split())
# participles that tell where the noun before them is: "a factory located near Mukachevo"
PLACING = frozenset(
    "hold locate situate base chair preside organise organize mediate convene stage host".split()
)
AGREED = HELD | frozenset("reach conclude initial strike seal ink broker negotiate agree".split())
AHEAD = frozenset({"will", "would", "may", "might", "could", "shall", "to", "'ll", "’ll"})


class Map:
    """Where the deeds of an article took place."""

    def __init__(
        self, doc: Doc, article: Article, cast: Cast, knowledge: Knowledge, trace: Trace | None = None
    ) -> None:
        self.doc, self.knowledge = doc, knowledge
        self.spots = Spots(doc, cast, knowledge, trace)
        self.cast = cast
        self.datelines = Datelines(doc, article, self.spots)

    def where(self, match: Match) -> Place | None:
        """The place of a deed: at its word, at the verb that carries it, of its host or target, in its clause.

        Else that of the clause it is the purpose of, of the arrival it follows, of a next sentence that tells
        where it is held, or of the dateline.
        """
        return next((place for place in self._places(match) if place is not None), None)

    def is_state(self, place: Place | None) -> bool:
        """Whether a place is no more than a whole country."""
        state = self.knowledge.country(place.country) if place is not None and place.country else None
        return place is not None and state is not None and state.name == place.name

    def _places(self, match: Match) -> Iterator[Place | None]:
        if match.kind.kind == "call":
            return  # two ends, and no place
        token = self.doc[match.token]
        yield self._compound(token)
        if lemma(token) in DISCUSSING:
            yield from self._purpose_of(token)  # "landed in Cairo to discuss the war in the Gaza Strip"
        slots = _slots(match.kind.kind)
        over = carrier(token)
        spoken = match.kind.kind in WITNESSED
        for node in (token, over):
            if node is not None:
                yield from (self._at(node, slot, spoken=spoken) for slot in slots)
        if over is not None and case_of(over) in {"in", "at"}:
            yield self.spots.of(over)  # "was in Sydney for talks"
        yield from self._aimed_at(match)
        if match.kind.kind in FROM_ELSEWHERE:
            yield from (self._at(node, "from") for node in (token, over) if node is not None)
        yield self._target(token)
        yield self._where_relative(token)
        yield self._relative_of(token, AGREED if match.kind.kind == "agreement" else HELD)
        yield self._at_an_event(token)
        yield self._in_clause(token)
        yield self._before_and(token)
        yield from self._purpose_of(token)
        yield self._after_arriving(token)
        if not match.kind.speech:
            yield self._held_next(token)
        if match.kind.kind in WITNESSED | {"attack"}:
            yield self._main_clause(token)
        if match.kind.kind in WITNESSED and (_is_the_news(token) or self.datelines.is_entry(token)):
            yield self.datelines.over(token)

    # in the clause ----------------------------------------------------------------------------------

    def _compound(self, token: Token) -> Place | None:
        """ "the Riyadh talks", "the Beijing parade"."""
        for child in token.children:
            found = self.cast.name_at(child) if base(child) == "compound" else None
            if found is not None and (found.own is None or found.own.kind == "place"):
                entity = found.own or found.entity
                if entity is not None and entity.kind == "place":
                    return self.spots.named(found)
        return None

    def _at(self, node: Token, slot: str, *, spoken: bool = False) -> Place | None:
        for child in node.children:
            owner = child.dep_ == "nmod:poss"  # "in Moscow's invasion of Ukraine"
            if base(child) in {"obl", "nmod"} and not owner and case_of(child).split()[-1:] == [slot]:
                if spoken and slot in TOPICAL and lemma(child) not in PLACE_NOUNS:
                    continue
                place = self.spots.of(child)
                if place is not None:
                    return place
        return None

    def _aimed_at(self, match: Match) -> Iterator[Place | None]:
        """The host of a visit, the target of an attack; what is seized, where it is a place and no state."""
        for slot, role in (match.kind.slots | match.trigger.roles).items():
            if role in {"host", "target"} and match.kind.kind in AIMED | SEIZED:
                for word in match.slots.get(slot, ()):
                    place = self.spots.of(word)
                    if match.kind.kind in AIMED or not self.is_state(place):
                        yield place

    def _target(self, token: Token) -> Place | None:
        """ "Kyiv was the target of bombings", "the port was the scene of a raid"."""
        head = token.head
        if base(token) != "nmod" or head.lower_ not in SCENES:
            return None
        subjects = [child for child in head.children if base(child) == "nsubj"]
        return next((place for place in map(self.spots.of, subjects) if place is not None), None)

    def _where_relative(self, token: Token) -> Place | None:
        """ "Beijing, where a parade was due": the name before "where"."""
        where = next((child for child in clause_head(token).children if child.lower_ == "where"), None)
        if where is None or where.i < 2:
            return None
        before = where.nbor(-2 if where.nbor(-1).text == "," else -1)
        found = self.cast.name_at(before)
        return None if found is None else self.spots.named(found)

    def _relative_of(self, token: Token, verbs: frozenset[str]) -> Place | None:
        """ "a gala that was to be held at the embassy in Washington", "a deal reached in Brussels"."""
        for child in token.children:
            if child.dep_ in {"acl", "acl:relcl"} and lemma(child) in verbs:
                return self._at(child, "in") or self._at(child, "at") or self._in_clause(child)
        return None

    def _at_an_event(self, token: Token) -> Place | None:
        """ "was signed in a ceremony held in the Kremlin", "during the visit of the president to Moscow"."""
        verb = clause_head(token)
        # "signed papers to annex them in a ceremony": what hangs on the purpose is told of the deed
        purposes = [
            c for c in verb.children if base(c) == "advcl" and any(m.lower_ == "to" for m in c.children)
        ]
        words = [*clause_of(self.doc, token.i), *(word for purpose in purposes for word in purpose.children)]
        for word in words:
            if word == token or lemma(word) not in OCCASIONS or case_of(word) not in {"in", "at", "during"}:
                continue
            place = next((p for p in (self._at(word, slot) for slot in ("in", "at", "to")) if p), None)
            place = place or self._relative_of(word, HELD)
            if place is not None:
                return place
        return None

    def _main_clause(self, token: Token) -> Place | None:
        """ "Cranes stand still at Norhavn as dockers strike": the place of the clause that is told beside it."""
        head = clause_head(token)
        marks = {child.lower_ for child in head.children if base(child) in {"mark", "advmod"}}
        if base(head) != "advcl" or not marks & {"as", "when", "after"} or not is_verb(head.head):
            return None
        return self._at(head.head, "in") or self._at(head.head, "at") or self._in_clause(head.head)

    def _in_clause(self, token: Token) -> Place | None:
        """The nearest place of the clause that stands after "in" or "at"."""
        best: tuple[int, Place] | None = None
        verb = clause_head(token)
        for word in clause_of(self.doc, token.i):
            case = case_of(word)
            owner = word.dep_ == "nmod:poss"  # "at Kyiv's request"
            if (
                base(word) in {"obl", "nmod"}
                and not owner
                and (case in {"in", "at", "near", "outside"} or (case == "from" and lemma(verb) == "report"))
            ):
                if _told_inside(word, verb, token):
                    continue  # "signed an accord to end the fighting in eastern Congo"
                place = self.spots.of(word)
                if place is not None and (best is None or abs(word.i - token.i) < best[0]):
                    best = (abs(word.i - token.i), place)
        return None if best is None else best[1]

    # in another clause ------------------------------------------------------------------------------

    def _before_and(self, token: Token) -> Place | None:
        """The place of the clause before: "was given a prize in Turkey and met its president"."""
        if token.dep_ != "conj" or not is_verb(token) or not is_verb(token.head):
            return None
        return self._at(token.head, "in") or self._at(token.head, "to") or self._in_clause(token.head)

    def _purpose_of(self, token: Token) -> Iterator[Place | None]:
        """ "gathered in Paris to meet Zelenskyy": the place of the verb whose purpose the deed is."""
        head = clause_head(token)
        for _ in range(3):
            infinitive = any(child.lower_ == "to" and base(child) == "mark" for child in head.children)
            if base(head) not in BARE_CLAUSES or not infinitive:
                return
            head = head.head
            if any(child.dep_ == "cop" for child in head.children):
                yield self.spots.of(head)  # "is in Geneva to meet them"
            if not is_verb(head):
                return
            yield from (self._at(head, slot) for slot in ("in", "at", "to"))

    def _after_arriving(self, token: Token) -> Place | None:
        """ "was seized after it came into port in Yeosu", "were hurt when a bomb went off in Patikul": there."""
        head = clause_head(token)
        for child in head.children:
            marks = {mark.lower_ for mark in child.children}
            if "to" in marks:
                continue  # where somebody is yet to go
            told_by = bool(marks & {"when", "as"})
            if base(child) == "advcl" and (
                lemma(child) in ARRIVING or (told_by and lemma(child) in BURSTING)
            ):
                place = next(
                    (p for p in (self._at(child, slot) for slot in ("in", "at", "into", "to")) if p), None
                )
                if place is not None:
                    return place
        return None

    def _held_next(self, token: Token) -> Place | None:
        """ "The talks have begun. They are being held in Putrajaya.": where the next sentence has it held."""
        if is_verb(token) or token.sent.end >= len(self.doc):
            return None
        root = self.doc[token.sent.end].sent.root
        subjects = [child for child in root.children if base(child) == "nsubj"]
        again = any(s.lower_ in {"it", "they"} or lemma(s) == lemma(token) for s in subjects)
        if not again or lemma(root) not in HELD or "agent" not in arguments(token.sent.root):
            return None
        return self._at(root, "in") or self._at(root, "at")


def _slots(kind: str) -> tuple[str, ...]:
    """The prepositions before the place of a deed of a kind, the likeliest first."""
    if kind == "visit":
        return VISIT
    if kind in ON_PAPER:
        return ("in", "at")
    return tuple(slot for slot in IN if slot != "from" or kind not in FROM_ELSEWHERE)


def _told_inside(word: Token, verb: Token, token: Token) -> bool:
    """Whether a word belongs to an infinitive or participle in the clause of `verb` that does not tell the deed."""
    node = word
    for _ in range(12):
        if node == verb or node.head == node:
            return False
        if (
            base(node) == "acl"
            and lemma(node) in PLACING
            and (
                lemma(node) != "hold" or lemma(node.head) in OCCASIONS  # not "a Scot held in India"
            )
        ):
            return False
        if node != word and _is_the_topic(node):
            return True  # "discuss the situation in Gaza", "talks on the war in Sudan"
        told_of_it = node == token or node.is_ancestor(token)
        if base(node) in BARE_CLAUSES and not told_of_it:
            return True
        node = node.head
    return False


def _is_the_topic(node: Token) -> bool:
    """Whether a phrase is what is talked about, not where: "on the situation in Gaza", "discussed the war in Sudan"."""
    talked_of = case_of(node) in {"on", "over", "about", "regarding"} and lemma(node) in MATTERS
    return talked_of or (base(node) == "obj" and lemma(node.head) in DISCUSSING)


def _is_the_news(token: Token) -> bool:
    """Whether a deed is what its sentence tells as done or under way, not what it mentions or looks forward to."""
    verb = token if is_verb(token) else carrier(token) or token.head
    node = verb
    while base(node) in {"conj", "ccomp", "parataxis", "appos"} and node.head != node:
        node = node.head
    forms = {child.lower_ for child in verb.children if base(child) in {"aux", "mark"}}
    return is_verb(verb) and node == token.sent.root and not forms & AHEAD
