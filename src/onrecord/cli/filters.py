"""Which entries of the ledger were asked for."""

from collections.abc import Callable

import msgspec

from onrecord.knowledge.folding import fold
from onrecord.records import Engagement, Participant

Country = Callable[[str], str | None]
"""A country's name, people or code → ISO 3166-1 alpha-2, or None where it is no country."""


class Wanted(msgspec.Struct, frozen=True):
    """What was asked for; None: anything.

    Attributes:
        who: a participant's name or part of it (whole words), a country's name or its ISO code: then all
            that act for it. Case and accents do not matter.
        where: the same for the place.
        kind: name of the kind.
        status: as of the day asked for.
        since, until: first and last ISO day; an engagement fits when one of its days may lie between.
    """

    who: str | None = None
    where: str | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None

    def fits(self, entry: Engagement, country: Country) -> bool:
        """Whether `entry` was asked for."""
        return (
            (self.kind is None or entry.kind == self.kind)
            and (self.status is None or entry.status == self.status)
            and (self.who is None or any(_is(self.who, one, country) for one in entry.participants))
            and (self.where is None or _lies_in(self.where, entry, country))
            and self._in_time(entry)
        )

    def _in_time(self, entry: Engagement) -> bool:
        if self.since is None and self.until is None:
            return True
        if entry.when is None:
            return False
        first, last = entry.when.start, entry.when.end
        if first is None and last is None:
            return False
        return (self.since is None or last is None or last >= self.since) and (
            self.until is None or first is None or first <= self.until
        )


def _is(asked: str, participant: Participant, country: Country) -> bool:
    code = country(asked)
    return (code is not None and participant.country == code) or _has_words(participant.name, asked)


def _lies_in(asked: str, entry: Engagement, country: Country) -> bool:
    if entry.place is None:
        return False
    code = country(asked)
    return (code is not None and entry.place.country == code) or _has_words(entry.place.name, asked)


def _has_words(name: str, asked: str) -> bool:
    """Whether the words of `asked` stand in `name`, next to each other and whole."""
    wanted = fold(asked)
    return bool(wanted) and f" {wanted} " in f" {fold(name)} "
