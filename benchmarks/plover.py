"""How often the PLOVER root between a marked source and target is right: `python -m benchmarks.plover --data FILE`.

FILE is a table (TSV) with the columns sentence, source, target, marked_sentence and gold_root, as the PLV
benchmark of political relations has it. Rows of even and odd number are reported apart: the rules were
developed on the even ones.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from onrecord.extract.attributions import attributions
from onrecord.extract.cast import Cast
from onrecord.extract.roots import ROOTS, root_between
from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Span
from onrecord.settings import Settings

MARKS = ("<s>", "</s>", "<t>", "</t>")


def unmarked(text: str) -> tuple[str, Span, Span]:
    """The sentence without its marks, and the first span of source and target; an empty span where unmarked."""
    plain: list[str] = []
    length, at = 0, 0
    found: dict[str, list[int]] = {mark: [] for mark in MARKS}
    while at < len(text):
        mark = next((mark for mark in MARKS if text.startswith(mark, at)), None)
        if mark is not None:
            found[mark].append(length)
            at += len(mark)
            continue
        plain.append(text[at])
        length, at = length + 1, at + 1
    spans = [
        Span(found[start][0], found[end][0]) if found[start] and found[end] else Span(0, 0)
        for start, end in (("<s>", "</s>"), ("<t>", "</t>"))
    ]
    return "".join(plain), spans[0], spans[1]


def roots(reader: Reader, marked: Sequence[str]) -> list[str | None]:
    """The root of each marked sentence."""
    answers: list[str | None] = []
    for text in marked:
        plain, source, target = unmarked(text)
        article = Article(id="row", path="row", text=plain, blocks=(Block(0, len(plain), "body"),))
        doc = reader.parse(article)
        cast = Cast(doc, article, reader.knowledge, reader.vocab)
        speeches = attributions(doc, article, cast, reader.vocab)
        answers.append(root_between(doc, source, target, cast, reader.vocab, speeches))
    return answers


def macro_f1(gold: Sequence[str], said: Sequence[str | None]) -> tuple[float, dict[str, tuple[float, float]]]:
    """Mean F1 over the roots that gold has, and precision and recall of each."""
    right = Counter(g for g, s in zip(gold, said, strict=True) if g == s)
    of_gold, of_said = Counter(gold), Counter(said)
    rates: dict[str, tuple[float, float]] = {}
    scores = []
    for root in ROOTS:
        if not of_gold[root]:
            continue
        precision = right[root] / of_said[root] if of_said[root] else 0.0
        recall = right[root] / of_gold[root]
        rates[root] = (precision, recall)
        scores.append(2 * precision * recall / (precision + recall) if precision + recall else 0.0)
    return (sum(scores) / len(scores) if scores else 0.0), rates


def main() -> None:
    """Prints macro-F1 and accuracy of all rows and of each half, and the rates of each root."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--wrong", action="store_true", help="print the rows of even number that came out wrong"
    )
    options = parser.parse_args()
    with options.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    said = roots(Reader(Settings()), [row["marked_sentence"] for row in rows])
    gold = [row["gold_root"] for row in rows]
    for name, part in (("all", slice(None)), ("even", slice(0, None, 2)), ("odd", slice(1, None, 2))):
        score, rates = macro_f1(gold[part], said[part])
        right = sum(g == s for g, s in zip(gold[part], said[part], strict=True)) / len(gold[part])
        print(f"{name:5} rows {len(gold[part])}  macro-F1 {score:.3f}  accuracy {right:.3f}")
        if name == "all":
            for root, (precision, recall) in rates.items():
                print(f"  {root:10} precision {precision:.2f}  recall {recall:.2f}")
    if options.wrong:
        for row, answer in list(zip(rows, said, strict=True))[::2]:
            if answer != row["gold_root"]:
                print(f"{row['gold_root']:10} {answer!s:10} {row['marked_sentence']}")


if __name__ == "__main__":
    main()
