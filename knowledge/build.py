"""Builds the knowledge file from the published data and the tables beside this script.

    python knowledge/build.py --data ../shared/data/knowledge [--output FILE]

docs/knowledge.md says where the data is published. The same input gives the same bytes.
"""

import argparse
from pathlib import Path

from bodies import add_metonyms, add_organisations, add_outlets, add_titles
from entries import Base
from holders import Register, add_heads, add_people, holdings
from places import add_places
from states import add_states, countries
from terms import add_terms, rank_people
from write import write

OUTPUT = Path(__file__).parent.parent / "src" / "onrecord" / "knowledge" / "data" / "knowledge.sqlite"


def build(data: Path) -> Base:
    """Everything the file will hold."""
    base = Base()
    listed = countries(data)
    capitals = {alpha2: country["capital"] for alpha2, country in listed.items()}
    held = holdings(data, {country["cca3"]: alpha2 for alpha2, country in listed.items()})
    register = Register(held)
    add_states(base, listed)
    add_organisations(base)
    add_places(base, data, capitals)
    add_people(base, register)
    add_heads(base, held, register)
    add_terms(base, register)
    rank_people(base)
    add_outlets(base)
    add_metonyms(base, capitals)
    add_titles(base)
    return base


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the published data")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    base = build(arguments.data)
    write(base, arguments.output)
    people = sum(entry.kind == "person" for entry in base.entries.values())
    print(
        f"{arguments.output}: {arguments.output.stat().st_size} bytes, {len(base.entries)} entries,"
        f" {people} people, {len(base.terms)} terms, {len(base.outlets)} outlets"
    )


if __name__ == "__main__":
    main()
