"""Figures of the shipped model on development parts, through the code that the product runs.

Gold tokens are given to `reading.read` as they stand (parse, names, attribution); the figures "from raw
text" go through `Annotator.annotate`. Overlap measures: F1 of spans that share at least half of their words
(intersection over the longer); an attribution is whole when its cue overlaps and content and source overlap
by half.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import yaml

from onrecord.annotate import Annotator, load_annotator
from onrecord.annotate.network import Network
from onrecord.annotate.reading import ROLES, Reading, read
from onrecord.records import Span
from training.prepare import Example, from_bio, read_sets

Figures = dict[str, float]
RATES = ("tokens a second", "by the clock")
RUNS = 3


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / (found + gold) if found + gold else 0.0


def chunks(e: Example, single: bool) -> Iterable[tuple[int, int]]:
    """Word ranges that are read at once: a sentence, or the document."""
    if single:
        yield from zip(e.starts, [*e.starts[1:], len(e.words)], strict=True)
    else:
        yield 0, len(e.words)


def run(network: Network, e: Example, a: int, b: int, starts: list[int] | None) -> Reading:
    paragraphs = list(e.paragraphs[a:b])
    paragraphs[0] = True
    return read(network, e.words[a:b], e.spaces[a:b], paragraphs, starts)


def syntax(network: Network, examples: list[Example], *, single: bool) -> Figures:
    """UPOS, features, UAS, LAS on gold tokens and sentences; sentence starts found in packed text."""
    words = upos = feats = uas = las = 0
    right = found = gold = 0
    for e in examples:
        for a, b in chunks(e, single):
            starts = [s - a for s in e.starts if a <= s < b]
            r = run(network, e, a, b, starts)
            words += b - a
            upos += sum(x == y for x, y in zip(r.upos, e.upos[a:b], strict=True))
            feats += sum(x == y for x, y in zip(r.feats, e.feats[a:b], strict=True))
            for i in range(b - a):
                if r.heads[i] + a == e.heads[a + i]:
                    uas += 1
                    las += r.deprels[i] == e.deprels[a + i]
        if not single:
            own = set(run(network, e, 0, len(e.words), None).starts)
            right, found, gold = right + len(own & set(e.starts)), found + len(own), gold + len(e.starts)
    figures = {
        "UPOS": 100 * upos / words,
        "features": 100 * feats / words,
        "UAS": 100 * uas / words,
        "LAS": 100 * las / words,
    }
    if not single:
        figures["sentence starts F1"] = f1(right, found, gold)
    return figures


def names(network: Network, examples: list[Example], *, single: bool, conll: bool = False) -> Figures:
    """Span F1; for CoNLL-2003, whose MISC holds events, EVENT counts as MISC."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for e in examples:
        for a, b in chunks(e, single):
            r = run(network, e, a, b, [s - a for s in e.starts if a <= s < b])
            own = {(s, t, "MISC" if conll and n == "EVENT" else n) for s, t, n in r.names}
            true = set(from_bio([t.replace("S-", "B-").replace("E-", "I-") for t in e.names[a:b]]))
            right.update(n for *_, n in own & true)
            found.update(n for *_, n in own)
            gold.update(n for *_, n in true)
    figures = {n: f1(right[n], found[n], gold[n]) for n in sorted(gold)}
    return {"F1": f1(right.total(), found.total(), gold.total()), **figures}


Spans = list[tuple[int, int]]


