"""The tense around an expression from the words alone, for a `Doc` without a parse.

The verb nearest before the expression in its sentence decides; for one that opens the sentence, the first
verb after it.
"""

import re

from onrecord.extract.times.anchoring import Tense

_PAST_FORMS = (
    "was were had did said told met held went came took made began spoke flew left signed won gave got"
    " saw sent"
    " became found lost kept put set brought built bought fell led rose ran fought paid sold struck hit shot"
    " wrote read heard knew thought felt grew drew drove broke chose understood stood sat withdrew overthrew"
    " sought taught caught cut shut quit swore vowed saw urged"
).split()
_NOT_PAST = (
    "need indeed speed hundred feed seed exceed proceed succeed breed bleed sacred naked united red".split()
)
_FUTURE = re.compile(
    r"\b(?P<future>will|won['’]t|shall|would|could|should|may|might|must|can|going to|about to|due|set"
    r" to|set for"
    r"|is to|are to|was to|were to|to be|scheduled|slated|planned|planning|plans?|expected|expects?"
    r"|hopes?|aims?"
    r"|intends?|wants?|invited|upcoming|forthcoming|[Aa]head of|proposed|deadline|until|poised|prepar\w+"
    r"|agreed to"
    r"|promised to|vowed to|pledged to|likely to|ready to|urged|urges)\b|(?P<ll>['’]ll)\b"
    r"|(?P<past>\b(?:has|have|having)\s+(?:\w+\s+)?\w+(?:ed|en|t|d)\b"
    r"|\b(?:" + "|".join(_PAST_FORMS) + r")\b|\b(?!(?:" + "|".join(_NOT_PAST) + r")\b)[a-z]+ed\b)"
    r"|(?P<present>\b(?:is|are|am|['’]s|has|have|meets|begins|starts|opens|arrives|travels|visits|hosts"
    r"|takes|flies|ends|expires|leaves|heads|holds)\b)"
    r"|(?P<to>\bto (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|be\b)[a-z]{3,})",
)
_SENTENCE_START = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Lt|Jr|U\.S|U\.N|U\.K|No|vs|[A-Z]"
                          r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m)\.$")  # fmt: skip
_ONE_VERB = re.compile(r"\s(?:not\s|also\s)?(?:to\s)?(?:be\s)?(?:\w+ly\s)?")
_LOOK_BACK, _LOOK_AHEAD = 300, 200
# After these, an infinitive tells what was done ("had to leave", "failed to agree") or what for.
_DONE_BEFORE = re.compile(
    r"\b(?:had|has|have|failed|managed|refused|declined|began|started|continued|used|came|went)\s$"
)


def tense_by_words(text: str, start: int, end: int) -> Tense | None:
    """Tense of the clause around characters `start` to `end`; None where no verb tells."""
    begin = _sentence_start(text, start)
    clause: Tense | None = None
    last = begin
    for match in _FUTURE.finditer(text, begin, start):
        kind = match.lastgroup
        # "flew there to meet": the purpose does not undo the verb; "will be held": nor the participle "will"
        after_verb = clause is not None and kind == "to"
        of_auxiliary = (
            clause == "future" and kind == "past" and _ONE_VERB.fullmatch(text, last, match.start())
        )
        if not after_verb and not of_auxiliary:
            clause = _tense(text, match) or clause
        last = match.end()
    if clause is not None:
        return clause
    stop = _SENTENCE_END.search(text, end, end + _LOOK_AHEAD)
    after = _FUTURE.search(text, end, stop.start() if stop else min(len(text), end + _LOOK_AHEAD))
    return _tense(text, after) if after else None


def _tense(text: str, match: re.Match[str]) -> Tense | None:
    kind = match.lastgroup
    if kind == "past":
        return "past"
    if kind == "present":
        return "present"
    if kind == "to":
        return None if _DONE_BEFORE.search(text, max(0, match.start() - 12), match.start()) else "future"
    return "future"


def _sentence_start(text: str, start: int) -> int:
    floor = max(0, start - _LOOK_BACK)
    begin = floor
    for match in _SENTENCE_START.finditer(text, floor, start):
        if not _ABBREVIATED.search(text, max(floor, match.start() - 8), match.start() + 1):
            begin = match.end()
    return begin
