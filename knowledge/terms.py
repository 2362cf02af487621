"""Typed terms of office, and how well known they make their bearers."""

from collections import defaultdict
from dataclasses import replace

from entries import Base, Entry, TermRow
from holders import Register
from tables import FOLDER, rows

from onrecord.knowledge.folding import fold

SHARED = {
    *(
        "spokesperson",
        "special envoy",
        "deputy foreign minister",
        "deputy prime minister",
        "adviser",
        "ambassador",
        "assistant secretary of state",
    ),
    *(
        "king",
        "queen",
        "opposition leader",
        "deputy defence minister",
        "deputy chief of staff",
        "commissioner",
    ),
    *("senator", "lawmaker", "minister", "member of the presidency"),
}
"""Offices that several hold at a time: the next holder does not end the term of the one before."""

STILL = "-"
"""In place of an end: the term lasts, although another holder's has begun since."""

FOREIGN = {"Bosnia and Herzegovina"}
"""States some of whose offices are held by people of other states."""

_WEIGHTS = {
    **dict.fromkeys(("president", "prime minister", "chancellor", "supreme leader", "leader", "emir"), 1.0),
    **dict.fromkeys(("king", "queen", "crown prince", "secretary-general", "general secretary"), 0.9),
    **dict.fromkeys(("foreign minister", "high representative", "vice president"), 0.85),
    **dict.fromkeys(("defence minister", "national security adviser"), 0.78),
    **dict.fromkeys(("spokesperson", "special envoy", "adviser", "deputy foreign minister"), 0.62),
    **dict.fromkeys(("lawmaker", "first lady", "deputy defence minister"), 0.5),
}
_OTHER = 0.6
_OF_BODY = 0.8
"""An office of an organisation or body counts so much less than the same of a state."""


def add_terms(base: Base, register: Register) -> None:
    """Terms of all tables in tables/terms, in whatever order their rows stand."""
    finder = _Finder(base, register)
    by_office: dict[tuple[str, str], list[TermRow]] = defaultdict(list)
    for path in sorted((FOLDER / "terms").glob("*.csv")):
        for row in rows(f"terms/{path.name}"):
            person = finder.person(row["person"], row["of"], row["gender"])
            term = TermRow(person.id, row["title"], row["of"], row["start"], row["end"])
            by_office[row["of"], row["title"]].append(term)
    for (_, title), terms in by_office.items():
        base.terms.extend(_closed(terms, title in SHARED))


def _closed(terms: list[TermRow], shared: bool) -> list[TermRow]:
    """A blank end is the first day of the next holder in the tables, unless several hold the office at a time."""
    found = []
    for term in terms:
        later = [] if shared else [t.start for t in terms if t.start > term.start]
        end = "" if term.end == STILL else term.end or min(later, default="")
        found.append(replace(term, end=end))
    return found


class _Finder:
    """People by name, those of the same state first."""

    def __init__(self, base: Base, register: Register) -> None:
        self.base = base
        self.register = register
        self.by_name: dict[str, list[Entry]] = defaultdict(list)
        self.states: dict[str, str | None] = {}
        for entry in base.entries.values():
            if entry.kind != "person":
                self.states.setdefault(entry.name, entry.country)
        for entry in base.entries.values():
            if entry.kind == "person":
                self._know(entry)

    def _know(self, entry: Entry) -> None:
        for key in sorted({fold(name) for name in [entry.name, *entry.aliases]}):
            self.by_name[key].append(entry)

    def person(self, name: str, of: str, gender: str) -> Entry:
        """The person of a row, put in where new."""
        if of not in self.states:
            raise ValueError(f"{of}, of which {name} holds an office, is no state or body of the tables")
        if name in self.base.entries:
            return self.base.entries[name]
        country = self.states[of]
        found = self.by_name[fold(name)]
        same = [e for e in found if e.country == country or None in (country, e.country)]
        if not same and of in FOREIGN:
            same = found
        if same:
            entry = same[0]
            entry.gender = entry.gender or gender or None
            return entry
        found_id = self.register.find(name, country or "", self.base.entries)
        entry = self.base.add(Entry(found_id, name, "person", country, gender or None))
        self._know(entry)
        return entry


def rank_people(base: Base) -> None:
    """Ranks from the offices held: weight of the state, of the office, and how long ago."""
    weights: dict[str, float] = {}
    states = {base.entries[state].name for state in base.codes}
    for entry in base.entries.values():
        if entry.kind != "person":
            weights.setdefault(entry.name, entry.rank - (20 if entry.kind == "state" else 0))
    for term in base.terms:
        end = term.end[:4] or "9999"
        recency = 1.0 if end >= "2015" else 0.75 if end >= "2005" else 0.5
        share = recency if term.of in states else recency * _OF_BODY
        score = weights.get(term.of, 40) * _WEIGHTS.get(term.title, _OTHER) * share
        person = base.entries[term.person]
        person.rank = max(person.rank, round(score, 2))
