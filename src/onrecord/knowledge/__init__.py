"""Who is who, what is where, and who held which office when: a read-only base that ships with the package."""

from onrecord.knowledge.base import Codes, Knowledge, open_knowledge
from onrecord.knowledge.errors import KnowledgeError
from onrecord.knowledge.folding import fold, loose

__all__ = ["Codes", "Knowledge", "KnowledgeError", "fold", "loose", "open_knowledge"]
