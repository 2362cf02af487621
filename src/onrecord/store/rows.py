"""From records to rows, and back."""

import struct

import msgspec

from onrecord.link import link_claims, publication, sketch
from onrecord.records import Claim, Digest, Engagement, Participant
from onrecord.records.linked import LinkClaim

Row = dict[str, str | int | bytes | None]


def as_json(record: object) -> str:
    """Any record as compact JSON text; the same record gives the same text."""
    return msgspec.json.encode(record).decode()


def reading_row(digest: Digest) -> Row:
    """The row of `reading` for a digest."""
    article = digest.article
    earliest, latest = publication(article)
    return {
        "article": article.id,
        "made_by": digest.made_by,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "original_outlet": article.original_outlet,
        "title": article.title,
        "byline": article.byline,
        "language": article.language,
        "published": article.published,
        "earliest": earliest,
        "latest": latest,
        "truncated": int(article.truncated),
        "sketch": pack(sketch(digest)),
        "digest": as_json(digest),
    }


def actor_rows(digest: Digest, reading: int) -> list[Row]:
    """The rows of `actor` for a digest. `reading` is the number of its row."""
    return [
        {
            "reading": reading,
            "id": one.id,
            "name": one.name,
            "kind": one.kind,
            "country": one.country,
            "offices": as_json(one.offices),
            "mentions": len(one.mentions),
        }
        for one in {one.id: one for one in digest.actors}.values()
    ]


def claim_rows(digest: Digest, reading: int) -> list[Row]:
    """The rows of `claim` for a digest, in the order of its claims. `reading` is the number of its row."""
    return [_claim_row(item, reading) for item in link_claims(digest)]


def _claim_row(item: LinkClaim, reading: int) -> Row:
    claim = item.claim
    return {
        "reading": reading,
        "id": claim.id,
        "kind": claim.kind,
        "status": claim.status,
        "hedged": int(claim.hedged),
        "participants": names(claim.participants),
        "place": claim.place.name if claim.place else None,
        "country": claim.place.country if claim.place else None,
        "first_day": claim.when.start if claim.when else None,
        "last_day": claim.when.end if claim.when else None,
        "sources": _chains(claim),
        "evidence": " … ".join(one.text for one in item.evidence),
        "linkable": as_json(item),
    }


def entry_row(one: Engagement, position: int, fingerprint: str, as_of: str | None) -> Row:
    """The row of `entry` for an engagement."""
    return {
        "id": one.id,
        "fingerprint": fingerprint,
        "position": position,
        "title": one.title,
        "kind": one.kind,
        "status": one.status,
        "first_day": one.when.start if one.when else None,
        "last_day": one.when.end if one.when else None,
        "place": one.place.name if one.place else None,
        "country": one.place.country if one.place else None,
        "participants": names(one.participants),
        "articles": one.support.articles,
        "independent": one.support.independent,
        "origins": ", ".join(one.support.origins),
        "as_of": as_of,
        "engagement": as_json(one),
    }


def names(participants: tuple[Participant, ...]) -> str:
    """Names of participants, for a person to read."""
    return ", ".join(one.name for one in participants)


def _chains(claim: Claim) -> str:
    return "; ".join(" < ".join(chain) for chain in claim.sources)


def pack(numbers: tuple[int, ...]) -> bytes:
    """Numbers of up to 64 bits as 8 bytes each."""
    return struct.pack(f">{len(numbers)}Q", *numbers)


def unpack(data: bytes) -> tuple[int, ...]:
    """The numbers that `pack` packed."""
    return struct.unpack(f">{len(data) // 8}Q", data)
