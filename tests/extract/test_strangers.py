"""People and places whom the knowledge base does not know: the same id wherever an article gives them so."""

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Actor, Article
from onrecord.records.ids import article_id


def the_actor(reader: Reader, text: str, name: str) -> Actor:
    """The only actor of that name in an article with this text."""
    article = Article(id=article_id(text, None, "t"), path="t", text=text, published="2025-05-05")
    (found,) = [one for one in reader.digest(article).actors if one.name == name]
    return found


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        (
            "Ilya Klimov",
            "Russian negotiator Ilya Klimov met reporters in Oslo on Friday. Klimov said the talks were useful.",
            "The talks failed. Ilya Klimov, a Russian negotiator, left Oslo on Saturday, the ministry said.",
        ),
        (
            "Berit Solvang",
            "Berit Solvang met the Swedish foreign minister on Monday.",
            "BERIT SOLVANG MEETS MINISTER\n\nBerit Solvang met the Swedish foreign minister on Monday in Stockholm.",
        ),
        (
            "Dravenmoor",
            "The two presidents met in Dravenmoor on Monday and signed a treaty.",
            "Talks in Dravenmoor ended on Tuesday without a result, the ministry said.",
        ),
    ],
)
def test_the_same_id_in_every_article(reader: Reader, name: str, one: str, other: str) -> None:
    """Name, title and country make the id, however the article spells the rest."""
    assert the_actor(reader, one, name).id == the_actor(reader, other, name).id


def test_another_country_is_another_actor(reader: Reader) -> None:
    """Namesakes of two states are two."""
    one = the_actor(reader, "Russian negotiator Ilya Klimov met reporters in Oslo on Friday.", "Ilya Klimov")
    other = the_actor(
        reader, "Bulgarian negotiator Ilya Klimov met reporters in Oslo on Friday.", "Ilya Klimov"
    )
    assert one.country == "RU"
    assert other.country == "BG"
    assert one.id != other.id


def test_one_article_has_one_of_a_name(reader: Reader) -> None:
    """What the second mention leaves unsaid, the first has said."""
    text = (
        "Russian Deputy Foreign Minister Ilya Klimov arrived in Oslo on Friday.\n\n"
        "Ilya Klimov met reporters. “We will talk,” Klimov said."
    )
    assert len(the_actor(reader, text, "Ilya Klimov").mentions) >= 3