def pairs(own: list[Spans], true: list[Spans], same: Callable[[Spans, Spans], bool]) -> int:
    """How many can be paired, each once, first come first served."""
    left = list(own)
    right = 0
    for gold in true:
        match = next((s for s in left if same(s, gold)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def covered(spans: Spans) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def half(own: Spans, true: Spans) -> bool:
    a, b = covered(own), covered(true)
    return 2 * len(a & b) >= max(len(a), len(b)) if a and b else a == b


def touches(own: Spans, true: Spans) -> bool:
    return bool(covered(own) & covered(true))


def attribution(network: Network, examples: list[Example]) -> Figures:
    """Token, exact, overlap F1 of sources, cues, contents (every part a span), and whole attributions."""
    totals: dict[str, Counter[str]] = {}
    for e in examples:
        r = run(network, e, 0, len(e.words), None)
        ignored = covered(e.ignored)
        for role in ROLES:
            true = sorted({s for m in e.marked for s in getattr(m, role)})
            own = [s for s in r.marks[role] if not set(range(*s)) & ignored]
            t = totals.setdefault(role, Counter())
            a, b = covered(own), covered(true)
            t.update(right=len(a & b), found=len(a), gold=len(b))
            t.update(exact=len(set(own) & set(true)), spans=len(own), true=len(true))
            t.update(half=pairs([[s] for s in own], [[s] for s in true], half))
        t = totals.setdefault("whole", Counter())
        own_whole = whole(r, ignored)
        true_whole = [(list(m.source), list(m.cue), list(m.content)) for m in e.marked]
        t.update(spans=len(own_whole), true=len(true_whole))
        left = list(own_whole)
        for gold in true_whole:
            match = next(
                (x for x in left if touches(x[1], gold[1]) and half(x[2], gold[2]) and half(x[0], gold[0])),
                None,
            )
            if match is not None:
                left.remove(match)
                t["exact"] += 1
    figures: Figures = {}
    for role in ROLES:
        t = totals[role]
        figures[f"{role} token F1"] = f1(t["right"], t["found"], t["gold"])
        figures[f"{role} exact F1"] = f1(t["exact"], t["spans"], t["true"])
        figures[f"{role} overlap F1"] = f1(t["half"], t["spans"], t["true"])
    figures["whole attribution F1"] = f1(
        totals["whole"]["exact"], totals["whole"]["spans"], totals["whole"]["true"]
    )
    return figures


def whole(r: Reading, ignored: set[int]) -> list[tuple[Spans, Spans, Spans]]:
    """The reading's attributions as (source, cue, content) of word ranges."""
    from onrecord.annotate.annotator import attributed

    return [
        ([source] if source else [], [cue], contents)
        for source, cue, contents in attributed(r)
        if not set(range(*cue)) & ignored
    ]


def raw_news(model: Path | None, examples: list[Example]) -> Figures:
    """GUM's news from raw text: LAS over gold words; right when token, head and label agree."""
    annotator = load_annotator(model)
    las = gold = starts_right = starts_found = starts_gold = 0
    for e in examples:
        text, offsets = text_of(e)
        doc = annotator.annotate(text, [Span(0, len(text))])
        index = {(t.idx, t.idx + len(t)): t for t in doc}
        for i, span in enumerate(offsets):
            token = index.get(span)
            gold += 1
            if token is not None:
                head = (token.head.idx, token.head.idx + len(token.head))
                las += head == offsets[e.heads[i]] and token.dep_ == e.deprels[i]
        own = {next((t.idx for t in s if not t.is_space), -1) for s in doc.sents} - {-1}
        true = {offsets[i][0] for i in e.starts}
        starts_right, starts_found, starts_gold = (
            starts_right + len(own & true),
            starts_found + len(own),
            starts_gold + len(true),
        )
    return {"LAS": 100 * las / gold, "sentence starts F1": f1(starts_right, starts_found, starts_gold)}


def text_of(e: Example) -> tuple[str, list[tuple[int, int]]]:
    """A document's text, paragraphs set apart by blank lines, and its words' characters."""
    text, offsets = "", []
    for i, word in enumerate(e.words):
        if i and e.paragraphs[i]:
            text = text.rstrip() + "\n\n"
        offsets.append((len(text), len(text) + len(word)))
        text += word + (" " if e.spaces[i] else "")
    return text, offsets


def speed(model: Path, texts: list[str], processes: int) -> Figures:
    """The best of `RUNS` measurements, each figure by itself: other work on the machine only makes them worse."""
    runs = [speed_once(model, texts, processes) for _ in range(RUNS)]
    return {name: (max if name in RATES else min)(run[name] for run in runs) for name in runs[0]}


def speed_once(model: Path, texts: list[str], processes: int) -> Figures:
    """What `training.speed` measures in fresh processes side by side: rates summed, the worst of the rest."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as articles:
        json.dump(texts, articles)
        articles.flush()
        command = [sys.executable, "-m", "training.speed", str(model), articles.name]
        running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(processes)]
        answers: list[Figures] = [json.loads(p.communicate()[0]) for p in running]
    return {name: (sum if name in RATES else max)(answer[name] for answer in answers) for name in answers[0]}


DRESSES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "in lower case": str.lower,
    "without accents": lambda w: unicodedata.normalize("NFKD", w).encode("ascii", "ignore").decode() or w,
}


def robustness(network: Network, dev: dict[str, list[Example]]) -> dict[str, Figures]:
    """A part of the sets in other dress: what is lost when text comes in capitals, lower case, bare letters."""
    found: dict[str, Figures] = {}
    for dress, change in DRESSES.items():
        parse = syntax(network, [dressed(e, change) for e in dev["ewt"][::5]], single=True)
        named = names(network, [dressed(e, change) for e in dev["conll"][::5]], single=True, conll=True)
        said = attribution(network, [dressed(e, change) for e in dev["polnear"][::8]])
        found[f"A part, {dress}"] = {
            "EWT dev LAS": parse["LAS"],
            "CoNLL-2003 dev F1": named["F1"],
            "PolNeAR dev whole attribution F1": said["whole attribution F1"],
        }
    return found


def dressed(e: Example, change: Callable[[str], str]) -> Example:
    """A copy with every word changed."""
    other = copy.copy(e)
    other.words = [change(w) for w in e.words]
    return other


OWN = Path(__file__).resolve().parents[1] / "tests/gate/robust.yaml"
"""Our own short texts in hard dress."""
NAMED = ("PERSON", "ORG", "PLACE")


def own_set(annotator: Annotator) -> dict[str, Figures]:
    """By kind of dress: F1 of names, and how many of the sayings listed are found, in percent."""
    found: dict[str, Figures] = {}
    for dress, texts in yaml.safe_load(OWN.read_text(encoding="utf-8")).items():
        right = own = gold = said = told = 0
        for item in texts:
            doc = annotator.annotate(item["text"], [Span(0, len(item["text"]))])
            true = Counter((name, label) for label in NAMED for name in item.get(label, ()))
            marked = Counter((e.text, e.label_) for e in doc.ents if e.label_ in NAMED)
            right, own, gold = right + (true & marked).total(), own + marked.total(), gold + true.total()
            pairs_found = [
                (doc.text[u.source.start : u.source.end], doc.text[u.cue.start : u.cue.end])
                for u in doc.user_data["utterances"]
                if u.source and u.cue
            ]
            told += len(item.get("said", ()))
            said += sum(
                any(source in s and cue in c for s, c in pairs_found) for source, cue in item.get("said", ())
            )
        found[f"Our own set, {dress}"] = {
            "names F1": f1(right, own, gold),
            "sayings found": 100 * said / told,
        }
    return found


def figures(prepared: Path, model: Path | None) -> dict[str, Figures]:
    """Everything, by set."""
    from onrecord.annotate.annotator import HOME

    network = Network(model or HOME)
    dev = read_sets(prepared / "dev.msgpack")
    news = [e for e in dev["gum"] if e.origin.startswith("GUM_news")]
    articles = [text_of(e)[0] for e in dev["polnear"][:40]]
    return {
        "EWT dev, a sentence a window": syntax(network, dev["ewt"], single=True),
        "EWT dev, packed": syntax(network, dev["ewt"], single=False),
        "GUM dev, packed": syntax(network, dev["gum"], single=False),
        "GUM dev news, packed": syntax(network, news, single=False),
        "GUM dev news, from raw text": raw_news(model, news),
        "CoNLL-2003 dev, a sentence a window": names(network, dev["conll"], single=True, conll=True),
        "CoNLL-2003 dev, packed": names(network, dev["conll"], single=False, conll=True),
        "CrossNER politics dev, a sentence a window": names(network, dev["crossner"], single=True),
        "PolNeAR dev": attribution(network, dev["polnear"]),
        **robustness(network, dev),
        **own_set(load_annotator(model)),
        "Speed, one process, one thread": speed(model or HOME, articles, 1),
        "Speed, two processes of one thread": speed(model or HOME, articles, 2),
    }
