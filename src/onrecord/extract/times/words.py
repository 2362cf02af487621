"""The words that time expressions are made of, each with its class.

The scanner turns a text into one character a token: the code of the token's class, or `OTHER`. The rules of
`grammar` are regular expressions over these codes, which makes them short to read and fast to run.
"""

from collections.abc import Iterable, Iterator

from onrecord.records.day import MONTHS

OTHER = "x"

_SHORT_DAYS = {
    "Tuesday": ("Tue", "Tues"),
    "Thursday": ("Thu", "Thur", "Thurs"),  # codespell:ignore
}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_CLASSES = """
    MONTH WEAKMONTH ABMONTH WEAKABMONTH WEEKDAY ABWEEKDAY WEEKDAYS
    DAY ORDAY ORDNUM YEAR NUM BIGNUM DEC SHORTYEAR DECADE WDECADE YEARSPAN WORDNUM ONE HUNDRED ORD
    ISO NUMDATE CLOCK CLOCKAP AMPM HOURWORD ZONE TIMEW LOCAL QCODE
    UDAY UNIGHT UWEEK UWEEKEND UFORTNIGHT UMONTH UQUARTER UYEAR UDECADE UCENTURY UHOUR UMINUTE USECOND
    PDAY PNIGHT PWEEK PWEEKEND PFORTNIGHT PMONTH PQUARTER PYEAR PDECADE PCENTURY PHOUR PMINUTE PSECOND
    PART PARTS NOON TODAY REF SEASON FALL HOLIDAY ADVSET CALENDAR ERA
    LAST PAST PREVIOUS NEXT COMING FOLLOWING THIS THAT CURRENT SAME EARLY LATE MID EARLIER LATER
    BEGIN END MIDDLE AGO BEFORE AFTER AFTERWARDS PRIOR HENCE FROM EVERY EACH OTHERW PER ONCE TIMES
    OVERNIGHT TONIGHT VAGUE COUPLE DOZEN HALF MORE LEAST MOST LESS UP ABOUT NEARLY ALMOST OLD LONG AGED
    A THE OF IN ON AT BY FOR OVER WITHIN DURING SINCE UNTIL TO THROUGH BETWEEN AND OR AS FISCAL FULL PERIOD
    FUTURE PRESENT RECENT THESE FRAC NEAR SOMETIME JUST THAN AHEAD MOMENT
    COMMA DOT HYPHEN LPAR RPAR POSS SLASH
""".split()

CODE: dict[str, str] = {name: chr(0xE000 + number) for number, name in enumerate(_CLASSES)}

Value = int | float | str | None

