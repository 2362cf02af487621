"""JSON lines: one record a line, in the order given."""

from collections.abc import Iterator

import msgspec

from onrecord.export.exporter import Exporter, Records


def write(records: Records) -> Iterator[bytes]:
    """Each record as one line of UTF-8 JSON, with its newline."""
    encoder = msgspec.json.Encoder()
    for record in records:
        yield encoder.encode(record) + b"\n"


JSON_LINES = Exporter(name="jsonl", title="JSON lines, one record a line", suffix=".jsonl", write=write)
