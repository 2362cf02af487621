"""What a number counts, and how it is written: "at least 23" killed, "25 percent" as a rate, "$11 million"."""

import re

from onrecord.extract.clause import base, case_of, is_verb, lemma
from onrecord.records.parse import Doc, Token

BOUND = re.compile(
    r"(?:(?:just|well|slightly|only|a little) )?"
    r"(?:at least|at most|more than|less than|fewer than|over|under|above|below|nearly|almost|about|around|some|"
    r"up to|approximately|roughly|an? estimated|as many as|as few as|as much as|no more than|no fewer than|"
    r"no less than|close to|upwards of|in excess of|between)$",
    re.IGNORECASE,
)
DEGREES = frozenset({"just", "well", "slightly", "only"})
QUANTITIES = frozenset({"tens", "dozens", "scores", "hundreds", "thousands", "millions"})
"""Nouns that are numbers: "dozens of protesters", "hundreds of thousands of people"."""
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
MONEY = {
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "us$": "dollars",
    "₹": "rupees",
    "rs": "rupees",
}
MONEY |= {"rs.": "rupees", "a$": "dollars", "c$": "dollars", "s$": "dollars", "hk$": "dollars", "r$": "reais"}
SCALES = frozenset(
    {
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dozen",
        "bn",
        "m",
        "crore",
        "lakh",
        "crores",
        "lakhs",
    }
)
DEADLY = frozenset({"shoot", "gun", "beat", "stab", "hack", "burn", "crush", "club", "torture", "stone"})
THEIR_MEMBERS = frozenset({"coercion", "attack", "withdrawal", "appointment"})
"""Kinds in which so many "members" are those to whom it was done, and not the size of a body."""
HYPHENED = frozenset({"percent", "barrel", "ton", "tonne", "dollar", "euro", "man", "strong"})
LED_BY = frozenset({"to", "of", "by", "in", "with", "for", "from", "at"})
THEM = frozenset({"them", "those", "whom", "these"})
WITHIN = frozenset({"in", "across", "at"})
AREAS = frozenset("province city town region district state country village place site location area".split())
AFTER = frozenset({"after", "since", "before", "despite", "until", "till", "among", "including"})


def is_number(token: Token) -> bool:
    """Whether a word is a number: "23", "dozens"; of "hundreds of thousands" the first word."""
    if token.lower_ not in QUANTITIES:
        return token.pos_ == "NUM"
    inner = token.i > 1 and token.nbor(-1).lower_ == "of" and token.nbor(-2).lower_ in QUANTITIES
    return token.pos_ in {"NOUN", "NUM", "ADJ"} and not inner


def counted(token: Token, kind: str) -> str | None:
    """Name of what a number counts, or None where it measures nothing of the deed."""
    if token.ent_type_ or is_year(token):
        return None
    number = token
    if _goes_on(token.doc, token.i - 1):
        return None  # "000" of "300 000": the first group stands for both
    if base(number) == "compound" and number.head.pos_ == "NUM":
        return None  # "40" of "40 million": the scale word stands for both
    hurt = harmed(number)
    if hurt is not None:
        return hurt
    if number.lower_ in QUANTITIES:
        units = [child for child in number.children if base(child) == "nmod" and case_of(child) == "of"]
        if len(units) == 1 and units[0].lower_ in QUANTITIES:  # "tens of thousands of protesters"
            units = [child for child in units[0].children if base(child) == "nmod" and case_of(child) == "of"]
        units = [unit for unit in units if unit.lower_ not in QUANTITIES]
        if not units:
            return "people" if base(number) == "nsubj" and kind == "protest" else None  # "hundreds marched"
        return _noun(number, units[0], lemma(units[0]))
    if kind == "gathering" and base(number) == "nmod" and case_of(number) == "for":
        return "people"  # "a banquet for 120"
    joined = number.nbor(2) if number.i + 2 < len(number.doc) and number.nbor(1).text == "-" else number
    if joined.lower_ in HYPHENED:
        return _unit_key(number, joined, kind)  # "the 2 million-barrel cap"
    if base(number) not in {"nummod", "compound"} or (
        number.head.i < number.i and number.head.text not in MONEY
    ):
        return None
    return _unit_key(number, number.head, kind)


def harmed(number: Token) -> str | None:
    """Whom a deed harmed: "killing 12", "17 were wounded", "three dead", "left 14 people dead"."""
    before = _verb_right_before(number)
    if before is not None:
        return HARM[lemma(before)]
    unit = number.head if base(number) == "nummod" else number
    if any(child.lower_ in THEM for child in unit.children) and _counted_before(number):
        return None  # "48 were hurt, one of them seriously": of those already counted
    if case_of(unit) in AFTER or any(child.lower_ == "including" for child in unit.children):
        return None
    verb = unit.head
    state = STATES_OF_HARM.get(unit.lower_)
    if state is not None and unit != number:
        return state
    if base(unit) == "nsubj" and verb.lower_ in STATES_OF_HARM:
        return STATES_OF_HARM[verb.lower_]
    if base(unit) == "obj" and lemma(verb) == "leave":
        parts = (*verb.children, *unit.children)  # "left 12 people dead", "left 12 of them dead"
        dead = next((c for c in parts if base(c) in {"xcomp", "amod"} and c.i > unit.i), None)
        return None if dead is None else STATES_OF_HARM.get(dead.lower_)
    if lemma(verb) in DEADLY and (base(unit) == "obj" or unit.dep_ == "nsubj:pass"):
        words = {child.lower_ for child in verb.children} | {
            part.lower_ for c in verb.children for part in c.children
        }
        if words & {"dead", "death"}:
            return "killed"  # "were shot dead", "beat two men to death"
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


