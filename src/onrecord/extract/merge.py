"""Which mentions of an article tell of one and the same deed."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from onrecord.extract.cast import Figure
from onrecord.extract.mention import DONE, Mention
from onrecord.extract.trace import Joining, Trace
from onrecord.records import Place, When
from onrecord.records.count import contradict, read_count

NEAR = 500  # characters between two tellings that share their word
OFF = frozenset({"denied", "cancelled", "postponed"})  # "has called off his trip", "will not go"
WITHOUT_DOER = frozenset({"attack", "coercion", "withdrawal"})  # what is told though nobody is named
WEAPONS = frozenset({"nuclear_matter", "missile_matter"})
SETTING_OUT = frozenset({"leave", "depart", "embark"})
AHEAD = frozenset({"planned", "confirmed", "possible", "postponed", "cancelled"})

COMPARED = 10
"""Of a deed told more than twice as often, so many tellings from its first and its last are compared."""


def merge(mentions: Sequence[Mention], trace: Trace | None = None) -> tuple[tuple[Mention, ...], ...]:
    """Groups of mentions of one deed, in order of their first mention.

    A mention joins the earlier group that agrees with it best. Another day, another place, other people or
    another outcome keep two apart; what one of them leaves unsaid keeps nothing apart where the noun is
    definite ("the talks"), and where the people are the same. `trace`: where given, each pairing is noted in it.
    """
    groups: list[list[Mention]] = []
    by_kind: dict[str, list[list[Mention]]] = defaultdict(list)
    for mention in mentions:
        whole = _whole(mention, by_kind[mention.kind])
        if whole is not None:
            whole.append(mention)
            continue
        if mention.adds:
            told = _told_before(mention, by_kind[mention.kind])
            if told is not None:
                told.append(mention)
            bare = mention.when is None and mention.place is None
            if told is not None or mention.match.trigger.adds or bare:
                continue
        best: tuple[float, list[Mention]] | None = None
        for group in reversed(by_kind[mention.kind]):
            others = group if len(group) <= 2 * COMPARED else [*group[:COMPARED], *group[-COMPARED:]]
            besides = PEOPLE if _among(mention, group) else frozenset()
            apart = next(filter(None, (_clash(mention, other, besides) for other in others)), "")
            score = 0.0 if apart else max(_agreement(mention, other) for other in others)
            if trace is not None:
                trace.joinings.append(Joining(mention, tuple(group), score, apart))
            if score > 0 and (best is None or score > best[0]):
                best = (score, group)
        if best is not None:
            if trace is not None:
                trace.joined.append((mention, best[1][0]))
            best[1].append(mention)
        elif not mention.hint and (not mention.match.orphan or mention.participants or _says_enough(mention)):
            groups.append([mention])
            by_kind[mention.kind].append(groups[-1])
    return tuple(tuple(group) for group in groups)


def _among(mention: Mention, group: Sequence[Mention]) -> bool:
    """Whether all whom a telling names are named in the tellings of a deed, each in the same role."""
    told = {(figure.id, role) for other in group for figure, role in other.participants}
    named = {(figure.id, role) for figure, role in mention.participants}
    return bool(named) and mention.kind not in BILATERAL and named <= told


def _whole(mention: Mention, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The deed that a telling is known to be part of, or that is known to be part of its own."""

    def belongs(other: Mention) -> bool:
        if mention.part_of is not None and mention.part_of in {other.token, other.part_of}:
            return True
        return other.part_of == mention.token

    return next((group for group in groups if any(map(belongs, group))), None)


