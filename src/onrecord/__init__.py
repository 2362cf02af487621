"""onrecord: from news coverage to a sourced record."""

__version__ = "0.1.0"
