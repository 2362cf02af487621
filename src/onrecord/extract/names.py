"""Names in an article: where they stand, which title they are given, and whom or what they mean.

The language model marks names; the knowledge base adds states, demonyms and buildings that stand for
governments. A surname alone means the person whose full name the article gives, else one whom everybody
knows by it; everything else stays unresolved.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz
from spacy.tokens import Doc, Token

from onrecord.extract.clause import base, case_of
from onrecord.knowledge import Knowledge
from onrecord.knowledge.folding import fold
from onrecord.records import Entity, Span
from onrecord.records.actor import ActorKind
from onrecord.vocab import Vocab

KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}
PERSON: tuple[ActorKind, ...] = ("person",)
BODIES: tuple[ActorKind, ...] = (
    "organisation",
    "body",
    "group",
    "company",
    "outlet",
    "state",
    "vessel",
    "instrument",
)
WHERE = frozenset(
    (
        "in at near outside inside to into toward towards from around across via through over throughout "
        "within off on for"
    ).split()
)
LONGEST_TITLE = 9  # tokens before a name that may belong to its title
SPELLING = 82.0  # of 100: how alike a misspelt name must be to the one that its title says it is
PAST = frozenset({"former", "ex", "then", "late", "ousted", "deposed", "ex-", "onetime", "outgoing"})
FAMILY_FIRST = frozenset({"CN", "KP", "KR", "TW", "VN", "KH", "HK"})
LEADING = frozenset({"president", "prime minister", "chancellor"})
NAMED_AFTER_A_LEADER = frozenset({"administration", "government", "cabinet", "presidency", "era"})
QUOTES = frozenset('"“”‘«»')


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the text: tokens `start` to `end`, its head, and what it was resolved to.

    `entity` is None where the knowledge base does not know it; then `name`, `kind` and `country` say what is
    known from the text. `own` is what a metonym is itself (Kremlin), where `entity` is what it stands for.
    """

    start: int
    end: int
    head: int
    text: str
    name: str
    kind: ActorKind
    country: str | None = None
    entity: Entity | None = None
    own: Entity | None = None
    adjective: bool = False
    possessive: bool = False
    title: str | None = None
    title_of: str | None = None
    title_start: int | None = None
    past: bool = False
    quoted: bool = False

    def span(self, doc: Doc) -> Span:
        """Characters of the name."""
        last = doc[self.end - 1]
        return Span(doc[self.start].idx, last.idx + len(last))


class Range(msgspec.Struct, frozen=True, order=True):
    """Tokens that may be a name, and the language model's label."""

    start: int
    end: int
    label: str


def find_names(doc: Doc, knowledge: Knowledge, vocab: Vocab, on: str | None) -> tuple[Found, ...]:
    """All names of the text in order, resolved as far as that is sure.

    Args:
        doc: the annotated text.
        knowledge: who is known.
        vocab: word lists.
        on: day at which offices are looked up, or None.
    """
    long_names = list(_long_names(doc, knowledge))
    short_names = [
        item
        for item in (*_marked(doc), *_gazetteer(doc, knowledge))
        if not any(item.start < other.end and other.start < item.end for other in long_names)
    ]
    ranges = _joined(doc, sorted([*long_names, *short_names]), knowledge)
    people = _People(doc, knowledge, vocab, on)
    found: list[Found] = []
    # full names first: surnames that stand before them (headlines) mean the same person
    full = {r for r in ranges if r.label == "PERSON" and r.end - r.start > 1}
    resolved = {r: people.full(r) for r in ranges if r in full}
    ranges = sorted([*ranges, *people.unmarked(ranges)])
    for item in ranges:
        if (item.label == "PERSON" and not _is_rather_place(doc, item, people, knowledge)) or (
            people.is_surname(item) or people.gives_its_name(item)
        ):
            found.append(resolved.get(item) or people.short(item))
        else:
            other = _thing(doc, item, knowledge)
            if other is not None:
                found.append(other)
    return tuple(found)


