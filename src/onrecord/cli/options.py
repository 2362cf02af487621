"""Arguments and options that several commands share. Choices come from the registries."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

import typer

from onrecord.export import EXPORTERS
from onrecord.records import Status

TABLE = "table"
FORMATS: tuple[str, ...] = (TABLE, *(exporter.name for exporter in EXPORTERS))
STATUSES: tuple[str, ...] = get_args(Status)
DEFAULT_LEDGER = Path("onrecord.ledger")

_MONTH_OR_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def one_of(choices: Sequence[str], noun: str) -> Callable[[str], str]:
    """A parser that accepts one of `choices` in any case, and names them all where it does not."""

    def parse(value: str) -> str:
        if value.lower() in choices:
            return value.lower()
        raise typer.BadParameter(f"there is no {noun} {value!r}; there are: {', '.join(choices)}")

    return parse


def a_day(value: str) -> str:
    """A day as ISO text."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; write it like 2025-09-03") from None


def a_day_or_month(value: str) -> str:
    """A day or a month as ISO text."""
    if not _MONTH_OR_DAY.fullmatch(value):
        raise typer.BadParameter(f"{value!r} is no day or month; write it like 2025-09-03 or 2025-09")
    a_day(value if len(value) == 10 else f"{value}-01")
    return value


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders (with all below them) or patterns; - reads standard input. Text, HTML, "
        "news-please JSON, JSON lines. What you know of NAME.txt can stand in NAME.meta.json beside it: "
        "url, outlet, published, title.",
        show_default=False,
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format", "-f", parser=one_of(FORMATS, "format"), metavar="|".join(FORMATS), help="How to print it."
    ),
]
Ledger = Annotated[
    Path,
    typer.Option("--ledger", "-l", metavar="FILE", envvar="ONRECORD_LEDGER", help="The ledger."),
]
Published = Annotated[
    str | None,
    typer.Option(
        parser=a_day_or_month, metavar="DAY", help="When all these articles appeared, where you know better."
    ),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published all these articles, where you know better.")
]
Processes = Annotated[
    int,
    typer.Option("--processes", "-p", metavar="N", min=1, help="Worker processes. Changes no result."),
]
Model = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Another language model than the package's."),
]
SpacyPipeline = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="A spaCy pipeline for tags, parse and names; attributions stay with our model."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        parser=a_day,
        metavar="DAY",
        help="As it stood on this day; without it, on the day of the last article.",
    ),
]