def _verb_right_before(number: Token) -> Token | None:
    """The verb of harm in "killed eight and wounded 23", however the parse hangs the numbers."""
    verb = number.nbor(-1) if number.i > 0 else number
    bare = base(number) != "nummod" or number.head.i < number.i
    passive = any(child.dep_ in {"aux:pass", "cop"} for child in verb.children)
    return verb if bare and is_verb(verb) and lemma(verb) in HARM and not passive else None


def _counted_before(number: Token) -> bool:
    return any(is_number(word) and not is_year(word) for word in number.sent if word.i < number.i)


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
    if word == "member" and kind in THEIR_MEMBERS and base(number) == "nummod":
        return unit.lower_
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
    if not any(char.isalpha() for char in word) or case_of(unit) in AFTER:
        return None
    if unit.ent_type_ and not (unit.ent_type_ == "MISC" and unit.lower_.endswith("s")):
        return None  # names count nothing, but peoples do: "freed 10 Americans"
    if case_of(unit) in WITHIN and word in AREAS:
        return None  # "raids in 51 provinces"
    if number.lower_ in {"one", "1"} or (word in PAIRS and number.lower_ in {"two", "both"} and _named(unit)):
        return None  # "the two leaders" are named, not counted
    if number.i + 1 < len(number.doc) and number.nbor(1).text == "-" and word not in HYPHENED:
        return None  # "a nine-storey building", "a six-nation tour"
    if any(child.lower_ == "including" for child in unit.children):
        return None
    if word in HYPHENED and not unit.lower_.endswith("s"):
        return f"{unit.lower_}s"
    modifiers = [
        lemma(child) for child in unit.children if base(child) == "amod" and number.i < child.i < unit.i
    ]
    return "_".join([*modifiers[-1:], unit.lower_])


def _named(unit: Token) -> bool:
    """Whether "two" only points at those spoken of: "the two leaders", "two leaders met", not "expelled two"."""
    pointed = any(base(child) in {"det", "nmod"} and child.i < unit.i for child in unit.children)
    return pointed or base(unit) != "obj" or lemma(unit.head) in {"meet", "see", "host", "receive", "join"}


def is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100


def _goes_on(doc: Doc, index: int) -> bool:
    """Whether a number goes on behind the space after a token: "300 000"."""
    if index < 0 or index + 1 >= len(doc):
        return False
    one, other = doc[index].text, doc[index + 1].text
    return one.isdigit() and len(one) <= 3 and other.isdigit() and len(other) == 3


def written(doc: Doc, number: Token) -> str:
    """The number with what bounds or scales it: "at least 23", "about 1.5 million", "$11 million"."""
    inside = {part.i for part in number.subtree if part.dep_ not in {"cc", "punct"}}
    first = number.i
    while first - 1 in inside and (doc[first - 1].pos_ not in {"NOUN", "PROPN"} or is_number(doc[first - 1])):
        first -= 1
    if doc[first].lower_ in LED_BY and first < number.i and doc[first + 1].lower_ not in {"least", "most"}:
        first += 1
    if number.lower_ in SCALES and first == number.i:
        while first > 0 and doc[first - 1].lower_ in {"a", "few", "several", "half"}:
            first -= 1  # "a few dozen", "half a million"
    while (
        first > 1
        and doc[first - 1].text == "-"
        and doc[first - 2].pos_ == "NUM"
        and not doc[first - 2].whitespace_
    ):
        first -= 2  # "twenty-four"
    last = number.i
    while _goes_on(doc, last):
        last += 1
    while last + 1 < len(doc) and doc[last + 1].lower_ in SCALES:
        last += 1
    last = _end_of_range(doc, first, last)
    if first > 0 and doc[first - 1].lower_ in DEGREES:
        first -= 1
    if first > 0 and doc[first - 1].text.lower() in MONEY:
        first -= 1
    if last + 1 < len(doc) and (doc[last + 1].lower_ in RATED or doc[last + 1].lower_ == "per"):
        last += 2 if doc[last + 1].lower_ == "per" else 1
    text = " ".join(doc[first : last + 1].text.split())
    before = doc[max(0, first - 4) : first].text
    particle = first > 0 and doc[first - 1].dep_ == "compound:prt"  # "hand over ten radars"
    bound = None if particle else BOUND.search(before)
    return f"{bound.group(0)} {text}" if bound and bound.group(0).lower() not in text.lower() else text


def _end_of_range(doc: Doc, first: int, last: int) -> int:
    """The last word of "between 20 and 30", "20 to 30", "hundreds of thousands"."""
    if last + 2 >= len(doc):
        return last
    joint, other = doc[last + 1].lower_, doc[last + 2]
    if joint == "of" and other.lower_ in QUANTITIES:
        return last + 2
    between = "between" in {doc[first].lower_, doc[max(first - 1, 0)].lower_}
    ranged = (joint == "and" and between) or (joint in {"to", "-", "–"} and other.head.i > other.i)
    return last + 2 if ranged and other.pos_ == "NUM" and doc[last].pos_ == "NUM" else last
