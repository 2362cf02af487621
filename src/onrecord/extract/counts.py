"""Numbers that measure a deed: killed, injured, votes each way, troops, missiles, sums, rates."""

import re

from spacy.tokens import Doc, Token

from onrecord.extract.binding import clause_of
from onrecord.extract.clause import base, lemma
from onrecord.extract.triggers import Match

BOUND = re.compile(
    r"(?:at least|at most|more than|less than|fewer than|over|nearly|almost|about|around|some|up to|"
    r"approximately|roughly|an estimated|as many as|no fewer than|no less than|close to)$",
    re.IGNORECASE,
)
HARM = {
    "kill": "killed",
    "die": "killed",
    "wound": "injured",
    "injure": "injured",
    "hurt": "injured",
    "arrest": "arrested",
    "detain": "detained",
    "evacuate": "evacuated",
}
PAIRS = frozenset(
    {
        "side",
        "leader",
        "president",
        "country",
        "nation",
        "state",
        "man",
        "minister",
        "capital",
        "neighbor",
        "neighbour",
        "party",
        "people",
    }
)
NOT_COUNTED = frozenset(
    (
        "year month week day hour minute decade century time occasion percent point km kilometer "
        "kilometre mile meter metre am pm a.m. p.m. degree grade age old th anniversary page paragraph "
        "part version pound foot % o'clock round stage"
    ).split()
)
FAVOUR = re.compile(
    r"\b(?:in favou?r|for it|in support|voted for|for the)\b|\bapprov|\bback(?:ed|ing)\b|\bsupport",
    re.IGNORECASE,
)
AGAINST = re.compile(r"\b(?:against|oppos\w+|voted no|reject\w+)\b", re.IGNORECASE)
ABSTAIN = re.compile(r"\babst\w+", re.IGNORECASE)
PRESENT = re.compile(r"\b(?:present|attend\w*|out of|took part)\b", re.IGNORECASE)


def counts_of(match: Match, doc: Doc) -> dict[str, str]:
    """Counts of the deed by what they count, as written with their bounds ("at least 23")."""
    if match.kind.kind == "vote":
        return _tally(doc, doc[match.token])
    found: dict[str, str] = {}
    trigger = doc[match.token]
    around = {token.i: token for token in (*clause_of(doc, match.token), *trigger.subtree)}
    for _, token in sorted(around.items()):
        if token.pos_ != "NUM" or base(token) != "nummod" or token.head.i < token.i:
            continue
        unit = token.head
        name = _unit(unit)
        both = name in PAIRS and token.lower_ in {"two", "both"}  # "the two leaders" are named, not counted
        if name is not None and not both and not _is_date(token, unit):
            found.setdefault(_key(unit, name), _written(doc, token))
    return dict(sorted(found.items()))


def _unit(unit: Token) -> str | None:
    word = lemma(unit)
    if word in NOT_COUNTED or not word.isascii() or unit.pos_ not in {"NOUN", "PROPN", "SYM", "ADJ"}:
        return None
    return word


def _is_date(token: Token, unit: Token) -> bool:
    return unit.ent_type_ == "DATE" or (
        token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100
    )


def _key(unit: Token, word: str) -> str:
    verb = unit.head
    if base(unit) in {"nsubj", "obj"} and lemma(verb) in HARM:
        return HARM[lemma(verb)]
    modifiers = [
        lemma(child) for child in unit.children if base(child) == "amod" and child.i > unit.left_edge.i
    ]
    plural = unit.lower_ if unit.lower_.endswith("s") else word
    return "_".join([*modifiers[-1:], plural])


def _written(doc: Doc, number: Token) -> str:
    """The number with what bounds or scales it: "at least 23", "about 1.5 million", "$11 million"."""
    first = min((part.i for part in number.subtree if part.dep_ not in {"cc", "punct"}), default=number.i)
    last = number.i
    while last + 1 < len(doc) and doc[last + 1].lower_ in {
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dozen",
    }:
        last += 1
    text = doc[first : last + 1].text
    before = doc.text[max(0, doc[first].idx - 18) : doc[first].idx].rstrip()
    bound = BOUND.search(before)
    return f"{bound.group(0)} {text}" if bound and bound.group(0).lower() not in text.lower() else text


def _tally(doc: Doc, trigger: Token) -> dict[str, str]:
    """Votes each way, read from the sentence of the vote and the one after it."""
    sentence = trigger.sent
    stop = sentence.end
    if stop < len(doc):
        stop = doc[stop].sent.end
    found: dict[str, str] = {}
    for start, end in ((sentence.start, sentence.end), (sentence.end, stop)):
        for token in doc[start:end]:
            if (
                token.pos_ == "NUM"
                and not _is_date(token, token.head)
                and token.head.lower_ not in NOT_COUNTED
            ):
                key = _side(doc, token)
                if key is not None:
                    found.setdefault(key, _written(doc, token))
        if found:
            break
    score = re.search(
        r"\b(\d{1,4})\s?(?:-|–|—|to)\s?(\d{1,4})\b(?=[^.]{0,40}\b(?:vote|majority|favou?r|ballot)|)",
        sentence.text,
    )
    if (
        score
        and "in_favour" not in found
        and re.search(r"\bvot|\bballot|\bmajority|\bpass|\badopt|\bapprov", sentence.text)
    ):
        found |= {"in_favour": score.group(1), "against": score.group(2)}
    return dict(sorted(found.items()))


def _side(doc: Doc, token: Token) -> str | None:
    """What a number of votes counts, by the words behind it up to the next number or comma."""
    stop = token.i + 1
    while stop < min(token.i + 9, len(doc)) and doc[stop].pos_ != "NUM" and doc[stop].text not in {".", ";"}:
        if doc[stop].text == "," and stop > token.i + 1:
            break
        stop += 1
    behind = doc[token.i : stop].text
    before = doc[max(token.i - 3, token.sent.start) : token.i].text
    if ABSTAIN.search(behind):
        return "abstained"
    if AGAINST.search(behind):
        return "against"
    if re.search(r"\b(?:out of|of the)\s*$", before, re.IGNORECASE) or re.search(r"\bpresent\b", behind):
        return "present"
    if FAVOUR.search(behind) or re.search(r"\b(?:in favou?r|yes|for)\b", behind):
        return "in_favour"
    return None
