"""Why a sentence did or did not yield a claim: what the rules noted down while they read it."""

import msgspec

from onrecord.records.article import BlockKind, Sourcing
from onrecord.records.claim import Participant, Place, Status, When
from onrecord.records.span import Span

EXPLANATION_SCHEMA = "onrecord/explanation@1"


class Asked(msgspec.Struct, frozen=True):
    """One condition of a trigger: its name in the kind's file, what it asks for in words, whether it held."""

    condition: str
    asks: str
    held: bool


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """A word tried as a trigger of a kind.

    Attributes:
        word: the word, at `start` to `end`. listed: the words under which the kind's file lists it.
        outcome: "matched"; "refused" (a condition failed); "nobody named" (only who takes part is missing: it
            counts where another sentence says who); "part of a name" (then `kind` is empty).
        asked: the conditions that the file sets for it, in order. roles: who stands around it in which role.
    """

    word: str
    start: int
    end: int
    kind: str
    listed: tuple[str, ...]
    outcome: str
    asked: tuple[Asked, ...]
    roles: tuple[Participant, ...]


class Spoken(msgspec.Struct, frozen=True):
    """One link of the chain on which a telling rests: who, by which words (None where only quoted)."""

    source: str
    cue: str | None
    kind: str
    span: Span | None


class Held(msgspec.Struct, frozen=True):
    """An earlier telling that this one was held against: joined with points, or apart and why."""

    kind: str
    evidence: Span
    points: float
    apart: str


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A deed as this sentence tells it, and what became of it.

    Attributes:
        passed_over: why it tells nothing of its own; then only kind, word and roles are given.
        because: the rules that decided day and status, in words, in the order in which they were applied.
        place_words: the words that name the place; the day's are in `when.because`.
        chain: on whose word it stands, outermost first.
        held_against: earlier tellings of its kind. joined: evidence of the one that it was joined to.
        claim: id of the claim that it is part of; None where it is part of none, as it is where nobody is
            named and no other telling says who.
    """

    kind: str
    word: str
    start: int
    end: int
    participants: tuple[Participant, ...]
    passed_over: str | None = None
    status: Status | None = None
    hedged: bool = False
    recurring: bool = False
    when: When | None = None
    place: Place | None = None
    place_words: Span | None = None
    counts: dict[str, str] = {}
    because: tuple[str, ...] = ()
    chain: tuple[Spoken, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    held_against: tuple[Held, ...] = ()
    joined: Span | None = None
    claim: str | None = None


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of an article, explained. A contract within `@1`."""

    schema: str = EXPLANATION_SCHEMA
    article: str
    path: str
    start: int
    end: int
    text: str
    block: BlockKind
    sourcing: Sourcing | None
    read: bool
    tried: tuple[Tried, ...]
    tellings: tuple[Telling, ...]
