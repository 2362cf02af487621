"""What the build gathers before it writes the file."""

import re
import unicodedata
from dataclasses import dataclass, field


@dataclass
class Entry:
    """An entity to be. `rank` orders namesakes: 100 is a world leader, 0 a village."""

    id: str
    name: str
    kind: str
    country: str | None = None
    gender: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    rank: float = 0.0
    aliases: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)


@dataclass(frozen=True, order=True)
class TermRow:
    """A term of office; `person` is an entry's id, days are ISO text or ""."""

    person: str
    title: str
    of: str
    start: str
    end: str


@dataclass
class Base:
    """Everything that goes into the file."""

    entries: dict[str, Entry] = field(default_factory=dict)
    terms: list[TermRow] = field(default_factory=list)
    statewords: dict[str, tuple[str, bool]] = field(default_factory=dict)
    metonyms: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    codes: dict[str, tuple[str, str | None, int | None, str | None, str]] = field(default_factory=dict)
    members: list[tuple[str, str]] = field(default_factory=list)
    outlets: dict[str, tuple[bool, str | None, str | None]] = field(default_factory=dict)
    titles: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)

    def add(self, entry: Entry) -> Entry:
        """Put in an entry; a second one of the same id is a mistake in the tables."""
        if entry.id in self.entries:
            raise ValueError(f"{entry.id} is both {self.entries[entry.id].name} and {entry.name}")
        self.entries[entry.id] = entry
        return entry


def slug(text: str) -> str:
    """Small ASCII letters and hyphens of a name, for local ids."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
