"""Titles that their bearers do not hold on the article's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.check.meant_now import administration_meant_now, title_meant_now
from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding, Term, TitleUse

if TYPE_CHECKING:
    from onrecord.records.parse import Doc

HEADS_OF_ADMINISTRATIONS = frozenset({"president", "prime minister", "chancellor"})
LEADING = HEADS_OF_ADMINISTRATIONS | {
    "supreme leader",
    "general secretary",
    "king",
    "queen",
    "emir",
    "leader",
}
MARGIN = 10  # days for which a title may go on being used, and by which lists of terms differ
TO_BE = ("elect", "designate", "candidate", "nominee", "hopeful", "incoming", "future", "next")


def office_holder(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """A title, or an administration, that had ended (or not begun) on the article's day.

    Silent where the words speak of the past ("former", an earlier date, the past tense away from the lead
    and from a main clause's subject), where they are somebody's quoted words, and where the article's day or
    the office's holder is not known.
    """
    early, late = _day(extraction)
    if early is None:
        return
    for use in extraction.titles:
        if use.past or use.quoted or use.actor is None:
            continue
        finding = _administration(use, early, extraction, doc, knowledge) or _title(
            use, early, late, extraction, doc, knowledge
        )
        if finding is not None:
            yield finding


def _day(extraction: Extraction) -> tuple[str | None, str | None]:
    article = extraction.article
    if article.published is not None:
        return article.published, article.published
    between = article.dated_between
    return (between[0], between[1]) if between is not None else (None, None)


def _administration(
    use: TitleUse, early: str, extraction: Extraction, doc: Doc, knowledge: Knowledge
) -> Finding | None:
    """ "the Biden administration" in the present or future tense, after the term ended."""
    name = doc.char_span(use.name_span.start, use.name_span.end, alignment_mode="expand")
    if name is None or use.actor is None or name.end >= len(doc) or doc[name.end].lower_ != "administration":
        return None
    terms = [term for term in knowledge.terms(use.actor) if term.office.title in HEADS_OF_ADMINISTRATIONS]
    terms = [
        term for term in terms if (term.start or "") <= _before(early, -MARGIN)
    ]  # not yet begun: later ones
    if not terms or any(term.end is None or term.end >= _before(early, MARGIN) for term in terms):
        return None
    noun = doc[name.end]
    if not administration_meant_now(noun, extraction, early):
        return None
    last = max(terms, key=lambda term: term.end or "")
    article = doc[max(name.start - 1, 0)]
    message = (
        f"{_name(use.actor, knowledge)} left office as {last.office.title} of {last.office.of} on {last.end}, "
        "before the article’s day"
    )
    start = article.idx if article.lower_ == "the" else use.name_span.start
    return Finding("office-holder", start, noun.idx + len(noun), message)


def _title(
    use: TitleUse, early: str, late: str | None, extraction: Extraction, doc: Doc, knowledge: Knowledge
) -> Finding | None:
    """ "Secretary of State Antony Blinken" on a day when another held the office."""
    if use.title is None or use.of is None or late is None or early[:7] != late[:7] or len(early) != 10:
        return None
    words = extraction.article.text[use.span.start : use.span.end].lower()
    if any(word in words for word in TO_BE):
        return None
    terms = [t for t in knowledge.terms(use.actor or "") if t.office.of == use.of]
    held = [term for term in terms if term.office.title == use.title]
    # a party or state chief who is also president; deputies do not hold what they stand in for
    leading = [term for term in terms if term.office.title in LEADING]
    if not held or any(_covers(term, early) for term in [*held, *leading]):
        return None
    holders = list(knowledge.holders(use.title, use.of, early))
    if len(holders) != 1 or holders[0].id == use.actor:
        return None
    last = max(held, key=lambda term: term.start or "")
    name = doc.char_span(use.name_span.start, use.name_span.end, alignment_mode="expand")
    if name is None or not title_meant_now(name.root, use, extraction, early, last.end):
        return None
    until = f"until {last.end}" if last.end else f"from {last.start}"
    message = (
        f"{_name(use.actor, knowledge)} was {use.title} of {use.of} {until}; "
        f"on {early} it was {holders[0].name}"
    )
    return Finding("office-holder", use.span.start, use.span.end, message, suggests=holders[0].name)


def _covers(term: Term, day: str) -> bool:
    """Whether a term holds on a day, or ended some days before it, or begins soon after."""
    return (term.start or "") <= _before(day, -MARGIN) and (
        term.end is None or term.end >= _before(day, MARGIN)
    )


def _before(day: str, days: int) -> str:
    first = dt.date.fromisoformat(f"{day}-01"[:10])
    return (first - dt.timedelta(days=days)).isoformat()


def _name(actor: str | None, knowledge: Knowledge) -> str:
    entity = knowledge.entity(actor or "")
    return entity.name if entity else ""
