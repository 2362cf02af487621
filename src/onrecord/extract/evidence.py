"""The words of an article that tell a deed."""

from onrecord.extract.clause import is_verb
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.records import Span
from onrecord.records.parse import Token

LONGEST = 400  # characters; a clause that is longer is cut around its trigger


def evidence_of(token: Token, text: str) -> Span:
    """The clause in which a deed is told; `text` is the article's."""
    head = clause_head(token)
    parts = list(head.subtree) if head.i != token.i or is_verb(token) else list(token.sent)
    first, last = parts[0], parts[-1]
    if not first.i <= token.i <= last.i:
        first = last = token
    start, end = first.idx, last.idx + len(last)
    if end - start > LONGEST:
        near = clause_of(token.doc, token.i)
        start, end = near[0].idx, near[-1].idx + len(near[-1])
    if end - start > LONGEST:
        start = max(start, token.idx - LONGEST // 2)
        end = min(end, token.idx + LONGEST // 2)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
