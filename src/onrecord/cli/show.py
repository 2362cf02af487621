"""`onrecord show`: one engagement with all that is known of it."""

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.output import console, write


def show(
    engagement: Annotated[
        str, typer.Argument(metavar="ENGAGEMENT", help="Its id, or the beginning of it.", show_default=False)
    ],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    as_of: options.AsOf = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Print one engagement: its history, every claim with its evidence and on whose word, and its findings.

    \b
    Examples
      onrecord show eng-4f2a
      onrecord show eng-4f2a --as-of 2025-06-30 --format json
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        entry = store.engagement(engagement, as_of=as_of)
    if format != options.TABLE:
        write([entry], format)
        return
    from onrecord.cli.tables import engagement_view

    console().print(engagement_view(entry))