def _is_rather_place(doc: Doc, item: Range, people: "_People", knowledge: Knowledge) -> bool:
    """Whether one word marked as a person is a town: nobody here has that surname, and "in" or "to" stands before."""
    text = doc[item.start].text
    if item.end - item.start > 1 or people.is_surname(item) or knowledge.surname(text):
        return False
    known = knowledge.state(text) is not None or knowledge.metonym(text) is not None
    return known or (doc[max(item.start - 1, 0)].lower_ in WHERE and bool(knowledge.places(text)))


CONNECTORS = frozenset({"of", "and", "for", "the", "'s", "’s", "on"})


def _long_names(doc: Doc, knowledge: Knowledge) -> Iterator[Range]:
    """Names of states and bodies with small words inside, which are easily cut: "People's Republic of China"."""
    index = 0
    while index < len(doc):
        end = index
        while (
            end < len(doc)
            and end - index < 9
            and (doc[end].text[:1].isupper() or (end > index and doc[end].lower_ in CONNECTORS))
        ):
            end += 1
        last = end
        while last - index >= 3:
            part = doc[index:last]
            if part[-1].text[:1].isupper() and any(token.lower_ in CONNECTORS for token in part):
                text = part.text
                if knowledge.state(text) is not None or knowledge.named(text, ("organisation", "body")):
                    yield Range(index, last, "ORG")
                    break
            last -= 1
        index = max(last if last - index >= 3 else end, index + 1)


def _joined(doc: Doc, ranges: list[Range], knowledge: Knowledge) -> list[Range]:
    """Puts a demonym and the body behind it together: "Russian" + "Foreign Ministry"."""
    joined: list[Range] = []
    for item in ranges:
        before = joined[-1] if joined else None
        if before is not None and before.end == item.start and item.label == "ORG":
            both = doc[before.start : item.end].text
            if knowledge.demonym(doc[before.start : before.end].text) and knowledge.named(both, BODIES):
                joined[-1] = Range(before.start, item.end, "ORG")
                continue
        joined.append(item)
    return joined


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        doc[start].lower_ in {"the", "a", "an", "'s", "’s", "mr", "mr.", "mrs.", "ms.", "dr."}
        or doc[start].is_punct
        or doc[start].is_space
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in {"'s", "’s", "'", "’"} or doc[end - 1].is_punct or doc[end - 1].is_space
    ):
        end -= 1
    return start, end


def _marked(doc: Doc) -> Iterator[Range]:
    stop = 0
    for ent in doc.ents:
        for start, end in _on_one_line(doc, ent.start, ent.end):
            start, end = _trim(doc, max(start, stop), end)
            if end - start == 2 and doc[end - 1].lower_ in NAMED_AFTER_A_LEADER:
                end -= 1  # "Biden administration": the name is the leader's
            end = _to_the_end_of_the_word(doc, end) if start < end else end
            if start < end:
                stop = end
                yield Range(start, end, ent.label_)


def _on_one_line(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a marked name that stand on one line each: a name does not go on behind a line's end."""
    first = start
    for index in range(start, end):
        if "\n" in doc[index].text:
            yield first, index
            first = index + 1
    yield first, end


def _to_the_end_of_the_word(doc: Doc, end: int) -> int:
    """Takes in what hangs on the name by a hyphen: "Moon Jae-in", whose hyphen the tokenizer splits off."""
    while (
        end + 1 < len(doc)
        and doc[end].text in {"-", "‑", "–"}
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].is_alpha
        and doc[end + 1].lower_
        not in {"led", "backed", "based", "flagged", "owned", "born", "era", "made", "style", "held"}
    ):
        end += 2
    return end


def _gazetteer(doc: Doc, knowledge: Knowledge) -> Iterator[Range]:
    """Capitalised words outside the marked names that are states, demonyms or buildings of governments."""
    taken = {index for item in _marked(doc) for index in range(item.start, item.end)}
    index = 0
    while index < len(doc):
        token = doc[index]
        if (
            index in taken
            or token.pos_ == "X"
            or not token.text[:1].isupper()
            or (token.is_sent_start and token.pos_ in {"ADP", "SCONJ", "PRON"})
        ):
            index += 1
            continue
        length = 1
        while (
            length < 3
            and index + length < len(doc)
            and index + length not in taken
            and doc[index + length].text[:1].isupper()
        ):
            length += 1
        for size in range(length, 0, -1):
            words = doc[index : index + size].text
            if knowledge.state(words) is not None or knowledge.metonym(words) is not None:
                yield Range(index, index + size, "PLACE")
                index += size
                break
        else:
            index += 1


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of a range that hangs on a word outside it."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head == token:
            return token
    return doc[start]


