"""Who speaks the words of a quotation, as far as its own sentence tells."""

from onrecord.extract.clause import base, is_verb
from onrecord.extract.names.found import in_quotes
from onrecord.records.parse import Token


def speaker_above(token: Token) -> Token | None:
    """The subject of the verb outside the quotation marks on which a quoted word hangs; None where unquoted."""
    if not in_quotes(token.doc, token.i):
        return None
    node = token
    for _ in range(40):
        if node.head == node:
            break
        node = node.head
        if is_verb(node) and not in_quotes(token.doc, node.i):
            return next((child for child in node.children if base(child) == "nsubj"), None)
    # "…," said X: the verb of saying may hang on the quotation as a parenthesis
    for child in node.children:
        if base(child) == "parataxis" and is_verb(child) and not in_quotes(token.doc, child.i):
            return next((part for part in child.children if base(part) == "nsubj"), None)
    return None
