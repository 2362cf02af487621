"""Numbers that measure a deed: killed, injured, votes each way, troops, missiles, sums, rates."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.extract.binding import clause_head, clause_of
from onrecord.extract.clause import base, case_of, is_verb, lemma, text_of
from onrecord.extract.triggers import Match
from onrecord.extract.votes import tally

BOUND = re.compile(
    r"(?:at least|at most|more than|less than|fewer than|over|nearly|almost|about|around|some|up to|"
    r"approximately|roughly|an estimated|as many as|no fewer than|no less than|close to)$",
    re.IGNORECASE,
)
HARM = {
    "kill": "killed",
    "die": "killed",
    "slay": "killed",
    "wound": "injured",
    "injure": "injured",
    "hurt": "injured",
    "maim": "injured",
    "arrest": "arrested",
    "detain": "detained",
    "evacuate": "evacuated",
    "displace": "displaced",
    "abduct": "abducted",
    "imprison": "imprisoned",
}
STATES_OF_HARM = {
    "dead": "killed",
    "deaths": "killed",
    "fatalities": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "injuries": "injured",
    "missing": "missing",
}
PAIRS = frozenset(
    (
        "side leader president country nation state man minister capital neighbor neighbour party people "
        "premier government delegation enemy rival ally foe power diplomat counterpart other"
    ).split()
)
NOT_COUNTED = frozenset(
    (
        "year month week day hour minute second decade century occasion point km kilometer night "
        "kilometre mile meter metre am pm a.m. p.m. degree grade age old th anniversary page paragraph "
        "part version foot o'clock stage storey story floor seat lane way front reason thing gmt member"
    ).split()
)
TERMS = frozenset({"year", "month", "week", "day"})
SENTENCED = frozenset(
    "sentence remand jail imprison extend detain condemn serve prison imprisonment term custody ban".split()
)
RATED = frozenset({"percent", "%", "per cent", "cent"})
RATES = frozenset(
    "sanction aid cooperation agreement pledge threat concession withdrawal request vote".split()
)
CUTS = frozenset("cut reduce slash lower curb trim decrease".split())
MONEY = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "us$": "dollars", "₹": "rupees"}
SUMS = frozenset(
    "dollars euros pounds yen rupees shekels rubles roubles yuan won lira francs zlotys hryvnias rate cut".split()
)
SCALES = frozenset({"million", "billion", "trillion", "thousand", "hundred", "dozen", "bn", "m"})
HYPHENED = frozenset({"percent", "barrel", "ton", "tonne", "dollar", "euro", "man", "strong"})
LED_BY = frozenset({"to", "of", "by", "in", "with", "for", "from"})
AFTER = frozenset({"after", "since", "before", "despite", "until", "till", "among", "including"})
TOLL = re.compile(
    r"\b(?:death toll|toll|(?:number|count) (?:of )?(?:people |those |civilians )?(?:killed|dead|deaths)|"
    r"number of (?:people|those) killed)\b[^.;:]{0,90}?\b(?:to|at|of|reached|was|is|passed|exceeded|topped) ",
    re.IGNORECASE,
)


def counts_of(match: Match, doc: Doc) -> dict[str, str]:
    """Counts of the deed by what they count, as written with their bounds ("at least 23").

    Ages, years, ordinals, days and the "two leaders" who are named count nothing.
    """
    trigger = doc[match.token]
    if match.kind.kind == "vote":
        return dict(sorted((_said_of(trigger, "vote", SUMS) | _votes(trigger)).items()))
    found = _said_of(trigger, match.kind.kind)
    if match.kind.kind == "attack":
        for key, value in _toll(trigger, doc):
            found.setdefault(key, value)
        for token in _harmed_next(trigger, doc):
            if (harmed := _harmed(token)) is not None and not _is_year(token):
                found.setdefault(harmed, _written(doc, token))
    return dict(sorted(found.items()))


def _said_of(trigger: Token, kind: str, only: frozenset[str] | None = None) -> dict[str, str]:
    found: dict[str, str] = {}
    for token in _around(trigger, kind, trigger.doc):
        key = _counted(token, kind)
        if key is not None and (only is None or key in only):
            found.setdefault(key, _written(trigger.doc, token))
    return found


def _votes(trigger: Token) -> dict[str, str]:
    """From the sentence of the vote, else from the one after it."""
    found = tally(trigger.sent.text)
    doc, stop = trigger.doc, trigger.sent.end
    if stop < len(doc) and (not found or set(found) <= {"present"}):
        found = tally(doc[stop].sent.text) | found
    return found


# where the numbers of a deed stand ------------------------------------------------------------------


def _around(trigger: Token, kind: str, doc: Doc) -> list[Token]:
    """Words of the deed's clause and phrase and, for violence, of the clauses beside it that tell whom it harmed."""
    words = {token.i: token for token in clause_of(doc, trigger.i)}
    words |= {token.i: token for token in _phrase(trigger)}
    if is_verb(trigger) and not any(base(child) == "obj" for child in trigger.children):
        for child in trigger.children:  # "trading and transferring oil about 30 times"
            if child.dep_ == "conj" and not any(base(part) == "nsubj" for part in child.children):
                words |= {token.i: token for token in clause_of(doc, child.i)}
    if kind in RATES:  # "passed a resolution slashing imports by 90 percent"
        for node in (trigger, *(child for child in trigger.children if base(child) == "obj")):
            for child in node.children:
                if base(child) in {"acl", "advcl"} and child.lower_.endswith("ing"):
                    words |= {token.i: token for token in clause_of(doc, child.i)}
    if kind in {"attack", "protest", "coercion"}:
        near = {clause_head(trigger).i, trigger.i}
        harms = list(_harm_verbs(trigger))
        for verb in (*harms, *reversed(harms)):
            if verb.i not in near and _beside(verb, near):
                words |= {token.i: token for token in clause_of(doc, verb.i)}
                near.add(verb.i)
    return [token for _, token in sorted(words.items()) if token.pos_ == "NUM"]


