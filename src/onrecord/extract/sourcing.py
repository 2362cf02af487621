"""On whose word each sentence stands.

quoted          half of it or more stands in quotation marks
attributed      half of it or more is what somebody is said to have said, or its main clause says who said it
interpretation  judgement, motive or significance on nobody's word
reported        the outlet asserts what could be checked
"""

from collections.abc import Sequence

from onrecord.extract.chains import Speech
from onrecord.extract.clause import lemma
from onrecord.extract.interpretation import ENOUGH, weight
from onrecord.extract.nearby import Nearby
from onrecord.extract.quotations import Quotation, quotations
from onrecord.records import Block, Sentence, Span
from onrecord.records.article import PROSE, Sourcing
from onrecord.records.parse import Doc
from onrecord.records.parse import Phrase as Run
from onrecord.vocab import Vocab

COVERED = 0.5  # share of a sentence's characters that must be somebody's words
TOLD = 0.25  # the share that is enough where the main verb says who says it
LEADING = 0.22  # the share that is enough where the sentence begins with the quotation
HALFWAY = 0.35  # the share that is enough where nothing speaks for an opinion
PHRASE = 3  # words; a shorter quotation is a phrase in the outlet's own sentence
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})


def sourcing(
    doc: Doc, blocks: tuple[Block, ...], speeches: tuple[Speech, ...], vocab: Vocab
) -> tuple[Sentence, ...]:
    """Sentences of body, title, standfirst and captions with their sourcing, in order."""
    prose = [block for block in blocks if block.kind in PROSE]
    quoted = [
        run
        for run in quotations(doc.text, [Span(block.start, block.end) for block in prose])
        if len(doc.text[run.start : run.end].split()) >= PHRASE
    ]
    near, marks = Nearby(speeches, where), Nearby(quoted, lambda part: (part.span,))
    found: list[Sentence] = []
    at = 0
    for run in doc.sents:
        start, end = _trimmed(run)
        while at < len(prose) and prose[at].end <= start:
            at += 1
        if end <= start or at == len(prose) or start < prose[at].start:
            continue
        here, said = near.at(start, end), marks.at(start, end)
        found.append(Sentence(start, end, kind_of(run, Span(start, end), here, said, vocab)))
    return tuple(found)


def where(speech: Speech) -> tuple[Span, ...]:
    """All characters that a speech covers: its content and its cue."""
    cue = speech.record.cue
    return speech.record.content if cue is None else (*speech.record.content, Span(cue.start, cue.end))


def _trimmed(run: Run) -> tuple[int, int]:
    words = [token for token in run if not token.is_space]
    return (words[0].idx, words[-1].idx + len(words[-1])) if words else (run.start_char, run.start_char)


def kind_of(
    run: Run, span: Span, speeches: Sequence[Speech], quoted: Sequence[Quotation], vocab: Vocab
) -> Sourcing:
    """The sourcing of one sentence.

    Args:
        run: the sentence.
        span: its characters, white space trimmed.
        speeches: attributions of the article, at least those that share characters with the sentence.
        quoted: quotations of more than a phrase, likewise.
        vocab: word lists.
    """
    in_marks = sum(span.overlap(part.span) for part in quoted)
    about = [s for s in speeches if s.asserts or s.record.quoted or _describes(run, s, vocab)]
    said = _said(span, about)
    if in_marks >= COVERED * len(span) or (in_marks >= LEADING * len(span) and _begins(span, quoted)):
        return "quoted"
    if said >= COVERED * len(span) or (said >= TOLD * len(span) and _says_who(run, about)):
        return "attributed"
    if {token.lower_ for token in run} & HEARSAY:
        return "attributed"
    if weight(run, speeches, vocab) >= ENOUGH:
        return "interpretation"
    return "attributed" if said >= HALFWAY * len(span) or (said and in_marks) else "reported"


def _said(span: Span, speeches: Sequence[Speech]) -> int:
    """Characters of the sentence that are somebody's words, or say whose they are."""
    marked = bytearray(len(span))
    for speech in speeches:
        record = speech.record
        for part in record.content:
            for at in range(max(part.start, span.start), min(part.end, span.end)):
                marked[at - span.start] = 1
    return sum(marked)


def _says_who(run: Run, speeches: Sequence[Speech]) -> bool:
    """Whether a main verb of the sentence is the cue of an attribution."""
    mains = [run.root, *(child for child in run.root.children if child.dep_ == "conj")]
    cues = [speech.record.cue for speech in speeches if speech.record.cue is not None]
    return any(cue.start <= verb.idx < cue.end for cue in cues for verb in mains)


def _describes(run: Run, speech: Speech, vocab: Vocab) -> bool:
    """Whether the speech tells, as the main clause, how somebody sees a thing: "described the dinner as cool"."""
    cue, root = speech.record.cue, run.root
    inside = cue is not None and cue.start <= root.idx < cue.end
    return inside and lemma(root) in vocab.words["describes"]


def _begins(span: Span, quoted: Sequence[Quotation]) -> bool:
    return any(part.start <= span.start < part.end for part in quoted)
