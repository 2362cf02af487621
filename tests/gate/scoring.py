"""Scores what the rules read out of the sentences of `sentences.yaml`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from onrecord.pipeline import Reader
from onrecord.records import Article, Block, Claim
from onrecord.records.ids import article_id

SENTENCES = Path(__file__).parent / "sentences.yaml"
# precision is not counted on these, as in the gold of articles: only the important ones are listed
SPEECH = frozenset(
    "support accusation request rejection threat statement denial pledge appointment proceeding".split()
)


def score_sentences(reader: Reader) -> dict[str, float]:
    """Recall of claims, precision of deeds, status accuracy over all found and over those not `happened`."""
    data = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    published = str(data["published"])
    articles = [_article(item["text"], published) for item in data["sentences"]]
    tally: Counter[str] = Counter()
    for item, article in zip(data["sentences"], articles, strict=True):
        _count(item["claims"], reader.understand(article).engagements, tally)
    return {
        "recall": tally["found"] / tally["gold"],
        "precision": 1 - tally["extra"] / tally["deeds"],
        "status": tally["status"] / tally["found"],
        "status_ahead": tally["status_ahead"] / tally["ahead"],
    }


def _article(text: str, published: str) -> Article:
    return Article(
        id=article_id(text, None, "sentence"),
        path="sentence",
        text=text,
        published=published,
        blocks=(Block(0, len(text), "body"),),
    )


def _count(gold: Sequence[Mapping[str, Any]], claims: Sequence[Claim], tally: Counter[str]) -> None:
    left = list(claims)
    tally["deeds"] += sum(claim.kind not in SPEECH for claim in claims)
    for wanted in sorted(gold, key=lambda item: bool(item.get("optional"))):
        kinds = {wanted["kind"], *wanted.get("also_kinds", [])}
        statuses = {wanted["status"], *wanted.get("also_status", [])}
        fitting = sorted(
            (claim for claim in left if claim.kind in kinds), key=lambda c: c.status not in statuses
        )
        if fitting:
            left.remove(fitting[0])
        if wanted.get("optional"):
            continue
        tally["gold"] += 1
        tally["found"] += bool(fitting)
        if fitting:
            right = fitting[0].status in statuses
            tally["status"] += right
            if wanted["status"] != "happened":
                tally["ahead"] += 1
                tally["status_ahead"] += right
    tally["extra"] += sum(claim.kind not in SPEECH for claim in left)
