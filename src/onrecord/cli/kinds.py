"""`onrecord kinds`: the kinds of engagement that the vocabulary knows."""

import msgspec

from onrecord.cli import options
from onrecord.cli.output import console, plain, write
from onrecord.cli.wording import NOTHING
from onrecord.records import Plover


class KindNote(msgspec.Struct, frozen=True):
    """A kind as this command prints it."""

    kind: str
    definition: str
    plover: Plover
    cameo: str
    speech: bool


def kinds(format: options.Format = options.TABLE) -> None:  # noqa: A002 - the option's name
    """List the kinds of engagement, what each means, and its PLOVER and CAMEO codes.

    \b
    Examples
      onrecord kinds
      onrecord kinds --format jsonl
    """
    from onrecord.vocab import load_vocab

    known = [
        KindNote(kind.kind, " ".join(kind.definition.split()), kind.plover, kind.cameo, kind.speech)
        for _, kind in sorted(load_vocab().kinds.items())
    ]
    if format != options.TABLE:
        write(known, format)
        return
    from onrecord.cli.tables import table

    rows = table("Kind", "Meaning", "PLOVER", "CAMEO")
    for kind in known:
        plover = " · ".join(part for part in (kind.plover.type, kind.plover.mode) if part)
        cells = (kind.kind, kind.definition, plover or NOTHING, kind.cameo)
        rows.add_row(*(plain(cell) for cell in cells))
    console().print(rows)
