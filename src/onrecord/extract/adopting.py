"""What tellings that leave something unsaid take from those before them: a doer, parties, the kind of talk."""

from collections.abc import Sequence

import msgspec

from onrecord.extract.cast import Figure
from onrecord.extract.mention import DONE, Mention
from onrecord.extract.merge import NEAR, WEAPONS, days_clash

ADOPTING = frozenset({"mobilization", "sanction"})
SIGNING = frozenset({"signing", "signature", "conclusion", "initialling"})


def with_traveller(mentions: Sequence[Mention]) -> list[Mention]:
    """Gives visits told by a noun that names no visitor ("follows a visit to Nigeria") the only one who travels."""
    trips = [mention for mention in mentions if mention.kind == "visit"]
    visitors = {
        figure.id: (figure, role) for one in trips for figure, role in one.participants if role == "visitor"
    }
    if len(visitors) != 1 or any(one.stranger for one in trips):
        return list(mentions)
    ((traveller, role),) = visitors.values()
    return [
        msgspec.structs.replace(mention, participants=((traveller, role), *mention.participants))
        if mention.kind == "visit"
        and mention.noun
        and all(role == "host" for _, role in mention.participants)
        and all(figure.country != traveller.country for figure, _ in mention.participants)
        and mention.match.slots.keys().isdisjoint({"poss", "of", "by", "agent"})
        and mention.participants
        else mention
        for mention in mentions
    ]


def adopt(mentions: Sequence[Mention]) -> list[Mention]:
    """Gives tellings that name nobody ("another launch in June") the doer of their like, where there is but one.

    Only for kinds in which an article that names one doer goes on without naming it. Tests and launches are
    alike, exercises and deployments are other things.
    """
    doers: dict[tuple[str, str], dict[str, tuple[Figure, str]]] = {}
    for mention in mentions:
        first = next(iter(mention.match.roles), None)
        if first is not None and mention.kind in ADOPTING and first[1] == mention.match.kind.role:
            doers.setdefault(_like(mention), {}).setdefault(first[0].country or first[0].id, first)
    return [
        msgspec.structs.replace(mention, participants=tuple(doers[_like(mention)].values()))
        if mention.match.orphan
        and not mention.participants
        and (mention.matter & WEAPONS or mention.status in DONE)
        and len(doers.get(_like(mention), ())) == 1
        else mention
        for mention in mentions
    ]


def after_talks(mentions: Sequence[Mention]) -> list[Mention]:
    """Gives an agreement that names nobody the parties of the talks or the visit told right before it.

    "A deal was reached." "The highlight of the visit was the signing of six agreements."
    """
    talks: Mention | None = None
    found: list[Mention] = []
    for mention in mentions:
        few = len(mention.participants) < 4
        together = mention.kind in {"meeting", "visit"} or (mention.kind == "gathering" and few)
        if together and len(mention.participants) > 1 and mention.status in DONE:
            talks = mention
        elif _of_nobody(mention) and talks is not None and _right_behind(mention, talks):
            role = mention.match.kind.role
            parties = tuple((figure, role) for figure, _ in talks.participants)
            mention = msgspec.structs.replace(mention, participants=parties)
        found.append(mention)
    return found


def _of_nobody(mention: Mention) -> bool:
    told = mention.status in DONE or mention.status == "denied"
    deed = not mention.noun or mention.word in SIGNING
    return mention.kind == "agreement" and deed and not mention.participants and told


def _right_behind(mention: Mention, talks: Mention) -> bool:
    near = NEAR if mention.noun else NEAR / 2
    return mention.block == talks.block and mention.evidence.start - talks.evidence.end < near


SPOKEN = frozenset("conversation exchange speak converse discuss chat".split())
"""Words that leave open whether those who talk sit together."""


def on_the_line(mentions: Sequence[Mention]) -> list[Mention]:
    """Gives tellings that leave open how two talked ("they discussed", "the conversation") to the call told before.

    Only those that name no place, near a call whose people they name or who are not said.
    """
    calls: list[Mention] = []
    told: list[Mention] = []
    for mention in mentions:
        open_ = mention.kind == "meeting" and mention.word in SPOKEN and mention.place is None
        open_ = open_ and mention.status in DONE
        call = next((one for one in reversed(calls) if open_ and _same_line(mention, one)), None)
        if call is not None:
            match = msgspec.structs.replace(mention.match, kind=call.match.kind)
            mention = msgspec.structs.replace(mention, match=match, part_of=call.token)
        if mention.kind == "call":
            calls.append(mention)
        told.append(mention)
    return told


def _same_line(mention: Mention, call: Mention) -> bool:
    if (
        mention.evidence.start - call.evidence.end > NEAR
        or call.status not in DONE | {"planned", "confirmed"}
        or days_clash(mention.when, call.when)
    ):
        return False
    callers = {figure.id for figure, _ in call.participants}
    return not mention.participants or bool(callers & {figure.id for figure, _ in mention.participants})


def _like(mention: Mention) -> tuple[str, str]:
    if mention.matter & WEAPONS:
        return mention.kind, "weapons"
    return mention.kind, " ".join(sorted(mention.matter))
