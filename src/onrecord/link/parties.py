"""Who took part: whether two claims name the same people, or people that rule each other out."""

from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.link.kinds import BILATERAL, DIRECTED, SPEECH
from onrecord.link.wording import folded
from onrecord.records import Participant
from onrecord.records.actor import ActorKind
from onrecord.records.judgement import is_global
from onrecord.records.linked import Alias, LinkClaim

Rank = Literal["person", "body", "state", "group"]
Side = Literal["acts", "receives", "either"]

_RANKS: dict[ActorKind | None, Rank] = {
    "person": "person",
    "state": "state",
    "organisation": "body",
    "body": "body",
    "company": "body",
    "vessel": "body",
    "outlet": "body",
    "instrument": "body",
}
_RECEIVING = frozenset(
    {
        "target",
        "recipient",
        "host",
        "victim",
        "addressee",
        "about",
        "beneficiary",
        "appointee",
        "defendant",
        "object",
    }
)
_EITHER = frozenset({"participant", "party", "attendee", "guest", "member", "caller", "partner"})
_ORDER: dict[Rank, int] = {"person": 0, "body": 1, "state": 2, "group": 3}
_KIN = 0.6  # a person and the state it belongs to, a council and the organisation it is of


class Party(NamedTuple):
    """One participant: `key` is the same for the same actor in all articles.

    `id` is the actor's; `names` and `apart` are what was judged of it (`records.linked.Alias`).
    """

    key: str
    name: str
    country: str | None
    rank: Rank
    side: Side
    id: str | None = None
    names: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class Company(NamedTuple):
    """How well the participants of two claims agree.

    Attributes:
        points: for the link.
        pairs: one and the same in both claims.
        kins: a person or body in one, the state or organisation it belongs to in the other.
        persons: number of persons in both; `ties`: of persons and bodies; `states`: of states.
        whole: two or more on either side, and each in both, itself or through its state.
    """

    points: float
    pairs: tuple[tuple[Party, Party], ...]
    kins: tuple[tuple[Party, Party], ...]
    persons: int
    ties: int
    states: int
    whole: bool

    @property
    def words(self) -> str:
        """Who is in both, for a person to read; empty where nobody is."""
        ranked = sorted((_ORDER[a.rank], a.name) for a, _ in self.pairs)
        if ranked:
            return f"both name {_and([name for _, name in ranked])}"
        return "".join(f"{a.name} belongs with {b.name}" for a, b in self.kins[:1])


def parties_of(claim: LinkClaim) -> tuple[Party, ...]:
    """The participants of a claim, each actor once, by key."""
    found: dict[str, Party] = {}
    aliases = claim.aliases or (Alias(),) * len(claim.kinds)
    for one, kind, alias in zip(claim.claim.participants, claim.kinds, aliases, strict=True):
        party = _party(one, kind, alias)
        if party.key and party.key not in found:
            found[party.key] = party
    return tuple(found[key] for key in sorted(found))


def _party(one: Participant, kind: ActorKind | None, alias: Alias) -> Party:
    rank = _RANKS.get(kind, "group")
    known = one.actor is not None and is_global(one.actor)
    if rank == "group" and known and kind is None:
        rank = "body"
    side: Side = "receives" if one.role in _RECEIVING else "either" if one.role in _EITHER else "acts"
    # who is judged not to be another of that name is told apart by the id
    by_id = one.actor is not None and (known or bool(alias.apart))
    key = one.actor if by_id and one.actor else folded(one.name)
    return Party(key, one.name, one.country, rank, side, one.actor, alias.names, alias.apart)


