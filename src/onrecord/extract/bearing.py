"""Whether a date that stands in the sentence of a deed may be the deed's own.

A date belongs to what it hangs on. It is another's where the way from it to the deed leads through a relative
clause, a participle on another noun, a noun that names another deed ("after the raid of August 30", "the 1994
accords"), or a verb that only announces or calls off; and where it contradicts how the deed stands: what is done
lies behind the day of publication, what is planned ahead of it.
"""

import re
from typing import Literal

import msgspec

from onrecord.extract.carrying import carrier
from onrecord.extract.clause import base, case_of, is_passive, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head
from onrecord.records import TimeExpression
from onrecord.records.day import days_between
from onrecord.records.parse import Doc, Token

# How a deed stands, as far as its words tell: over, ahead, called off, possible; None: not told.
Stands = Literal["done", "ahead", "off", "open"] | None

OTHER_TIMES = frozenset({"after", "following", "before", "since", "ahead of", "prior to", "until"})
AWAY = OTHER_TIMES | frozenset(
    (
        "despite",
        "amid",
        "in response to",
        "because of",
        "due to",
        "over",
        "beyond",
        "under",
        "against",
        "about",
        "including",
        "than",
        "like",
        "such as",
        "unlike",
    )
)
HERE = frozenset({"at", "during", "in", "on", "to", "into", "for", ""})
WORDS = frozenset(
    (
        "announce propose offer agree plan discuss accept reject confirm decide say tell report schedule expect invite "
        "promise pledge vow threaten demand urge order approve consider"
    ).split()
)
# "the talks that were to begin on Friday": what a relative clause tells of the deed itself.
HELD = frozenset(
    (
        "hold schedule plan set take begin start open end conclude slate expect occur happen last run kill injure "
        "wound leave destroy damage hit claim announce"
    ).split()
)
EVENTS = frozenset(
    "summit meeting talk conference session forum election vote hearing trial ceremony visit parade gathering".split()
)
SCHEDULED = frozenset("schedule plan arrange slate postpone hold set".split())
OFF = frozenset(
    "cancel postpone call scrap suspend delay scrub scuttle abandon shelve defer drop reschedule".split()
)
FOLLOWING = frozenset({"follow", "precede"})
NAMING = frozenset({"call", "describe", "term", "label", "dub"})
BACKWARDS = frozenset({"after", "before", "since", "until", "till"})
_SIGNAL = re.compile(
    r"\b(not\s+)?(before|after|following|since|until|till|ahead of|prior to)\s+(?:the\s+)?$", re.IGNORECASE
)
# how a length that ends with the article's day is given: "in the past year"
UP_TO_NOW = "up to the publication day"
_FIRST_IN = re.compile(
    r"\b(?:first|only|last|latest|most|least|\w{3,}est)\b[^.;]{0,90}\b(?:in|of|for|over)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FIRST_SINCE = re.compile(r"\b(?:first|only|last|\w+est)\b[^.;]{0,90}\bsince\s+$", re.IGNORECASE)


class Site(msgspec.Struct, frozen=True):
    """A deed where it stands: its trigger, how it stands, and the article's day (ISO) where that is known."""

    token: Token
    stands: Stands
    published: str | None

    @property
    def doc(self) -> Doc:
        """The annotated text."""
        return self.token.doc


def root_of(doc: Doc, item: TimeExpression, word: Token) -> Token:
    """The word of an expression whose head lies outside of it."""
    node = word
    while node.head != node and item.start <= node.head.idx < item.end:
        node = node.head
    return node


def signal(doc: Doc, item: TimeExpression) -> str:
    """The preposition before an expression that does not simply place a deed in it: "before", "since" …

    Empty in "ahead of Thursday's talks", where it belongs to the talks, and in "not until Saturday".
    """
    found = _SIGNAL.search(doc.text, max(0, item.start - 24), item.start)
    if found is None or doc.text[item.end : item.end + 2] in {"'s", "’s"} or found[1]:
        return ""
    return found[2].lower()


def bears(word: Token, item: TimeExpression, site: Site, *, across: bool = False) -> bool:
    """Whether the expression `item`, of which `word` is a part, may date the deed.

    `across`: also from a participle clause before the deed's own ("asked about it on Thursday, he called ..."), and
    from what is told of the place of a visit ("where he is to attend ...").
    """
    root = root_of(site.doc, item, word)
    return (
        _in_time(root, item, site)
        and _signalled(item, site)
        and _reaches(root, site, across)
        and _its(root, item, site)
    )


def _in_time(root: Token, item: TimeExpression, site: Site) -> bool:
    """Not a day ahead of publication for what is done, nor one behind it for what is planned.

    A day behind that hangs on the plan itself is believed: "had been arranged for Monday".
    """
    if item.because == UP_TO_NOW and not (site.stands == "done" and _in_it(item, site)):
        return False
    day = site.published
    if day is None or len(day) != len("2025-09-07") or item.first is None or item.last is None:
        return True
    if site.stands == "done" and told_as_past(site.token):
        return item.first <= day or days_between(day, item.first) <= 1
    own = root.head == site.token or case_of(root) == "for"
    return own or site.stands != "ahead" or item.last >= day


def _in_it(item: TimeExpression, site: Site) -> bool:
    """Whether a deed took place in a length that ends now, and is not "the first in the past year"."""
    return not _FIRST_IN.search(site.doc.text, max(0, item.start - 120), item.start)


def in_plain_past(token: Token) -> bool:
    """Told in the past and not in the perfect, which sums up."""
    return told_as_past(token) and not any(
        child.lower_ in {"has", "have", "had"} for child in token.children if base(child) == "aux"
    )


def told_as_past(token: Token) -> bool:
    """Whether the deed is a verb in a past form; nouns and the present ("arrives on Sunday") may be ahead."""
    forms = (token, *(child for child in token.children if base(child) in {"aux", "cop"}))
    return is_verb(token) and any("Past" in form.morph.get("Tense") for form in forms)


def _signalled(item: TimeExpression, site: Site) -> bool:
    """ "before", "after", "until" name another moment than the deed's, "since" only where it goes on."""
    found = signal(site.doc, item)
    if found in {"after", "following", "ahead of", "prior to"}:
        return False
    if found == "before":
        return site.stands != "done"
    if found in {"until", "till"}:
        return not (site.stands == "done" and told_as_past(site.token))
    if found == "since":
        before = site.doc.text[max(0, item.start - 120) : item.start]
        return not _FIRST_SINCE.search(before)
    return True


def _reaches(root: Token, site: Site, across: bool) -> bool:
    """Whether the way from the date up to a word over the deed, or to the deed, crosses no other deed's ground."""
    token = site.token
    above = {token.i, *(node.i for node in token.ancestors)}
    if not _of_that_noun(root, above, token):
        return False
    node = root
    verb = carrier(token)
    for _ in range(20):
        if node.i in above or node.head == node or node == verb:
            return node.i not in above or not _set_apart(token, node)
        kind = base(node)
        if kind in {"acl", "advcl"} and any(c.lower_ in BACKWARDS for c in node.children if c.i < node.i):
            return False  # "the first meeting since a jet was shot down on May 9"
        if kind == "acl" and not (
            _of_itself(root, node, token, verb) or (across and _there(node, above)) or _so_called(node, above)
        ):
            return False
        if kind in {"ccomp", "csubj", "parataxis"} or (
            kind == "advcl" and not (across and _leads_in(node, token))
        ):
            return False
        if kind == "conj" and is_verb(node):
            return False
        if node != root and kind in {"nmod", "obl"} and case_of(node) in AWAY:
            return False
        node = node.head
    return True


def _set_apart(token: Token, over: Token) -> bool:
    """Whether the deed lies before or after what the date is told of: "resigned on Monday after the raid"."""
    node = token
    while node != over and node.head != node:
        if base(node) == "nsubj" and lemma(node.head) in FOLLOWING and not is_passive(node.head):
            return any(base(child) == "obj" for child in node.head.children)  # "the trip followed a decision"
        if base(node) in {"obl", "nmod"} and case_of(node) in OTHER_TIMES:
            return True
        if base(node) == "advcl" and any(
            child.lower_ in BACKWARDS for child in node.children if child.i < node.i
        ):
            return True
        node = node.head
    return False


def _of_itself(root: Token, clause: Token, token: Token, verb: Token | None) -> bool:
    """ "the talks held on Friday", "the talks that were to begin on Friday"."""
    if clause.dep_ == "acl" and any(
        child.dep_ == "acl:relcl" and _under(child, token) for child in clause.head.rights
    ):
        return True  # "a resolution passed in September, which banned ..."
    if clause.head != token:
        # "a visit by the minister that had been scheduled for the 25th": nobody is scheduled
        other = (
            clause.dep_ == "acl:relcl" and lemma(clause.head) in EVENTS
        )  # "on the eve of a summit that is set for ..."
        planned = lemma(clause) in SCHEDULED and is_passive(clause) and not other
        return planned and (token.is_ancestor(clause.head) or clause.head == verb)
    if clause.dep_ != "acl:relcl":
        return True
    if lemma(clause) == "announce":  # "a visit that the minister had announced for June"
        return case_of(root) == "for"
    if any(child.lower_ in {"not", "n't", "n’t", "never"} for child in clause.children):
        return False  # "a meeting which could not be held in March"
    begun = (
        lemma(clause) in {"begin", "start", "open"} and verb is not None
    )  # "concluded the talks, which began in May"
    return lemma(clause) in HELD and not begun


def _under(over: Token, token: Token) -> bool:
    return over == token or over.is_ancestor(token)


def _there(clause: Token, above: set[int]) -> bool:
    """ "would go on to Oslo, where he has been invited to speak on Friday"."""
    where = any(child.lower_ == "where" for child in clause.children)
    return where and base(clause.head) in {"obl", "obj"} and clause.head.head.i in above


def _so_called(clause: Token, above: set[int]) -> bool:
    """ "agreed on what they called a ceasefire on Saturday"."""
    noun = clause.head
    return noun.lower_ == "what" and lemma(clause) in NAMING and noun.head.i in above


def _of_that_noun(root: Token, above: set[int], token: Token) -> bool:
    """ "the 1994 accords", "Monday's raid": the date is that noun's, which may be where the deed took place."""
    noun = root.head
    attributive = root.dep_ == "nmod:poss" or base(root) in {"compound", "nummod", "amod"}
    of_it = base(root) == "nmod" and case_of(root) in {"of", "for"}  # "a plan for 2024 was signed"
    if not (attributive or of_it) or noun.pos_ not in {"NOUN", "PROPN"} or noun.i in above:
        return True
    return base(noun) in {"obl", "nmod"} and case_of(noun) in HERE and noun.head.i in above


def _leads_in(clause: Token, token: Token) -> bool:
    """A participle clause before the deed that is not set off by "after", "before" …"""
    marks = {child.lower_ for child in clause.children if base(child) in {"mark", "case", "advmod"}}
    return clause.i < token.i and "Part" in clause.morph.get("VerbForm") and not marks & BACKWARDS


def _its(root: Token, item: TimeExpression, site: Site) -> bool:
    """Not the day on which a deed was announced or called off."""
    verb = root.head
    over = verb != site.token and verb.is_ancestor(site.token)
    if not over or not is_verb(verb):
        return True
    if case_of(root) in {"for", "until", "to", "from"}:
        return True
    if site.stands == "off" and lemma(verb) in OFF:
        return False
    telling = lemma(verb) in WORDS and site.stands in {"ahead", "off"}
    if site.stands in {"ahead", "open"} and in_plain_past(verb) and verb != carrier(site.token):
        telling = telling or verb != clause_head(site.token)  # "met on Monday to prepare for the summit"
    if telling and site.published is not None:
        return item.last is None or item.last > site.published
    return True
