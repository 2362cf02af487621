"""`onrecord actors merge`, `split`, `undo` and `judgements`."""

from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.output import console, plain, trouble, write
from onrecord.cli.wording import counted
from onrecord.errors import UsageError
from onrecord.records.ids import make_id
from onrecord.records.judgement import JudgedActor, Judgement, KeptJudgement, Verdict, is_global, is_wikidata

if TYPE_CHECKING:
    from onrecord.store import Store

One = Annotated[
    str, typer.Argument(metavar="ACTOR", help="Its id, the beginning of it, or a name.", show_default=False)
]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; without it, your login name.")
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, to be read later.")]


def merge(
    actor: One,
    other: Annotated[
        str,
        typer.Argument(
            metavar="OTHER",
            help="Another actor of the ledger, or a Wikidata item (Q…) or id of the knowledge base.",
            show_default=False,
        ),
    ],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    by: By = None,
    why: Why = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Decide that two actors are one, or that an actor is this Wikidata item.

    The ledger then shows them under one id and name: the Wikidata item's, else the knowledge base's.

    \b
    Examples
      onrecord actors merge act-1c6d act-f2cc --why "two spellings"
      onrecord actors merge act-1c6d Q64584 --by "M. Holm"
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        judgement = _judgement("same", _of_ledger(store, actor), _known(store, actor, other), by=by, why=why)
        store.judge(judgement)
        store.engagements()
    _tell(judgement, format)


def split(
    actor: One,
    other: Annotated[
        str | None,
        typer.Argument(metavar="[OTHER]", help="The actor that it is not.", show_default=False),
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="ARTICLE",
            help="In this article the name means somebody else. May be given several times.",
        ),
    ] = None,
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    by: By = None,
    why: Why = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Decide that two actors are not one, whatever their names; or that some articles mean somebody else.

    Whom those articles mean is OTHER where it is given, else an actor of its own, which can be merged with
    another.

    \b
    Examples
      onrecord actors split act-1c6d act-9b01 --why "father and son"
      onrecord actors split Q64584 --in art-09c1 --why "a namesake"
    """
    from onrecord.store import open_store

    if other is None and not articles:
        raise UsageError(
            "split from whom? Name the other actor, or the articles (--in) that mean somebody else"
        )
    with open_store(ledger, create=False) as store:
        ids = tuple(sorted({store.digest(article).article.id for article in articles or ()}))
        one = _named_in(store, actor, ids) if ids else _of_ledger(store, actor)
        if other is not None:
            that = _known(store, actor, other)
        else:
            that = JudgedActor(make_id("act", one.id, "in", ids), one.name, one.kind, one.country)
        judgement = _judgement("different", one, that, ids, by=by, why=why)
        store.judge(judgement)
        store.engagements()
    _tell(judgement, format)


def undo(
    judgement: Annotated[
        str,
        typer.Argument(metavar="JUDGEMENT", help="Its id, or the beginning of it.", show_default=False),
    ],
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    by: By = None,
    why: Why = None,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Undo a judgement. It stays in the ledger, with who undid it.

    \b
    Example
      onrecord actors undo jdg-5d20 --why "two people after all"
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        made = [kept.judgement.id for kept in store.judgements() if kept.judgement.verdict != "undone"]
        found = [one for one in made if one == judgement] or [
            one for one in made if one.startswith(judgement)
        ]
        if len(found) != 1:
            what = f"may be {', '.join(found[:3])}: write more of it" if found else "is none of this ledger"
            raise UsageError(f"{ledger}: the judgement {judgement!r} {what}")
        done = _judgement("undone", None, None, undoes=found[0], by=by, why=why)
        store.judge(done)
        store.engagements()
    _tell(done, format)


def judgements(
    ledger: options.Ledger = options.DEFAULT_LEDGER,
    format: options.Format = options.TABLE,  # noqa: A002 - the option's name
) -> None:
    """List what was decided about who is who, oldest first: also what was undone.

    \b
    Example
      onrecord actors judgements --format jsonl
    """
    from onrecord.store import open_store

    with open_store(ledger, create=False) as store:
        kept = store.judgements()
    if format != options.TABLE:
        write(kept, format)
        return
    screen = console()
    for one in kept:
        screen.print(plain(judgement_words(one), "" if one.holds else "dim"))
    trouble().print(f"{counted(len(kept), 'judgement')}")


def judgement_words(kept: KeptJudgement) -> str:
    """A judgement on one line: id, what, who, when, why, and whether it was undone."""
    judged = kept.judgement
    said = f"{judged.id}: {_said(judged)} — {judged.who}, {judged.made[:10]}"
    return f"{said}{f', “{judged.why}”' if judged.why else ''}{'' if kept.holds else ' (undone)'}"


def _said(judged: Judgement) -> str:
    if judged.one is None or judged.other is None:
        return f"{judged.undoes} no longer holds"
    one, other = (f"{actor.name} ({actor.id})" for actor in (judged.one, judged.other))
    if judged.articles:
        return f"in {', '.join(judged.articles)} {one} is {other}"
    return f"{one} and {other} are {'one' if judged.verdict == 'same' else 'not one'}"


def _tell(judgement: Judgement, format_name: str) -> None:
    if format_name != options.TABLE:
        write([judgement], format_name)
        return
    console().print(plain(judgement_words(KeptJudgement(judgement, True))))
    if judgement.verdict != "undone":
        trouble().print(f"to undo it: onrecord actors undo {judgement.id}")


def _judgement(
    verdict: Verdict,
    one: JudgedActor | None,
    other: JudgedActor | None,
    articles: tuple[str, ...] = (),
    *,
    undoes: str | None = None,
    by: str | None,
    why: str | None,
) -> Judgement:
    who, made = by or _login(), datetime.now(UTC).isoformat(timespec="seconds")
    ids = [actor.id if actor else None for actor in (one, other)]
    return Judgement(
        id=make_id("jdg", verdict, *ids, articles, undoes, who, made, why),
        verdict=verdict,
        one=one,
        other=other,
        articles=articles,
        undoes=undoes,
        who=who,
        made=made,
        why=why,
    )


def _login() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a container without a name for its user
        return "unknown"


def _of_ledger(store: "Store", asked: str) -> JudgedActor:
    found = store.actor(asked)
    # the id that was asked for, not the one that it is judged to be already: a later undo takes only this away
    own = asked if asked in found.ids else next((one for one in found.ids if one.startswith(asked)), found.id)
    return JudgedActor(own, found.name, found.kind, found.country)


def _named_in(store: "Store", asked: str, articles: tuple[str, ...]) -> JudgedActor:
    """The actor under the id by which these articles name it."""
    found = store.actor(asked)
    for article in articles:
        ids = {one.id for one in store.digest(article).actors} & {found.id, *found.ids}
        if not ids:
            raise UsageError(f"{store.path}: {article} does not name {found.name} ({found.id})")
        if len(ids) > 1 and asked not in ids:
            raise UsageError(
                f"{store.path}: {article} names it as {', '.join(sorted(ids))}: give one of these ids"
            )
        own = asked if asked in ids else min(ids)
    return JudgedActor(own, found.name, found.kind, found.country)


def _known(store: "Store", actor: str, other: str) -> JudgedActor:
    """The actor under this id in the knowledge base, else in the ledger, else only by its Wikidata id."""
    if is_global(other):
        from onrecord.knowledge import open_knowledge

        entity = open_knowledge().entity(other)
        if entity is not None:
            at = entity.coordinates
            return JudgedActor(
                entity.id,
                entity.name,
                entity.kind,
                entity.country,
                at.latitude if at else None,
                at.longitude if at else None,
            )
    if is_wikidata(other) and not any(other in (one.id, *one.ids) for one in store.actors()):
        found = store.actor(actor)
        return JudgedActor(other, found.name, found.kind, found.country)
    return _of_ledger(store, other)
