"""Texts that are no prose, or too much of it: nothing fails, and the time does not run away."""

import time
from pathlib import Path

import pytest

from onrecord.ingest.language import other_language
from onrecord.pipeline import Reader, prose_of, take_in
from onrecord.records import Article, Block
from onrecord.settings import Settings

FIRST = "Anna Jan Olga Pavel Li Ruth Sam Ayla Jonas Berit Ilya Per Nils Vera Karl Iris Omar Lena Hugo Rita".split()
LAST = "Ek Berg Marn Drozd Wen Cole Holt Demir Weil Holm Klimov Lund Vik Sand Moe Roth Haas Korn Lind Bach".split()
NAMES = [f"{first} {last}" for first in FIRST for last in LAST]
PROSE = (
    "Russian President Vladimir Putin met Chinese leader Xi Jinping in Beijing on Wednesday, the Kremlin said. "
    "“We will work together,” Putin said, adding that Turkey's foreign minister would visit Moscow on Friday. "
    "Israel bombed a camp in Gaza on Sunday, killing 14 people, and two towns were hit, according to Reuters. "
)
HEADLINES = "Putin meets Xi in Beijing\nEU slaps sanctions on Belarus\nStrike kills 12 in Gaza\nKim: no nuclear deal\n"
SHAPES = {
    "names in a sentence": f"The summit in Oslo was attended by {', '.join(NAMES)} and Ada Byron on Friday.",
    "names in lines": "Guest list\n\n" + "\n".join(NAMES),
    "headlines": HEADLINES * 30,
    "capitals": (PROSE * 5).upper(),
    "bullets": "The week\n\n" + "\n".join(f"• {part}" for part in (PROSE * 5).split(". ")),
    "a table": "Visits to Oslo in May.\n\n"
    + "\n".join(f"| Norland {i} | {NAMES[i]} | {i} | {i % 28 + 1} May |" for i in range(200)),
    "quotes in quotes": "“" * 300 + "He said “we met ‘Xi’ in Beijing” and " * 100 + "”" * 300,
    "one word": "Moscow said on Monday " + "x" * 30_000,
    "one sentence": "Putin said that " + " and ".join(["Russia would meet China in Beijing"] * 250) + ".",
    "commas": "The ministers of Russia, China, Iran, " * 150,
    "brackets": "(" * 2_000 + "Putin met Xi in Beijing on Monday. " + ")" * 2_000,
    "dashes and rules": "— " * 500 + "\n=====\n-----\n" * 200 + "Putin met Xi in Beijing on Monday.",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_fails(shape: str, reader: Reader) -> None:
    """Every text is read, and every span lies within it."""
    text = SHAPES[shape]
    digest = reader.digest(Article(id="art-test", path="t", text=text, published="2025-05-05"))
    spans = [span for claim in digest.engagements for span in claim.evidence]
    spans += [span for actor in digest.actors for span in actor.mentions]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("shape", ["names in a sentence", "names in lines", "a table", "capitals"])
def test_names_are_no_other_language(shape: str, tmp_path: Path) -> None:
    """What holds hardly anything but names, or is in capitals, is not refused as foreign."""
    path = tmp_path / "text.txt"
    path.write_text(SHAPES[shape], encoding="utf-8")
    (item,) = take_in([str(path)], Settings())
    assert other_language(SHAPES[shape]) is None
    assert isinstance(item, Article) or item.reason == "there is no sentence in it"


def _seconds(reader: Reader, text: str) -> float:
    """Processor time of the rules on a text in one line; that of the language model grows evenly anyhow."""
    blocks = (Block(0, len(text), "body"),)
    article = Article(id="art-test", path="t", text=text, published="2025-05-05", blocks=blocks)
    doc = reader.parse(article)
    assert prose_of(article)
    start = time.process_time()
    reader._understand(article, doc)
    return time.process_time() - start


def test_a_long_line_takes_no_runaway_time(reader: Reader) -> None:
    """Four times the text takes less than ten times as long, whatever the line says again and again."""
    short = PROSE * 20
    reader.understand(Article(id="art-test", path="t", text=short, blocks=(Block(0, len(short), "body"),)))
    once, fourfold = _seconds(reader, short), _seconds(reader, short * 4)
    assert fourfold < 10 * max(once, 0.1), (once, fourfold)
