"""Where expressions hang in the parse, and the codes of precision."""

from time_documents import parsed, times

from onrecord.extract.times import governing, signal

_ROWS = """
The DET 1 det
envoys NOUN 2 nsubj
met VERB 2 ROOT Mood=Ind|Tense=Past|VerbForm=Fin meet
on ADP 4 case
September PROPN 2 obl
3 NUM 4 nummod
after ADP 7 case
talks NOUN 2 obl
last ADJ 9 amod
week NOUN 7 nmod:tmod
. PUNCT 2 punct
"""


def test_governing_word_and_signal() -> None:
    """An expression dates the word that its root hangs on, and is introduced by its preposition."""
    doc = parsed(_ROWS)
    day, week = times(doc)
    assert [str(governing(time, doc)) for time in (day, week)] == ["met", "talks"]
    assert (signal(day, doc), signal(week, doc)) == ("on", None)
