"""Digests of invented articles, made by hand, for the tests of linking, the ledger and the checks across it.

People, towns and ships are invented; states are real, because countries are told apart by their codes.
"""

from collections.abc import Sequence

import msgspec

from onrecord.records import (
    Actor,
    Block,
    Claim,
    Digest,
    Finding,
    Name,
    Participant,
    Place,
    Plover,
    Span,
    Status,
    When,
)
from onrecord.records.actor import ActorKind
from onrecord.records.digest import ReadArticle
from onrecord.records.ids import make_id
from onrecord.records.time import Precision

PEOPLE = {
    "Anna Ek": "SE",
    "Jan Berg": "NO",
    "Olga Marn": "RU",
    "Pavel Drozd": "RU",
    "Li Wen": "CN",
    "Ruth Cole": "US",
    "Sam Holt": "US",
}
STATES = {"Sweden": "SE", "Norway": "NO", "Russia": "RU", "China": "CN", "United States": "US", "Iran": "IR"}
BODIES = {
    "North Council": None,
    "Coastal States": None,
    "CS Ports Council": None,
    "Harbour Union": "NO",
    "MV Petrel": None,
    "MV Osprey": None,
}
TOWNS = {
    "Oslo": ("NO", 59.91, 10.75),
    "Bergen": ("NO", 60.39, 5.32),
    "Lillestrom": ("NO", 59.96, 11.05),
    "Beijing": ("CN", 39.9, 116.4),
    "Moscow": ("RU", 55.75, 37.62),
    "Narvik": ("NO", 68.44, 17.43),
}
MADE_BY = "rules 1; language model t; knowledge t"


def actor(name: str) -> Actor:
    """The actor of that name; names that stand in no list are groups without an identity."""
    kind: ActorKind = "group"
    if name in PEOPLE:
        kind = "person"
    elif name in STATES:
        kind = "state"
    elif name in BODIES:
        kind = "vessel" if name.startswith("MV") else "organisation"
    known = kind != "group"
    number = int(make_id("x", name)[2:9], 16)
    country = {**PEOPLE, **STATES, **BODIES}.get(name)
    return Actor(f"Q{number}" if known else make_id("act", name), name, kind, country)


def place(name: str | None) -> Place | None:
    """The town of that name, or the state, or a place of which only the name is known."""
    if name is None:
        return None
    if name in TOWNS:
        return Place(name, *TOWNS[name])
    return Place(name, STATES.get(name))


def when(text: str | None, *, printed: bool = True) -> When | None:
    """A day, month or year, or "FIRST/LAST" for what went on from one day to another."""
    if text is None:
        return None
    because = Span(0, 4) if printed else None
    if "/" in text:
        first, last = text.split("/")
        return When(first, last, "range", because)
    precision: Precision = "day" if len(text) == 10 else "month" if len(text) == 7 else "year"
    last = {
        "month": f"{text}-30" if text[5:] in ("04", "06", "09", "11") else f"{text}-31",
        "year": f"{text}-12-31",
    }
    first_day = {"month": f"{text}-01", "year": f"{text}-01-01"}
    return When(first_day.get(precision, text), last.get(precision, text), precision, because)


def claim(
    kind: str,
    who: Sequence[str],
    said: str,
    *,
    where: str | None = None,
    on: str | None = None,
    status: Status = "happened",
    sources: Sequence[Sequence[str]] = (),
    counts: dict[str, str] | None = None,
    hedged: bool = False,
    about: Sequence[str] = (),
    roles: Sequence[str] = (),
    recurring: bool = False,
) -> Claim:
    """A claim whose evidence are the words `said`; `digest` finds them in the text."""
    given = tuple(roles) or ("participant",) * len(who)
    return Claim(
        id=make_id("clm", kind, list(who), said, where, on, status),
        kind=kind,
        plover=Plover("CONSULT"),
        cameo="040",
        participants=tuple(
            Participant(name, actor(name).id, actor(name).country, role)
            for name, role in zip(who, given, strict=True)
        ),
        place=place(where),
        when=when(on),
        about=tuple(Name(name) for name in about),
        status=status,
        hedged=hedged,
        recurring=recurring,
        counts=counts or {},
        sources=tuple(tuple(chain) for chain in sources),
        evidence=(Span(0, len(said)),),
        because=(said,),
    )


def digest(
    name: str,
    *claims: Claim,
    published: str | None = None,
    between: tuple[str | None, str | None] | None = None,
    outlet: str | None = None,
    original_outlet: str | None = None,
    rest: str = "",
    made_by: str = MADE_BY,
    findings: tuple[Finding, ...] = (),
) -> Digest:
    """An article that holds its claims' words one after the other, and then `rest`."""
    said = [one.because[0] for one in claims]
    text = " ".join([*said, rest]).strip() or name
    placed = []
    start = 0
    for one, words in zip(claims, said, strict=True):
        placed.append(_at(one, start, name))
        start += len(words) + 1
    names = sorted({part.name for one in claims for part in one.participants} | STATES.keys())
    article = ReadArticle(
        id=make_id("art", name),
        path=f"{name}.txt",
        url=None,
        outlet=outlet,
        original_outlet=original_outlet,
        title=f"Title of {name}",
        byline=None,
        language="en",
        published=published,
        dated_between=between,
        dated_because=(),
        dateline=None,
        truncated=False,
    )
    return Digest(
        article=article,
        text=text,
        blocks=(Block(0, len(text), "body"),),
        sentences=(),
        actors=tuple(actor(one) for one in names),
        attributions=(),
        engagements=tuple(placed),
        findings=findings,
        made_by=made_by,
    )


def _at(one: Claim, start: int, article: str) -> Claim:
    span = one.evidence[0]
    return msgspec.structs.replace(
        one,
        id=make_id("clm", article, one.id),
        evidence=(Span(start, start + span.end),),
        because=("made by hand",),
    )