def _in_quotes(doc: Doc, index: int) -> bool:
    count = 0
    for token in doc[doc[index].sent.start : index]:
        count += token.text in QUOTES
    return count % 2 == 1


# people ----------------------------------------------------------------------------------------------


class _People:
    """Resolves the people of one article, remembering the full names it has given."""

    def __init__(self, doc: Doc, knowledge: Knowledge, vocab: Vocab, on: str | None) -> None:
        self.doc, self.knowledge, self.vocab, self.on = doc, knowledge, vocab, on
        self.by_surname: dict[str, list[Found]] = defaultdict(list)

    def full(self, item: Range) -> Found:
        """A name of several words."""
        text = self.doc[item.start : item.end].text.replace("\n", " ")
        title = self._title(item)
        entity = self._known(text, title)
        found = self._found(item, text, title, entity)
        known = entity.name.split()[-1:] if entity and found.country not in FAMILY_FIRST else []
        for part in (text.split()[-1], text.split()[0], *known):
            if len(part) > 1:
                self.by_surname[fold(part)].append(found)
        return found

    def unmarked(self, ranges: Sequence[Range]) -> Iterator[Range]:
        """Surnames of people named in full that the language model passed over."""
        taken = {index for item in ranges for index in range(item.start, item.end)}
        for token in self.doc:
            if token.i not in taken and token.is_title and token.pos_ in {"PROPN", "NOUN"} and len(token) > 2:
                item = Range(token.i, token.i + 1, "PERSON")
                if self.is_surname(item):
                    yield item

    def is_surname(self, item: Range) -> bool:
        """Whether a name marked as something else is the surname of somebody named in full here."""
        if item.end - item.start > 1 or "." in self.doc[item.start].text or self.doc[item.start].is_upper:
            return False
        return any(
            fold(found.text.split()[0 if found.country in FAMILY_FIRST else -1])
            == fold(self.doc[item.start].text)
            for found in self.by_surname.get(fold(self.doc[item.start].text), ())
        )

    def gives_its_name(self, item: Range) -> bool:
        """Whether a government goes by this surname: "the Biden administration", marked as a body."""
        if item.end - item.start > 1 or item.end >= len(self.doc) or item.label == "PERSON":
            return False
        text = self.doc[item.start].text
        return (
            self.doc[item.end].lower_ in NAMED_AFTER_A_LEADER
            and self.knowledge.state(text) is None
            and self.knowledge.metonym(text) is None
            and any(self._led(entity) for entity in self.knowledge.surname(text))
        )

    def _led(self, entity: Entity) -> bool:
        return any(term.office.title in LEADING for term in self.knowledge.terms(entity.id))

    def short(self, item: Range) -> Found:
        """A name of one word: of somebody named in full in this article, or of one known by it."""
        text = self.doc[item.start : item.end].text
        title = self._title(item)
        same = self._same_in_article(item, text, title)
        if same is not None:
            return msgspec.structs.replace(
                self._found(item, text, title, same.entity), name=same.name, country=same.country
            )
        behind = self.doc[item.end].lower_ if item.end < len(self.doc) else ""
        return self._found(item, text, title, self._known_by_surname(text, title, behind))

    def _same_in_article(self, item: Range, text: str, title: "Title") -> Found | None:
        candidates = self.by_surname.get(fold(text), [])
        if not candidates:
            return None
        surname_first = [
            c for c in candidates if fold(c.text.split()[-1]) == fold(text) or c.country in FAMILY_FIRST
        ]
        pool = surname_first or candidates
        keys = {(c.entity.id if c.entity else fold(c.name)) for c in pool}
        if len(keys) > 1 and title.title is not None:
            titled = [c for c in pool if c.title == title.title]
            pool = titled or pool
        before = [c for c in pool if c.start < item.start]
        return before[-1] if before else pool[0]

    def _known(self, text: str, title: "Title") -> Entity | None:
        exact = self.knowledge.named(text, PERSON)
        if exact:
            return self._best(exact, title)
        return self._misspelt(text, title)

    def _misspelt(self, text: str, title: "Title") -> Entity | None:
        """The holder of the office that the name is given, where the two names are nearly alike."""
        folded = fold(text)
        if title.title is None or title.of is None:
            return self._nearly(text, folded)
        for entity in self.knowledge.holders(title.title, title.of, self.on):
            name = fold(entity.name)
            first_same = fuzz.ratio(folded.split()[0], name.split()[0]) >= 75.0
            if fuzz.ratio(folded, name) >= SPELLING or (first_same and fuzz.ratio(folded, name) >= 65.0):
                return entity
        near = self.knowledge.nearest(text, 1)
        if near and near[0][1] >= 90.0 and self._holds(near[0][0], title):
            return near[0][0]
        return None

    def _nearly(self, text: str, folded: str) -> Entity | None:
        """One in office whose name is a letter or two off: the same first or family name, the other nearly so."""
        near = self.knowledge.nearest(text, 1)
        if not near or near[0][1] < 88.0 or (self.on is not None and not self._serving(near[0][0])):
            return None
        given, known = folded.split(), fold(near[0][0].name).split()
        if len(given) != len(known) or len(given) < 2 or len(given[-1]) < 4:
            return None
        same_family = given[-1] == known[-1] and fuzz.ratio(given[0], known[0]) >= 75.0
        same_first = given[0] == known[0] and fuzz.ratio(given[-1], known[-1]) >= 85.0
        return near[0][0] if same_family or same_first else None

    def _holds(self, entity: Entity, title: "Title") -> bool:
        return any(
            term.office.title == title.title or term.office.of == title.of
            for term in self.knowledge.terms(entity.id)
        )

    def _best(self, entities: Sequence[Entity], title: "Title") -> Entity | None:
        if len(entities) == 1:
            return entities[0]
        if title.title is not None:
            holding = [e for e in entities if self._holds(e, title)]
            if holding:
                return holding[0]
        if self.on is not None:
            serving = [e for e in entities if self.knowledge.offices_on(e.id, self.on)]
            if len(serving) == 1:
                return serving[0]
        return entities[0]

    def _known_by_surname(self, text: str, title: "Title", behind: str) -> Entity | None:
        exact = list(self.knowledge.named(text, PERSON))
        entities = exact or list(self.knowledge.surname(text))
        if not entities:
            return None
        if title.title is not None:
            holding = [e for e in entities if self._holds(e, title)]
            serving = [e for e in holding if self._serving(e)]
            pool = serving or holding
            return pool[0] if len(pool) == 1 else None
        serving = [e for e in entities if self._serving(e)]
        if len(serving) == 1:
            return serving[0]
        if behind in NAMED_AFTER_A_LEADER:
            led = [e for e in entities if self._led(e)]
            return max(
                led, key=lambda e: max(t.start or "" for t in self.knowledge.terms(e.id)), default=None
            )
        if len(entities) == 1 and (exact or self.on is None):
            return entities[0]
        if self.on is None and exact:
            return entities[0]
        return None

    def _serving(self, entity: Entity) -> bool:
        return self.on is not None and bool(self.knowledge.offices_on(entity.id, self.on))

    def _title(self, item: Range) -> "Title":
        before = self._title_before(item)
        if before.title is not None:
            return before
        return self._title_apart(item) or self._title_after(item, before)

    def _title_apart(self, item: Range) -> "Title | None":
        """ "The Hungarian prime minister, Viktor Orban, ...": between commas, and no list of people."""
        doc, stop = self.doc, item.start - 1
        if stop < 2 or doc[stop].text != "," or item.end + 1 >= len(doc) or doc[item.end].text != ",":
            return None
        if doc[item.end + 1].lower_ in {"and", "or", "as"}:
            return None
        first = stop
        while first > doc[stop].sent.start and stop - first < LONGEST_TITLE and _may_be_title(doc[first - 1]):
            first -= 1
        for start in range(first, stop):
            office = self.knowledge.office(doc[start:stop].text) if doc[start].lower_ != "the" else None
            if office is not None:
                return Title(office[0], office[1], None, any(t.lower_ in PAST for t in doc[first:stop]))
        return None

    def _title_before(self, item: Range) -> "Title":
        sent_start = self.doc[item.start].sent.start
        start = item.start
        while (
            start > sent_start and item.start - start < LONGEST_TITLE and _may_be_title(self.doc[start - 1])
        ):
            start -= 1
        while start < item.start and self.doc[start].lower_ in {
            "the",
            "and",
            "of",
            "'s",
            "’s",
            "to",
            "for",
            "a",
        }:
            start += 1
        past = any(
            token.lower_ in PAST or token.lower_.startswith(("ex-", "then-"))
            for token in self.doc[start : item.start]
        )
        for first in range(start, item.start):
            words = self.doc[first : item.start].text
            office = self.knowledge.office(words)
            if office is not None:
                return Title(office[0], office[1], self._leftmost(first, start), past)
        last = self.doc[item.start - 1]
        titled = (
            start < item.start
            and last.pos_ in {"NOUN", "PROPN"}
            and (last.lower_ in self.vocab.words["people_titles"] or last.pos_ == "NOUN")
        )
        return Title(None, self._state_in(start, item.start), start if titled else None, past)

    def _leftmost(self, first: int, start: int) -> int:
        """Start of the phrase of which a title is the end: "European Union (EU) diplomacy head"."""
        while first > start and (
            self.doc[first - 1].pos_ in {"ADJ", "PROPN", "NOUN"} or self.doc[first - 1].text in {"(", ")"}
        ):
            if self.doc[first - 1].ent_type_ == "PERSON":
                break
            first -= 1
        return first

    def _title_after(self, item: Range, before: "Title") -> "Title":
        """ "Yoshihide Suga, the Japanese chief cabinet secretary," and "(the) president of Iran"."""
        doc = self.doc
        if item.end + 1 >= len(doc) or doc[item.end].text not in {",", "("}:
            return before
        stop = item.end + 1
        while (
            stop < len(doc)
            and stop - item.end < 12
            and doc[stop].text not in {",", ".", ")", ";", "—", "-"}
            and doc[stop].pos_ not in {"VERB", "AUX", "PRON"}
        ):
            stop += 1
        first = item.end + 1
        while first < stop and doc[first].lower_ in {"the", "a", "an"}:
            first += 1
        for last in range(stop, first, -1):
            office = self.knowledge.office(doc[first:last].text)
            if office is not None:
                past = any(token.lower_ in PAST for token in doc[first:last])
                return Title(office[0], office[1], None, past)
        return Title(None, before.of or self._state_in(first, stop), None, before.past)

    def _state_in(self, start: int, end: int) -> str | None:
        for token in self.doc[start:end]:
            state = self.knowledge.state(token.text) if token.text[:1].isupper() else None
            if state is not None:
                return state.name
        return None

    def _found(self, item: Range, text: str, title: "Title", entity: Entity | None) -> Found:
        country = entity.country if entity else None
        if country is None and title.of is not None:
            state = self.knowledge.state(title.of)
            country = state.country if state else None
        head = head_of(self.doc, item.start, item.end)
        return Found(
            start=item.start,
            end=item.end,
            head=head.i,
            text=text,
            name=entity.name if entity else " ".join(text.split()),
            kind="person",
            country=country,
            entity=entity,
            possessive=_is_possessive(self.doc, item.end),
            title=title.title,
            title_of=title.of,
            title_start=title.start,
            past=title.past,
            quoted=_in_quotes(self.doc, item.start),
        )


