"""Bytes to articles: `captures` finds and loads files, `articles` reads them. Trouble is a value."""

from onrecord.ingest.capture import LARGEST_BYTES, Capture, Hints
from onrecord.ingest.find import captures
from onrecord.ingest.formats import FORMATS, articles

__all__ = ["FORMATS", "LARGEST_BYTES", "Capture", "Hints", "articles", "captures"]
