"""From a group of claims to the ledger's entry."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.link.days import Days, days_of, ordinal
from onrecord.link.kinds import OCCASIONS
from onrecord.link.life import AHEAD, PAST, in_order, life, status_on, told_on
from onrecord.link.origins import origins
from onrecord.link.parties import Party, parties_of, same
from onrecord.link.places import compare, spot_of
from onrecord.link.titles import title
from onrecord.link.wording import folded
from onrecord.records import Claim, Engagement, Finding, Participant, Place, Support, Testimony, When
from onrecord.records.ids import make_id
from onrecord.records.linked import Group, LinkClaim

_FIRST = ("gathering", "meeting", "visit")  # of one occasion, the kind that names it best


def entries(
    items: Sequence[LinkClaim], groups: Sequence[Group], voices: Mapping[str, str], as_of: str | None
) -> tuple[Engagement, ...]:
    """The ledger's entries, one a group, ordered by when they were, then title, then id.

    Args:
        items: the claims that were linked.
        groups: result of `link` on them.
        voices: who speaks in each article where it cites nobody.
        as_of: the day (ISO) whose ledger it is; what was ahead and is over by then has lapsed.
    """
    by_key = {item.key: item for item in items}
    by_article: dict[str, list[LinkClaim]] = {}
    for item in items:
        by_article.setdefault(item.article.id, []).append(item)
    made = [_entry([by_key[key] for key in one.members], one, voices, by_article, as_of) for one in groups]
    return tuple(sorted(made, key=lambda one: (_sort_day(one), one.title, one.id)))


def _sort_day(one: Engagement) -> str:
    return one.when.start or one.when.end or "9999" if one.when else "9999"


def _entry(
    items: list[LinkClaim],
    group: Group,
    voices: Mapping[str, str],
    by_article: Mapping[str, list[LinkClaim]],
    as_of: str | None,
) -> Engagement:
    when, days = _when(items)
    ordered = in_order(items, days)
    resting = origins(ordered, voices)
    steps = life(ordered, days, resting)
    last = days.last if days else _borrowed_end(items, by_article)
    leading = _leading(ordered)
    participants, cast = _participants(ordered)
    place = _place(ordered)
    all_origins = tuple(sorted({name for names in resting.values() for name in names}))
    return Engagement(
        id=_id(items),
        title=title(leading.kind, cast, place.name if place else None, days),
        kind=leading.kind,
        plover=leading.plover,
        cameo=leading.cameo,
        participants=participants,
        place=place,
        when=when,
        about=tuple({folded(name.name): name for one in ordered for name in one.claim.about}.values()),
        status=status_on(steps, last, ordinal(as_of)),
        counts={name: value for one in ordered for name, value in sorted(one.claim.counts.items())},
        history=steps,
        claims=tuple(_testimony(one) for one in ordered),
        support=Support(
            articles=len({one.article.id for one in items}),
            outlets=len({folded(one.article.outlet) for one in items if one.article.outlet}),
            origins=all_origins,
            independent=len({folded(name) for name in all_origins}),
        ),
        findings=tuple(sorted({finding for one in items for finding in one.findings}, key=_finding_order)),
        linked_because=group.because,
    )


def _finding_order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.article or "", finding.start, finding.end, finding.check, finding.message


def _id(items: Sequence[LinkClaim]) -> str:
    """Named after the claim that was told first: the same whenever that claim is in the ledger."""
    first = min(items, key=lambda one: (told_on(one), one.article.id, _start(one.claim), one.claim.id))
    return make_id("eng", *first.key)


def _start(claim: Claim) -> int:
    return claim.evidence[0].start if claim.evidence else 0


def _testimony(item: LinkClaim) -> Testimony:
    claim = item.claim
    return Testimony(claim.id, item.article, claim.status, claim.hedged, claim.sources, item.evidence)


def claimed_days(item: LinkClaim) -> Days | None:
    """The days on which a claim puts its engagement."""
    claim = item.claim
    return days_of(
        claim.when,
        ahead=claim.status in AHEAD or claim.status == "postponed",
        recurring=claim.recurring,
        until=ordinal(item.latest),
    )


def _when(items: Sequence[LinkClaim]) -> tuple[When | None, Days | None]:
    """The narrowest time that a claim gives.

    Of equal ones that of what happened, then that of most articles.
    """
    dated = [(one, days) for one in items if (days := claimed_days(one)) is not None]
    if not dated:
        return None, None
    votes = Counter({days: 0 for _, days in dated})
    for days, _ in {(days, one.article.id) for one, days in dated}:
        votes[days] += 1

    def rank(pair: tuple[LinkClaim, Days]) -> tuple[int, bool, int, Days, tuple[str, str]]:
        item, days = pair
        return days.width, item.claim.status not in PAST, -votes[days], days, item.key

    item, days = min(dated, key=rank)
    said = item.claim.when
    assert said is not None, "dated claims have a when"
    return When(said.start, said.end, said.precision), days


def _borrowed_end(items: Sequence[LinkClaim], by_article: Mapping[str, list[LinkClaim]]) -> int | None:
    """Last day of the occasion to which the same article ties what has no day of its own.

    The talks that a visit to the same town is to bring are over when the visit is.
    """
    ends = []
    for item in items:
        for other in by_article[item.article.id]:
            days = claimed_days(other)
            if days is not None and {item.claim.kind, other.claim.kind} <= OCCASIONS and _tied(item, other):
                ends.append(days.last)
    return max(ends, default=None)


def _tied(item: LinkClaim, other: LinkClaim) -> bool:
    if item.claim.status not in AHEAD or other.claim.status not in AHEAD:
        return False
    here, there = (spot_of(one.claim.place, wide=one.wide) for one in (item, other))
    persons = [one.key for one in parties_of(item) if one.rank == "person"]
    return compare(here, there).distinct and any(one.key in persons for one in parties_of(other))


def _leading(ordered: Sequence[LinkClaim]) -> Claim:
    """The claim that gives the entry its kind and codes: of the kind that most claims have, told last."""
    number = Counter(one.claim.kind for one in ordered)
    past = Counter(one.claim.kind for one in ordered if one.claim.status in PAST)

    def rank(kind: str) -> tuple[int, int, int, str]:
        place = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
        return -number[kind], -past[kind], place, kind

    kind = min(number, key=rank)
    return next(one.claim for one in reversed(ordered) if one.claim.kind == kind)


def _participants(ordered: Sequence[LinkClaim]) -> tuple[tuple[Participant, ...], tuple[Party, ...]]:
    """All that any claim names, those that most articles name first, under the fullest name."""
    found: list[tuple[Party, Participant, set[str]]] = []
    for item in ordered:
        by_name = {one.name: one for one in reversed(item.claim.participants)}
        for party in parties_of(item):
            at = next((i for i, (known, _, _) in enumerate(found) if same(known, party)), None)
            if at is None:
                found.append((party, by_name[party.name], {item.article.id}))
                continue
            known, shown, articles = found[at]
            fuller = len(party.name) > len(known.name) and party.rank == "person"
            found[at] = (
                party if fuller else known,
                by_name[party.name] if fuller else shown,
                articles | {item.article.id},
            )
    order = {name: i for item in reversed(ordered) for i, name in enumerate(_names(item))}
    found.sort(key=lambda one: (-len(one[2]), order.get(one[1].name, 99), one[0].key))
    return tuple(shown for _, shown, _ in found), tuple(party for party, _, _ in found)


def _names(item: LinkClaim) -> list[str]:
    return [one.name for one in item.claim.participants]


def _place(ordered: Sequence[LinkClaim]) -> Place | None:
    """The place that most articles give; a town goes before the state it is in."""
    given = [(one.claim.place, one) for one in ordered if one.claim.place is not None]
    if not given:
        return None
    votes = Counter({(place.name, place.country): 0 for place, _ in given})
    for name, country, _ in {(place.name, place.country, one.article.id) for place, one in given}:
        votes[name, country] += 1

    def rank(pair: tuple[Place, LinkClaim]) -> tuple[bool, int, bool, str, tuple[str, str]]:
        place, item = pair
        return item.wide, -votes[place.name, place.country], place.latitude is None, place.name, item.key

    return min(given, key=rank)[0]
