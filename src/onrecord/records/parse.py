"""The annotation of one text as the rules read it: the parse, names and what spaCy's `Doc` says, as plain objects.

spaCy makes a new `Token` and looks strings up at every look; the rules look some seventy times at each word.
Here each word is one object whose fields are set once. Names and meanings are spaCy's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Literal, overload

Alignment = Literal["contract", "expand"]


KEPT = 256
"""Words up to which a subtree is kept; those of a chain as long as the text would fill the memory."""


class Morph:
    """Universal features of a word, such as Tense=Past."""

    __slots__ = ("_values",)

    def __init__(self, feats: str) -> None:
        pairs = (pair.partition("=") for pair in feats.split("|") if "=" in pair)
        self._values: dict[str, list[str]] = {key: value.split(",") for key, _, value in pairs}

    def get(self, field: str) -> list[str]:
        """The values of a feature; empty where the word has none."""
        return self._values.get(field, [])


class Token:
    """One token. `i` is its place in the doc, `idx` its first character; a root is its own `head`."""

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct",
        "is_sent_start", "is_space", "is_title", "is_upper", "left_edge", "lefts", "lemma_", "like_num", "lower_",
        "morph", "pos_", "relation", "right_edge", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    relation: str
    """`dep_` without its subtype: `obl` of `obl:tmod`."""
    ent_type_: str
    morph: Morph
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    is_sent_start: bool
    head: Token
    lefts: Sequence[Token]
    rights: Sequence[Token]
    children: Sequence[Token]
    """Words that depend on it, in order; `lefts` and `rights` those before and after it."""
    left_edge: Token
    right_edge: Token
    """First and last word of its subtree."""
    sent: Phrase
    _subtree: tuple[Token, ...] | None

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r})"

    @property
    def text_with_ws(self) -> str:
        """Its text and the space after it."""
        return self.text + self.whitespace_

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word and all that hangs on it: what hangs on its left, itself, what hangs on its right."""
        if self._subtree is not None:
            return self._subtree
        found: list[Token] = []
        waiting: list[tuple[Token, bool]] = [(self, False)]  # no recursion: chains may be as long as the text
        while waiting:
            word, opened = waiting.pop()
            if opened or not word.children:
                found.append(word)
                continue
            waiting.extend((child, False) for child in reversed(word.rights))
            waiting.append((word, True))
            waiting.extend((child, False) for child in reversed(word.lefts))
        whole = tuple(found)
        if len(whole) <= KEPT:
            self._subtree = whole
        return whole

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head's head, up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Token) -> bool:
        """Whether `other` hangs on it, directly or not."""
        return any(word is self for word in other.ancestors)

    def nbor(self, i: int = 1) -> Token:
        """The word `i` places on. Raises IndexError beyond the doc."""
        if not 0 <= self.i + i < len(self.doc):
            raise IndexError(self.i + i)
        return self.doc[self.i + i]


class Phrase(Sequence[Token]):
    """Words `start` to `end` (half-open) of a doc; `label_` where it is a name."""

    __slots__ = ("_root", "doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._root: Token | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Phrase: ...
    def __getitem__(self, key: int | slice) -> Token | Phrase:
        if isinstance(key, slice):
            start, end, _ = key.indices(len(self))
            return Phrase(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.words[range(self.start, self.end)[key]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and (self.doc, *self._key()) == (other.doc, *other._key())

    def __hash__(self) -> int:
        return hash((id(self.doc), *self._key()))

    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Phrase({self.start}, {self.end}, {self.text!r})"

    @property
    def start_char(self) -> int:
        """Its first character in the text."""
        words = self.doc.words
        return words[self.start].idx if self.start < len(words) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The character after its last."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters, without the space after them."""
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def root(self) -> Token:
        """The word on which the others hang: of several, the one nearest to the sentence's root, the first."""
        if self._root is None:
            self._root = self._find_root()
        return self._root

    def _find_root(self) -> Token:
        best, steps = None, 0
        for word in self:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                own = sum(1 for _ in word.ancestors)
                if best is None or own < steps:
                    best, steps = word, own
        return best if best is not None else self.doc.words[self.start]


class Doc:
    """A whole text: `words` in order, `sents` that cover them, `ents` (names), and `user_data` for what the rules
    remember of it; `user_data["utterances"]` holds what the language model takes for reported speech.
    """

    __slots__ = ("ents", "sents", "text", "user_data", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Token] = []
        self.sents: tuple[Phrase, ...] = ()
        self.ents: tuple[Phrase, ...] = ()
        self.user_data: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Phrase: ...
    def __getitem__(self, key: int | slice) -> Token | Phrase:
        if isinstance(key, slice):
            start, end, _ = key.indices(len(self.words))
            return Phrase(self, start, max(start, end))
        return self.words[key]

    def char_span(self, start: int, end: int, alignment_mode: Alignment) -> Phrase | None:
        """The words inside characters `start` to `end` ("contract"), or all that they touch ("expand").

        None where there are none, or the characters leave the text.
        """
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = self._word_at(start), self._word_at(end - 1)
        before = self.words[first]
        if alignment_mode == "expand":
            # the space after a word is no part of it
            first += start == before.idx + len(before.text)
        else:
            first += before.idx < start
            last -= end < self.words[last].idx + len(self.words[last].text)
            if last < first:
                return None
        return Phrase(self, first, max(first, last + 1))

    def _word_at(self, place: int) -> int:
        """Index of the word at a character, which may be the space after it."""
        return bisect_right(self.words, place, key=_first_character) - 1


def _first_character(word: Token) -> int:
    return word.idx
