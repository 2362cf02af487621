"""spaCy's `Doc` → the plain `Doc` that the rules read."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken

from onrecord.annotate.mended import changes
from onrecord.records.parse import Doc, Morph, Phrase, Token


def plain(annotated: SpacyDoc) -> Doc:
    """All that the rules look at, copied once. Of a doc without sentences, the whole is one."""
    doc = Doc(annotated.text)
    morphs: dict[str, Morph] = {}
    doc.words = [_word(doc, word, morphs) for word in annotated]
    for own, word in zip(doc.words, annotated, strict=True):
        own.head = doc.words[word.head.i]
    _hang(doc.words)
    _bound(doc.words)
    doc.sents = tuple(Phrase(doc, start, end) for start, end in _sentences(annotated))
    for sentence in doc.sents:
        for own in sentence:
            own.sent = sentence
    _mend(doc.words)
    doc.ents = tuple(Phrase(doc, ent.start, ent.end, ent.label_) for ent in annotated.ents)
    doc.user_data = dict(annotated.user_data)
    return doc


def _word(doc: Doc, word: SpacyToken, morphs: dict[str, Morph]) -> Token:
    own = Token()
    own.doc, own.i, own.idx = doc, word.i, word.idx
    own.text, own.whitespace_, own.lower_ = word.text, word.whitespace_, word.lower_
    own.lemma_, own.pos_, own.tag_, own.dep_ = word.lemma_, word.pos_, word.tag_, word.dep_
    own.relation = word.dep_.partition(":")[0]
    own.ent_type_, own.is_sent_start = word.ent_type_, bool(word.is_sent_start)
    feats = str(word.morph)
    if feats not in morphs:
        morphs[feats] = Morph(feats)
    own.morph = morphs[feats]
    own.is_alpha, own.is_punct, own.is_space = word.is_alpha, word.is_punct, word.is_space
    own.is_title, own.is_upper, own.like_num = word.is_title, word.is_upper, word.like_num
    return own


def _mend(words: list[Token]) -> None:
    """Sets right what the parser is known to misread; of two changes that contradict each other, the first."""
    found = list(changes(words))
    for word, head, relation in found:
        if word.is_ancestor(head):
            continue  # each was right about the tree as it was; both would make a ring of it
        word.head, word.dep_, word.relation = head, relation, relation.partition(":")[0]
    if found:
        _hang(words)
        _bound(words)


def _hang(words: list[Token]) -> None:
    """Gives every word what hangs on it."""
    lefts: list[list[Token]] = [[] for _ in words]
    rights: list[list[Token]] = [[] for _ in words]
    for word in words:
        if word.head is not word:
            (lefts if word.i < word.head.i else rights)[word.head.i].append(word)
    for word, before, after in zip(words, lefts, rights, strict=True):
        word._subtree = None
        word.lefts, word.rights = tuple(before), tuple(after)
        word.children = (*word.lefts, *word.rights)


def _bound(words: list[Token]) -> None:
    """Gives every word the first and last word of its subtree."""
    ordered = [word for word in words if word.head is word]
    for word in ordered:  # grows while it is gone through: heads come before what hangs on them
        ordered.extend(word.children)
    for word in words:
        word.left_edge = word.right_edge = word
    for word in reversed(ordered):
        head = word.head
        if word.left_edge.i < head.left_edge.i:
            head.left_edge = word.left_edge
        if word.right_edge.i > head.right_edge.i:
            head.right_edge = word.right_edge


def _sentences(annotated: SpacyDoc) -> Iterator[tuple[int, int]]:
    if annotated.has_annotation("SENT_START"):
        for sentence in annotated.sents:
            yield sentence.start, sentence.end
    elif len(annotated):
        yield 0, len(annotated)
