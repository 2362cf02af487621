"""From the claims of a ledger to its entries: links, statuses, support, findings across articles."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.check.across import findings_across, findings_between
from onrecord.check.across.told import Told
from onrecord.link import copies, entries, link, voices
from onrecord.records import Engagement, Finding
from onrecord.records.ids import make_id
from onrecord.records.linked import Group, LinkClaim

ArticleVoice = tuple[str, str | None, str | None, str | None, str | None]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds as of a day.

    Attributes:
        readings: (article id, versions that read it), by id.
        articles: (id, outlet, original outlet, title, first possible day of publication) of each.
        sketches: of near-copies, by article id.
        claims: all claims, by key, with the actors that theirs are judged to be.
        as_of: the day (ISO); None for a ledger in which nothing is dated.
        judged: ids of the judgements that hold.
        whole: nothing that the ledger holds was left out as published later.
    """

    readings: tuple[tuple[str, str], ...]
    articles: tuple[ArticleVoice, ...]
    sketches: Mapping[str, tuple[int, ...]]
    claims: tuple[LinkClaim, ...]
    as_of: str | None
    judged: tuple[str, ...]
    whole: bool


def fingerprint(known: Known) -> str:
    """Names the set of claims that `known` holds, who is who in them, and the rules that link them."""
    return make_id("lnk", rules(), known.readings, known.judged)


@cache
def rules() -> str:
    """Names the rules by their own text: links that any older text made are not used again."""
    modules = [
        (package, file.name, file.read_text(encoding="utf-8"))
        for package in ("onrecord.link", "onrecord.check.across")
        for file in sorted(files(package).iterdir(), key=lambda one: one.name)
        if file.name.endswith(".py")
    ]
    return make_id("rules", modules)


def engagements_of(
    known: Known, groups: Sequence[Group] | None
) -> tuple[tuple[Engagement, ...], tuple[Group, ...]]:
    """The entries, and the links they rest on. `groups`: those links, where they are known already."""
    found = tuple(groups) if groups is not None else link(known.claims)
    same = copies(known.sketches)
    made = entries(known.claims, found, voices(known.articles, same), known.as_of)
    by_key = {claim.key: claim for claim in known.claims}
    told = [Told(one, tuple(by_key[each.article.id, each.id] for each in one.claims)) for one in made]
    between = findings_between(told, same)
    return tuple(_checked(one, between.get(one.entry.id, ())) for one in told), found


def _checked(told: Told, between: tuple[Finding, ...]) -> Engagement:
    entry = told.entry
    found = findings_across(entry, told.claims) if len(told.claims) > 1 else ()
    findings = (*entry.findings, *found, *between)
    return msgspec.structs.replace(entry, findings=findings) if found or between else entry
