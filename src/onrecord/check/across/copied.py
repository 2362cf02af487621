"""copy: an article that prints the text of another and adds nothing to it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.check.across.pairs import finding
from onrecord.check.across.told import Found, Told
from onrecord.records.linked import LinkClaim

NAME = "copy"


def check(told: Sequence[Told], same: Mapping[str, str]) -> Found:
    """Near-copies of an earlier article all of whose claims are in entries that the earlier one tells too.

    Said at each of those entries. Silent where the article tells of one thing more.

    Args:
        told: the entries.
        same: of each article the first (by id) of those that print one text.
    """
    claims: dict[str, list[tuple[str, LinkClaim]]] = defaultdict(list)
    for one in told:
        for claim in one.claims:
            claims[claim.article.id].append((one.entry.id, claim))
    clusters: dict[str, list[str]] = defaultdict(list)
    for article in sorted(claims):
        clusters[same.get(article, article)].append(article)
    for articles in clusters.values():
        ordered = sorted(articles, key=lambda article: (claims[article][0][1].earliest or "9999", article))
        for article in ordered[1:]:
            yield from _copy(claims[article], claims[ordered[0]])


def _copy(ours: list[tuple[str, LinkClaim]], first: list[tuple[str, LinkClaim]]) -> Found:
    known = {entry for entry, _ in first}
    if not all(entry in known for entry, _ in ours):
        return
    note = first[0][1].article
    named = note.outlet or note.title or note.path
    for entry in sorted({entry for entry, _ in ours}):
        claim = next(one for at, one in ours if at == entry)
        if claim.evidence:
            yield (
                entry,
                finding(NAME, claim, f"prints the text of {named} ({note.id}) and adds nothing to it"),
            )
