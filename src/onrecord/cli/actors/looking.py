"""`onrecord actors list` and `show`."""

from typing import Annotated, get_args

import msgspec
import typer

from onrecord.cli import options
from onrecord.cli.output import console, plain, trouble, write
from onrecord.cli.wording import NOTHING, counted, when_words
from onrecord.knowledge.folding import fold
from onrecord.records import ArticleNote, Engagement
from onrecord.records.actor import ActorKind
from onrecord.records.judgement import KeptJudgement, LedgerActor

SHOWN = 40
"""Rows of a table of articles or engagements; JSON has all of them."""


class Naming(msgspec.Struct, frozen=True):
    """An article that names an actor, and how often."""

    article: ArticleNote
    mentions: int


class ActorView(msgspec.Struct, frozen=True):
    """One actor of a ledger with where it stands in it."""

    actor: LedgerActor
    articles: tuple[Naming, ...]
    engagements: tuple[str, ...]
    judgements: tuple[KeptJudgement, ...]


def list_actors(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Those whose name holds these words.", show_default=False),
    ] = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    kind: Annotated[
        str | None,
        typer.Option(
            parser=options.one_of(get_args(ActorKind), "kind of actor"),
            metavar="KIND",
            help=", ".join(get_args(ActorKind)) + ".",
        ),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="ISO code of the state it belongs to.")
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="Only those not in the knowledge base.")] = False,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """List the actors of a ledger, those named in most articles first.

    \b
    Examples
      onrecord actors list
      onrecord actors list klimov
      onrecord actors list --unknown --kind person --country RU
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        found = [
            one
            for one in store.actors()
            if (kind is None or one.kind == kind)
            and (country is None or one.country == country.upper())
            and not (unknown and one.known)
            and (name is None or any(_holds(called, name) for called in (one.name, *one.names)))
        ]
    if format != options.TABLE:
        write(found, format)
        return
    _print(found)


def _holds(name: str, words: str) -> bool:
    return f" {fold(words)}" in f" {fold(name)}"


def _print(found: list[LedgerActor]) -> None:
    from onrecord.cli.tables import table

    if not found:
        trouble().print("no actor of this ledger is like that")
        return
    rows = table("Id", "Name", "Kind", "Country", "Articles", "Also")
    for one in found:
        also = [name for name in one.names if name != one.name]
        rows.add_row(
            plain(one.id),
            plain(one.name),
            plain(one.kind),
            plain(one.country or NOTHING),
            plain(str(one.articles)),
            plain(", ".join((*also, *(known for known in one.ids if known != one.id)))),
        )
    console().print(rows)
    trouble().print(f"{counted(len(found), 'actor')}; `onrecord actors show ID` tells all of one")


def show(
    actor: Annotated[
        str,
        typer.Argument(metavar="ACTOR", help="Its id, the beginning of it, or a name.", show_default=False),
    ],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Show an actor: its names, offices, articles, engagements, and what was judged of it.

    \b
    Example
      onrecord actors show act-1c6d
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        one = store.actor(actor)
        named = store.articles_of(one)
        entries = [
            entry for entry in store.engagements() if any(who.actor == one.id for who in entry.participants)
        ]
        kept = tuple(judged for judged in store.judgements() if _concerns(judged, one))
    if format != options.TABLE:
        notes = tuple(Naming(article, times) for article, times in named)
        write([ActorView(one, notes, tuple(entry.id for entry in entries), kept)], format)
        return
    _print_one(one, named, entries, kept)


def _concerns(kept: KeptJudgement, actor: LedgerActor) -> bool:
    ids = {actor.id, *actor.ids}
    return any(one is not None and one.id in ids for one in (kept.judgement.one, kept.judgement.other))


def _print_one(
    actor: LedgerActor,
    named: tuple[tuple[ArticleNote, int], ...],
    entries: list[Engagement],
    kept: tuple[KeptJudgement, ...],
) -> None:
    from rich.table import Table

    from onrecord.cli.actors.deciding import judgement_words
    from onrecord.cli.tables import status_text, table

    facts = Table.grid(padding=(0, 2))
    for label, value in (
        ("id", actor.id),
        ("kind", actor.kind),
        ("country", actor.country or NOTHING),
        ("names", ", ".join(actor.names)),
        ("ids", ", ".join(actor.ids)),
        ("offices", "; ".join(actor.offices) or NOTHING),
        ("named in", f"{counted(actor.articles, 'article')}, {counted(actor.mentions, 'time')}"),
    ):
        facts.add_row(plain(label, "dim"), plain(value))
    screen = console()
    screen.print(plain(actor.name, "bold"))
    screen.print(facts)
    articles = table("Article", "Published", "Outlet", "Title", "Times")
    for note, times in named[:SHOWN]:
        cells = (note.id, note.published or "undated", note.outlet or NOTHING, note.title or note.path)
        articles.add_row(*(plain(cell) for cell in cells), plain(str(times)))
    screen.print(articles)
    if entries:
        rows = table("Id", "When", "Status", "Engagement")
        for entry in entries[:SHOWN]:
            rows.add_row(
                plain(entry.id), plain(when_words(entry.when)), status_text(entry.status), plain(entry.title)
            )
        screen.print(rows)
    for judged in kept:
        screen.print(plain(f"- {judgement_words(judged)}"))
