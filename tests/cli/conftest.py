"""Records built by hand, so that these tests need no language model."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import msgspec
import pytest

from onrecord.cli import main
from onrecord.records import (
    Actor,
    ArticleNote,
    Attribution,
    Block,
    Claim,
    Cue,
    Digest,
    Engagement,
    EvidenceText,
    Finding,
    Participant,
    Place,
    Plover,
    Source,
    Span,
    Step,
    Support,
    Testimony,
    When,
)
from onrecord.records.digest import ReadArticle

TEXT = (
    "Talks in Doha\n\n"
    "Ayla Demir met Jonas Weil in Doha on Monday, the ministry said.\n\n"
    "Subscribe to our letter."
)


def span(words: str) -> Span:
    """Where `words` stand in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def claim() -> Claim:
    """A meeting on the word of a ministry."""
    return Claim(
        id="clm-1",
        kind="meeting",
        plover=Plover("CONSULT", "multilateral"),
        cameo="046",
        participants=(
            Participant("Ayla Demir", "x-1", "TR"),
            Participant("Jonas Weil", "x-2", "DE"),
        ),
        place=Place("Doha", "QA", 25.3, 51.5),
        when=When("2031-03-03", "2031-03-03", "day", span("Monday")),
        status="happened",
        sources=(("the ministry",),),
        evidence=(span("Ayla Demir met Jonas Weil in Doha on Monday"),),
    )


@pytest.fixture
def digest(claim: Claim) -> Digest:
    """An article with one engagement, one attribution, one finding and a line of boilerplate."""
    said = span("said")
    source = span("the ministry")
    content = span("Ayla Demir met Jonas Weil in Doha on Monday")
    edges = (0, TEXT.index("Ayla"), TEXT.index("Subscribe"), len(TEXT))
    return Digest(
        article=ReadArticle(
            id="art-aa11",
            path="talks.txt",
            url=None,
            outlet="The Daily [red]Sample[/red]",
            original_outlet=None,
            title="Talks in Doha",
            byline=None,
            language="en",
            published="2031-03-04",
            dated_between=None,
            dated_because=(),
            dateline=None,
            truncated=False,
        ),
        text=TEXT,
        blocks=(
            Block(edges[0], edges[1], "title"),
            Block(edges[1], edges[2], "body"),
            Block(edges[2], edges[3], "boilerplate"),
        ),
        sentences=(),
        actors=(Actor("x-1", "Ayla Demir", "person", "TR", (), (span("Ayla Demir"),)),),
        attributions=(
            Attribution(
                "att-1",
                Source(source.start, source.end, "the ministry"),
                Cue(said.start, said.end),
                (content,),
            ),
        ),
        engagements=(claim,),
        findings=(Finding("weekday", span("Monday").start, span("Monday").end, "no Monday", "Tuesday"),),
        made_by="by hand",
    )


@pytest.fixture
def entry(claim: Claim) -> Engagement:
    """The ledger's entry of that meeting."""
    note = ArticleNote("art-aa11", "talks.txt", "The Daily Sample", "2031-03-04", "Talks in Doha")
    evidence = claim.evidence[0]
    return Engagement(
        id="eng-0123456789abcdef",
        title="Ayla Demir meets Jonas Weil",
        kind="meeting",
        plover=claim.plover,
        cameo=claim.cameo,
        participants=claim.participants,
        place=claim.place,
        when=claim.when,
        about=(),
        status="happened",
        counts={},
        history=(Step("happened", "2031-03-04", "art-aa11", "clm-1"),),
        claims=(
            Testimony(
                "clm-1",
                note,
                "happened",
                False,
                claim.sources,
                (EvidenceText(evidence.start, evidence.end, TEXT[evidence.start : evidence.end]),),
            ),
        ),
        support=Support(1, 1, ("the ministry",), 1),
        findings=(),
        linked_because=("the same two people on the same day",),
    )


class Done(NamedTuple):
    """What a command did: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def onrecord(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The command line in this process, from its arguments to its exit status."""

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Done(int(ended.value.code or 0), *capfd.readouterr())

    return run


@pytest.fixture
def printed() -> Callable[..., str]:
    """A renderable as it comes out on a screen so many characters wide, without colours."""
    from rich.console import Console

    def print_it(renderable: object, width: int = 120) -> str:
        screen = Console(width=width, markup=False, highlight=False, force_terminal=False)
        with screen.capture() as capture:
            screen.print(renderable)
        return capture.get()

    return print_it


@pytest.fixture
def change() -> Callable[..., msgspec.Struct]:
    """`msgspec.structs.replace`, by a shorter name."""
    return msgspec.structs.replace
