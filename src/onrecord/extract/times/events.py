"""Dated events that news names without their year: for anniversaries, and days known by themselves."""

import re

import msgspec

from onrecord.extract.times.meaning import Day


class DatedEvent(msgspec.Struct, frozen=True):
    """An event by the words that name it, and its days: (year, month, day), or the year alone."""

    pattern: re.Pattern[str]
    days: tuple[tuple[int, int | None, int | None], ...]


def _event(pattern: str, *days: tuple[int, int | None, int | None]) -> DatedEvent:
    return DatedEvent(re.compile(pattern, re.IGNORECASE), days)


_WAR = r"(?:World War II|World War Two|WWII|WW2|Second World War)"

# Each with the day on which it is remembered; where states differ, every day (the first is the likelier).
# Typed from general knowledge. The order is that of trial: the more special before the more general.
EVENTS: tuple[DatedEvent, ...] = (
    _event(r"Great Patriotic War", (1945, 5, 9)),
    _event(r"(?:over|against|of) (?:Nazi|Hitler|Fasci)|Nazi (?:Germany|capitulation|surrender)|Nazi defeat", (1945, 5, 9), (1945, 5, 8)),
    _event(r"Japan\S* (?:defeat|surrender|capitulation)|(?:over|against) Japan|(?:defeat|surrender) of (?:\w+ )?Japan|anti-Japanese|Japanese aggression|Pacific War", (1945, 9, 3), (1945, 9, 2), (1945, 8, 15)),
    _event(r"Hiroshima", (1945, 8, 6)),
    _event(r"Nagasaki", (1945, 8, 9)),
    _event(r"liberation of Auschwitz|Auschwitz\S* liberation", (1945, 1, 27)),
    _event(r"D-Day|Normandy landings?", (1944, 6, 6)),
    _event(r"outbreak of " + _WAR + r"|(?:start|beginning) of " + _WAR + r"|invasion of Poland", (1939, 9, 1)),
    _event(r"(?:end|victory|triumph)\b.{0,40}" + _WAR + r"|" + _WAR + r"\S* (?:victory|end)", (1945, 5, 9), (1945, 5, 8), (1945, 9, 2), (1945, 9, 3)),
    _event(r"Pearl Harbor", (1941, 12, 7)),
    _event(r"People['’]s Republic of China|Communist China|PRC\b", (1949, 10, 1)),
    _event(r"Berlin Wall", (1989, 11, 9)),
    _event(r"German(?:y['’]s)? (?:re)?unification", (1990, 10, 3)),
    _event(r"Tiananmen", (1989, 6, 4)),
    _event(r"(?:collapse|dissolution|break-?up|fall) of the (?:Soviet Union|USSR)|Soviet (?:collapse|breakup)", (1991, 12, 26)),
    _event(r"Sept(?:ember|\.)? 11|9/11", (2001, 9, 11)),
    _event(r"(?:Oct(?:ober|\.)? 7|7 October)\b.{0,30}(?:attack|massacre|assault)", (2023, 10, 7)),
    _event(r"(?:full-scale|Russia\S*) (?:\S+ )?(?:invasion|war)|invasion of Ukraine", (2022, 2, 24)),
    _event(r"annexation of Crimea|Crimea\S* annexation", (2014, 3, 18)),
    _event(r"Chernobyl", (1986, 4, 26)),
    _event(r"Fukushima", (2011, 3, 11)),
    _event(r"Srebrenica", (1995, 7, 11)),
    _event(r"Rwandan? genocide", (1994, 4, 7)),
    _event(r"Armenian genocide", (1915, 4, 24)),
    _event(r"Holodomor", (1932, None, None)),
    _event(r"Helsinki Final Act|Helsinki Accords", (1975, 8, 1)),
    _event(r"Good Friday Agreement", (1998, 4, 10)),
    _event(r"Camp David Accords", (1978, 9, 17)),
    _event(r"Dayton (?:Peace )?(?:Agreement|Accords?)", (1995, 11, 21)),
    _event(r"Treaty of Rome", (1957, 3, 25)),
    _event(r"Schuman Declaration", (1950, 5, 9)),
    _event(r"(?:founding|foundation|creation|establishment) of (?:the )?(?:NATO|North Atlantic)|NATO\S* (?:founding|birthday)", (1949, 4, 4)),
    _event(r"(?:founding|foundation|creation|establishment) of (?:the )?(?:United Nations|UN\b|U\.N\.)", (1945, 10, 24), (1945, 6, 26)),
    _event(r"(?:founding|foundation|creation|establishment|independence) of (?:the )?(?:State of )?Israel|Israel\S* (?:founding|independence)", (1948, 5, 14)),
    _event(r"Islamic Revolution", (1979, 2, 11)),
    _event(r"October Revolution|Bolshevik Revolution", (1917, 11, 7)),
    _event(r"(?:India\S* independence|independence of India)", (1947, 8, 15)),
    _event(r"(?:Pakistan\S* independence|independence of Pakistan)", (1947, 8, 14)),
    _event(r"(?:Ukrain\S+ independence|independence of Ukraine)", (1991, 8, 24)),
    _event(r"Korean (?:War )?[Aa]rmistice", (1953, 7, 27)),
    _event(r"(?:outbreak|start|beginning) of the Korean War", (1950, 6, 25)),
    _event(r"Workers['’] Party of Korea|ruling Workers['’] Party", (1945, 10, 10)),
    _event(r"fall of Saigon|reunification of Vietnam|(?:end) of the Vietnam War", (1975, 4, 30)),
    _event(r"(?:American|U\.?S\.?) (?:Declaration of )?[Ii]ndependence|Declaration of Independence", (1776, 7, 4)),
    _event(r"(?:abortive|failed|attempted) (?:military )?coup (?:attempt )?in Turkey|Turk\S+ (?:failed )?coup", (2016, 7, 15)),
    _event(r"(?:outbreak|end) of (?:the )?(?:First World War|World War I\b|World War One)|Armistice of 1918", (1918, 11, 11)),
)  # fmt: skip

# Days that name an event by themselves, when the word follows: (month, day), what must follow, year.
_FAMOUS: tuple[tuple[int, int, re.Pattern[str], int], ...] = (
    (10, 7, re.compile(r",?\s+(?:terror\w*\s+|Hamas\S*\s+|cross-border\s+)?(?:attacks?|massacre|assault|onslaught)\b"), 2023),
    (1, 6, re.compile(r",?\s+(?:Capitol\s+)?(?:riots?|insurrection|attack on the (?:U\.?S\.? )?Capitol)\b"), 2021),
    (9, 11, re.compile(r",?\s+(?:terror\w*\s+|terrorist\s+)?attacks?\b"), 2001),
)  # fmt: skip


def famous_year(text: str, end: int, day: Day) -> int | None:
    """The year of a day that stands for its event ("the October 7 attack"), by the words after it."""
    for month, number, follows, year in _FAMOUS:
        if (day.month, day.day) == (month, number) and follows.match(text, end):
            return year
    return None
