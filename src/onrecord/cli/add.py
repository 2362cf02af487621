"""`onrecord add`: articles into a ledger, each as soon as it is read."""

from typing import TYPE_CHECKING

import msgspec
import typer

from onrecord.cli import options
from onrecord.cli.output import Exit, Progress, console, plain, trouble, write
from onrecord.cli.refusals import Refusals
from onrecord.cli.wording import counted
from onrecord.records import Article, Rejected

if TYPE_CHECKING:
    from onrecord.settings import Settings
    from onrecord.store import Store


class Added(msgspec.Struct):
    """What came of adding. `engagements` counts the whole ledger."""

    ledger: str
    added: int = 0
    there_already: int = 0
    refused: tuple[Rejected, ...] = ()
    engagements: int = 0


def add(
    paths: options.Paths,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    published: options.Published = None,
    outlet: options.Outlet = None,
    processes: options.Processes = 1,
    model: options.Model = None,
    spacy_pipeline: options.SpacyPipeline = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Read articles into a ledger, which is made where there is none.

    Every article is kept as soon as it is read. Run the same command again after an interruption, or with
    new articles in the folder: what is in the ledger already is not read again.

    \b
    Examples
      onrecord add articles/ --ledger autumn.ledger
      onrecord add articles/ more.jsonl --ledger autumn.ledger --processes 2
    """
    from onrecord.settings import Settings
    from onrecord.store import open_store

    settings = Settings(
        model=model, spacy_pipeline=spacy_pipeline, processes=processes, published=published, outlet=outlet
    )
    with open_store(ledger) as store:
        report = _fill(store, paths, settings)
    _print(report, format)
    raise typer.Exit(Exit.REFUSED if report.refused else Exit.FINE)


def _fill(store: "Store", paths: list[str], settings: "Settings") -> Added:
    from onrecord.pipeline import Reader
    from onrecord.run import read as read_all

    report = Added(str(store.path))
    reader = Reader(settings)
    refusals = Refusals(None)
    with Progress.over(paths) as progress:

        def skipped(article: Article) -> None:
            progress.saw(article.path)
            report.there_already += 1

        known = store.known(reader.made_by)
        for result in read_all(paths, settings, skip=known, reader=reader, skipped=skipped):
            if isinstance(result, Rejected):
                progress.saw(result.path)
                store.reject(result)
                refusals.add(result)
            else:
                progress.saw(result.article.path)
                report.added += store.add(result)
    if not report.added and not report.there_already:
        refusals.complain_if_none(paths)
    refusals.tell(trouble())
    report.refused = tuple(refusals.kept)
    # links are worked out here, so that the ledger's tables show engagements to other tools too
    report.engagements = len(store.engagements())
    return report


def _print(report: Added, format_name: str) -> None:
    if format_name != options.TABLE:
        write([report], format_name)
        return
    already = f", {report.there_already} there already" if report.there_already else ""
    refused = f", {len(report.refused)} refused" if report.refused else ""
    screen = console()
    screen.print(plain(f"{counted(report.added, 'article')} added{already}{refused}."))
    holds = f"{report.ledger} holds {counted(report.engagements, 'engagement')}: "
    # not folded, so that the command can be copied
    screen.print(plain(f"{holds}onrecord ledger --ledger {report.ledger}"), soft_wrap=True)
