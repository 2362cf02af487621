"""Findings: what a check found wrong, doubtful or in conflict."""

import msgspec


class Finding(msgspec.Struct, frozen=True, order=True):
    """Characters `start` to `end` of `article` (None within a read form), the reason, what is suggested."""

    check: str
    start: int
    end: int
    message: str
    suggests: str | None = None
    article: str | None = None
