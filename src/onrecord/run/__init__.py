"""Runs the pipeline over many captures: here, or in several processes, with the same results."""

from onrecord.run.local import read, times

__all__ = ["read", "times"]
