"""The command line as a user meets it, as far as it needs no language model."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import COMMANDS, app


@pytest.mark.parametrize("command", [command.__name__ for command in COMMANDS])
def test_help_teaches_with_an_example(command: str) -> None:
    """Every command's help shows it at work."""
    shown = CliRunner().invoke(app, [command, "--help"]).output
    assert "Example" in shown
    assert f"onrecord {command}" in shown


def test_help_loads_nothing_heavy() -> None:
    """Asking for help must not wait for the language, database and web-page libraries."""
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom onrecord.cli.app import app\n"
        "CliRunner().invoke(app, ['ledger', '--help'])\n"
        "heavy = ('spacy', 'onnxruntime', 'trafilatura', 'sqlalchemy', 'numpy')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ledger", "--format", "xml"], "table, json, jsonl"),
        (["ledger", "--status", "maybe"], "rumoured"),
        (["ledger", "--as-of", "next week"], "2025-09-03"),
        (["read", "x.txt", "--published", "2025-13"], "2025-09"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_wrong_usage_names_what_would_be_right(arguments: list[str], says: str) -> None:
    """A wrong choice ends with status 2 and a message that lists the right ones."""
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert says in result.output


def test_an_unknown_kind_lists_the_known(onrecord: Callable[..., Any]) -> None:
    """Kinds come from the vocabulary, and so does the message."""
    done = onrecord("ledger", "--kind", "quarrel")
    assert done.status == 2
    assert "meeting" in done.err
    assert done.err.count("\n") == 1


def test_version() -> None:
    """The version is printed and nothing else."""
    from onrecord import __version__

    assert CliRunner().invoke(app, ["--version"]).output == f"onrecord {__version__}\n"
