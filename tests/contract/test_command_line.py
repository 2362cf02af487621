"""What the command line offers is documented, and comes from the registries."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from onrecord.cli import options
from onrecord.cli.app import app
from onrecord.export import EXPORTERS
from onrecord.records import Status
from onrecord.vocab import load_vocab

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by the words that call it, those of groups too."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


EVERY = dict(commands(get_command(app)))


@pytest.mark.parametrize("command", EVERY)
def test_every_command_is_documented(command: str) -> None:
    """A user finds each command in the pages, not only in --help."""
    assert any(f"onrecord {command}" in page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.parent.name == "docs"])
def test_every_page_is_in_the_index(page: str) -> None:
    """A page that nothing leads to is not read."""
    assert page == "index.md" or f"({page})" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")


def test_the_pages_name_no_command_that_is_not() -> None:
    """A command that was renamed is renamed in the pages too."""
    known = {name.split()[0] for name in EVERY}
    for page in PAGES:
        named = re.findall(r"(?m)(?:^\$? ?|`|\| )onrecord ([a-z]+)\b", page.read_text(encoding="utf-8"))
        assert set(named) <= known, page.name


def test_formats_are_the_exporters_and_the_table() -> None:
    """A new exporter is offered by being registered."""
    assert ("table", *(exporter.name for exporter in EXPORTERS)) == options.FORMATS


def test_every_command_that_prints_records_has_every_format() -> None:
    """--format works everywhere."""
    for name, command in EVERY.items():
        assert "--format" in {word for option in command.params for word in option.opts}, name


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_is_a_choice_and_has_a_meaning(status: str) -> None:
    """The words of the records are those of the filter and of the page on nouns."""
    assert status in options.STATUSES
    assert f"`{status}`" in (ROOT / "docs" / "nouns.md").read_text(encoding="utf-8")


def test_every_kind_is_listed() -> None:
    """A new kind's file is enough for `onrecord kinds` to know it."""
    printed = CliRunner().invoke(app, ["kinds", "--format", "jsonl"]).stdout
    assert len(printed.splitlines()) == len(load_vocab().kinds)
    for kind in load_vocab().kinds:
        assert f'"kind":"{kind}"' in printed
