"""What linking compares of a claim, worked out once a claim."""

import msgspec

from onrecord.link.days import Days, days_of, ordinal
from onrecord.link.kinds import SPEECH, family
from onrecord.link.parties import Party, parties_of
from onrecord.link.places import Spot, spot_of
from onrecord.link.wording import folded, telling, verbatim
from onrecord.records import Place
from onrecord.records.linked import LinkClaim

AHEAD = frozenset({"confirmed", "planned", "possible", "postponed"})
PAST = frozenset({"happened", "ongoing"})
SPOKEN_WITHIN = 7
"""Days before publication within which an act of speech without a day of its own was most likely made."""


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as linking sees it. `days` is None where neither text nor kind tells when.

    `said`: its evidence word for word, where that is long enough to have been written once.
    `guessed`: the days are only what the article's date leaves likely. `published` are ordinals of the first
    and last day on which the article may have appeared.
    """

    key: tuple[str, str]
    article: str
    kind: str
    family: str
    ahead: bool
    past: bool
    parties: tuple[Party, ...]
    days: Days | None
    guessed: bool
    published: tuple[int | None, int | None]
    spot: Spot | None
    words: frozenset[str]
    said: frozenset[str]
    counts: frozenset[tuple[str, str]]
    about: frozenset[str]
    recurring: bool

    @property
    def persons(self) -> tuple[str, ...]:
        """Keys of the persons named."""
        return tuple(one.key for one in self.parties if one.rank == "person")


def traits_of(item: LinkClaim, states: frozenset[str]) -> Traits:
    """Work out the traits of a claim. `states`: folded names known to be those of states."""
    claim = item.claim
    parties = parties_of(item)
    ahead = claim.status in AHEAD
    published = ordinal(item.earliest), ordinal(item.latest)
    days = days_of(claim.when, ahead=ahead, recurring=claim.recurring, until=published[1])
    guessed = False
    if days is None and claim.kind in SPEECH and claim.status == "happened" and not claim.recurring:
        days = _spoken(published)
        guessed = days is not None
    names = [one.name for one in parties]
    if claim.place:
        names.append(claim.place.name)
    return Traits(
        key=item.key,
        article=item.article.id,
        kind=claim.kind,
        family=family(claim.kind),
        ahead=ahead,
        past=claim.status in PAST,
        parties=parties,
        days=days,
        guessed=guessed,
        published=published,
        spot=spot_of(claim.place, wide=item.wide or _is_state(claim.place, states)),
        words=telling((one.text for one in item.evidence), names),
        said=frozenset(verbatim(one.text) for one in item.evidence) - {""},
        counts=frozenset((name, figure(value)) for name, value in claim.counts.items() if figure(value)),
        about=frozenset(folded(one.name) for one in claim.about),
        recurring=claim.recurring,
    )


def _is_state(place: Place | None, states: frozenset[str]) -> bool:
    return place is not None and folded(place.name) in states


def _spoken(published: tuple[int | None, int | None]) -> Days | None:
    first, last = published
    if first is None or last is None or last - first > SPOKEN_WITHIN:
        return None
    return Days(first - SPOKEN_WITHIN + 1, last)


def figure(count: str) -> str:
    """The digits of a count ("about 1,600" → "1600"), or its last word where it has none ("three")."""
    digits = "".join(c for c in count if c.isdigit() or c == ".").strip(".")
    return digits or folded(count).rpartition(" ")[2]


def state_names(claims: tuple[LinkClaim, ...]) -> frozenset[str]:
    """Folded names of all participants of all claims that are states: places of that name are wide."""
    return frozenset(
        folded(one.name)
        for item in claims
        for one, kind in zip(item.claim.participants, item.kinds, strict=True)
        if kind == "state"
    )
