"""Organisations, bodies, companies, outlets; words that stand for governments; titles."""

from entries import Base, Entry, slug
from tables import parts, rows

from onrecord.knowledge.folding import fold

CAPITALS_FROM = 40
"""Weight of a state from which on its capital is taken to stand for it in the press."""


def add_organisations(base: Base) -> None:
    """Organisations with their aliases; then their members, states by ISO code."""
    typed = rows("organisations.csv")
    for row in typed:
        base.add(
            Entry(
                _id(row),
                row["name"],
                row["kind"],
                row["country"] or None,
                rank=float(row["rank"] or 40),
                aliases=parts(row["aliases"]),
            )
        )
    states = {codes[0]: state for state, codes in base.codes.items()}
    for row in typed:
        base.members.extend((_id(row), states[member]) for member in row["members"].split())


def _id(row: dict[str, str]) -> str:
    return row["id"] or f"kb-{row['kind']}-{slug(row['name'])}"


def add_outlets(base: Base) -> None:
    """Publishers and wires."""
    for row in rows("outlets.csv"):
        outlet = f"kb-outlet-{(row['country'] or 'xx').lower()}-{slug(row['name'])}"
        base.add(
            Entry(outlet, row["name"], "outlet", row["country"] or None, rank=45 if row["wire"] else 35)
        ).aliases = parts(row["aliases"])
        base.outlets[outlet] = (row["wire"] == "yes", row["domain"] or None, row["owner"] or None)


def add_metonyms(base: Base, capitals: dict[str, list[str]]) -> None:
    """Buildings and capitals that stand for governments; `entity` names the building's own entry, if any."""
    by_name: dict[str, Entry] = {}
    for entry in sorted(base.entries.values(), key=lambda e: (-e.rank, e.id)):
        by_name.setdefault(fold(entry.name), entry)
    cities: dict[tuple[str | None, str], Entry] = {}
    for entry in sorted(base.entries.values(), key=lambda e: (-e.rank, e.id)):
        for name in [entry.name, *entry.aliases] if entry.kind == "place" else []:
            cities.setdefault((entry.country, fold(name)), entry)
    for row in rows("states.csv"):
        for capital in capitals[row["alpha2"]]:
            if not (city := cities.get((row["alpha2"], fold(capital)))):
                continue
            state = base.entries[row["id"]]
            state.latitude, state.longitude = city.latitude, city.longitude
            words = {fold(word) for word in [capital, city.name, *city.aliases]} - base.statewords.keys()
            for word in sorted(words) if int(row["weight"]) >= CAPITALS_FROM else []:
                base.metonyms[word] = city.id, row["id"]
    for row in rows("metonyms.csv"):
        entity = by_name[fold(row["entity"])].id if row["entity"] else None
        for word in [row["word"], *parts(row["aliases"])]:
            base.metonyms[fold(word)] = (entity, by_name[fold(row["of"])].id)


def add_titles(base: Base) -> None:
    """Words for titles, and forms of rule-named bodies."""
    for row in rows("titles.csv"):
        for words in parts(row["words"]):
            base.titles[fold(words)] = (row["title"], row["of"] or None)
    for row in rows("bodies.csv"):
        for words in parts(row["words"]):
            base.bodies[fold(words)] = row["form"]
