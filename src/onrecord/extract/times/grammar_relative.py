"""Rules for times counted from somewhere: weekdays, today, last week, two days later, at ten."""

import re

from onrecord.extract.times.grammar_dates import portioned
from onrecord.extract.times.meaning import Base, Clock, Meaning, Modified, Offset, Reference, Shift, Weekday
from onrecord.extract.times.quantities import duration_value, quantity
from onrecord.extract.times.rules import Built, Parts, Rule, which_shift
from onrecord.extract.times.words import UNITS

AFTER_EVENT = ""  # an `Offset` of this waits for the words that follow it in the text
_MODS = {
    "ABOUT": "APPROX",
    "NEARLY": "LESS_THAN",
    "ALMOST": "LESS_THAN",
    "AT LEAST": "EQUAL_OR_MORE",
    "AT MOST": "EQUAL_OR_LESS",
    "MORE THAN": "MORE_THAN",
    "OVER": "MORE_THAN",
    "LESS THAN": "LESS_THAN",
    "LESS": "LESS_THAN",
    "UP TO": "EQUAL_OR_LESS",
}
_NEAR = {"LAST": -1, "NEXT": 1, "THIS": 0, "PREVIOUS": -1, "FOLLOWING": 1, "COMING": 1, "PRIOR": -1}


def modified(parts: Parts, of: Meaning) -> Meaning:
    """With the modifier ("about", "more than") that stands before it, if any."""
    mod = _MODS.get(" ".join(parts.names("approx")))
    return Modified(of, mod) if mod else of


def _weekday(parts: Parts) -> Built:
    week = next((_NEAR[name] for name in parts.names("week") if name in _NEAR), None)
    return portioned(parts, Weekday(parts.need("day"), parts.which(), week))


def _deictic(parts: Parts) -> Built:
    shift: Meaning = Shift("day", parts.need("today"))
    if parts.has("side"):
        shift = Shift("day", parts.need("today") + (1 if parts.names("side") == ("AFTER",) else -1))
    return portioned(parts, shift)


def _tonight(parts: Parts) -> Built:
    return Clock("TNI", Shift("day", 0))


def _overnight(parts: Parts) -> Built:
    return Clock("TNI")


def _unit(parts: Parts) -> Built:
    """last week, this month, the next day, the same year; "the next day" counts from the narrative."""
    names, unit = parts.names("which"), parts.word("unit") or ""
    if names[0] == "PAST":
        return None  # "the past week" is a length up to now
    shift = which_shift(names, unit)
    if names[0] == "NEXT" and parts.has("the"):
        shift = Shift(unit, 1, "narrative")
    return portioned(parts, shift)


def _of_the_unit(parts: Parts) -> Built:
    return portioned(parts, Shift(parts.word("unit") or "", 0))


def _weekend(parts: Parts) -> Built:
    if parts.has("which"):
        return portioned(parts, which_shift(parts.names("which"), "weekend"))
    return portioned(parts, Shift("weekend", None))


def _part_of_day(parts: Parts) -> Built:
    """this morning, last night, that evening, the next morning."""
    names = parts.names("which")
    day = which_shift(names, "day")
    if names[0] == "THIS":
        day = Shift("day", 0)
    elif names[0] == "NEXT" or (names[0] == "LAST" and parts.names("part") != ("UNIGHT",)):
        day = Shift("day", 1 if names[0] == "NEXT" else -1, "narrative")
    return Clock("T" + _part(parts), day)


def _part(parts: Parts) -> str:
    return "NI" if parts.names("part")[0] in {"UNIGHT", "TONIGHT"} else parts.word("part") or ""


def _bare_part(parts: Parts) -> Built:
    return Clock("T" + _part(parts))


def _noon(parts: Parts) -> Built:
    return Clock(parts.word("noon") or "")


_CLOCK = re.compile(r"(\d\d?)(?:[:.](\d\d))?(?::\d\d)?\s*([aApP])?")


