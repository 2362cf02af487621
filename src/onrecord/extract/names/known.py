"""People whom the knowledge base knows: by their name, nearly so spelt, or by a surname that everybody knows."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from onrecord.extract.names.found import PERSON, Title
from onrecord.extract.names.parts import NAMED_AFTER_A_LEADER, initials
from onrecord.knowledge import Knowledge
from onrecord.knowledge.folding import fold
from onrecord.records import Entity

SPELLING = 82.0  # of 100: how alike a misspelt name must be to the one that its title says it is
HEADS = frozenset({"president", "prime minister", "chancellor", "supreme leader", "king", "queen"})
LEADING = frozenset({"president", "prime minister", "chancellor"})
HOUSEHOLD = (
    60.0  # renown from which a surname alone may do: leaders, foreign ministers, great powers' spokespeople
)
AHEAD = 20.0  # by how much the best known of a surname must outdo the next one in office


class KnownPeople:
    """Looks people up as of a day (`on`, ISO; None: no day is known)."""

    def __init__(self, knowledge: Knowledge, on: str | None) -> None:
        self.knowledge, self.on = knowledge, on

    def by_name(self, text: str, title: Title, *, private: bool = False) -> Entity | None:
        """Whom a full name means; `private`: the text gives its bearer another calling than an office."""
        exact = self.knowledge.named(text, PERSON)
        if exact:
            return self._best(exact, title)
        short = initials(text)
        if short is not None:
            return self._by_initials(*short, title)
        return None if private else self._misspelt(text, title)

    def _by_initials(self, first: str, surname: str, title: Title) -> Entity | None:
        """ "V. V. Putin": the only one of that surname and first letter who is in office, or holds the title."""
        known = [e for e in self.knowledge.surname(surname) if e.name[:1] == first]
        if title.title is not None:
            known = [e for e in known if self._holds(e, title)]
        serving = [e for e in known if self.serving(e)]
        return serving[0] if len(serving) == 1 else None

    def holder(self, surname: str, title: Title) -> Entity | None:
        """The one of a surname who holds on the day the office that he is given: "President Bush" in 2004."""
        if title.title is None or title.past or self.on is None:
            return None
        found = [
            entity
            for entity in self.knowledge.surname(surname)
            if any(
                office.title == title.title and title.of in {None, office.of}
                for office in self.knowledge.offices_on(entity.id, self.on)
            )
        ]
        return found[0] if len(found) == 1 else None

    def _misspelt(self, text: str, title: Title) -> Entity | None:
        """The holder of the office that the name is given, where the two names are nearly alike."""
        folded = fold(text)
        if title.title is None or title.of is None:
            return self._nearly(text, folded)
        for entity in self.knowledge.holders(title.title, title.of, self.on):
            name = fold(entity.name)
            first_same = fuzz.ratio(folded.split()[0], name.split()[0]) >= 75.0
            if fuzz.ratio(folded, name) >= SPELLING or (first_same and fuzz.ratio(folded, name) >= 65.0):
                return entity
        near = self.knowledge.nearest(text, 1)
        if near and near[0][1] >= 90.0 and self._holds(near[0][0], title):
            return near[0][0]
        return None

    def _nearly(self, text: str, folded: str) -> Entity | None:
        """One in office whose name is a letter or two off: the same first or family name, the other nearly so."""
        near = self.knowledge.nearest(text, 1)
        if not near or near[0][1] < 88.0 or (self.on is not None and not self.serving(near[0][0])):
            return None
        given, known = folded.split(), fold(near[0][0].name).split()
        if len(given) != len(known) or len(given) < 2 or len(given[-1]) < 4:
            return None
        same_family = given[-1] == known[-1] and fuzz.ratio(given[0], known[0]) >= 75.0
        same_first = given[0] == known[0] and fuzz.ratio(given[-1], known[-1]) >= 85.0
        return near[0][0] if same_family or same_first else None

    def _holds(self, entity: Entity, title: Title) -> bool:
        return any(
            term.office.title == title.title or term.office.of == title.of
            for term in self.knowledge.terms(entity.id)
        )

    def _best(self, entities: Sequence[Entity], title: Title) -> Entity | None:
        if len(entities) == 1:
            return entities[0]
        if title.title is not None:
            holding = [e for e in entities if self._holds(e, title)]
            if holding:
                return holding[0]
        if self.on is not None:
            serving = [e for e in entities if self.knowledge.offices_on(e.id, self.on)]
            if len(serving) == 1:
                return serving[0]
        return entities[0]

    def by_surname(self, text: str, title: Title, behind: str) -> Entity | None:
        exact = list(self.knowledge.named(text, PERSON))
        entities = exact or list(self.knowledge.surname(text))
        if not entities:
            return None
        if title.title is not None:
            holding = [e for e in entities if self._holds(e, title)]
            serving = [e for e in holding if self.serving(e)]
            pool = serving or holding
            return pool[0] if len(pool) == 1 else None
        serving = [e for e in entities if self.serving(e)]
        if exact and len(serving) == 1:
            return serving[0]
        if (best := self._household(serving)) is not None:
            return best
        heads = [e for e in serving if self.heads(e) and self.knowledge.renown(e.id) >= HOUSEHOLD]
        if len(heads) == 1:
            return heads[0]  # "Kim": of several in office the one who leads his state
        if behind in NAMED_AFTER_A_LEADER:
            led = [e for e in entities if self.led(e)]
            return max(
                led, key=lambda e: max(t.start or "" for t in self.knowledge.terms(e.id)), default=None
            )
        if len(entities) == 1 and (exact or self.on is None):
            return entities[0]
        if self.on is None:
            return entities[0] if exact else self._household(entities)
        return None

    def _household(self, serving: Sequence[Entity]) -> Entity | None:
        """Of those in office (where the day is known) who share a surname the one whom everybody knows by it."""
        known = sorted(serving, key=lambda entity: -self.knowledge.renown(entity.id))
        renown = [self.knowledge.renown(entity.id) for entity in known[:2]]
        if not known or renown[0] < HOUSEHOLD or (len(known) > 1 and renown[0] - renown[1] < AHEAD):
            return None
        return known[0]

    def is_household(self, entity: Entity) -> bool:
        """Whether everybody knows somebody in office by the surname alone."""
        return self.knowledge.renown(entity.id) >= HOUSEHOLD and (self.on is None or self.serving(entity))

    def heads(self, entity: Entity) -> bool:
        """Whether somebody holds on the day the office that leads his state."""
        state = self.knowledge.country(entity.country) if entity.country else None
        leads = self.knowledge.leader_title(state.id) if state is not None else None
        offices = self.knowledge.offices_on(entity.id, self.on) if self.on is not None else ()
        return any(office.title == leads if leads else office.title in HEADS for office in offices)

    def serving(self, entity: Entity) -> bool:
        """Whether somebody holds an office on the day."""
        return self.on is not None and bool(self.knowledge.offices_on(entity.id, self.on))

    def led(self, entity: Entity) -> bool:
        """Whether somebody ever headed a state or government."""
        return any(term.office.title in LEADING for term in self.knowledge.terms(entity.id))
