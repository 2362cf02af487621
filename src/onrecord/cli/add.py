"""`onrecord add`: articles into a ledger, each as soon as it is read."""

from typing import TYPE_CHECKING

import msgspec
import typer

from onrecord.cli import options
from onrecord.cli.output import Exit, Progress, console, plain, trouble, write
from onrecord.cli.refusals import Refusals
from onrecord.cli.wording import counted
from onrecord.knowledge.folding import fold
from onrecord.records import Article, Digest, Rejected

if TYPE_CHECKING:
    from onrecord.settings import Settings
    from onrecord.store import Store


class Added(msgspec.Struct):
    """What came of adding.

    `read_again` counts articles that were there, and of which another day or outlet is told now. `engagements`
    counts the whole ledger.
    """

    ledger: str
    added: int = 0
    read_again: int = 0
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
    new articles in the folder: what is in the ledger already is not read again, unless --published, --outlet
    or a NAME.meta.json tells another day or outlet of it than the ledger has; then the new reading counts.

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


class Known:
    """What a ledger holds by one version of the rules, and as what."""

    def __init__(self, store: "Store", made_by: str) -> None:
        self.store, self.made_by = store, made_by
        self.ids, self.told = store.known(made_by), store.told()
        self._otherwise: dict[str, str] = {}

    def holds(self, article: Article) -> bool:
        """Whether an article need not be read: it is there, and nothing else is told of it now."""
        if article.id not in self.ids:
            return False
        published, outlet = self.told[article.id]
        same_day = article.published in (None, published)
        same_outlet = article.outlet is None or fold(article.outlet) == fold(outlet or "")
        if same_day and same_outlet:
            return True
        now, before = (article.published, article.outlet), (published, outlet)
        mark = f"{self.made_by}; told {_words(*now)} after {_words(*before)}"
        self._otherwise[article.id] = mark
        return self.store.has(article.id, mark)

    def marked(self, digest: Digest) -> Digest:
        """A reading that differs from the one kept only in what was told is told apart by its maker's mark."""
        mark = self._otherwise.get(digest.article.id)
        return digest if mark is None else msgspec.structs.replace(digest, made_by=mark)


def _words(published: str | None, outlet: str | None) -> str:
    return f"{published or 'no day'}, {outlet or 'no outlet'}"


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

        there = Known(store, reader.made_by)
        for result in read_all(paths, settings, skip=there.holds, reader=reader, skipped=skipped):
            if isinstance(result, Rejected):
                progress.saw(result.path)
                store.reject(result)
                refusals.add(result)
            else:
                progress.saw(result.article.path)
                again = result.article.id in there.ids
                kept = store.add(there.marked(result))
                report.read_again += kept and again
                report.added += kept and not again
    if not report.added and not report.read_again and not report.there_already:
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
    again = f", {report.read_again} read again with what is known of it now" if report.read_again else ""
    refused = f", {len(report.refused)} refused" if report.refused else ""
    screen = console()
    screen.print(plain(f"{counted(report.added, 'article')} added{again}{already}{refused}."))
    holds = f"{report.ledger} holds {counted(report.engagements, 'engagement')}: "
    # not folded, so that the command can be copied
    screen.print(plain(f"{holds}onrecord ledger --ledger {report.ledger}"), soft_wrap=True)
