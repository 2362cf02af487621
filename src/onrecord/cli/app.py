"""The command line: its commands, in the order in which a newcomer needs them."""

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.actors import actors
from onrecord.cli.add import add
from onrecord.cli.article import article
from onrecord.cli.doctor import doctor
from onrecord.cli.explain import explain
from onrecord.cli.kinds import kinds
from onrecord.cli.ledger import ledger
from onrecord.cli.read import read
from onrecord.cli.show import show
from onrecord.cli.times import times

COMMANDS = (read, times, add, ledger, show, article, explain, kinds, doctor)

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command(no_args_is_help=command in (read, times, add, show, article, explain))(command)
app.add_typer(actors)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """From news coverage to a sourced record: who met, called, visited, signed with, warned or struck whom,
    who says so, and how sure that is.

    \b
    To begin
      onrecord read article.txt      what one article puts on record
      onrecord add articles/         keep what many say in a ledger
      onrecord ledger                see it, with the status of everything

    \b
    Exit status
      0   fine
      1   some input was refused, the rest is done
      2   wrong usage, or a ledger, model or knowledge file that cannot be used
    """
