"""Numbers that measure a deed: killed, injured, votes each way, troops, missiles, sums, rates."""

from onrecord.extract.clause import lemma
from onrecord.extract.measures import HARM, counted, written
from onrecord.extract.reach import bare_number, measured, numbers_around
from onrecord.extract.toll import toll_in
from onrecord.extract.triggers import Match
from onrecord.extract.votes import tally
from onrecord.records.parse import Doc, Token

SUMS = frozenset(
    "dollars euros pounds yen rupees shekels rubles roubles yuan won lira francs zlotys hryvnias rate cut".split()
)
VOTERS = frozenset("votes members deputies lawmakers senators mps countries states nations ballots".split())
VOTED_ON = frozenset({"agreement", "appointment", "rejection", "sanction"})
"""Kinds of what a body decides, beside votes themselves, which a score tells to have been voted on."""


def counts_of(match: Match, doc: Doc) -> dict[str, str]:
    """Counts of the deed by what they count, as written with their bounds ("at least 23").

    Ages, years, ordinals, days and the "two leaders" who are named count nothing.
    """
    trigger = doc[match.token]
    if match.kind.kind == "vote":
        set_by_it = {key: written(doc, n) for n in measured(trigger) if (key := counted(n, "vote"))}
        kept = {key: value for key, value in set_by_it.items() if key not in VOTERS}
        return dict(sorted((kept | _said_of(trigger, "vote", SUMS) | _votes(trigger)).items()))
    found = _said_of(trigger, match.kind.kind)
    if match.kind.kind in VOTED_ON:
        score = tally(trigger.sent.text)
        if {"in_favour", "against"} <= score.keys():
            found = {key: value for key, value in found.items() if key != "votes"} | dict(score)
    number = bare_number(trigger)
    if number is not None:
        found[HARM[lemma(trigger)]] = written(doc, number)
    toll = toll_in(trigger.sent) if match.kind.kind == "attack" else None
    if toll is not None:
        found.setdefault("killed", toll)
    return dict(sorted(found.items()))


def _said_of(trigger: Token, kind: str, only: frozenset[str] | None = None) -> dict[str, str]:
    found: dict[str, str] = {}
    for token in numbers_around(trigger, kind):
        key = counted(token, kind)
        if key is not None and (only is None or key in only):
            found.setdefault(key, written(trigger.doc, token))
    return found


def _votes(trigger: Token) -> dict[str, str]:
    """From the sentence of the vote, else from the one after it."""
    found = dict(tally(trigger.sent.text))
    doc, stop = trigger.doc, trigger.sent.end
    if stop < len(doc) and (not found or set(found) <= {"present"}):
        found = dict(tally(doc[stop].sent.text)) | found
    return found
