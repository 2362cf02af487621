"""Whether the words speak of somebody's office as of the article's day, or of an earlier time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from onrecord.records import Extraction, TitleUse

if TYPE_CHECKING:
    from onrecord.records.parse import Token

LEAD = 3  # sentences in which a title is meant as of the article's day
EARLIER = 45  # days before the article from which on a date speaks of the past
FRESH = 3 * 365  # days: a title lost longer ago is more likely told of than mistaken
MODALS = frozenset({"will", "could", "can", "may", "might", "would", "should", "must", "'ll", "’ll"})
NOT_SHIFTED = frozenset({"will", "can", "may", "is", "has", "'ll", "’ll"})
FOR = frozenset({"for", "to", "on", "with", "between"})
# what is done to a government of the past as well as to one of the day
JUDGED = frozenset(
    (
        "blame criticise criticize accuse fault attack compare undo reverse remember defend sue investigate "
        "prosecute praise credit recall cite repeal replace follow succeed mock slam differ resemble"
    ).split()
)
# what only the living do, and states and bodies that are there
DOINGS = frozenset(
    (
        "receive meet visit sign tell say arrive attend expel travel host speak call announce send warn urge agree "
        "address hold welcome fly leave return phone telephone vote appoint accuse demand reject order launch open "
        "chair deny promise pledge thank threaten confirm inspect invite discuss land join ask propose offer deploy "
        "impose recall summon resume suspend"
    ).split()
)
OFFICERS = frozenset(
    "minister president premier leader government ambassador delegation parliament army envoy".split()
)
RECENT = 10  # days before the article within which what is told in the past is news
ENDED = frozenset("abdicate resign retire leave quit lose die step depart go".split())
UNSEATING = frozenset(
    (
        "overthrow topple oust depose kill remove assassinate succeed replace execute hang unseat ouster removal fall "
        "downfall conviction death killing assassination toppling overthrowing capture successor predecessor"
    ).split()
)
THEN = frozenset({"then", "once", "ago", "previously", "formerly", "earlier", "back", "era", "decades"})


def administration_meant_now(noun: Token, extraction: Extraction, day: str) -> bool:
    """Whether "the X administration" is said to do or to meet something now or later.

    It must be the subject of a clause in the present or future, or that for which something may come; talk
    about its policies, blame and comparison speak of it as readily when it is gone.
    """
    if _tells_of_the_past(noun, extraction, day) or any(word.lower_ in THEN for word in noun.sent):
        return False
    verb = _verb_above(noun)
    parts = _forms(verb)
    modal = any(part.lower_ in MODALS for part in parts)
    if any(part.lower_ == "have" and part != verb for part in parts) or _backshifted(verb):
        return False
    if _base(noun) == "nsubj" and noun.head == verb:
        return modal or not _is_past(verb) or any(part.lower_ in {"has", "is"} for part in parts)
    case = next((child.lower_ for child in noun.children if child.dep_ == "case"), "")
    return modal and case in FOR and str(verb.lemma_).lower() not in JUDGED


def acts_now(token: Token, extraction: Extraction, day: str) -> bool:
    """Whether somebody is the subject of a deed that lies ahead, is just done, or is dated within some days."""
    if _tells_of_the_past(token, extraction, day) or any(word.lower_ in THEN for word in token.sent):
        return False
    node = token
    while _base(node) in {"flat", "compound", "nmod:desc"} and node.head != node:
        node = node.head
    if any(child.lower_ in {"late", "former"} for child in node.children):
        return False
    while _base(node) == "conj" and node.head.pos_ in {"PROPN", "NOUN"}:
        node = node.head
    if _base(node) in {"nmod", "compound"} and str(node.head.lemma_).lower() in OFFICERS:
        node = node.head  # "the foreign ministers of East Germany and Poland"
    verb = node.head
    if node.dep_ != "nsubj" or str(verb.lemma_).lower() not in DOINGS or _backshifted(verb):
        return False
    parts = {part.lower_ for part in _forms(verb)}
    if parts & {"would", "had", "could"}:
        return False
    if parts & {"will", "'ll", "’ll", "is", "are", "has", "have"} or not _is_past(verb):
        return True
    first = _before(day, RECENT)
    sentence = token.sent
    return any(
        sentence.start_char <= item.start < sentence.end_char
        and item.precision == "day"
        and item.first is not None
        and first <= item.first <= day
        for item in extraction.times
    )


def title_meant_now(token: Token, use: TitleUse, extraction: Extraction, day: str, until: str | None) -> bool:
    """Whether a title belongs to the article's day.

    Away from the lead, the past tense speaks of the day only of a main clause's subject, whose title ended
    not long ago, and where neither this sentence nor the two before it name an earlier time.
    """
    if _is_told_as_ended(token):
        return False
    if not _in_the_past(token, extraction, day) or _in_lead(use, extraction):
        return True
    sentence = token.sent
    if any(word.lower_ in THEN for word in sentence) or until is None or until < _before(day, FRESH):
        return False
    node = token
    while _base(node) in {"flat", "compound", "appos"}:
        node = node.head
    verb = node.head
    told = node.dep_ in {"nsubj", "nsubj:pass"} and _base(verb) in {"root", "ROOT", "ccomp"}
    if not told or any(child.lower_ == "had" for child in verb.children):
        return False
    near = [sentence]
    for _ in range(2):
        if near[-1].start > 0:
            near.append(token.doc[near[-1].start - 1].sent)
    return not any(_tells_of_the_past(part[0], extraction, day) for part in near)


def _is_told_as_ended(token: Token) -> bool:
    """ "Queen Margrethe, who abdicated in January": the words beside the name say that it is over."""
    node = token
    while (_base(node) in {"flat", "compound", "appos"} or node.dep_ == "nmod:desc") and node.head != node:
        node = node.head
    if node.dep_ in {"obj", "nsubj:pass", "nmod"} and str(node.head.lemma_).lower() in UNSEATING:
        return True  # "her push to overthrow Libyan dictator Moammar Gadhafi", "the fall of"
    return any(
        child.dep_ == "acl:relcl" and str(child.lemma_).lower() in ENDED
        for name in (token, node)
        for child in name.children
    )


def _in_lead(use: TitleUse, extraction: Extraction) -> bool:
    body = [s for s in extraction.sentences if s.end <= use.span.start]
    return len(body) < LEAD and not any(
        t.first and t.first[:4] < (extraction.article.published or "")[:4]
        for t in extraction.times
        if abs(t.start - use.span.start) < 200
    )


def _in_the_past(token: Token, extraction: Extraction, day: str) -> bool:
    """Whether the clause tells of an earlier time: past tense, or a date of a year before the article's."""
    sentence = token.sent
    for item in extraction.times:
        if sentence.start_char <= item.start < sentence.end_char and item.last and item.last[:4] < day[:4]:
            return True
    verb = _verb_above(token)
    return not any(part.lower_ in MODALS for part in _forms(verb)) and _is_past(verb)


