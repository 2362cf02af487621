"""Tellings that only make sense as part of a deed told elsewhere in the article, and which deed that is.

"China and Russia voted against" is part of the council's vote, "the decision to expel him" is the expulsion told
before, "the ministers discussed energy" is what the ministers met for. What such a telling leaves unsaid or says of
its own part (who voted how, what was talked about) keeps it from no deed.
"""

from collections.abc import Callable, Sequence

import msgspec

from onrecord.extract.cast import Figure
from onrecord.extract.clause import base, case_of, is_verb, lemma
from onrecord.extract.mention import DONE, Mention
from onrecord.extract.merge import days_clash
from onrecord.records.count import contradict, read_count
from onrecord.records.parse import Doc, Token

REACH = 1500
"""Characters within which a telling may refer to another."""
BALLOTS = frozenset({"vote", "abstain", "veto", "support", "oppose", "back"})
ORGANS = frozenset({"body", "organisation"})
DISCUSSING = frozenset("discuss talk negotiate review debate".split())
BY_THINGS = frozenset({"mobilization", "attack"})
"""Kinds whose deeds missiles and shells do for somebody."""
LASTING = frozenset({"gathering", "visit", "meeting"})
GOING_ON = frozenset("end conclude continue last run close".split())
KNOWN = frozenset("the both these those two".split())
PAIR = frozenset({"two", "both", "pair", "duo"})
RIGHT_BEFORE = 300
"""Characters from one telling to the next that goes on from it."""
WHAT_BEFORE = 7
"""Words before a noun in which "what would be" may stand: "in what would be their first direct encounter"."""
PRONOUNS = frozenset({"they", "both"})
DECIDED = frozenset("decision move step measure action choice".split())
"""What is done already when it is spoken of: "the decision to expel him"."""
BY_WAY_OF = frozenset({"in", "by", "during", "from"})
"""Between what was done and how: "killed in an air strike"."""


def retold(mentions: Sequence[Mention], doc: Doc) -> list[Mention]:
    """The mentions, each with the token of the telling it is part of (`part_of`), without those that tell nothing."""
    kept = [mention for mention in mentions if not _only_topic(mention)]
    for finder in (_vote, _decided, _talked, _by_means, _again, _named_again, _flown, _purpose, _goes_on):
        kept = [_joined(mention, finder(mention, kept, doc), whose=finder is not _talked) for mention in kept]
    return [mention for mention in kept if not _lone_ballot(mention)]


def _joined(mention: Mention, whole: Mention | None, *, whose: bool) -> Mention:
    """The mention as part of a whole; without its people where the whole says who they are."""
    if whole is None or mention.part_of is not None:
        return mention
    participants = mention.participants if whose else ()
    return msgspec.structs.replace(mention, part_of=whole.token, participants=participants)


def _only_topic(mention: Mention) -> bool:
    """ "The two did not discuss the border": what was not talked about, not that nobody met."""
    return mention.kind in {"meeting", "call"} and mention.status == "denied" and mention.word == "discuss"


