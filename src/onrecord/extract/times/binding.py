"""Where an expression hangs in the parse: the word that it dates, and the preposition before it."""

from bisect import bisect_right

from onrecord.records import TimeExpression
from onrecord.records.parse import Doc, Token


class Tokens:
    """The tokens of a `Doc` by their place in its text."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap characters `start` to `end`."""
        if not self._starts:
            return []
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, max(start, end - 1))
        return [self._doc[number] for number in range(first, last)]

    def root(self, start: int, end: int) -> Token | None:
        """The token of these characters whose head lies outside of them; the first, where there are more."""
        tokens = self.within(start, end)
        inside = {token.i for token in tokens}
        for token in tokens:
            if token.head == token or token.head.i not in inside:
                return token
        return tokens[0] if tokens else None


def governing(expression: TimeExpression, doc: Doc) -> Token | None:
    """The token that the expression modifies: the head of its root token.

    The root itself, where it heads its sentence ("The summit is on Friday"). None for an empty `Doc`.
    """
    root = Tokens(doc).root(expression.start, expression.end)
    return root.head if root is not None else None


def signal(expression: TimeExpression, doc: Doc) -> str | None:
    """The preposition that introduces the expression, in lower case ("since", "by", "until"), if any."""
    root = Tokens(doc).root(expression.start, expression.end)
    if root is None:
        return None
    for child in root.lefts:
        if child.dep_ in {"case", "mark"} and child.idx < expression.start:
            return str(child.lower_)
    return None
