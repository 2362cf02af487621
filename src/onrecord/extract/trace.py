"""What the rules did on their way to the claims: filled by the code that reads, and only where it is asked to.

`extract` takes a `Trace` or None. With None nothing is kept. So an explanation cannot drift from the rules: it
is what they noted down while they ran.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from onrecord.extract.candidate import Site
    from onrecord.extract.chains import Speech
    from onrecord.extract.mention import Mention
    from onrecord.extract.triggers import Match
    from onrecord.records import Claim, Place, Span


Outcome = Literal["matched", "nobody named", "refused"]


class Attempt(msgspec.Struct, frozen=True):
    """A word tried as a trigger: what stands around it, the conditions that failed, and what that makes it."""

    site: Site
    failed: tuple[str, ...]
    outcome: Outcome


class Joining(msgspec.Struct, frozen=True):
    """A telling held against a group of earlier ones: `apart` says what keeps them apart, else `points` count."""

    mention: Mention
    group: tuple[Mention, ...]
    points: float
    apart: str


class Trace:
    """Everything noted down while one article was read, in the order in which it was done."""

    def __init__(self) -> None:
        self.in_names: list[int] = []
        self.attempts: list[Attempt] = []
        self.passed_over: list[tuple[Match, str]] = []
        self.places: list[tuple[Place, Span]] = []
        self.mentions: list[Mention] = []
        self.joinings: list[Joining] = []
        self.joined: list[tuple[Mention, Mention]] = []  # a telling, and the first of the group it joined
        self.claims: list[tuple[tuple[Mention, ...], Claim]] = []
        self.speeches: Sequence[Speech] = ()
