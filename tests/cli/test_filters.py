"""Which entries were asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.cli.filters import Wanted
from onrecord.records import Engagement, Participant, When

CODES = {"turkey": "TR", "tr": "TR", "qatar": "QA", "germany": "DE"}


def country(asked: str) -> str | None:
    """Countries known to these tests."""
    return CODES.get(asked.lower())


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(), True),
        (Wanted(who="demir"), True),
        (Wanted(who="AYLA DEMIR"), True),
        (Wanted(who="Dem"), False),
        (Wanted(who="Turkey"), True),
        (Wanted(who="tr"), True),
        (Wanted(who="Qatar"), False),
        (Wanted(where="doha"), True),
        (Wanted(where="Qatar"), True),
        (Wanted(where="Turkey"), False),
        (Wanted(kind="call"), False),
        (Wanted(status="happened", kind="meeting"), True),
        (Wanted(since="2031-03-03", until="2031-03-03"), True),
        (Wanted(since="2031-03-04"), False),
        (Wanted(until="2031-03-02"), False),
    ],
)
def test_wanted(entry: Engagement, wanted: Wanted, fits: bool) -> None:
    """Names match whole words in any case, countries all who act for them, days anything that may overlap."""
    assert wanted.fits(entry, country) is fits


def test_accents_do_not_matter(entry: Engagement, change: Callable[..., Any]) -> None:
    """Who types without diacritics finds names with them, and the other way round."""
    accented = change(entry, participants=(Participant("Işıl Çağlar"),))
    assert Wanted(who="caglar").fits(accented, country)
    assert Wanted(who="Démir").fits(entry, country)


def test_what_has_no_day_is_not_within_any(entry: Engagement, change: Callable[..., Any]) -> None:
    """Asked for a span of time, an undated engagement is left out; an open end may lie in it."""
    assert not Wanted(since="2031-01-01").fits(change(entry, when=None), country)
    assert Wanted(until="2031-12-31").fits(change(entry, when=When(None, "2032-01-01", "range")), country)
