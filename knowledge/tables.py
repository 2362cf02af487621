"""Reading of the hand-typed tables: CSV with "#" comment lines, lists within a cell parted by "|"."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent / "tables"


def rows(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """Rows of a table, cells stripped, blank and comment lines left out. ValueError names a ragged row."""
    path = folder / name
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    reader = csv.DictReader(lines)
    found = []
    for row in reader:
        if None in row or None in row.values():
            raise ValueError(f"{path.name}: wrong number of cells in {row}")
        found.append({key: value.strip() for key, value in row.items()})
    return found


def parts(cell: str) -> list[str]:
    """Items of a cell that holds a list."""
    return [item.strip() for item in cell.split("|") if item.strip()]
