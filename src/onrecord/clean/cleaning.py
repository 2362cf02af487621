"""Gives every character of an article a block, and finds what the page says of the article itself."""

import re

import msgspec

from onrecord.clean.bylines import byline_of, desk_of, person_of
from onrecord.clean.captions import mark_captions
from onrecord.clean.dateline import FoundDateline, dateline_of
from onrecord.clean.known import Known
from onrecord.clean.layout import Head, find_head
from onrecord.clean.lines import Line, lines_of
from onrecord.clean.marks import Role, mark
from onrecord.clean.masthead import in_normal_case
from onrecord.clean.outlets import Publishers, desk_named
from onrecord.clean.phrases import phrases
from onrecord.clean.published import DayCandidate, chosen, day_candidates, full_day
from onrecord.clean.sections import CUT_OFF, mark_rest, mark_sections
from onrecord.clean.stamps import stamp_of
from onrecord.clean.tiles import tiles
from onrecord.records import Article, Dateline, Span

_LAST_LINES = 3  # in which a note on the author may stand
_BYLINES = 3  # that are tried
_NEAR_BYLINE = 2  # lines below the byline
_DATELINE_LINES = 3  # paragraphs at whose beginning a dateline is looked for
_LONGEST_STANDFIRST = 45  # words
_GOES_ON = 3  # paragraphs after a "subscribe to continue" that show that the text is all there


def clean(article: Article, knowledge: Known) -> Article:
    """The article with blocks that cover its text, and with outlet, original outlet, title, byline, dateline,
    day of publication and truncation as far as its page tells them.

    What the article already holds (from the user or from markup) is kept. The text is never altered; what the
    page does not say stays None.
    """
    lines = lines_of(article.text)
    roles, head = _roles(lines, article.title)
    dateline = _dateline(article.text, lines, roles, knowledge)
    publishers = Publishers(lines, roles, knowledge)
    outlet = publishers.outlet(article.outlet, article.url)
    byline = article.byline or _byline(lines, roles, head, knowledge)
    published, because = article.published, article.dated_because
    if published is None:
        published, because = chosen(_candidates(article, lines, roles, head, dateline, outlet, knowledge))
    title = article.title
    if title is None and head.title is not None:
        title = _headline(lines, roles, head.title)
    return msgspec.structs.replace(
        article,
        blocks=tiles(len(article.text), lines, roles, dateline.span if dateline else None),
        outlet=outlet,
        original_outlet=article.original_outlet or publishers.original(outlet, dateline, byline),
        title=_without_outlet(title, outlet, knowledge),
        byline=byline or None,
        dateline=article.dateline or _as_record(dateline, published),
        published=published,
        dated_because=because,
        truncated=article.truncated or _truncated(lines, roles, head),
    )


def _headline(lines: list[Line], roles: list[Role], at: int) -> str:
    """The headline's words, of both lines where it was broken into two."""
    goes_on = at + 1 < len(lines) and roles[at + 1] == "title" and lines[at + 1].plain[0].islower()
    return " ".join(" ".join(line.text.split()) for line in lines[at : at + 1 + goes_on])


def _roles(lines: list[Line], title: str | None) -> tuple[list[Role], Head]:
    """A role for each line: by its own words, by the page's head, by its neighbours, in that order."""
    roles: list[Role | None] = [mark(line) for line in lines]
    _mark_walls(lines, roles)
    _mark_signatures(lines, roles)
    head = find_head(lines, roles, title)
    mark_sections(lines, roles, head.body)
    mark_captions(lines, roles, head.body)
    mark_rest(lines, roles, head.body)
    return [role or "body" for role in roles], head


def _mark_walls(lines: list[Line], roles: list[Role | None]) -> None:
    """Prices and offers under "subscribe to continue", up to the next long sentence."""
    walled = False
    for i, line in enumerate(lines):
        if roles[i] == "truncated":
            walled = True
        elif roles[i] is None:
            walled = walled and not line.strong
            if walled:
                roles[i] = "boilerplate"


def _mark_signatures(lines: list[Line], roles: list[Role | None]) -> None:
    """Notes that begin with the name in the byline: "Ana Roe reported from Oslo.", near it or at the end."""
    signed = {
        i: names for i, role in enumerate(roles) if role == "byline" and (names := byline_of(lines[i].plain))
    }
    last = [i for i, role in enumerate(roles) if role is None][-_LAST_LINES:]
    for at, names in list(signed.items())[:_BYLINES]:
        name = re.split(r",| and | & ", names)[0].lower()
        for i, line in enumerate(lines):
            near = at < i <= at + _NEAR_BYLINE or (i in last and i > at)
            short = line.prose and len(line.words) <= _LONGEST_STANDFIRST
            if roles[i] is None and near and short and line.plain.lower().startswith(f"{name} "):
                roles[i] = "author"


