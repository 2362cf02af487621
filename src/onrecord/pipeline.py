"""The flow of DESIGN.md as code: capture → article → blocks → annotation → claims → findings, one article at a time.

`Reader.digest` is a pure function of one article, given the language model, the knowledge base and the
vocabulary that the Reader holds. Whoever runs it (one process, many) changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from onrecord import __version__
from onrecord.annotate import Annotator, load_annotator, plain
from onrecord.check import findings
from onrecord.clean import clean
from onrecord.extract import Trace, explain, extract, timed
from onrecord.ingest import Capture, articles, captures
from onrecord.knowledge import Knowledge, open_knowledge
from onrecord.records import READ_SCHEMA, Article, BlockKind, Digest, Rejected, Span, TimeExpression, Timex
from onrecord.records.article import PROSE
from onrecord.records.digest import read_article
from onrecord.records.explanation import Explanation
from onrecord.records.parse import Doc
from onrecord.settings import Settings
from onrecord.vocab import Vocab, load_vocab

# Where reports and pages print their own day: read for `times`, though no prose.
DATED: frozenset[BlockKind] = frozenset({"dateline", "byline"})
BATCH = 16  # articles annotated together; more gains nothing and costs memory


class Reader:
    """Reads articles. Loads the language model, knowledge base and vocabulary once.

    Raises:
        OnrecordError: a model or knowledge file is missing, damaged or of another version.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.knowledge: Knowledge = open_knowledge(settings.knowledge)
        self.annotator: Annotator = load_annotator(settings.model, settings.spacy_pipeline)
        self.vocab: Vocab = load_vocab()
        self.made_by = (
            f"onrecord {__version__}; rules {self.vocab.version}; "
            f"language model {self.annotator.model_id}; knowledge {self.knowledge.version}"
        )

    def digest(self, article: Article) -> Digest:
        """All that is understood of one article as `ingest` gave it."""
        return next(self.digests([article]))

    def digests(self, items: Iterable[Article]) -> Iterator[Digest]:
        """`digest` of each article, in order, annotated in batches. Same results as one at a time."""
        for article, doc in self._annotated(items):
            yield self._understand(article, doc)

    def times(self, items: Iterable[Article]) -> Iterator[tuple[Timex, ...]]:
        """The time expressions of each article, in order, with TIMEX3 values."""
        for article, doc in self._annotated(items):
            _, found = timed(article, doc, self.knowledge, DATED)
            yield tuple(timex for time in found for timex in _timexes(article.path, time))

    def _annotated(self, items: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
        """Each article cleaned, with its annotation."""
        source = iter(items)
        while batch := list(islice(source, BATCH)):
            cleaned = [clean(article, self.knowledge) for article in batch]
            docs = self.annotator.pipe((article.text, prose_of(article)) for article in cleaned)
            yield from zip(cleaned, map(plain, docs), strict=True)

    def understand(self, article: Article) -> Digest:
        """All that is understood of an article whose blocks are known already."""
        return self._understand(article, self.parse(article))

    def parse(self, article: Article) -> Doc:
        """The annotation of an article whose blocks are known already, as the rules read it."""
        return plain(self.annotator.annotate(article.text, prose_of(article)))

    def explain(self, article: Article, at: Sequence[Span]) -> tuple[Explanation, ...]:
        """Why the sentences that share characters with `at` did or did not yield claims: `digest` as it works.

        Args:
            article: as `ingest` gave it, or with its blocks.
            at: where to look.
        """
        cleaned = article if article.blocks else clean(article, self.knowledge)
        doc, trace = self.parse(cleaned), Trace()
        extraction = extract(cleaned, doc, self.knowledge, self.vocab, trace)
        return explain(doc, extraction, trace, at)

    def _understand(self, article: Article, doc: Doc) -> Digest:
        extraction = extract(article, doc, self.knowledge, self.vocab)
        return Digest(
            schema=READ_SCHEMA,
            article=read_article(extraction.article),
            text=article.text,
            blocks=article.blocks,
            sentences=extraction.sentences,
            actors=extraction.actors,
            attributions=extraction.attributions,
            engagements=extraction.claims,
            findings=findings(extraction, doc, self.knowledge),
            made_by=self.made_by,
        )


def _timexes(path: str, time: TimeExpression) -> Iterator[Timex]:
    """An expression as it is printed; of a range, each end is one, as TIMEX3 has it."""
    for part in time.ends or (time,):
        yield Timex(
            path, part.start, part.end, part.text, part.type, part.value, part.mod, part.anchor, part.because
        )


def prose_of(article: Article) -> tuple[Span, ...]:
    """The ranges that the language model reads: all but boilerplate, related links, bylines and datelines."""
    return tuple(Span(block.start, block.end) for block in article.blocks if block.kind in PROSE)


def take_in(paths: Iterable[str], settings: Settings) -> Iterator[Article | Rejected]:
    """Every article found under `paths`, and every capture refused with its reason, in order."""
    for capture in captures(
        list(paths),
        published=settings.published,
        outlet=settings.outlet,
        largest_bytes=settings.largest_bytes,
    ):
        if isinstance(capture, Capture):
            yield from articles(capture)
        else:
            yield capture
