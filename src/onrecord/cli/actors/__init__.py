"""`onrecord actors`: who is who in a ledger, and what people decided about it."""

import typer

from onrecord.cli.actors.deciding import judgements, merge, split, undo
from onrecord.cli.actors.looking import list_actors, show

actors = typer.Typer(
    name="actors",
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="""Who is who in a ledger; decide it where onrecord could not, or decided wrongly.

    What is decided is kept in the ledger as a judgement with who, when and why. It changes no article and no
    claim: it is applied when claims are linked and shown, and can be undone.

    \b
    Examples
      onrecord actors list klimov
      onrecord actors merge act-1c6d act-f2cc --why "same envoy, two spellings"
      onrecord actors merge act-1c6d Q64584
      onrecord actors split act-1c6d act-9b01 --why "father and son"
      onrecord actors judgements
    """,
)
actors.command("list")(list_actors)
actors.command("show", no_args_is_help=True)(show)
actors.command("merge", no_args_is_help=True)(merge)
actors.command("split", no_args_is_help=True)(split)
actors.command("undo", no_args_is_help=True)(undo)
actors.command("judgements")(judgements)

__all__ = ["actors"]
