"""The PLOVER root of what a marked source does to a marked target in one sentence.

Users of event data ask for one root between two given actors; the ledger's claims answer more than that, and
at times nothing, since a claim needs more than two names. So every trigger of the vocabulary in the sentence is
weighed here: how it is built around the two, how high it stands, and whether its conditions hold. What stands
over it (refused, agreed, threatens, will, must) turns it into the root of that: PLOVER files a promise of help
under AGREE and a refusal to meet under REJECT.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.extract.arguments import arguments
from onrecord.extract.candidate import Site
from onrecord.extract.cast import Cast
from onrecord.extract.chains import Speech
from onrecord.extract.clause import COMPLEMENTS, base, is_verb, lemma
from onrecord.extract.clause_slots import Slots
from onrecord.extract.conditions import CONDITIONS, WHO
from onrecord.extract.slots_by_kind import slots_of
from onrecord.extract.stance import speech_acts
from onrecord.extract.status import reality
from onrecord.extract.triggers import entries_of, has_rest
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
# the kind's root where its trigger and words say nothing else
OF_KIND = {
    "meeting": "CONSULT",
    "call": "CONSULT",
    "visit": "CONSULT",
    "gathering": "CONSULT",
    "agreement": "SUPPORT",
    "vote": "YIELD",
    "aid": "AID",
    "cooperation": "COOPERATE",
    "appointment": "SUPPORT",
    "support": "SUPPORT",
    "request": "REQUEST",
    "threat": "THREATEN",
    "pledge": "AGREE",
    "denial": "ACCUSE",
    "accusation": "ACCUSE",
    "rejection": "REJECT",
    "protest": "PROTEST",
    "sanction": "SANCTION",
    "coercion": "COERCE",
    "attack": "ASSAULT",
    "mobilization": "MOBILIZE",
    "withdrawal": "YIELD",
    "concession": "YIELD",
    "proceeding": "ACCUSE",
}
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"})
# words at a trigger that decide its root, the kinds of which they decide it, in this order (vocab/cues/roots.yaml)
BY_WORDS = (
    ("root_force", "ASSAULT"),
    ("root_expelling", "SANCTION"),
    ("root_sanctioning", "SANCTION"),
    ("penalties", "COERCE"),
    ("root_forbidding", "COERCE"),
    ("root_denying", "REJECT"),
    ("root_agreed", "AGREE"),
    ("root_refusing", "REJECT"),
    ("root_leaving", "YIELD"),
    ("root_joint", "COOPERATE"),
    ("root_clearing", "YIELD"),
    ("root_arresting", "COERCE"),
)
KINDS_OF = {
    "root_force": {"coercion"},
    "root_expelling": {"coercion"},
    "root_sanctioning": {"withdrawal", "coercion"},
    "penalties": {"sanction"},
    "root_forbidding": {"sanction"},
    "root_denying": {"sanction"},
    "root_agreed": {"agreement"},
    "root_refusing": {"vote"},
    "root_leaving": {"appointment"},
    "root_joint": {"mobilization"},
    "root_clearing": {"proceeding"},
    "root_arresting": {"proceeding"},
}
# roots of the words that stand over a deed and make it theirs: "agreed to help", "threatened to strike"
GOVERNING = {
    "agreement": "AGREE",
    "pledge": "AGREE",
    "threat": "THREATEN",
    "rejection": "REJECT",
    "request": "REQUEST",
}
DOERS = frozenset({"agent", "poss", "by", "from", "modifier"})
# what a claim needs and an answer between two given names does not
WAIVED = WHO | {
    "body",
    "where",
    "abroad",
    "anchored",
    "collective",
    "forces",
    "verbal",
    "not_person",
    "victims",
}
FEW = 2  # kinds at most that a word may tell before it says too little without the things that go with it
OBLIGING = frozenset({"must", "should", "ought", "need", "needs"})


class Sighting(msgspec.Struct, frozen=True):
    """A word that may tell what the source does to the target, and how well it fits (higher is better)."""

    token: Token
    root: str
    score: float


def root_between(
    doc: Doc, source: Span, target: Span, cast: Cast, vocab: Vocab, speeches: Sequence[Speech] = ()
) -> str | None:
    """The PLOVER root of what `source` does to `target`, both spans of the doc's text; None: nothing tells.

    Withdrawals and concessions are one root here, YIELD, as in the sentences of the PLV benchmark.
    `speeches` are the attributions of the text, where they are known: what is said may be the deed.
    """
    best: Sighting | None = None
    for sighting in sightings(doc, source, target, cast, vocab, speeches):
        if best is None or sighting.score > best.score:
            best = sighting
    return None if best is None else best.root


def sightings(
    doc: Doc, source: Span, target: Span, cast: Cast, vocab: Vocab, speeches: Sequence[Speech] = ()
) -> Iterator[Sighting]:
    """Every word that has to do with the source or the target, in order of the text; then what is said."""
    doers, done_to = _tokens(doc, source), _tokens(doc, target)
    for token in doc:
        if token.i in doers or (token.i in done_to and not is_verb(token)):
            continue
        yield from _of_token(token, doers, done_to, cast, vocab)
        yield from _obliged(token, doers, done_to, vocab)
    for match in speech_acts(doc, cast, speeches, vocab, set()):
        cue = doc[match.token]
        if _built(cue, slots_of(cue), doers, done_to) > 0:
            yield Sighting(cue, OF_KIND[match.kind.kind], 2.5)


def _tokens(doc: Doc, span: Span) -> frozenset[int]:
    part = doc.char_span(span.start, span.end, alignment_mode="expand") if len(span) else None
    return frozenset(token.i for token in part) if part is not None else frozenset()


def _of_token(
    token: Token, doers: frozenset[int], done_to: frozenset[int], cast: Cast, vocab: Vocab
) -> Iterator[Sighting]:
    entries = [entry for entry in entries_of(token, vocab) if has_rest(token, entry[2])]
    if not entries:
        return
    slots = slots_of(token)
    built = _built(token, slots, doers, done_to)
    if built <= 0:
        return
    few = lemma(token) != "be" and len({kind.kind for kind, _, _ in entries}) <= FEW
    for kind, trigger, rest in entries:
        if kind.kind not in OF_KIND:
            continue
        site = Site(kind, trigger, token, slots, cast, vocab, ())
        failed = {name for name, holds in CONDITIONS if not holds(site)} - WHO
        if failed - WAIVED - ({"has", "filled"} if few else set()):
            continue
        root = _turned(token, _root(token, kind.kind, trigger.plover, site), vocab)
        score = built - 0.15 * len(failed) - 0.8 * ("has" in failed)
        score += 0.3 * bool(trigger.has) + 0.2 * len(rest) - 0.25 * _depth(token)
        yield Sighting(token, root, score)


def _obliged(
    token: Token, doers: frozenset[int], done_to: frozenset[int], vocab: Vocab
) -> Iterator[Sighting]:
    """ "X said that Y must leave": a demand."""
    if not is_verb(token) and not any(child.dep_ == "cop" for child in token.children):
        return
    if not any(base(child) == "aux" and child.lower_ in OBLIGING for child in token.children):
        return
    above = token.head
    spoken = base(token) in {"ccomp", "parataxis"} and any(
        _means(word, doers) for word in arguments(above).get("agent", ())
    )
    if spoken and any(part.i in done_to for part in token.subtree):
        yield Sighting(token, "REQUEST", 4.5)


def _built(token: Token, slots: Slots, doers: frozenset[int], done_to: frozenset[int]) -> float:
    """How the word is built around source and target; 0 or less: it is about neither."""
    left = {slot for slot, words in slots.items() if any(_means(word, doers) for word in words)}
    right = {slot for slot, words in slots.items() if any(_means(word, done_to) for word in words)}
    score = 0.0
    if left & DOERS:
        score += 3.0
    elif left & {"in", "of"}:
        score += 1.0
    elif left:
        score += 0.5
    if right & DOERS and not left & DOERS and left:
        score -= 1.5  # told the other way round
    if right:
        score += 1.5
    elif any(part.i in done_to for part in token.subtree):
        score += 1.0
    return score if left or right else 0.0


def _means(word: Token, span: frozenset[int]) -> bool:
    """Whether a word stands in the marked phrase, or heads a larger one around it."""
    if word.i in span:
        return True
    return any(
        child.i in span
        for child in word.children
        if base(child) in {"flat", "appos", "compound", "amod", "nmod", "conj"}
    )


def _depth(token: Token) -> int:
    """Steps up to the top of the sentence."""
    node, steps = token, 0
    while node.head != node and steps < 20:
        node, steps = node.head, steps + 1
    return steps


def _root(token: Token, kind: str, plover: Mapping[str, str | None], site: Site) -> str:
    """The root of the word itself, by CAMEO's and PLOVER's books where they cut otherwise than our kinds."""
    word, words = lemma(token), site.vocab.words
    around = {word}.union(*(site.words(slot) for slot in ("object", "of", "modifier", "on")))
    for name, root in BY_WORDS:
        if kind in KINDS_OF[name] and around & words[name]:
            return root
    if kind == "cooperation" and around & {"tie", "relation"}:
        return "SUPPORT"
    if kind == "request" and site.words("for") & words["penalties"]:
        return "THREATEN"
    return OF_KIND[kind]


def _turned(token: Token, root: str, vocab: Vocab) -> str:
    """What the words over it make of it: a help ahead is AGREE, one refused REJECT, a strike ahead THREATEN."""
    over = _governing(token, vocab)
    if over is not None and root not in {"AGREE", "REJECT", "THREATEN"}:
        return over
    real = reality(token, vocab)
    if root not in FRIENDLY | HOSTILE:
        return root
    if real.status == "denied":
        return "REJECT"
    if real.status == "cancelled":
        return "YIELD" if root in HOSTILE else "REJECT"
    if real.future or (real.status in {"planned", "confirmed"} and root == "CONSULT"):
        return "AGREE" if root in FRIENDLY else "THREATEN"
    return root


def _governing(token: Token, vocab: Vocab) -> str | None:
    """The root of the word that a deed is the content of: "willing to", "threatened to", "refused to"."""
    node = token
    for _ in range(4):
        if base(node) not in COMPLEMENTS or node.head == node:
            return None
        node = node.head
        if lemma(node) in vocab.words["root_agreeing"]:
            return "AGREE"
        for kind, _, rest in entries_of(node, vocab):
            if kind.kind in GOVERNING and has_rest(node, rest) and base(token) != "obj":
                return GOVERNING[kind.kind]
    return None
