"""From text to tokens and the codes of their classes."""

import re

import msgspec

from onrecord.extract.times.feasts import FEASTS
from onrecord.extract.times.words import CODE, LEXICON, OTHER, Value

TOKEN = re.compile(
    r"[A-Za-zÀ-ɏ]{2,}"  # most tokens first: the order is for speed
    r"|\d{4,}-\d\d?-\d+(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"  # 2025-09-03T10:00
    r"|\d+(?:[.,:/]\d+)*[^\W\d_]*"  # 10  10:30  2,014  9/11  9.5.2025  9th  10pm  1990s
    r"|['’]\d\ds?(?!\w)|['’]s(?!\w)"  # '91  '90s  's
    r"|[aApP]\.\s?[mM]\b\.?|[oO]['’]clock|[QH][1-4](?!\w)"
    r"|\w|[^\w\s]"
)
_BLANK_LINE = re.compile(r"\n\s*\n")
_NUMBERS = re.compile(
    r"(?P<ISO>\d{4,}-\d\d?-\d+.*)"
    r"|(?P<NUMDATE>\d\d?/\d\d?/(?:\d{4}|\d\d)|\d\d?\.\d\d?\.(?:\d{4}|\d\d)|\d{4}[/.]\d\d?[/.]\d\d?)"
    r"|(?P<YEARSPAN>[12]\d{3}/(?:\d{4}|\d\d))"
    r"|(?P<CLOCKAP>\d\d?(?:[:.]\d\d)?[aApP][mM])"
    r"|(?P<CLOCK>\d\d?:\d\d(?::\d\d)?)"
    r"|(?P<ORDAY>\d{1,3}(?:st|nd|rd|th))"
    r"|(?P<DECADE>[12]\d\d0s|['’]?\d0s)"
    r"|(?P<SHORTYEAR>['’]\d\d)"
    r"|(?P<BIGNUM>\d{5,})"
    r"|(?P<NUM>\d{1,3}(?:,\d{3})+|\d{1,4})"
    r"|(?P<FRAC>1/2)"
    r"|(?P<DEC>\d+\.\d+)"
)
# A feast's name counts where it is capitalised, and not as part of another name.
_FEAST = re.compile(
    "(?:"
    + "|".join(re.escape(name).replace("'", "['’]") for name in sorted(FEASTS, key=len, reverse=True))
    + r")(?![\w-])(?!\s(?:Island|Offensive|Rebellion|Accords?|Agreement))",
    re.IGNORECASE,
)
_FEAST_STARTS = frozenset(TOKEN.findall(name)[0].capitalize() for name in FEASTS) | {"V", "VE", "VJ"}


class Lexed(msgspec.Struct, frozen=True):
    """Tokens of a stretch of text: a code each, where each starts and ends in the text, and its value."""

    codes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[Value, ...]


def lex(text: str, start: int, end: int) -> Lexed:
    """The tokens of `text[start:end]`; a blank line between two tokens counts as a token of its own."""
    tokens: list[tuple[str, int, int, Value]] = []
    find = LEXICON.get
    last, before = start, ""
    for match in TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        if begin < last:
            continue
        word = match.group()
        if begin - last > 1 and _BLANK_LINE.search(text, last, begin):
            tokens.append((OTHER, last, last, None))
        entry = find(word)
        if word in _FEAST_STARTS and (feast := _FEAST.match(text, begin, end)):
            entry = CODE["HOLIDAY"], feast.group().lower().replace("’", "'")
            stop = feast.end()
        elif entry is None:
            entry = _PLAIN_WORD if word.isalpha() else _classify(word)
        elif word == "last" and before in _AUXILIARIES:
            entry = _PLAIN_WORD  # "is expected to last six months"
        tokens.append((entry[0], begin, stop, entry[1]))
        last, before = stop, word
    if not tokens:
        return Lexed("", (), (), ())
    codes, starts, ends, values = zip(*tokens, strict=True)
    return Lexed("".join(codes), starts, ends, values)


_PLAIN_WORD = (OTHER, None)
_AUXILIARIES = frozenset(
    "to will would could may might can should must not usually typically generally often".split()
)


def _classify(word: str) -> tuple[str, Value]:
    if word[0] in "QH" and word[1:] in {"1", "2", "3", "4"}:
        return CODE["QCODE"], word
    if word[0] not in "0123456789'’" and word[-1] not in ".mMkK":
        return _PLAIN_WORD
    if (entry := LEXICON.get(word.lower().replace(" ", "").replace("’", "'"))) and len(word) > 2:
        return entry if entry[0] in _PUNCTUATED else _PLAIN_WORD
    found = _NUMBERS.fullmatch(word)
    if found is None or found.lastgroup is None:
        return _PLAIN_WORD
    return _number(found.lastgroup, word)


_PUNCTUATED = frozenset((CODE["AMPM"], CODE["HOURWORD"]))


def _number(name: str, word: str) -> tuple[str, Value]:
    value: Value = word
    if name == "ORDAY":
        value = int(word[:-2])
        name = "ORDAY" if 1 <= value <= 31 else "ORDNUM"
    elif name == "NUM" and len(word) == 4 and word[0] == "0":  # "0030 GMT"
        return CODE["CLOCK"], f"{word[:2]}:{word[2:]}"
    elif name in {"NUM", "BIGNUM"}:
        value = int(word.replace(",", "")) if len(word) < 12 else None
    elif name == "FRAC":
        value = 0.5
    elif name == "DEC":
        value = float(word)
    elif name == "SHORTYEAR":
        value = int(word[1:])
    elif name == "DECADE":
        value = int(word.strip("'’s")) + (1900 if word[0] in "'’" else 0)
    return CODE[name], value
