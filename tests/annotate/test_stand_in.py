"""A spaCy pipeline in place of our tags, parse and names."""

from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from onrecord.annotate import load_annotator
from onrecord.errors import DataError
from onrecord.records import Span

TEXT = "Mara Quill said the ferry sank. Rescuers wept."
WORDS = "Mara Quill said the ferry sank .".split()


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline trained here, from blank: it learns one sentence, and to call ferries organisations."""
    nlp = spacy.blank("en")
    for name in ("morphologizer", "ner"):
        nlp.add_pipe(name)
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    gold = {
        "words": WORDS,
        "pos": ["PROPN", "PROPN", "VERB", "DET", "NOUN", "VERB", "PUNCT"],
        "morphs": ["", "", "Tense=Past", "", "", "Tense=Past", ""],
        "heads": [1, 2, 2, 4, 5, 2, 2],
        "deps": ["flat", "nsubj", "ROOT", "det", "nsubj", "ccomp", "punct"],
        "entities": ["B-PER", "L-PER", "O", "O", "U-ORG", "O", "O"],
    }
    spacy.util.fix_random_seed(0)
    example = Example.from_dict(nlp.make_doc(" ".join(WORDS)), gold)
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(25):
        nlp.update([example], sgd=optimizer)
    path = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(path)
    return path


def test_the_pipeline_gives_names_and_ours_attribution(pipeline: Path) -> None:
    """What the pipeline was taught shows, under our labels; who said what still comes from our model."""
    annotator = load_annotator(None, str(pipeline))
    doc = annotator.annotate(TEXT, (Span(0, len(TEXT)),))
    assert ("ferry", "ORG") in [(e.text, e.label_) for e in doc.ents]
    assert {e.label_ for e in doc.ents} <= {"PERSON", "ORG"}
    said = doc.user_data["utterances"][0]
    assert doc.text[said.cue.start : said.cue.end] == "said"
    assert annotator.model_id != load_annotator().model_id


def test_offsets_stay_ours(pipeline: Path) -> None:
    """Tokens outside of prose are still there, and heads point into their own range."""
    text = "Menu | Log in\n\n" + TEXT
    doc = load_annotator(None, str(pipeline)).annotate(text, (Span(15, len(text)),))
    assert doc.text == text
    assert all(t.head.idx >= 15 for t in doc if t.idx >= 15)


def test_layers_that_a_pipeline_lacks_stay_ours(tmp_path: Path) -> None:
    """A blank pipeline changes nothing."""
    spacy.blank("en").to_disk(tmp_path)
    span = (Span(0, len(TEXT)),)
    ours = load_annotator().annotate(TEXT, span)
    other = load_annotator(None, str(tmp_path)).annotate(TEXT, span)
    assert [(t.pos_, t.dep_, t.head.i, t.ent_type_) for t in ours] == [
        (t.pos_, t.dep_, t.head.i, t.ent_type_) for t in other
    ]


def test_an_unknown_pipeline_is_named() -> None:
    """The message says what could not be loaded."""
    with pytest.raises(DataError, match="en_no_such_pipeline"):
        load_annotator(None, "en_no_such_pipeline")
