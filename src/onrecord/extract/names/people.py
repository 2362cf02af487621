"""The people of an article: full names, surnames that stand for them, and surnames that everybody knows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from onrecord.extract.clause import lemma
from onrecord.extract.names.found import (
    BODIES,
    PERSON,
    Found,
    Range,
    Title,
    head_of,
    in_quotes,
    is_possessive,
)
from onrecord.extract.names.known import KnownPeople
from onrecord.extract.names.parts import NAMED_AFTER_A_LEADER, PARTICLES
from onrecord.extract.names.titles import Titles
from onrecord.knowledge import Knowledge
from onrecord.knowledge.folding import fold, loose
from onrecord.records import Entity
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

LONG_ENOUGH = 6  # letters of a surname that may be told in spite of another spelling
ALIKE = 90.0  # of 100: how alike two spellings of a surname in one article must be
FAMILY_FIRST = frozenset({"CN", "KP", "KR", "TW", "VN", "KH", "HK"})


class People:
    """Resolves the people of one article, remembering the full names it has given."""

    def __init__(self, doc: Doc, knowledge: Knowledge, vocab: Vocab, on: str | None) -> None:
        self.doc, self.knowledge = doc, knowledge
        self.known = KnownPeople(knowledge, on)
        self.titles = Titles(doc, knowledge, vocab)
        self.by_surname: dict[str, list[Found]] = defaultdict(list)

    def full(self, item: Range) -> Found:
        """A name of several words."""
        text = self.doc[item.start : item.end].text.replace("\n", " ")
        title = self.titles.of(item)
        entity = self.known.by_name(text, title, private=self._is_private(item, title))
        found = self._found(item, text, title, entity)
        known = entity.name.split()[-1:] if entity and found.country not in FAMILY_FIRST else []
        for part in dict.fromkeys((*_surnames(text), text.split()[0], *known)):
            if len(part) > 1:
                self.by_surname[fold(part)].append(found)
        return found

    def _is_private(self, item: Range, title: Title) -> bool:
        """Whether the text tells a name apart from a like one: "Emmanuel Macon, a baker", "Jon Kerry of York"."""
        doc = self.doc
        if title.title is not None or item.end + 2 >= len(doc):
            return False
        if doc[item.end].lower_ in {"of", "from"} and doc[item.end + 1].text[:1].isupper():
            return self.knowledge.state(doc[item.end + 1].text) is None
        if doc[item.end].text != "," or doc[item.end + 1].lower_ not in {"a", "an"}:
            return False
        noun = next((w for w in doc[item.end + 2 : item.end + 7] if w.pos_ == "NOUN"), None)
        return noun is not None and lemma(noun) not in self.titles.vocab.words["people_titles"]

    def unmarked(self, ranges: Sequence[Range]) -> Iterator[Range]:
        """Surnames of people named in full that the language model passed over."""
        taken = {index for item in ranges for index in range(item.start, item.end)}
        for token in self.doc:
            if token.i not in taken and token.is_title and token.pos_ in {"PROPN", "NOUN"} and len(token) > 2:
                item = Range(token.i, token.i + 1, "PERSON")
                if self.is_surname(item):
                    yield item

    def is_short(self, item: Range) -> bool:
        """Whether a word that is not marked as a person stands for one all the same."""
        return (
            self.is_surname(item)
            or self.gives_its_name(item)
            or self.is_known_short(item)
            or self._is_household(item)
        )

    def _is_household(self, item: Range) -> bool:
        """Whether a word is only known as the surname of one whom everybody knows by it: "Netanyahu"."""
        text = self.doc[item.start : item.end].text
        if item.end - item.start > 1 or item.label == "PERSON" or not text.istitle():
            return False
        knowledge = self.knowledge
        if knowledge.metonym(text) or knowledge.state(text) or knowledge.named(text, BODIES):
            return False
        if knowledge.places(text) or knowledge.outlet(text) is not None:
            return False
        nobody = Title(None, None, None, False)
        known = self.known.by_surname(text, nobody, "")
        return known is not None and self.known.is_household(known)

    def is_surname(self, item: Range) -> bool:
        """Whether a name marked as something else is the surname of somebody named in full here."""
        if item.end - item.start > 1 or "." in self.doc[item.start].text or self.doc[item.start].is_upper:
            return False
        return any(
            fold(found.text.split()[0 if found.country in FAMILY_FIRST else -1])
            == fold(self.doc[item.start].text)
            for found in self.by_surname.get(fold(self.doc[item.start].text), ())
        )

    def is_known_short(self, item: Range) -> bool:
        """Whether a word in capitals is what somebody known is called: "MBS", marked as a body."""
        text = self.doc[item.start : item.end].text
        if item.end - item.start > 1 or not text.isupper() or len(text) < 3 or item.label == "PERSON":
            return False
        return bool(self.knowledge.named(text, PERSON)) and not self.knowledge.named(text, BODIES)

    def gives_its_name(self, item: Range) -> bool:
        """Whether a government goes by this surname: "the Biden administration", marked as a body."""
        if item.end - item.start > 1 or item.end >= len(self.doc) or item.label == "PERSON":
            return False
        text = self.doc[item.start].text
        return (
            self.doc[item.end].lower_ in NAMED_AFTER_A_LEADER
            and self.knowledge.state(text) is None
            and self.knowledge.metonym(text) is None
            and any(self.known.led(entity) for entity in self.knowledge.surname(text))
        )

    def short(self, item: Range) -> Found:
        """A surname: of somebody named in full in this article, or of one known by it."""
        text = " ".join(self.doc[item.start : item.end].text.split())
        title = self.titles.of(item)
        behind = self.doc[item.end].lower_ if item.end < len(self.doc) else ""
        holder = self.known.holder(text, title)
        same = self._same_in_article(item, text, title)
        if holder is not None and same is not None and same.title != title.title:
            same = None if same.entity != holder else same  # "President Bush", where only his father is named
        if same is not None and same.start > item.start and title.title is None:
            # "Xi showed Trump ... Melania Trump came along": named after, and not the one whom everybody means
            head = self.known.by_surname(text, title, behind)
            same = same if head is None or head == same.entity or not self.known.heads(head) else None
        if same is not None:
            return msgspec.structs.replace(
                self._found(item, text, title, same.entity), name=same.name, country=same.country
            )
        return self._found(item, text, title, holder or self.known.by_surname(text, title, behind))

    def _same_in_article(self, item: Range, text: str, title: Title) -> Found | None:
        candidates = self.by_surname.get(fold(text)) or self._spelt_otherwise(text)
        if not candidates:
            return None
        surname_first = [
            c for c in candidates if fold(c.text.split()[-1]) == fold(text) or c.country in FAMILY_FIRST
        ]
        pool = surname_first or candidates
        if len(_people(pool)) > 1 and title.title is not None:
            pool = [c for c in pool if c.title == title.title] or pool
        before = [c for c in pool if c.start < item.start]
        pool = before or pool
        if len(_people(pool)) > 1:
            serving = [c for c in pool if c.entity is not None and self.known.serving(c.entity)]
            pool = serving if len(_people(serving)) == 1 else pool
        return pool[-1] if before else pool[0]

    def _spelt_otherwise(self, text: str) -> list[Found]:
        """People named in full whose surname is written a little differently here: "Yanukovich"."""
        key = fold(text)
        if len(key) < LONG_ENOUGH:
            return []
        found: list[Found] = []
        for other, people in self.by_surname.items():
            alike = loose(other) == loose(key) or (other[0] == key[0] and fuzz.ratio(other, key) >= ALIKE)
            found += people if alike and len(other) >= LONG_ENOUGH else []
        return found

    def _found(self, item: Range, text: str, title: Title, entity: Entity | None) -> Found:
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
            possessive=is_possessive(self.doc, item.end),
            title=title.title,
            title_of=title.of,
            title_start=title.start,
            past=title.past,
            quoted=in_quotes(self.doc, item.start),
        )


def _people(found: Sequence[Found]) -> set[str]:
    return {one.entity.id if one.entity else fold(one.name) for one in found}


def _surnames(text: str) -> list[str]:
    """The last word of a name, and the last words with their particles: "Leyen", "von der Leyen"."""
    words = text.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower().rstrip(".") in PARTICLES:
        first -= 1
    return [words[-1], " ".join(words[first:])]
