"""What looks like a time expression and is none: counts, names, titles."""

import re

from onrecord.extract.times.lexing import Lexed
from onrecord.extract.times.meaning import (
    DayOfMonth,
    Duration,
    Meaning,
    Modified,
    Month,
    PartOfYear,
    Portion,
    Recurrence,
    Shift,
    Weekday,
    YearOnly,
    Years,
)
from onrecord.extract.times.words import CODE

# Nouns that a four-figure number or a day before them counts.
_COUNTED = re.compile(
    r"\s?-?(?:people|persons?|troops?|soldiers?|servicemen|fighters?|men|women|children|civilians?|residents?"
    r"|refugees?|migrants?|prisoners?|hostages?|detainees?|victims?|casualties|deaths|dead|wounded"
    r"|injured|cases"
    r"|patients|votes?|voters?|deputies|delegates?|lawmakers?|members?|employees|workers|guests|journalists"
    r"|participants|missiles?|drones?|rockets?|tanks?|shells?|bombs?|vehicles?|aircraft|planes?|ships?"
    r"|flights?"
    r"|homes|houses|buildings|apartments|villages|settlements|km|kms|kilomet\w+|miles?|met(?:er|re)s?"
    r"|feet|ft|hectares?"
    r"|acres?|square|kg|kilo\w*|tons?|tonnes?|barrels?|lit(?:er|re)s?|megawatts?|MW|GW|percent"
    r"|per\s?cent|%|points?"
    r"|basis|dollars?|euros?|pounds?|rubles?|roubles?|yuan|yen|rupees?|hryvnias?|million|billion"
    r"|trillion|thousand"
    r"|hundred|words|pages|degrees?|rounds?|copies|signatures|companies|firms|countries|cities|times"
    r"|volts?|rpm)\b"
)
_NUMBERED = re.compile(
    r"(?:[$€£¥#№]\s?|\b(?:No|Nos|number|numbers|Resolution|Resolutions|resolution|resolutions|Flight"
    r"|flight|Room|room"
    r"|Route|Highway|Article|Section|Decree|Order|Law|Act|Agenda|Vision|Horizon|Euro|Expo|Windows"
    r"|Boeing|Channel"
    r"|Apollo|Copyright|©|Model|Protocol|Chapter|Form|Bill|page|nearly|almost|approximately|roughly"
    r"|some|over|than|least|most"
    r"|up to|totaling|totalling|numbering|killed|killing|wounded|injured|detained|arrested|around|about"
    r"|of about"
    r"|x|×)\.?\s)$"
)
_CAPITALISED_BEFORE = re.compile(r"(?:^|[^.!?\s:;”\"]\s)(?:[A-Z][\w’'-]+|[A-Z]{2,})\s$")
_TIME_BEFORE = re.compile(
    r"\b(?:In|Since|By|Until|Till|From|During|After|Before|Between|Of|The|Early|Late|Mid|Around|About"
    r"|And|To|On"
    r"|Summer|Spring|Autumn|Fall|Winter|Year|Years|FY|Circa)\s$",
)
_BROADCASTERS = re.compile(
    r"\b(?:USA|Russia|India|Ukraine|Turkey|Bangladesh|Pakistan|Africa|China|Politics|History|Security)\s$"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Miss|Minister|Premier|PM|President|Senator|Sen\.|Rep\.|Secretary|Dr\.?"
    r"|Brian|Elaine|Robert|Peter|James)\s$"
)
_WEEK_PAPERS = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Tribune|Independent|Guardian|World|Night\sLive)\b"
)
_NAMED_DAY = re.compile(r"\b(?:Super|Bloody|Fat|Cyber|Giving|Shrove)\s$")
# "the third Tuesday of each month" is no one day
_EACH_MONTHS = re.compile(r".*\b(?:first|second|third|fourth|last)\s+of\s(?:each|every)")
_PAPER_BEFORE = re.compile(r"\b(?:Mail|Independent)\son\s$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;”\"’\n(—–-])\s*$")
# What may follow "the 25th" where it is a day: no noun that it counts ("the 25th anniversary").
_ENDS_THERE = re.compile(
    r"\s*(?:[.,;:!?)”\"’'—–]|$|\n|(?:and|or|but|it|he|she|they|we|i|the|a|an|in|at|to|when|after|before|as|for|with"
    r"|by|on|that|which|who|this|his|her|its|their|there|if|because|will|would|was|were|is|are|has|have|had|did"
    r"|not|said|says|near|from|until|through|while|where|instead)\b)",
    re.IGNORECASE,
)
_SOMEONES = re.compile(r"\b(?:his|her|their|my|our)\s$")
_NAMED_SEASON = re.compile(r"\b(?:Arab|Prague|African|Silver|Palm)\s$")


