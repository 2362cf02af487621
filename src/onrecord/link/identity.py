"""Who is who by judgement: applied to claims as they come to be linked and shown, never to what is kept.

The result depends on the set of judgements that hold, not on the order in which they were made.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.records import Claim, Name, Participant, Place
from onrecord.records.judgement import JudgedActor, Judgement, is_global, is_wikidata
from onrecord.records.linked import Alias, LinkClaim

NOBODY = Alias()


class Identity(msgspec.Struct, frozen=True):
    """What the judgements that hold come to.

    Attributes:
        actors: id → the actor that it is judged to be; ids that no judgement names are not in it.
        here: (article, id) → the id that is meant there instead.
        members: id of an actor → all ids that are judged to be it.
        apart: id of an actor → ids of those that it is judged not to be.
    """

    actors: Mapping[str, JudgedActor] = {}
    here: Mapping[tuple[str, str], str] = {}
    members: Mapping[str, tuple[str, ...]] = {}
    apart: Mapping[str, tuple[str, ...]] = {}

    def of(self, article: str, actor: str | None) -> JudgedActor | None:
        """Whom an article means by an id; None where nothing was judged of it."""
        return None if actor is None else self.actors.get(self.here.get((article, actor), actor))

    def alias(self, actor: str, names: Iterable[str]) -> Alias:
        """What linking must know of a judged actor, `names` being those that articles give it."""
        return Alias(actor, tuple(sorted(names)), self.apart.get(actor, ()))


def holding(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, by id: those that no other undoes, less those that only undo."""
    every = sorted(judgements, key=lambda one: one.id)
    undone = {one.undoes for one in every}
    return tuple(one for one in every if one.verdict != "undone" and one.id not in undone)


def identity(judgements: Iterable[Judgement]) -> Identity:
    """What the judgements that hold come to; `judgements` in any order, undone ones among them."""
    held = holding(judgements)
    known: dict[str, JudgedActor] = {}
    named = {actor for one in held for actor in (one.one, one.other) if actor is not None}
    for actor in sorted(named, key=msgspec.json.encode):
        known.setdefault(actor.id, actor)
    first = {actor: actor for actor in known}
    for one in held:
        if one.verdict == "same" and one.one is not None and one.other is not None:
            low, high = sorted((_root(first, one.one.id), _root(first, one.other.id)))
            first[high] = low
    classes: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known):
        classes[_root(first, name)].append(name)
    chosen = {root: known[min(members, key=_rank)] for root, members in classes.items()}
    actors = {name: chosen[_root(first, name)] for name in known}
    apart: dict[str, set[str]] = defaultdict(set)
    here: dict[tuple[str, str], str] = {}
    for one in held:
        if one.verdict == "different" and one.one is not None and one.other is not None:
            a, b = actors[one.one.id].id, actors[one.other.id].id
            if a != b:
                apart[a].add(b)
                apart[b].add(a)
            here.update({(article, one.one.id): one.other.id for article in one.articles})
    return Identity(
        actors=actors,
        here=here,
        members={chosen[root].id: tuple(members) for root, members in classes.items()},
        apart={name: tuple(sorted(others)) for name, others in apart.items()},
    )


def _root(first: dict[str, str], actor: str) -> str:
    while first[actor] != actor:
        actor = first[actor]
    return actor


def _rank(actor: str) -> tuple[int, int, str]:
    """A Wikidata item gives its class its name, the oldest first; then the knowledge base; then any."""
    if is_wikidata(actor):
        return 0, int(actor[1:]), actor
    return (1 if is_global(actor) else 2), 0, actor


class Names(msgspec.Struct, frozen=True):
    """Names of judged actors in the articles of a ledger.

    Attributes:
        all: id of the actor that it is judged to be → names that articles give it.
        meant: article → a name in it → the judged actor that this name, there, can only mean.
    """

    all: Mapping[str, frozenset[str]] = {}
    meant: Mapping[str, Mapping[str, JudgedActor]] = {}


def judged(item: LinkClaim, who: Identity, names: Names) -> LinkClaim:
    """The claim with the actors that its own are judged to be; itself where nothing was judged of any."""
    claim, article = item.claim, item.article.id
    found = [who.of(article, one.actor) for one in claim.participants]
    meant = names.meant.get(article, {})
    about = tuple(_about(name, who.of(article, name.actor)) for name in claim.about)
    place = _placed(claim.place, meant)
    sources = tuple(tuple(dict.fromkeys(_called(name, meant) for name in chain)) for chain in claim.sources)
    if not any(found) and (about, place, sources) == (claim.about, claim.place, claim.sources):
        return item
    kept: dict[tuple[str | None, str], int] = {}
    for at, (one, actor) in enumerate(zip(claim.participants, found, strict=True)):
        kept.setdefault(((actor.id if actor else one.actor) or one.name, one.role), at)
    order = list(kept.values())
    return msgspec.structs.replace(
        item,
        claim=msgspec.structs.replace(
            claim,
            participants=tuple(_participant(claim.participants[at], found[at]) for at in order),
            about=about,
            place=place,
            sources=tuple(dict.fromkeys(sources)),
        ),
        kinds=tuple(actor.kind if (actor := found[at]) else item.kinds[at] for at in order),
        aliases=tuple(_alias(claim, at, found[at], who, names) for at in order),
    )


def _alias(claim: Claim, at: int, actor: JudgedActor | None, who: Identity, names: Names) -> Alias:
    if actor is None:
        return NOBODY
    return who.alias(actor.id, names.all.get(actor.id, frozenset()) | {claim.participants[at].name})


def _participant(one: Participant, actor: JudgedActor | None) -> Participant:
    return one if actor is None else Participant(actor.name, actor.id, actor.country, one.role)


def _about(name: Name, actor: JudgedActor | None) -> Name:
    return name if actor is None else Name(actor.name, actor.id)


def _placed(place: Place | None, meant: Mapping[str, JudgedActor]) -> Place | None:
    actor = meant.get(place.name) if place is not None else None
    if place is None or actor is None or actor.kind not in {"place", "state"}:
        return place
    return Place(
        actor.name,
        actor.country or place.country,
        place.latitude if actor.latitude is None else actor.latitude,
        place.longitude if actor.longitude is None else actor.longitude,
    )


def _called(name: str, meant: Mapping[str, JudgedActor]) -> str:
    actor = meant.get(name)
    return name if actor is None else actor.name
