"""On whose word a telling of a deed stands."""

from collections.abc import Sequence

from onrecord.extract.chains import Chains, Speech
from onrecord.extract.triggers import Match
from onrecord.records.parse import Token


def sources_of(
    match: Match, token: Token, chains: Chains, speeches: Sequence[Speech]
) -> tuple[tuple[str, ...], ...]:
    """The chain of names on whose word the deed stands, nearest to the reader first; none: the outlet's own.

    Args:
        match: the trigger with its kind; a speech act's speaker is its last source.
        token: the trigger.
        chains: who says what, to look up.
        speeches: attributions of the article.
    """
    chain = chains.chain(token.idx, token.idx + len(token))
    if match.kind.speech:
        speaker = next((figure.name for figure, role in match.roles if role == "speaker"), None)
        last = speaker or _spoken_by(token, speeches)
        if last is not None and last not in chain:
            chain = (*chain, last)
    return (chain,) if chain else ()


def _spoken_by(token: Token, speeches: Sequence[Speech]) -> str | None:
    """The source of the attribution whose cue the trigger is."""
    for speech in speeches:
        cue = speech.record.cue
        if cue is not None and cue.start <= token.idx < cue.end:
            return speech.record.source.name
    return None
