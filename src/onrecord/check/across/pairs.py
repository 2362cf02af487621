"""Which two reports may be held against each other, and how a finding on them is put."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.records import Finding
from onrecord.records.linked import LinkClaim


def independent_pairs(claims: Sequence[LinkClaim]) -> Iterator[tuple[LinkClaim, LinkClaim]]:
    """Pairs of claims of two articles, the one told first in front, that do not rest on one word.

    Hedged claims, habits and captions are left out: what is only said to be so contradicts nothing, and the
    picture beside a report is often of another day.
    """
    plain = [one for one in claims if one.evidence and not _is_loose(one)]
    for one, other in combinations(plain, 2):
        if one.article.id != other.article.id and not set(words_of(one)) & set(words_of(other)):
            yield one, other


def _is_loose(one: LinkClaim) -> bool:
    return one.claim.hedged or one.claim.recurring or one.caption


def words_of(one: LinkClaim) -> tuple[str, ...]:
    """On whose word a claim stands: the ends of its chains, else its article's own voice."""
    ends = tuple(chain[-1] for chain in one.claim.sources if chain)
    return ends or ((one.voice,) if one.voice else (one.article.id,))


def voice_of(one: LinkClaim) -> str:
    """On whose word a claim stands, for a message."""
    named = " and ".join(dict.fromkeys(words_of(one))) if one.claim.sources or one.voice else ""
    return named or one.article.title or one.article.path


def finding(check: str, one: LinkClaim, message: str, suggests: str | None = None) -> Finding:
    """A finding on the best evidence of a claim."""
    span = one.evidence[0]
    return Finding(check, span.start, span.end, message, suggests, one.article.id)
