"""Judgements: what a person decided about who is who. They stand beside the claims and rewrite none."""

from typing import Literal

import msgspec

from onrecord.records.actor import ActorKind

ACTOR_SCHEMA = "onrecord/actor@1"
JUDGEMENT_SCHEMA = "onrecord/judgement@1"

Verdict = Literal["same", "different", "undone"]


class JudgedActor(msgspec.Struct, frozen=True, order=True):
    """An actor as it was known when it was judged; degrees north and east for places where known."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. Nothing is taken away: an undone judgement stays, and so does the one that undid it.

    Attributes:
        id: made of all that follows.
        verdict: "same": the two actors are one; "different": they are not; "undone": `undoes` no longer holds.
        one, other: the two actors; None where one judgement undoes another.
        articles: where given, what is called `one` in these articles (ids) is `other`; the verdict is then
            "different", and holds nothing about other articles.
        undoes: id of the judgement that no longer holds.
        who: on whose word, made: when (UTC, to the second), why: in words.
    """

    schema: str = JUDGEMENT_SCHEMA
    id: str
    verdict: Verdict
    one: JudgedActor | None = None
    other: JudgedActor | None = None
    articles: tuple[str, ...] = ()
    undoes: str | None = None
    who: str
    made: str
    why: str | None = None


class KeptJudgement(msgspec.Struct, frozen=True):
    """A judgement of a ledger and whether it still holds; one that undoes another always does."""

    judgement: Judgement
    holds: bool


class LedgerActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of a whole ledger, with what was judged to be the same actor. A contract within `@1`.

    Attributes:
        id, name, kind, country: of the actor that it is judged to be.
        known: its id is one of Wikidata or of the knowledge base.
        ids: all ids under which articles name it. names: all names that articles give it.
        offices: "title, of" as held on the days of the articles.
        articles: number of articles that name it; mentions: how often they do.
    """

    schema: str = ACTOR_SCHEMA
    id: str
    name: str
    kind: ActorKind
    country: str | None
    known: bool
    ids: tuple[str, ...]
    names: tuple[str, ...]
    offices: tuple[str, ...]
    articles: int
    mentions: int


def is_global(actor: str) -> bool:
    """Whether an actor's id means the same everywhere: one of Wikidata or of the knowledge base."""
    return actor.startswith("kb-") or is_wikidata(actor)


def is_wikidata(actor: str) -> bool:
    """Whether an id is a Wikidata item: "Q" and a number."""
    return actor[:1] == "Q" and actor[1:].isascii() and actor[1:].isdigit()
