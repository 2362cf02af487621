"""Compares the heads of state and government of the built file with the CIA World Factbook's list.

    python knowledge/crosscheck.py --data ../shared/data/knowledge

Prints one line for every office whose holder at the list's closing is not the one printed there. What is
left is by design: realms whose king is another state's, Hong Kong and Macau, titles the tables have not.
"""

import argparse
import csv
import html
import re
from pathlib import Path

from onrecord.knowledge import Knowledge, fold, open_knowledge

CLOSED = "2026-01-20"
"""Day for which the list is taken to speak."""

_ROLES = {
    "chief of state": (
        "president",
        "king",
        "queen",
        "emir",
        "sultan",
        "emperor",
        "pope",
        "prince",
        "grand duke",
    ),
    "head of government": ("prime minister", "chancellor", "president"),
}


def differences(kb: Knowledge, data: Path) -> list[str]:
    """Offices whose printed holder shares no name with ours."""
    found = []
    with (data / "factbook_leaders.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            land = html.unescape(row["country"])
            state = kb.state(land.replace("Congo (Brazzaville)", "Congo-Brazzaville").partition(" (")[0])
            if state is None or state.country is None:
                continue
            titles = (*_ROLES.get(row["role"], ()), kb.leader_title(state.id) or "leader", "leader")
            ours = [p for title in titles for p in kb.holders(title, state.name, CLOSED)]
            words = set(fold(row["text"].partition("(since")[0]).split())
            if not any(words & set(fold(name).split()) for p in ours for name in (p.name, *kb.aliases(p.id))):
                printed = re.sub(r"\s+", " ", row["text"])[:80]
                found.append(f"{state.name}, {row['role']}: {printed} | {[p.name for p in ours]}")
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the published data")
    print("\n".join(differences(open_knowledge(), parser.parse_args().data)) or "no difference")


if __name__ == "__main__":
    main()
