"""`ledger`, `show` and `article` over a ledger whose digests are made by hand."""

import json
import re
from pathlib import Path

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.export.schemas import FORMS, schema_of
from onrecord.records import Digest, Engagement
from onrecord.store import open_store


@pytest.fixture
def kept(tmp_path: Path, digest: Digest) -> Path:
    """A ledger with one article."""
    path = tmp_path / "one.ledger"
    with open_store(path) as store:
        store.add(digest)
    return path


def run(*arguments: str | Path) -> Result:
    """The command in this process, on a screen that is wide enough."""
    return CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "160"})


def the_id(ledger: Path) -> str:
    """Id of the only engagement."""
    entries = json.loads(run("ledger", "--ledger", ledger, "--format", "json").stdout)
    assert len(entries) == 1
    return str(entries[0]["id"])


def test_the_table_shows_the_entry_with_its_id(kept: Path) -> None:
    """Who, when, where and how it stands, and the id to ask for more."""
    shown = run("ledger", "--ledger", kept)
    assert shown.exit_code == 0
    for words in (the_id(kept), "2031-03-03", "happened", "Ayla Demir, Jonas Weil", "Doha, QA"):
        assert words in shown.stdout


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--who", "demir"], 1),
        (["--who", "Deutschland"], 0),
        (["--who", "Germany"], 1),
        (["--who", "de"], 1),
        (["--where", "Qatar", "--kind", "MEETING", "--status", "happened"], 1),
        (["--since", "2031-03-04"], 0),
        (["--as-of", "2031-03-01"], 0),
        (["--limit", "1"], 1),
    ],
)
def test_filters(kept: Path, filters: list[str], found: int) -> None:
    """Every filter narrows what is printed, and says nothing else on standard output."""
    lines = run("ledger", "--ledger", kept, "--format", "jsonl", *filters).stdout.splitlines()
    assert len(lines) == found


@pytest.mark.parametrize(
    ("command", "record"),
    [(["ledger"], Engagement), (["show", "eng-"], Engagement), (["article", "art-aa"], Digest)],
)
def test_printed_json_fits_its_schema(kept: Path, command: list[str], record: type) -> None:
    """What is printed is what schemas/ promises."""
    printed = json.loads(run(*command, "--ledger", kept, "--format", "json").stdout)
    (schema,) = (schema_of(name, form) for _, name, form in FORMS if form is record)
    assert len(printed) == 1
    Draft202012Validator(schema).validate(printed[0])


def test_show_finds_an_engagement_by_the_beginning_of_its_id(kept: Path) -> None:
    """A few characters are enough, and the evidence is quoted."""
    shown = run("show", the_id(kept)[:8], "--ledger", kept)
    assert shown.exit_code == 0
    assert "“Ayla Demir met Jonas Weil in Doha on Monday”" in shown.stdout


def test_article_prints_the_text_and_a_legend_of_its_colours(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole text is there; where there are colours, also what they mean."""
    assert "evidence of an" not in run("article", "art-aa11", "--ledger", kept).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = run("article", "art-aa11", "--ledger", kept).stdout
    shown = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert shown != coloured
    for words in ("Ayla Demir met Jonas Weil in Doha on Monday, the ministry", "evidence of an", "weekday"):
        assert words in shown


def test_the_ledger_may_be_named_by_the_environment(
    kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """ONRECORD_LEDGER, else onrecord.ledger in this folder."""
    monkeypatch.setenv("ONRECORD_LEDGER", str(kept))
    assert len(run("ledger", "--format", "jsonl").stdout.splitlines()) == 1
    monkeypatch.delenv("ONRECORD_LEDGER")
    monkeypatch.chdir(tmp_path)
    kept.rename(tmp_path / "onrecord.ledger")
    assert len(run("ledger", "--format", "jsonl").stdout.splitlines()) == 1


def test_json_lines_are_the_same_every_time(kept: Path) -> None:
    """Printing changes nothing that is printed next."""
    first, second = (run("ledger", "--ledger", kept, "--format", "jsonl").stdout_bytes for _ in range(2))
    assert first == second
