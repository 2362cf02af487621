"""Names that the knowledge base does not know: each a figure with an id that other articles give it too.

The id is made of name, kind, country and title. What one mention leaves unsaid another of the same article may
say, so all mentions of a name are looked at together.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.extract.cast.figures import Figure, local_figure
from onrecord.extract.names import Found
from onrecord.knowledge.folding import fold
from onrecord.records.parse import Doc


def strangers(doc: Doc, names: Sequence[Found]) -> dict[tuple[int, int], Figure]:
    """The figure of every unknown name, by its tokens.

    One name is one figure; only where it is given two countries are there two namesakes, and the mentions
    without a country are of the first.
    """
    at = {found.start: found for found in names}
    groups: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for found in names:
        if found.entity is None:
            groups[found.kind, fold(found.name) or found.name].append(found)
    made: dict[tuple[int, int], Figure] = {}
    for group in groups.values():
        countries = [found.country or _country_behind(doc, found, at) for found in group]
        first = next(filter(None, countries), None)
        namesakes: dict[str | None, list[Found]] = defaultdict(list)
        for found, country in zip(group, countries, strict=True):
            namesakes[country or first].append(found)
        for country, same in namesakes.items():
            figure = local_figure(_name(same), same[0].kind, country, title=_title(same))
            made.update({(found.start, found.end): figure for found in same})
    return made


def _name(same: Sequence[Found]) -> str:
    """As it is first written; capitals of a headline only where it is written nowhere else."""
    return next((found.name for found in same if not found.name.isupper()), same[0].name)


def _title(same: Sequence[Found]) -> str | None:
    given = next((found for found in same if found.title is not None), None)
    return None if given is None else f"{given.title}, {given.title_of or ''}"


def _country_behind(doc: Doc, found: Found, at: Mapping[int, Found]) -> str | None:
    """The state named right behind an unknown place: "Hwangju, North Korea"."""
    if found.kind != "place" or found.end >= len(doc) or doc[found.end].text != ",":
        return None
    behind = at.get(found.end + 1) or at.get(found.end + 2)
    entity = behind.entity if behind is not None else None
    return entity.country if entity is not None and entity.kind == "state" else None
