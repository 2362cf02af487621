"""Votes each way, read from the words of the sentence that tells of a vote."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from onrecord.records import Tally
from onrecord.records.parse import Doc

SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?"
)


def _number(name: str) -> str:
    """A whole number: no sum, rate, decimal, time of day, day of a month, or part of a word with a hyphen."""
    return (
        rf"(?<![\d.,:$€£¥%-])\b(?P<{name}>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{SMALL})\b"
        r"(?!\s?(?:%|per\s?cent|million|billion|trillion|dollar|euro|pound|[ap]\.?m\b|o['’]clock))"
        r"(?!-?\s?(?:year|day|month|week|hour|minute))(?![.,:]\d|th\b)"
    )


BOUND = r"(?P<bound>(?:at least|more than|fewer than|about|around|some|nearly|almost|only|just|over)\s)?"
# who votes, and what is counted
VOTERS = (
    r"(?:votes?|members?|deput(?:y|ies)|law-?makers?|(?:M|MS|ME)Ps?|(?:\w+\s)?senators?|legislators?|parliamentarians?|"
    r"delegates?|delegations?|countries|country|states?|nations?|people|voters?|others?|judges?|justices?|"
    r"Republicans?|Democrats?|ministers?|councill?ors?|ballots?|representatives?|governments?)"
)
WHOSE = (
    rf"(?:(?:\s(?:of\s(?:the|its)\s)?(?:[\w’'-]+\s){{0,3}}?{VOTERS})?"
    r"(?:\s(?:were|was|had|have|cast|came|chose|to|their|its))*)"
)
FAVOUR = (
    r"(?:\s(?:votes?|ballots?))?\s(?:in\sfavou?r|in\ssupport|for\b|yes\b|said\syes|voted\s(?:for|yes|to\s\w+|in\sfavou?r)|voting\s(?:for|in\sfavou?r)|"
    r"back(?:ed|ing)|support(?:ed|ing)|approv(?:ed|ing))"
)
AGAINST = (
    r"(?:\s(?:votes?|ballots?))?\s(?:against|opposed|opposing|voted\s(?:against|no)|voting\s(?:against|no)|said\sno\b|"
    r"reject(?:ed|ing)|no\b(?!\s\w))"
)
ABSTAIN = r"(?:\s(?:votes?))?\s(?:abst(?:ain|ent)\w*|in\sabstention)"
PRESENT = (
    r"(?:\sof\sthe\s[\w’' -]{1,40}?)?\s(?:voted(?=\s(?:on|about)\b|\s\w+day\b|\s*[:,.])|present|"
    r"(?:who|that)\s(?:took\spart|cast|voted|attended|were\spresent)|"
    r"taking\spart|attending|voting\b|took\spart|casting)"
    # "two people present said": who tells of the vote, not how many voted
    r"(?![^.,;:]{0,40}\b(?:say|says|said(?!\s(?:yes|no)\b)|tell|told|recall(?:ed)?|recounted|confirmed|reported)\b)"
)
REFUSED = re.compile(
    r"\b(?:reject|voted? down|vote[sd]? against|defeated|failed|fell|threw out|survived?)", re.IGNORECASE
)
VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|majority|motion|resolution|bill|approved|passed|adopted|ratified|cleared)\b",
    re.IGNORECASE,
)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(BOUND + _number("number") + WHOSE + words, re.IGNORECASE)


SIDES = {"in_favour": FAVOUR, "against": AGAINST, "abstained": ABSTAIN, "present": PRESENT}
BY_SIDE = {side: _pattern(words) for side, words in SIDES.items()}
TO = re.compile(
    _number("first")
    + r"(?:\svotes?)?(?:\s(?:in\sfavou?r|for))?\s?(?:-|–|—|to|against)\s?"
    + r"(?P<second>\d{1,3}(?:,\d{3})+|\d{1,4}|none|nil|"
    + SMALL
    + r")\b(?!\s?(?:%|per\s?cent|million|billion|[ap]\.?m\b|years?|days?|-))(?![.:]\d)(?!-?\w*(?:\s(?:percent|years)))",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"^(?:\svotes?)?(?:\s(?:vote|majority|margin|decision|ballot))|^,?\s(?:with|and)\s\w+\sabst",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:\bvot(?:e|ed|es|ing)\s(?:of\s|was\s|by\s)?|\bby\s(?:a\s(?:vote|margin|majority)\sof\s)?|\bmargin\sof\s|\bmajority\sof\s|"
    r"\b(?:passed|adopted|approved|carried|rejected|defeated|failed|passing|cleared)\s|"
    r"\bvot(?:e|ed)\s\w+ly\s|\(|,\s)$",
    re.IGNORECASE,
)


# "passed the budget 60-51 on Tuesday": the score stands behind what was voted on, and ends the clause
PASSED = re.compile(
    r"\b(?:pass(?:ed|es|ing)|adopt(?:ed|s|ing)|approv(?:ed|es|ing)|ratif(?:ied|ies)|back(?:ed|s)|endors(?:ed|es)|"
    r"reject(?:ed|s)|defeat(?:ed|s)|clear(?:ed|s)|override|overrode|confirm(?:ed|s)|impeach(?:ed|es)|vot(?:ed|es))\b"
    r"[^.;:()]{1,90}\s$",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"^(?:\s*[.,;)]|\s(?:on|in|late|early|after|to|with|and|against|this|last|yesterday|at)\b|\s[A-Z]\w+day\b|\s*$)"
)


NO_ABSTENTION = re.compile(
    r"\b(?:no abstentions|without abstentions?|(?:none|nobody|no\s?one) abstain(?:ed|ing))\b", re.IGNORECASE
)
UNOPPOSED = re.compile(
    r"\b(?:none|nobody|no\s?one|no (?:member|deputy|country|state)s?) (?:opposed|vot(?:ed|ing) against|against)\b"
    r"|\bwithout (?:opposition|a dissenting vote)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # every word of a sentence that tells of a vote asks for its votes
def tally(text: str) -> Mapping[str, str]:
    """Votes by side as they are written, out of one sentence; empty where it gives none.

    Sides are "in_favour", "against", "abstained" and "present". "By 52 votes to 48" gives the first number
    to the side that won: for a motion that was rejected, those against.
    """
    found: dict[str, str] = {}
    for side, pattern in BY_SIDE.items():
        match = pattern.search(text)
        if match is not None:
            found[side] = (match["bound"] or "") + match["number"]
    if "against" not in found and UNOPPOSED.search(text) is not None and "in_favour" in found:
        found["against"] = "none"
    if "abstained" not in found and NO_ABSTENTION.search(text) is not None and "in_favour" in found:
        found["abstained"] = "none"
    score = _score(text)
    if score is not None:
        for side, number in score.items():
            found.setdefault(side, number)
    return dict(sorted(found.items()))


def tallies(doc: Doc) -> Iterator[Tally]:
    """The votes of every sentence that gives any."""
    for sentence in doc.sents:
        found = tally(sentence.text)
        if found:
            yield Tally(sentence.start_char, sentence.end_char, dict(found))


def _score(text: str) -> dict[str, str] | None:
    if VOTED.search(text) is None and not re.search(r"\bby \d", text):
        return None
    for match in TO.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        written = match["first"] + match["second"]
        ends = PASSED.search(before) and ENDED.search(behind) and match[0][-1:].isdigit()
        if "votes" not in match[0] and not BEFORE.search(before) and not BEHIND.search(behind) and not ends:
            continue
        if _is_year(match["first"]) or ("-" in match[0] and not written.isdigit()):
            continue
        turned = behind.startswith(" against")  # "voted 9-6 against the plan"
        return _sides(match["first"], match["second"], "rejected" if turned else text)
    return None


def _is_year(number: str) -> bool:
    return number.isdigit() and len(number) == 4 and 1900 <= int(number) <= 2100


def _sides(first: str, second: str, text: str) -> dict[str, str]:
    lost = REFUSED.search(text) is not None and "veto" not in text.lower()
    ahead = not (first.isdigit() and second.isdigit()) or int(first) >= int(second)
    if lost and ahead:
        return {"in_favour": second, "against": first}
    return {"in_favour": first, "against": second}
