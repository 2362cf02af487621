"""Places: published cities, and the regions, bases, straits and venues of the typed table."""

import json
import math
from collections import defaultdict
from pathlib import Path

from entries import Base, Entry, slug
from tables import parts, rows

from onrecord.knowledge.folding import fold

_SHORTEST = 3
"""Letters of a town's name: "Un" and "Ho" are more often part of something else."""


def add_places(base: Base, data: Path, capitals: dict[str, list[str]]) -> None:
    """Cities with more people come first among namesakes, capitals before all; typed ranks outdo both."""
    spelt = {(row["name"], row["country"]): row for row in rows("city_names.csv")}
    words = {row["word"] for row in rows("not_places.csv")}
    used = set()
    cities = json.loads((data / "cities.json").read_text(encoding="utf-8"))
    for number, city in sorted(cities.items(), key=lambda item: int(item[0])):
        name, country, population = city["name"], city["countrycode"], int(city["population"])
        row = spelt.get((name, country))
        aliases = parts(row["aliases"]) if row else []
        if row:
            used.add((name, country))
            name, aliases = row["english"] or name, [*aliases, name]
        spellings = {fold(word) for word in [name, *aliases]}
        capital = not spellings.isdisjoint(map(fold, capitals.get(country, []))) and population > 0
        if not capital and (len(fold(name)) < _SHORTEST or fold(name) in words):
            continue
        rank = 5 * math.log10(max(population, 1)) + (30 if capital else 0)
        point = city["latitude"], city["longitude"]
        entry = base.add(Entry(f"geonames-{number}", name, "place", country, None, *point, population))
        entry.rank, entry.aliases = rank, sorted(set(aliases) - {name})
    if unused := sorted(set(spelt) - used):
        raise ValueError(f"city_names.csv names cities that are not listed: {unused}")
    _add_typed(base)


def _add_typed(base: Base) -> None:
    """Places of the table; one that is a listed city under the same name lends it its names and rank."""
    cities: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for entry in base.entries.values():
        if entry.kind == "place":
            for key in {fold(name) for name in [entry.name, *entry.aliases]}:
                cities[entry.country, key].append(entry)
    for row in rows("places.csv"):
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        names = [row["name"], *parts(row["aliases"])]
        near = [c for c in cities[row["country"], fold(row["name"])] if _near(c, latitude, longitude)]
        if near:
            city = max(near, key=lambda c: c.population)
            city.rank = max(city.rank, float(row["rank"] or 0))
            city.aliases = sorted({*city.aliases, *names} - {city.name})
            continue
        number = row["id"] or f"kb-place-{row['country'].lower() or 'xx'}-{slug(row['name'])}"
        entry = base.add(Entry(number, row["name"], "place", row["country"] or None))
        entry.latitude, entry.longitude, entry.aliases = latitude, longitude, names[1:]
        entry.rank = float(row["rank"] or 40)


def _near(entry: Entry, latitude: float, longitude: float) -> bool:
    """Within about 50 km, which is half a degree or less."""
    apart = abs((entry.latitude or 0) - latitude), abs((entry.longitude or 0) - longitude)
    return max(apart) < 0.5
