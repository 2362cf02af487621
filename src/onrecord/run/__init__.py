"""Runs the pipeline over many captures: here, or in several processes, with the same results."""

from onrecord.run.local import read

__all__ = ["read"]
