"""What clean asks of the knowledge base."""

from typing import Protocol

from onrecord.records import Entity, Outlet


class Known(Protocol):
    """The part of `onrecord.knowledge.Knowledge` that is used here."""

    def outlet(self, name_or_domain: str, /) -> Outlet | None:
        """The publisher of that name or web address."""

    def places(self, name: str, /) -> tuple[Entity, ...]:
        """Places and states of that name."""
