"""An explanation for a screen."""

from collections.abc import Iterator, Sequence

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from onrecord.cli import wording
from onrecord.cli.output import plain
from onrecord.cli.tables import status_text
from onrecord.records import Participant, Span
from onrecord.records.explanation import Explanation, Telling, Tried

OUTCOMES = {
    "matched": ("matched", "green"),
    "nobody named": ("all but the names holds: it counts only where another sentence says who", "yellow"),
    "refused": ("refused", "red"),
    "part of a name": ("is part of a name", "dim"),
}


def explanation_view(one: Explanation, text: str) -> Group:
    """One sentence: its words, the words tried, and what it tells. `text` is the article's."""
    where = f"{one.path} {one.start}–{one.end} · {one.block}{f' · {one.sourcing}' if one.sourcing else ''}"
    parts: list[Text | Padding] = [plain(where, "dim"), plain(f"“{wording.clipped(one.text, 1000)}”", "bold")]
    if not one.read:
        parts.append(plain(f"not read: it is {one.block}"))
    elif not one.tried and not one.tellings:
        parts.append(plain("no word of it is a trigger of any kind"))
    parts += _tries(one.tried)
    for telling in one.tellings:
        parts += _telling(telling, text)
    return Group(*parts)


def _tries(tried: Sequence[Tried]) -> Iterator[Text | Padding]:
    """Each word with the kinds it was tried for; those it only lacks its own words for on one line.

    Where it matched a kind, what else that kind lists it under is left out.
    """
    for start in dict.fromkeys(one.start for one in tried):
        every = [one for one in tried if one.start == start]
        done = {one.kind for one in every if one.outcome == "matched"}
        here = [one for one in every if one.outcome == "matched" or one.kind not in done]
        idle = [one for one in here if _lacks_its_words(one)]
        for one in here:
            if one not in idle:
                yield from _try(one)
        told = {one.kind for one in here if one not in idle}
        if kinds := ", ".join(dict.fromkeys(one.kind for one in idle if one.kind not in told)):
            yield plain(
                f"• “{idle[0].word}” is listed for {kinds} too, with words that do not stand here", "dim"
            )


def _lacks_its_words(one: Tried) -> bool:
    return one.outcome == "refused" and any(not part.held and part.condition == "has" for part in one.asked)


def _try(one: Tried) -> Iterator[Text | Padding]:
    words, style = OUTCOMES[one.outcome]
    line = plain(f"• “{one.word}” ")
    if one.kind:
        line.append_text(plain(f"as {one.kind} (listed: {', '.join(one.listed)}): "))
    yield line.append_text(plain(words, style))
    for part in one.asked:
        mark, colour = ("holds", "green") if part.held else ("fails", "red")
        yield _indented(plain(mark, colour).append_text(plain(f"  {part.condition}: {part.asks}")))
    if one.roles:
        yield _indented(plain(f"roles  {_roles(one.roles)}"))


def _roles(participants: Sequence[Participant]) -> str:
    return wording.roles_words(participants) or wording.NOTHING


def _telling(one: Telling, text: str) -> Iterator[Text | Padding]:
    head = plain(f"→ {one.kind} by “{one.word}”: ")
    if one.passed_over is not None:
        yield head.append_text(plain(f"passed over, because {one.passed_over}", "red"))
        return
    yield head.append_text(status_text(one.status or wording.NOTHING, one.hedged))
    for label, value in _facts(one, text):
        yield _indented(plain(f"{label:<9}", "dim").append_text(plain(value)))


def _facts(one: Telling, text: str) -> Iterator[tuple[str, str]]:
    yield "who", _roles(one.participants)
    yield "when", wording.when_words(one.when) + _quoted(one.when.because if one.when else None, text)
    yield "where", wording.where_words(one.place) + _quoted(one.place_words, text)
    if one.counts:
        yield "counts", ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in one.counts.items())
    if one.recurring:
        yield "recurring", "a habit, not one deed"
    for reason in one.because or ():
        yield "because", reason
    for link in one.chain:
        yield "said by", f"{link.source}{f', by “{link.cue}” ({link.kind})' if link.cue else ''}"
    yield "word of", wording.sources_words(one.sources)
    for held in one.held_against:
        if held.apart:
            yield "apart", f"from “{_words(held.evidence, text)}”: {held.apart}"
    if one.joined is not None:
        yield "joined", f"to “{_words(one.joined, text)}”"
    yield "claim", one.claim or "none: nobody is named, and no other sentence tells who"


def _quoted(span: Span | None, text: str) -> str:
    return f" “{_words(span, text)}”" if span is not None else ""


def _words(span: Span, text: str) -> str:
    return wording.clipped(text[span.start : span.end], 100)


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 4), expand=False)
