"""The small language in which the grammar is written: regular expressions over token classes.

In a pattern, a word in capitals is a token class (`WEEKDAY`), a name in braces one of `MACROS`, and white
space has no meaning; the rest is Python's `re`. A rule's builder gets the `Parts` of a match.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from onrecord.extract.times.meaning import Meaning, Shift, Year
from onrecord.extract.times.words import CODE, UNITS, Value

_NAME = {code: name for name, code in CODE.items()}
_CLASS = re.compile(r"\bA\b|[A-Z][A-Z0-9]+")
_MACRO = re.compile(r"\{([a-z_]+)\}")

_SINGULAR = "|".join(f"U{name.upper()}" for name in UNITS if name not in {"second", "weekend"})
_PLURAL = "|".join(f"P{name.upper()}" for name in UNITS if name not in {"weekend"})
_LONG = "UDAY|UWEEK|UMONTH|UQUARTER|UYEAR|UDECADE|UCENTURY"
_NUM = (
    "(?:(?:A|ONE|WORDNUM|DAY|NUM|DEC)HUNDRED|ONE|(?:DAY|NUM)FRAC|DAY|NUM|DEC|HUNDRED|WORDNUM HUNDRED"
    "|WORDNUM(?:HYPHEN?(?:WORDNUM|ONE))?)"
)
MACROS: dict[str, str] = {
    "month": "(?P<month>MONTH|WEAKMONTH|(?:ABMONTH|WEAKABMONTH)DOT?)",
    "strong_month": "(?P<month>MONTH|ABMONTH DOT?)",
    "any_month": "(?:MONTH|WEAKMONTH|ABMONTH|WEAKABMONTH)",
    "weekday": "(?:(?:THIS|LAST|NEXT)?(?P<weekday>WEEKDAY|ABWEEKDAY DOT?)(?:COMMA|LPAR)?(?:THE)?)",
    "dash": "(?:HYPHEN|TO|THROUGH|UNTIL)",
    "year": "(?P<year>YEAR|SHORTYEAR)",
    "year_ref": (
        "(?:(?:OF|IN)?THE?(?P<yref>(?:THIS|LAST|NEXT|THAT|SAME|CURRENT|PREVIOUS|FOLLOWING|COMING)+UYEAR))"
    ),
    "which": (
        "(?P<which>THIS(?:COMING|PAST|SAME)|THAT SAME|LAST|NEXT|THIS|COMING|PAST|PREVIOUS|FOLLOWING|THAT|SAME"
        "|CURRENT|PRIOR)"
    ),
    "portion": "(?P<portion>(?:EARLY|LATE|MID|EARLIER|LATER|SOMETIME)(?:HYPHEN|IN|ON)?)",
    "edge": "(?:THE?(?P<edge>BEGIN|END|MIDDLE)(?:OF|HYPHEN))",
    "unit": f"(?P<unit>{_SINGULAR})",
    "long_unit": f"(?P<unit>{_LONG})",
    "units": f"(?P<unit>{_PLURAL})",
    "plain_units": f"(?:{_PLURAL})",
    "any_units": f"(?P<unit>{_SINGULAR}|{_PLURAL})",
    "num": _NUM,
    "qty": (
        f"(?P<qty>(?:(?:HALF A)|A(?:VAGUE|COUPLE|DOZEN)(?:OF)?|COUPLE OF|VAGUE|DOZEN"
        f"|{_NUM}(?:(?:TO|OR|HYPHEN){_NUM})?(?:HYPHEN?AND HYPHEN?A HYPHEN?HALF HYPHEN?)?|A)MORE?)"
    ),
    "approx": (
        "(?P<approx>ABOUT|NEARLY|ALMOST|AT LEAST|AT MOST|MORE THAN|LESS THAN|OVER|UP TO|LESS|JUST"
        "|AS (?:EARLY|LATE|LONG) AS)"
    ),
    "zone": "(?:LPAR?(?:ZONE|LOCAL TIMEW|x TIMEW)RPAR?)",
}


def codes_of(pattern: str) -> str:
    """A pattern of the rule language as a regular expression over codes."""
    expanded = _MACRO.sub(lambda found: MACROS[found.group(1)], pattern)
    return re.sub(r"\s+", "", _CLASS.sub(lambda found: CODE[found.group()], expanded))


class Nothing(msgspec.Struct, frozen=True):
    """Looks like a date and is none ("31 February"): no part of it is read as another."""


NOTHING = Nothing()
Built = Meaning | Nothing | None
Builder = Callable[["Parts"], Built]


class Rule:
    """A pattern and what it means. A builder may decline (None) or find that there is no such date."""

    def __init__(self, pattern: str, build: Builder) -> None:
        self.codes = codes_of(pattern)
        self.regex = re.compile(self.codes)
        self.build = build


class Parts:
    """The named parts of a match: what their tokens are and mean."""

    def __init__(self, match: re.Match[str], values: Sequence[Value]) -> None:
        self._match = match
        self._values = values

    def has(self, group: str) -> bool:
        return group in self._match.re.groupindex and self._match.start(group) >= 0

    def names(self, group: str) -> tuple[str, ...]:
        """The classes of the tokens of a part; () where it is absent."""
        return tuple(_NAME.get(code, "") for code in self._match.group(group)) if self.has(group) else ()

    def number(self, group: str) -> int | None:
        """The first whole number among the values of a part."""
        return next((value for value in self._slice(group) if isinstance(value, int)), None)

    def word(self, group: str) -> str | None:
        """The first textual value of a part."""
        return next((value for value in self._slice(group) if isinstance(value, str)), None)

    def tokens(self, group: str) -> tuple[tuple[str, Value], ...]:
        return tuple(zip(self.names(group), self._slice(group), strict=True))

    def _slice(self, group: str) -> Sequence[Value]:
        if not self.has(group):
            return ()
        return self._values[slice(*self._match.span(group))]

    def need(self, group: str) -> int:
        """The number of a part that the pattern guarantees."""
        found = self.number(group)
        assert found is not None, f"no number in {group}"
        return found

    def year(self) -> Year:
        """The year of "May 5, 2025", "May '91", "May this year"; None where none is said."""
        if (year := self.number("year")) is not None:
            return full_year(year)
        if self.has("yref"):
            return which_shift(self.names("yref"), "year")
        return None

    def which(self) -> str | None:
        """last, next, this, previous, following, that; None where none is said."""
        return _which(self.names("which")) if self.has("which") else None


def full_year(year: int) -> int:
    """Two figures stand for 1940 to 2039: what today's news abbreviates."""
    if year >= 100:
        return year
    return 2000 + year if year < 40 else 1900 + year


def _which(names: Sequence[str]) -> str:
    for name, which in (
        ("COMING", "coming"),
        ("PAST", "last"),
        ("LAST", "last"),
        ("NEXT", "next"),
        ("PREVIOUS", "previous"),
        ("PRIOR", "previous"),
        ("FOLLOWING", "following"),
        ("THAT", "that"),
        ("SAME", "that"),
    ):
        if name in names:
            return which
    return "this"


_STEPS = {"last": -1, "next": 1, "coming": 1, "this": 0, "previous": -1, "following": 1, "that": 0}


def which_shift(names: Sequence[str], unit: str) -> Shift:
    """ "last year" (-1 from publication), "the previous year" (-1 from the narrative), …"""
    which = _which(names)
    told = which in {"previous", "following", "that"}
    return Shift(unit, _STEPS[which], "narrative" if told else "published")
