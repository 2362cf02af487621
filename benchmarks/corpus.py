"""Makes article-length texts out of `examples/articles`, for measuring speed and memory.

usage: python benchmarks/corpus.py FOLDER [--count 200] [--words 500] [--seed 7]

Each text takes paragraphs of several examples in a new order, under one of their titles, with people and
states exchanged for others and days moved, so that no two texts tell the same thing. The same arguments give
the same bytes.
"""

import argparse
import datetime as dt
import html
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
FIRST_DAY = dt.date(2025, 3, 1)
DAYS = 250
MONTHS = "January February March April May June July August September October November December".split()
# each is exchanged for another of its own list, full names before the bare surnames they contain
PEOPLE = (
    ("Donald Trump", "Emmanuel Macron", "Friedrich Merz", "Keir Starmer", "Mark Carney", "Shigeru Ishiba"),
    ("Vladimir Putin", "Xi Jinping", "Narendra Modi", "Nikol Pashinyan", "Ilham Aliyev", "Masoud Pezeshkian"),
    ("Marco Rubio", "Abbas Araghchi", "Elina Valtonen", "Kaja Kallas", "Hakan Fidan", "Takeshi Iwaya"),
)
STATES = (
    ("Rwanda", "Armenia", "Cambodia", "Serbia", "Moldova", "Uruguay"),
    ("Britain", "India", "Japan", "Turkey", "Canada", "Norway"),
)


def paragraphs(path: Path) -> list[str]:
    """The title and the paragraphs of an example, whatever its format."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return [
            html.unescape(re.sub("<[^>]+>", "", p)) for p in re.findall(r"<(?:h1|p)[^>]*>(.*?)</", raw, re.S)
        ]
    if path.suffix in (".json", ".jsonl"):
        items = [json.loads(raw)] if path.suffix == ".json" else map(json.loads, raw.splitlines())
        return [line for item in items for line in (item["title"], *item["maintext"].split("\n"))]
    return [line.strip() for line in raw.splitlines() if line.strip()]


def exchange(text: str, draw: random.Random) -> str:
    """People, states and days of a text exchanged for others, every mention of one in the same way."""
    new: dict[str, str] = {}
    for names in (*PEOPLE, *STATES):
        others = draw.sample(names, len(names))
        new |= dict(zip(names, others, strict=True))
        new |= {a.split()[-1]: b.split()[-1] for a, b in zip(names, others, strict=True)}
    longest_first = sorted(new, key=lambda name: (-len(name), name))
    text = re.sub(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", lambda m: new[m.group()], text)
    by = draw.randrange(28)
    day = re.compile(r"\b(" + "|".join(MONTHS) + r") (\d{1,2})\b")
    return day.sub(lambda m: f"{m.group(1)} {(int(m.group(2)) + by) % 28 + 1}", text)


def compose(examples: list[list[str]], words: int, draw: random.Random) -> str:
    """One text of at least `words` words: a title, then paragraphs of examples picked one after the other."""
    parts, have = [draw.choice(examples)[0], ""], 0
    while have < words:
        body = draw.choice(examples)[1:]
        start = draw.randrange(len(body))
        for paragraph in body[start : start + draw.randint(2, 5)]:
            parts += [paragraph, ""]
            have += len(paragraph.split())
    return exchange("\n".join(parts), draw)


def corpus(count: int, words: int, seed: int) -> Iterator[tuple[str, str, dict[str, str]]]:
    """File stem, text and what its user would know, `count` times."""
    files = sorted(p for p in ARTICLES.iterdir() if not p.name.endswith(".meta.json"))
    examples = [found for found in map(paragraphs, files) if len(found) > 1]
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        day = FIRST_DAY + dt.timedelta(days=draw.randrange(DAYS))
        meta = {"outlet": f"Bench Courier {draw.randrange(40)}", "published": day.isoformat()}
        yield f"text-{number:05}", compose(examples, words, draw), meta


def main() -> None:
    """Writes the texts and their meta files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for stem, text, meta in corpus(asked.count, asked.words, asked.seed):
        (asked.folder / f"{stem}.txt").write_text(text, encoding="utf-8")
        (asked.folder / f"{stem}.meta.json").write_text(json.dumps(meta), encoding="utf-8")


if __name__ == "__main__":
    main()
