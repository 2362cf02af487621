"""Which kind of speech act the words of a saying are: a test a kind, each over what is asserted in one sentence.

A test answers with those whom the act is about, where its words show them ("Oslo must leave", "you lied").
"""

from collections.abc import Callable, Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.asserting import (
    NOT,
    UNCERTAIN,
    UNREAL,
    WE,
    Saying,
    asserted,
    aux,
    clauses,
    denied,
    done_to,
    is_other,
    is_own,
    is_party,
    lies_ahead,
    predicates,
    subject_of,
    subject_over,
)
from onrecord.extract.clause import base, case_of, is_passive, lemma
from onrecord.records.parse import Token

# what one denies having done
DEEDS = frozenset({"attack", "coercion", "mobilization", "aid", "sanction", "withdrawal", "cooperation"})
ON_PURPOSE = frozenset({"deliberately", "intentionally", "wilfully", "willfully", "knowingly", "cynically"})
CONDITIONAL = frozenset({"if", "unless", "any", "anyone", "anybody", "whoever"})
DO = frozenset({"do", "does", "can", "ca"})  # "we do not accept", "cannot accept"
OBLIGED = frozenset({"have", "need"})  # "they have to leave"
BACK = 60  # tokens before an imperative among which the mark that opens a quotation is looked for

Whom = tuple[Token, ...] | None
"""None: the words are no such act; else the words for those whom it is about, where the act itself shows them."""
SOMEBODY: Whom = ()


def _denies(saying: Saying) -> Whom:
    words = saying.vocab.words
    if saying.has("denying_phrases"):
        return SOMEBODY
    if any(lemma(word) in words["denying"] and _deniable(saying, word) for word in predicates(saying)):
        return SOMEBODY
    undone = any(
        (_undone(saying, verb) and is_own(saying, doer)) or _nobodys(saying, verb, doer)
        for verb, doer in clauses(saying)
    )
    return SOMEBODY if undone else None


def _deniable(saying: Saying, word: Token) -> bool:
    """Whether it is a report or a charge of which a word is said: "the claim is absurd", not "the move is"."""
    deniable = saying.vocab.words["deniable"]
    subject = subject_over(word)
    if subject is not None:
        return lemma(subject) in deniable
    return any(lemma(other) in deniable for other in saying.words)


def _nobodys(saying: Saying, verb: Token, doer: Token | None) -> bool:
    """ "No one was threatening anybody", "it had no soldiers in the country"."""
    words = saying.vocab.words
    if doer is None or lies_ahead(verb):
        return False
    if lemma(verb) == "have" and is_own(saying, doer):
        had = (thing for thing in done_to(verb) if any(child.lower_ == "no" for child in thing.children))
        return any(lemma(thing) in words["nothing_had"] for thing in had)
    none = doer.lower_ in {"nobody", "none"} or any(child.lower_ == "no" for child in doer.children)
    return none and lemma(verb) in words["wronging"] | words["forceful"]


def _undone(saying: Saying, verb: Token) -> bool:
    """Whether a clause says that a deed was not done: "had not sent arms", "did not fire on the crowd"."""
    if any(child.dep_ == "mark" and child.lower_ in UNREAL for child in verb.children):
        return False
    past = bool(aux(verb) & {"did", "had", "has", "have"}) and not aux(verb) & {"would", "could", "should"}
    tells = any(kind.kind in DEEDS for kind, _, _ in saying.vocab.verbs.get(lemma(verb), ()))
    return past and tells and any(child.lower_ in NOT for child in verb.children)


def _refuses(saying: Saying) -> Whom:
    """ "Will never accept", "would not prolong the agreement": what the speaker's own side will not do."""
    words = saying.vocab.words
    if saying.has("refusing_phrases"):
        return SOMEBODY
    refused = any(
        lemma(verb) in words["yielding"]
        and (lies_ahead(verb) or (lemma(verb) in words["consenting"] and aux(verb) & DO))
        and any(child.lower_ in NOT for child in verb.children)
        and is_own(saying, doer)
        for verb, doer in clauses(saying)
    )
    return SOMEBODY if refused else None


