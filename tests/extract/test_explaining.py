"""What `explain` says of a sentence is what the rules did with it."""

from pathlib import Path

import pytest

from onrecord.pipeline import Reader, take_in
from onrecord.records import Article, Span
from onrecord.records.explanation import Explanation
from onrecord.records.ids import article_id
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
TEXT = (
    "Talks in Oslo called off\n\n"
    "OSLO, May 3 — President Emmanuel Macron met Prime Minister Keir Starmer in Oslo on Friday, the Elysee said. "
    "The two men had met a deadline set by their aides. Both liked the soup. "
    "Macron and Starmer met over breakfast, a British official said."
)


def explained(reader: Reader, words: str, text: str = TEXT) -> Explanation:
    """The explanation of the sentence in which the words stand."""
    article = Article(id=article_id(text, None, "t"), path="t", text=text, published="2025-05-03")
    start = text.index(words)
    (one,) = reader.explain(article, [Span(start, start + len(words))])
    return one


def test_a_claim_with_all_that_made_it(reader: Reader) -> None:
    """The trigger, who, when and where with the words that say so, the chain, the claim."""
    one = explained(reader, "met Prime Minister")
    assert ("met", "meeting", "matched") in [(tried.word, tried.kind, tried.outcome) for tried in one.tried]
    (telling,) = [telling for telling in one.tellings if telling.kind == "meeting"]
    assert {part.name for part in telling.participants} >= {"Emmanuel Macron", "Keir Starmer"}
    assert telling.when is not None
    assert telling.when.because is not None
    assert TEXT[telling.when.because.start : telling.when.because.end].endswith("Friday")
    assert telling.place_words is not None
    assert TEXT[telling.place_words.start : telling.place_words.end] == "Oslo"
    assert [link.cue for link in telling.chain] == ["said"]
    assert telling.claim is not None


def test_a_word_that_tells_nothing_says_why(reader: Reader) -> None:
    """ "Met a deadline" is no meeting, and the condition that refused it is named."""
    one = explained(reader, "met a deadline")
    tried = [tried for tried in one.tried if tried.word == "met" and tried.kind == "meeting"]
    assert tried
    assert all(any(not part.held for part in each.asked) for each in tried)
    assert not [telling for telling in one.tellings if telling.kind == "meeting"]


def test_a_sentence_without_triggers(reader: Reader) -> None:
    """Nothing was tried, so nothing is told."""
    one = explained(reader, "Both liked")
    assert (one.tried, one.tellings) == ((), ())


def test_what_was_merged_into_what(reader: Reader) -> None:
    """A second telling of the meeting names the first."""
    telling = explained(reader, "over breakfast").tellings[0]
    assert telling.kind == "meeting"
    assert telling.joined is not None
    first = explained(reader, "met Prime Minister").tellings[0]
    assert first.claim == telling.claim


@pytest.mark.parametrize("name", ["call-washington.txt", "vote-wrong.txt", "liveblog.txt"])
def test_explaining_changes_nothing_and_misses_no_claim(reader: Reader, name: str) -> None:
    """The same claims with and without notes taken, and each is told by some sentence."""
    path = EXAMPLES / name
    (article,) = [one for one in take_in([str(path)], Settings()) if isinstance(one, Article)]
    before = reader.digest(article)
    made = reader.explain(article, [Span(0, len(article.text))])
    assert reader.digest(article) == before
    told = {telling.claim for one in made for telling in one.tellings}
    assert {claim.id for claim in before.engagements} == told - {None}
