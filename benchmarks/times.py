"""Speed and values of time expressions, beside dateparser in the same run.

    python -m benchmarks.times                    our own sentences (tests/extract/times/sentences.tsv)
    python -m benchmarks.times --table FILE       also a table of expressions with TIMEX3 values
    python -m benchmarks.times --write            also into benchmarks/results.md

FILE has the columns expression, document_date, timex3_type, timex3_value. Such tables have no sentences, so
that much in them cannot be decided from the words alone; `undecidable` says what is counted as such.
"""

import argparse
import csv
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import spacy

from onrecord.extract.times import find_times, resolve
from onrecord.records import Span

SENTENCES = Path(__file__).parents[1] / "tests" / "extract" / "times" / "sentences.tsv"
RESULTS = Path(__file__).with_name("results.md")
HEADING = "# Time expressions, beside dateparser"
ROUNDS = 5
Row = tuple[str, str]

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?"
# Rule 1: what is counted from something told before, or names no stretch by itself.
_TOLD_BEFORE = re.compile(
    r"\b(?:earlier|following|previous|that|same|then|once|latest|period|corresponding|comparable|later"
    r" that)\b"
    r"|year-(?:ago|earlier)|\byear ago$|^(?:the )?next (?:day|morning)|\b(?:first|second|eighth) day\b"
    r"|^(?:the )?(?:\d{4} )?(?:day|week|month|quarter|year|time|morning|period|fiscal year|full year)s?$"
    r"|^(?:a|an|the|few|several|five|ten|\d+)? ?(?:days|weeks|months|years|year|day|week)$|^\d+$(?<!\d{4})"
    r"|^\d+(?::\d+)? ?[ap]\.?m\.?$|^\d+ in the morning|\bten days$|overnight"
)
# Rule 2: a weekday, month or day of the year without its year, week or "last": the tense of its verb decides.
_BY_TENSE = re.compile(rf"\b{_WEEKDAY}\b|\b{_MONTH}(?![\w-])", re.IGNORECASE)
_FIXED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:last|next|this|coming|past|each|every)\b|nineteen", re.IGNORECASE
)


def granularity(value: str) -> str:
    """day, week, month, year …, by the shape of a TIMEX3 value; X are wild."""
    for name, shape in (
        ("reference", r"[A-Z]+_REF"),
        ("time", r".*T.+"),
        ("weekend", r"\d{4}-W..-WE"),
        ("week", r"\d{4}-W.{1,2}"),
        ("part", r"\d{4}-(?:Q.|H.|SP|SU|FA|WI)"),
        ("day", r"\d{4}-\d\d-\d\d"),
        ("month", r"\d{4}-\d\d(?:-XX)?"),
        ("year", r"\d{4}(?:-XX)*"),
        ("years", r"\d\d[\dX]?X?"),
    ):
        if re.fullmatch(shape, value):
            return name
    return "length" if value.startswith("P") else "other"


def undecidable(expression: str, value: str) -> str | None:
    """Why the words and the day of the document cannot give the value that the table has; None if they can.

    told before: counted from another date of the text, or a bare unit ("the quarter", "a year earlier").
    slip: the value is of another granularity than the words ("last week" a month, "1992" a day, a date a
    length), or leaves open what they fix ("last week": W and XX), or is of another year than written.
    """
    words = expression.lower().strip(" .,")
    if _TOLD_BEFORE.search(words):
        return "told before"
    kind = granularity(value)
    if kind in {"length", "other"} or re.search(r"-WXX|-QX", value):
        return "slip"
    for word, kinds in (
        (r"\bweek$", {"week"}),
        (r"\bweekend$", {"weekend"}),
        (r"\bmonth$", {"month"}),
        (
            r"\b(?:this|last|next) year$|^\d{4}$|\bof \d{4}$",
            {"year", "part"} if "quarter" in words else {"year"},
        ),
        (r"^" + _WEEKDAY + r"$", {"day"}),
        (r"\b(?:morning|evening|night|tonight)$", {"time"}),
        (r"^today$", {"day"}),
    ):
        if re.search(word, words) and kind not in kinds and not re.search(r"half|quarters", words):
            return "slip"
    written = re.search(r"\b(?:1[89]|20)\d\d\b", words)
    if written and kind in {"year", "day", "month"} and not value.startswith(written.group()):
        return "slip"
    return None


