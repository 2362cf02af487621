"""Records as tables."""

from collections.abc import Callable
from typing import Any

from onrecord.cli.tables import digest_table, engagement_view, ledger_table
from onrecord.records import Digest, Engagement, Participant


def test_ids_are_never_cut(
    entry: Engagement, printed: Callable[..., str], change: Callable[..., Any]
) -> None:
    """However much stands in the other columns, an id can be copied from the screen."""
    crowd = change(entry, participants=tuple(Participant(f"Delegate Number {n}") for n in range(40)))
    for width in (80, 120, 200):
        assert entry.id in printed(ledger_table([crowd], width), width)


def test_an_article_s_table_tells_who_when_where_status_and_source(
    digest: Digest, printed: Callable[..., str]
) -> None:
    """The summary holds what a reader asks first, and the findings below."""
    shown = printed(digest_table(digest))
    for words in ("Ayla Demir, Jonas Weil", "2031-03-03", "Doha, QA", "happened", "the ministry", "weekday"):
        assert words in shown
    assert "[red]Sample[/red]" in shown


def test_show_tells_the_whole_story(entry: Engagement, printed: Callable[..., str]) -> None:
    """History, evidence with its place in the article, the chain, support and the reasons for linking."""
    shown = printed(engagement_view(entry))
    for words in (
        "History",
        "“Ayla Demir met Jonas Weil in Doha on Monday”",
        "talks.txt 15–58",
        "on the word of: the ministry",
        "1 article, 1 outlet, 1 independent origin: the ministry",
        "the same two people",
        "clm-1 in art-aa11",
    ):
        assert words in shown
