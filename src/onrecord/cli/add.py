"""`onrecord add`: articles into a ledger, each as soon as it is read."""

import typer

from onrecord.cli import options
from onrecord.cli.output import Exit, Progress
from onrecord.cli.refusals import Refusals
from onrecord.records import Rejected


def add(
    paths: options.Paths,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    published: options.Published = None,
    outlet: options.Outlet = None,
    processes: options.Processes = 1,
    model: options.Model = None,
    spacy_pipeline: options.SpacyPipeline = None,
) -> None:
    """Read articles into a ledger, which is made where there is none.

    Every article is kept as soon as it is read. Run the same command again after an interruption, or with
    new articles in the folder: what is in the ledger already is not read again.

    \b
    Examples
      onrecord add articles/ --ledger autumn.ledger
      onrecord add articles/ more.jsonl --ledger autumn.ledger --processes 2
    """
    from onrecord.pipeline import Reader
    from onrecord.run import read as read_all
    from onrecord.settings import Settings
    from onrecord.store import open_ledger

    settings = Settings(
        model=model, spacy_pipeline=spacy_pipeline, processes=processes, published=published, outlet=outlet
    )
    with open_ledger(ledger) as store, Progress.over(paths) as progress:
        refusals = Refusals(progress.screen)
        reader = Reader(settings)
        for result in read_all(paths, settings, skip=store.known(reader.made_by), reader=reader):
            if isinstance(result, Rejected):
                progress.saw(result.path)
                store.reject(result)
                refusals.add(result)
            else:
                progress.saw(result.article.path)
                store.add(result)
                refusals.accepted += 1
    raise typer.Exit(Exit.REFUSED if refusals else Exit.FINE)