def by_tense(expression: str) -> bool:
    """Whether tense decides between two years or weeks."""
    return bool(_BY_TENSE.search(expression)) and not _FIXED.search(expression)


def same(found: str, wanted: str) -> bool:
    """Equal values, but for ways of writing: "199" and "199X", "W7" and "W07", "1997" and "1997-XX-XX"."""

    def plain(value: str) -> str:
        value = re.sub(r"(?:-XX)+$", "", re.sub(r"-W(\d)$", r"-W0\1", value))
        value = re.sub(r"T(\d\d)$", r"T\1:00", value)
        return value.ljust(4, "X") if re.fullmatch(r"\d\d\d?", value) else value

    return plain(found) == plain(wanted)


def dateparser_value(expression: str, day: date) -> str | None:
    """What dateparser makes of an expression on a day: an ISO day."""
    import dateparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        settings = {"RELATIVE_BASE": datetime(day.year, day.month, day.day), "PREFER_DATES_FROM": "past"}
        found = dateparser.parse(expression, languages=["en"], settings=settings)
    return found.date().isoformat() if found else None


def our_value(expression: str, day: date) -> str | None:
    found = resolve(expression, anchor=day)
    return found.value if found else None


def table(path: Path) -> Iterator[Row]:
    """Accuracy of DATE and TIME values on a table of expressions, ours and dateparser's."""
    with path.open(encoding="utf-8") as lines:
        rows = [
            (row["expression"], date.fromisoformat(row["document_date"]), row["timex3_value"])
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["timex3_type"] in {"DATE", "TIME"}
        ]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for expression, day, value in rows:
        why = undecidable(expression, value)
        groups = ["all", why or "decidable"]
        if why is None:
            groups.append("by tense" if by_tense(expression) else "by words alone")
        for group in groups:
            total[group] += 1
            right[group] += same(our_value(expression, day) or "", value)
        if why is None and granularity(value) == "day":
            total["dateparser, days"] += 1
            right["dateparser, days"] += dateparser_value(expression, day) == value
            total["ours, the same days"] += 1
            right["ours, the same days"] += our_value(expression, day) == value
    for group, count in sorted(total.items()):
        yield f"right, {group}", f"{right[group]} of {count}: {right[group] / count:.3f}"


def timed(work: Callable[[], int]) -> tuple[int, float]:
    """What `work` counted, and the processor seconds of its best round."""
    best, count = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.process_time()
        count = work()
        best = min(best, time.process_time() - start)
    return count, best


def speed() -> Iterator[Row]:
    """Sentences a second of finding and resolving, and expressions a second beside dateparser."""
    with SENTENCES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    text = "\n".join(row["sentence"] for row in rows)
    doc = spacy.blank("en").make_doc(text)
    prose = [Span(0, len(text))]
    count, seconds = timed(lambda: len(find_times(doc, published="2025-09-10", prose=prose)))
    rate = f"{len(rows) / seconds:,.0f} sentences/s"
    yield "find and resolve", f"{count} expressions in {len(rows)} sentences, {rate}"
    day = date(2025, 9, 10)
    found = [time.text for time in find_times(doc, published="2025-09-10", prose=prose) if time.type != "SET"]
    for name, value in (("ours", our_value), ("dateparser", dateparser_value)):
        read, seconds = timed(lambda value=value: sum(value(words, day) is not None for words in found))
        rate = f"{len(found) / seconds:,.0f} expressions/s"
        yield f"{name}, the same expressions alone", f"{read} of {len(found)} read, {rate}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--table", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = []
    for row in (*speed(), *(table(options.table) if options.table else ())):
        print(f"{row[0]:<42} {row[1]}", flush=True)
        rows.append(row)
    if options.write:
        write(rows, with_table=options.table is not None)


def write(rows: list[Row], *, with_table: bool) -> None:
    """Put the rows in place of the section of that name in results.md, or at its end."""
    command = "python -m benchmarks.times" + " --table FILE" * with_table + " --write"
    lines = "".join(f"| {name} | {value} |\n" for name, value in rows)
    section = f"{HEADING}\n\nMade by `{command}`, processor time on one core.\n\n| | |\n|---|---|\n{lines}"
    before, _, rest = RESULTS.read_text(encoding="utf-8").partition(f"{HEADING}\n")
    _, mark, after = rest.partition("\n# ")
    RESULTS.write_text(
        before.rstrip("\n") + "\n\n" + section + (f"\n# {after}" if mark else ""), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