@lru_cache(maxsize=65536)
def _name_parts(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


def same(a: Party, b: Party) -> bool:
    """Whether two participants are one: by id, by name, or a person's family name alone and the full name.

    Never those that were judged to be two.
    """
    if a.id in b.apart or b.id in a.apart:
        return False
    if a.key == b.key:
        return True
    if a.rank != b.rank or a.rank == "state":
        return False
    return any(_same_name(a, one, b, other) for one in a.names or (a.name,) for other in b.names or (b.name,))


def _same_name(a: Party, one: str, b: Party, other: str) -> bool:
    first, second = _name_parts(one), _name_parts(other)
    if first == second:
        return bool(first)
    if a.rank != "person" or not first or not second or (a.country and b.country and a.country != b.country):
        return False
    short, long = sorted((first, second), key=len)
    return len(short) == 1 and len(long) > 1 and len(short[0]) > 2 and short[0] in (long[0], long[-1])


def kin(a: Party, b: Party) -> bool:
    """Whether one contains the other: a state and its people and bodies, an organisation and its council."""
    if a.rank == b.rank == "body":
        return _is_part_of(a, b) or _is_part_of(b, a)
    return (
        "state" in (a.rank, b.rank) and a.rank != b.rank and a.country is not None and a.country == b.country
    )


def _is_part_of(inner: Party, outer: Party) -> bool:
    """Whether a body's name begins with that of another, or with its initials: a council of a union."""
    whole, part = _name_parts(outer.name), _name_parts(inner.name)
    if len(whole) < 2 or len(part) < 2:
        return False
    initials = "".join(word[0] for word in whole if word not in ("of", "the", "for", "and"))
    return part[: len(whole)] == whole or part[0] == initials


@lru_cache(maxsize=1 << 17)
def compare(kind: str, ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> Company | None:
    """How well two casts agree; None when they are other people or act the other way round."""
    pairs = [(a, b) for a in ours for b in theirs if same(a, b)]
    taken_a, taken_b = {a.key for a, _ in pairs}, {b.key for _, b in pairs}
    left_a = [a for a in ours if a.key not in taken_a]
    left_b = [b for b in theirs if b.key not in taken_b]
    kins = [(a, b) for a in left_a for b in theirs if kin(a, b)] + [
        (a, b) for a in ours if a.key in taken_a for b in left_b if kin(a, b)
    ]
    if _rule_each_other_out(kind, pairs, left_a, left_b, kins):
        return None
    if kind in DIRECTED and _turned_round(ours, theirs):
        return None
    return _company(kind, pairs, left_a, left_b, kins)


def _company(
    kind: str,
    pairs: list[tuple[Party, Party]],
    left_a: list[Party],
    left_b: list[Party],
    kins: list[tuple[Party, Party]],
) -> Company:
    ranks = [a.rank for a, _ in pairs]
    persons, bodies, states = (ranks.count(rank) for rank in ("person", "body", "state"))
    points = (
        2.0 * min(persons, 3) + 1.5 * min(bodies, 3) + min(states, 3) + 0.5 * min(ranks.count("group"), 3)
    )
    points += _KIN * min(len({a.key for a, _ in kins}), 2)
    if kind != "gathering":
        lonely = sum(1 for one in (*left_a, *left_b) if one.rank == "person")
        points -= min(1.2, 0.4 * lonely)
    linked = {one.key for pair in kins for one in pair}
    related = sum(1 for a, b in kins if a.rank == b.rank == "body")
    whole = len(pairs) + len(kins) > 1 and all(one.key in linked for one in (*left_a, *left_b))
    return Company(points, tuple(pairs), tuple(kins), persons, persons + bodies + related, states, whole)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _rule_each_other_out(
    kind: str,
    pairs: list[tuple[Party, Party]],
    left_a: list[Party],
    left_b: list[Party],
    kins: list[tuple[Party, Party]],
) -> bool:
    """Other people: nobody named in both though both name some; another pair of people; other states."""
    linked = {one.key for pair in kins for one in pair}
    persons = [a for a, _ in pairs if a.rank == "person"]
    bodies = [a for a, _ in pairs if a.rank == "body"]
    if not persons and _rank(left_a, "person") and _rank(left_b, "person"):
        return True
    if not persons and not bodies:
        lone_a = [one for one in _rank(left_a, "body") if one.key not in linked]
        lone_b = [one for one in _rank(left_b, "body") if one.key not in linked]
        if lone_a and lone_b:
            return True
    if kind in SPEECH and not persons and _speakers_differ(left_a, left_b):
        return True
    if kind in BILATERAL and len(persons) < 2:
        odd_a, odd_b = (
            [one for one in left if one.rank in ("person", "state") and one.key not in linked]
            for left in (left_a, left_b)
        )
        if odd_a and odd_b:
            return True
    states_a = [one for one in _rank(left_a, "state") if one.key not in linked]
    states_b = [one for one in _rank(left_b, "state") if one.key not in linked]
    return bool(states_a and states_b) and not persons and not bodies and kind != "gathering"


def _rank(parties: list[Party], rank: Rank) -> list[Party]:
    return [one for one in parties if one.rank == rank]


def _speakers_differ(left_a: list[Party], left_b: list[Party]) -> bool:
    # a minister and a ministry may both speak for a state, on the same day, and say two things
    def named(parties: list[Party]) -> bool:
        return any(one.rank in ("person", "body") and one.side == "acts" for one in parties)

    return named(left_a) and named(left_b)


def _turned_round(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> bool:
    acting_a = [one for one in ours if one.side == "acts"]
    acting_b = [one for one in theirs if one.side == "acts"]
    return bool(acting_a and acting_b) and not any(
        same(a, b) or kin(a, b) for a in acting_a for b in acting_b
    )
