"""`onrecord article`: an article's text with what was found in it."""

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.output import console, write


def article(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its id, or the beginning of it.", show_default=False)
    ],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Print an article of the ledger with what was found in its text marked in colour.

    \b
    Examples
      onrecord article art-09c1
      onrecord article art-09c1 --format json        its read form
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        digest = store.digest(article)
    if format != options.TABLE:
        write([digest], format)
        return
    from onrecord.cli.marks import legend, marked_text
    from onrecord.cli.tables import claims_table, finding_text, heading, sourcing_line

    screen = console()
    screen.print(heading(digest.article), end="\n\n")
    screen.print(marked_text(digest), end="\n\n")
    if screen.color_system:
        screen.print(legend())
    screen.print(sourcing_line(digest))
    if digest.engagements:
        screen.print(claims_table(digest))
    for finding in digest.findings:
        screen.print(finding_text(finding, digest.text))
