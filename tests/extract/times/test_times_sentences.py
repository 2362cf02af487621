"""The table of sentences: written for this project, with the values a careful reader gives."""

import csv
from pathlib import Path

from time_documents import times

TABLE = Path(__file__).with_name("sentences.tsv")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def _wrong(row: dict[str, str]) -> tuple[int, list[str]]:
    """How many values a row wants, and those not given as wanted."""
    found = times(row["sentence"], row["published"] or None)
    wanted = [pair.rsplit("=", 1) for pair in row["expected"].split("; ") if pair]
    wrong, at = [], 0
    for words, value in wanted:
        start = row["sentence"].index(words, at)
        at = start + len(words)
        if not any(time.value == value for time in found if time.start < at and time.end > start):
            wrong.append(f"{words} in {row['sentence']!r}: {[(time.text, time.value) for time in found]}")
    return len(wanted), wrong


def test_values_of_the_table() -> None:
    """At least 98 of 100 values are right without a parse, by the words around them alone."""
    results = [_wrong(row) for row in _rows()]
    total = sum(count for count, _ in results)
    wrong = [message for _, messages in results for message in messages]
    assert total > 350
    assert len(wrong) <= 0.02 * total, "\n".join(wrong)


def test_no_date_where_there_is_none() -> None:
    """Names, counts, verbs and impossible dates give no day of the calendar."""
    invented = [
        (row["sentence"], time.text, time.value)
        for row in _rows()
        if not row["expected"]
        for time in times(row["sentence"], row["published"] or None)
        if time.first is not None
    ]
    assert invented == []
