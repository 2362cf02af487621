"""Ids by their beginning."""

import pytest

from onrecord.cli.prefix import the_one
from onrecord.errors import UsageError

IDS = ("eng-12ab", "eng-12cd", "eng-9f00", "eng-9f001")


def test_a_unique_beginning_is_enough() -> None:
    """With or without what all ids begin with, and an id that begins another is still itself."""
    assert the_one("eng-12a", IDS, "engagement") == "eng-12ab"
    assert the_one("12c", IDS, "engagement") == "eng-12cd"
    assert the_one("eng-9f00", IDS, "engagement") == "eng-9f00"


@pytest.mark.parametrize(
    ("asked", "says"), [("12", "2 engagement ids: eng-12ab, eng-12cd"), ("zz", "no"), ("", "no")]
)
def test_what_is_not_one_is_refused(asked: str, says: str) -> None:
    """The message lists those that were meant, or says that there is none."""
    with pytest.raises(UsageError, match=says):
        the_one(asked, IDS, "engagement")
