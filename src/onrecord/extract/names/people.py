"""The people of an article: full names, surnames that stand for them, and surnames that everybody knows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.extract.names.found import Found, Range, Title, head_of, in_quotes, is_possessive
from onrecord.extract.names.known import KnownPeople
from onrecord.extract.names.spotting import NAMED_AFTER_A_LEADER
from onrecord.extract.names.titles import Titles
from onrecord.knowledge import Knowledge
from onrecord.knowledge.folding import fold
from onrecord.records import Entity
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

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
        entity = self.known.by_name(text, title)
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
            and any(self.known.led(entity) for entity in self.knowledge.surname(text))
        )

    def short(self, item: Range) -> Found:
        """A name of one word: of somebody named in full in this article, or of one known by it."""
        text = self.doc[item.start : item.end].text
        title = self.titles.of(item)
        same = self._same_in_article(item, text, title)
        if same is not None:
            return msgspec.structs.replace(
                self._found(item, text, title, same.entity), name=same.name, country=same.country
            )
        behind = self.doc[item.end].lower_ if item.end < len(self.doc) else ""
        return self._found(item, text, title, self.known.by_surname(text, title, behind))

    def _same_in_article(self, item: Range, text: str, title: Title) -> Found | None:
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
