"""What a number counts, and how it is written: "at least 23" killed, "25 percent" as a rate, "$11 million"."""

import re

from onrecord.extract.clause import base, case_of, is_verb, lemma
from onrecord.records.parse import Doc, Token

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
SCALES = frozenset({"million", "billion", "trillion", "thousand", "hundred", "dozen", "bn", "m"})
HYPHENED = frozenset({"percent", "barrel", "ton", "tonne", "dollar", "euro", "man", "strong"})
LED_BY = frozenset({"to", "of", "by", "in", "with", "for", "from"})
AFTER = frozenset({"after", "since", "before", "despite", "until", "till", "among", "including"})


def counted(token: Token, kind: str) -> str | None:
    """Name of what a number counts, or None where it measures nothing of the deed."""
    if token.ent_type_ or is_year(token):
        return None
    number = token
    if base(number) == "compound" and number.head.pos_ == "NUM":
        return None  # "40" of "40 million": the scale word stands for both
    hurt = harmed(number)
    if hurt is not None:
        return hurt
    if base(number) not in {"nummod", "compound"} or (
        number.head.i < number.i and number.head.text not in MONEY
    ):
        return None
    return _unit_key(number, number.head, kind)


def harmed(number: Token) -> str | None:
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


def is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100


def written(doc: Doc, number: Token) -> str:
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
    before = doc[max(0, first - 4) : first].text
    bound = BOUND.search(before)
    return f"{bound.group(0)} {text}" if bound and bound.group(0).lower() not in text.lower() else text
