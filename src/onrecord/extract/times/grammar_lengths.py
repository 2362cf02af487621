"""Rules for durations, sets of times, and references to past, present and future at large."""

from onrecord.extract.times.grammar_relative import duration_text, modified
from onrecord.extract.times.meaning import Ahead, Duration, Recurrence, Reference, Shift
from onrecord.extract.times.quantities import duration_value, quantity
from onrecord.extract.times.rules import Built, Parts, Rule

_SIDES = {"LAST": -1, "PAST": -1, "RECENT": -1, "NEXT": 1, "COMING": 1}
_REFERENCES = {"COMING": "FUTURE_REF", "NEXT": "FUTURE_REF", "RECENT": "PAST_REF", "PAST": "PAST_REF"}


def _duration(parts: Parts) -> Built:
    if parts.word("unit") == "quarter" and parts.names("qty") == ("A",):
        return None  # of something, more often than of a year
    return modified(parts, Duration(duration_text(parts)))


def _in(parts: Parts) -> Built:
    """in two weeks: a length, and in a clause about what is ahead the time at its end."""
    return _ahead(parts, "at")


def _within(parts: Parts) -> Built:
    """within 30 days: a length, and in a clause about what is ahead the days up to its end."""
    return _ahead(parts, "within")


def _ahead(parts: Parts, ahead: Ahead) -> Built:
    count, unit = quantity(parts.tokens("qty")).count, parts.word("unit") or ""
    if count is None or (unit == "quarter" and parts.names("qty") == ("A",)):
        return _duration(parts)
    return modified(parts, Duration(duration_value(unit, count), 1, Shift(unit, count), ahead))


def _one(parts: Parts) -> Built:
    """day-long, the past year."""
    unit = parts.word("unit") or ""
    side = _SIDES.get(parts.names("which")[0], 0) if parts.has("which") else 0
    return Duration(duration_value(unit, 1), side, Shift(unit, side) if side else None)


def _anchored(parts: Parts) -> Built:
    """the past three days, the next two weeks."""
    side = _SIDES.get(parts.names("which")[0], 0)
    count, unit = quantity(parts.tokens("qty")).count, parts.word("unit") or ""
    shift = Shift(unit, count * side) if side and count is not None else None
    return Duration(duration_value(unit, count), side, shift)


def _half(parts: Parts) -> Built:
    return modified(parts, Duration(duration_value(parts.word("unit") or "", 0.5)))


def _and_a_half(parts: Parts) -> Built:
    return modified(parts, Duration(duration_value(parts.word("unit") or "", 1.5)))


def _vague(parts: Parts) -> Built:
    return Duration(duration_value(parts.word("unit") or "", None))


def _at_large(parts: Parts) -> Built:
    """recent weeks; "recent weeks and months" is past at large."""
    if parts.has("more"):
        return Reference(_REFERENCES[parts.names("which")[0]])
    return Duration(duration_value(parts.word("unit") or "", None))


def _stretch(parts: Parts) -> Built:
    """the first nine months of 2013."""
    return Duration(duration_text(parts))


def _told_unit(parts: Parts) -> Built:
    """for the quarter: the one told last, else that of publication."""
    return Shift(parts.word("unit") or "", 0, "narrative")


def _reference(parts: Parts) -> Built:
    return Reference(parts.word("ref") or "")


def _adverb(parts: Parts) -> Built:
    return Recurrence(parts.word("set") or "")


def _every_unit(parts: Parts) -> Built:
    unit = parts.word("unit") or ""
    if parts.has("other") or parts.number("ord") == 2:
        return Recurrence(duration_value(unit, 2))
    if parts.has("ord"):
        return Recurrence(duration_value(unit, parts.number("ord")))
    return Recurrence(duration_value(unit, quantity(parts.tokens("qty")).count if parts.has("qty") else 1))


def _weekdays(parts: Parts) -> Built:
    part = ""
    if parts.has("part"):
        part = "T" + ("NI" if parts.names("part")[0] in {"PNIGHT", "UNIGHT"} else parts.word("part") or "")
    return Recurrence(f"XXXX-WXX-{parts.need('day') + 1}{part}")


def _every_month(parts: Parts) -> Built:
    day = parts.number("date")
    return Recurrence(f"XXXX-{parts.need('month'):02d}" + (f"-{day:02d}" if day else ""))