def _clock(parts: Parts) -> Built:
    """10 a.m., 9:30am, 18:47, 1430 GMT, ten o'clock."""
    text, number = parts.word("time"), parts.number("time")
    hour, minute = number or 0, 0
    if text is not None:
        found = _CLOCK.match(text)
        if found is None:
            return None
        hour, minute = int(found.group(1)), int(found.group(2) or 0)
        half = found.group(3)
    else:
        half = None
        decimal = next((value for _, value in parts.tokens("time") if isinstance(value, float)), None)
        if decimal is not None:
            hour, minute = int(decimal), round(decimal % 1 * 100)
        elif hour > 100:
            hour, minute = divmod(hour, 100)
    ampm = parts.word("ampm") or half
    if ampm is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if ampm[0] in "pP" else 0)
    if hour > 24 or minute > 59:
        return None
    return modified(parts, Clock(f"T{hour:02d}:{minute:02d}"))


def _counted(parts: Parts) -> Shift:
    """The distance: "two weeks", "a day"; vague counts have no number."""
    unit = parts.word("unit") or ""
    count = quantity(parts.tokens("qty")).count if parts.has("qty") else (1 if parts.has("single") else None)
    return Shift(unit, count)


def _signed(shift: Shift, sign: int, base: Base, fine: bool) -> Shift:
    return Shift(shift.unit, None if shift.by is None else shift.by * sign, base, fine)


def _ago(parts: Parts) -> Built:
    names = parts.names("side")
    if parts.names("unit") and (parts.word("unit") in {"hour", "minute", "second"}):
        return _hours_ago(parts, names)
    shift = _counted(parts)
    if shift.by is None and not parts.has("qty") and "AGO" in names:
        return Reference("PAST_REF")
    return modified(parts, _signed(shift, -1 if "AGO" in names else 1, "published", fine=False))


def _and_a_half_ago(parts: Parts) -> Built:
    return modified(parts, Shift(parts.word("unit") or "", -1.5))


def _hours_ago(parts: Parts, names: tuple[str, ...]) -> Built:
    shift = _counted(parts)
    return modified(
        parts, Shift(shift.unit, None if shift.by is None else shift.by * (-1 if "AGO" in names else 1))
    )


def _told(parts: Parts) -> Built:
    """two days later, a week earlier, the day before: counted from the narrative's day."""
    back = bool({"EARLIER", "BEFORE", "PRIOR"} & set(parts.names("side")))
    return modified(parts, _signed(_counted(parts), -1 if back else 1, "narrative", fine=True))


def _around_event(parts: Parts) -> Built:
    """three weeks after the summit, the day before Christmas."""
    shift = _counted(parts)
    if UNITS[shift.unit][0].startswith("T"):
        # "for 48 hours from Friday noon" says how long
        return None if "FROM" in parts.names("side") else modified(parts, Offset(shift, AFTER_EVENT))
    if shift.by is None:
        return None
    back = bool({"BEFORE", "PRIOR"} & set(parts.names("side")))
    return modified(parts, Offset(_signed(shift, -1 if back else 1, "narrative", fine=True), AFTER_EVENT))


def _week_from(parts: Parts) -> Built:
    """a week from Monday."""
    count = quantity(parts.tokens("qty")).count
    if count is None:
        return None
    return Weekday(parts.need("day"), "next", None) if count == 1 else None


def _year_ago(parts: Parts) -> Built:
    return Shift(parts.word("unit") or "", -1)


def duration_text(parts: Parts) -> str:
    return duration_value(parts.word("unit") or "", quantity(parts.tokens("qty")).count)


_WEEKDAY = "(?P<day>WEEKDAY)"
_AT_CLOCK = "(?<=AT|BY|ABOUT|UNTIL|FROM|TO|BEFORE|AFTER|SINCE|LPAR|COMMA|HYPHEN)"