class Title(msgspec.Struct, frozen=True):
    """An office as the words beside a name give it; `start` is its first token where it stands before."""

    title: str | None
    of: str | None
    start: int | None
    past: bool


def _may_be_title(token: Token) -> bool:
    if token.text in {"(", ")"} or (token.is_upper and len(token) > 1):
        return True  # "European Union (EU) diplomacy head"
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.lower_ in {
        "of",
        "the",
        "'s",
        "’s",
        "for",
        "to",
        "and",
    }:
        return True
    return token.text == "-" or bool(
        token.text[:1].isupper() and token.pos_ not in {"VERB", "AUX", "ADP", "SCONJ", "ADV", "PRON"}
    )


def _is_possessive(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in {"'s", "’s", "'", "’"}


# states, bodies, places ------------------------------------------------------------------------------


def _thing(doc: Doc, item: Range, knowledge: Knowledge) -> Found | None:
    text = " ".join(doc[item.start : item.end].text.split())
    head = head_of(doc, item.start, item.end)

    def make(entity: Entity | None, **more: object) -> Found:
        kind = entity.kind if entity else KINDS.get(item.label, "organisation")
        fields: dict[str, object] = {
            "start": item.start,
            "end": item.end,
            "head": head.i,
            "text": text,
            "name": entity.name if entity else text,
            "kind": kind,
            "country": entity.country if entity else None,
            "entity": entity,
            "possessive": _is_possessive(doc, item.end),
            "quoted": _in_quotes(doc, item.start),
        }
        return Found(**(fields | more))  # type: ignore[arg-type]

    state = knowledge.state(text)
    if state is not None:
        adjective = knowledge.demonym(text) is not None and (
            head.pos_ == "ADJ" or base(head) in {"amod", "compound"}
        )
        return make(state, adjective=adjective)
    metonym = knowledge.metonym(text)
    if metonym is not None:
        own, stands_for = metonym
        if own is None or (own.kind == "place" and _stands_for_government(doc, head)):
            return make(stands_for, own=own or _named_itself(text, knowledge))
        if own.kind != "place" or _stands_for_government(doc, head):
            return make(stands_for, own=own)
        return make(own)
    if item.label == "ORG":
        known = knowledge.named(text, BODIES)
        if not known and item.end - item.start > 2:
            # "U.N. Security Council Resolution" is the Council's
            shorter = knowledge.named(" ".join(doc[item.start : item.end - 1].text.split()), BODIES)
            known = shorter[:1]
        return make(known[0] if known else _outlet(text, knowledge))
    if item.label == "PLACE" and (text.isupper() or "." in text):
        bodies = knowledge.named(text, BODIES)
        if bodies:
            return make(bodies[0])
    if item.label == "PLACE":
        places = knowledge.places(text)
        known = places or knowledge.named(text, BODIES)
        return make(known[0] if known else None)
    known = knowledge.named(text, BODIES)
    return make(known[0]) if known else None


def _named_itself(text: str, knowledge: Knowledge) -> Entity | None:
    places = knowledge.places(text)
    return places[0] if places else None


def _outlet(text: str, knowledge: Knowledge) -> Entity | None:
    outlet = knowledge.outlet(text)
    return None if outlet is None else Entity(outlet.id, outlet.name, "outlet", outlet.country)


def _stands_for_government(doc: Doc, head: Token) -> bool:
    """Whether a capital or building acts or is dealt with, rather than being where something is."""
    node = head
    while (
        base(node) in {"flat", "compound"}
        and node.head != node
        and node.head.ent_type_ == node.ent_type_ != ""
    ):
        node = node.head
    if base(node) == "conj":
        return _stands_for_government(doc, node.head)
    if base(node) in {"nsubj", "obj", "iobj"}:
        verb = str(node.head.lemma_).lower()
        return not (
            base(node) == "obj"
            and verb
            in {
                "visit",
                "tour",
                "leave",
                "reach",
                "strike",
                "hit",
                "bomb",
                "shell",
                "rock",
                "attack",
                "target",
                "pound",
            }
        )
    if node.dep_ == "nmod:poss":
        return True
    case = case_of(node)
    if base(node) in {"obl", "nmod"} and case:
        return case in {"with", "between", "by", "against", "among", "like"}
    return base(node) in {"compound", "amod"}
