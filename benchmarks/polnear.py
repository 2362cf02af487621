"""Who says what in the articles of PolNeAR, from raw text: `python -m benchmarks.polnear --data FOLDER`.

FOLDER holds `text/` and `attributions/` of one part of PolNeAR (Newell, Margolin and Ruths, "An Attribution
Relations Corpus for Political News", LREC 2018). Three columns: what the language model marks, what
`onrecord read` prints after all rules, and of that what lies inside no other attribution: in PolNeAR a word
belongs to one attribution at most, so that none is marked inside another. Tokens are words of the text (spaCy's
rules); a span is a source, cue or content, each of its parts counted by itself. Overlap: spans that share at
least half of the longer. An attribution is found where its cue touches, and has the right source where the
sources overlap; it is whole where the contents overlap, too. Words that the annotators discarded are left out.
"""

import argparse
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from onrecord.clean import clean
from onrecord.extract import extract
from onrecord.pipeline import Reader
from onrecord.records import Article, Attribution, Span
from onrecord.settings import Settings
from training.evaluate import covered, f1, half, pairs, touches
from training.prepare import Example, Marked, read_attributions

COLUMNS = ("model", "product", "outermost")
ROLES = ("source", "cue", "content")
Spans = list[tuple[int, int]]
Said = tuple[Sequence[Span], Sequence[Span], Sequence[Span]]


def edges(text: str, example: Example) -> list[tuple[int, int]]:
    """First character and end of each word of the example in its text."""
    found, at = [], 0
    for word in example.words:
        at = text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def words_of(spans: Iterable[Span], places: Sequence[tuple[int, int]]) -> Spans:
    """Ranges of words that character spans touch."""
    starts, ends = [a for a, _ in places], [b for _, b in places]
    ranges = [(bisect_right(ends, s.start), bisect_left(starts, s.end)) for s in spans]
    return [(a, b) for a, b in ranges if a < b]


def read_all(reader: Reader, text: str, name: str) -> dict[str, list[Said]]:
    """What the model marks in a text and what the rules make of it, as character spans by column."""
    article = clean(Article(id=name, path=name, text=text), reader.knowledge)
    doc = reader.parse(article)
    marked = [
        ([u.source] if u.source else [], [u.cue], u.content)
        for u in doc.user_data["utterances"]
        if u.cue is not None and u.content
    ]
    found = extract(article, doc, reader.knowledge, reader.vocab).attributions
    outer = [attribution for attribution in found if attribution.inside is None]
    return {"model": marked, "product": [_said(a) for a in found], "outermost": [_said(a) for a in outer]}


def _said(attribution: Attribution) -> Said:
    source, cue = attribution.source, attribution.cue
    cues = [Span(cue.start, cue.end)] if cue is not None else []
    named = Span(source.start, source.end)
    return [] if named in cues else [named], cues, attribution.content


class Tally:
    """Counts of one column over all articles."""

    def __init__(self) -> None:
        self.roles = {role: Counter[str]() for role in ROLES}
        self.whole: dict[str, Counter[str]] = {
            "found": Counter(),
            "right source": Counter(),
            "whole": Counter(),
        }

    def add(self, said: Sequence[Said], example: Example, places: Sequence[tuple[int, int]]) -> None:
        """Counts one article."""
        ignored = covered(example.ignored)
        own = [tuple(words_of(part, places) for part in attribution) for attribution in said]
        own = [a for a in own if not covered(a[1]) & ignored]
        for index, role in enumerate(ROLES):
            true = sorted({span for m in example.marked for span in getattr(m, role)})
            spans = sorted({span for a in own for span in a[index] if not covered([span]) & ignored})
            a, b = covered(spans), covered(true)
            self.roles[role].update(
                right=len(a & b),
                found=len(a),
                gold=len(b),
                exact=len(set(spans) & set(true)),
                spans=len(spans),
                true=len(true),
                half=pairs([[s] for s in spans], [[s] for s in true], half),
            )
        for name, same in SAME.items():
            right = _paired(own, example.marked, same)
            self.whole[name].update(right=right, own=len(own), true=len(example.marked))

    def figures(self) -> dict[str, float]:
        """F1 in percent by name."""
        found: dict[str, float] = {}
        for role, t in self.roles.items():
            found[f"{role} token"] = f1(t["right"], t["found"], t["gold"])
            found[f"{role} exact"] = f1(t["exact"], t["spans"], t["true"])
            found[f"{role} overlap"] = f1(t["half"], t["spans"], t["true"])
        for name, t in self.whole.items():
            found[f"attribution {name}"] = f1(t["right"], t["own"], t["true"])
        return found


Parts = tuple[Spans, Spans, Spans]
SAME: dict[str, Callable[[Parts, Parts], bool]] = {
    "found": lambda own, true: touches(own[1], true[1]),
    "right source": lambda own, true: touches(own[1], true[1]) and half(own[0], true[0]),
    "whole": lambda own, true: touches(own[1], true[1]) and half(own[0], true[0]) and half(own[2], true[2]),
}


def _paired(own: Sequence[Parts], marked: Sequence[Marked], same: Callable[[Parts, Parts], bool]) -> int:
    left = list(own)
    right = 0
    for m in marked:
        gold = (list(m.source), list(m.cue), list(m.content))
        match = next((parts for parts in left if same(parts, gold)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def measure(reader: Reader, folder: Path, every: int = 1) -> dict[str, dict[str, float]]:
    """Figures of each column on every `every`-th article of a part."""
    tallies = {column: Tally() for column in COLUMNS}
    known: dict[str, dict[str, list[Said]]] = {}
    for example in list(read_attributions(folder))[::every]:
        stem = example.origin.rsplit("_", 1)[0]
        text = (folder / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        if stem not in known:
            known[stem] = read_all(reader, text, stem)
        places = edges(text, example)
        for column, tally in tallies.items():
            tally.add(known[stem][column], example, places)
    return {column: tally.figures() for column, tally in tallies.items()}


def main() -> None:
    """Prints the figures as a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="only every n-th article")
    options = parser.parse_args()
    figures = measure(Reader(Settings()), options.data, options.every)
    print("| F1, percent | " + " | ".join(COLUMNS) + " |\n|---|" + "---|" * len(COLUMNS))
    for name in figures["product"]:
        print(f"| {name} | " + " | ".join(f"{figures[column][name]:.1f}" for column in COLUMNS) + " |")


if __name__ == "__main__":
    main()
