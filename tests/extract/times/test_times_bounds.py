"""Bounds of undated articles."""

import pytest
from time_documents import times, words

from onrecord.extract.times import date_bounds
from onrecord.knowledge import open_knowledge
from onrecord.records import Article

Bounds = tuple[str | None, str | None] | None


def bounds(text: str, people: tuple[str, ...] = ()) -> tuple[Bounds, list[str]]:
    """The bounds of a text in which `people` are marked, and the words that give them."""
    doc = words(text, people)
    article = Article(id="art-1", path="a.txt", text=text)
    found, reasons = date_bounds(article, doc, times(doc, None), open_knowledge())
    return found, [text[reason.start : reason.end] for reason in reasons]


def test_a_date_told_as_past() -> None:
    """The last full date told in the past tense is the first day that the article may be from."""
    found, because = bounds("The pact was signed on 3 March 2019. It was ratified on 5 June 2020.")
    assert found == ("2020-06-05", None)
    assert because == ["5 June 2020"]


def test_a_month_told_after_a_full_date() -> None:
    """A month that follows a full date in its year bounds the article as well."""
    found, _ = bounds("The pact was signed on January 17, 2025. In early May, it was approved by the house.")
    assert found == ("2025-05-01", None)


def test_a_date_told_as_ahead() -> None:
    """A full date that is said to be ahead is the last day that the article may be from."""
    found, _ = bounds("The pact was signed on 3 March 2019. It will come into force on 1 July 2019.")
    assert found == ("2019-03-03", "2019-07-01")


def test_ahead_of_another_day() -> None:
    """What was ahead of a day told need not be ahead of the article."""
    found, _ = bounds("On 3 March 2019 he said the pact would come into force on 1 July 2019.")
    assert found == ("2019-03-03", None)


def test_plans_for_a_year_do_not_date_their_making() -> None:
    """A strategy for 2030 that was adopted does not make the article one of 2030."""
    found, _ = bounds("The strategy for 2030 was adopted. The roadmap until 2040 was drafted.")
    assert found is None


def test_an_anniversary_that_was_kept() -> None:
    """The day of an anniversary that was kept is past."""
    text = "A parade was held that marked the 80th anniversary of victory in the Great Patriotic War."
    assert bounds(text)[0] == ("2025-05-09", None)


def test_an_anniversary_to_come() -> None:
    """The day of an anniversary that will be kept is ahead."""
    text = "He will fly in to mark the 70th anniversary of the People's Republic of China."
    assert bounds(text)[0] == (None, "2019-10-01")


def test_an_event_dated_by_the_text() -> None:
    """The year that the text gives for an event dates its anniversary."""
    text = "The club celebrated the 50th anniversary of its founding in 1971."
    assert bounds(text)[0] == ("2021-01-01", None)


def test_terms_of_office() -> None:
    """People with titles that they held once bound the day by their terms, while these overlap."""
    text = "Secretary of State Rex Tillerson met National Security Adviser Mike Waltz."
    assert bounds(text, ("Rex Tillerson",))[0] == ("2017-02-01", None)
    assert bounds(text, ("Rex Tillerson", "Mike Waltz"))[0] is not None
    (low, high) = bounds(text, ("Rex Tillerson", "Mike Waltz"))[0] or (None, None)
    assert (low, high) == ("2025-01-20", None)


@pytest.mark.parametrize("before", ["Former", "Then", "Deputy", "ex-"])
def test_titles_that_are_not_held(before: str) -> None:
    """Former and lesser titles date nothing."""
    assert bounds(f"{before} Secretary of State Rex Tillerson spoke.", ("Rex Tillerson",))[0] is None


def test_contradictions_are_not_told() -> None:
    """One date told as past after one told as ahead gives no bound."""
    text = "It will open on 1 July 2019. The first stone was laid on 3 March 2021."
    assert bounds(text) == (None, [])


def test_dated_articles_have_no_bounds() -> None:
    """An article with a date needs none."""
    text = "The pact was signed on 3 March 2019."
    article = Article(id="art-1", path="a.txt", text=text, published="2019-03-04")
    assert date_bounds(article, words(text), times(text, "2019-03-04"), None) == (None, ())
