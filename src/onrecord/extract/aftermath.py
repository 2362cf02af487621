"""What came of a plan that is told as past: "had planned to see him; the Americans cancelled"."""

from collections.abc import Iterator

from onrecord.extract.clause import base, is_passive, is_verb, lemma
from onrecord.extract.operators import is_negation, named
from onrecord.records import Status
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

UP = 6  # steps from the deed to the word by which it was planned


def came_to_nothing(trigger: Token, vocab: Vocab) -> tuple[Status, str] | None:
    """Whether a plan in the past was called off, put off or not carried out, and the word that says so.

    Looked for behind the plan in its sentence and, in the same paragraph, the next: a verb of calling off that
    names no other deed ("the Americans cancelled", "it was dropped", "he pulled out"), "did not", or somebody
    who "stayed".
    """
    if not _planned_in_past(trigger, vocab):
        return None
    for token in _behind(trigger):
        if not is_verb(token) or base(token) in {"amod", "compound"}:
            continue
        name = named(token, vocab)
        refers = is_passive(token) or not any(
            base(child) == "obj" and child.pos_ != "PRON" for child in token.children
        )
        if name in {"cancelled", "postponed"} and refers:
            return ("cancelled" if name == "cancelled" else "postponed"), token.text
        did = lemma(token) == "do" or any(child.lower_ == "did" for child in token.children)
        if (
            did
            and lemma(token) in vocab.words["turning_up"]
            and any(is_negation(c, vocab) for c in token.children)
        ):
            return "cancelled", f"did not {lemma(token)}"
        apart = token.sent != trigger.sent or any(child.lower_ == "but" for child in token.children)
        instead = any(child.lower_ == "instead" for child in token.children)
        if apart and instead and "Past" in token.morph.get("Tense"):
            return "cancelled", "instead"
        if lemma(token) in vocab.words["staying"] and "Past" in token.morph.get("Tense"):
            return "cancelled", token.text
    return None


def stamped(trigger: Token, vocab: Vocab) -> tuple[Status, str] | None:
    """ "CANCELLED: the visit of ...", "... POSTPONED": a word in capitals at either end of an entry of an agenda."""
    doc, sent = trigger.doc, trigger.sent
    first = next((token for token in sent if token.is_alpha), sent[0])
    after = next((token for token in doc[sent.end : sent.end + 2] if token.is_alpha), None)
    line_ends = sent.end < len(doc) and "\n" in doc[sent.end - 1].text_with_ws
    for token in (first, sent[-1], sent[-2] if len(sent) > 1 else sent[-1], None if line_ends else after):
        if token is None or not token.is_upper or len(token) < 4 or token == trigger:
            continue
        if token.lower_ in vocab.words["stamps_cancelled"]:
            return "cancelled", token.text
        if token.lower_ in vocab.words["stamps_postponed"]:
            return "postponed", token.text
    return None


def _planned_in_past(trigger: Token, vocab: Vocab) -> bool:
    """Whether the word by which the deed lies ahead is past: "was due", "had hoped to", "were to sign"."""
    node = trigger
    for _ in range(UP):
        past = [
            form
            for form in (node, *node.children)
            if "Past" in form.morph.get("Tense")
            and "Fin" in form.morph.get("VerbForm")
            and (form == node or base(form) in {"aux", "cop"})
        ]
        told = {token.lower_ for token in node.doc[max(node.i - 2, 0) : node.i]}  # a copula hung elsewhere
        past += [node] if told & {"was", "were", "had"} and node.pos_ == "ADJ" else []
        ahead = named(node, vocab) in {"planned", "possible"} or lemma(node) == "suppose"
        be_to = any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children) and any(
            form.lemma_ == "be" for form in past
        )
        if past and (ahead or be_to):
            return True
        would = any(child.lower_ == "would" for child in node.children)
        if would and base(node) == "ccomp" and "Past" in node.head.morph.get("Tense"):
            return True  # "had said he would attend"
        if node.head == node or base(node) == "ccomp":
            return False
        node = node.head
    return False


def _behind(trigger: Token) -> Iterator[Token]:
    """Words behind the deed in its sentence, and those of the next sentence of the paragraph."""
    doc, sent = trigger.doc, trigger.sent
    yield from doc[trigger.i + 1 : sent.end]
    if sent.end < len(doc) and "\n" not in doc[sent.end - 1].text_with_ws + doc[sent.end].text:
        yield from doc[sent.end].sent
