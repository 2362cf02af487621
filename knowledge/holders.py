"""Heads of state and government from the published list of terms, with the noise taken out."""

import csv
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from entries import Base, Entry, TermRow, slug
from tables import parts, rows

from onrecord.knowledge.folding import fold, loose

SINCE = "1990"
"""Terms that ended before this year are left out."""

_OPEN = "9999"

_NEVER_ENDED = "1987"
"""A term that began before this year and has no end is an unfinished record."""


@dataclass(frozen=True)
class Holding:
    """A row of the published list. Days are ISO text, "" where not given."""

    alpha2: str
    role: str
    name: str
    qid: str
    start: str
    end: str


def holdings(data: Path, alpha2_of: dict[str, str]) -> list[Holding]:
    """All rows of both files whose state is known and whose bearer has a name and a first day."""
    found = set()
    for name in ("office_holders_history.csv", "office_holders_current.csv"):
        with (data / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                alpha2 = alpha2_of.get(row["iso3"])
                if alpha2 and row["start"][:1].isdigit() and row["person"] != row["person_qid"]:
                    days = row["start"][:10], row["end"][:10]
                    found.add(Holding(alpha2, row["role"], row["person"], row["person_qid"], *days))
    return sorted(found, key=lambda h: (h.alpha2, h.role, h.start, h.end or "9999", h.qid))


def add_heads(base: Base, held: list[Holding], register: "Register") -> None:
    """Terms of heads since `SINCE`, and their bearers under the names of the table of people."""
    states = {row["alpha2"]: row for row in rows("states.csv")}
    offices: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for holding in held:
        if holding.alpha2 in states:
            offices[holding.alpha2, holding.role].append(holding)
    typed: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows("terms/heads.csv"):
        typed.setdefault((row["of"], row["title"]), (row["start"], row["person"]))
    names = {entry.name: entry.id for entry in base.entries.values() if entry.kind == "person"}
    dropped = {(row["of"], row["title"], row["id"]) for row in rows("heads_dropped.csv")}
    for (alpha2, role), terms in sorted(offices.items()):
        state = states[alpha2]
        office = state["name"], state[role]
        if state[role] == "-" or (*office, "") in dropped:
            continue
        own = terms if role == "head_of_state" else _apart(terms, offices.get((alpha2, "head_of_state"), []))
        kept = settle([h for h in own if (*office, h.qid) not in dropped])
        day, first = typed.get(office, ("", ""))
        successor = names.get(first) or register.find(first, alpha2, ())
        _add_office(base, state, state[role], _before(kept, day, successor))


def _before(held: list[Holding], day: str, successor: str) -> list[Holding]:
    """What stands of the published list where the table begins on `day` ("": there is no table).

    `successor` is the id of the table's first holder, whose own term the list may begin on another day.
    """
    if not day:
        return held
    early = [h for h in held if h.start < day and not (h.qid == successor and (h.end or _OPEN) > day)]
    return [replace(h, end=min(h.end or day, day)) for h in early]


def _apart(heads: list[Holding], of_state: list[Holding]) -> list[Holding]:
    """Heads of government who are not at that time heads of state as well, as in presidential systems."""
    return [
        h
        for h in heads
        if not any(
            s.qid == h.qid and s.start <= (h.end or "9999") and h.start <= (s.end or "9999") for s in of_state
        )
    ]


def settle(held: list[Holding]) -> list[Holding]:
    """Terms of one office, oldest first: adjoining terms of one person made one, open ends closed."""
    merged: list[Holding] = []
    for holding in held:
        before = next((i for i, m in enumerate(merged) if m.qid == holding.qid and _adjoin(m, holding)), None)
        if before is None:
            merged.append(holding)
        else:
            ends = [h.end for h in (merged[before], holding) if h.end or not holding.end]
            merged[before] = replace(merged[before], end="" if "" in ends else max(ends))
    merged = [h for h in merged if h.end or h.start >= _NEVER_ENDED]
    closed = []
    for i, holding in enumerate(merged):
        later = [m.start for m in merged[i + 1 :] if m.qid != holding.qid and m.start > holding.start]
        end = holding.end
        if later and (not end or _next_day(end) == later[0]):
            end = later[0]
        closed.append(replace(holding, end=end))
    return [h for h in _one_at_a_time(closed) if not h.end or h.end >= SINCE]


def _one_at_a_time(held: list[Holding]) -> list[Holding]:
    """Terms cut where another's begins, and taken up again where that one was an interlude."""
    found = []
    for holding in held:
        start, end = holding.start, holding.end or _OPEN
        for other in sorted(held, key=lambda h: (h.start, h.end or _OPEN)):
            if other.qid == holding.qid or not start < other.start < end:
                continue
            found.append(replace(holding, start=start, end=other.start))
            start = other.end if other.end and other.end < end else end
        if start < end:
            found.append(replace(holding, start=start, end="" if end == _OPEN else end))
    return found


def _adjoin(first: Holding, second: Holding) -> bool:
    return not first.end or second.start <= _next_day(first.end)


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _add_office(base: Base, state: dict[str, str], title: str, held: list[Holding]) -> None:
    women = {row["id"] for row in rows("women.csv")}
    for holding in held:
        if holding.qid not in base.entries:
            gender = "f" if holding.qid in women else "m"
            base.add(Entry(holding.qid, holding.name, "person", state["alpha2"], gender))
        name = "queen" if title == "king" and base.entries[holding.qid].gender == "f" else title
        base.terms.append(TermRow(holding.qid, name, state["name"], holding.start, holding.end))


class Register:
    """Wikidata ids of the published list's people, by name and state."""

    def __init__(self, held: list[Holding]) -> None:
        self._ids: dict[tuple[str, str], set[str]] = defaultdict(set)
        for holding in held:
            key = fold(holding.name)
            for form in {key, f"~{loose(key)}"}:
                for state in (holding.alpha2, ""):
                    self._ids[form, state].add(holding.qid)

    def find(self, name: str, country: str, taken: Collection[str]) -> str:
        """Id for a person of `country` ("" for any): the list's if one alone fits, else a local one."""
        key = fold(name)
        for form in (key, f"~{loose(key)}"):
            found = {qid for qid in self._ids[form, country] if qid not in taken}
            if len(found) == 1:
                return min(found)
        return f"kb-person-{country.lower() or 'xx'}-{slug(name)}"


def add_people(base: Base, register: Register) -> None:
    """People of the typed table, whose names go before those of the published list."""
    typed = rows("people.csv")
    taken = {row["id"] for row in typed}
    for row in typed:
        entry = base.add(
            Entry(
                row["id"] or register.find(row["name"], row["country"], taken),
                row["name"],
                "person",
                row["country"] or None,
                row["gender"] or None,
                rank=float(row["rank"] or 0),
                aliases=parts(row["aliases"]),
                surnames=parts(row["surnames"]),
            )
        )
        taken.add(entry.id)
