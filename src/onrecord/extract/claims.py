"""From groups of mentions to claims."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.extract.cast import Figure
from onrecord.extract.later import Later
from onrecord.extract.mention import DONE, Mention
from onrecord.extract.vouching import sources_of_claim
from onrecord.records import Claim, Participant, Place, Plover, Status, When
from onrecord.records.count import read_count
from onrecord.records.ids import make_id

NOTHING = Later()
SHARP = {"day": 0, "range": 1, "week": 2, "month": 3, "quarter": 4, "year": 5, "unknown": 6}
BESIDE = frozenset(
    {"participant", "attendee", "visitor", "speaker"}
)  # roles in which a person stands for his state
STRENGTH: dict[str, int] = {"cancelled": 0, "postponed": 1, "confirmed": 2, "planned": 3, "possible": 4}
RANK = {"body": 0, "standfirst": 1, "title": 2, "caption": 3}
FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def claim_of(group: Sequence[Mention], article_id: str, later: Later = NOTHING) -> Claim:
    """The claim that a group of mentions makes together, with what later sentences count of it.

    The first full telling in the body leads; day and place are the sharpest given; the status is the one
    most often told among the strongest, so that a passing "would-be meeting" does not undo a report.
    """
    ordered = sorted(group, key=lambda mention: (RANK.get(mention.block, 9), mention.evidence.start))
    lead = ordered[0]
    kind = lead.match.kind
    participants = _participants(ordered)
    when = _sharpest([mention.when for mention in ordered if mention.when])
    place = _narrowest([(mention.place, mention.wide) for mention in ordered if mention.place])
    status = _status(ordered)
    evidence = tuple(dict.fromkeys((*(mention.evidence for mention in ordered), *later.evidence)))
    counts = _counts([*(mention.counts for mention in ordered), later.counts])
    return Claim(
        id=make_id(
            "clm",
            article_id,
            kind.kind,
            [[span.start, span.end] for span in evidence],
            lead.match.token,
            *(lead.part if any(lead.part) else ()),
        ),
        kind=kind.kind,
        plover=_plover(lead, status),
        cameo=lead.match.trigger.cameo or kind.cameo,
        participants=participants,
        place=place,
        when=when,
        about=tuple(dict.fromkeys(name for mention in ordered for name in mention.about)),
        status=status,
        hedged=any(mention.hedged for mention in ordered),
        recurring=any(mention.recurring for mention in ordered),
        counts=dict(sorted(counts.items())),
        sources=sources_of_claim(ordered, status, speech=kind.speech),
        evidence=evidence,
        because=tuple(dict.fromkeys(reason for mention in ordered for reason in mention.because)),
    )


def _counts(told: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Each number as it was first told; one that is exact or bounded goes before "dozens"."""
    counts: dict[str, str] = {}
    for one in told:
        for key, value in one.items():
            if key not in counts or (read_count(counts[key]) is None and read_count(value) is not None):
                counts[key] = value
    return counts


def _participants(ordered: Sequence[Mention]) -> tuple[Participant, ...]:
    """Everyone of any mention; a state is left out where its own person stands in the same role."""
    roles: dict[str, tuple[Figure, str]] = {}
    for mention in ordered:
        for figure, role in mention.participants:
            roles.setdefault(figure.id, (figure, role))
    people = {(f.country, role) for f, role in roles.values() if f.person}
    kept = [
        (f, role)
        for f, role in roles.values()
        if not (f.kind == "group" and f.country is None)  # "several leaders" counts, but is nobody
        and not (f.kind == "group" and role in BESIDE and _led(f, role, roles.values()))
        and not (f.kind == "state" and (f.country, role) in people and role in BESIDE)
    ]
    return tuple(Participant(f.name, f.id, f.country, role) for f, role in kept)


def _led(group: Figure, role: str, everyone: Iterable[tuple[Figure, str]]) -> bool:
    """Whether a group of a country is told by a name too: "the two countries' leaders", after both were named."""
    return any(f.country == group.country and r == role and f.person for f, r in everyone)


def _sharpest(times: Sequence[When]) -> When | None:
    return min(times, key=lambda when: SHARP[when.precision]) if times else None


def _narrowest(places: Sequence[tuple[Place, bool]]) -> Place | None:
    """A town before a country; among several the one most often named, then the first."""
    if not places:
        return None
    named = Counter(place.name for place, _ in places)
    pool = [place for place, wide in places if not wide] or [place for place, _ in places]
    return max(pool, key=lambda place: (named[place.name], -pool.index(place)))


def _status(ordered: Sequence[Mention]) -> Status:
    """Done, if any tells it as done; called off, if any says so; else what most tell, the firmest among equals."""
    told = [mention for mention in ordered if not mention.unmarked] or list(ordered)
    counted = Counter(mention.status for mention in told)
    done = [m.status for m in told if m.status in DONE]
    if done:
        return "happened" if "happened" in done else "ongoing"
    for final in ("cancelled", "postponed"):
        if final in counted:
            return final
    return max(counted, key=lambda status: (counted[status], -STRENGTH.get(status, 5)))


def _plover(lead: Mention, status: Status) -> Plover:
    """Type and mode; what lies ahead is AGREE in PLOVER, its mode kept (FORMATS: "export it so")."""
    kind = lead.match.kind
    plover = (
        msgspec.structs.replace(kind.plover, **lead.match.trigger.plover)
        if lead.match.trigger.plover
        else kind.plover
    )
    if status in {"planned", "confirmed"} and plover.type in FUTURE_IS_AGREE:
        return msgspec.structs.replace(plover, type="AGREE")
    return plover
