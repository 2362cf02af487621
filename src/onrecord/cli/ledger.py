"""`onrecord ledger`: the engagements of a ledger, as of a day."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.filters import Country, Wanted
from onrecord.cli.output import console, trouble, write
from onrecord.cli.refusals import line
from onrecord.cli.wording import counted
from onrecord.errors import UsageError
from onrecord.records import Engagement, Rejected

REFUSED_SHOWN = 5  # lines below the table; a ledger of a large crawl may have refused thousands


def ledger(
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    who: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A participant: (part of) a name, or a country."),
    ] = None,
    where: Annotated[str | None, typer.Option(metavar="NAME", help="A place or a country.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="A kind of engagement: see `onrecord kinds`.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            parser=options.one_of(options.STATUSES, "status"),
            metavar="STATUS",
            help=", ".join(options.STATUSES) + ".",
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(parser=options.a_day, metavar="DAY", help="On or after this day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(parser=options.a_day, metavar="DAY", help="On or before this day.")
    ] = None,
    as_of: options.AsOf = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most this many.")] = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Print the engagements of a ledger with their status as of a day.

    \b
    Examples
      onrecord ledger
      onrecord ledger --who Erdogan --since 2025-09-01
      onrecord ledger --who IR --where Qatar --kind meeting --status planned
      onrecord ledger --as-of 2025-06-30 --format jsonl

    Countries go by their name or ISO code. The JSON is described in schemas/engagement.schema.json.
    """
    wanted = Wanted(who=who, where=where, kind=_known_kind(kind), status=status, since=since, until=until)
    from onrecord.store import open_store  # after the checks of what was asked: it takes a moment

    with open_store(ledger, create=False) as store:
        country = _country_codes()
        found: Iterator[Engagement] = (
            entry for entry in store.engagements(as_of=as_of) if wanted.fits(entry, country)
        )
        _print(islice(found, limit), format)
        if format == options.TABLE:
            _tell_refused(store.rejections())


def _tell_refused(refused: Sequence[Rejected]) -> None:
    """A reader who misses something should learn that its file never came in."""
    screen = trouble()
    for one in refused[:REFUSED_SHOWN]:
        screen.print(line(one))
    if len(refused) > REFUSED_SHOWN:
        screen.print(f"and {counted(len(refused) - REFUSED_SHOWN, 'other input')} refused")


def _country_codes() -> Country:
    from onrecord.knowledge import open_knowledge

    knowledge = open_knowledge()

    def code(asked: str) -> str | None:
        if state := knowledge.state(asked):
            return state.country
        return asked.upper() if len(asked) == 2 and asked.isalpha() else None

    return code


def _known_kind(kind: str | None) -> str | None:
    if kind is None:
        return None
    from onrecord.vocab import load_vocab

    known = sorted(load_vocab().kinds)
    if kind.lower() not in known:
        raise UsageError(f"there is no kind {kind!r}; there are: {', '.join(known)}")
    return kind.lower()


def _print(entries: Iterator[Engagement], format_name: str) -> None:
    if format_name != options.TABLE:
        write(entries, format_name)
        return
    from onrecord.cli.tables import ledger_table

    rows = list(entries)
    if not rows:
        trouble().print("no engagement of this ledger is like that")
        return
    screen = console()
    screen.print(ledger_table(rows, screen.width))
    trouble().print(f"{counted(len(rows), 'engagement')}; `onrecord show ID` tells all of one")
