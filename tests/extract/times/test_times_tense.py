"""Tense of the clause, from parses written by hand and from words alone."""

import pytest
from time_documents import parsed, times, values, words

from onrecord.extract.times.tense import ClauseTense

# "The envoy <verb words> on Friday ." with the tree of each
_FUTURE = """
The DET 1 det
envoy NOUN 3 nsubj
will AUX 3 aux VerbForm=Fin
return VERB 3 ROOT VerbForm=Inf return
on ADP 5 case
Friday PROPN 3 obl
. PUNCT 3 punct
"""
_PAST = """
The DET 1 det
envoy NOUN 2 nsubj
returned VERB 2 ROOT Mood=Ind|Tense=Past|VerbForm=Fin return
on ADP 4 case
Friday PROPN 2 obl
. PUNCT 2 punct
"""
_PASSIVE = """
The DET 1 det
envoy NOUN 3 nsubj:pass
was AUX 3 aux:pass Mood=Ind|Tense=Past|VerbForm=Fin be
asked VERB 3 ROOT Tense=Past|VerbForm=Part ask
on ADP 5 case
Friday PROPN 3 obl
. PUNCT 3 punct
"""
_SCHEDULED = """
The DET 1 det
vote NOUN 3 nsubj:pass
was AUX 3 aux:pass Mood=Ind|Tense=Past|VerbForm=Fin be
scheduled VERB 3 ROOT Tense=Past|VerbForm=Part schedule
for ADP 5 case
Friday PROPN 3 obl
. PUNCT 3 punct
"""
_PLANS_TO = """
The DET 1 det
envoy NOUN 2 nsubj
agreed VERB 2 ROOT Mood=Ind|Tense=Past|VerbForm=Fin agree
to PART 4 mark
return VERB 2 xcomp VerbForm=Inf return
on ADP 6 case
Friday PROPN 4 obl
. PUNCT 2 punct
"""
_FAILED_TO = """
The DET 1 det
envoy NOUN 2 nsubj
failed VERB 2 ROOT Mood=Ind|Tense=Past|VerbForm=Fin fail
to PART 4 mark
return VERB 2 xcomp VerbForm=Inf return
on ADP 6 case
Friday PROPN 4 obl
. PUNCT 2 punct
"""
_PURPOSE = """
The DET 1 det
envoy NOUN 2 nsubj
flew VERB 2 ROOT Mood=Ind|Tense=Past|VerbForm=Fin fly
there ADV 2 advmod
to PART 5 mark
dine VERB 2 advcl VerbForm=Inf dine
on ADP 7 case
Friday PROPN 5 obl
. PUNCT 2 punct
"""
_PERFECT_MODAL = """
The DET 1 det
envoy NOUN 4 nsubj
may AUX 4 aux VerbForm=Fin
have AUX 4 aux VerbForm=Inf have
returned VERB 4 ROOT Tense=Past|VerbForm=Part return
on ADP 6 case
Friday PROPN 4 obl
. PUNCT 4 punct
"""
_COPULA = """
The DET 1 det
summit NOUN 4 nsubj
is AUX 4 cop Mood=Ind|VerbForm=Fin be
on ADP 4 case
Friday PROPN 4 ROOT
. PUNCT 4 punct
"""


@pytest.mark.parametrize(
    ("rows", "tense", "day"),
    [
        (_FUTURE, "future", "2025-09-12"),
        (_PAST, "past", "2025-09-05"),
        (_PASSIVE, "past", "2025-09-05"),
        (_SCHEDULED, "future", "2025-09-12"),
        (_PLANS_TO, "future", "2025-09-12"),
        (_FAILED_TO, "past", "2025-09-05"),
        (_PURPOSE, "past", "2025-09-05"),
        (_PERFECT_MODAL, "past", "2025-09-05"),
        (_COPULA, "present", "2025-09-12"),
    ],
)
def test_tense_by_the_parse(rows: str, tense: str, day: str) -> None:
    """The verb that governs a weekday puts it before or after publication."""
    doc = parsed(rows)
    start = doc.text.index("Friday")
    assert ClauseTense(doc).of(start, start + 6) == tense
    assert values(times(doc)) == [day]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Mr. Jones, who was ill, will speak on Friday.", "future"),
        ("It will rain. They left on Friday.", "past"),
        ("On Friday, the court is to rule.", "future"),
        ("A vote had been held on Friday.", "past"),
        ("Nothing on Friday.", None),
        ("Leaders to meet Friday", "future"),
    ],
)
def test_tense_by_words(text: str, tense: str | None) -> None:
    """Without a parse the nearest verb of the sentence decides."""
    start = text.index("Friday")
    assert ClauseTense(words(text)).of(start, start + 6) == tense


_HAD_BEEN = """
The DET 1 det
session NOUN 4 nsubj:pass
had AUX 4 aux Mood=Ind|Tense=Past|VerbForm=Fin have
been AUX 4 aux:pass Tense=Past|VerbForm=Part be
scheduled VERB 4 ROOT Tense=Past|VerbForm=Part schedule
for ADP 6 case
{day} PROPN 4 obl
. PUNCT 4 punct
"""


@pytest.mark.parametrize(("weekday", "day"), [("Monday", "2025-09-08"), ("Friday", "2025-09-12")])
def test_what_had_been_planned(weekday: str, day: str) -> None:
    """What had been planned is put on the nearest such day, over or not."""
    assert values(times(parsed(_HAD_BEEN.format(day=weekday)))) == [day]
