"""The nouns as frozen types: what the stages hand to each other, and what is stored, printed and served.

Every record is a frozen `msgspec.Struct` with tuples inside. Character positions are half-open and count
Unicode code points of the article's original text. Days are ISO 8601 text ("2025-09-03", "2025-09", "2025").
"""

from onrecord.records.actor import Actor, Coordinates, Entity, Office, Outlet, Term
from onrecord.records.article import (
    Article,
    Block,
    BlockKind,
    Dateline,
    DateReason,
    Rejected,
    Sentence,
    Sourcing,
)
from onrecord.records.attribution import Attribution, Cue, Source, Utterance
from onrecord.records.claim import Claim, Name, Participant, Place, Plover, Status, When
from onrecord.records.digest import READ_SCHEMA, Digest
from onrecord.records.extraction import Extraction, Tally, TitleUse
from onrecord.records.finding import Finding
from onrecord.records.ledger import (
    ENGAGEMENT_SCHEMA,
    ArticleNote,
    Engagement,
    EvidenceText,
    Step,
    Support,
    Testimony,
)
from onrecord.records.span import Span
from onrecord.records.time import Anniversary, TimeExpression, Timex

__all__ = [
    "ENGAGEMENT_SCHEMA",
    "READ_SCHEMA",
    "Actor",
    "Anniversary",
    "Article",
    "ArticleNote",
    "Attribution",
    "Block",
    "BlockKind",
    "Claim",
    "Coordinates",
    "Cue",
    "DateReason",
    "Dateline",
    "Digest",
    "Engagement",
    "Entity",
    "EvidenceText",
    "Extraction",
    "Finding",
    "Name",
    "Office",
    "Outlet",
    "Participant",
    "Place",
    "Plover",
    "Rejected",
    "Sentence",
    "Source",
    "Sourcing",
    "Span",
    "Status",
    "Step",
    "Support",
    "Tally",
    "Term",
    "Testimony",
    "TimeExpression",
    "Timex",
    "TitleUse",
    "Utterance",
    "When",
]
