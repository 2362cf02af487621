"""The digest of one article, and its printed shape, the read form (`onrecord/read@1`)."""

from typing import get_args

import msgspec

from onrecord.records.actor import Actor
from onrecord.records.article import Article, Block, Dateline, DateReason, Sentence, Sourcing
from onrecord.records.attribution import Attribution
from onrecord.records.claim import Claim
from onrecord.records.finding import Finding

READ_SCHEMA = "onrecord/read@1"
SOURCINGS: tuple[Sourcing, ...] = get_args(Sourcing)


class ReadArticle(msgspec.Struct, frozen=True, kw_only=True):
    """The `article` member of the read form: an Article without its text and blocks."""

    id: str
    path: str
    url: str | None
    outlet: str | None
    original_outlet: str | None
    title: str | None
    byline: str | None
    language: str
    published: str | None
    dated_between: tuple[str | None, str | None] | None
    dated_because: tuple[DateReason, ...]
    dateline: Dateline | None
    truncated: bool


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """All that was understood of one article. A contract: names and shapes do not change within `@1`."""

    schema: str = READ_SCHEMA
    article: ReadArticle
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    engagements: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    made_by: str  # versions of the rules, language model and knowledge base

    @property
    def sourcing(self) -> dict[Sourcing, float]:
        """How much of the text each sourcing has: shares of the characters of its sentences, which add up to 1.

        Empty where the article has no sentence.
        """
        lengths = dict.fromkeys(SOURCINGS, 0)
        for sentence in self.sentences:
            lengths[sentence.sourcing] += sentence.end - sentence.start
        total = sum(lengths.values())
        return {sourcing: length / total for sourcing, length in lengths.items()} if total else {}


def read_article(article: Article) -> ReadArticle:
    """The article without its text and blocks."""
    return ReadArticle(**{name: getattr(article, name) for name in ReadArticle.__struct_fields__})
