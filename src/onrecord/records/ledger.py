"""The ledger's entry, and its printed shape, the ledger form (`onrecord/engagement@1`)."""

import msgspec

from onrecord.records.claim import Name, Participant, Place, Plover, Status, When
from onrecord.records.finding import Finding

ENGAGEMENT_SCHEMA = "onrecord/engagement@1"


class ArticleNote(msgspec.Struct, frozen=True):
    """An article as an entry of the ledger names it."""

    id: str
    path: str
    outlet: str | None
    published: str | None
    title: str | None


class EvidenceText(msgspec.Struct, frozen=True):
    """A span of an article with its words."""

    start: int
    end: int
    text: str


class Testimony(msgspec.Struct, frozen=True):
    """One claim as it stands under its engagement."""

    id: str
    article: ArticleNote
    status: Status
    hedged: bool
    sources: tuple[tuple[str, ...], ...]
    evidence: tuple[EvidenceText, ...]


class Step(msgspec.Struct, frozen=True):
    """One step of an engagement's life: the status it took, when that was published, and by which claim."""

    status: Status
    published: str | None
    article: str | None
    claim: str | None


class Support(msgspec.Struct, frozen=True):
    """On how many articles, outlets and origins an engagement rests; `independent` counts origins."""

    articles: int
    outlets: int
    origins: tuple[str, ...]
    independent: int


class Engagement(msgspec.Struct, frozen=True, kw_only=True):
    """A diplomatic act with all that was claimed of it. A contract: names and shapes do not change in `@1`."""

    schema: str = ENGAGEMENT_SCHEMA
    id: str
    title: str
    kind: str
    plover: Plover
    cameo: str
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    about: tuple[Name, ...]
    status: Status
    counts: dict[str, str]
    history: tuple[Step, ...]
    claims: tuple[Testimony, ...]
    support: Support
    findings: tuple[Finding, ...]
    linked_because: tuple[str, ...]
