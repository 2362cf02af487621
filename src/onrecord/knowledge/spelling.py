"""Names spelt nearly alike."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from onrecord.knowledge.storage import Row

CUTOFF = 70.0
"""Below this score names share little more than chance; "Masoud Peyikshan" for Pezeshkian has 79."""


class Spellings:
    """All folded names of people, held in memory once somebody asks for a near spelling."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._keys = [key for key, _ in rows]
        self._entities = [entity for _, entity in rows]

    def nearest(self, key: str, limit: int) -> tuple[tuple[int, float], ...]:
        """Entity numbers with their scores (0..100, rapidfuzz's ratio), nearest first, then best known."""
        if not key:
            return ()
        hits = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=limit * 4)
        best: dict[int, float] = {}
        for _, score, at in hits:
            entity = self._entities[at]
            best[entity] = max(best.get(entity, 0.0), round(score, 2))
        return tuple(sorted(best.items(), key=lambda item: (-item[1], item[0]))[:limit])
