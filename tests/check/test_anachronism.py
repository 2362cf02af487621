"""The dead who act, states that are gone, names before their time; and the ways in which they are rightly told of."""

from collections.abc import Callable

import pytest

Findings = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("Kofi Annan will chair the talks in Geneva on Monday.", "2021-03-04", "Kofi Annan"),
        ("Shinzo Abe told reporters in Tokyo on Tuesday that he was ready.", "2024-05-08", "Shinzo Abe"),
        ("Jacques Chirac has accepted the post and is travelling to Rabat.", "2022-02-02", None),
        ("Yugoslavia will send a delegation to Vienna next week.", "2016-09-05", "Yugoslavia"),
        ("The Warsaw Pact has deployed two divisions in Silesia.", "2014-03-11", "Warsaw Pact"),
        ("Officials met in London to discuss Brexit.", "2009-06-02", "Brexit"),
        ("The prime minister of North Macedonia visited Sofia.", "2012-04-04", "North Macedonia"),
        ("Kim Jong Il and Moon Jae-in will meet on Friday at the border.", "2018-04-24", "Kim Jong Il"),
    ],
)
def test_out_of_time(findings: Findings, text: str, published: str, words: str | None) -> None:
    """One who is dead, or what is gone, acts on the article's day; what is not yet named is named."""
    found = [finding for finding in findings(text, published) if finding[0] == "anachronism"]
    assert found == ([] if words is None else [("anachronism", words)])


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Kofi Annan will be buried in Accra on Thursday.", "2018-09-10"),
        ("Kofi Annan chaired the talks in Geneva in 2012.", "2021-03-04"),
        ("The late Shinzo Abe visited Moscow often, and said so.", "2024-05-08"),
        ("“Shinzo Abe will sign nothing,” an old minute of 2016 has him say.", "2024-05-08"),
        ("Shinzo Abe would have signed, his widow said on Tuesday.", "2024-05-08"),
        ("The Nelson Mandela Foundation will host a forum on Friday.", "2019-07-15"),
        ("Helmut Kohl remains a model to many.", "2020-01-09"),
        ("Diplomats of the Soviet Union signed the treaty in 1987.", "2018-06-01"),
        ("The former Yugoslavia left many borders.", "2016-09-05"),
        ("Voters will be asked about Brexit.", "2015-11-03"),
        ("Mikhail Gorbachev will attend the funeral on Saturday.", "2013-04-12"),
        ("Ronald Reagan, an accountant from Leeds, will meet his bank on Monday.", "2015-11-03"),
    ],
)
def test_rightly_told(findings: Findings, text: str, published: str) -> None:
    """Burials, history, remembrance, quotations, foundations, the living and namesakes raise nothing."""
    assert findings(text, published) == []


def test_says_what_is_known(reader_message: Callable[[str, str], list[str]]) -> None:
    """The message gives the day that makes it impossible."""
    assert reader_message("Kofi Annan will chair the talks in Geneva on Monday.", "2021-03-04") == [
        "Kofi Annan died on 2018-08-18; the article is of 2021-03-04"
    ]
