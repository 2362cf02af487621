"""Where around a deed the words stand that may date it."""

from collections.abc import Mapping

from onrecord.extract.bearing import BACKWARDS
from onrecord.extract.carrying import carrier
from onrecord.extract.clause import BARE_CLAUSES, base, case_of, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head
from onrecord.records import TimeExpression
from onrecord.records.parse import Doc, Token

FRONTED = 6  # words of a date that was cut off from the sentence it opens
OCCASIONS = frozenset("time occasion day year".split())
RELATIVE = frozenset({"which", "that"})
OCCUR = frozenset("hold convene take happen occur begin start open resume".split())


class DatedWords:
    """The words of an article that are of a time, sought from a deed outwards."""

    def __init__(self, doc: Doc, at: Mapping[int, TimeExpression]) -> None:
        """`at`: the time expressions, by token."""
        self.doc, self.at = doc, at

    def occurring(self, token: Token) -> list[Token]:
        """ "The visit, first set for August, will take place on September 20"."""
        verb = token.head
        subject = base(token) == "nsubj" and is_verb(verb) and not is_verb(token)
        own = self.own(verb) if subject and lemma(verb) in OCCUR else []
        return [word for word in own if not token.is_ancestor(word)]

    def own(self, token: Token) -> list[Token]:
        """Words that hang on the one that tells the deed, outside of its inner clauses."""
        return [
            part
            for child in token.children
            if not (is_verb(child) and base(child) in {"ccomp", "advcl", "conj", "parataxis", "xcomp"})
            and child.dep_ not in {"acl:relcl", "nsubj"}
            for part in child.subtree
            if part.i in self.at
        ]

    def carried(self, token: Token) -> list[Token]:
        """Words that hang on the verb that carries a noun."""
        verb = carrier(token)
        return [] if verb is None else self.own(verb)

    def above(self, token: Token) -> list[Token]:
        """Words of the clause that an infinitive or participle hangs on ("is set to travel on May 9")."""
        head = clause_head(token)
        inner = head.dep_ in BARE_CLAUSES or head.dep_.startswith("advcl:")
        if inner and head.head != head and not _set_off(head):
            return self.own(clause_head(head.head))
        if base(head) == "conj":
            return [part for part in self.own(head.head) if part.i < head.head.i]
        return []

    def referred(self, token: Token) -> list[Token]:
        """ "A resolution passed in September, which banned the sale of oil", "the coup in 2019, which ousted him"."""
        clause = clause_head(token)
        if clause.dep_ != "acl:relcl":
            return []
        noun = clause.head
        itself = noun.pos_ == "NOUN" and any(
            base(c) == "nsubj" and c.lower_ in RELATIVE for c in clause.children
        )
        return [
            word
            for child in noun.children
            if child.i < clause.i
            and (child.dep_ == "acl" or (itself and base(child) == "nmod" and case_of(child) in {"in", "on"}))
            for word in child.subtree
            if word.i in self.at
        ]

    def time_named(self, token: Token) -> list[Token]:
        """ "The last time the two met was in June"."""
        clause = clause_head(token)
        noun = clause.head
        named = clause.dep_.startswith("acl") and lemma(noun) in OCCASIONS and noun.head.i in self.at
        return [noun.head] if named else []

    def fronted(self, token: Token) -> list[Token]:
        """A date before the sentence that was cut off from it: "On Friday | the ministers met"."""
        first = token.sent.start
        if first == 0 or clause_head(token) != token.sent.root:
            return []
        before = self.doc[first - 1].sent
        words = [word for word in before if word.pos_ not in {"SPACE", "PUNCT", "SYM"} or word.i in self.at]
        if not words or len(words) > FRONTED or "\n" in before.text or words[-1].i not in self.at:
            return []
        return [word for word in words if word.i in self.at]


def _set_off(clause: Token) -> bool:
    """ "was to be restored this morning after Seoul proposed talks": another time than that of the clause above."""
    return any(child.lower_ in BACKWARDS for child in clause.children if child.i < clause.i)
