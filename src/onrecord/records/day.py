"""Days as people and machines write them, turned into ISO 8601 text. Full dates only; nothing is guessed."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

import msgspec

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
"""English names of the months, whatever the locale; the first stands for 1."""
_NUMBERED = {
    name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in {3, len(name)}
} | {"sept": 9}
_MONTH = r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # noqa: E501
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = re.compile(
    "|".join(
        (
            # 2025-09-07, 2025/9/7, 2025.09.07, 20250907T…
            r"(?<![\d.\-/])" + _YEAR.format("y1") + r"(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)",
            # September 7, 2025; Sept. 7th 2025
            r"\b"
            + _MONTH.format("m2")
            + r"\s{0,3}"
            + _DAY.format("d2")
            + r"(?:\s*,\s*|\s+)"
            + _YEAR.format("y2"),
            # 7 September 2025; 7th of Sept., 2025; 07-Sep-2025
            r"(?<![\d.,/])"
            + _DAY.format("d3")
            + r"(?:\s+of\s+|[\s\-/]{1,3})"
            + _MONTH.format("m3")
            + r"[\s,\-/]{0,3}"
            + _YEAR.format("y3"),
            # 7.9.2025, 17/09/2025, 09-17-2025
            r"(?<![\d.\-/])(?P<a4>\d\d?)(?P<s4>[./-])(?P<b4>\d\d?)(?P=s4)" + _YEAR.format("y4"),
        )
    ),
    re.IGNORECASE,
)
_RFC_OR_ISO_STAMP = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:$|[T\s])")
_PARTIAL = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


class DayText(msgspec.Struct, frozen=True):
    """A date in a text: characters `start` to `end`, and the day it means.

    `values` holds one ISO day, or two where day and month cannot be told apart ("05/09/2025").
    """

    start: int
    end: int
    values: tuple[str, ...]


def iso(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where the calendar has no such day (31 February)."""
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None


def days_between(first: str, second: str) -> int:
    """Days from one ISO day to another; months count from their first day."""
    one, other = (date.fromisoformat(day if len(day) == 10 else f"{day[:7]}-01") for day in (first, second))
    return (other - one).days


def days_in(text: str) -> Iterator[DayText]:
    """Every full date (day, month and year 1900 to 2099) in `text`, in order."""
    for match in _FORMS.finditer(text):
        values = _values(match)
        if values:
            yield DayText(match.start(), match.end(), values)


def iso_day(text: str) -> str | None:
    """The day that a field such as "2018-01-05 12:00:00" or "Fri, 05 Jan 2018 12:00:00 GMT" gives.

    The day is the one written, in whatever time zone it was written. A year or a month in ISO form is kept.
    None where there is no date, more than one, or one that reads two ways.
    """
    text = text.strip()
    if _PARTIAL.fullmatch(text):
        return text
    if stamp := _RFC_OR_ISO_STAMP.match(text):
        return iso(*(int(part) for part in stamp.groups()))
    found = {values for day in days_in(text) for values in [day.values]}
    if len(found) == 1 and len(values := found.pop()) == 1:
        return values[0]
    return None


def _values(match: re.Match[str]) -> tuple[str, ...]:
    parts = match.groupdict()
    if parts["y1"]:
        days = [iso(int(parts["y1"]), int(parts["m1"]), int(parts["d1"]))]
    elif parts["y2"]:
        days = [iso(int(parts["y2"]), _NUMBERED[parts["m2"].lower()], int(parts["d2"]))]
    elif parts["y3"]:
        days = [iso(int(parts["y3"]), _NUMBERED[parts["m3"].lower()], int(parts["d3"]))]
    else:
        year, first, second = int(parts["y4"]), int(parts["a4"]), int(parts["b4"])
        days = [iso(year, second, first)]
        if parts["s4"] != ".":  # with dots the day always comes first
            days.append(iso(year, first, second))
    return tuple(dict.fromkeys(day for day in days if day))
