"""Counterparts: "his Chinese counterpart" holds in China the office that he holds at home."""

from collections.abc import Iterator

from onrecord.extract.cast.figures import Figure, Resolve
from onrecord.extract.cast.leading import HEADS
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.offices import Offices
from onrecord.extract.cast.owners import Owners
from onrecord.extract.clause import base, case_of
from onrecord.records.parse import Token

COUNTERPART = frozenset({"counterpart", "opposite", "homologue"})


class Counterparts:
    """Resolves the counterparts of one article; `of` says whom any other phrase means."""

    def __init__(self, named: Named, owners: Owners, offices: Offices, of: Resolve) -> None:
        self.named, self.owners, self.offices, self.of = named, owners, offices, of

    def resolve(self, token: Token) -> tuple[Figure, ...]:
        """The holder of the same office in the state that the phrase names; () when unclear."""
        person = self._whose(token)
        states = [state for state in self._states(token) if person is None or state.country != person.country]
        if person is None or len(states) != 1:
            return ()
        for title in self._titles(person):
            found = self._in_state(title, person, states[0])
            if found:
                return found
        return ()

    def _whose(self, token: Token) -> Figure | None:
        for child in token.children:
            if child.dep_ == "nmod:poss" or (base(child) == "nmod" and case_of(child) == "of"):
                figures = self.of(child)
                if len(figures) == 1 and figures[0].person:
                    return figures[0]
        return None

    def _states(self, token: Token) -> Iterator[Figure]:
        """States of the adjectives before the noun and of "from China", "in Berlin" behind it."""
        for child in token.children:
            figure = self.named.figure_at(child)
            if base(child) in {"amod", "compound"} or (
                base(child) in {"nmod", "obl"} and case_of(child) in {"from", "of", "in"}
            ):
                if figure is None and child.lower_ in {"northern", "southern"}:
                    yield from self.owners.korea(child.lower_.removesuffix("ern"))
                elif figure is not None and figure.kind == "state":
                    yield figure
                elif figure is not None and figure.kind == "place":
                    yield from self.named.as_state(figure)

    def _titles(self, person: Figure) -> Iterator[str]:
        """The office that the text gives a person, last given first, then those held on the article's day."""
        for found, figure in reversed(self.named.people):
            if figure.id == person.id and found.title is not None and not found.past:
                yield found.title
        if person.known and self.named.on is not None:
            home = self.named.state(person.country)
            for office in self.named.knowledge.offices_on(person.id, self.named.on):
                if home is not None and office.of == home.name:
                    yield office.title

    def _in_state(self, title: str, person: Figure, state: Figure) -> tuple[Figure, ...]:
        """The holder there; heads of state and government only where it is clear which of the two is meant."""
        if title in HEADS:
            leads = self.named.knowledge.leader_title(state.id)
            home = self.named.state(person.country)
            if home is None or title not in {self.named.knowledge.leader_title(home.id), leads, "leader"}:
                return self.offices.by_title(title, state.name)
            if leads != title and title != "leader":
                return (
                    ()
                    if self.offices.by_title(title, state.name)
                    else self.offices.by_title("leader", state.name)
                )
            return self.offices.by_title("leader", state.name)
        return self.offices.by_title(title, state.name)
