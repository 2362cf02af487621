"""Titles that their bearers do not hold on the article's day."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from onrecord.knowledge import Knowledge
from onrecord.records import Extraction, Finding, Span, Term, TitleUse

HEADS_OF_ADMINISTRATIONS = frozenset({"president", "prime minister", "chancellor"})
RECENT_DAYS = 45
LEAD = 3  # sentences in which a title is meant as of the article's day


def office_holder(extraction: Extraction, doc: Doc, knowledge: Knowledge) -> Iterable[Finding]:
    """A title, or an administration, that had ended (or not begun) on the article's day.

    Silent where the words speak of the past ("former", a past year, the past tense away from the lead),
    where they are somebody's quoted words, and where the article's day or the office's holder is not known.
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
    if (
        name is None
        or name.end >= len(doc)
        or doc[name.end].lower_ not in {"administration"}
        or use.actor is None
    ):
        return None
    terms = [term for term in knowledge.terms(use.actor) if term.office.title in HEADS_OF_ADMINISTRATIONS]
    if not terms or any(term.end is None or term.end >= early for term in terms):
        return None
    noun = doc[name.end]
    if _in_the_past(noun, extraction, early):
        return None
    last = max(terms, key=lambda term: term.end or "")
    return Finding(
        "office-holder",
        doc[max(name.start - 1, 0)].idx
        if doc[max(name.start - 1, 0)].lower_ == "the"
        else use.name_span.start,
        noun.idx + len(noun),
        f"{_name(use.actor, knowledge)} left office as {last.office.title} of {last.office.of} on {last.end}, "
        "before the article’s day",
    )


def _title(
    use: TitleUse, early: str, late: str | None, extraction: Extraction, doc: Doc, knowledge: Knowledge
) -> Finding | None:
    """ "Secretary of State Antony Blinken" on a day when another held the office."""
    if use.title is None or use.of is None or late is None or early[:7] != late[:7] or len(early) != 10:
        return None
    terms = [t for t in knowledge.terms(use.actor or "") if t.office.of == use.of]
    held = [term for term in terms if term.office.title == use.title]
    if not held or any(_covers(term, early) for term in terms):
        return None
    holders = list(knowledge.holders(use.title, use.of, early))
    if len(holders) != 1 or holders[0].id == use.actor:
        return None
    name = doc.char_span(use.name_span.start, use.name_span.end, alignment_mode="expand")
    if name is None or (_in_the_past(name.root, extraction, early) and not _in_lead(use.span, extraction)):
        return None
    last = max(held, key=lambda term: term.start or "")
    until = f"until {last.end}" if last.end else f"from {last.start}"
    message = f"{_name(use.actor, knowledge)} was {use.title} of {use.of} {until}; on {early} it was {holders[0].name}"
    return Finding("office-holder", use.span.start, use.span.end, message, suggests=holders[0].name)


def _covers(term: Term, day: str) -> bool:
    # a term is given a margin: papers go on using a title for some days, and sources differ by some
    return (term.start or "") <= day and (term.end is None or term.end >= day)


def _in_lead(span: Span, extraction: Extraction) -> bool:
    body = [s for s in extraction.sentences if s.end <= span.start]
    return len(body) < LEAD and not any(
        t.first and t.first[:4] < (extraction.article.published or "")[:4]
        for t in extraction.times
        if abs(t.start - span.start) < 200
    )


def _in_the_past(token: Token, extraction: Extraction, day: str) -> bool:
    """Whether the clause tells of an earlier time: past tense, or a year or date well before the article."""
    sentence = token.sent
    for item in extraction.times:
        if sentence.start_char <= item.start < sentence.end_char and item.last and item.last[:4] < day[:4]:
            return True
    node = token
    for _ in range(30):
        if node.pos_ in {"VERB", "AUX"} or node.head == node:
            break
        node = node.head
    forms = [node, *(child for child in node.children if child.dep_ in {"aux", "aux:pass", "cop"})]
    if any(child.lower_ in {"will", "could", "can", "may", "might", "would", "should"} for child in forms):
        return False
    return any(
        "Past" in part.morph.get("Tense")
        for part in forms
        if "Part" not in part.morph.get("VerbForm") or part == node
    )


def _name(actor: str | None, knowledge: Knowledge) -> str:
    entity = knowledge.entity(actor or "")
    return entity.name if entity else ""