def _every_season(parts: Parts) -> Built:
    return Recurrence(f"XXXX-{parts.word('season')}")


def _every_part(parts: Parts) -> Built:
    return Recurrence("XXXX-XX-XXT" + (parts.word("part") or "NI"))


_FOR = "(?<=(?:FOR|OVER|IN|AFTER|WITHIN|DURING|TIMES))"

# Tried before all others: "Monday nights" is no Monday.
SETS: tuple[Rule, ...] = (
    Rule("(?:EVERY|EACH)(?P<other>OTHERW)?(?P<ord>ORD)?{any_units}", _every_unit),
    Rule("EVERY{qty}{units}", _every_unit),
    Rule("(?:EVERY|EACH)(?P<day>WEEKDAY)(?P<part>PART|UNIGHT)?", _weekdays),
    Rule("(?:EVERY|EACH){month}(?P<date>DAY|ORDAY)?", _every_month),
    Rule("(?:EVERY|EACH)(?P<season>SEASON|FALL)", _every_season),
    Rule("(?:EVERY|EACH)(?P<part>PART|UNIGHT)", _every_part),
    Rule("(?P<day>WEEKDAYS)(?:AND WEEKDAYS)?", _weekdays),
    Rule("(?P<day>WEEKDAY)(?P<part>PARTS|PNIGHT)", _weekdays),
    Rule("(?:ONCE|(?:{num})TIMES)(?:A|PER|EVERY|EACH){unit}", _every_unit),
    Rule("(?P<set>ADVSET)", _adverb),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    Rule("THE?(?:ORD|LAST){qty}{any_units}OF(?:THE UYEAR|{year}|{year_ref})", _stretch),
    # durations that end or begin at the anchor
    Rule("THE?(?P<which>LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|ORD){qty}{any_units}", _anchored),
    Rule("(?:THE)?(?P<which>PAST)(?P<unit>UDAY|UWEEK|UMONTH|UYEAR|UDECADE|UCENTURY)", _one),
    Rule("THE?(?P<which>COMING|RECENT|PAST|NEXT){units}(?P<more>(?:AND|OR){plain_units})?", _at_large),
    Rule("THE{units}AHEAD", _vague),
    Rule("THE{unit}AHEAD(?!OF)", _one),
    # lengths and ages
    Rule("{approx}?HALF HYPHEN?A?(?:HYPHEN)?{any_units}", _half),
    Rule("{approx}?A?{unit}AND A HALF", _and_a_half),
    Rule("{approx}?(?P<qty>{num})HYPHEN?{any_units}HYPHEN?(?:OLD|LONG)", _duration),
    Rule("{approx}?(?P<qty>{num})HYPHEN{any_units}", _duration),
    Rule("(?<=IN){approx}?{qty}{any_units}", _in),
    Rule("(?<=WITHIN){approx}?{qty}{any_units}", _within),
    Rule("{approx}?THE?{qty}FULL?{any_units}(?!HYPHEN(?:LONG|OLD))", _duration),
    Rule("{long_unit}HYPHEN LONG", _one),
    Rule("{units}HYPHEN(?:LONG|OLD)", _vague),
    Rule(_FOR + "{units}", _vague),
    Rule("{units}", _vague),
    Rule("(?<=FOR|IN|DURING|OVER|THROUGH)THE(?:FISCAL|FULL)*(?P<unit>UYEAR|UQUARTER|UMONTH|UWEEK)"
         "(?!OF|SINCE|TO|AFTER|BEFORE|AHEAD|HYPHEN|POSS|UNTIL|THAT|DAY|NUM|YEAR|BIGNUM)", _told_unit),
    # at large
    Rule("(?P<ref>REF)", _reference),
    Rule("THE(?:NEAR|x)?FUTURE", lambda _: Reference("FUTURE_REF")),
    Rule("THESE PDAY|CURRENT|AT PRESENT|(?<=AT)THE MOMENT", lambda _: Reference("PRESENT_REF")),
    Rule("RECENT(?!{units})", lambda _: Reference("PAST_REF")),
    Rule("(?<=IN)THE PAST(?=COMMA|DOT|AND|x|$)", lambda _: Reference("PAST_REF")),
)  # fmt: skip
