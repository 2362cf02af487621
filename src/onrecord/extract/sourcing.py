"""On whose word each sentence stands: quoted, attributed, reported by the outlet, or its own interpretation."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Run

from onrecord.extract.attributions import Speech
from onrecord.extract.clause import is_verb, lemma
from onrecord.records import Block, Sentence, Span
from onrecord.records.article import Sourcing
from onrecord.vocab import Vocab

COVERED = 0.5  # share of a sentence's characters that must be somebody's words


def sourcing(
    doc: Doc, blocks: tuple[Block, ...], speeches: tuple[Speech, ...], vocab: Vocab
) -> tuple[Sentence, ...]:
    """Sentences of body, title, standfirst and captions with their sourcing, in order."""
    prose = [block for block in blocks if block.kind in {"body", "title", "standfirst", "caption"}]
    found: list[Sentence] = []
    at = 0
    for run in doc.sents:
        start, end = _trimmed(run)
        while at < len(prose) and prose[at].end <= start:
            at += 1
        if end <= start or at == len(prose) or start < prose[at].start:
            continue
        found.append(Sentence(start, end, _kind(run, Span(start, end), speeches, vocab)))
    return tuple(found)


def _trimmed(run: Run) -> tuple[int, int]:
    words = [token for token in run if not token.is_space]
    return (words[0].idx, words[-1].idx + len(words[-1])) if words else (run.start_char, run.start_char)


def _kind(run: Run, span: Span, speeches: tuple[Speech, ...], vocab: Vocab) -> Sourcing:
    quoted = sum(span.overlap(part) for s in speeches if s.record.quoted for part in s.record.content)
    said = sum(span.overlap(part) for s in speeches for part in s.record.content)
    if quoted >= COVERED * len(span):
        return "quoted"
    if said >= COVERED * len(span):
        return "attributed"
    if _interprets(run, vocab):
        return "interpretation"
    if said >= 0.25 * len(span):
        return "attributed"
    return "reported"


def _interprets(run: Run, vocab: Vocab) -> bool:
    """Whether the main clause judges, guesses a motive or gives a meaning rather than telling what was done."""
    words = vocab.words
    judging = sum(token.lower_ in words["judgement"] for token in run)
    verbs = [
        token
        for token in run
        if is_verb(token) and lemma(token) in words["interpretation"] and not _human_subject(token)
    ]
    return bool(verbs) or judging >= 2


def _human_subject(verb: Token) -> bool:
    return any(
        child.dep_ == "nsubj" and (child.ent_type_ == "PERSON" or child.pos_ == "PRON")
        for child in verb.children
    )
