"""The registry of formats."""

from pathlib import Path
from typing import get_args

from onrecord.ingest import FORMATS, Capture, articles
from onrecord.ingest.capture import FormatName
from onrecord.records import Rejected

DOCS = Path(__file__).parents[2] / "docs" / "ingest.md"


def test_every_format_is_listed_once_and_documented() -> None:
    """A capture of any format can be read, no suffix means two, and the page of the docs names them all."""
    assert tuple(format_.name for format_ in FORMATS) == get_args(FormatName)
    suffixes = [suffix for format_ in FORMATS for suffix in format_.suffixes]
    assert len(suffixes) == len(set(suffixes))
    page = DOCS.read_text(encoding="utf-8")
    assert [suffix for suffix in suffixes if f"`{suffix}`" not in page] == []


def test_every_format_refuses_nothing_and_rubbish_in_one_line() -> None:
    """Empty and binary captures give a refusal in every format, never an error."""
    for format_ in FORMATS:
        for data in (b"", b"\n\n", b"\x00\xff" * 50, b"\xef\xbb\xbf"):
            (refused,) = articles(Capture("a", data, format_.name))
            assert isinstance(refused, Rejected)
            assert refused.reason
            assert "\n" not in refused.reason
