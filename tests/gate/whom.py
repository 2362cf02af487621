"""Scores whom the rules take the mentions of `mentions.yaml` for."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from onrecord.knowledge import Knowledge
from onrecord.pipeline import Reader
from onrecord.records import Actor, Article, Block, Digest
from onrecord.records.ids import article_id

MENTIONS = Path(__file__).parent / "mentions.yaml"
MARKED = re.compile(r"\[([^\[\]]*?)\s+([=~])\s+([^\[\]]*?)\]", re.S)
ID = re.compile(r"Q\d+|kb-\S+|geonames-\d+")


class Marked(msgspec.Struct, frozen=True):
    """A mention with its answers: each a set of names or ids, "+" before those who are new; () for nobody known."""

    start: int
    end: int
    reference: bool
    answers: tuple[tuple[str, ...], ...]


class Case(msgspec.Struct, frozen=True):
    """A text to read and the mentions marked in it."""

    article: Article
    mentions: tuple[Marked, ...]


class Judged(msgspec.Struct, frozen=True):
    """A mention with what was made of it. `right` None: rightly given to nobody."""

    case: Case
    mention: Marked
    given: tuple[str, ...]
    right: bool | None
    known: bool = False

    @property
    def words(self) -> str:
        """The words of the mention."""
        return self.case.article.text[self.mention.start : self.mention.end]


def cases() -> Iterator[Case]:
    """All cases of the file, in order."""
    for item in yaml.safe_load(MENTIONS.read_text(encoding="utf-8"))["texts"]:
        yield _case(item)


def _case(item: dict[str, Any]) -> Case:
    parts = [str(item[key]) for key in ("title", "text") if key in item]
    text, mentions = _unmark("\n\n".join(parts))
    body = len(text) - len(_unmark(parts[-1])[0])
    blocks = (Block(body, len(text), "body"),)
    if body:
        blocks = (Block(0, body, "title"), *blocks)
    article = Article(
        id=article_id(text, None, "mention"),
        path="mention",
        text=text,
        published=str(item["published"]),
        blocks=blocks,
    )
    return Case(article, tuple(mentions))


def _unmark(marked: str) -> tuple[str, list[Marked]]:
    text, mentions, last = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        start, last = len(text), match.end()
        text += match[1]
        answers = [
            () if part.strip() == "?" else tuple(" ".join(name.split()) for name in part.split(";"))
            for part in match[3].split("|")
        ]
        mentions.append(Marked(start, len(text), match[2] == "~", tuple(answers)))
    return text + marked[last:], mentions


def judge(case: Case, digest: Digest, knowledge: Knowledge) -> Iterator[Judged]:
    """What was made of each mention of a text."""
    for mention in case.mentions:
        words = digest.text[mention.start : mention.end]
        start = mention.start + max(words.rstrip("'s’ ").rfind(" ") + 1, 0)
        over = [
            actor
            for actor in digest.actors
            if any(span.start < mention.end and start < span.end for span in actor.mentions)
        ]
        right = any(_same(answer, over, knowledge) for answer in mention.answers if answer)
        nobody = not any(_known(actor) for actor in over)
        if not right and nobody and () in mention.answers:
            yield Judged(case, mention, (), None)
        else:
            yield Judged(case, mention, tuple(actor.name for actor in over), right, not nobody)


def _known(actor: Actor) -> bool:
    return not actor.id.startswith("act-")


def _same(answer: tuple[str, ...], over: list[Actor], knowledge: Knowledge) -> bool:
    return len(answer) == len(over) and all(
        any(_is(name, actor, knowledge) for actor in over) for name in answer
    )


def _is(name: str, actor: Actor, knowledge: Knowledge) -> bool:
    if name.startswith("+"):
        return not _known(actor) and actor.name == name[1:]
    if ID.fullmatch(name):
        return actor.id == name
    return actor.name == name or actor.id in {entity.id for entity in knowledge.named(name)[:1]}


def judged(reader: Reader) -> Iterator[Judged]:
    """What was made of every mention of the file."""
    for case in cases():
        yield from judge(case, reader.understand(case.article), reader.knowledge)


def figures(found: list[Judged]) -> dict[str, float]:
    """Precision of what was given and recall of what should have been, of names and of references."""
    tally: Counter[str] = Counter()
    for item in found:
        if item.right is None:
            continue
        group = "reference" if item.mention.reference else "name"
        told = item.given and not _honest(item)
        tally[f"{group} told"] += bool(told)
        tally[f"{group} right"] += item.right
        tally[f"{group} gold"] += () not in item.mention.answers or item.right
    return {
        f"{group} {figure}": tally[f"{group} right"] / tally[f"{group} {of}"]
        for group in ("name", "reference")
        for figure, of in (("precision", "told"), ("recall", "gold"))
    } | {f"{group}s": float(tally[f"{group} gold"]) for group in ("name", "reference")}


def _honest(item: Judged) -> bool:
    """Whether a mention that should be somebody known was left to a local name, as the text has it."""
    return (
        not item.right
        and not item.known
        and item.given != ()
        and all(name in item.words for name in item.given)
    )
