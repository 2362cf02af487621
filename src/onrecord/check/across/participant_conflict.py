"""participant-conflict: two reports put one deed down to two doers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.check.across.pairs import finding, voice_of, words_of
from onrecord.check.across.told import Found, Told
from onrecord.records import Participant
from onrecord.records.count import read_count
from onrecord.records.linked import LinkClaim

NAME = "participant-conflict"
KINDS = frozenset({"attack"})
"""Kinds of which two reports may name two doers: what two persons meet for is two meetings."""
DOERS = frozenset({"state", "organisation", "group", "body"})
DOING = frozenset({"attacker", "initiator"})
HARM = ("killed", "injured")


def check(told: Sequence[Told]) -> Found:
    """Attacks of one day on one town, with the same dead or hurt, that reports put down to two doers.

    Each report names one state or body as the doer, on words of its own, and an exact number of at least
    three that is the same in both. Silent where the number is bounded, the place a whole state, or where one
    article tells of both.
    """
    by_spot: dict[tuple[str, str, str, str], list[tuple[str, LinkClaim, Participant]]] = defaultdict(list)
    for one in told:
        if one.entry.kind in KINDS:
            for claim in one.sure:
                doer = _doer(claim)
                for key in _spots(claim) if doer is not None else ():
                    assert doer is not None, "asked for just before"
                    by_spot[key].append((one.entry.id, claim, doer))
    for key in sorted(by_spot):
        for (entry, one_claim, doer), (other_entry, other, another) in combinations(by_spot[key], 2):
            if _contradict(one_claim, doer, other, another):
                for at, here, who, there, whom in (
                    (entry, one_claim, doer, other, another),
                    (other_entry, other, another, one_claim, doer),
                ):
                    message = f"{voice_of(here)} says it was {who.name}; {voice_of(there)} says {whom.name}"
                    yield at, finding(NAME, here, message)


def _contradict(one: LinkClaim, doer: Participant, other: LinkClaim, another: Participant) -> bool:
    apart = one.article.id != other.article.id and not set(words_of(one)) & set(words_of(other))
    kin = doer.country is not None and doer.country == another.country
    return apart and doer.actor != another.actor and doer.name != another.name and not kin


def _doer(one: LinkClaim) -> Participant | None:
    pairs = list(zip(one.claim.participants, one.kinds, strict=True))
    doers = [who for who, kind in pairs if who.role in DOING and kind in DOERS and who.actor]
    others = [who for who, _ in pairs if who.role in DOING]
    return doers[0] if len(doers) == 1 == len(others) else None


def _spots(one: LinkClaim) -> Iterator[tuple[str, str, str, str]]:
    place, when = one.claim.place, one.claim.when
    if place is None or one.wide or when is None or when.precision != "day" or when.start != when.end:
        return
    for name in HARM:
        count = read_count(one.claim.counts.get(name, ""))
        if count is not None and count.bound == "exact" and count.value >= 3:
            yield place.name, when.start or "", name, str(int(count.value))
