"""From linked pairs to engagements: clusters in which no two claims rule each other out.

Pairs are taken by points, best first; a pair joins its two clusters only if no claim of the one is ruled out
by a claim of the other (complete linkage over what is forbidden), so that no chain of vague claims ties two
days, places or casts together. Everything is sorted by keys: the order of claims does not matter.
"""

from collections import defaultdict

from onrecord.link.block import pairs
from onrecord.link.judge import ENOUGH, Verdict, judge, reasons
from onrecord.link.traits import Traits, state_names, traits_of
from onrecord.records.linked import Group, LinkClaim

CLEAR = 0.5
"""Points by which the better of two candidates that rule each other out must lead, to be taken."""
AVERAGE = 0.55
"""Share of `ENOUGH` that the claims of two clusters must reach on average to be joined."""


def link(claims: tuple[LinkClaim, ...]) -> tuple[Group, ...]:
    """The engagements that `claims` tell of, every claim in exactly one; sorted by their first member.

    The result does not depend on the order of `claims`.
    """
    ordered = tuple(sorted(claims, key=lambda one: one.key))
    states = state_names(ordered)
    work = _Work(tuple(traits_of(one, states) for one in ordered))
    work.join(work.clear_edges())
    return work.groups()


class _Work:
    """The clustering of one set of claims, addressed by position."""

    def __init__(self, items: tuple[Traits, ...]) -> None:
        self.items = items
        self.verdicts: dict[tuple[int, int], Verdict] = {}
        self.cluster = list(range(len(items)))
        self.members = {position: [position] for position in range(len(items))}
        self.reasons: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def verdict(self, first: int, second: int) -> Verdict:
        pair = (first, second) if first < second else (second, first)
        if pair not in self.verdicts:
            self.verdicts[pair] = judge(self.items[pair[0]], self.items[pair[1]])
        return self.verdicts[pair]

    def clear_edges(self) -> list[tuple[int, int]]:
        """Pairs that link, best first, less those of claims that could as well belong elsewhere."""
        edges = [pair for pair in pairs(self.items) if self.verdict(*pair).links]
        by_claim: dict[int, list[int]] = defaultdict(list)
        for first, second in edges:
            by_claim[first].append(second)
            by_claim[second].append(first)
        dropped = {
            (min(claim, other), max(claim, other))
            for claim, others in by_claim.items()
            for other in self._doubtful(claim, others)
        }
        kept = [pair for pair in edges if pair not in dropped]
        return sorted(kept, key=lambda pair: (-self.verdict(*pair).points, pair))

    def _doubtful(self, claim: int, others: list[int]) -> list[int]:
        """Those of `others` that a vague claim might belong to as well as to one that rules them out."""
        ranked = sorted(others, key=lambda other: (-self.verdict(claim, other).points, other))
        best = ranked[0]
        top = self.verdict(claim, best).points
        rivals = [other for other in ranked[1:20] if not self.verdict(best, other).may]
        if rivals and top - self.verdict(claim, rivals[0]).points < CLEAR:
            return others
        return rivals

    def join(self, edges: list[tuple[int, int]]) -> None:
        for first, second in edges:
            one, other = self.cluster[first], self.cluster[second]
            if one != other and self._fit(self.members[one], self.members[other]):
                self._merge(min(one, other), max(one, other), (first, second))

    def _fit(self, ours: list[int], theirs: list[int]) -> bool:
        total = 0.0
        for first in ours:
            for second in theirs:
                verdict = self.verdict(first, second)
                if not verdict.may:
                    return False
                total += verdict.points
        return total >= AVERAGE * ENOUGH * len(ours) * len(theirs)

    def _merge(self, kept: int, gone: int, edge: tuple[int, int]) -> None:
        for position in self.members[gone]:
            self.cluster[position] = kept
        self.members[kept] = sorted([*self.members[kept], *self.members.pop(gone)])
        self.reasons[kept].extend([*self.reasons.pop(gone, []), edge])

    def groups(self) -> tuple[Group, ...]:
        made = []
        for cluster in sorted(self.members):
            members = tuple(self.items[position].key for position in self.members[cluster])
            made.append(Group(members, tuple(self._because(edge) for edge in sorted(self.reasons[cluster]))))
        return tuple(made)

    def _because(self, edge: tuple[int, int]) -> str:
        first, second = (self.items[position].key for position in edge)
        evidence = self.verdict(*edge).evidence
        assert evidence is not None, "only pairs that may be one are joined"
        return f"{first[1]} and {second[1]}: {reasons(self.items[edge[0]], self.items[edge[1]], evidence)}"
