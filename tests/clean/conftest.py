"""A knowledge base of a few publishers and places, so that these tests need no other part of the package."""

import pytest

from onrecord.records import Entity, Outlet

_WIRES = {
    "Reuters": ("reuters",),
    "Associated Press": ("associated press", "the associated press", "ap"),
    "AFP": ("afp", "agence france-presse"),
    "TASS": ("tass",),
    "Xinhua": ("xinhua",),
    "PTI": ("pti",),
    "dpa": ("dpa",),
}
_PAPERS = {
    "The Guardian": ("the guardian", "guardian", "theguardian.com", "GB"),
    "Al Jazeera": ("al jazeera", "aljazeera.com", "QA"),
    "Dawn": ("dawn", "dawn.com", "PK"),
    "The Plains Dealer": ("the plains dealer", "plains dealer", "plainsdealer.example", "US"),
}
_PLACES = (
    "ankara moscow tbilisi london riga new_delhi abuja vilnius chisinau manila peshawar beijing montevideo "
    "seoul washington vientiane ramallah west_bank paris nairobi"
)


class SmallKnowledge:
    """What clean asks: publishers and places by name."""

    def __init__(self) -> None:
        self.outlets = {
            name: Outlet(f"kb-{outlet}", outlet, wire=True)
            for outlet, names in _WIRES.items()
            for name in names
        }
        for outlet, (*names, country) in _PAPERS.items():
            self.outlets |= {name: Outlet(f"kb-{outlet}", outlet, country=country) for name in names}
        self.known_places = {name.replace("_", " ") for name in _PLACES.split()}

    def outlet(self, name_or_domain: str, /) -> Outlet | None:
        """The publisher of that name or address."""
        return self.outlets.get(name_or_domain.lower())

    def places(self, name: str, /) -> tuple[Entity, ...]:
        """One place of that name, if it is among the few."""
        return (Entity("kb-place", name, "place"),) if name.lower() in self.known_places else ()


@pytest.fixture(scope="session")
def known() -> SmallKnowledge:
    """The small knowledge base."""
    return SmallKnowledge()
