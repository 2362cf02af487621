"""Rules for dates by the calendar: in figures and words, months, years, quarters, seasons, feasts."""

import re

from onrecord.extract.times.calendars import make_day
from onrecord.extract.times.feasts import FEASTS
from onrecord.extract.times.meaning import (
    Clock,
    Day,
    DayOfMonth,
    Feast,
    Meaning,
    Month,
    NthWeekday,
    NumberDay,
    PartOfYear,
    Portion,
    Shift,
    Span,
    WeekOf,
    YearOnly,
    Years,
)
from onrecord.extract.times.rules import NOTHING, Built, Nothing, Parts, Rule, full_year

_LEAP = 2000  # a year in which every day of the calendar exists
_NUMBER = re.compile(r"\d+")
_MODS = {"EARLY": "START", "BEGIN": "START", "EARLIER": "START", "LATE": "END", "END": "END", "LATER": "END"}


def portioned(parts: Parts, of: Meaning) -> Meaning:
    """With the portion ("early", "the end of") that stands before it, if any."""
    names = parts.names("portion") or parts.names("edge")
    if not names or names[0] == "SOMETIME":
        return of
    return Portion(
        of,
        _MODS.get(names[0], "MID"),
        open_ended=names[0] in {"EARLIER", "LATER"},
        narrow=parts.has("edge"),
    )


def _iso(parts: Parts) -> Built:
    text = parts.word("iso") or ""
    year, month, day = (int(number) for number in _NUMBER.findall(text)[:3])
    if year > 2999 or make_day(year, month, day) is None:
        return NOTHING
    clock = re.search(r"[T ](\d\d:\d\d)", text)
    found = Day(month, day, year, parts.number("weekday"))
    return Clock(f"T{clock.group(1)}", found) if clock else found


def _figures(parts: Parts) -> Built:
    """ "9.5.2025" has the day first; "9/5/2025" may be read both ways, unless one is over 12."""
    text = parts.word("figures") or ""
    first, second, third = (int(number) for number in _NUMBER.findall(text))
    if first >= 1000:
        orders = [(first, second, third)]
    elif "." in text:
        orders = [(full_year(third), second, first)]
    else:
        orders = [(full_year(third), first, second), (full_year(third), second, first)]
    days = dict.fromkeys(order for order in orders if order[0] > 0 and make_day(*order))
    readings = tuple(Day(month, day, year, parts.number("weekday")) for year, month, day in days)
    if not readings:
        return NOTHING
    return readings[0] if len(readings) == 1 else NumberDay(readings)


def _day(parts: Parts) -> Built:
    month, day, year = parts.need("month"), parts.need("day"), parts.year()
    if make_day(year if isinstance(year, int) else _LEAP, month, day) is None:
        return NOTHING
    return Day(month, day, year, parts.number("weekday"))


def _week_of(built: Built) -> Built:
    return WeekOf(built) if built and not isinstance(built, Nothing) else built


def _days(parts: Parts) -> Built:
    month, first, last, year = parts.need("month"), parts.need("first"), parts.need("last"), parts.year()
    known = year if isinstance(year, int) else _LEAP
    if not first < last or make_day(known, month, last) is None:
        return NOTHING
    return Span(Day(month, first, year), Day(month, last, year))


def _two_days(parts: Parts) -> Built:
    """Two days that follow each other are one stretch; others are not."""
    return _days(parts) if parts.need("last") == parts.need("first") + 1 else None


def _month(parts: Parts) -> Built:
    return portioned(parts, Month(parts.need("month"), parts.year(), parts.which()))


def _part_of_month(parts: Parts) -> Built:
    """the first days of May, the last week of June."""
    mod = {None: "END", 1: "START"}.get(parts.number("ord"), "MID")
    return Portion(Month(parts.need("month"), parts.year()), mod, narrow=True)


def _nth_weekday(parts: Parts) -> Built:
    """the first Monday of April, the last Thursday in November."""
    number = parts.number("ord") or -1
    if number > 5:
        return None
    return NthWeekday(number, parts.need("named"), parts.need("month"), parts.year())


def _half_of_month(parts: Parts) -> Built:
    """the first half of September."""
    mod = "START" if parts.number("ord") == 1 else "END"
    return Portion(Month(parts.need("month"), parts.year()), mod)


def _year(parts: Parts) -> Built:
    return portioned(parts, YearOnly(full_year(parts.need("year"))))


def _years_apart(parts: Parts) -> Built:
    """2014-2016, 2014-16, 2024/25."""
    if (text := parts.word("span")) is not None:
        first, last = (int(number) for number in _NUMBER.findall(text))
    else:
        first, last = parts.need("first"), parts.need("last")
    if last < 100:
        last += first // 100 * 100
    return Span(YearOnly(first), YearOnly(last)) if first < last <= first + 200 else None


def _spoken_year(parts: Parts) -> Built:
    """ "nineteen ninety-seven"."""
    numbers = [value for _, value in parts.tokens("spoken") if isinstance(value, int)]
    century, rest = numbers[0], sum(numbers[1:])
    return YearOnly(century * 100 + rest) if century in {18, 19, 20} and 10 <= rest <= 99 else None


