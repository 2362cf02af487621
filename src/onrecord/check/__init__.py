"""Checks: what is wrong, doubtful or in conflict. Each is one function; its docstring is what the user reads."""

from onrecord.check.within import WITHIN, findings

__all__ = ["WITHIN", "findings"]
