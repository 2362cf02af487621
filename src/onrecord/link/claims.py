"""From the digest of an article to its claims as linking takes them."""

import re

import msgspec

from onrecord.link.days import last_day, span_of
from onrecord.link.wording import folded
from onrecord.records import ArticleNote, Claim, Digest, EvidenceText
from onrecord.records.actor import ActorKind
from onrecord.records.digest import ReadArticle
from onrecord.records.linked import LinkClaim

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.IGNORECASE
)


def link_claims(digest: Digest) -> tuple[LinkClaim, ...]:
    """The claims of one article, in its order, each with what linking needs to know of the article."""
    article = digest.article
    note = ArticleNote(article.id, article.path, article.outlet, article.published, article.title)
    earliest, latest = publication(article)
    kinds: dict[str, ActorKind] = {actor.id: actor.kind for actor in digest.actors}
    states = {folded(actor.name) for actor in digest.actors if actor.kind == "state"}
    captions = [(block.start, block.end) for block in digest.blocks if block.kind == "caption"]

    def prepare(claim: Claim) -> LinkClaim:
        return LinkClaim(
            article=note,
            voice=article.original_outlet or article.outlet,
            earliest=earliest,
            latest=latest,
            claim=claim,
            kinds=tuple(kinds.get(one.actor) if one.actor else None for one in claim.participants),
            evidence=tuple(
                EvidenceText(span.start, span.end, digest.text[span.start : span.end])
                for span in claim.evidence
            ),
            wide=claim.place is not None and folded(claim.place.name) in states,
            caption=bool(claim.evidence)
            and all(any(a <= span.start and span.end <= b for a, b in captions) for span in claim.evidence),
            beside=_beside(digest, claim) if claim.counts else (),
            findings=tuple(
                msgspec.structs.replace(finding, article=article.id)
                for finding in digest.findings
                if any(finding.start < span.end and span.start < finding.end for span in claim.evidence)
            ),
        )

    return tuple(prepare(claim) for claim in digest.engagements)


def _beside(digest: Digest, claim: Claim) -> tuple[str, ...]:
    said = [one for one in digest.sentences if one.sourcing in ("attributed", "quoted", "reported")]
    apart = [
        one
        for one in said
        if not any(one.start < span.end and span.start < one.end for span in claim.evidence[:1])
    ]
    texts = (digest.text[one.start : one.end] for one in apart)
    return tuple(text for text in texts if _NUMBER.search(text))


def publication(article: ReadArticle) -> tuple[str | None, str | None]:
    """First and last day (ISO) on which the article may have been published; None where nothing tells.

    A month or a year counts from its first to its last day.
    """
    if article.published:
        return span_of(article.published)
    first, last = article.dated_between or (None, None)
    return (span_of(first)[0] if first else None), (last_day(last) if last else None)
