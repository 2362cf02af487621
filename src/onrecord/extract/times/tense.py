"""Whether the clause around an expression speaks of the past, the present or what is ahead, from the parse.

Trees are Universal Dependencies. The verb that governs the expression decides; an infinitive takes its side
from what governs it ("plans to meet": ahead; "failed to meet", "flew there to meet": the tense of the verb).
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from onrecord.extract.times.anchoring import Tense
from onrecord.extract.times.binding import Tokens
from onrecord.extract.times.tense_words import tense_by_words
from onrecord.records.parse import Doc, Token

_MODALS = frozenset("will shall would may might could can should must 'll ’ll wo ca".split())
_AHEAD_VERBS = frozenset(
    "schedule plan expect slate set invite postpone delay hope intend want prepare agree promise pledge"
    " vow aim"
    " propose decide threaten offer order urge call ask due poise arrange consider seek wait look".split()
)
# "was asked on Monday" is over, "was scheduled for Monday" is not.
_SCHEDULED = frozenset("schedule plan expect slate set postpone propose delay due poise".split())
_CALLED = _SCHEDULED | frozenset(
    "call arrange announce invite summon book convene fix request reserve".split()
)
_MOVED = frozenset("move shift push postpone delay reschedule defer bring put extend adjourn".split())
_AHEAD_NOUNS = frozenset(
    "plan decision agreement intention invitation deadline pledge promise proposal wish readiness willingness"
    " deadline offer vow call".split()
)
_AHEAD_WORDS = frozenset(
    "due likely ready set poised able willing certain sure scheduled expected planned upcoming forthcoming"
    " coming proposed ahead eager".split()
)
_AHEAD_MODIFIERS = frozenset("ahead upcoming planned scheduled forthcoming proposed expected coming".split())
# "had to leave", "failed to agree", "came to see": the infinitive happened, or not, when the verb did.
_IMPLICATIVE = frozenset(
    "allow permit oblige have manage fail refuse begin start continue cease use come go help decline get appear"
    " seem happen prove"
    " turn be".split()
)
# What nobody dates before it has come.
_UNFORESEEN = frozenset(
    "invasion attack raid bombing killing assassination coup massacre explosion crash earthquake murder shooting"
    " annexation death".split()
)
_REPORTING = frozenset("say tell report announce add note state warn claim write quote cite".split())
# Forms that are present or past; with a day of the week they are past in news.
_BOTH = frozenset("put cut hit shut let quit spread set read cost beat".split())
_TOWARDS = re.compile(r"\b(?:ahead of|before|prior to|for|until)\s+(?:the\s+)?$")
_PRESENT = "Pres"  # codespell:ignore
_MOST_STEPS = 12
Open = Literal["open"]


class ClauseTense:
    """Tenses of the clauses of one `Doc`."""

    def __init__(self, doc: Doc, text: str | None = None) -> None:
        """`text` is that of `doc`, for callers that have it already (spaCy joins it anew each time)."""
        self._text: str = doc.text if text is None else text
        self._tokens = Tokens(doc)
        self._parsed = any(token.dep_ for token in doc)

    def at(self, start: int, end: int) -> Callable[[], Tense | None]:
        """The tense around characters `start` to `end`, looked up when called."""
        return lambda: self.of(start, end)

    def of(self, start: int, end: int) -> Tense | None:
        """The tense around characters `start` to `end`; None where nothing tells."""
        found: Tense | None = None
        if self._parsed and (root := self._tokens.root(start, end)) is not None:
            found = _climb(root)
        if found is None:
            found = tense_by_words(self._text, start, end)
        # "toll of Thursday's attack rises": headlines tell in the present what was
        if found == "present" and self._text[end : end + 2] in {"'s", "’s"}:
            ahead = _TOWARDS.search(
                self._text, max(0, start - 24), start
            )  # "comes ahead of Saturday's summit"
            return "future" if ahead else "past"
        return found

    def looks_back(self, start: int, end: int) -> bool:
        """Whether characters `start` to `end` stand in a relative clause in the pluperfect."""
        root = self._tokens.root(start, end) if self._parsed else None
        for node in _upwards(root) if root is not None else ():
            if node.dep_ == "acl:relcl":
                return _pluperfect(node)
        return False


def _climb(token: Token) -> Tense | None:
    """Up from the expression to the first word with a tense."""
    if token.head.lemma_ in _CALLED and any(child.lower_ == "for" for child in token.lefts):
        # "called for Monday" is ahead, "had been called for Monday" may be over
        return "intended" if _pluperfect(token.head) else "future"
    if token.head.lemma_ in _MOVED and any(child.lower_ in {"to", "until", "till"} for child in token.lefts):
        return "future"  # "has moved his visit from July to August"
    if token.head.lemma_ in {"give", "have", "get"} and any(child.lower_ == "until" for child in token.lefts):
        return "future"  # "gave both sides until Friday"
    for node in _upwards(token):
        if any(child.lower_ == "since" for child in node.lefts):
            return "past"  # "will meet for the first time since the clashes in July"
        if node.lemma_ == "invite" and token.head != node and node != token:
            return "future"  # "has invited him to a summit in August"
        if any(child.lower_ in _AHEAD_MODIFIERS for child in node.lefts):
            return "future"
        if node.lemma_ == "look" and any(child.lower_ == "forward" for child in node.children):
            return "future"  # "looked forward to celebrating it in 2026"
        if _promised(node, token):
            return "intended" if _pluperfect(node) else "future"
        if node.pos_ in {"VERB", "AUX"} or _helpers(node):
            tense = _of_predicate(node)
            if tense == "past" and any(child.lower_ in {"if", "unless"} for child in node.lefts):
                return "future"  # "if nothing was agreed by Friday"
            if tense != "open":
                return tense
        elif node.lower_ == "ahead":
            return "future"
        elif node != token and node.lemma_ in _UNFORESEEN:
            return "past"  # "is shunned because of the invasion in February"
    return None


def _pluperfect(node: Token) -> bool:
    return any(child.lower_ == "had" for child in _helpers(node))


def _promised(node: Token, token: Token) -> bool:
    """Whether a verb has its infinitive before the expression: "agreed to meet on Friday"."""
    if node.lemma_ == "set" and any(child.dep_ == "obj" for child in node.rights):
        return False  # "set foot on the island to meet", not "is set to meet"
    return node.lemma_ in _AHEAD_VERBS and any(
        child.i < token.i and _infinitive(child) for child in node.rights
    )


def _upwards(token: Token) -> Iterator[Token]:
    for _ in range(_MOST_STEPS):
        yield token
        if token.head == token:
            return
        token = token.head


def _helpers(node: Token) -> list[Token]:
    """Auxiliaries and copula of a predicate."""
    return [child for child in node.lefts if child.dep_ in {"aux", "aux:pass", "auxpass", "cop"}]


def _of_predicate(node: Token) -> "Tense | Open | None":
    """past, present, future, None, or "open" where the word above decides."""
    helpers = _helpers(node)
    words = [helper.lower_ for helper in helpers]
    if {"was", "were"} & set(words) and any(child.lower_ in {"due", "to"} for child in node.lefts):
        # "was due to sail on Saturday", "was to be held on Friday": it may have come or not
        return "past" if "have" in words else "intended"
    modal = any(word in _MODALS for word in words)
    perfect = "have" in words or any(word in {"having", "'ve", "’ve"} for word in words)
    if modal:
        return "past" if perfect and _is_participle(node) else "future"
    if _infinitive(node):
        # "was to have taken place on Monday": it did not, and the day is over
        return "past" if "have" in words and _is_participle(node) else _of_infinitive(node)
    if _pluperfect(node) and node.lemma_ in _SCHEDULED:
        return "intended"
    if any(
        helper.lemma_ == "have" or helper.lower_ in {"has", "had", "have", "having"} for helper in helpers
    ):
        been = any(helper.lower_ == "been" for helper in helpers)  # "had been a guest there on Tuesday"
        return "past" if been or _is_participle(node) else "present"
    if helpers:
        return _of_finite(node, helpers[0])
    if _is_participle(node):
        # "the talks scheduled for Monday", "the talks held on Monday"
        return "future" if node.lemma_ in _SCHEDULED or node.lower_ in _AHEAD_WORDS else "past"
    if (
        "Ger" in node.morph.get("VerbForm")
        or node.tag_ == "VBG"
        or (_PRESENT in node.morph.get("Tense") and "Part" in node.morph.get("VerbForm"))
    ):
        return "open"
    return _of_finite(node, node)


def _is_participle(node: Token) -> bool:
    forms = node.morph.get("VerbForm")
    return ("Part" in forms and _PRESENT not in node.morph.get("Tense")) or node.tag_ == "VBN"


def _of_finite(node: Token, finite: Token) -> "Tense | Open | None":
    if "Past" in finite.morph.get("Tense") or finite.lower_ in {"was", "were", "did", "had"}:
        scheduled = node is not finite and (
            node.lemma_ in _SCHEDULED or node.lower_ in _AHEAD_WORDS - {"able"}
        )
        return "future" if scheduled else "past"
    if _PRESENT in finite.morph.get("Tense") or finite.lower_ in {
        "is",
        "are",
        "am",
        "'s",
        "’s",
        "do",
        "does",
    }:
        if node.lemma_ in _REPORTING or finite.lower_ in _BOTH:
            return "past"
        return "future" if node.lemma_ in _AHEAD_VERBS or node.lower_ in _AHEAD_WORDS else "present"
    bare = node.lower_ == node.lemma_ and node.lower_ not in _BOTH and not node.morph.get("VerbForm")
    if bare and node.pos_ == "VERB" and any(child.dep_ == "nsubj" for child in node.lefts):
        return "present"  # "talks resume Thursday"
    if "Inf" in finite.morph.get("VerbForm") or "Imp" in finite.morph.get("Mood"):
        return "future" if node.dep_ == "ROOT" else "open"
    return None if node.head == node else "open"


def _infinitive(node: Token) -> bool:
    return any(child.lower_ == "to" and child.pos_ == "PART" for child in node.lefts)


def _of_infinitive(node: Token) -> "Tense | Open | None":
    head = node.head
    if head == node:
        return "future"  # a headline: "Leaders to meet Monday"
    if _pluperfect(head):
        return "intended"
    if head.lower_ == "able" and _of_predicate(head) == "past":
        return "past"  # "was able to deliver on Monday"
    words = {head.lower_, head.lemma_}
    if words & (_AHEAD_VERBS | _AHEAD_NOUNS | _AHEAD_WORDS):
        return "future"
    if node.dep_ in {"xcomp", "ccomp"} and head.lemma_ not in _IMPLICATIVE and head.pos_ in {"VERB", "ADJ"}:
        return "future"
    if head.pos_ in {"NOUN", "PROPN"} and node.dep_.startswith("acl"):
        return "future"
    return "open"
