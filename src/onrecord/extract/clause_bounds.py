"""Where a clause ends: the verb at its head, and the words that belong to it and to no clause inside it."""

from onrecord.extract.clause import FULL_CLAUSES, NO_HEADS, base, is_verb
from onrecord.records.parse import Doc, Token


def clause_of(doc: Doc, index: int) -> list[Token]:
    """The words of the clause in which a word stands: the subtree of its nearest verb, without inner clauses."""
    head = clause_head(doc[index])
    return sorted(_within(head), key=lambda token: token.i)


def clause_head(token: Token) -> Token:
    """The nearest verb (or root) above a word, or the word itself where it is one."""
    node = token
    for _ in range(40):
        predicate = any(child.dep_ == "cop" for child in node.children)
        if predicate or (is_verb(node) and base(node) not in NO_HEADS) or node.head == node:
            return node
        node = node.head
    return node


def _within(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if (
            base(child) in FULL_CLAUSES
            or child.dep_ == "acl:relcl"
            or (base(child) == "conj" and is_verb(child))
        ):
            continue
        found.extend(_within(child))
    return found
