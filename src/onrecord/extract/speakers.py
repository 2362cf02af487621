"""Who a source phrase means: a person, a body, an outlet, or somebody without a name.

Phrases are resolved in the order of the text, since "he added", "the ministry said" and "the statement" go
back to whoever spoke before.
"""

from onrecord.extract.cast import Cast
from onrecord.extract.clause import base, lemma
from onrecord.extract.descriptions import UNNAMED, Descriptions, bare
from onrecord.extract.naming import NamedSpeakers
from onrecord.extract.sayings import named_before
from onrecord.extract.turns import FEMALE, MALE, Speaker, Turns
from onrecord.extract.utterances import head_of, noun_phrase, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

FIRST_PERSON = frozenset({"i", "we", "me", "us"})


class Speakers:
    """Resolves source phrases of one text; call in the order of the text."""

    def __init__(self, doc: Doc, cast: Cast, vocab: Vocab, turns: Turns, outlet: str | None = None) -> None:
        """`outlet`: the article's own, which "this newspaper" means."""
        self.doc, self.cast, self.turns, self.words = doc, cast, turns, vocab.words
        self.named = NamedSpeakers(doc, cast, vocab, turns)
        self.described = Descriptions(doc, cast, vocab, turns, outlet, self._owner, self.named.figure)

    def _owner(self, token: Token) -> Speaker | None:
        return self.of(noun_phrase(token))

    def of(self, source: Span) -> Speaker | None:
        """Whom the phrase means, or None where it means nobody who could speak."""
        tokens = [t for t in tokens_in(self.doc, source) if not t.is_space]
        while tokens and tokens[0].lower_ in {"according", "to", "as", "by", "from", ",", "per"}:
            tokens = tokens[1:]
        if not tokens:
            return None
        source = Span(tokens[0].idx, source.end)
        head = head_of(tokens)
        if head.pos_ == "PRON" or head.lower_ in MALE | FEMALE:
            return self._pronoun(head, source)
        outlet = self.named.outlet(tokens, head)
        if outlet is not None:
            return outlet
        return (
            self.named.titled(tokens)
            or self.named.name(head, source)
            or self.named.apposed(tokens, head)
            or self.named.behind(tokens, head)
            or self.described.speaker(head, source)
        )

    def _pronoun(self, head: Token, source: Span) -> Speaker | None:
        word = head.lower_
        if word in FIRST_PERSON:
            return None
        named = named_before(head, self.cast) if word == "who" else None
        if named is not None:
            return self.named.name(named, source)
        if word in {"who", "which", "that"}:
            figures = self.cast.of(head)
            if len(figures) == 1:
                return self.named.figure(figures[0], head)
            return self._antecedent(head)
        last = self.turns.last(source.start, word)
        if last is not None:
            return last
        if word == "it" and (back := self._body_before(head) or self._thing_before(head)) is not None:
            return back
        figures = self.cast.of(head)
        if len(figures) == 1:
            return self.named.figure(figures[0], head)
        if word in {"some", "many", "others", "one", "everyone", "all", "most", "few", "another"}:
            phrase = bare(self.doc.text[source.start : source.end])
            return Speaker((), phrase, UNNAMED, anonymous=True)
        if word in MALE | FEMALE | {"they"}:
            names = " and ".join(figure.name for figure in figures)
            return Speaker(figures, names or word, names or UNNAMED, not names)
        return None

    def _body_before(self, head: Token) -> Speaker | None:
        """ "The army struck a depot, it said": the body that is the subject of the clause before, not its state."""
        for token in self.doc[head.sent.start : head.i]:
            one = "Plur" not in token.morph.get("Number")
            if one and base(token) == "nsubj" and lemma(token) in self.words["institutions"]:
                return self.of(noun_phrase(token))
        return None

    def _thing_before(self, head: Token) -> Speaker | None:
        """ "The summary made no mention ... They agreed to talk, it said": the subject of the sentence before."""
        if head.sent.start == 0:
            return None
        before = self.doc[head.sent.start - 1].sent
        if "\n" in self.doc.text[before[0].idx : head.idx]:
            return None
        for token in before:
            if (
                base(token) == "nsubj"
                and lemma(token) in self.words["documents"] | self.words["institutions"]
            ):
                return self.of(noun_phrase(token))
        return None

    def _antecedent(self, head: Token) -> Speaker | None:
        """ "the official who said": the noun that the clause hangs on."""
        verb = head.head
        if verb.dep_ not in {"acl:relcl", "acl"} or verb.head == verb:
            return None
        if verb.head.pos_ == "PRON":  # "those who said"
            return Speaker((), verb.head.text, UNNAMED, anonymous=True)
        phrase = noun_phrase(verb.head)
        # in a garbled parse the noun's phrase may come to the clause's own word again: that leads nowhere
        if head_of(tokens_in(self.doc, phrase)).lower_ in {"who", "which", "that"}:
            return None
        return self.of(phrase)
