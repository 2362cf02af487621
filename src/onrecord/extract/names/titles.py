"""The title that the words beside a name give its bearer."""

from onrecord.extract.names.found import Range, Title
from onrecord.knowledge import Knowledge
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

LONGEST_TITLE = 9  # tokens before a name that may belong to its title
LONGEST_APPOSITION = 12  # tokens behind a name in which its title may stand
PAST = frozenset(
    (
        "former ex then late ousted deposed ex- onetime one-time outgoing previous erstwhile toppled overthrown slain "
        "assassinated fallen retired disgraced"
    ).split()
)
STYLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sheikh", "sheikha", "he"})
SMALL = frozenset({"of", "the", "'s", "’s", "for", "to", "and"})


class Titles:
    """Reads the titles of one article's people."""

    def __init__(self, doc: Doc, knowledge: Knowledge, vocab: Vocab) -> None:
        self.doc, self.knowledge, self.vocab = doc, knowledge, vocab

    def of(self, item: Range) -> Title:
        """The office that a name is given: right before it, before a comma, or behind it."""
        before = self._before(item)
        if before.title is not None:
            return before
        return self._apart(item) or self._behind(item, before)

    def _apart(self, item: Range) -> Title | None:
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

    def _before(self, item: Range) -> Title:
        start = self._first(item)
        past = any(
            token.lower_ in PAST or token.lower_.startswith(("ex-", "then-"))
            for token in self.doc[self._with_then(start) : item.start]
        )
        end = self._without_style(start, item.start)
        for first in range(start, end):
            if end < item.start and self._of(first, start):
                continue  # "the representative of the Amir Sheikh Jassim" is not the Amir
            office = self.knowledge.office(self.doc[first:end].text)
            if office is not None:
                return Title(office[0], office[1], self._leftmost(first, start), past)
        last = self.doc[item.start - 1]
        titled = (
            start < item.start
            and last.pos_ in {"NOUN", "PROPN"}
            and (last.lower_ in self.vocab.words["people_titles"] or last.pos_ == "NOUN")
        )
        return Title(None, self._state_in(start, item.start), start if titled else None, past)

    def _without_style(self, start: int, end: int) -> int:
        """Where a title ends before a style that the name is given besides: "Foreign Minister H.E. Dr. Anton Rell"."""
        styles = self.vocab.words["ranks"] | STYLES
        while end - start > 1 and self.doc[end - 1].lower_ in styles:
            end -= 1
        return end

    def _of(self, first: int, start: int) -> bool:
        """Whether "of" or "of the" stands before a word of a title."""
        before = first - 1 - (self.doc[first - 1].lower_ == "the")
        return before >= start and self.doc[before].lower_ == "of"

    def _with_then(self, start: int) -> int:
        """Where a title begins with the "then-" or "ex-" that stands before it."""
        begin = self.doc[start].sent.start if start < len(self.doc) else start
        if start > begin and self.doc[start].text != "-" and self.doc[start - 1].text == "-":
            start -= 1
        return start - 1 if start > begin and self.doc[start - 1].lower_ in PAST else start

    def _first(self, item: Range) -> int:
        """The first token before a name that may belong to its title."""
        sent_start = self.doc[item.start].sent.start
        start = item.start
        while (
            start > sent_start
            and item.start - start < LONGEST_TITLE
            and _may_be_title(self.doc[start - 1])
            and self.doc[start - 1].ent_type_ != "PERSON"  # "Hakan Fidan and US counterpart Marco Rubio"
        ):
            start -= 1
        while start < item.start and self.doc[start].lower_ in SMALL | {"a"}:
            start += 1
        return start

    def _leftmost(self, first: int, start: int) -> int:
        """Start of the phrase of which a title is the end: "European Union (EU) diplomacy head"."""
        while first > start and (
            self.doc[first - 1].pos_ in {"ADJ", "PROPN", "NOUN"} or self.doc[first - 1].text in {"(", ")"}
        ):
            if self.doc[first - 1].ent_type_ == "PERSON":
                break
            first -= 1
        return first

    def _behind(self, item: Range, before: Title) -> Title:
        """ "Yoshihide Suga, the Japanese chief cabinet secretary," and "(the) president of Iran"."""
        doc = self.doc
        if item.end + 1 >= len(doc) or doc[item.end].text not in {",", "("}:
            return before
        stop = item.end + 1
        while (
            stop < len(doc)
            and stop - item.end < LONGEST_APPOSITION
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


def _may_be_title(token: Token) -> bool:
    if token.text in {"(", ")"} or (token.is_upper and len(token) > 1):
        return True  # "European Union (EU) diplomacy head"
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.lower_ in SMALL:
        return True
    return token.text == "-" or bool(
        token.text[:1].isupper() and token.pos_ not in {"VERB", "AUX", "ADP", "SCONJ", "ADV", "PRON"}
    )
