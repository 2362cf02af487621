"""The build: same base, same bytes; noise of the published list taken out."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.knowledge import open_knowledge

SCRIPTS = Path(__file__).parents[2] / "knowledge"
MODULES = ("entries", "tables", "names", "write", "holders")


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    """The build's modules, which lie beside their tables and not in the package."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        yield {name: importlib.import_module(name) for name in MODULES}
    finally:
        sys.path.remove(str(SCRIPTS))
        for name in MODULES:
            sys.modules.pop(name, None)


def small_base(scripts: dict[str, ModuleType]):  # type: ignore[no-untyped-def]
    """Two people, a state, a term and an alias."""
    entry, term = scripts["entries"].Entry, scripts["entries"].TermRow
    base = scripts["entries"].Base()
    base.add(entry("s-1", "Freedonia", "state", "FD", rank=50))
    base.add(entry("p-1", "Rufus Firefly", "person", "FD", "m", rank=40, aliases=["R. T. Firefly"]))
    base.add(entry("p-2", "Gloria Teasdale", "person", "FD", "f", rank=30))
    base.codes["s-1"] = ("FD", "FDN", None, "president", "Freedonian")
    base.statewords["freedonia"] = ("s-1", False)
    base.terms.append(term("p-1", "president", "Freedonia", "1933-11-17", ""))
    return base


def test_same_bytes(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    """Writing a base twice gives one file, which the package reads."""
    first, second = tmp_path / "first.sqlite", tmp_path / "second.sqlite"
    for path in (first, second):
        scripts["write"].write(small_base(scripts), path)
    assert first.read_bytes() == second.read_bytes()
    kb = open_knowledge(first)
    assert [p.name for p in kb.holders("president", "Freedonia", "1950-01-01")] == ["Rufus Firefly"]
    assert kb.named("RT Firefly")[0].id == "p-1"
    assert kb.surname("Teasdale")[0].id == "p-2"
    kb.close()


def test_terms_are_settled(scripts: dict[str, ModuleType]) -> None:
    """Adjoining terms are one, an open end is closed by the next holder, old open records are dropped."""
    holding, settle = scripts["holders"].Holding, scripts["holders"].settle
    held = [
        holding("FD", "head_of_state", "Ancient", "Q1", "1833-01-01", ""),
        holding("FD", "head_of_state", "First", "Q2", "2001-01-01", "2005-01-01"),
        holding("FD", "head_of_state", "First", "Q2", "2005-01-01", "2009-05-04"),
        holding("FD", "head_of_state", "Second", "Q3", "2009-05-05", ""),
        holding("FD", "head_of_state", "Third", "Q4", "2013-05-05", ""),
    ]
    settled = [(h.qid, h.start, h.end) for h in settle(held)]
    assert settled[-3:] == [
        ("Q2", "2001-01-01", "2009-05-05"),
        ("Q3", "2009-05-05", "2013-05-05"),
        ("Q4", "2013-05-05", ""),
    ]
    assert "Q1" not in {qid for qid, _, _ in settled}


def test_tables_are_well_formed(scripts: dict[str, ModuleType]) -> None:
    """Every table reads, and says in a comment where its facts are from or what they are."""
    for path in sorted((SCRIPTS / "tables").rglob("*.csv")):
        assert path.read_text(encoding="utf-8").startswith("#"), path
        assert scripts["tables"].rows(str(path.relative_to(SCRIPTS / "tables"))), path
    for path in sorted((SCRIPTS / "tables" / "terms").glob("*.csv")):
        assert "Complete to" in path.read_text(encoding="utf-8"), path