def _decade(parts: Parts) -> Built:
    start = parts.need("decade")
    if start < 100 and not parts.has("the"):
        return None  # "in their 30s and 40s"
    years = Years(start if start >= 100 else 1900 + start, 10)
    return portioned(parts, years)


def _century(parts: Parts) -> Built:
    return portioned(parts, Years((parts.need("ord") - 1) * 100, 100))


def _quarter(parts: Parts) -> Built:
    number = parts.number("ord") or 2  # "the last half"
    kind, most = ("Q", 4) if parts.has("quarter") else ("H", 2)
    if not 1 <= number <= most:
        return None
    return PartOfYear(f"{kind}{number}", parts.year() or _this_year(parts))


def _this_year(parts: Parts) -> Shift | None:
    return Shift("year", 0) if parts.has("of_the_year") else None


def _quarter_code(parts: Parts) -> Built:
    code = parts.word("code") or ""
    if code[0] == "H" and code[1] > "2":
        return None
    return PartOfYear(code, parts.year())


def _season(parts: Parts) -> Built:
    found = PartOfYear(parts.word("season") or parts.word("fall") or "", parts.year(), parts.which())
    return portioned(parts, found)


def _feast(parts: Parts) -> Built:
    name = (parts.word("feast") or "").lower()
    if name not in FEASTS:
        return None
    return Feast(name, parts.year(), parts.which())


def _day_of_month(parts: Parts) -> Built:
    return DayOfMonth(parts.need("day"), parts.number("weekday"))


_DAY = "(?:DAY|ORDAY|ORD)"
_AFTER_MONTH = "(?:COMMA?{year}|{year_ref})?"
_QUARTER = "(?:(?P<quarter>UQUARTER|PQUARTER)|HALF)"
_COMPANY = "(?<=(?:IN|BY|SINCE|UNTIL|DURING|BEFORE|AFTER|THROUGH|FROM|BETWEEN|AND|TO|FOR|LPAR|ON))"

