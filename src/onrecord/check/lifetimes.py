"""Who and what was there from when to when, read from `lifetimes.tsv`."""

import functools
import re
from importlib.resources import files

import msgspec

_COLUMNS = 5


class Lifetime(msgspec.Struct, frozen=True):
    """Somebody or something by name. `since`: first day of the name; `until`: day of death or end (ISO)."""

    what: str
    name: str
    since: str | None
    until: str | None


@functools.cache
def lifetimes() -> dict[str, Lifetime]:
    """All of them by every spelling of their names."""
    found: dict[str, Lifetime] = {}
    lines = files("onrecord.check").joinpath("lifetimes.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        fields = line.split("\t")
        if line.startswith("#") or len(fields) != _COLUMNS:
            continue
        what, name, others, since, until = fields
        entry = Lifetime(what, name, since or None, until.strip() or None)
        found |= dict.fromkeys((name, *filter(None, others.split(";"))), entry)
    return found


@functools.cache
def spellings() -> re.Pattern[str]:
    """Any of the names as a whole word, the longest first."""
    longest = sorted(lifetimes(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")
