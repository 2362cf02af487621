"""Names in an article: where they stand, which title they are given, and whom or what they mean.

The language model marks names; the knowledge base adds states, demonyms and buildings that stand for
governments. A surname alone means the person whose full name the article gives, else one whom everybody
knows by it; everything else stays unresolved.
"""

from onrecord.extract.names.finding import find_names
from onrecord.extract.names.found import BODIES, Found

__all__ = ["BODIES", "Found", "find_names"]