def _dateline(text: str, lines: list[Line], roles: list[Role], known: Known) -> FoundDateline | None:
    """The dateline of one of the first paragraphs; what stands above it in the body is the standfirst."""
    first = [i for i, role in enumerate(roles) if role in ("body", "standfirst")][:_DATELINE_LINES]
    for position, i in enumerate(first):
        found = dateline_of(text, lines[i].start, lines[i].end, known)
        if found is not None:
            if "title" in roles[:i] and all(
                len(lines[j].words) <= _LONGEST_STANDFIRST for j in first[:position]
            ):
                for j in first[:position]:
                    roles[j] = "standfirst"
            roles[i] = "body"
            return found
    return _dateline_above(text, lines, roles, known)


def _dateline_above(text: str, lines: list[Line], roles: list[Role], known: Known) -> FoundDateline | None:
    """A dateline on a line of its own: a place in capitals right above the body."""
    body = next((i for i, role in enumerate(roles) if role == "body"), 0)
    line = lines[body - 1] if body else None
    if line is None or not line.plain.isupper() or len(line.words) > 3 or not known.places(line.plain):
        return None
    roles[body - 1] = "body"  # all of it becomes the dateline's block
    return FoundDateline(Span(line.start, line.end), in_normal_case(line.plain), None, None, None)


def _candidates(
    article: Article,
    lines: list[Line],
    roles: list[Role],
    head: Head,
    dateline: FoundDateline | None,
    outlet: str | None,
    known: Known,
) -> tuple[DayCandidate, ...]:
    publisher = known.outlet(outlet) if outlet else None
    country = publisher.country if publisher else None
    found = day_candidates(lines, roles, head.title, head.body, article.url, country)
    if dateline is not None and dateline.day is not None:
        span = dateline.span
        found += (DayCandidate(dateline.day, 0.88, "the dateline's day", span.start, span.end),)
    return tuple(sorted(found, key=lambda candidate: (-candidate.weight, candidate.start)))


def _byline(lines: list[Line], roles: list[Role], head: Head, known: Known) -> str | None:
    for line, role in zip(lines, roles, strict=True):
        if role == "byline" and (
            names := byline_of(line.plain) or desk_of(line.plain) or person_of(line.plain)
        ):
            return names
        if role == "stamp" and (stamp := stamp_of(line)) and (names := byline_of(stamp.rest)):
            return names
    for line, role in zip(lines[head.title or 0 : head.body], roles[head.title or 0 :], strict=False):
        if role == "stamp" and (stamp := stamp_of(line)) and (names := person_of(stamp.rest)):
            publisher = known.outlet(names) or phrases().publisher_words.within(names)
            return None if publisher or known.places(names) else names
    return desk_named(lines, roles) or next(
        (
            name
            for line, role in zip(lines, roles, strict=True)
            if role == "author" and (name := desk_of(line.plain) or person_of(line.plain))
        ),
        None,
    )


def _as_record(dateline: FoundDateline | None, published: str | None) -> Dateline | None:
    if dateline is None:
        return None
    day = dateline.day or full_day(dateline.month_day, published)
    return Dateline(dateline.place, day) if dateline.place or day else None


def _without_outlet(title: str | None, outlet: str | None, known: Known) -> str | None:
    """The title without the publisher's name that pages append: "Ministers meet | The Daily Example"."""
    for mark_ in (" | ", " - ", " – ", " — "):
        before, found, after = (title or "").rpartition(mark_)
        if found and before and len(after.split()) <= 5 and (after == outlet or known.outlet(after)):
            return before.strip()
    return title


def _truncated(lines: list[Line], roles: list[Role], head: Head) -> bool:
    """Whether a wall is named below the first paragraph, or the last paragraph breaks off."""
    body = [i for i, role in enumerate(roles) if role == "body"]
    walls = [i for i, role in enumerate(roles) if role == "truncated" and i >= head.body]
    if any(sum(i > wall for i in body) < _GOES_ON for wall in walls):
        return True
    return (
        bool(body)
        and len(lines[body[-1]].words) >= 6
        and CUT_OFF.search(lines[body[-1]].plain[-12:]) is not None
    )
