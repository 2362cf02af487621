"""Whether a sentence goes on from the one before, whose day is then its own."""

from onrecord.extract.bearing import told_as_past
from onrecord.extract.clause import base
from onrecord.records.parse import Phrase, Token

NEXT = frozenset("then later afterwards afterward subsequently thereafter".split())
PRONOUNS = frozenset("he she they it both".split())
# "Hours before he left, ...", "Shortly after the vote, ...": the same day as what was told
SOON = frozenset("hours minutes moments shortly soon immediately".split())
HIS = frozenset("the his her their its this that".split())


def goes_on(verb: Token) -> int:
    """How many sentences back the day of a main clause in the plain past may be told; 0 where it stands alone.

    "Then" and "later" carry on a story, a pronoun as subject the sentence before.
    """
    node = verb
    while base(node) in {"conj", "ccomp"} and node.head != node:
        node = node.head
    helpers = {child.lower_ for child in verb.children if base(child) == "aux"}
    was = any(c.dep_ == "cop" and c.lower_ in {"was", "were"} for c in verb.children)
    if node != verb.sent.root or not (told_as_past(verb) or was):
        return 0
    if any(child.lower_ == "beforehand" for child in verb.children):
        return 12
    if helpers - {"was", "were"}:
        return 0
    if any(child.lower_ in NEXT for child in verb.children) or _soon(verb.sent):
        return 12
    again = any(child.lower_ == "also" for child in verb.children) or _on_the_spot(verb.sent)
    return 2 * (again or any(base(child) == "nsubj" and child.lower_ in PRONOUNS for child in verb.children))


def _on_the_spot(sentence: Phrase) -> bool:
    """ "At the airport he was received by ...", "During the visit they signed ...": where the telling stands."""
    words = [word.lower_ for word in sentence[:2]]
    return len(words) == 2 and words[0] in {"at", "during"} and words[1] in HIS


def sums_up(verb: Token) -> bool:
    """Whether it is told in the perfect, which leaves the day where the telling stands."""
    return any(child.lower_ in {"has", "have"} for child in verb.children if base(child) == "aux")


def _soon(sentence: Phrase) -> bool:
    """ "Hours before he took off, ...", "As the ceremony went on, ...": it was while the telling stood there."""
    first = sentence[0]
    if first.lower_ in {"as", "while"}:
        clause = first.head
        return base(clause) == "advcl" and clause.head == sentence.root and told_as_past(clause)
    second = first.nbor(1) if first.i + 1 < len(first.doc) else first
    return first.lower_ in SOON and second.lower_ in {"before", "after", "later", "earlier", "afterwards"}
