"""Finding the words that tell of a deed, and who fills which role around them.

A word is a trigger when a kind's file lists its lemma and all that the file asks for holds around it
(`conditions`); what fails is the reason why a word yields no claim, which `onrecord explain` shows.
"""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.extract.candidate import Site
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import base, is_passive, is_verb, lemma
from onrecord.extract.clause_slots import Slots
from onrecord.extract.conditions import CONDITIONS, TOLD_WITHOUT, WHO
from onrecord.extract.repair import with_subject, with_who
from onrecord.extract.roles import roles_of
from onrecord.extract.slots_by_kind import seen_by, slots_of
from onrecord.extract.telling import is_told
from onrecord.extract.trace import Attempt, Trace
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Kind, Trigger, Vocab

Entry = tuple[Kind, Trigger, tuple[str, ...]]


class Match(msgspec.Struct, frozen=True):
    """A word that tells of a deed of `kind`: its token, slots, and who fills which role.

    `orphan`: everything holds but nobody is named; it counts only where the rest of the article says who.
    """

    kind: Kind
    trigger: Trigger
    token: int
    slots: Slots
    roles: tuple[tuple[Figure, str], ...]
    orphan: bool = False


# an arrest warrant is no arrest, a sanctions list no sanction
PAPERS = frozenset("warrant order list regime law policy package plan note request threat".split())
MONTHS = frozenset({"March", "May"})  # "to Ukraine in March" is no march


def find_matches(doc: Doc, cast: Cast, vocab: Vocab, trace: Trace | None = None) -> Iterator[Match]:
    """Every trigger of the text in order: of one word at most one speech act, then at most one deed.

    "threatened to cut off the gas" has a word for each; "threatened Kestria with tariffs" has one for both.

    Args:
        doc: the annotated text.
        cast: who is who.
        vocab: kinds and word lists.
        trace: where given, every candidate is noted in it.
    """
    for token in doc:
        entries = entries_of(token, vocab)
        if not entries:
            continue
        if _is_part_of_name(token, cast):
            if trace is not None:
                trace.in_names.append(token.i)
            continue
        slots = with_who(token, with_subject(token, slots_of(token), cast), cast)
        for speech in (True, False):
            candidates = [entry for entry in entries if entry[0].speech is speech]
            match = _first(token, slots, candidates, cast, vocab, trace)
            if match is not None:
                yield match
    yield from visits_without_verb(doc, cast, vocab)


def visits_without_verb(doc: Doc, cast: Cast, vocab: Vocab) -> Iterator[Match]:
    """Headlines that put a person in another state without a verb: "Kallas in Kyiv for talks"."""
    kind = vocab.kinds["visit"]
    for sentence in doc.sents:
        if any(token.pos_ in {"VERB", "AUX"} for token in sentence):
            continue
        found = next((cast.name_at(token) for token in sentence if cast.name_at(token) is not None), None)
        if found is None or found.end + 1 >= len(doc) or doc[found.end].lower_ not in {"in", "at"}:
            continue
        person, place = cast.figure(found), cast.figure_at(doc[found.end + 1])
        if not person.person or place is None or place.kind not in {"place", "state"}:
            continue
        if place.country is not None and person.country is not None and place.country != person.country:
            slots = {"agent": [doc[found.head]], "in": [doc[found.end + 1]]}
            roles = ((person, kind.role), (place, "host"))
            yield Match(kind, Trigger(verb=("be",)), found.head, slots, roles)


def _first(
    token: Token,
    slots: Slots,
    entries: Sequence[Entry],
    cast: Cast,
    vocab: Vocab,
    trace: Trace | None,
) -> Match | None:
    """The first entry of which all holds, else the first of which all but the names holds."""
    orphan: Match | None = None
    for kind, trigger, rest in entries:
        if not has_rest(token, rest):
            continue
        match, attempt = _try(token, slots, kind, trigger, cast, vocab)
        if trace is not None:
            trace.attempts.append(attempt)
        if match is not None and not match.orphan:
            return match
        orphan = orphan or match
    return orphan


def entries_of(token: Token, vocab: Vocab) -> tuple[Entry, ...]:
    """The triggers that a word may be. A predicate adjective is looked up as a verb ("is due in Kyiv")."""
    if base(token) == "aux" or (base(token) == "cop" and token.head.pos_ == "VERB"):
        return ()  # "are to meet in Tbilisi" puts nobody there yet
    if token.pos_ in {"VERB", "AUX"} or (token.pos_ == "ADJ" and base(token) not in {"amod", "compound"}):
        return vocab.verbs.get(lemma(token), ())
    if token.pos_ not in {"NOUN", "PROPN"} or (token.text in MONTHS and not token.is_sent_start):
        return ()
    if base(token) == "compound" and lemma(token.head) in PAPERS:
        return ()
    return vocab.nouns.get(lemma(token)) or vocab.nouns.get(token.lower_, ())


def _is_part_of_name(token: Token, cast: Cast) -> bool:
    """Whether the word stands in somebody's name ("General Assembly", "the Strike newspaper")."""
    found = cast.name_at(token)
    return (
        found is not None
        and found.end - found.start > 1
        and found.kind not in {"place"}
        and token.pos_ == "PROPN"
        and (found.entity is not None or found.kind == "person")
    )


def has_rest(token: Token, rest: tuple[str, ...]) -> bool:
    """Whether the other words of a phrase hang on the trigger ("reach out", "set foot", "phone call")."""
    children = {lemma(child) for child in token.children} | {child.lower_ for child in token.children}
    # "pulled out of Gaza": the particle may be read as part of what follows it
    children |= {
        part.lower_
        for child in token.children
        if base(child) == "obl"
        for part in child.children
        if part.dep_ == "case"
    }
    return all(word in children for word in rest)


def _try(
    token: Token, slots: Slots, kind: Kind, trigger: Trigger, cast: Cast, vocab: Vocab
) -> tuple[Match | None, Attempt]:
    """The match, if it is one, and what was tried."""
    slots = seen_by(kind, token, slots, cast)
    roles = tuple(roles_of(token, kind, trigger, slots, cast))
    site = Site(kind, trigger, token, slots, cast, vocab, roles)
    failed = tuple(name for name, holds in CONDITIONS if not holds(site))
    # "is in Berlin": what is said of it (day, modals, negation) hangs on the predicate
    told = token.head.i if token.dep_ == "cop" else token.i
    if not failed or (trigger.alone and set(failed) <= WHO):
        return Match(kind, trigger, told, slots, roles), Attempt(site, failed, "matched")
    if not kind.speech and set(failed) <= TOLD_WITHOUT and token.pos_ == "NOUN" and is_told(token, vocab):
        return Match(kind, trigger, told, slots, roles), Attempt(site, failed, "matched")
    if not roles and not kind.speech and set(failed) <= WHO:
        return Match(kind, trigger, told, slots, roles, orphan=True), Attempt(site, failed, "nobody named")
    return None, Attempt(site, failed, "refused")


def passive_without_agent(match: Match, doc: Doc) -> bool:
    """Whether the doer is left unsaid ("was seized in November")."""
    token = doc[match.token]
    return is_verb(token) and is_passive(token) and not match.slots.get("agent")
