"""`onrecord doctor`: versions, data, and a self-test through the whole pipeline."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import msgspec
import typer

from onrecord import __version__
from onrecord.cli import options
from onrecord.cli.output import Exit, console, plain, write
from onrecord.errors import OnrecordError
from onrecord.records import Article, Digest
from onrecord.records.ids import article_id

if TYPE_CHECKING:
    from onrecord.pipeline import Reader

PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy", "msgspec", "trafilatura", "SQLAlchemy")

# A public event, told as an agency would.
SAMPLE = (
    "WASHINGTON, April 11 — U.S. President Joe Biden met Japanese Prime Minister Fumio Kishida in Washington "
    "on Wednesday, the White House said. The two leaders discussed security in the region.\n"
)
SAMPLE_DAY = "2024-04-11"
EXPECTED = "a meeting in the United States on 2024-04-10, with a source"


class Report(msgspec.Struct, frozen=True):
    """What `doctor` found. `trouble` is None where all is well."""

    onrecord: str
    python: str
    machine: str
    packages: dict[str, str]
    made_by: str | None
    found: str | None
    trouble: str | None


def doctor(
    model: options.Model = None,
    spacy_pipeline: options.SpacyPipeline = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Say which versions, model and data are at work, and read one built-in article as a test.

    Exit status 0: all is well; 1: the test found too little; 2: the model or the data cannot be loaded.

    \b
    Example
      onrecord doctor
    """
    found, made_by, trouble = None, None, None
    status = Exit.FINE
    try:
        reader = _reader(model, spacy_pipeline)
        made_by = reader.made_by
        digest = reader.digest(_sample())
        found = _words(digest)
        if not as_expected(digest):
            status, trouble = Exit.REFUSED, f"the self-test expected {EXPECTED}"
    except OnrecordError as error:
        status, trouble = Exit.UNUSABLE, str(error)
    _print(
        Report(
            onrecord=__version__,
            python=platform.python_version(),
            machine=platform.platform(),
            packages={name: _version(name) for name in PACKAGES},
            made_by=made_by,
            found=found,
            trouble=trouble,
        ),
        format,
    )
    raise typer.Exit(status)


def _reader(model: options.Model, spacy_pipeline: options.SpacyPipeline) -> "Reader":
    from onrecord.pipeline import Reader
    from onrecord.settings import Settings

    return Reader(Settings(model=model, spacy_pipeline=spacy_pipeline))


def _sample() -> Article:
    return Article(
        id=article_id(SAMPLE, None, "self-test"), path="self-test", text=SAMPLE, published=SAMPLE_DAY
    )


def as_expected(digest: Digest) -> bool:
    """Whether the self-test's meeting was found with both countries, its day and a source."""
    return any(
        claim.kind == "meeting"
        and {"US", "JP"} <= {one.country for one in claim.participants}
        and claim.when is not None
        and claim.when.start == "2024-04-10"
        and bool(claim.sources)
        for claim in digest.engagements
    )


def _words(digest: Digest) -> str:
    from onrecord.cli import wording

    return "\n".join(
        f"{wording.what_words(claim)}: {wording.who_words(claim.participants)}; "
        f"{wording.when_words(claim.when)}; {wording.where_words(claim.place)}; "
        f"{claim.status}; {wording.sources_words(claim.sources)}"
        for claim in digest.engagements
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _print(report: Report, format_name: str) -> None:
    if format_name != options.TABLE:
        write([report], format_name)
        return
    from rich.table import Table

    rows = Table.grid(padding=(0, 2))
    for name, value in (
        ("onrecord", report.onrecord),
        ("python", f"{report.python} on {report.machine}"),
        ("packages", ", ".join(f"{name} {number}" for name, number in report.packages.items())),
        ("made by", report.made_by or "–"),
        ("read", SAMPLE.strip()),
        ("found", report.found or "nothing"),
    ):
        rows.add_row(plain(name, "dim"), plain(value))
    verdict = plain("all is well", "green") if report.trouble is None else plain(report.trouble, "red")
    rows.add_row(plain("verdict", "dim"), verdict)
    console().print(rows)