def _told_before(mention: Mention, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The deed told last before a mention that only says who else took part in it; people do not keep them apart."""
    near = [
        (max(other.evidence.end for other in group), group)
        for group in groups
        if not any(other.status in OFF or _clash(mention, other, besides=OTHERS) for other in group)
    ]
    near = [(end, group) for end, group in near if 0 <= mention.evidence.start - end < NEAR]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _says_enough(mention: Mention) -> bool:
    """Whether a telling that names nobody tells a deed all the same: "the pilot was captured on Wednesday"."""
    anchored = mention.when is not None or mention.place is not None or bool(mention.counts)
    return mention.suffered and anchored and mention.kind in WITHOUT_DOER and mention.status in DONE


def _clash(a: Mention, b: Mention, besides: frozenset[str] = frozenset()) -> str:
    """What keeps two mentions of one kind apart, in words, `besides` left out; empty where nothing does."""
    return next((words for words, apart in APART if words not in besides and apart(a, b)), "")


def _are_one(a: Mention, b: Mention) -> bool:
    """Whether the sentence makes two words one deed: "joined them for talks", a noun and its relative clause."""
    return a.token == b.anchor or b.token == a.anchor


def _counts_clash(a: Mention, b: Mention) -> bool:
    return any(_contradict(a.counts[key], b.counts[key]) for key in a.counts.keys() & b.counts.keys())


def _contradict(one: str, other: str) -> bool:
    """Whether two counts cannot both be right; "dozens" and "at least 20" go with 77."""
    first, second = read_count(one), read_count(other)
    return first is not None and second is not None and contradict(first, second)


def _agreement(a: Mention, b: Mention) -> float:
    """How surely two mentions that do not clash are of one deed; 0: nothing joins them."""
    if _are_one(a, b):
        return 3.0  # told to be one: a trip and the meeting it is made for, a noun and its relative clause
    people = _people(a, b)
    days = 1.0 if a.when and b.when else 0.0
    where = 0.6 if a.place and b.place and a.place.name == b.place.name else 0.0
    if a.match.kind.speech:
        # on one day a minister and his government may each say something: only one speaker's are joined by it
        near = abs(a.evidence.start - b.evidence.start) < NEAR or (days and _one_speaker(a, b))
        return people + days if people >= 0.8 and near else 0.0
    anaphoric = 0.5 if (a.noun and a.definite) or (b.noun and b.definite) else 0.0
    if people == 0.0:
        # the later of the two refers back; "the round ... a conversation" are two
        back = 0.0 if a.noun and not a.definite and a.word != b.word else anaphoric
        if a.participants and a.noun and a.definite and _guests_of_one(a, b):
            return anaphoric + days + where  # "at the summit X said", after others were told to be there
        return _without_people(a, b, back, where, days)
    return people + days + where + anaphoric


def _one_speaker(a: Mention, b: Mention) -> bool:
    return bool(a.participants and b.participants and a.participants[0][0].id == b.participants[0][0].id)


def _without_people(a: Mention, b: Mention, anaphoric: float, where: float, days: float) -> float:
    """Where nobody is named on both sides: what else joins two tellings."""
    if b.token == a.anchor or a.token == b.anchor:
        return 1.0  # "bombings in which 23 were killed"
    if a.refers_back and a.evidence.start - b.evidence.start < NEAR:
        return 0.7  # "fired drones at Odesa. The attack killed three"
    if a.sentence == b.sentence and (a.kind == "attack" or not (a.participants and b.participants)):
        return 0.9  # "212 present for the vote, 191 cast their ballots"
    if "title" in {a.block, b.block} or (where and days):
        return 0.5 + where
    if a.matter & b.matter & WEAPONS and days and not (a.participants and b.participants):
        return 0.5  # "fired a rocket on Sunday", "it blasted off at nine": one launch a day where none is told apart
    if anaphoric and not (a.counts or b.counts) and (not a.when or (b.unmarked and not b.when)):
        return anaphoric + where
    if a.noun and a.definite and not a.participants and not (a.counts or b.counts):
        return anaphoric + where  # "the visit was to begin on Tuesday", after the visit was told
    if a.word == b.word and a.participants and b.participants:
        return 0.4  # "South Korea seized a ship", "the ship was seized"
    if _mode(a) == _mode(b) == "deport" and not (a.participants and b.participants):
        return 0.5  # "told the envoys to expel their men", "eight were declared personae non gratae"
    near = abs(a.evidence.start - b.evidence.start) < NEAR
    return 0.4 if near and a.word == b.word else 0.0


def days_clash(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return False
    return a.start > (b.end or b.start) or b.start > (a.end or a.start)


LASTS = frozenset({"gathering", "visit"})
LONGEST = 3
"""Days between two that are told of one summit or visit."""


def _of_some_days(a: Mention, b: Mention) -> bool:
    """Whether one of two near days is said of an event known from before: "the summit, which opened on Sunday"."""
    if a.kind not in LASTS or a.when is None or b.when is None or not (a.when.start and b.when.start):
        return False
    known = any(one.noun and one.definite and not one.participants for one in (a, b))
    first, last = sorted((a.when.start, b.when.start))
    return known and (date.fromisoformat(last) - date.fromisoformat(first)).days <= LONGEST


def _places_clash(first: Mention, second: Mention) -> bool:
    a, b = first.place, second.place
    if a is None or b is None or a.name == b.name:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    if None in (a.latitude, a.longitude, b.latitude, b.longitude):
        return False
    return not (first.wide or second.wide) and _far(a, b)


def _far(a: Place, b: Place) -> bool:
    """More than about 60 km apart; a suburb or a palace lies within its city."""
    north = abs((a.latitude or 0.0) - (b.latitude or 0.0))
    east = abs((a.longitude or 0.0) - (b.longitude or 0.0))
    return north + east > 0.6


def _outcomes_clash(a: Mention, b: Mention) -> bool:
    """Done and not done, done and ahead are two claims; a passing noun ("the talks") says neither.

    What was ahead at the time ("said earlier that he would visit Moscow") and was then done there is one deed.
    """
    if a.unmarked or b.unmarked or _came_true(a, b) or _came_true(b, a):
        return False
    statuses = {a.status, b.status}
    if {a.word, b.word} & SETTING_OUT and statuses <= DONE | {"planned", "confirmed"}:
        return False  # "departed for China. The visit will take place from Tuesday to Friday"
    if len(statuses) == 1 or any(statuses <= alike for alike in (AHEAD, OFF, DONE, {"denied", "possible"})):
        return False
    return bool(statuses & DONE) or "denied" in statuses


BY_WORD = frozenset({"withdrawal"})
"""Kinds whose deeds are mostly done by being announced."""


def _announced(mention: Mention) -> bool:
    return mention.status in {"planned", "confirmed"} and any(
        "announced" in reason for reason in mention.because
    )


def _came_true(plan: Mention, deed: Mention) -> bool:
    """Whether a plan told in the past tense was carried out: the same people at the same place, done.

    What was announced in the past ("which announced its withdrawal in May") is the deed itself where it was done.
    """
    if plan.match.kind.kind in BY_WORD and plan.noun and deed.status in DONE and _announced(plan):
        return not deed.noun and plan.word == deed.match.kind.kind and _people(plan, deed) >= 0.8
    if plan.match.kind.kind == "vote" and plan.once_ahead and deed.status in DONE:
        return True  # "had known that Russia would veto it"; who votes is looked at beside it
    return (
        plan.once_ahead
        and plan.status in {"planned", "confirmed", "possible"}
        and deed.status in DONE
        and plan.place is not None
        and deed.place is not None
        and plan.place.name == deed.place.name
        and _people(plan, deed) >= 0.8
    )


def _strangers(a: Mention, b: Mention) -> bool:
    """Whether one is done by somebody whom it leaves unnamed ("European countries expelled"), the other by a name."""
    doer = a.match.kind.role
    return any(
        one.stranger and not named & one_named and named
        for one, one_named, named in (
            (
                a,
                {f.id for f, r in a.participants if r == doer},
                {f.id for f, r in b.participants if r == doer},
            ),
            (
                b,
                {f.id for f, r in b.participants if r == doer},
                {f.id for f, r in a.participants if r == doer},
            ),
        )
    )


def _mode(mention: Mention) -> str:
    """Ways of one kind that are never one deed: a release and a withdrawal, an arrest and a cyber attack."""
    mode = mention.match.trigger.plover.get("mode")
    return mode if mode in APART_MODES.get(mention.kind, ()) and mode is not None else ""


BY_FORCE = frozenset({"attack", "coercion", "sanction"})  # "militants" are not the state that strikes them
APART_MODES = {"withdrawal": {"release", "ceasefire"}, "coercion": {"deport", "cyber"}}
BILATERAL = frozenset({"meeting", "call", "cooperation", "agreement"})


def _people(a: Mention, b: Mention) -> float:
    """Agreement on who took part: below 0 other people, 0 nothing to compare, 0.8 and more the same.

    Roles are compared one by one: "X seized" and "the seized ship" go together, two doers do not.
    """
    left, right = _by_role(a), _by_role(b)
    shared = [role for role in left if role in right]
    if not shared:
        return 0.0
    score = 0.0
    for role in shared:
        agreement = _same_side(left[role], right[role], a.kind)
        if agreement < 0:
            return 0.0 if _guests_of_one(a, b) else -1.0
        score += agreement
    return score


def _guests_of_one(a: Mention, b: Mention) -> bool:
    """Whether two tellings name other guests of a gathering that one takes for known: "at the summit X said"."""
    return a.kind == "gathering" and any(
        one.noun
        and one.definite
        and all(figure.person or figure.kind == "state" for figure, _ in one.participants)
        for one in (a, b)
    )


def _by_role(mention: Mention) -> dict[str, list[Figure]]:
    roles: dict[str, list[Figure]] = {}
    for figure, role in mention.participants:
        if role != "host":
            roles.setdefault(role, []).append(figure)
    return roles


def _same_side(left: Sequence[Figure], right: Sequence[Figure], kind: str) -> float:
    bilateral = kind in BILATERAL
    common = {figure.id for figure in left} & {figure.id for figure in right}
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    missing = [
        figure
        for figure in small
        if figure.id not in common
        and (not figure.plural or (kind in BY_FORCE and not _anybody(figure, kind)))
    ]
    if bilateral and not common and len(large) > len(small) + 1 and len(small) > 1:
        return -1.0  # two who talk are not the many whose states meet elsewhere
    if all(_stands_for_any(figure, large) for figure in missing):
        return 0.8 + 0.2 * len(common)
    if common and not bilateral:
        return 0.3
    return -1.0


def _anybody(figure: Figure, kind: str) -> bool:
    """Whether a group may be of the state that is punished: "sanctions on Nicaragua", "it blacklisted officials"."""
    return kind == "sanction" and figure.country is None and figure.plural


def _stands_for_any(figure: Figure, others: Sequence[Figure]) -> bool:
    """A president and his state, a group and its state count as one side."""
    return any(
        _part_of(figure, other)
        or _part_of(other, figure)
        or (
            figure.country is not None
            and figure.country == other.country
            and (figure.person != other.person or figure.plural != other.plural or figure.kind != other.kind)
        )
        for other in others
    )


UMBRELLAS = {"United Nations": ("UN ",), "European Union": ("European ", "EU ", "Council of the E")}


def _part_of(part: Figure, whole: Figure) -> bool:
    """Whether a body is an organ of an organisation: the Security Council of the United Nations."""
    return part.name.startswith(UMBRELLAS.get(whole.name, ("\0",)))


APART: tuple[tuple[str, Callable[[Mention, Mention], bool]], ...] = (
    ("a caption and no caption", lambda a, b: (a.block == "caption") != (b.block == "caption")),
    ("another day", lambda a, b: days_clash(a.when, b.when) and not _of_some_days(a, b)),
    ("another place", _places_clash),
    ("another outcome", _outcomes_clash),
    ("other numbers", _counts_clash),
    ("another matter", lambda a, b: bool(a.matter and b.matter and not a.matter & b.matter)),
    ("another way of doing it", lambda a, b: _mode(a) != _mode(b)),
    ("another one", lambda a, b: a.another and not b.another and b.token < a.token),
    ("one told inside the other", lambda a, b: a.token == b.inside or b.token == a.inside),
    ("somebody unnamed does it", _strangers),
    ("other people", lambda a, b: not _are_one(a, b) and _people(a, b) < 0),
)
PEOPLE = frozenset({"other people"})
OTHERS = frozenset({"other people", "somebody unnamed does it", "another outcome"})
