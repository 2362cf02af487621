"""`onrecord explain`: why a sentence did or did not yield a claim."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.output import console, trouble, write
from onrecord.cli.wording import clipped
from onrecord.errors import LedgerError, UsageError
from onrecord.records import Article, Rejected, Span

if TYPE_CHECKING:
    from onrecord.settings import Settings

_QUOTES = {"'": "['‘’]", "‘": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


def explain(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="A file with one article, - for standard input, or the id of an article of the ledger.",
            show_default=False,
        ),
    ],
    at: Annotated[
        list[str] | None,
        typer.Option(
            "--at",
            metavar="TEXT",
            help="Words that stand in the sentence; without it, all sentences. May be given several times.",
        ),
    ] = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
    published: options.Published = None,
    outlet: options.Outlet = None,
    model: options.Model = None,
    spacy_pipeline: options.SpacyPipeline = None,
) -> None:
    """Say why a sentence did or did not yield a claim: the words tried as triggers, what each asked for and what
    refused it, who was found in which role, how status, day, place and sources were decided, what was merged.

    The article is read again, by the rules that are installed now, which note down what they do.

    \b
    Examples
      onrecord explain article.txt --at "agreed to meet"
      onrecord explain art-09c1 --ledger autumn.ledger --at "talks in Doha" --format jsonl
    """
    from onrecord.pipeline import Reader
    from onrecord.settings import Settings

    settings = Settings(model=model, spacy_pipeline=spacy_pipeline, published=published, outlet=outlet)
    found = _the_article(article, ledger, settings)
    spans = _places(found, at or ())
    made = Reader(settings).explain(found, spans)
    if format != options.TABLE:
        write(made, format)
        return
    from onrecord.cli.explained import explanation_view

    screen = console()
    for one in made:
        screen.print(explanation_view(one, found.text), end="\n\n")
    if not made:
        trouble().print("no sentence there")


def _the_article(asked: str, ledger: Path, settings: "Settings") -> Article:
    if asked.startswith("art-") and not Path(asked).exists():
        return _of_ledger(asked, ledger)
    from onrecord.pipeline import take_in

    found = list(take_in([asked], settings))
    articles = [one for one in found if isinstance(one, Article)]
    refused = [one for one in found if isinstance(one, Rejected)]
    if len(articles) == 1:
        return articles[0]
    if articles:
        raise UsageError(f"{asked}: holds {len(articles)} articles; name one file with one article")
    raise UsageError(f"{asked}: {refused[0].reason}" if refused else f"{asked}: there is no such file")


def _of_ledger(asked: str, ledger: Path) -> Article:
    from onrecord.store import open_store

    try:
        with open_store(ledger, create=False) as store:
            kept = store.digest(asked)
    except LedgerError as error:
        raise UsageError(f"{asked} is no file, and no article of a ledger: {error}") from error
    known = {name: getattr(kept.article, name) for name in kept.article.__struct_fields__}
    return Article(**known, text=kept.text, blocks=kept.blocks)


def _places(article: Article, wanted: Sequence[str]) -> list[Span]:
    if not wanted:
        return [Span(0, len(article.text))]
    found = []
    for words in wanted:
        spans = places_of(words, article.text)
        if not spans:
            raise UsageError(f"{article.path}: “{clipped(words)}” does not stand in it")
        found += spans
    return found


def places_of(words: str, text: str) -> list[Span]:
    """Where words stand in a text, whatever the case, the white space between them and the shape of quotes."""
    parts = ["".join(_QUOTES.get(c, re.escape(c)) for c in part) for part in words.split()]
    if not parts:
        return []
    return [Span(*match.span()) for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)]
