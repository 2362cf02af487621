"""What linking works on: claims with what is known of their articles; and what it gives: groups of them."""

import msgspec

from onrecord.records.actor import ActorKind
from onrecord.records.claim import Claim
from onrecord.records.finding import Finding
from onrecord.records.ledger import ArticleNote, EvidenceText


class Alias(msgspec.Struct, frozen=True):
    """What was judged of a participant: the actor's id, its names in all articles, ids that it is not.

    Empty where nothing was judged.
    """

    id: str | None = None
    names: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class LinkClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with all that linking, the ledger and the checks across it need: nothing else is looked up.

    Attributes:
        article: the article as an entry of the ledger names it.
        voice: who speaks where the article puts a claim on nobody's word: the original outlet (a wire, when
            it is wire copy), else the outlet; None where neither is known.
        earliest, latest: the first and last day (ISO) on which the article may have been published.
        claim: as extracted, never altered.
        kinds: what each of the claim's participants is, in their order; None where the text does not tell.
        evidence: the claim's evidence with its words.
        wide: the claim's place is a whole state.
        caption: all evidence stands in captions.
        beside: where the claim has counts, the article's other sentences that put a number on somebody's
            word: a report that tells of two tolls tells so there.
        findings: what the checks within the article found in that evidence.
        aliases: what was judged of the participants, in their order; empty where nothing was. Never kept.
    """

    article: ArticleNote
    voice: str | None
    earliest: str | None
    latest: str | None
    claim: Claim
    kinds: tuple[ActorKind | None, ...]
    evidence: tuple[EvidenceText, ...]
    wide: bool = False
    caption: bool = False
    beside: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    aliases: tuple[Alias, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """(article id, claim id): names the claim in the whole ledger."""
        return self.article.id, self.claim.id


class Group(msgspec.Struct, frozen=True):
    """Claims that tell of one engagement, by key in ascending order, and in words why they were joined."""

    members: tuple[tuple[str, str], ...]
    because: tuple[str, ...]
