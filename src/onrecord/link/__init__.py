"""Link: claims of all articles become engagements, near-copies one origin."""

from onrecord.link.claims import link_claims, publication
from onrecord.link.cluster import link
from onrecord.link.copies import copies, sketch, voices
from onrecord.link.entry import entries
from onrecord.link.identity import Identity, Names, identity, judged
from onrecord.link.life import known_by, latest_day

__all__ = [
    "Identity",
    "Names",
    "copies",
    "entries",
    "identity",
    "judged",
    "known_by",
    "latest_day",
    "link",
    "link_claims",
    "publication",
    "sketch",
    "voices",
]
