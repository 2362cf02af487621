"""Data → examples: every set, its split, what is left out, and where it is published.

| set | published at | train | development |
|---|---|---|---|
| UD English EWT 2.16 | https://github.com/UniversalDependencies/UD_English-EWT | train | dev |
| UD English GUM 2.16 | https://github.com/UniversalDependencies/UD_English-GUM | train | dev |
| CoNLL-2003 | https://www.clips.uantwerpen.be/conll2003/ner/ (texts: Reuters RCV1) | train | dev |
| CrossNER politics | https://github.com/zliucr/CrossNER | train | dev |
| PolNeAR | https://github.com/networkdynamics/PolNeAR | train | dev |
| sentences of agencies | made by `newswire` | all | - |

Test parts are never read. Left out of training: PolNeAR stretches that its annotators discarded (their
words carry no attribution loss), morphological features seen fewer than `MIN_FEATS` times or that no rule
reads, dependency labels seen fewer than `MIN_DEPREL` times.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import spacy

MIN_FEATS = 20
MIN_DEPREL = 10
KEPT_FEATS = frozenset(
    "Case Definite Degree Gender Mood Number NumType Person Polarity Poss PronType Reflex Tense VerbForm "
    "Voice".split()
)  # fmt: skip
CONLL_NAMES = {
    "person": "PERSON",
    "organization": "ORG",
    "organisation": "ORG",
    "location": "PLACE",
    "misc": "MISC",
}
CROSSNER_NAMES = {
    "politician": "PERSON", "person": "PERSON", "politicalparty": "ORG", "organisation": "ORG",
    "country": "PLACE", "location": "PLACE", "event": "EVENT", "election": "EVENT", "misc": "MISC",
}  # fmt: skip
GUM_NAMES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT"}
IGNORED = "?"
NEWSWIRE_DOCUMENTS = 350
"""Documents of `newswire`: a seventh of the words with trees."""


class Marked(msgspec.Struct, frozen=True):
    """One attribution as word ranges (half-open) of its article: a source, a cue, content, each in parts."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


class Example(msgspec.Struct):
    """One document, its words, and whichever layers its set annotates; empty lists are layers it lacks.

    `starts` holds the index of each sentence's first word; `heads` indexes words of the document, the root
    of a sentence pointing at itself; `names` are BIOES tags, `?` where nothing is known.
    """

    origin: str
    words: list[str]
    spaces: list[bool]
    paragraphs: list[bool]
    starts: list[int] = []
    upos: list[str] = []
    feats: list[str] = []
    heads: list[int] = []
    deprels: list[str] = []
    names: list[str] = []
    marked: list[Marked] = []
    attribution: bool = False
    ignored: list[tuple[int, int]] = []


def kept_feats(feats: str) -> str:
    """The features that a rule can use, in UD's order."""
    return "|".join(f for f in feats.split("|") if f.split("=")[0] in KEPT_FEATS) or "_"


def bioes(length: int, spans: list[tuple[int, int, str]]) -> list[str]:
    """Tags of `length` words for half-open, non-overlapping spans."""
    tags = ["O"] * length
    for start, end, label in spans:
        if end - start == 1:
            tags[start] = f"S-{label}"
            continue
        tags[start], tags[end - 1] = f"B-{label}", f"E-{label}"
        for i in range(start + 1, end - 1):
            tags[i] = f"I-{label}"
    return tags


