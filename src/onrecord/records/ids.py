"""Ids: SHA-256 over JSON-framed parts, the same on every machine.

JSON framing keeps ("a", "b.c") and ("a.b", "c") apart, which joining with a separator would not.
"""

import hashlib
import json
from collections.abc import Sequence

IdPart = str | int | float | bool | None | Sequence["IdPart"]


def make_id(prefix: str, *parts: IdPart) -> str:
    """`prefix-` and 16 hexadecimal digits of the SHA-256 of `parts` as compact JSON."""
    framed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(framed.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def article_id(text: str, url: str | None, path_name: str) -> str:
    """Id of an article: its original text, and its address where known, else the name of its file."""
    return make_id("art", text, url or path_name)
