"""Goes through the text word by word and keeps in mind whom it speaks of."""

from onrecord.extract.cast.counterparts import COUNTERPART
from onrecord.extract.cast.discourse import SOMEBODY, Discourse
from onrecord.extract.cast.figures import Figure, Resolve, each_once
from onrecord.extract.cast.groups import PAIRS, STATES
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.pronouns import PERSONAL
from onrecord.extract.clause import base, conjuncts, lemma
from onrecord.records.parse import Token

NOT_SPOKEN_OF = frozenset({"flat", "compound", "amod", "fixed", "goeswith"})


class Listener:
    """Keeps every phrase that stands for somebody or something; `of` says whom a phrase means."""

    def __init__(self, named: Named, discourse: Discourse, of: Resolve) -> None:
        self.named, self.discourse, self.of = named, discourse, of
        words = named.vocab.words
        self._people = (
            words["people_titles"] | words["unnamed"] | words["male"] | words["female"] | COUNTERPART
        )
        self._groups = words["people_titles"] | words["groups"] | STATES | PAIRS

    def listen(self, token: Token) -> None:
        """Hear the phrase of which the token is the head, if it is one of somebody."""
        found = self.named.at(token)
        if found is not None:
            if found.head == token.i and not found.adjective:
                self._hear(token, (self.named.figure(found),))
        elif token.lower_ in PERSONAL:
            self._hear(token, self.of(token), pronoun=True)
        elif token.pos_ in {"NOUN", "NUM"} and self.named.titled(token) is None:
            self._hear_noun(token)

    def _hear_noun(self, token: Token) -> None:
        word = lemma(token)
        if base(token) in NOT_SPOKEN_OF or (word not in self._people and word not in self._groups):
            return
        figures = self.of(token)
        if figures:
            self._hear(token, figures)
        single = word in self._people and "Plur" not in token.morph.get("Number")
        if single and not any(figure.person for figure in figures) and not _is_predicate(token):
            self._hear(token, (self._somebody(word),))

    def _somebody(self, word: str) -> Figure:
        words = self.named.vocab.words
        gender = "f" if word in words["female"] else "m" if word in words["male"] else None
        return Figure(f"{SOMEBODY}{word}", word, "person", None, gender, known=False)

    def _hear(self, token: Token, figures: tuple[Figure, ...], pronoun: bool = False) -> None:
        if figures:
            self.discourse.hear(token, figures, pronoun)
        first = token
        while base(first) == "conj" and first.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            first = first.head
        if first != token:
            parts = list(conjuncts(first))
            together = each_once(self.of, parts) if parts[-1] == token else ()
            if len(together) > 1:
                self.discourse.hear(token, together)


def _is_predicate(token: Token) -> bool:
    """Whether a noun says what somebody is rather than bringing somebody in."""
    return base(token) in {"appos", "xcomp"} or any(child.dep_ == "cop" for child in token.children)