def misread(text: str, lexed: Lexed, at: int, stop: int, meaning: Meaning) -> bool:
    """Whether tokens `at` to `stop`, which a rule reads as `meaning`, are something else."""
    start, end = lexed.starts[at], lexed.ends[stop - 1]
    before = text[max(0, start - 24) : start]
    bare = stop - at == 1
    if isinstance(meaning, YearOnly) and bare:
        return _no_year(text, before, start, end, meaning.year)
    if isinstance(meaning, Month) and meaning.year is None:
        return _no_month(text, lexed, at, stop, before, end)
    if isinstance(meaning, DayOfMonth):
        return meaning.weekday is None and not _ENDS_THERE.match(text, end)
    if isinstance(meaning, Weekday):
        return bool(
            (bare and _WEEK_PAPERS.match(text, end))
            or _PAPER_BEFORE.search(before)
            or _NAMED_DAY.search(before)
            or _EACH_MONTHS.match(before[-12:] + text[end : end + 10])
        )
    if isinstance(meaning, PartOfYear):
        named = text[end - 1].islower() and re.search(r"[A-Z]\w+$", text[start:end]) and _names(text, end)
        return bool(named or _NAMED_SEASON.search(before))
    if isinstance(meaning, Recurrence):
        # "the People's Daily"
        return bare and text[end - 1] == "y" and text[start].isupper() and not _SENTENCE_BEGINS.search(before)
    if isinstance(meaning, Years) or (isinstance(meaning, Portion) and isinstance(meaning.of, Years)):
        return bool(_SOMEONES.search(before))  # "in her mid-50s"
    if isinstance(meaning, Shift) and text[start:end].lower() == "this day":
        return bool(re.search(r"\b[Tt]o\s$", before))
    if isinstance(meaning, Shift) and bare and text[start] == "T":
        return bool(_BROADCASTERS.search(before))
    if isinstance(meaning, Duration) and re.search(r"\bas\s$", before):
        return True  # "the fourth attack in as many months"
    if isinstance(meaning, Duration) and bare and lexed.codes[at] in _PLURALS:
        return not _BARE_LENGTH.search(before) and not re.match(
            r"\s(?:before|after|ahead)\b", text[end : end + 8]
        )
    if isinstance(meaning, Duration | Modified | Portion):
        return bool(
            lexed.codes[stop - 1] in _QUARTERS and re.match(r"\s(?:of|to|past)\b", text[end : end + 6])
        )
    return False


_PLURALS = frozenset(CODE[name] for name in CODE if name[0] == "P" and f"U{name[1:]}" in CODE)
# Before "years" alone, where a length is meant: not "the war years", "working hours", "early days".
_BARE_LENGTH = re.compile(
    r"(?:^|[.,;:!?(—–]\s*[\"“]?|\b(?:spen[dt]s?|takes?|took|taken|lasts?|lasted|wait(?:s|ed)?|lost|los(?:e|ing)|saved?|served?"
    r"|fac(?:e|ed|es)|gave|need(?:s|ed)?|for|after|in|over|within|during|through|and|or|just|only|mere|even|be|was|were|is"
    r"|years|months|weeks|days|hours|minutes|than|not|came|comes|come|spending|taking|lasting|of|with|about|nearly))\s*$",
    re.IGNORECASE,
)
_QUARTERS = frozenset((CODE["UQUARTER"], CODE["PQUARTER"]))
_WEAK = frozenset((CODE["WEAKMONTH"], CODE["WEAKABMONTH"]))


def _no_year(text: str, before: str, start: int, end: int, year: int) -> bool:
    """A bare four-figure number is a year of our time unless it counts or names something."""
    if _COUNTED.match(text, end) or _NUMBERED.search(before):
        return True
    if year % 100 == 0 and re.match(r"\s[a-z]+s\b", text[end : end + 20]):
        return True  # "2000 volunteers"
    if not 1900 <= year <= 2099:
        # Years long ago only where the text says that it tells a time.
        return not re.search(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|year|of)\s$", before) or year < 1600
    if text[end : end + 1] in {"-", "–"} and text[end + 1 : end + 2].isalpha() and before[-1:].isalpha():
        return True
    return bool(_CAPITALISED_BEFORE.search(before)) and not _TIME_BEFORE.search(before)


def _no_month(text: str, lexed: Lexed, at: int, stop: int, before: str, end: int) -> bool:
    """May, March and short names of months are also people, verbs and places."""
    if re.match(r"\s?\d{5,}|-a-", text[end : end + 8]):
        return True
    if lexed.codes[stop - 1] not in _WEAK or stop - at > 1:
        return False
    if re.search(r"\b[Tt]he\s$", before) and not re.match(r"\s[a-z]{4,}", text[end : end + 6]):
        return True  # "the March" of protesters
    follows = text[end : end + 3]
    return (
        bool(_PERSON_BEFORE.search(before))
        or follows[:2] in {"'s", "’s"}
        or follows[:1] == "-"
        or _names(text, end)
    )


def _names(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "March Madness", "Jan Kubis"."""
    return bool(re.match(r"\s[A-Z][a-z]", text[end : end + 3]))