def _phrase(trigger: Token, top: bool = True) -> Iterator[Token]:
    """The words that hang on a trigger, and on what is said of it in a relative clause, but of it alone."""
    yield trigger
    for child in trigger.children:
        if top and base(child) == "acl":
            yield from _phrase(child, top=False)
        if base(child) in {"acl", "advcl", "ccomp", "parataxis"} or (
            base(child) == "conj" and is_verb(child)
        ):
            continue
        yield from _phrase(child, top=False)


def _harm_verbs(trigger: Token) -> Iterator[Token]:
    for token in trigger.sent:
        harms = lemma(token) in HARM and is_verb(token)
        leaves = lemma(token) == "leave" and any(
            child.lower_ in STATES_OF_HARM for child in token.subtree if child.i > token.i
        )
        if (harms or leaves) and base(token) not in {"amod", "compound"}:
            yield token


def _beside(verb: Token, near: set[int]) -> bool:
    """Whether a clause of harm hangs on the deed's, the deed's on it, or both on one verb."""
    above = verb.head
    return (
        above.i in near
        or any(child.i in near for child in verb.children)
        or (base(verb) == "conj" and above.head.i in near)
    )


def _harmed_next(trigger: Token, doc: Doc) -> Iterator[Token]:
    """Numbers of a next sentence that only tells whom the deed harmed: "More than 80 were wounded, he said"."""
    stop = trigger.sent.end
    if stop >= len(doc) or any(token.ent_type_ == "PLACE" for token in doc[stop].sent):
        return
    verbs = [token for token in doc[stop].sent if base(token) == "root" or token.dep_ == "ROOT"]
    clauses = [
        child
        for verb in verbs
        for child in (verb, *verb.children)
        if base(child) in {"root", "ccomp", "ROOT"}
    ]
    for verb in clauses:
        if lemma(verb) in HARM and not any(base(child) == "obj" for child in verb.children):
            for clause in (verb, *(child for child in verb.children if child.dep_ == "conj")):
                yield from (token for token in clause_of(doc, clause.i) if token.pos_ == "NUM")


def _toll(trigger: Token, doc: Doc) -> Iterator[tuple[str, str]]:
    """ "The death toll rose to 31", in the deed's sentence or the next."""
    stop = trigger.sent.end
    sentences = [trigger.sent, *([doc[stop].sent] if stop < len(doc) else [])]
    for sentence in sentences:
        match = TOLL.search(sentence.text)
        if match is None:
            continue
        end = sentence.start_char + match.end()
        number = next((t for t in sentence if t.idx >= end and t.pos_ == "NUM"), None)
        if number is not None and number.idx <= end + 14 and not _is_year(number):
            yield "killed", _written(doc, number)
            return


# what a number counts -------------------------------------------------------------------------------


def _counted(token: Token, kind: str) -> str | None:
    """Name of what a number counts, or None where it measures nothing of the deed."""
    if token.ent_type_ or _is_year(token):
        return None
    number = token
    if base(number) == "compound" and number.head.pos_ == "NUM":
        return None  # "40" of "40 million": the scale word stands for both
    harmed = _harmed(number)
    if harmed is not None:
        return harmed
    if base(number) not in {"nummod", "compound"} or (
        number.head.i < number.i and number.head.text not in MONEY
    ):
        return None
    return _unit_key(number, number.head, kind)


