"""Which mentions of an article tell of one and the same deed."""

from collections.abc import Sequence

from onrecord.extract.cast import Figure
from onrecord.extract.mention import Mention
from onrecord.records import Place, When

# kinds that tell of one occasion from two sides
FAMILIES = {"meeting": "meeting", "call": "call"}
DONE = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "confirmed", "possible", "postponed", "cancelled"})


def merge(mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """Groups of mentions of one deed, in order of their first mention.

    A mention joins the earlier group that agrees with it best. Another day, another place, other people or
    another outcome keep two apart; what one of them leaves unsaid keeps nothing apart where the noun is
    definite ("the talks"), and where the people are the same.
    """
    groups: list[list[Mention]] = []
    for mention in mentions:
        best: tuple[float, list[Mention]] | None = None
        for group in reversed(groups):
            score = min(_agreement(mention, other) for other in group)
            if score > 0 and (best is None or score > best[0]):
                best = (score, group)
        if best is None:
            groups.append([mention])
        else:
            best[1].append(mention)
    return tuple(tuple(group) for group in groups)


def _agreement(a: Mention, b: Mention) -> float:
    """How surely two mentions are of one deed; 0 and below: not."""
    if a.kind != b.kind or (a.block == "caption") != (b.block == "caption"):
        return 0.0
    if _days_clash(a.when, b.when) or _places_clash(a.place, b.place) or _outcomes_clash(a, b):
        return 0.0
    if (
        a.counts
        and b.counts
        and any(a.counts.get(key) != value for key, value in b.counts.items() if key in a.counts)
    ):
        return 0.0
    people = _people(a, b)
    if people < 0:
        return 0.0
    days = 1.0 if a.when and b.when else 0.0
    where = 0.6 if a.place and b.place and a.place.name == b.place.name else 0.0
    if a.match.kind.speech:
        return people + days if people >= 1.0 and (abs(a.sentence - b.sentence) < 40 or days) else 0.0
    anaphoric = 0.5 if (a.noun and a.definite) or (b.noun and b.definite) else 0.0
    if people == 0.0:
        # one of them names nobody: only "the talks", near by, with nothing against it
        return anaphoric + where if (anaphoric and not _own_detail(a)) or (where and days) else 0.0
    return people + days + where + anaphoric


def _own_detail(mention: Mention) -> bool:
    return bool(mention.when or mention.place or mention.counts)


def _days_clash(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return False
    return a.start > (b.end or b.start) or b.start > (a.end or a.start)


def _places_clash(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    state_level = a.latitude is None or b.latitude is None
    return not (state_level or _is_country(a) or _is_country(b))


def _is_country(place: Place) -> bool:
    return (
        place.country is not None
        and len(place.name) > 0
        and place.name in _COUNTRY_NAMES.get(place.country, ())
    )


_COUNTRY_NAMES: dict[str, tuple[str, ...]] = {}


def _outcomes_clash(a: Mention, b: Mention) -> bool:
    """Done and not done are two claims, unless the one ahead is a plan that the other tells as carried out."""
    statuses = {a.status, b.status}
    if len(statuses) == 1 or statuses <= AHEAD or statuses <= DONE:
        return False
    if "denied" in statuses:
        return True
    return bool(statuses & DONE)


def _people(a: Mention, b: Mention) -> float:
    """Agreement on who took part: below 0 other people, 0 nothing to compare, 1 and more the same."""
    left, right = _core(a), _core(b)
    if not left or not right:
        return 0.0
    common = {figure.id for figure in left} & {figure.id for figure in right}
    if common:
        smaller = min(len(left), len(right))
        missing = [f for f in (left if len(left) <= len(right) else right) if f.id not in common]
        if missing and not all(
            _stands_for_any(f, right if len(left) <= len(right) else left) for f in missing
        ):
            return 0.3 if len(common) * 2 >= smaller else -1.0
        return 1.0 + 0.2 * len(common)
    if all(_stands_for_any(f, right) for f in left) or all(_stands_for_any(f, left) for f in right):
        return 0.8
    return -1.0


def _core(mention: Mention) -> tuple[Figure, ...]:
    return tuple(figure for figure, role in mention.participants if role != "host")


def _stands_for_any(figure: Figure, others: Sequence[Figure]) -> bool:
    """A president and his state, a group and its state count as one side."""
    return any(
        figure.country is not None and figure.country == other.country and figure.person != other.person
        for other in others
    )
