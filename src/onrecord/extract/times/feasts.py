"""The days of feasts that news names without a date: fixed, by weekday, by Easter, by the moon."""

from collections.abc import Callable
from datetime import date, timedelta

from onrecord.extract.times.calendars import make_day, shift_month


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` (-1: the last) Monday (0) to Sunday (6) of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(*shift_month(year, month, 1), 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday, after Meeus, Astronomical Algorithms, chapter 8 (Gregorian calendar)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday (Julian computus, Meeus), as a Gregorian day; right for 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def hijri_days(year: int, month: int, day: int) -> tuple[date, ...]:
    """Days of a Gregorian year that bear this Hijri date, by the tabular Islamic calendar.

    The tabular calendar (11 leap years in 30) from its astronomical epoch, 15 July 622 Julian, which fits the
    feasts as announced since 2015 best; sightings may put a feast off by a day.
    """
    days = []
    for hijri_year in range((year - 623) * 33 // 32, (year - 621) * 33 // 32 + 2):
        count = (
            day + -(-59 * (month - 1) // 2) + (hijri_year - 1) * 354 + (3 + 11 * hijri_year) // 30 + 227013
        )
        found = date.fromordinal(count)
        if found.year == year:
            days.append(found)
    return tuple(days)


# Lunar New Year, first days from 2000 on (published calendars).
_LUNAR_NEW_YEAR = (
    "02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26 02-14 02-03 01-23 02-10 01-31 02-19 02-08"
    " 01-28 02-16 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-03"
).split()


def _lunar_new_year(year: int) -> date | None:
    if not 2000 <= year < 2000 + len(_LUNAR_NEW_YEAR):
        return None
    return date.fromisoformat(f"{year}-{_LUNAR_NEW_YEAR[year - 2000]}")


Feast = Callable[[int], date | None]


def _fixed(month: int, day: int) -> Feast:
    return lambda year: make_day(year, month, day)


def _from_easter(days: int) -> Feast:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday_feast(month: int, weekday: int, nth: int, plus: int = 0) -> Feast:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=plus)


def _hijri(month: int, day: int) -> Feast:
    def found(year: int) -> date | None:
        days = hijri_days(year, month, day)
        return days[0] if days else None

    return found


# Name in lower case -> its day in a year. Feasts of one name in several countries are left out
# ("Independence Day", "Republic Day"), but for those that world news uses without saying whose.
FEASTS: dict[str, Feast] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year's": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "orthodox christmas": _fixed(1, 7),
    "epiphany": _fixed(1, 6),
    "valentine's day": _fixed(2, 14),
    "defender of the fatherland day": _fixed(2, 23),
    "international women's day": _fixed(3, 8),
    "women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "nowruz": _fixed(3, 20),
    "april fools' day": _fixed(4, 1),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "international workers' day": _fixed(5, 1),
    "victory in europe day": _fixed(5, 8),
    "v-e day": _fixed(5, 8),
    "ve day": _fixed(5, 8),
    "europe day": _fixed(5, 9),
    "victory day": _fixed(5, 9),
    "russia day": _fixed(6, 12),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "v-j day": _fixed(8, 15),
    "vj day": _fixed(8, 15),
    "german unity day": _fixed(10, 3),
    "halloween": _fixed(10, 31),
    "unity day": _fixed(11, 4),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "human rights day": _fixed(12, 10),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "pentecost": _from_easter(49),
    "orthodox easter": orthodox_easter,
    "martin luther king day": _weekday_feast(1, 0, 3),
    "presidents' day": _weekday_feast(2, 0, 3),
    "presidents day": _weekday_feast(2, 0, 3),
    "memorial day": _weekday_feast(5, 0, -1),
    "labor day": _weekday_feast(9, 0, 1),
    "columbus day": _weekday_feast(10, 0, 2),
    "election day": _weekday_feast(11, 0, 1, plus=1),
    "thanksgiving day": _weekday_feast(11, 3, 4),
    "thanksgiving": _weekday_feast(11, 3, 4),
    "black friday": _weekday_feast(11, 3, 4, plus=1),
    "eid al-fitr": _hijri(10, 1),
    "eid ul-fitr": _hijri(10, 1),
    "eid al-adha": _hijri(12, 10),
    "eid ul-adha": _hijri(12, 10),
    "ashura": _hijri(1, 10),
    "lunar new year": _lunar_new_year,
    "chinese new year": _lunar_new_year,
    "spring festival": _lunar_new_year,
    "tet": _lunar_new_year,
}
# Those reckoned by a table or a rule that sightings may put off by a day.
APPROXIMATE_FEASTS = frozenset(name for name in FEASTS if name.startswith(("eid", "ashura")))
