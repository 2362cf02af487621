"""Text as it comes: other quotation marks, dashes, capitals, lost accents and full stops."""

import pytest

from onrecord.annotate import Annotator
from onrecord.records import Span

PLAIN = (
    'Estonian president Karin Vučić arrived in Lisbon on Friday. "We want peace," Vučić told reporters. '
    "Portugal's defence ministry said that two soldiers had been killed."
)
VARIANTS = {
    "curly": PLAIN.replace('"We', "“We").replace(',"', ",”").replace("'", "’"),
    "doubled": PLAIN.replace('"We', "``We").replace(',"', ",''"),
    "angular": PLAIN.replace('"We', "«We").replace(',"', ",»"),
    "no accents": PLAIN.replace("č", "c").replace("ć", "c"),
    "no last stop": PLAIN.rstrip("."),
    "wide gaps": PLAIN.replace(". ", ".   ").replace(" that ", "  that "),
    "hard spaces": PLAIN.replace(" ", "\u00a0"),
    "emoji": PLAIN.replace("reporters.", "reporters 🕊️."),
}


def attributions(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    """Source and cue of every utterance, accents and apostrophes evened out."""
    doc = annotator.annotate(text, (Span(0, len(text)),))
    found = []
    for u in doc.user_data["utterances"]:
        source = text[u.source.start : u.source.end] if u.source else ""
        even = source.replace("č", "c").replace("ć", "c").replace("’", "'").replace("\u00a0", " ")
        found.append((even, text[u.cue.start : u.cue.end]))
    return found


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_attribution_survives(annotator: Annotator, name: str) -> None:
    """Who says what is the same in every dress of the same text."""
    found = attributions(annotator, VARIANTS[name])
    assert ("Vucic", "told") in found
    assert ("Portugal's defence ministry", "said") in found


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_names_survive(annotator: Annotator, name: str) -> None:
    """Person and places are found in every dress of the same text."""
    text = VARIANTS[name]
    doc = annotator.annotate(text, (Span(0, len(text)),))
    found = {(e.text.replace("č", "c").replace("ć", "c"), e.label_) for e in doc.ents}
    assert ("Vucic", "PERSON") in found or any(t.endswith("Vucic") and k == "PERSON" for t, k in found)
    assert {("Lisbon", "PLACE"), ("Portugal", "PLACE")} <= found


def test_a_headline_in_capitals(annotator: Annotator) -> None:
    """Capitals do not hide the verb, its subject or the place."""
    text = "TURKISH LEADER VISITS BAGHDAD FOR TALKS ON WATER"
    doc = annotator.annotate(text, (Span(0, len(text)),))
    visits = next(t for t in doc if t.text == "VISITS")
    assert (visits.pos_, visits.lemma_, visits.dep_) == ("VERB", "visit", "root")
    assert [t.text for t in visits.children if t.dep_ == "nsubj"] == ["LEADER"]
    assert ("BAGHDAD", "PLACE") in {(e.text, e.label_) for e in doc.ents}


def test_bullets_are_sentences(annotator: Annotator) -> None:
    """List items without full stops stay apart."""
    text = "• Envoys met in Oslo\n• Troops left the border\n• Prices rose"
    doc = annotator.annotate(text, (Span(0, len(text)),))
    assert [s.text.strip().lstrip("• ") for s in doc.sents if any(t.pos_ == "VERB" for t in s)] == [
        "Envoys met in Oslo",
        "Troops left the border",
        "Prices rose",
    ]
