"""Finding time expressions: all rules at once over the codes of tokens, then what belongs together."""

import re

from onrecord.extract.times import grammar_dates, grammar_lengths, grammar_relative
from onrecord.extract.times.lexing import Lexed, lex
from onrecord.extract.times.meaning import Meaning
from onrecord.extract.times.merging import Found, merge
from onrecord.extract.times.misreadings import misread
from onrecord.extract.times.rules import Nothing, Parts, Rule, codes_of
from onrecord.extract.times.words import CODE

RULES: tuple[Rule, ...] = (
    *grammar_lengths.SETS,
    *grammar_dates.RULES,
    *grammar_relative.RULES,
    *grammar_lengths.RULES,
)
_NAMED_GROUP = re.compile(r"\(\?P<[a-z_]+>")
_ANY = re.compile(
    "|".join(f"(?P<r{number}>{_NAMED_GROUP.sub('(?:', rule.codes)})" for number, rule in enumerate(RULES))
)
_RUN = re.compile("[^x]+")
# Tokens that only accompany others: no run without another, and no expression that begins with one of these.
_CORE = re.compile(
    "[^"
    + codes_of(
        "x A THE OF IN ON AT BY FOR OVER WITHIN DURING SINCE UNTIL TO THROUGH BETWEEN AND OR AS FULL"
        " FUTURE PRESENT"
        " LAST PAST PREVIOUS NEXT COMING FOLLOWING THIS THAT CURRENT SAME BEFORE AFTER AFTERWARDS PRIOR"
        " HENCE FROM"
        " MORE LEAST MOST LESS UP ABOUT NEARLY ALMOST OLD LONG VAGUE COUPLE DOZEN HALF JUST THAN ONE WORDNUM"
        " HUNDRED DAY NUM DEC BIGNUM BEGIN END MIDDLE ORD ORDNUM LOCAL TIMEW TIMES COMMA DOT HYPHEN"
        " LPAR RPAR POSS"
        " SLASH NEAR EARLY LATE EARLIER LATER RECENT AHEAD MOMENT"
    )
    + "]|"
    + codes_of("THE NEAR?FUTURE|AT PRESENT|THE PAST|AT THE MOMENT|x FUTURE|WORDNUM WORDNUM|RECENT|CURRENT")
)
_OUTSIDE = frozenset(codes_of("IN DURING ON JUST"))
_SIDES = frozenset(codes_of("BEFORE AFTER"))
_NEVER_FIRST = frozenset(codes_of("x OF TO AND OR COMMA DOT HYPHEN RPAR POSS SLASH BY FOR SINCE DURING"))


def scan(text: str, start: int, end: int) -> list[Found]:
    """The time expressions of `text[start:end]` in order, none overlapping another, not yet anchored."""
    lexed = lex(text, start, end)
    found: list[Found] = []
    for run in _RUN.finditer(lexed.codes):
        if _CORE.search(lexed.codes, run.start(), run.end()):
            _scan_run(text, lexed, run.start(), run.end(), found)
    return merge(text, end, found)


def _scan_run(text: str, lexed: Lexed, at: int, end: int, found: list[Found]) -> None:
    while at < end:
        match = None if lexed.codes[at] in _NEVER_FIRST else _ANY.match(lexed.codes, at)
        if match is None or match.lastgroup is None or match.end() == at:
            at += 1
            continue
        built, stop = _build(int(match.lastgroup[1:]), lexed, at)
        if built is None:
            at += 1
            continue
        if not isinstance(built, Nothing) and not misread(text, lexed, at, stop, built):
            found.append(_found(lexed, at, stop, built))
        at = stop


def _build(first: int, lexed: Lexed, at: int) -> tuple[Meaning | Nothing | None, int]:
    """What the first rule from number `first` on that matches and does not decline makes of a token."""
    for rule in RULES[first:]:
        if (match := rule.regex.match(lexed.codes, at)) and match.end() > at:
            built = rule.build(Parts(match, lexed.values))
            if built is not None:
                return built, match.end()
    return None, at


def _found(lexed: Lexed, at: int, stop: int, meaning: Meaning) -> Found:
    """Without a preposition or "only" before it, and without a bracket that closes what it does not open."""
    while at + 1 < stop and lexed.codes[at] in _OUTSIDE and lexed.codes[at + 1] not in _SIDES:
        at += 1
    if lexed.codes[stop - 1] == CODE["RPAR"] and CODE["LPAR"] not in lexed.codes[at:stop]:
        stop -= 1
    return Found(lexed.starts[at], lexed.ends[stop - 1], meaning)
