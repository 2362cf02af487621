"""`onrecord read`: articles in, the read form out, nothing stored."""

import sys
from collections.abc import Iterable, Iterator

import typer

from onrecord.cli import options
from onrecord.cli.output import Exit, Progress, console, write
from onrecord.cli.refusals import Refusals
from onrecord.records import Digest, Rejected


def read(
    paths: options.Paths,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
    published: options.Published = None,
    outlet: options.Outlet = None,
    processes: options.Processes = 1,
    model: options.Model = None,
    spacy_pipeline: options.SpacyPipeline = None,
) -> None:
    """Read articles and print what they put on record. Nothing is stored.

    \b
    Examples
      onrecord read article.txt                 a summary to look at
      onrecord read articles/ --format jsonl    one JSON object an article
      onrecord read page.html --published 2025-09-03 --outlet "Le Point"
      curl -s https://example.org/story | onrecord read -

    The JSON is described in schemas/read.schema.json.
    """
    from onrecord.run import read as read_all
    from onrecord.settings import Settings

    settings = Settings(
        model=model, spacy_pipeline=spacy_pipeline, processes=processes, published=published, outlet=outlet
    )
    # where results go to the screen themselves, they are the progress
    with Progress.over(paths, shown=not sys.stdout.isatty()) as progress:
        refusals = Refusals(progress.screen)
        digests = _accepted(read_all(paths, settings), refusals, progress)
        if format == options.TABLE:
            _print_tables(digests)
        else:
            write(digests, format)
        if not progress.seen:
            refusals.complain_if_none(paths)
    raise typer.Exit(Exit.REFUSED if refusals else Exit.FINE)


def _accepted(
    results: Iterable[Digest | Rejected], refusals: Refusals, progress: Progress
) -> Iterator[Digest]:
    for result in results:
        if isinstance(result, Rejected):
            progress.saw(result.path)
            refusals.add(result)
        else:
            progress.saw(result.article.path)
            yield result


def _print_tables(digests: Iterable[Digest]) -> None:
    from onrecord.cli.tables import digest_table

    screen = console()
    for digest in digests:
        screen.print(digest_table(digest), end="\n\n")