def _threatens(saying: Saying) -> Whom:
    """ "We will strike", "if they come, they will be hit", "the consequences would be grave if he died"."""
    words = saying.vocab.words
    if saying.has("threatening_phrases"):
        return SOMEBODY
    conditional = bool({word.lower_ for word in saying.words} & CONDITIONAL)
    for verb, doer in asserted(saying):
        if lemma(verb) in {"warn", "caution"} and doer is not None and doer.lower_ in WE:
            return tuple(done_to(verb))
        if not lies_ahead(verb):
            continue
        if is_own(saying, doer) and _would_do(saying, verb, conditional):
            return tuple(done_to(verb))
        hurt = _would_suffer(saying, verb, doer)
        if conditional and hurt:
            return hurt
    ahead = conditional and any(lies_ahead(word) for word in saying.words)
    grave = any(lemma(word) in words["consequences"] and base(word) == "nsubj" for word in saying.words)
    return SOMEBODY if ahead and grave else None


def _would_do(saying: Saying, verb: Token, conditional: bool) -> bool:
    """Whether what the speaker's side will do is a threat: in itself, as an answer, or if others do something."""
    words, word = saying.vocab.words, lemma(verb)
    if word == "stop":
        return any(is_other(saying, it) for it in done_to(verb))  # "will stop them", not "the train service"
    threatening = word in words["threatening"]
    return threatening and (conditional or word in words["forceful"] or _answers(saying, verb))


def _would_suffer(saying: Saying, verb: Token, doer: Token | None) -> tuple[Token, ...]:
    """Others to whom a threatening verb is done, or who pay: "they will be hit", "Oslo will face tariffs"."""
    words = saying.vocab.words
    if is_passive(verb):
        hurt = done_to(verb) if lemma(verb) in words["threatening"] else []
    else:
        hurt = [doer] if doer is not None and lemma(verb) in words["paying"] else []
    return tuple(it for it in hurt if is_other(saying, it))


def _answers(saying: Saying, verb: Token) -> bool:
    """ "Will respond to this rudeness", not "to the letter", nor without saying to what."""
    answered = arguments(verb).get("to", [])
    return lemma(verb) in {"respond", "react", "answer"} and any(
        is_other(saying, word) or lemma(word) in saying.vocab.words["wrongs"] for word in answered
    )


def _accuses(saying: Saying) -> Whom:
    words = saying.vocab.words
    if saying.has("accusing_phrases"):
        return SOMEBODY
    for word in predicates(saying):
        subject = subject_over(word)
        own = is_own(saying, subject)
        if lemma(word) in words["aggrieved" if own else "accusing"]:
            return () if subject is None or own else (subject,)
        faulted = lemma(word) in words["failings"] or case_of(word) == "behind"  # "is behind the unrest"
        if faulted and is_other(saying, subject):
            return (subject,) if subject is not None else ()
    for verb, doer in asserted(saying):
        if doer is not None and _blamed(saying, doer) and _wrongs(saying, verb):
            return (doer,)
        suffered = is_passive(verb) and any(is_own(saying, it) for it in done_to(verb))
        if suffered and lemma(verb) in words["wronging"]:
            return () if doer is None else (doer,)
    return None


def _blamed(saying: Saying, doer: Token) -> bool:
    """Whether a doer is of another side, or called by a word that condemns: "these provocations"."""
    named = {lemma(doer), *(lemma(child) for child in doer.children if base(child) == "amod")}
    return is_other(saying, doer) or (
        not is_own(saying, doer) and bool(named & saying.vocab.words["accusing"])
    )


def _wrongs(saying: Saying, verb: Token) -> bool:
    """Whether what somebody is said to do is held against him: a wrong in itself, or by what it is done to."""
    words, word = saying.vocab.words, lemma(verb)
    if aux(verb) & UNCERTAIN:
        return False
    if word in words["wronging"] or {child.lower_ for child in verb.children} & ON_PURPOSE:
        return True
    objects = done_to(verb)
    things = {lemma(thing) for thing in objects}
    parts = {
        lemma(part)
        for thing in objects
        for part in thing.children
        if base(part) in {"amod", "compound", "conj"}
    }
    return (
        (word in words["harming"] and bool(things & words["harmed"]))
        or (word in words["spreading"] and bool((things | parts) & words["evils"]))
        or (word in words["setting"] and not is_passive(verb) and bool(parts & words["accusing"]))
    )


def _requests(saying: Saying) -> Whom:
    if saying.has("requesting_phrases"):
        return SOMEBODY
    for verb, doer in asserted(saying):
        asked = _asks(saying, verb, doer)
        if asked is not None:
            return asked
    for word in saying.words:
        subject = subject_of(word)
        if subject is not None and _obliged(saying, word) and _asked(saying, word, subject):
            return (subject,)
        if needed := _needed(saying, word):
            return needed
        if _orders(saying, word):
            return SOMEBODY
    return None


