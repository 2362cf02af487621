"""An article's text with marks."""

from onrecord.cli.marks import STYLES, legend, marked_text, marks
from onrecord.records import Digest, Finding


def styles_at(digest: Digest, words: str) -> set[str]:
    """The styles that lie on the first character of `words`."""
    place = digest.text.index(words)
    text = marked_text(digest)
    return {str(span.style) for span in text.spans if span.start <= place < span.end}


def test_the_text_is_unchanged(digest: Digest) -> None:
    """Marking adds colour, never a character."""
    assert marked_text(digest).plain == digest.text


def test_each_find_has_its_colour(digest: Digest) -> None:
    """Actors, sources, cues, evidence, findings and blocks are told apart."""
    assert STYLES["actor"] in styles_at(digest, "Ayla")
    assert STYLES["source"] in styles_at(digest, "the ministry")
    assert STYLES["cue"] in styles_at(digest, "said")
    assert STYLES["evidence"] in styles_at(digest, "met Jonas")
    assert STYLES["finding"] in styles_at(digest, "Monday")
    assert styles_at(digest, "Subscribe") == {STYLES["boilerplate"]}


def test_findings_win_over_what_they_lie_on(digest: Digest) -> None:
    """A finding is laid on last, so that nothing hides it."""
    assert [name for name, _, _ in marks(digest)][-1] == "finding"
    assert isinstance(digest.findings[0], Finding)


def test_the_legend_names_every_colour_of_a_find() -> None:
    """A reader can look up what a colour means."""
    shown = {str(span.style) for span in legend().spans}
    assert {
        STYLES[name] for name in ("actor", "source", "cue", "evidence", "finding", "boilerplate")
    } <= shown
