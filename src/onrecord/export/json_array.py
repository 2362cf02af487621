"""JSON: one array of records, indented for people to read."""

from collections.abc import Iterator

import msgspec

from onrecord.export.exporter import Exporter, Records


def write(records: Records) -> Iterator[bytes]:
    """`[`, the records indented by two and parted by commas, `]`. An empty array where there are none."""
    encoder = msgspec.json.Encoder()
    before = b"[\n"
    for record in records:
        yield before + msgspec.json.format(encoder.encode(record), indent=2)
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


JSON_ARRAY = Exporter(name="json", title="one indented JSON array", suffix=".json", write=write)
