"""Text in, spaCy `Doc` out: the one entrance to the language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.annotate import lemmas
from onrecord.annotate.network import Network
from onrecord.annotate.reading import ROLES, Reading, WordSpan, read
from onrecord.annotate.stand_in import load_pipeline, pipeline_id, replaced
from onrecord.annotate.tokens import Tokens, english, tokenize
from onrecord.records import Span, Utterance

HOME = Path(__file__).parent / "model"


class Annotator:
    """Annotates articles. Same text and prose in, same Doc out, on any number of threads.

    `model_id` names the model by its content: annotations made under another id are not comparable.
    """

    def __init__(self, network: Network, pipeline: Language | None = None) -> None:
        self._network = network
        self._pipeline = pipeline
        self._nlp = english()
        self.model_id = f"onrecord-{network.digest}"
        if pipeline is not None:
            self.model_id += f"+{pipeline_id(pipeline)}"

    def annotate(self, text: str, prose: Sequence[Span]) -> Doc:
        """A Doc over the whole of `text`, annotated inside `prose` (ranges in order, apart).

        Every range, and every paragraph in it, begins a sentence. Tokens outside of prose have pos "X", dep
        "dep" and are their own sentence. `doc.ents`: PERSON, ORG, PLACE, EVENT, MISC. `doc.spans`: "source",
        "cue", "content". `doc.user_data["utterances"]`: tuple of Utterance. Raises ValueError on ranges
        that overlap or leave the text.
        """
        tokens = tokenize(self._nlp, text, prose)
        words = [tokens.texts[i] for i in tokens.words]
        reading = read(self._network, words, tokens.spaces, tokens.paragraphs)
        if self._pipeline is not None:
            reading = replaced(reading, self._pipeline, tokens)
        return self._doc(tokens, reading)

    def pipe(self, items: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Doc]:
        """`annotate` over many, lazily and in order."""
        for text, prose in items:
            yield self.annotate(text, prose)

    def _doc(self, tokens: Tokens, reading: Reading) -> Doc:
        count = len(tokens.texts)
        pos, morphs, deps = ["X"] * count, [""] * count, ["dep"] * count
        heads = list(range(count))
        lemma = [t.lower() for t in tokens.texts]
        at = tokens.words
        for i, token in enumerate(at):
            feats = reading.feats[i]
            pos[token], deps[token] = reading.upos[i], reading.deprels[i]
            morphs[token] = "" if feats == "_" else feats
            heads[token] = at[reading.heads[i]]
            lemma[token] = (
                reading.lemmas[i]
                if reading.lemmas is not None
                else lemmas.lemma(tokens.texts[token], reading.upos[i], feats)
            )
        attach_gaps(tokens, pos, heads, lemma)
        entities = ["O"] * count
        for start, end, label in reading.names:
            first, last = at[start], at[end - 1]
            entities[first : last + 1] = [f"B-{label}", *[f"I-{label}"] * (last - first)]
        doc = Doc(self._nlp.vocab, words=tokens.texts, spaces=tokens.trailing, pos=pos, morphs=morphs,
                  lemmas=lemma, heads=heads, deps=deps, ents=entities)  # fmt: skip
        for role in ROLES:
            doc.spans[role] = [
                DocSpan(doc, at[a], at[b - 1] + 1, label=role.upper()) for a, b in reading.marks[role]
            ]
        doc.user_data["utterances"] = utterances(doc, at, reading)
        return doc


def attach_gaps(tokens: Tokens, pos: list[str], heads: list[int], lemma: list[str]) -> None:
    """White space inside a prose range hangs on the word before it (at its start, on the word after it)."""
    place = dict(zip(tokens.words, range(len(tokens.words)), strict=True))
    for i, text in enumerate(tokens.texts):
        if not text.isspace():
            continue
        pos[i], lemma[i] = "SPACE", text
        if i - 1 in place or (i and pos[i - 1] == "SPACE" and heads[i - 1] < i - 1):
            heads[i] = i - 1 if i - 1 in place else heads[i - 1]


def attributed(reading: Reading) -> list[tuple[WordSpan | None, WordSpan, list[WordSpan]]]:
    """Each cue with the best source and all the content that point to it: word ranges, in the cues' order."""
    return [
        (reading.sources.get(cue), cue, reading.contents[cue])
        for cue in reading.marks["cue"]
        if cue in reading.contents
    ]


def utterances(doc: Doc, at: list[int], reading: Reading) -> tuple[Utterance, ...]:
    """`attributed`, in characters."""

    def characters(span: WordSpan) -> Span:
        last = doc[at[span[1] - 1]]
        return Span(doc[at[span[0]]].idx, last.idx + len(last))

    return tuple(
        Utterance(
            source=characters(source) if source else None,
            cue=characters(cue),
            content=tuple(characters(s) for s in contents),
        )
        for source, cue, contents in attributed(reading)
    )


def load_annotator(model: Path | None = None, spacy_pipeline: str | None = None) -> Annotator:
    """The shipped model, or the one in folder `model`.

    `spacy_pipeline` is the name or path of a spaCy pipeline that gives tags, parse and names instead. Raises
    DataError when either cannot be loaded.
    """
    pipeline = load_pipeline(spacy_pipeline) if spacy_pipeline is not None else None
    return Annotator(Network(model or HOME), pipeline)