def from_bio(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open spans of BIO tags."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate([*tags, "O"]):
        if spans and spans[-1][1] < 0 and (tag == "O" or tag.startswith("B-")):
            spans[-1] = (spans[-1][0], i, spans[-1][2])
        if tag.startswith("B-"):
            spans.append((i, -1, tag[2:]))
    return [s for s in spans if s[1] >= 0]


# --- Universal Dependencies ---------------------------------------------------------------------------------


def read_conllu(path: Path) -> Iterator[Example]:
    """Documents of a treebank."""
    document: list[tuple[bool, list[list[str]], list[bool]]] = []
    name, new_paragraph = "", True
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows: list[list[str]] = []
        spaces: list[bool] = []
        covered = 0
        for line in block.split("\n"):
            if line.startswith("# newdoc"):
                if document:
                    yield ud_example(name, document)
                document, name, new_paragraph = [], line.split("=")[-1].strip(), True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif not line.startswith("#"):
                row = line.split("\t")
                after = "SpaceAfter=No" not in row[9]
                if "-" in row[0]:
                    _, last = map(int, row[0].split("-"))
                    covered, token_after = last, after
                    continue
                if "." in row[0]:
                    continue
                if int(row[0]) < covered:
                    after = False
                elif int(row[0]) == covered:
                    after = token_after
                rows.append(row)
                spaces.append(after)
        document.append((new_paragraph, rows, spaces))
        new_paragraph = False
    yield ud_example(name, document)


def ud_example(name: str, sentences: list[tuple[bool, list[list[str]], list[bool]]]) -> Example:
    example = Example(name, [], [], [])
    for new_paragraph, rows, spaces in sentences:
        base = len(example.words)
        example.starts.append(base)
        for i, row in enumerate(rows):
            example.words.append(row[1])
            example.spaces.append(spaces[i] or i == len(rows) - 1)
            example.paragraphs.append(new_paragraph and i == 0)
            example.upos.append(row[3])
            example.feats.append(kept_feats(row[5]))
            example.heads.append(base + (int(row[6]) - 1 if row[6] != "0" else i))
            example.deprels.append(row[7])
    if name.startswith("GUM"):
        rows_all = [row for _, rows, _ in sentences for row in rows]
        example.names = gum_names(example, [row[9] for row in rows_all])
    return example


def gum_entities(misc: list[str]) -> list[tuple[int, int, str]]:
    """GUM's nested entities as half-open word ranges with their type."""
    done: list[tuple[int, int, str]] = []
    open_: list[tuple[str, int, str]] = []
    for i, field in enumerate(misc):
        found = re.search(r"Entity=([^|]*)", field)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1)) if found else ():
            body = part.strip("()").split("-")
            if part.startswith("("):
                open_.append((body[0], i, body[1] if len(body) > 1 else ""))
            if part.endswith(")"):
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == body[0]:
                        _, start, kind = open_.pop(k)
                        done.append((start, i + 1, kind))
                        break
    return done


def gum_names(example: Example, misc: list[str]) -> list[str]:
    """Names from GUM: runs of proper nouns, typed by the smallest entity whose head lies among them.

    GUM marks whole phrases ("the former president of France"); names in the news sense are the proper
    nouns at their heads, without titles. Left open is what other sets call MISC or do otherwise: objects and
    ideas with names, peoples ("Americans"), capitalised words outside, for GUM does not mark adjectives of
    nationality.
    """
    entities = sorted(gum_entities(misc), key=lambda e: e[1] - e[0])
    tags = [IGNORED if w[:1].isupper() and p not in ("PROPN", "PRON", "DET", "ADP", "VERB", "AUX") else "O"
            for w, p in zip(example.words, example.upos, strict=True)]  # fmt: skip
    proper = [p == "PROPN" and d != "nmod:desc" for p, d in zip(example.upos, example.deprels, strict=True)]
    starts = set(example.starts)
    i = 0
    while i < len(tags):
        if not proper[i]:
            if example.upos[i] == "PROPN":
                tags[i] = "O"
            i += 1
            continue
        j = i + 1
        while j < len(tags) and proper[j] and j not in starts and linked(example, i, j):
            j += 1
        top = next((k for k in range(i, j) if not i <= example.heads[k] < j or example.heads[k] == k), i)
        kind = next((t for s, e, t in entities if s <= top < e and phrase_head(example, s, e) == top), "")
        people = kind == "person" and "Number=Plur" in example.feats[top]
        label = None if people else GUM_NAMES.get(kind)
        tags[i:j] = bioes(j - i, [(0, j - i, label)]) if label else [IGNORED] * (j - i)
        i = j
    return tags


def linked(example: Example, start: int, word: int) -> bool:
    """Whether proper noun `word` hangs together with the run that begins at `start`."""
    return start <= example.heads[word] < word or any(example.heads[k] == word for k in range(start, word))


