"""`onrecord times`: the time expressions of articles and the days that they mean."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.output import Exit, Progress, console, plain, write
from onrecord.cli.refusals import Refusals
from onrecord.cli.wording import NOTHING
from onrecord.records import Rejected, Timex

Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        parser=options.a_day_or_month,
        metavar="DAY",
        help="When all these articles appeared, where you know better.",
    ),
]


def times(
    paths: options.Paths,
    date: Day = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
    processes: options.Processes = 1,
    model: options.Model = None,
    spacy_pipeline: options.SpacyPipeline = None,
) -> None:
    """Find the time expressions of articles and resolve each to a TIMEX3 value. Nothing is stored.

    \b
    Examples
      onrecord times article.txt                             a table to look at
      onrecord times articles/ --format jsonl                one JSON object an expression
      onrecord times note.txt --date 2025-09-03              "on Friday" counts from that day
      echo "They met on Friday." | onrecord times - --date 2025-09-03

    \b
    Each expression has
      start, end   its characters in the article's text, as `onrecord read` prints it
      type         DATE, TIME, DURATION or SET
      value        2025-09-03, 2025-W36, 2025-09, 2025-Q3, 2025-09-03T10:00, P3D, XXXX-WXX-1 (every Monday), ...
      mod          START, MID, END, APPROX, LESS_THAN, MORE_THAN, ...
      anchor       the day from which it was counted
      because      in words, why it means that

    An article that nothing dates keeps X for what is not known: XXXX-05-09. The values are described in
    docs/times.md.
    """
    from onrecord.run import times as times_of_all
    from onrecord.settings import Settings

    settings = Settings(model=model, spacy_pipeline=spacy_pipeline, processes=processes, published=date)
    with Progress.over(paths, shown=not sys.stdout.isatty()) as progress:
        refusals = Refusals(progress.screen)
        found = _accepted(times_of_all(paths, settings), refusals, progress)
        if format == options.TABLE:
            _print_tables(found)
        else:
            write(found, format)
        if not progress.seen and not _readable(paths):
            refusals.complain_if_none(paths)
    raise typer.Exit(Exit.REFUSED if refusals else Exit.FINE)


def _readable(paths: list[str]) -> bool:
    """Whether there is a file at all: an article without a time expression prints nothing either."""
    from onrecord.ingest import captures

    return "-" in paths or next(iter(captures(paths)), None) is not None


def _accepted(results: Iterable[Timex | Rejected], refusals: Refusals, progress: Progress) -> Iterator[Timex]:
    for result in results:
        progress.saw(result.path)
        if isinstance(result, Rejected):
            refusals.add(result)
        else:
            yield result


def _print_tables(found: Iterable[Timex]) -> None:
    from onrecord.cli.tables import table

    screen = console()
    for path, times_there in groupby(found, key=lambda time: time.path):
        rows = table("Where", "Words", "Type", "Value", "Because")
        for time in times_there:
            value = f"{time.value} {time.mod}" if time.mod else time.value
            because = time.because or NOTHING
            if time.anchor and time.anchor not in because:
                because += f" ({time.anchor})"
            cells = (f"{time.start}–{time.end}", " ".join(time.text.split()), time.type, value, because)
            rows.add_row(*(plain(cell) for cell in cells))
        screen.print(plain(path, "bold"))
        screen.print(rows)
