"""People who act after their death, states and bodies after their end, names before anybody could use them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.check.lifetimes import Lifetime, lifetimes, spellings
from onrecord.check.meant_now import acts_now
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding

if TYPE_CHECKING:
    from onrecord.records.parse import Doc, Phrase

MARGIN = 30  # days after an end, or before a beginning, in which reports may be late or early
READ = frozenset({"body", "title", "standfirst"})


def anachronism(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """Somebody dead, or a state or body that is gone, who acts on the article's day; a name not yet given.

    Silent within a month of the day; where the words remember ("the late", "would have"), quote, or tell of an
    earlier time; of treaties, carriers and foundations that bear the name; where the article has no day.
    """
    day = extraction.article.published
    if day is None or len(day) != len("2025-01-31"):
        return
    told: set[str] = set()
    blocks = [block for block in extraction.article.blocks if block.kind in READ]
    for match in spellings().finditer(extraction.article.text):
        entry = lifetimes()[match.group()]
        if entry.name in told or not any(block.start <= match.start() < block.end for block in blocks):
            continue
        phrase = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if phrase is None or not _out_of_time(entry, phrase, extraction, day):
            continue
        told.add(entry.name)
        yield Finding("anachronism", match.start(), match.end(), _message(entry, day))


def _out_of_time(entry: Lifetime, phrase: Phrase, extraction: Extraction, day: str) -> bool:
    if entry.since is not None:
        return day < _moved(entry.since, -MARGIN) and not _is_quoted(phrase)
    if entry.until is None or day <= _moved(entry.until, MARGIN):
        return False
    return not _is_quoted(phrase) and not _is_another(phrase) and acts_now(phrase.root, extraction, day)


def _is_another(phrase: Phrase) -> bool:
    """Whether the name goes on ("Nelson Mandela Foundation") or is a namesake's ("Ronald Reagan, an accountant")."""
    after = [token.text for token in phrase.doc[phrase.end : phrase.end + 2]]
    return bool(after) and (after[0][:1].isupper() or (after[0] == "," and after[-1] in {"a", "an"}))


def _is_quoted(phrase: Phrase) -> bool:
    before = phrase.doc[phrase[0].sent.start : phrase.start]
    return sum(token.text in '"“”«»' for token in before) % 2 == 1


def _message(entry: Lifetime, day: str) -> str:
    if entry.since is not None:
        return f"nobody spoke of {entry.name} before {entry.since}; the article is of {day}"
    ended = {"person": "died", "state": "ceased to exist", "body": "was dissolved"}[entry.what]
    return f"{entry.name} {ended} on {entry.until}; the article is of {day}"


def _moved(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()