def phrase_head(example: Example, start: int, end: int) -> int:
    """The word of the phrase whose head lies outside of it."""
    return next(
        (k for k in range(start, end) if not start <= example.heads[k] < end or example.heads[k] == k), start
    )


# --- Names --------------------------------------------------------------------------------------------------

NO_SPACE_BEFORE = {
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    ")",
    "]",
    "%",
    "'s",
    "'",
    "n't",
    "'re",
    "'ve",
    "'ll",
    "'m",
    "'d",
}
NO_SPACE_AFTER = {"(", "[", "$"}


def guess_spaces(words: list[str]) -> list[bool]:
    """Whether a space follows each word, for sets that come without their text."""
    spaces = []
    quoted = False
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word == '"':
            quoted = not quoted
        closes = following == '"' and quoted
        opens = word == '"' and quoted
        spaces.append(not (following in NO_SPACE_BEFORE or closes or opens or word in NO_SPACE_AFTER))
    return spaces


def read_names(path: Path, mapping: dict[str, str], origin: str, chunk: int = 40) -> Iterator[Example]:
    """Runs of `chunk` consecutive sentences of a set with one word a line."""
    sentences = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        rows = [re.split(r"[\t ]+", line) for line in block.split("\n") if line.strip()]
        if rows:
            sentences.append(([r[0] for r in rows], from_bio([r[1] for r in rows])))
    for at in range(0, len(sentences), chunk):
        example = Example(origin, [], [], [])
        for words, spans in sentences[at : at + chunk]:
            base = len(example.words)
            example.starts.append(base)
            example.words += words
            example.spaces += [*guess_spaces(words)[:-1], True]
            headline = sum(w.isupper() for w in words) > len(words) / 2 or len(words) < 4
            example.paragraphs += [headline or not base] + [False] * (len(words) - 1)
            example.names += bioes(len(words), [(s, e, mapping[label]) for s, e, label in spans])
        yield example


# --- Attribution --------------------------------------------------------------------------------------------


def read_attributions(folder: Path) -> Iterator[Example]:
    """PolNeAR articles, one example an annotation (a few articles were annotated by several people)."""
    nlp = spacy.blank("en")
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = (folder / "text" / f"{path.stem.rsplit('_', 1)[0]}.txt").read_bytes().decode("utf-8")
        doc = nlp.make_doc(text)
        words = [t for t in doc if not t.is_space]
        example = Example(path.stem, [t.text for t in words], [], [], attribution=True)
        for token in words:
            before = doc[token.i - 1] if token.i else None
            gap = before is not None and before.is_space
            example.paragraphs.append(before is None or (gap and "\n" in before.text))
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            example.spaces.append(bool(token.whitespace_) or (after is not None and after.is_space))
        edges = [(t.idx, t.idx + len(t)) for t in words]
        example.marked, example.ignored = brat(path, edges)
        yield example


def brat(path: Path, edges: list[tuple[int, int]]) -> tuple[list[Marked], list[tuple[int, int]]]:
    """A brat file's attributions and discarded stretches, as word ranges."""

    def ranges(field: str) -> list[tuple[int, int]]:
        found = []
        for piece in field.split(" ", 1)[1].split(";"):
            start, end = map(int, piece.split())
            inside = [i for i, (a, b) in enumerate(edges) if a < end and b > start]
            if inside:
                found.append((inside[0], inside[-1] + 1))
        return found

    spans: dict[str, list[tuple[int, int]]] = {}
    ignored: list[tuple[int, int]] = []
    marked: list[Marked] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 2:
            spans[fields[0]] = ranges(fields[1])
            if fields[1].startswith("Discard"):
                ignored += spans[fields[0]]
        elif line.startswith("E") and len(fields) > 1:
            parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for role, target in (p.split(":") for p in fields[1].split()):
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(target, []))
            if parts["Cue"] and parts["Content"]:
                marked.append(Marked(*(tuple(sorted(parts[r])) for r in ("Source", "Cue", "Content"))))
    return marked, ignored


