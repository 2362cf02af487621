"""Expressions in a text: what they are counted from, and where they are not to be found."""

import pytest
from time_documents import times, values, words

from onrecord.extract.times import find_times
from onrecord.records import Span


def test_positions_count_in_the_whole_text() -> None:
    """Only the prose is read, and positions count from the beginning of the text."""
    text = "Sunny, Sept. 1\nThe envoy left on Sept. 3 for good."
    found = find_times(words(text), published="2025-09-10", prose=[Span(15, len(text))])
    assert [(text[time.start : time.end], time.value) for time in found] == [("Sept. 3", "2025-09-03")]


def test_a_chain_of_days() -> None:
    """Each step of a story is counted from the day before it in the text."""
    found = times("On June 2 they met. Two days later they signed. The next day the deal was void.")
    assert values(found) == ["2025-06-02", "2025-06-04", "2025-06-05"]


def test_the_event_named() -> None:
    """ "After the vote" counts from the day told for the vote, though another day was told since."""
    found = times("The vote was on June 2. A storm struck on June 20. Three days after the vote he quit.")
    assert values(found)[-1] == "2025-06-05"


def test_an_event_nobody_dated() -> None:
    """A distance from something that no day is told for stays a length of time."""
    found = times("He quit three days after she accused him of fraud.")
    assert values(found) == ["P3D"]


def test_a_day_after_untold_days_is_not_invented() -> None:
    """ "The next day" without a day before it is no day."""
    (found,) = times("The next day the envoy left.")
    assert (found.value, found.first) == ("XXXX-XX-XX", None)


def test_names_are_no_months() -> None:
    """What the annotation marks as a person's name is no date."""
    doc = words("The queen saw April in March.", ["April"])
    assert values(times(doc)) == ["2025-03"]


def test_month_of_publication() -> None:
    """From a month alone what reads the same on all its days is resolved, the rest is not."""
    found = times("He left last month, on Monday, after a visit this year.", "2025-09")
    assert values(found) == ["2025-08", "XXXX-WXX-1", "2025"]


def test_bounds_that_agree_on_the_year() -> None:
    """An undated article takes the year on which both of its bounds agree."""
    (found,) = times("They met on May 9.", None, between=("2025-05-10", "2025-11-30"))
    assert found.value == "2025-05-09"


def test_bounds_that_do_not_agree() -> None:
    """Where the bounds leave two years open, so does the date."""
    (found,) = times("They met on May 9.", None, between=("2024-02-01", "2025-11-30"))
    assert found.first is None


def test_lower_bound_alone() -> None:
    """A day ahead of an article that cannot be older than its bound comes after that."""
    (found,) = times("He will come on May 9.", None, between=("2025-01-21", None))
    assert found.value == "2025-05-09"


def test_year_named_before() -> None:
    """Without a day of publication, a date belongs to the year of the full date before it."""
    found = times("The pact was signed on March 3, 2019. On April 5 it was void.", None)
    assert values(found) == ["2019-03-03", "2019-04-05"]


def test_across_new_year() -> None:
    """Nearness counts for more than the same year."""
    found = times("The pact was signed on January 3, 2019. On December 20 it had been drafted.", None)
    assert values(found) == ["2019-01-03", "2018-12-20"]


def test_an_anniversary_names_a_year() -> None:
    """The 75th anniversary of a state founded in 1949 puts the dates after it into 2024."""
    found = times(
        "It marked the 75th anniversary of the People’s Republic of China. He left on Oct. 2.", None
    )
    assert values(found) == ["2024-10-02"]


def test_printed_later() -> None:
    """ "Today" is the day that the report itself prints, where the page is younger."""
    (found,) = times("The envoy left today.", "2025-09-10", dateline="2025-09-07")
    assert found.value == "2025-09-07"


@pytest.mark.parametrize("published", ["2025", "2025-09", "2025-09-10", "2025-99-99", "soon", "", None])
def test_any_publication_date(published: str | None) -> None:
    """Whatever stands for the day of publication, a full date is read."""
    assert values(times("They met on 5 May 2014.", published)) == ["2014-05-05"]


def test_days_and_months_in_a_row() -> None:
    """Days and months that follow each other are one stretch, others are two dates."""
    found = times(
        "He comes on July 23 and 24; missiles flew in August and September, and on May 4 and May 12."
    )
    assert [time.text for time in found] == ["July 23 and 24", "August and September", "May 4", "May 12"]


def test_looking_back_does_not_move_the_scene() -> None:
    """A time of day belongs to the day told, not to one that the text looks back to."""
    found = times("On Monday he answered the raid of two days earlier. At noon he was summoned.")
    assert values(found) == ["2025-09-08", "2025-09-06", "2025-09-08T12:00"]


def test_ages_and_readers_are_no_decades() -> None:
    """People in their 30s, a paper's name and Super Tuesday are no times."""
    assert times("Voters in their 30s and 40s read the People's Daily after Super Tuesday.") == ()
