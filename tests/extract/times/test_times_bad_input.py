"""Hostile and broken input: no crash, no invented date, the same answer twice."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_documents import times

_PIECES = st.sampled_from(
    "31 February 0 2025 20255 13 45 - / . , : ( ) May March Sept. Monday Sunday last next this the of"
    " in on at and"
    " to from between two three a half year years week day days ago later before after early mid late"
    " end noon"
    " night quarter third 1990s '24 9th 99th 10:30 25:61 a.m. pm GMT every daily today tomorrow fiscal"
    " century"
    " Easter Eid al-Adha 9999 1000 99/99/9999 00/00/0000 1/2/25 2025-13-45 99999-99-99 twenty hundred"
    " few".split()
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(_PIECES, max_size=14).map(" ".join),
    st.sampled_from([None, "2025-09-10", "0001-01-01", "9999-12-31"]),
)
def test_any_row_of_time_words(text: str, published: str | None) -> None:
    """Any row of words of time is read without an error, in order, with its own words, twice the same."""
    found = times(text, published)
    assert found == times(text, published)
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all((time.first is None) == (time.last is None) for time in found)
    assert all(time.first <= time.last for time in found if time.first and time.last)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text at all is read without an error."""
    times(text)


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February",
        "on February 30, 2024",
        "on 31/02/2025",
        "on 2025-13-45",
        "on 2025-02-30T10:00",
        "in May 20255",
        "on May 5, 20255",
        "on 32 May 2025",
        "on May 99, 2025",
        "in the year 0",
        "on 0 May",
        "on 15 Khordad 1404",
        "on 5 Ramadan 1446",
        "in 1446 AH",
        "in 45 BC",
        "at 25:61",
    ],
)
def test_no_such_day(text: str) -> None:
    """What no (Gregorian) calendar has gives no day, nor does a part of it."""
    assert [time.value for time in times(text) if time.first] == []


def test_two_figures_for_a_year() -> None:
    """Years of two figures lie between 1940 and 2039."""
    assert [time.value for time in times("from May '91 to May '24")] == ["1991-05/2024-05"]