# --- All ----------------------------------------------------------------------------------------------------


def load(data: Path, part: str) -> dict[str, list[Example]]:
    """All examples of `part` ("train" or "dev") by set."""
    return {
        "ewt": list(read_conllu(data / f"syntax/en_ewt-ud-{part}.conllu")),
        "gum": list(read_conllu(data / f"syntax/en_gum-ud-{part}.conllu")),
        "conll": list(read_names(data / f"ner/conll2003/{part}.txt", CONLL_NAMES, "conll")),
        "crossner": list(
            read_names(data / f"ner/crossner_politics/{part}.txt", CROSSNER_NAMES, "crossner", 10)
        ),
        "polnear": list(read_attributions(data / f"attribution/polnear/{part}")),
    }


def label_lists(train: dict[str, list[Example]]) -> dict[str, list[str]]:
    """The closed lists that the heads choose from, most frequent first."""
    treebanks = train["ewt"] + train["gum"]
    upos = Counter(t for e in treebanks for t in e.upos)
    feats = Counter(t for e in treebanks for t in e.feats)
    deprels = Counter(t for e in treebanks for t in e.deprels)

    def listed(counts: Counter[str], least: int) -> list[str]:
        return [t for t, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]

    types = ("PERSON", "ORG", "PLACE", "EVENT", "MISC")
    return {
        "upos": listed(upos, 1),
        "feats": listed(feats, MIN_FEATS),
        "deprel": listed(deprels, MIN_DEPREL),
        "names": ["O", *(f"{p}-{t}" for t in types for p in "BIES")],
    }


TABLES = Path(__file__).resolve().parents[1] / "knowledge/tables"
LARGE_TOWN = 50_000


def other_names(data: Path) -> dict[str, list[str]]:
    """Names of today's world by type, which `noise.renamed` puts in place of those of 1996: facts of the
    knowledge base, sorted."""
    people = {row["person"] for path in sorted((data / "knowledge").glob("office_holders_*.csv"))
              for row in csv.DictReader(path.open(encoding="utf-8"))}  # fmt: skip
    towns = json.loads((data / "knowledge/cities.json").read_bytes()).values()
    countries = json.loads((data / "knowledge/countries.json").read_bytes())
    found = {
        "PERSON": people | {r["name"] for r in table("people")},
        "PLACE": {t["name"] for t in towns if t["population"] >= LARGE_TOWN}
        | {c["name"]["common"] for c in countries}
        | {r["name"] for r in table("places")},
        "ORG": {name for r in table("organisations") for name in (r["name"], *r["aliases"].split("|"))}
        | {r["name"] for r in table("outlets")},
    }
    return {
        k: sorted(
            n
            for n in v
            if n[:1].isupper() and not n.startswith("The ") and "(" not in n and len(n.split()) < 5
        )
        for k, v in found.items()
    }


def full_names(others: dict[str, list[str]]) -> list[str]:
    """People's names of two or three words."""
    return [name for name in others["PERSON"] if name.istitle() and 1 < len(name.split()) < 4]


def table(name: str) -> list[dict[str, str]]:
    """One of the knowledge base's typed tables."""
    lines = (TABLES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def main(data: Path, out: Path) -> None:
    """Write train and development examples, the label lists and the other names under `out`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "other-names.json").write_bytes(msgspec.json.encode(other_names(data)))
    from training import newswire  # which builds on this module

    for part in ("train", "dev"):
        sets = load(data, part)
        if part == "train":
            sets["newswire"] = newswire.documents(full_names(other_names(data)), NEWSWIRE_DOCUMENTS)
        (out / f"{part}.msgpack").write_bytes(msgspec.msgpack.encode(sets))
        for name, examples in sets.items():
            print(f"{part} {name}: {len(examples)} documents, {sum(len(e.words) for e in examples)} words, "
                  f"{sum(len(e.marked) for e in examples)} attributions")  # fmt: skip
        if part == "train":
            (out / "labels.json").write_bytes(msgspec.json.encode(label_lists(sets)))


def read_sets(path: Path) -> dict[str, list[Example]]:
    """What `main` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, list[Example]])
