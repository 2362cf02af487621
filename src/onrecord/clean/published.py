"""The day of publication: what the page says of it, weighed, each candidate with its reason."""

import datetime
import re

import msgspec

from onrecord.clean.lines import Line
from onrecord.clean.marks import Role
from onrecord.clean.stamps import Stamp, stamp_of
from onrecord.records import DateReason
from onrecord.records.day import DayText, days_in, iso, iso_day

_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.?]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/\-_.?]|$)"
)
_EARLY = 4  # lines into the body: captions without a credit may stand above the date
_DAILY = re.compile(
    r"\b(?:review|briefing|digest|diary|round-?up|bulletin|newsletter|headlines|updates?|live|read-?out|transcript"
    r"|press conference|statement|remarks)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = frozenset({"US", "PH"})  # countries that write the month first


class DayCandidate(msgspec.Struct, frozen=True):
    """A day (or month) on which the article may have been published: how good, why, and which words say so.

    `weight` orders the candidates only. `start` equals `end` where no words of the text say it.
    """

    value: str
    weight: float
    reason: str
    start: int = 0
    end: int = 0


def day_candidates(
    lines: list[Line], roles: list[Role], title: int | None, body: int, url: str | None, country: str | None
) -> tuple[DayCandidate, ...]:
    """All days that the page's lines and address offer, best first.

    Args:
        title, body: indexes of the headline and of the body's first line.
        country: ISO 3166-1 alpha-2 of the outlet's country, which tells how it writes 05/09/2025.
    """
    found = [DayCandidate(day, 0.9, "the page's address") for day in _url_days(url)]
    last = max((i for i, role in enumerate(roles) if role == "body"), default=body)
    stories = next(
        (i for i in range(body, len(lines)) if roles[i] in ("related_heading", "comments_heading")),
        len(lines),
    )
    stamps = [
        (i, stamp_of(lines[i])) for i, role in enumerate(roles) if role in ("stamp", "byline", "boilerplate")
    ]
    for i, stamp in stamps:
        if stamp is None or (i > last and i > stories):
            continue
        early = i <= body + _EARLY and sum(lines[j].strong for j in range(body, min(i, len(lines)))) <= 1
        below = (i < body or early) and (title is None or i > title)
        found += _of_stamp(
            lines[i], stamp, above=i < body and not below, below=below, after=i - last, country=country
        )
    if title is not None and _DAILY.search(lines[title].plain):
        found += [
            DayCandidate(
                day.values[0], 0.45, "the headline of a daily piece", lines[title].start, lines[title].end
            )
            for day in days_in(lines[title].plain)
            if len(day.values) == 1
        ]
    found += _counted_back(lines, stamps, found, stories)
    return tuple(sorted(found, key=lambda candidate: (-candidate.weight, candidate.start)))


def chosen(candidates: tuple[DayCandidate, ...]) -> tuple[str | None, tuple[DateReason, ...]]:
    """The best candidate's day, and its reason where words of the text give it."""
    if not candidates:
        return None, ()
    best = candidates[0]
    if best.start == best.end:
        return best.value, ()
    return best.value, (DateReason(best.start, best.end, f"published {best.value}: {best.reason}"),)


def _of_stamp(
    line: Line, stamp: Stamp, *, above: bool, below: bool, after: int, country: str | None
) -> list[DayCandidate]:
    place = (0.5, "a date above the headline") if above else (0.85, "a date under the headline")
    if not above and not below:
        place = (0.3, "a date below the article") if 0 < after <= 3 else (0.0, "")
    found = []
    for label, day in stamp.days:
        value = _one_day(day, country)
        weight, reason = {
            "published": (0.95, "the page says that it was published then"),
            "updated": (0.6, "the page says that it was changed then"),
        }.get(label, place)
        if value is not None and weight:
            found.append(DayCandidate(value, weight, reason, line.start, line.end))
    if stamp.month and (above or below) and not found:
        found.append(DayCandidate(stamp.month, 0.4, "a month beside the headline", line.start, line.end))
    return found


def _one_day(day: DayText, country: str | None) -> str | None:
    if len(day.values) == 1:
        return day.values[0]
    if country is None:
        return None
    return day.values[1 if country in _MONTH_FIRST else 0]


def _counted_back(
    lines: list[Line], stamps: list[tuple[int, Stamp | None]], found: list[DayCandidate], stories: int
) -> list[DayCandidate]:
    """ "Published today" or "2 days ago" under the day that the page's top prints."""
    printed = next((one for one in found if one.weight == 0.5), None)
    if printed is None or len(printed.value) != len("2025-09-07"):
        return []
    day = datetime.date.fromisoformat(printed.value)
    return [
        DayCandidate(
            str(day - datetime.timedelta(days=stamp.days_ago)),
            0.9 if "updated" not in stamp.labels else 0.55,
            f"counted from the day at the top of the page, {printed.value}",
            lines[i].start,
            lines[i].end,
        )
        for i, stamp in stamps
        if stamp is not None and stamp.days_ago is not None and not stamp.days and i < stories
    ]


def _url_days(url: str | None) -> list[str]:
    days = []
    for match in _URL.finditer(url or ""):
        year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
        if value := iso(int(year), int(month), int(day)):
            days.append(value)
    return days


def full_day(month_day: tuple[int, int] | None, published: str | None) -> str | None:
    """The year for a dateline's "July 21": the last such day that is not after the day of publication."""
    if month_day is None or published is None or iso_day(published) is None or len(published) != 10:
        return None
    latest = datetime.date.fromisoformat(published) + datetime.timedelta(days=1)  # time zones
    for year in (latest.year, latest.year - 1):
        day = iso(year, *month_day)
        if day is not None and day <= str(latest):
            return day
    return None
