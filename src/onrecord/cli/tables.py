"""Records as tables for a screen."""

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli import wording
from onrecord.cli.output import plain
from onrecord.records import Claim, Digest, Engagement, Finding, Testimony
from onrecord.records.digest import ReadArticle

STATUS_STYLES: dict[str, str] = {
    "happened": "green",
    "ongoing": "green",
    "confirmed": "cyan",
    "planned": "cyan",
    "possible": "yellow",
    "rumoured": "yellow",
    "postponed": "magenta",
    "cancelled": "magenta",
    "lapsed": "magenta",
    "denied": "red",
    "disputed": "red",
}


NARROW = 100  # characters; below, the columns of the ledger would be too thin to read
WHOLE = frozenset({"Id", "When", "Published", "Status", "Kind", "Article", "Claim", "CAMEO", "Support"})


def status_text(status: str, hedged: bool = False) -> Text:
    """The status in its colour."""
    return plain(wording.status_words(status, hedged), STATUS_STYLES.get(status, ""))


def table(*columns: str) -> Table:
    """A table of these columns. Ids, days and the like are never cut or folded."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for name in columns:
        made.add_column(name, no_wrap=name in WHOLE, overflow="fold")
    return made


def article_words(article: ReadArticle) -> str:
    """Outlet, day and bounds of an article."""
    outlet = article.outlet or "outlet unknown"
    if article.original_outlet and article.original_outlet != article.outlet:
        outlet += f" (reprint of {article.original_outlet})"
    return " · ".join(part for part in (outlet, _published(article), "cut short" * article.truncated) if part)


def _published(article: ReadArticle) -> str:
    if article.published or not article.dated_between:
        return article.published or "undated"
    first, last = article.dated_between
    return f"undated, between {first or '?'} and {last or '?'}"


def heading(article: ReadArticle) -> Group:
    """Title, outlet, day, file and id."""
    return Group(
        plain(article.title or "(no title)", "bold"),
        plain(article_words(article)),
        plain(f"{article.path} · {article.id}", "dim"),
    )


def sourcing_line(digest: Digest) -> Text:
    """How much of the text is quoted, attributed, reported and interpretation, in percent."""
    shares = " · ".join(f"{sourcing} {share:.0%}" for sourcing, share in digest.sourcing.items() if share)
    return plain(shares or "no sentence", "dim")


def digest_table(digest: Digest) -> Group:
    """One article: what it is, the engagements it tells of, the findings."""
    parts: list[RenderableType] = [heading(digest.article)]
    parts.append(sourcing_line(digest))
    parts.append(claims_table(digest) if digest.engagements else plain("no engagement found", "dim"))
    parts += [finding_text(finding, digest.text) for finding in digest.findings]
    return Group(*parts)


def claims_table(digest: Digest) -> Table:
    """The engagements of one article, in the order of its text."""
    rows = table("When", "Status", "What", "Who", "Where", "On whose word")
    for claim in digest.engagements:
        rows.add_row(*_claim_cells(claim))
    return rows


def _claim_cells(claim: Claim) -> Sequence[Text]:
    return (
        plain(wording.when_words(claim.when)),
        status_text(claim.status, claim.hedged),
        plain(wording.what_words(claim, "\n")),
        plain(wording.who_words(claim.participants)),
        plain(wording.where_words(claim.place)),
        plain(wording.sources_words(claim.sources)),
    )


def finding_text(finding: Finding, text: str | None = None) -> Text:
    """A finding with the words it is about, where the text is at hand."""
    line = plain(f"! {finding.check}: ", "bold red").append_text(plain(finding.message))
    if text is not None:
        line.append_text(plain(f" “{wording.clipped(text[finding.start : finding.end])}”", "dim"))
    if finding.suggests:
        line.append_text(plain(f" → {finding.suggests}"))
    return line


def ledger_table(engagements: Iterable[Engagement], width: int) -> Table:
    """One row an engagement, for a screen `width` characters wide."""
    narrow = width < NARROW
    rows = (
        table("Id", "Engagement")
        if narrow
        else table("Id", "When", "Status", "What", "Who", "Where", "Support")
    )
    rows.caption = "Support: independent origins / articles. !: a check found something."
    rows.caption_justify = "left"
    for entry in engagements:
        cells = _entry_cells(entry, narrow)
        rows.add_row(plain(entry.id), *([_stacked(cells)] if narrow else cells))
    return rows


def _entry_cells(entry: Engagement, narrow: bool) -> list[Text]:
    doubtful = any(one.check != "copy" for one in entry.findings)  # a reprint is no fault of what it tells
    return [
        plain(wording.when_words(entry.when)),
        status_text(entry.status),
        plain(wording.what_words(entry, " · " if narrow else "\n") + " !" * doubtful),
        plain(wording.who_words(entry.participants)),
        plain(wording.where_words(entry.place)),
        plain(f"{entry.support.independent}/{entry.support.articles}"),
    ]


def _stacked(cells: Sequence[Text]) -> Text:
    """The cells of a wide row one after the other."""
    return Text(" · ").join(cell for cell in cells if cell.plain != wording.NOTHING)


def engagement_view(entry: Engagement) -> Group:
    """One engagement with all that is known of it."""
    facts = Table.grid(padding=(0, 2))
    for name, value in (
        ("id", plain(entry.id)),
        ("status", status_text(entry.status)),
        ("what", plain(wording.what_words(entry))),
        ("codes", plain(wording.codes_words(entry))),
        ("when", plain(wording.when_words(entry.when))),
        ("where", plain(wording.where_words(entry.place))),
        ("who", plain(wording.roles_words(entry.participants))),
        (
            "support",
            plain(wording.support_words(entry.support)),
        ),
    ):
        facts.add_row(plain(name, "dim"), value)
    return Group(
        plain(entry.title, "bold"),
        facts,
        *_section("History", [_history(entry)]),
        *_section("Claims", _claims(entry)),
        *_section("Findings", [finding_text(finding) for finding in entry.findings]),
        *_section("Linked because", [plain(f"- {reason}") for reason in entry.linked_because]),
    )


def _section(name: str, parts: Sequence[RenderableType]) -> list[RenderableType]:
    return [plain(f"\n{name}", "bold"), *parts] if parts else []


def _history(entry: Engagement) -> Table:
    rows = table("Published", "Status", "Article", "Claim")
    for step in entry.history:
        rows.add_row(
            plain(step.published or wording.NOTHING),
            status_text(step.status),
            plain(step.article or wording.NOTHING),
            plain(step.claim or wording.NOTHING),
        )
    return rows


def _claims(entry: Engagement) -> list[RenderableType]:
    return [part for claim in entry.claims for part in _claim(claim)]


def _claim(claim: Testimony) -> Iterator[RenderableType]:
    note = claim.article
    told = " · ".join(part for part in (note.published or "undated", note.outlet, note.title) if part)
    status = status_text(claim.status, claim.hedged)
    yield plain("• ").append_text(status).append_text(plain(f" — {told}"))
    yield _indented(plain(f"on the word of: {wording.sources_words(claim.sources)}"))
    for piece in claim.evidence:
        where = plain(f" {note.path} {piece.start}–{piece.end}", "dim")
        yield _indented(plain(f"“{wording.clipped(piece.text, 600)}”").append_text(where))
    yield _indented(plain(f"{claim.id} in {note.id}", "dim"))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))
