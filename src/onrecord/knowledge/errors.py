"""What goes wrong with the knowledge file."""

from onrecord.errors import DataError


class KnowledgeError(DataError):
    """The knowledge file is missing, cut, altered or of another version; the message says what to do."""
