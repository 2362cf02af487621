"""The state that plays host where a deed takes place."""

from collections.abc import Sequence

from onrecord.extract.cast import Cast, Figure, figure_of
from onrecord.records import Place


def host_of(place: Place | None, cast: Cast, figures: Sequence[Figure]) -> Figure | None:
    """The state in which a place lies, as host, unless a participant is that state already."""
    if (
        place is None
        or place.country is None
        or any(f.country == place.country and f.kind == "state" for f in figures)
    ):
        return None
    entity = cast.knowledge.country(place.country)
    return None if entity is None else figure_of(entity)