def _asks(saying: Saying, verb: Token, doer: Token | None) -> Whom:
    """ "We urge them", "they have to come", "the crew must be released", whoever holds it."""
    words, word = saying.vocab.words, lemma(verb)
    if word in words["requesting_verbs"] and doer is not None and doer.lower_ in WE:
        return tuple(done_to(verb))
    if word in OBLIGED and doer is not None and is_party(saying, doer) and (word == "need" or _has_to(verb)):
        return (doer,)
    if is_passive(verb) and _obliged(saying, verb) and word in words["asked_for"]:
        return SOMEBODY
    return None


def _obliged(saying: Saying, word: Token) -> bool:
    return bool(aux(word) & saying.vocab.words["requesting"]) and "have" not in aux(word) and not denied(word)


def _has_to(verb: Token) -> bool:
    return any(
        base(child) == "xcomp" and any(part.dep_ == "mark" and part.lower_ == "to" for part in child.children)
        for child in verb.children
    )


def _asked(saying: Saying, word: Token, subject: Token) -> bool:
    """Whether it is asked that somebody do something, or that a matter be so; not expected ("should arrive")."""
    if lemma(word) in saying.vocab.words["expected"] and "must" not in aux(word):
        return False
    matter = lemma(subject) in saying.vocab.words["matters"] and not is_own(saying, subject)
    return matter or subject.lower_ == "it" or is_party(saying, subject)


def _needed(saying: Saying, word: Token) -> Whom:
    """Those of whom it is said that it is vital, or time, that they do something; None where nobody is named."""
    if lemma(word) not in saying.vocab.words["needful"] or not any(
        base(child) == "cop" for child in word.children
    ):
        return None
    for clause in word.children:
        if clause.i < word.i or base(clause) not in {
            "csubj",
            "ccomp",
            "acl",
            "advcl",
            "xcomp",
            "nmod",
            "obl",
        }:
            continue
        subject = subject_of(clause) or clause
        if subject.i != clause.i or base(clause) in {"nmod", "obl"}:
            return (subject,) if is_party(saying, subject) else None
    return None


def _orders(saying: Saying, verb: Token) -> bool:
    """An imperative at the head of what is said word for word: "Free the hostages"."""
    first = next(
        (word for word in saying.words if word.is_alpha and base(word) not in {"advmod", "cc"}), None
    )
    quoted = any(not word.is_alpha and word.text in "\"“'‘" for word in _before(verb))
    return (
        verb == first
        and quoted
        and verb.pos_ == "VERB"
        and verb.lower_ == lemma(verb)
        and subject_of(verb) is None
        and not aux(verb)
        and lemma(verb) not in saying.vocab.words["no_orders"]
        and any(
            base(child) in {"obj", "xcomp", "obl"} or child.dep_ == "compound:prt" for child in verb.children
        )
    )


def _before(token: Token) -> Iterator[Token]:
    """The words of a text before one, up to the mark that opens what is said or so far as is looked at."""
    for index in range(token.i - 1, max(token.i - BACK, -1), -1):
        yield token.doc[index]


def _supports(saying: Saying) -> Whom:
    words = saying.vocab.words
    if saying.has("supporting_phrases"):
        return SOMEBODY
    for word in predicates(saying):
        if lemma(word) in words["supporting"] and not any(base(child) == "xcomp" for child in word.children):
            return SOMEBODY
    for verb, doer in asserted(saying):
        if (
            lemma(verb) in words["supporting_verbs"]
            and is_own(saying, doer)
            and not aux(verb) & {"would", "could"}
        ):
            return tuple(done_to(verb))
    return None


def _pledges(saying: Saying) -> Whom:
    """What the speaker's own side will do for others, or never do: "we will not abandon you"."""
    words = saying.vocab.words
    if saying.has("pledging_phrases"):
        return SOMEBODY
    for verb in saying.words:
        if verb.pos_ != "VERB" or not lies_ahead(verb):
            continue
        if any(child.lower_ == "longer" for child in verb.children):
            continue  # "would no longer guarantee their safety"
        doer = next(iter(arguments(verb).get("agent", [])), None)
        said = words["forgoing" if denied(verb) else "pledging"]
        if lemma(verb) in said and is_own(saying, doer):
            return SOMEBODY
    return None


ORDER: tuple[tuple[Callable[[Saying], Whom], str], ...] = (
    (_denies, "denial"),
    (_threatens, "threat"),
    (_refuses, "rejection"),
    (_accuses, "accusation"),
    (_requests, "request"),
    (_supports, "support"),
    (_pledges, "pledge"),
)
