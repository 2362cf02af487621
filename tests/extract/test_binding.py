"""Which day a deed gets, on sentences written for this project (bindings.tsv)."""

import calendar
import csv
from pathlib import Path

from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Claim

TABLE = Path(__file__).with_name("bindings.tsv")
FLOOR = 0.96  # measured 0.98; only ever raised


def _edge(day: str, last: bool) -> str:
    """First or last day (ISO) of a day, month or year."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return f"{day}-12-31" if last else f"{day}-01-01"
    if len(parts) == 2:
        return f"{day}-{calendar.monthrange(*parts)[1]:02d}" if last else f"{day}-01"
    return day


def _wanted(text: str) -> tuple[str, str] | None:
    if text == "-":
        return None
    first, _, last = text.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _day(claim: Claim) -> tuple[str | None, str | None] | None:
    return (claim.when.start, claim.when.end) if claim.when else None


def _read(reader: Reader, row: dict[str, str]) -> list[Claim]:
    text = row["text"]
    blocks = (Block(0, len(text), "body"),)
    article = Article(id="art-test", path="t", text=text, published=row["published"], blocks=blocks)
    return list(reader.understand(article).engagements)


def test_days_of_deeds(reader: Reader) -> None:
    """Of the deeds found, nearly all get the day that a careful reader gives them ("-": none)."""
    right, wrong = 0, []
    with TABLE.open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        claims = _read(reader, row)
        for part in row["when"].split("; "):
            kinds, _, day = part.partition("=")
            told = [claim for claim in claims if claim.kind in kinds.split("|")]
            best = next((claim for claim in told if _day(claim) == _wanted(day)), None)
            right += best is not None
            if best is not None:
                claims.remove(best)
            elif told:
                wrong.append(f"{part}: {[_day(claim) for claim in told]} in {row['text']!r}")
    assert right > 70
    assert right >= FLOOR * (right + len(wrong)), "\n".join(wrong)


def test_entries_take_the_date_at_their_head(reader: Reader) -> None:
    """In a list of dates what a line tells is of the date that opens it, in its later sentences too."""
    text = (
        "* March 3, 2022: Turkey and Iraq sign an accord in Baghdad. Iran condemns it.\n\n"
        "* June 9, 2023: Turkey sends troops to Iraq.\n"
    )
    days = {claim.kind: _day(claim) for claim in _read(reader, {"text": text, "published": "2024-01-10"})}
    assert days["agreement"] == days["accusation"] == _wanted("2022-03-03")
    assert days["mobilization"] == _wanted("2023-06-09")
