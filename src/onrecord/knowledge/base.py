"""The knowledge base: look-ups of people, states, bodies, places, outlets and offices."""

import functools
from collections.abc import Collection
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.knowledge import bodies, spelling, titles
from onrecord.knowledge.answers import entity_of, holds, host, near, only_capitalised, outlet_of, plain_word
from onrecord.knowledge.folding import fold, loose, without_initials
from onrecord.knowledge.memory import remembered
from onrecord.knowledge.storage import FORMAT, Row, Storage
from onrecord.records.actor import ActorKind, Entity, Office, Outlet, Term

_DELEGATED = (
    *("spokesperson", "speaker", "chief of the general staff", "commander-in-chief", "chief of staff"),
)
"""Offices that belong now to a state, now to one of its bodies, as the press has it."""
_MONARCHS = {"king": "queen", "queen": "king"}
"""One office under two titles, as the press says "monarch" of either."""
_TERMS = "SELECT t.person, t.start, t.end FROM term t WHERE"
_FIRST = "ORDER BY t.person, t.start"
_ENTITY = "e.id, e.name, e.kind, e.country, e.gender, e.latitude, e.longitude, e.population"


class Codes(msgspec.Struct, frozen=True):
    """Codes of a state: ISO 3166-1 alpha-2 and alpha-3, Correlates of War number where it has one."""

    alpha2: str
    alpha3: str | None
    cow: int | None


def default_path() -> Path:
    """The knowledge file that ships with the package."""
    return Path(__file__).parent / "data" / "knowledge.sqlite"


def open_knowledge(path: str | Path | None = None) -> "Knowledge":
    """The knowledge base of the file at `path`, by default the one that ships with the package.

    Raises KnowledgeError where the file is missing, cut, altered or of another version.
    """
    return Knowledge(Path(path) if path is not None else default_path())


