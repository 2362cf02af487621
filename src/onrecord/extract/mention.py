"""A mention: one telling of one deed, with everything its sentence says of it."""

import msgspec

from onrecord.extract.cast import Figure
from onrecord.extract.triggers import Match
from onrecord.records import BlockKind, Name, Place, Span, Status, When

DONE: frozenset[Status] = frozenset({"happened", "ongoing"})
"""Statuses of what took place or is taking place."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of one deed.

    `noun`, `definite` and `unmarked` help to tell which tellings are of one deed; so do `once_ahead` ("said he would
    go"), `stranger` (somebody unnamed does it) and `inside` (the verb in whose relative clause it stands). A `hint`
    ("his visit") says too little for a claim of its own; what was `suffered` ("was captured") needs nobody named.
    What `refers_back` ("the raid killed six") takes an attack for told already. What `adds` says who else took part
    in a deed told before ("Kallas also took part in the talks"); `another` is one besides it ("another summit").
    Where one telling is of several deeds, `part` counts them; `part_of` is the token of a telling to whose deed this
    one belongs.
    """

    match: Match
    sentence: int
    participants: tuple[tuple[Figure, str], ...]
    place: Place | None
    when: When | None
    status: Status
    hedged: bool
    recurring: bool
    counts: dict[str, str]
    chains: tuple[tuple[str, ...], ...]
    evidence: Span
    block: BlockKind
    noun: bool
    definite: bool
    about: tuple[Name, ...]
    because: tuple[str, ...]
    word: str
    matter: frozenset[str]
    wide: bool
    anchor: int | None
    unmarked: bool
    presupposed: bool
    hint: bool
    once_ahead: bool
    stranger: bool
    inside: int | None
    suffered: bool
    refers_back: bool
    adds: bool
    another: bool = False
    part: tuple[int, int] = (0, 0)
    part_of: int | None = None

    @property
    def token(self) -> int:
        """Index of the trigger."""
        return self.match.token

    @property
    def kind(self) -> str:
        """Name of the kind."""
        return self.match.kind.kind
