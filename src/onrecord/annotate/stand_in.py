"""Any spaCy pipeline in place of our tags, parse and names; attribution stays ours.

The pipeline sees our tokens, one prose range at a time. What it annotates replaces what our model says;
what it lacks (a pipeline may have no parser) stays ours. Its labels are taken as they are, but for names,
where the usual label sets are mapped to ours: the later stages expect UD tags and relations.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.annotate.reading import Reading
from onrecord.annotate.tokens import Tokens
from onrecord.errors import DataError

NAMES = {
    "PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    "PLACE": "PLACE", "EVENT": "EVENT", "NORP": "MISC", "MISC": "MISC", "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}  # fmt: skip
"""OntoNotes, CoNLL and our own labels → ours. Others (dates, numbers) are no names and fall away."""


def load_pipeline(name: str) -> Language:
    """The spaCy pipeline of that name or path; DataError when there is none that can be loaded."""
    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise DataError(f"{name}: no spaCy pipeline that can be loaded: {error}") from error


def pipeline_id(nlp: Language) -> str:
    """Language, name and version of a pipeline."""
    meta = nlp.meta
    return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"


def replaced(reading: Reading, nlp: Language, tokens: Tokens) -> Reading:
    """`reading` with the layers that the pipeline gives."""
    docs = list(annotated(nlp, tokens))
    if not docs:
        return reading
    changes: dict[str, object] = {}
    if all(doc.has_annotation("POS") for _, doc in docs):
        changes["upos"] = [t.pos_ for _, doc in docs for t in doc]
    if all(doc.has_annotation("MORPH") for _, doc in docs):
        changes["feats"] = [str(t.morph) or "_" for _, doc in docs for t in doc]
    if all(doc.has_annotation("LEMMA") for _, doc in docs):
        changes["lemmas"] = [t.lemma_ for _, doc in docs for t in doc]
    if all(doc.has_annotation("DEP") for _, doc in docs):
        changes["heads"] = [base + t.head.i for base, doc in docs for t in doc]
        changes["deprels"] = ["root" if t.head.i == t.i else t.dep_ for _, doc in docs for t in doc]
        changes["starts"] = [base + s.start for base, doc in docs for s in doc.sents]
    if any(doc.has_annotation("ENT_IOB") for _, doc in docs):
        changes["names"] = [
            (base + e.start, base + e.end, NAMES[e.label_])
            for base, doc in docs
            for e in doc.ents
            if e.label_ in NAMES
        ]
    return msgspec.structs.replace(reading, **changes)


def annotated(nlp: Language, tokens: Tokens) -> Iterator[tuple[int, Doc]]:
    """Each prose range's words run through the pipeline, with the number of its first word."""
    start = 0
    while start < len(tokens.words):
        end = start
        while end < len(tokens.words) and tokens.ranges[end] == tokens.ranges[start]:
            end += 1
        words = [tokens.texts[i] for i in tokens.words[start:end]]
        yield start, nlp(Doc(nlp.vocab, words=words, spaces=tokens.spaces[start:end]))
        start = end
