"""Places: published cities, and the regions, bases, straits and venues of the typed table."""

import json
import math
from pathlib import Path

from entries import Base, Entry, slug
from tables import parts, rows

from onrecord.knowledge.folding import fold


def add_places(base: Base, data: Path, capitals: dict[str, list[str]]) -> None:
    """Cities with more people come first among namesakes, capitals before all; typed ranks outdo both."""
    spelt = {(row["name"], row["country"]): row for row in rows("city_names.csv")}
    used = set()
    cities = json.loads((data / "cities.json").read_text(encoding="utf-8"))
    for number, city in sorted(cities.items(), key=lambda item: int(item[0])):
        name, country, population = city["name"], city["countrycode"], int(city["population"])
        row = spelt.get((name, country))
        aliases = parts(row["aliases"]) if row else []
        if row:
            used.add((name, country))
            name, aliases = row["english"] or name, [*aliases, name]
        capital = fold(name) in {fold(c) for c in capitals.get(country, [])} and population > 0
        rank = 5 * math.log10(max(population, 1)) + (30 if capital else 0)
        point = city["latitude"], city["longitude"]
        entry = base.add(Entry(f"geonames-{number}", name, "place", country, None, *point, population))
        entry.rank, entry.aliases = rank, sorted(set(aliases) - {name})
    if unused := sorted(set(spelt) - used):
        raise ValueError(f"city_names.csv names cities that are not listed: {unused}")
    for row in rows("places.csv"):
        number = row["id"] or f"kb-place-{row['country'].lower() or 'xx'}-{slug(row['name'])}"
        point = float(row["latitude"]), float(row["longitude"])
        entry = base.add(Entry(number, row["name"], "place", row["country"] or None, None, *point))
        entry.rank, entry.aliases = float(row["rank"] or 40), parts(row["aliases"])
