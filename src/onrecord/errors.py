"""Errors that a user can mend: every message names the file and says what to do. Other exceptions are our bugs."""


class OnrecordError(Exception):
    """The root: whoever runs the package catches this one and shows its message."""


class DataError(OnrecordError):
    """A language model, knowledge or vocabulary file is missing, damaged or of another version."""


class LedgerError(OnrecordError):
    """A ledger cannot be opened, read or written."""


class UsageError(OnrecordError):
    """What was asked for does not exist, or cannot be asked like that."""