def _tells_of_the_past(token: Token, extraction: Extraction, day: str) -> bool:
    """Whether the sentence of a word names a time well before the article's day."""
    sentence, limit = token.sent, _before(day, EARLIER)
    return any(
        sentence.start_char <= item.start < sentence.end_char and item.last and item.last < limit
        for item in extraction.times
    )


def _verb_above(token: Token) -> Token:
    node = token
    for _ in range(30):
        if node.pos_ in {"VERB", "AUX"} or node.head == node:
            break
        node = node.head
    return node


def _forms(verb: Token) -> list[Token]:
    return [verb, *(child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"})]


def _is_past(verb: Token) -> bool:
    return any(
        "Past" in part.morph.get("Tense")
        for part in _forms(verb)
        if "Part" not in part.morph.get("VerbForm") or part == verb
    )


def _backshifted(verb: Token) -> bool:
    """Whether a clause is told in the past by a verb above it: "said in May that it would", not "that it will"."""
    own = {part.lower_ for part in _forms(verb)}
    return _base(verb) == "ccomp" and _is_past(verb.head) and not own & NOT_SHIFTED


def _base(token: Token) -> str:
    return str(token.dep_).partition(":")[0]


def _before(day: str, days: int) -> str:
    return (dt.date.fromisoformat(f"{day}-01"[:10]) - dt.timedelta(days=days)).isoformat()
