"""Bytes to text, or the reason why not. Nothing is guessed: that could alter the words of a source."""

import codecs
import re

from onrecord.records import Rejected

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_CONTROLS_ALLOWED = 0.01  # of the bytes; terminal logs and old feeds have a few


def decode(data: bytes) -> str | Rejected:
    """The text of UTF-8 (or of UTF-16 with its mark), without a byte order mark; line ends are kept.

    Returns a Rejected with an empty path where the bytes are empty, binary, or not UTF-8.
    """
    if not data.strip():
        return Rejected("", "the file is empty")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return Rejected("", "not text: it starts as UTF-16 and does not go on so")
    if what := binary(data):
        return Rejected("", f"not text but {what}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Rejected(
            "",
            f"not UTF-8: byte 0x{data[error.start]:02x} in line {line}; convert it first, "
            "for example with iconv -f WINDOWS-1252 -t UTF-8",
        )


def binary(data: bytes) -> str | None:
    """What kind of binary the bytes are, or None where they may be text in some encoding."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    sample = data[:_SAMPLE]
    if b"\x00" in sample or len(_CONTROL.findall(sample)) > _CONTROLS_ALLOWED * len(sample):
        return "binary data"
    return None
