"""Who speaks where nobody is named beside the cue, who hands on, and what kind of saying a cue makes it."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.speeches import cue_kind
from onrecord.records import Span

Reading = Callable[..., Any]


def test_first_person_in_a_quotation(read: Reading) -> None:
    """ "I know", inside what somebody says, is said by him, and lies inside his saying."""
    seen = read('"I know that the bridge was open on Sunday," Tessa Brandt said.')
    assert seen.source("the bridge was open on Sunday") == "Tessa Brandt"


def test_a_cue_of_nobody_stands_on_no_word(read: Reading) -> None:
    """ "Is believed to" has the source unnamed sources, and no link in the chain."""
    seen = read("The colonel is believed to have crossed into Kestria on Monday night.")
    assert seen.chain("have crossed into Kestria") == ()
    (speech,) = seen.speeches
    assert speech.record.source.name == "unnamed sources"


def test_what_is_agreed_is_not_said(read: Reading) -> None:
    """ "They agreed to meet" puts the meeting on nobody's word."""
    seen = read("Norway and Sweden agreed to meet again in Oslo on Friday.")
    assert seen.chain("meet again in Oslo") == ()


def test_media_report_at_the_end(read: Reading) -> None:
    """ "..., South Korean media report" attributes the sentence, though the last word may be read as a noun."""
    seen = read("The trawler was seized a week after it had left Busan, South Korean media report.")
    assert "media" in seen.source("The trawler was seized")


def test_an_agency_and_its_name(read: Reading) -> None:
    """The name behind "the agency" is the source's name."""
    seen = read("Kestrian state radio, quoted by the agency Lakeside, denied that the dinner took place.")
    assert seen.chain("the dinner took place")[0] in {"Lakeside", "agency Lakeside"}


def test_remarks_carried_by_an_outlet(read: Reading) -> None:
    """Where an outlet is said to have reported somebody's remarks, it stands before him in his chains."""
    seen = read(
        "Dmitry Peskov said that Putin would travel to Delhi in December. "
        "Peskov's remarks were first reported by TASS."
    )
    assert seen.chain("Putin would travel to Delhi") == ("TASS", "Dmitry Peskov")


def test_trailing_participles_belong_to_what_is_said(read: Reading) -> None:
    """The whole sentence before "officials said" is what they said, not only its last participle."""
    seen = read(
        "Kestria shelled the port of Ansel before dawn on Thursday, killing nine people, two children among them, "
        "and setting a granary on fire, city officials said."
    )
    assert "officials" in seen.source("Kestria shelled the port")


@pytest.mark.parametrize(
    ("cue", "text", "kind"),
    [
        ("said", "Sorel said that the road was open.", "says"),
        ("denied", "Sorel denied that the road was open.", "denies"),
        ("believes", "Sorel believes that the road is open.", "hedges"),
        ("called for", "Sorel called for a truce on the road.", "demands"),
        ("called", "Sorel called the truce a farce.", "says"),
        ("promised", "Sorel promised to open the road.", "promises"),
        ("doubted", "Sorel doubted that the road was open.", "doubts"),
        ("urged", "Sorel urged the army to open the road.", "demands"),
    ],
)
def test_kinds_of_cues(read: Reading, cue: str, text: str, kind: str) -> None:
    """The cue's words, which are data, say what kind of saying it is."""
    seen = read(text)
    start = text.index(cue)
    assert cue_kind(seen.doc, Span(start, start + len(cue)), seen.vocab) == kind