def _harmed(number: Token) -> str | None:
    """Whom a deed harmed: "killing 12", "17 were wounded", "three dead", "left 14 people dead"."""
    unit = number.head if base(number) == "nummod" else number
    if case_of(unit) in AFTER or any(child.lower_ == "including" for child in unit.children):
        return None
    verb = unit.head
    state = STATES_OF_HARM.get(unit.lower_)
    if state is not None and unit != number:
        return state
    if base(unit) == "nsubj" and verb.lower_ in STATES_OF_HARM:
        return STATES_OF_HARM[verb.lower_]
    if base(unit) == "obj" and lemma(verb) == "leave":
        dead = next((c for c in verb.children if base(c) in {"xcomp", "amod"} and c.i > unit.i), None)
        return None if dead is None else STATES_OF_HARM.get(dead.lower_)
    behind = unit.nbor(1).lower_ if unit.i + 1 < len(unit.doc) else ""
    if behind in STATES_OF_HARM and behind != "missing" and unit.nbor(1).head in {unit, verb}:
        return STATES_OF_HARM[behind]
    while base(unit) == "conj" and not is_verb(unit):
        unit = unit.head
    verb = unit.head
    suffers = base(unit) == "obj" or unit.dep_ == "nsubj:pass" or lemma(verb) == "die"
    if lemma(verb) in HARM and base(unit) in {"nsubj", "obj"} and suffers:
        return HARM[lemma(verb)] if _is_people(unit) else None
    return None


def _is_people(unit: Token) -> bool:
    return unit.pos_ == "NUM" or unit.text not in MONEY


def _unit_key(number: Token, unit: Token, kind: str) -> str | None:
    word = lemma(unit)
    if unit.text.lower() in MONEY:
        return MONEY[unit.text.lower()] if number.i == unit.i + 1 or number.head == unit else None
    if word in RATED:
        return _rate(unit, kind)
    if word == "time":
        return "times" if unit.lower_ == "times" and base(unit) in {"obl", "advmod", "nmod"} else None
    if word in TERMS:
        return unit.lower_ if kind in {"proceeding", "coercion"} and _is_sentence(unit) else None
    return _noun(number, unit, word)


def _rate(unit: Token, kind: str) -> str | None:
    if kind not in RATES:
        return None
    above = unit.head
    if above.lower_ in {"majority", "chance", "stake", "share", "people", "voters"} or lemma(above) == "own":
        return None
    return "cut" if any(lemma(node) in CUTS for node in (above, above.head)) else "rate"


def _is_sentence(unit: Token) -> bool:
    """Whether a stretch of time is what a court gave: "15 months in prison", "extended her remand for eight days"."""
    nodes = (unit.head, unit.head.head, *unit.children)
    return case_of(unit) in {"", "to", "for", "by", "of"} and any(
        lemma(node) in SENTENCED for node in nodes if node != unit
    )


def _noun(number: Token, unit: Token, word: str) -> str | None:
    if word in NOT_COUNTED or not word.isascii() or unit.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if not any(char.isalpha() for char in word) or unit.ent_type_ or case_of(unit) in AFTER:
        return None
    if number.lower_ in {"one", "1"} or (word in PAIRS and number.lower_ in {"two", "both"}):
        return None  # "the two leaders" are named, not counted
    if number.i + 1 < len(number.doc) and number.nbor(1).text == "-" and word not in HYPHENED:
        return None  # "a nine-storey building", "a six-nation tour"
    if any(child.lower_ == "including" for child in unit.children):
        return None
    modifiers = [
        lemma(child) for child in unit.children if base(child) == "amod" and number.i < child.i < unit.i
    ]
    return "_".join([*modifiers[-1:], unit.lower_])


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100


def _written(doc: Doc, number: Token) -> str:
    """The number with what bounds or scales it: "at least 23", "about 1.5 million", "$11 million"."""
    first = min(
        (part.i for part in number.subtree if part.i <= number.i and part.dep_ not in {"cc", "punct"}),
        default=number.i,
    )
    if doc[first].lower_ in LED_BY and first < number.i:
        first += 1
    while (
        first > 1
        and doc[first - 1].text == "-"
        and doc[first - 2].pos_ == "NUM"
        and not doc[first - 2].whitespace_
    ):
        first -= 2  # "twenty-four"
    last = number.i
    while last + 1 < len(doc) and doc[last + 1].lower_ in SCALES:
        last += 1
    if first > 0 and doc[first - 1].text.lower() in MONEY:
        first -= 1
    if last + 1 < len(doc) and (doc[last + 1].lower_ in RATED or doc[last + 1].lower_ == "per"):
        last += 2 if doc[last + 1].lower_ == "per" else 1
    text = " ".join(doc[first : last + 1].text.split())
    before = text_of(doc)[max(0, doc[first].idx - 18) : doc[first].idx].rstrip()
    bound = BOUND.search(before)
    return f"{bound.group(0)} {text}" if bound and bound.group(0).lower() not in text.lower() else text