_NUMBERS = {
    **{
        word: number
        for number, word in enumerate(
            (
                "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                " seventeen eighteen nineteen"
            ).split(),
            start=2,
        )
    },
    **{
        word: number * 10
        for number, word in enumerate(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
        )
    },
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
# unit name, its TIMEX3 letter, how many of these it stands for
UNITS: dict[str, tuple[str, int]] = {
    "day": ("D", 1),
    "night": ("D", 1),
    "week": ("W", 1),
    "weekend": ("WE", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "quarter": ("Q", 1),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "hour": ("TH", 1),
    "minute": ("TM", 1),
    "second": ("TS", 1),
}
_PLURALS = {"century": "centuries"}

# Words of one class that need no value: class -> words.
_PLAIN = {
    "LAST": "last",
    "PAST": "past",
    "PREVIOUS": "previous preceding",
    "PRIOR": "prior",
    "NEXT": "next",
    "COMING": "coming upcoming forthcoming",
    "FOLLOWING": "following ensuing subsequent",
    "THIS": "this",
    "THAT": "that",
    "CURRENT": "current",
    "SAME": "same very",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "EARLIER": "earlier",
    "LATER": "later",
    "BEGIN": "beginning start dawn turn outset",
    "END": "end close",
    "MIDDLE": "middle",
    "AGO": "ago",
    "BEFORE": "before",
    "AFTER": "after",
    "AFTERWARDS": "afterwards afterward",
    "HENCE": "hence",
    "TONIGHT": "tonight",
    "OVERNIGHT": "overnight",
    "FROM": "from",
    "EVERY": "every",
    "EACH": "each",
    "OTHERW": "other",
    "PER": "per",
    "TIMES": "times",
    "HALF": "half",
    "MORE": "more additional another further extra",
    "LEAST": "least",
    "MOST": "most",
    "LESS": "less fewer under",
    "UP": "up",
    "ABOUT": "about around approximately roughly circa some",
    "NEARLY": "nearly",
    "ALMOST": "almost",
    "OLD": "old olds",
    "LONG": "long",
    "AGED": "aged",
    "A": "a an",
    "THE": "the",
    "OF": "of",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "BY": "by",
    "FOR": "for",
    "OVER": "over",
    "WITHIN": "within",
    "DURING": "during",
    "SINCE": "since",
    "UNTIL": "until till",
    "TO": "to",
    "THROUGH": "through thru",
    "BETWEEN": "between",
    "AND": "and",
    "OR": "or",
    "AS": "as",
    "FISCAL": "fiscal financial FY",
    "FULL": "full whole entire",
    "FUTURE": "future",
    "NEAR": "near immediate distant foreseeable",
    "PRESENT": "present",
    "RECENT": "recent",
    "THESE": "these",
    "SOMETIME": "sometime",
    "AHEAD": "ahead",
    "MOMENT": "moment",
    "JUST": "just only exactly barely shortly",
    "THAN": "than",
    "TIMEW": "time",
    "LOCAL": "local",
    "HOURWORD": "o'clock o’clock",
    "COMMA": ",",
    "DOT": ".",
    "HYPHEN": "- – ‐ ‑",
    "LPAR": "( [",
    "RPAR": ") ]",
    "POSS": "'s ’s",
    "SLASH": "/",
    # Months and eras of other calendars: a day or year beside one is not of the Gregorian calendar.
    "CALENDAR": (
        "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand muharram"
        " safar rabi"
        " jumada rajab shaban sha'ban shawwal nisan iyar sivan tammuz tishrei cheshvan kislev tevet"
        " shevat adar"
        " reiwa heisei showa meiji"
    ),
    "ERA": "BC BCE AH Hijri Hijra",
}
_ZONES = "GMT UTC EST EDT ET CST CDT PST PDT PT MSK CET CEST EET EEST BST IST JST KST AEST HKT".split()
_ZONES = "GMT UTC EST EDT ET CST CDT PST PDT PT MSK CET CEST EET EEST BST IST JST KST AEST HKT".split()
_VALUED: dict[str, dict[str, Value]] = {
    "PART": {
        "morning": "MO",
        "afternoon": "AF",
        "evening": "EV",
        "dawn": "MO",
        "daybreak": "MO",
        "dusk": "EV",
    },
    "NOON": {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"},
    "PARTS": {"mornings": "MO", "afternoons": "AF", "evenings": "EV"},
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "SEASON": {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"},
    "FALL": {"fall": "FA"},
    "ONE": {"one": 1},
    "WORDNUM": {**_NUMBERS},
    "HUNDRED": {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000},
    "COUPLE": {"couple": 2, "pair": 2},
    "DOZEN": {"dozen": 12},
    "VAGUE": {"few": None, "several": None, "many": None, "numerous": None},
    "ONCE": {"once": 1, "twice": 2, "thrice": 3},
    "WDECADE": {
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    },
    "ADVSET": {
        "hourly": "PT1H",
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "biweekly": "P2W",
        "fortnightly": "P2W",
        "monthly": "P1M",
        "quarterly": "P1Q",
        "yearly": "P1Y",
        "annually": "P1Y",
    },
    "REF": {
        "now": "PRESENT_REF",
        "currently": "PRESENT_REF",
        "presently": "PRESENT_REF",
        "nowadays": "PRESENT_REF",
        "recently": "PAST_REF",
        "lately": "PAST_REF",
        "previously": "PAST_REF",
        "formerly": "PAST_REF",
        "soon": "FUTURE_REF",
        "someday": "FUTURE_REF",
    },
    "AMPM": {"am": "am", "pm": "pm", "a.m.": "am", "p.m.": "pm", "a.m": "am", "p.m": "pm"},
    "ZONE": {zone: zone for zone in _ZONES},
}
_AS_WRITTEN = frozenset("FY BC BCE AH AM Hijri Hijra".split()) | set(_ZONES)


def _forms(word: str) -> Iterable[str]:
    """The spellings under which a word counts: as written only, or lower, Title and UPPER case."""
    return (
        (word,) if word in _AS_WRITTEN else dict.fromkeys((word, word[:1].upper() + word[1:], word.upper()))
    )


def _months() -> Iterator[tuple[str, Value, str]]:
    """Full names and abbreviations.

    "may" and "march" are verbs, "august" an adjective, so these count only when capitalised; and since May,
    March, Jan, Mar, Jun and Jul are names as well, they need company (class WEAK...).
    """
    for number, name in enumerate(MONTHS, start=1):
        weak = name in {"May", "March"}
        for form in (name, name.upper()) if weak or name == "August" else (name, name.upper(), name.lower()):
            yield "WEAKMONTH" if weak else "MONTH", number, form
        if name == "May":
            continue
        short_class = "WEAKABMONTH" if name[:3] in {"Jan", "Mar", "Jun", "Jul"} else "ABMONTH"
        for short in ("Sep", "Sept") if number == 9 else (name[:3],):
            yield short_class, number, short
            yield short_class, number, short.upper()


def _weekdays() -> Iterator[tuple[str, Value, str]]:
    for number, name in enumerate(WEEKDAYS):
        for form in (name, name.upper(), name.lower()):
            yield "WEEKDAY", number, form
        yield "WEEKDAYS", number, name + "s"
        for short in _SHORT_DAYS.get(name, (name[:3],)):
            yield "ABWEEKDAY", number, short
            yield "ABWEEKDAY", number, short.upper()


def _numbers() -> Iterator[tuple[str, Value, str]]:
    for number, word in enumerate(_ORDINALS, start=1):
        yield "ORD", number, word
        yield "ORD", number, word.capitalize()
    for number in range(1, 32):
        yield "DAY", number, str(number)
        yield "DAY", number, f"{number:02d}"
    for year in range(1000, 3000):
        yield "YEAR", year, str(year)


def _units() -> Iterator[tuple[str, Value, str]]:
    for name in UNITS:
        plural = _PLURALS.get(name, name + "s")
        # A capital "Day" is part of a name ("Victory Day"); a sentence may begin with "Days", not with "Day".
        yield f"U{name.upper()}", name, name
        yield f"P{name.upper()}", name, plural
        yield f"P{name.upper()}", name, plural.capitalize()


def _plain() -> Iterator[tuple[str, Value, str]]:
    for name, words in _PLAIN.items():
        for word in words.split():
            for form in _forms(word):
                yield name, word.lower(), form
    for name, valued in _VALUED.items():
        for word, value in valued.items():
            for form in _forms(word):
                yield name, value, form


# Later groups win where a word is in two: "second" is an ordinal before it is a unit.
LEXICON: dict[str, tuple[str, Value]] = {
    form: (CODE[name], value)
    for group in (_plain, _units, _numbers, _months, _weekdays)
    for name, value, form in group()
}
