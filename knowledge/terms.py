"""Typed terms of office, and how well known they make their bearers."""

from collections import defaultdict
from dataclasses import replace

from entries import Base, Entry, TermRow
from holders import local_id
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
    ),
    *("king", "queen", "opposition leader", "deputy defence minister", "deputy chief of staff"),
}
"""Offices that several hold at a time: the next holder does not end the term of the one before."""

_WEIGHTS = {"president": 1.0, "prime minister": 1.0, "chancellor": 1.0, "supreme leader": 1.0, "leader": 1.0,
            "king": 0.9, "emir": 1.0, "crown prince": 0.95, "foreign minister": 0.85, "defence minister": 0.8,
            "secretary-general": 0.9, "general secretary": 0.9, "high representative": 0.9}  # fmt: skip
_OTHER = 0.7


def add_terms(base: Base) -> None:
    """Terms of all tables in tables/terms. A blank end is the next holder's first day, where one follows."""
    finder = _Finder(base)
    for path in sorted((FOLDER / "terms").glob("*.csv")):
        by_office: dict[tuple[str, str], list[TermRow]] = defaultdict(list)
        for row in rows(f"terms/{path.name}"):
            person = finder.person(row["person"], row["of"], row["gender"])
            term = TermRow(person.id, row["title"], row["of"], row["start"], row["end"])
            by_office[row["of"], row["title"]].append(term)
        for (_, title), terms in by_office.items():
            base.terms.extend(terms if title in SHARED else _closed(terms))


def _closed(terms: list[TermRow]) -> list[TermRow]:
    found = []
    for i, term in enumerate(terms):
        later = [t.start for t in terms[i + 1 :] if t.start > term.start]
        found.append(replace(term, end=term.end or (min(later) if later else "")))
    return found


class _Finder:
    """People by name, those of the same state first."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.by_name: dict[str, list[Entry]] = defaultdict(list)
        self.states = {e.name: e.country for e in base.entries.values() if e.kind != "person"}
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
        same = [e for e in found if e.country == country or country is None or e.country is None]
        if same:
            entry = same[0]
            entry.gender = entry.gender or gender or None
            return entry
        entry = self.base.add(Entry(local_id(name, country or ""), name, "person", country, gender or "m"))
        self._know(entry)
        return entry


def rank_people(base: Base) -> None:
    """Ranks from the offices held: weight of the state, of the office, and how long ago."""
    weights = {e.name: e.rank - 20 for e in base.entries.values() if e.kind == "state"}
    for entry in base.entries.values():
        if entry.kind not in ("person", "state") and entry.name not in weights:
            weights[entry.name] = entry.rank
    for term in base.terms:
        end = term.end[:4] or "9999"
        recency = 1.0 if end >= "2015" else 0.75 if end >= "2005" else 0.5
        score = weights.get(term.of, 40) * _WEIGHTS.get(term.title, _OTHER) * recency
        person = base.entries[term.person]
        person.rank = max(person.rank, round(score, 2))
