"""Quotation marks paired over characters alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.quotations import quotations
from onrecord.records import Span


def runs(text: str) -> list[str]:
    """The quoted runs of a text that is all prose."""
    return [text[run.start : run.end] for run in quotations(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we wait" and left.', ['"we wait"']),
        ("He said “we wait” and left.", ["“we wait”"]),
        ("He said ‘we wait’ and left.", ["‘we wait’"]),
        ("He said «we wait» and left.", ["«we wait»"]),
        ("He said „we wait“ and left.", ["„we wait“"]),
        ("He said 'we wait' and left.", ["'we wait'"]),
        ('"One." Then "two," he said.', ['"One."', '"two,"']),
    ],
)
def test_marks_of_every_shape_pair(text: str, expected: list[str]) -> None:
    """Straight and curly marks, double and single, and guillemets close what they open."""
    assert runs(text) == expected


@pytest.mark.parametrize(
    "text", ["Norland's ministers' cars", "the ’90s and the leaders’ plan", "It's Kestria's."]
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    """Genitives and short forms open nothing."""
    assert runs(text) == []


def test_an_apostrophe_does_not_close_a_single_quotation() -> None:
    """The mark inside a word belongs to the word."""
    assert runs("‘We don’t know,’ he said.") == ["‘We don’t know,’"]


def test_an_inner_quotation_belongs_to_the_outer_one() -> None:
    """Quotes inside quotes do not end the run."""
    assert runs("“He told me ‘wait’ and went,” she said.") == ["“He told me ‘wait’ and went,”"]


def test_a_statement_goes_on_where_each_paragraph_opens_a_mark() -> None:
    """A paragraph left open goes on in the next one that begins with an opening mark."""
    text = "“First part of it.\n“Second part of it,” he said."
    found = quotations(text, [Span(0, len(text))])
    assert [run.goes_on for run in found] == [False, True]
    assert runs(text) == ["“First part of it.", "“Second part of it,”"]


def test_a_mark_that_nothing_closes_quotes_nothing() -> None:
    """A missing mark does not swallow the rest of the paragraph."""
    assert runs("He said “we wait and left.\nThe next day it rained.") == []


@given(st.text(alphabet="ab .\n\"“”‘’'«»", max_size=80))
def test_runs_stay_in_the_text_and_apart(text: str) -> None:
    """Whatever the marks, runs are in order, do not overlap and do not leave their line."""
    found = quotations(text, [Span(0, len(text))])
    assert all(
        0 <= run.start < run.end <= len(text) and "\n" not in text[run.start : run.end] for run in found
    )
    assert all(a.end <= b.start for a, b in pairwise(found))
