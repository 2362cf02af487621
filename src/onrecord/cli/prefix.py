"""Ids by their beginning, as people type them."""

from collections.abc import Iterable

from onrecord.errors import UsageError

_SHOWN = 5


def the_one(asked: str, ids: Iterable[str], noun: str) -> str:
    """The id that is `asked`, or the only one that begins with it, with or without its "eng-" or "art-".

    Raises:
        UsageError: there is none, or more than one; the message says which.
    """
    known = sorted(ids)
    if asked in known:
        return asked
    found = [one for one in known if one.startswith(asked) or one.partition("-")[2].startswith(asked)]
    if len(found) == 1:
        return found[0]
    if not asked or not found:
        raise UsageError(f"this ledger has no {noun} {asked!r}")
    shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
    raise UsageError(f"{asked!r} is the beginning of {len(found)} {noun} ids: {shown}")