class Knowledge:
    """Look-ups over one knowledge file. Answers are ordered by importance and are the same every time.

    Look-ups are kept in memory once made. May be handed to other threads and pickled (it is opened anew).
    """

    def __init__(self, path: Path) -> None:
        self._storage = Storage(path)
        self.version = f"knowledge-{FORMAT}-{self._storage.digest}"

    def __reduce__(self) -> tuple[type["Knowledge"], tuple[Path]]:
        return Knowledge, (self._storage.path,)

    def close(self) -> None:
        """Let go of the file."""
        self._storage.close()

    # Names

    def named(self, name: str, kinds: Collection[ActorKind] | None = None) -> tuple[Entity, ...]:
        """Entities of `kinds` (all when None) whose name, alias or abbreviation folds as `name` does.

        Where none does: people whose name differs only in transliteration or in middle initials, and then
        bodies of states that are named by a rule ("Russian Foreign Ministry", "the parliament of Iran").
        """
        found = () if plain_word(name) else self.named_key(fold(name))
        if only_capitalised(name):
            found = tuple(entity for entity in found if self._so_written(entity, name))
        if kinds is None:
            return found
        return tuple(entity for entity in found if entity.kind in kinds)

    def _so_written(self, entity: Entity, word: str) -> bool:
        """Whether a name of an entity that folds as `word` does is no abbreviation in capitals."""
        key = fold(word)
        return any(
            not name.isupper() for name in (entity.name, *self.aliases(entity.id)) if fold(name) == key
        )

    @remembered
    def named_key(self, key: str) -> tuple[Entity, ...]:
        """As `named`, of a name that is folded already."""
        for text in dict.fromkeys((key, key.removeprefix("the "))):
            if text and (found := self._by_key("name", text)):
                return found
        if " " in key and (found := self._by_key("loose", loose(key))):
            return found
        if (plain := without_initials(key)) != key:
            return tuple(entity for entity in self.named_key(plain) if entity.kind == "person")
        return bodies.compose(self, self._storage, key.removeprefix("the "))

    def _by_key(self, table: str, key: str) -> tuple[Entity, ...]:
        rows = self._storage.rows(f"SELECT entity FROM {table} WHERE key = ? ORDER BY entity", (key,))
        return tuple(self._row(n) for (n,) in rows)

    @remembered
    def _row(self, n: int) -> Entity:
        return entity_of(self._storage.rows(f"SELECT {_ENTITY} FROM entity e WHERE n = ?", (n,))[0])

    def surname(self, name: str) -> tuple[Entity, ...]:
        """People whose family name folds to `name`, best known first."""
        return self._surname(fold(name))

    @remembered
    def _surname(self, key: str) -> tuple[Entity, ...]:
        if not key:
            return ()
        return self._by_key("surname", key) or self._by_key("surname", f"~{loose(key)}")

    @remembered
    def entity(self, entity_id: str) -> Entity | None:
        """The entity of an id, those of rule-named bodies included."""
        rows = self._storage.rows("SELECT n FROM entity WHERE id = ?", (entity_id,))
        return self._row(rows[0][0]) if rows else bodies.by_id(self, self._storage, entity_id)

    @remembered
    def aliases(self, entity_id: str) -> tuple[str, ...]:
        """Other names, spellings and abbreviations of an entity, in the order of the alphabet."""
        query = "SELECT a.name FROM alias a JOIN entity e ON e.n = a.entity WHERE e.id = ? ORDER BY a.name"
        return tuple(name for (name,) in self._storage.rows(query, (entity_id,)))

    @remembered
    def renown(self, entity_id: str) -> float:
        """How much world news speaks of an entry, our estimate: 100 a world leader, 0 a village or nobody."""
        rows = self._storage.rows("SELECT renown FROM entity WHERE id = ?", (entity_id,))
        return float(rows[0][0]) if rows else 0.0

    @remembered
    def nearest(self, name: str, limit: int = 3) -> tuple[tuple[Entity, float], ...]:
        """People whose name or alias is spelt nearly as `name`, nearest first, each with its score 0..100."""
        found = self._spellings.nearest(fold(name), limit)
        return tuple((self._row(n), score) for n, score in found)

    def given_gender(self, name: str) -> Literal["f", "m"] | None:
        """The gender of the people known by a given name, where there are two at least and all but few agree."""
        women, men = self._given.get(fold(name), (0, 0))
        if women + men < 2 or 0.1 < women / (women + men) < 0.9:
            return None
        return "f" if women > men else "m"

    @functools.cached_property
    def _given(self) -> dict[str, tuple[int, int]]:
        """Women and men by folded given name."""
        found: dict[str, tuple[int, int]] = {}
        for name, gender in self._storage.rows("SELECT name, gender FROM entity WHERE kind = 'person'"):
            first, _, rest = fold(name).partition(" ")
            if rest and gender is not None:
                women, men = found.get(first, (0, 0))
                found[first] = (women + (gender == "f"), men + (gender == "m"))
        return found

    @functools.cached_property
    def _spellings(self) -> spelling.Spellings:
        query = "SELECT n.key, n.entity FROM name n JOIN entity e ON e.n = n.entity WHERE e.kind = 'person'"
        return spelling.Spellings(self._storage.rows(f"{query} ORDER BY n.entity, n.key"))

    # Offices

    def terms(self, person_id: str) -> tuple[Term, ...]:
        """All known terms of a person, oldest first."""
        return self._terms(person_id)

    @remembered
    def _terms(self, person_id: str) -> tuple[Term, ...]:
        query = (
            "SELECT t.title, t.of, t.start, t.end FROM term t JOIN entity e ON e.n = t.person WHERE e.id = ?"
            " ORDER BY t.start, t.title, t.of"
        )
        return tuple(
            Term(person_id, Office(title, of), start or None, end or None)
            for title, of, start, end in self._storage.rows(query, (person_id,))
        )

    @remembered
    def holders(self, title: str, of: str, on: str | None = None) -> tuple[Entity, ...]:
        """Who held an office on a day, in a month or a year (None: at any time), best known first.

        `title` is canonical (see `title`), `of` the name or id of a state or body. "leader" of a state is its
        most powerful office: the president of Russia, the prime minister of India. Who speaks for a state
        (or presides over its parliament) is who does so for one of its bodies, where it has none itself.
        """
        owner = self._owner(of)
        state = self.state(owner) if title == "leader" else None
        also = (self.leader_title(state.id) if state else None) or _MONARCHS.get(title, title)
        rows = self._storage.rows(f"{_TERMS} t.of = ? AND t.title IN (?, ?) {_FIRST}", (owner, title, also))
        if not rows and title in _DELEGATED:
            rows = self._delegated(title, owner)
        found = [n for n, start, end in rows if holds(start, end, on)]
        return tuple(self._row(n) for n in dict.fromkeys(found))

    def _delegated(self, title: str, owner: str) -> list[Row]:
        """Terms in that office of any body of a state; for a body without its own, of its state."""
        if state := self.state(owner):
            of = "t.of IN (SELECT name FROM entity WHERE kind = 'body' AND country = ?)"
            return self._storage.rows(f"{_TERMS} {of} AND t.title = ? {_FIRST}", (state.country, title))
        found = self.named(owner, {"body"})
        of = "t.of IN (SELECT e.name FROM entity e JOIN code c ON c.entity = e.n WHERE c.alpha2 = ?)"
        country = found[0].country if found else None
        return self._storage.rows(f"{_TERMS} {of} AND t.title = ? {_FIRST}", (country, title))

    @remembered
    def offices_on(self, person_id: str, on: str) -> tuple[Office, ...]:
        """Offices that a person held on a day, in a month or a year, oldest first."""
        held = [t.office for t in self.terms(person_id) if holds(t.start or "", t.end or "", on)]
        return tuple(dict.fromkeys(held))

    def leader_title(self, state_id: str) -> str | None:
        """Title of the office that leads a state ("president", "prime minister", "supreme leader")."""
        rows = self._storage.rows(
            "SELECT c.leader FROM code c JOIN entity e ON e.n = c.entity WHERE e.id = ?", (state_id,)
        )
        return rows[0][0] if rows else None

    def title(self, words: str) -> str | None:
        """Canonical title for the press's words: "premier" -> "prime minister"; None: no title."""
        found = self.office(words)
        return found[0] if found else None

    @remembered
    def office(self, words: str) -> tuple[str, str | None] | None:
        """Canonical title for the press's words, and whose office it is where the words tell.

        "French premier" -> ("prime minister", "France"); "Kremlin spokesman" -> ("spokesperson", "Kremlin");
        "defence secretary" -> ("defence minister", None). "Former", "acting" and the like are passed over.
        """
        return titles.read(self, self._storage, fold(words))

    # States, places, outlets

    def state(self, word: str) -> Entity | None:
        """The state that a name, abbreviation or demonym stands for, never a capital or a building."""
        found = None if plain_word(word) else self._stateword(fold(word))
        if found is None or (
            only_capitalised(word) and not found[1] and not self._so_written(found[0], word)
        ):
            return None
        return found[0]

    def state_of_key(self, key: str) -> Entity | None:
        """As `state`, of a word that is folded already."""
        found = self._stateword(key)
        return found[0] if found else None

    def demonym(self, word: str) -> Entity | None:
        """The state of a demonym: "Russian", "Russians", "Frenchman"."""
        found = self._stateword(fold(word))
        return found[0] if found and found[1] else None

    def _stateword(self, key: str) -> tuple[Entity, bool] | None:
        words = self._storage.statewords
        found = words.get(key) or words.get(key.removeprefix("the "))
        return (self._row(found[0]), found[1]) if found else None

    @remembered
    def adjective(self, state_id: str) -> str | None:
        """How a state's bodies are called: "Russian", "US", "UAE"."""
        rows = self._storage.rows(
            "SELECT c.adjective FROM code c JOIN entity e ON e.n = c.entity WHERE e.id = ?", (state_id,)
        )
        return rows[0][0] if rows else None

    def codes(self, state_id: str) -> Codes | None:
        """ISO and Correlates of War codes of a state."""
        query = "SELECT c.alpha2, c.alpha3, c.cow FROM code c JOIN entity e ON e.n = c.entity WHERE e.id = ?"
        rows = self._storage.rows(query, (state_id,))
        return Codes(*rows[0]) if rows else None

    @remembered
    def country(self, alpha2: str) -> Entity | None:
        """The state of an ISO 3166-1 alpha-2 code."""
        rows = self._storage.rows("SELECT entity FROM code WHERE alpha2 = ?", (alpha2,))
        return self._row(rows[0][0]) if rows else None

    @remembered
    def metonym(self, word: str) -> tuple[Entity | None, Entity] | None:
        """What a building or capital is, and which state or organisation it stands for.

        "Kremlin" -> (Kremlin, Russia), "Ankara" -> (Ankara, Turkey), "Brussels" -> (Brussels, EU).
        """
        key = fold(word)
        for text in (key, key.removeprefix("the ")):
            rows = self._storage.rows("SELECT entity, state FROM metonym WHERE key = ?", (text,))
            if rows:
                n, state = rows[0]
                return (self._row(n) if n is not None else None), self._row(state)
        return None

    @remembered
    def capital(self, state_id: str) -> Entity | None:
        """The capital of a state: the town standing for it that lies where the state's coordinates are."""
        state = self.entity(state_id)
        if state is None or state.coordinates is None:
            return None
        query = (
            "SELECT DISTINCT m.entity FROM metonym m JOIN entity s ON s.n = m.state JOIN entity e ON e.n = m.entity"
            " WHERE s.id = ? AND e.kind = 'place' ORDER BY e.population DESC, e.n"
        )
        towns = (self._row(n) for (n,) in self._storage.rows(query, (state_id,)))
        return next((town for town in towns if near(town.coordinates, state.coordinates)), None)

    def members(self, entity_id: str) -> tuple[Entity, ...]:
        """Members of an alliance as far as they are known here, best known first."""
        query = "SELECT m.member FROM member m JOIN entity e ON e.n = m.body WHERE e.id = ? ORDER BY m.member"
        return tuple(self._row(n) for (n,) in self._storage.rows(query, (entity_id,)))

    def places(self, name: str) -> tuple[Entity, ...]:
        """Places and states of that name, most important first, with coordinates and country."""
        return self.named(name, ("place", "state"))

    @remembered
    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The publisher of that name, alias or web address."""
        query = (
            "SELECT e.id, e.name, e.country, o.wire, o.domain FROM outlet o JOIN entity e ON e.n = o.entity"
        )
        domain = host(name_or_domain)
        while "." in domain:
            rows = self._storage.rows(f"{query} WHERE o.domain = ? ORDER BY e.n", (domain,))
            if rows:
                return outlet_of(rows[0])
            domain = domain.partition(".")[2]
        for entity in self.named_key(fold(name_or_domain)):
            if rows := self._storage.rows(f"{query} WHERE e.id = ?", (entity.id,)):
                return outlet_of(rows[0])
        return None

    @remembered
    def _owner(self, of: str) -> str:
        """Name under which terms are kept, from a name or id of a state or body."""
        if rows := self._storage.rows("SELECT name FROM entity WHERE id = ?", (of,)):
            return str(rows[0][0])
        if state := self.state(of):
            return state.name
        found = self.named(of, ("organisation", "body", "group", "state", "company"))
        return found[0].name if found else of
