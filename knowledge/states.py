"""States: names, demonyms, codes, coordinates, and the other lands of the published list."""

import json
from pathlib import Path
from typing import Any

from entries import Base, Entry, slug
from tables import parts, rows

from onrecord.knowledge.folding import fold

Country = dict[str, Any]

_NO_PLURAL = ("ese", "ish", "ch", "s", "ss", "i", "men", "x", "z")


def countries(data: Path) -> dict[str, Country]:
    """The published list of countries, by ISO alpha-2 code."""
    found = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    return {country["cca2"]: country for country in found}


def add_states(base: Base, listed: dict[str, Country]) -> None:
    """States of the table with what the list knows of them; then words that name them, great ones first."""
    typed = sorted(rows("states.csv"), key=lambda row: -int(row["weight"]))
    for row in typed:
        _add_state(base, row, listed[row["alpha2"]])
    for row in rows("former_states.csv"):
        base.add(
            Entry(row["id"], row["name"], "state", row["successor"], rank=25, aliases=parts(row["aliases"]))
        )
        for word in [row["name"], *parts(row["aliases"])]:
            base.statewords.setdefault(fold(word), (row["id"], False))
        for word in parts(row["demonyms"]):
            base.statewords.setdefault(fold(word), (row["id"], True))
    for row in typed:
        _add_words(base, row, listed[row["alpha2"]])
    states = {row["alpha2"] for row in typed}
    for alpha2, country in sorted(listed.items()):
        if alpha2 not in states:
            _add_land(base, country)


def _add_state(base: Base, row: dict[str, str], country: Country) -> None:
    latitude, longitude = country.get("capitalInfo", {}).get("latlng") or country["latlng"]
    # A demonym is a word for the state (`demonym`), not a name of it: "Russian" is no alias of Russia.
    names = [country["name"]["common"], country["name"]["official"], *parts(row["aliases"])]
    base.add(
        Entry(
            row["id"],
            row["name"],
            "state",
            row["alpha2"],
            latitude=latitude,
            longitude=longitude,
            rank=float(row["weight"]) + 20,
            aliases=sorted({name for name in names if name != row["name"]}),
        )
    )
    cow = int(row["cow"]) if row["cow"] else None
    base.codes[row["id"]] = (row["alpha2"], country["cca3"], cow, row["leader"], row["adjective"])


def _add_words(base: Base, row: dict[str, str], country: Country) -> None:
    state = row["id"]
    for name in [row["name"], *base.entries[state].aliases]:
        base.statewords.setdefault(fold(name), (state, False))
    listed = country.get("demonyms", {}).get("eng", {})
    for word in [row["adjective"], listed.get("m", ""), listed.get("f", ""), *parts(row["demonyms"])]:
        if not word:
            continue
        base.statewords.setdefault(fold(word), (state, True))
        if word.isupper():
            continue  # "US" has no plural, and USS is a ship
        if not word.endswith(_NO_PLURAL) or word.endswith(("ni", "li", "ti", "si", "hi")):
            base.statewords.setdefault(fold(word + "s"), (state, True))


def _add_land(base: Base, country: Country) -> None:
    """A land that is no state of the table: Guam, Puerto Rico, the Falkland Islands."""
    name = country["name"]["common"]
    latitude, longitude = country["latlng"]
    land = f"kb-land-{slug(name)}"
    base.add(Entry(land, name, "place", country["cca2"], latitude=latitude, longitude=longitude, rank=45))
    for word in {country.get("demonyms", {}).get("eng", {}).get("m", "")} - {""}:
        base.statewords.setdefault(fold(word), (land, True))
