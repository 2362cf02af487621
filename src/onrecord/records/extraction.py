"""What the extract stage understood of one article: the checks read it, the digest is made from it."""

import msgspec

from onrecord.records.actor import Actor
from onrecord.records.article import Article, Sentence
from onrecord.records.attribution import Attribution
from onrecord.records.claim import Claim
from onrecord.records.span import Span
from onrecord.records.time import Anniversary, TimeExpression


class TitleUse(msgspec.Struct, frozen=True, order=True):
    """A name as the text gives it, with the title it is given, if any.

    `span` covers title and name, `name_span` the name alone. `title` is the canonical office, `of` the name
    of the state or body; `past` marks "former", "then-" and the like; `quoted` words inside quotation marks.
    """

    span: Span
    name_span: Span
    name: str
    actor: str | None
    title: str | None = None
    of: str | None = None
    past: bool = False
    quoted: bool = False


class Tally(msgspec.Struct, frozen=True, order=True):
    """Votes as a sentence gives them, by side ("in_favour", "against", "abstained", "present")."""

    start: int
    end: int
    counts: dict[str, str]


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """Result of `extract`: the article with its bounds, and every record found in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    times: tuple[TimeExpression, ...]
    anniversaries: tuple[Anniversary, ...]
    titles: tuple[TitleUse, ...]
    tallies: tuple[Tally, ...] = ()