def _vote(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The vote of a body of which a telling gives some members' votes: "China and Russia voted against".

    Where no body is named, that of "eleven members", who are told of first.
    """
    if not _is_ballot(mention) or _voted_by_body(mention):
        return None
    at_home = all(figure.person for figure, _ in mention.participants)

    def holds(whole: Mention) -> bool:
        # states vote in bodies that are no state's own: not "Israel voted against it" in the Knesset's vote
        own = any(figure.country for figure in _voters(whole))
        return _voted_by_body(whole) and not _other_numbers(mention, whole) and (at_home or not own)

    whole = _nearest(mention, mentions, holds)
    unnamed = (
        one
        for one in mentions
        if _is_ballot(one)
        and not _voters(one)
        and not _other_numbers(mention, one)
        and not days_clash(mention.when, one.when)
    )
    first = next(unnamed, None)
    return whole or (None if first is mention else first)


def _is_ballot(mention: Mention) -> bool:
    return mention.kind == "vote" and mention.word in BALLOTS and not mention.noun and mention.status in DONE


def _voters(mention: Mention) -> list[Figure]:
    return [figure for figure, role in mention.participants if role == mention.match.kind.role]


def _voted_by_body(mention: Mention) -> bool:
    """Whether a council or parliament is said to vote, rather than members of it."""
    return any(figure.kind in ORGANS for figure in _voters(mention))


def _lone_ballot(mention: Mention) -> bool:
    """Whether single persons vote where no vote of their chamber is told: "the senator said she would vote no"."""
    people = _voters(mention)
    ballot = mention.kind == "vote" and mention.word in {"vote", "abstain"} and not mention.noun
    lone = bool(people) and all(figure.kind == "person" for figure in people) and not mention.counts
    return ballot and lone and mention.part_of is None


def _other_numbers(a: Mention, b: Mention) -> bool:
    numbers = (
        (read_count(a.counts[key]), read_count(b.counts[key])) for key in a.counts.keys() & b.counts.keys()
    )
    return any(one is not None and other is not None and contradict(one, other) for one, other in numbers)


def _decided(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The deed of which only the decision is spoken of: "the decision to expel Monroy was made because"."""
    token = doc[mention.token]
    doers = any(role == mention.match.kind.role for _, role in mention.match.roles)
    if base(token) != "acl" or doers or lemma(token.head) not in DECIDED or not _known(token.head):
        return None
    return _nearest(mention, mentions, lambda whole: whole.token < mention.token, reach=2 * REACH)


def _talked(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The meeting at which people known from before talk: "the ministers discussed energy", "the two shook hands".

    Who "the two" are the meeting says that was told right before.
    """
    doers = mention.match.slots.get("agent", ())
    if (
        mention.kind != "meeting"
        or not is_verb(doc[mention.token])
        or not doers
        or not all(map(_known, doers))
    ):
        return None
    unsaid = not any(figure.person or figure.country for figure, _ in mention.participants)
    pair = "with" not in mention.match.slots and all(word.lower_ in PAIR for word in doers)
    if not unsaid and not pair:
        return None
    return _nearest(
        mention,
        mentions,
        lambda whole: whole.token < mention.token and len(whole.participants) > 1,
        reach=REACH if unsaid else RIGHT_BEFORE,
    )


def _known(word: Token) -> bool:
    """Whether a word takes for known whom it means: "the two", "both leaders", "they"."""
    return word.lower_ in PRONOUNS | KNOWN or any(
        child.lower_ in KNOWN for child in word.children if base(child) in {"det", "nummod"}
    )


def _by_means(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """ "The killing of its founder in an Israeli air strike": one blow, told by what it did and how."""
    token = doc[mention.token]
    if mention.kind != "attack" or is_verb(token) or case_of(token) not in BY_WAY_OF:
        return None
    return next((one for one in mentions if one.token == token.head.i and one.kind == mention.kind), None)


def _again(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The blow told last before "the strike killed four", where nothing else says which is meant."""
    if not mention.refers_back or mention.participants or mention.place is not None:
        return None
    return _nearest(mention, mentions, lambda whole: whole.token < mention.token, reach=2 * REACH)


def _named_again(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """What its own sentence says of a deed: "will meet on Friday in what would be their first encounter"."""
    noun = doc[mention.token]
    if is_verb(noun) or not _is_what(noun):
        return None
    return next(
        (one for one in mentions if one.kind == mention.kind and _before_in_sentence(one, mention)), None
    )


def _is_what(noun: Token) -> bool:
    """Whether "what would be", "what was" stands before a noun and its own words, whatever the parse makes of it."""
    words = [noun.doc[index].lower_ for index in range(max(noun.sent.start, noun.i - WHAT_BEFORE), noun.i)]
    after = words[words.index("what") + 1 :] if "what" in words else []
    return any(word in {"be", "is", "was", "are", "were"} for word in after)


def _before_in_sentence(one: Mention, other: Mention) -> bool:
    return one.sentence == other.sentence and one.token < other.token


def _flown(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The launch or blow of which a relative clause tells more: "tested missiles that flew over Japan"."""
    verb = doc[mention.token]
    if base(verb) == "advcl" and is_verb(verb.head):
        verb = verb.head  # "that flew over Japan before falling into the sea"
    if mention.kind not in BY_THINGS or verb.dep_ != "acl:relcl" or mention.when is not None:
        return None
    things = mention.match.slots.get("agent", ())
    if not any(word == verb.head and word.pos_ == "NOUN" for word in things):
        return None
    return next((one for one in mentions if one.kind == mention.kind and one.token == verb.head.head.i), None)


def _purpose(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The talks that are held to discuss something."""
    verb = doc[mention.token]
    to = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)
    purpose = to and base(verb) in {"acl", "advcl"} and "with" not in mention.match.slots
    if mention.kind != "meeting" or mention.word not in DISCUSSING or not purpose:
        return None
    talks = (one for one in reversed(mentions) if one.kind == "meeting" and _before_in_sentence(one, mention))
    return next((one for one in talks if one.noun or one.token == verb.head.i), None)


def _goes_on(mention: Mention, mentions: Sequence[Mention], doc: Doc) -> Mention | None:
    """The event of which is said how long it lasts: "The summit ends on Saturday"."""
    noun = doc[mention.token]
    lasts = mention.kind in LASTING and mention.noun and mention.definite and not mention.participants
    if not lasts or base(noun) != "nsubj" or lemma(noun.head) not in GOING_ON:
        return None
    earlier = [
        one for one in mentions if one.kind == mention.kind and one.token < mention.token and not one.hint
    ]
    return next((one for one in reversed(earlier) if one.word == mention.word), None)


def _nearest(
    mention: Mention, mentions: Sequence[Mention], fits: Callable[[Mention], bool], reach: int = REACH
) -> Mention | None:
    """The telling nearest to a mention that is done as the mention is, of its kind, of no other day, and fits."""
    if mention.status not in DONE:
        return None
    near = [
        (abs(other.evidence.start - mention.evidence.start), other.token, other)
        for other in mentions
        if other is not mention
        and other.kind == mention.kind
        and other.status in DONE
        and not other.hint
        and not days_clash(mention.when, other.when)
        and fits(other)
    ]
    near = [found for found in near if found[0] <= reach]
    return min(near)[2] if near else None
