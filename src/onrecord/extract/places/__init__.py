"""Which place a phrase names, and which of the places named belongs to a deed."""

from onrecord.extract.places.hosts import host_of
from onrecord.extract.places.where import Map

__all__ = ["Map", "host_of"]