RULES: tuple[Rule, ...] = (
    Rule("{weekday}?(?P<iso>ISO)", _iso),
    Rule("{weekday}?(?P<figures>NUMDATE)", _figures),
    # A day or year of another calendar, and figures that no calendar has: nothing is to be read into them.
    Rule("DAY CALENDAR(?:YEAR)?|CALENDAR DAY(?:COMMA?YEAR)?|CALENDAR YEAR|YEAR ERA", lambda _: NOTHING),
    Rule("{any_month}DOT?(?:BIGNUM|NUM COMMA?(?:YEAR|BIGNUM))", lambda _: NOTHING),
    Rule("(?:NUM|BIGNUM|ORDNUM)OF?{any_month}DOT?(?:COMMA?YEAR)?(?!DAY|ORDAY)", lambda _: NOTHING),
    Rule("{any_month}DOT?(?:DAY|ORDAY)COMMA?BIGNUM|DAY{any_month}DOT?COMMA?BIGNUM", lambda _: NOTHING),
    # May 5-7, 2025; between May 5 and 7; 5-7 May 2025
    Rule(
        "{weekday}?{month}(?P<first>DAY|ORDAY){dash}(?:THE)?(?P<last>DAY|ORDAY)(?!{any_month}"
        "|AMPM)" + _AFTER_MONTH,
        _days,
    ),
    Rule("(?<=BETWEEN){month}(?P<first>DAY|ORDAY)AND(?P<last>DAY|ORDAY)(?!"
         "{any_month})" + _AFTER_MONTH, _days),
    Rule("(?P<first>DAY|ORDAY){dash}(?:THE)?(?P<last>DAY|ORDAY)OF?{month}" + _AFTER_MONTH, _days),
    Rule("(?<=BETWEEN)(?P<first>DAY|ORDAY)AND(?P<last>DAY|ORDAY)OF?{month}" + _AFTER_MONTH, _days),
    # July 23 and 24; 23 and 24 July
    Rule("{month}(?P<first>DAY|ORDAY)AND(?P<last>DAY|ORDAY)(?!{any_month})" + _AFTER_MONTH, _two_days),
    Rule("(?P<first>DAY|ORDAY)AND(?P<last>DAY|ORDAY)OF?{month}" + _AFTER_MONTH, _two_days),
    # May 5, 2025; Friday, May the fifth; 5 May; the 5th of May last year
    Rule("{weekday}?{month}THE?(?P<day>" + _DAY + ")(?!PYEAR|PMONTH|PDAY|HUNDRED)" + _AFTER_MONTH, _day),
    Rule("THIS{month}(?P<day>DAY|ORDAY)" + _AFTER_MONTH, _day),
    Rule("{weekday}?THE?(?P<day>" + _DAY + ")OF?{month}" + _AFTER_MONTH, _day),
    Rule("THE?UWEEK OF{month}(?P<day>DAY|ORDAY)" + _AFTER_MONTH, lambda parts: _week_of(_day(parts))),
    Rule("THE(?P<ord>ORD|LAST)(?:{qty})?(?:UWEEK|PWEEK|PDAY)OF{month}" + _AFTER_MONTH, _part_of_month),
    Rule("THE?(?P<ord>ORD|ORDAY|LAST)HALF OF{month}" + _AFTER_MONTH, _half_of_month),
    Rule("THE(?P<ord>ORD|ORDAY|LAST)(?P<named>WEEKDAY)(?:OF|IN)(?:{month}" + _AFTER_MONTH + ")", _nth_weekday),
    Rule("THE(?P<day>ORD|ORDAY)UDAY OF{month}" + _AFTER_MONTH, _day),
    Rule("(?P<feast>HOLIDAY)UWEEK", lambda parts: _week_of(_feast(parts))),
    Rule("(?P<weekday>WEEKDAY|ABWEEKDAY DOT?)LPAR(?P<day>DAY|ORDAY)RPAR", _day_of_month),
    Rule("(?P<weekday>WEEKDAY)COMMA?(?:THE)(?P<day>ORDAY)(?!OF)", _day_of_month),
    Rule("(?<=ON|FOR|BY|TO|OF|AT)(?:THE)(?P<day>ORDAY)(?:OF(?:THIS|THE)UMONTH)?", _day_of_month),
    Rule("(?<=UNTIL|SINCE|FROM|BEFORE|AFTER)(?:THE)(?P<day>ORDAY)(?:OF(?:THIS|THE)UMONTH)?", _day_of_month),
    # early May 2025, the end of last May, May this year, May
    Rule("(?:{portion}|{edge})?{month}(?:COMMA?OF?{year}|{year_ref})", _month),
    Rule("(?:{portion}|{edge})THE?{month}", _month),
    Rule("THE?{which}{month}", _month),
    Rule("{strong_month}", _month),
    Rule(_COMPANY + "{month}", _month),
    Rule("(?<=THE){month}", _month),
    # 2014-2016; nineteen ninety-one; fiscal 2024; the year 2000; early 2024; 2024
    Rule("(?P<first>YEAR)HYPHEN(?P<last>YEAR|DAY|NUM)(?!HYPHEN)", _years_apart),
    Rule("THE?FISCAL?UYEAR?(?P<span>YEARSPAN)", _years_apart),
    Rule("(?P<spoken>WORDNUM WORDNUM(?:HYPHEN?(?:WORDNUM|ONE))?)(?!{units})", _spoken_year),
    Rule("THE?(?:FISCAL UYEAR?|UYEAR){year}", _year),
    Rule("THE UYEAR WORDNUM HUNDRED", lambda _: YearOnly(2000)),
    # the third quarter of 2024, last year's third quarter, Q3 2024, the second half of the year
    Rule("THE?FISCAL?HYPHEN?(?P<ord>ORD|ORDAY|LAST)HYPHEN?" + _QUARTER + "OF?(?:{year}|"
        "{year_ref})", _quarter),
    Rule(
        "(?:THE?{year}POSS?|{year_ref}POSS)?THE?FISCAL?HYPHEN?(?P<ord>ORD|ORDAY)HYPHEN?"
        + _QUARTER
        + "(?!OF A)(?:OF(?P<of_the_year>THE UYEAR))?",
        lambda parts: _quarter(parts) if parts.has("quarter") or parts.has("of_the_year") else None,
    ),
    Rule("(?P<code>QCODE)(?:OF|COMMA)?{year}", _quarter_code),
    Rule("{year}(?P<code>QCODE)", _quarter_code),
    # the early 1990s, the '90s, the nineties, the 20th century
    Rule("(?:{edge}THE)?(?P<the>THE)?{portion}?(?P<decade>DECADE)", _decade),
    Rule("(?P<the>THE){portion}?(?P<decade>WDECADE)", _decade),
    Rule("(?:{edge}THE)?THE?{portion}?(?P<ord>ORD|ORDAY)HYPHEN?UCENTURY", _century),
    # last summer, early spring 2025, the winter of 1994, in the fall
    Rule("(?:{portion}|{edge})?THE?(?P<season>SEASON|FALL)(?:OF|COMMA)?(?:{year}|{year_ref})", _season),
    Rule("{portion}?THE?{which}(?P<season>SEASON|FALL)", _season),
    Rule("(?:{edge}|THE?{portion})THE?(?P<season>SEASON|FALL)(?!OF)", _season),
    Rule("THE(?P<season>SEASON)(?!OF)", _season),
    Rule("(?<=(?:IN|BY))(?:THE?(?P<season>SEASON)|THE(?P<fall>FALL))(?!OF)", _season),
    Rule("(?:THE?{which})?(?P<feast>HOLIDAY)POSS?(?:(?:IN|COMMA|OF)?{year}|{year_ref})?", _feast),
    Rule("(?:{portion}|{edge})?{year}", _year),
)  # fmt: skip
