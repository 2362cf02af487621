"""Records out: one exporter a file, listed here. The command line offers what stands in `EXPORTERS`."""

from onrecord.export.exporter import Exporter
from onrecord.export.json_array import JSON_ARRAY
from onrecord.export.json_lines import JSON_LINES

EXPORTERS: tuple[Exporter, ...] = (JSON_ARRAY, JSON_LINES)

__all__ = ["EXPORTERS", "JSON_ARRAY", "JSON_LINES", "Exporter", "exporter_named"]


def exporter_named(name: str) -> Exporter:
    """The exporter called `name`.

    Raises:
        KeyError: no exporter has that name; the message lists those that exist.
    """
    for exporter in EXPORTERS:
        if exporter.name == name:
            return exporter
    raise KeyError(f"no exporter is called {name!r}; there are: {', '.join(each.name for each in EXPORTERS)}")
