"""Which day belongs to a deed."""

from collections.abc import Sequence

from onrecord.extract.clause import base, carrier, is_verb
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.triggers import Match
from onrecord.records import Span, TimeExpression, When
from onrecord.records.parse import Doc, Token

DATED = frozenset({"DATE", "TIME"})


class Calendar:
    """The time expressions of an article, by token."""

    def __init__(self, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.doc = doc
        self.at: dict[int, TimeExpression] = {}
        for item in times:
            if item.type in DATED and item.first is not None:
                part = doc.char_span(item.start, item.end, alignment_mode="expand")
                if part is not None:
                    for token in part:
                        self.at[token.i] = item

    def when(self, match: Match) -> tuple[When | None, str]:
        """The expression that dates a deed, and the rule that chose it."""
        token = self.doc[match.token]
        for rule, words in (
            ("at the word itself", self._own(token)),
            ("at the verb that carries it", self._carried(token)),
            ("in its clause", clause_of(self.doc, match.token)),
            ("in the clause above", self._above(token)),
            ("in its sentence", self._alone(token)),
        ):
            item = self._nearest(token, words)
            if item is not None:
                return as_when(item), f"day {rule}: “{item.text}”"
        return None, ""

    def _own(self, token: Token) -> list[Token]:
        return [
            part
            for child in token.children
            if not (is_verb(child) and base(child) in {"ccomp", "advcl", "conj", "parataxis", "xcomp"})
            and child.dep_ not in {"acl:relcl", "nsubj"}
            for part in child.subtree
            if part.i in self.at and not self._in_inner_clause(part, token)
        ]

    def _in_inner_clause(self, part: Token, top: Token) -> bool:
        node = part
        for _ in range(20):
            if node == top or node.head == node:
                return False
            if node.dep_ == "acl:relcl" or (is_verb(node) and base(node) in {"ccomp", "advcl", "parataxis"}):
                return True
            node = node.head
        return False

    def _carried(self, token: Token) -> list[Token]:
        verb = carrier(token)
        return [] if verb is None else self._own(verb)

    def _above(self, token: Token) -> list[Token]:
        """Words of the clause that an infinitive or participle hangs on ("is set to travel on May 9")."""
        head = clause_head(token)
        if base(head) in {"xcomp", "advcl", "acl"} and head.head != head:
            return self._own(clause_head(head.head))
        if base(head) == "conj":
            return [part for part in self._own(head.head) if part.i < head.head.i]
        return []

    def _alone(self, token: Token) -> list[Token]:
        """Words of the sentence where it has one day only, and the deed is not told in an inner finite clause."""
        dated = [word for word in token.sent if word.i in self.at]
        if len({self.at[word.i] for word in dated}) != 1 or clause_head(token).dep_ == "acl:relcl":
            return []
        # "said on Monday that the visit ...": the day is that of the saying
        return [] if any(_says(clause_head(word), token) for word in dated) else dated

    def _nearest(self, token: Token, words: Sequence[Token]) -> TimeExpression | None:
        dated = [word for word in words if word.i in self.at]
        if not dated:
            return None
        exact = [word for word in dated if self.at[word.i].precision == "day"]
        return self.at[min(exact or dated, key=lambda word: abs(word.i - token.i)).i]


def as_when(item: TimeExpression) -> When:
    """The expression as the time of a claim."""
    return When(item.first, item.last, item.precision, Span(item.start, item.end))


def _says(verb: Token, token: Token) -> bool:
    """Whether a word stands in the clause that a verb has as its content."""
    node = token
    for _ in range(40):
        if base(node) in {"ccomp", "parataxis"} and node.head == verb:
            return True
        if node.head == node:
            return False
        node = node.head
    return False