RULES: tuple[Rule, ...] = (
    Rule(_WEEKDAY + "(?P<week>OF?(?:LAST|THIS|NEXT|COMING|PREVIOUS|FOLLOWING)UWEEK)", _weekday),
    Rule("(?P<week>(?:LAST|NEXT|THIS)UWEEK)POSS?(?:ON|COMMA)?" + _WEEKDAY, _weekday),
    Rule("{portion}?THE?{which}" + _WEEKDAY, _weekday),
    Rule("{portion}?" + _WEEKDAY, _weekday),
    Rule("(?<=ON)(?P<day>ABWEEKDAY)(?!x)", _weekday),
    Rule("THE?UDAY(?P<side>BEFORE|AFTER)(?P<today>TODAY)", _deictic),
    Rule("{portion}?(?P<today>TODAY)", _deictic),
    Rule("TONIGHT", _tonight),
    Rule("OVERNIGHT", _overnight),
    Rule("{portion}?(?P<the>THE)?{which}(?P<part>PART|UNIGHT)", _part_of_day),
    Rule("(?:{portion}|{edge})?(?P<the>THE)?{which}(?:FISCAL|FULL)?HYPHEN?{long_unit}(?!HYPHEN(?:LONG"
         "|OLD|TO|x))", _unit),
    Rule("(?:{portion}|{edge})(?:THE|A|EACH)?FISCAL?(?:NEXT|LAST)?{long_unit}", _of_the_unit),
    Rule("(?P<unit>UYEAR|UMONTH|UQUARTER|UWEEK)(?:HYPHEN|POSS)?(?P<edge>END)(?!OF)", _of_the_unit),
    Rule("{portion}?(?:THE)?{which}UWEEKEND", _weekend),
    Rule("THE UWEEKEND", _weekend),
    Rule("{approx}?{qty}{any_units}(?:OR x)?(?P<side>AGO|HENCE|FROM (?:REF|TODAY))", _ago),
    Rule("{approx}?{units}(?P<side>AGO)", _ago),
    Rule("{approx}?A?{unit}AND A HALF(?P<side>AGO)", _and_a_half_ago),
    Rule("(?P<unit>UYEAR|UMONTH|UWEEK)HYPHEN(?P<side>AGO|EARLIER)", _year_ago),
    Rule("{approx}?{qty}{any_units}(?P<side>LATER|EARLIER|AFTERWARDS|(?:BEFORE|AFTER)(?=COMMA|DOT|RPAR"
         "|$))", _told),
    Rule("{units}(?P<side>LATER|EARLIER|AFTERWARDS)", _told),
    Rule("(?P<single>THE){unit}(?P<side>EARLIER|(?:BEFORE|AFTER)(?=COMMA|DOT|RPAR|$|x?$))", _told),
    Rule("{approx}?{qty}{any_units}(?P<side>BEFORE|AFTER|PRIOR TO|FROM|FOLLOWING)", _around_event),
    Rule("(?P<unit>PHOUR|PMINUTE)(?P<side>BEFORE|AFTER)", _around_event),
    Rule("(?P<single>THE){unit}(?P<side>BEFORE|AFTER|FOLLOWING)", _around_event),
    # times of day
    Rule("{approx}?(?P<time>CLOCKAP){zone}?", _clock),
    Rule("{approx}?(?P<time>DAY|CLOCK|DEC)(?P<ampm>AMPM){zone}?", _clock),
    Rule("{approx}?(?P<time>DAY|WORDNUM|ONE)HOURWORD(?:IN THE PART)?", _clock),
    Rule("(?P<time>CLOCK|YEAR|NUM)(?=ZONE|LOCAL TIMEW|x TIMEW){zone}", _clock),
    Rule(_AT_CLOCK + "(?P<time>CLOCK)", _clock),
    Rule("(?:JUST?(?:BEFORE|AFTER))?(?P<noon>NOON){zone}?", _noon),
    Rule("(?:EARLY|LATE|MID HYPHEN?)?(?:IN THE|DURING THE|THE)?(?P<part>PART|UNIGHT)", _bare_part),
)  # fmt: skip
