"""Status of single sentences: each of the eight words, told in plain English."""

import pytest

from onrecord.pipeline import Reader
from onrecord.records import Article, Block

SENTENCES = [
    ("happened", "Emmanuel Macron met Keir Starmer in London on Friday."),
    ("happened", "Turkey signed a defence agreement with Azerbaijan last week."),
    ("happened", "Wang Yi visited Jakarta after the talks collapsed."),
    ("happened", "Poland expelled three Russian diplomats on Wednesday."),
    ("happened", "The meeting between Modi and Xi took place in Kazan in October."),
    ("ongoing", "Emmanuel Macron is meeting Keir Starmer in London."),
    ("ongoing", "Russia is shelling Kharkiv."),
    ("ongoing", "Wang Yi is visiting Jakarta this week."),
    ("planned", "Narendra Modi is to travel to Tokyo next month."),
    ("planned", "Ministers arrived in Vienna ahead of talks between Iran and Germany on Friday."),
    ("planned", "Friedrich Merz plans to meet Donald Tusk in Warsaw next week."),
    ("planned", "The summit between Japan and South Korea is scheduled for July 3."),
    ("confirmed", "Vladimir Putin will visit Beijing in September, Kremlin spokesman Dmitry Peskov said."),
    ("confirmed", "The Kremlin confirmed that Vladimir Putin will meet Donald Trump in Alaska."),
    ("possible", "Vladimir Putin may visit Beijing in September."),
    ("possible", "Donald Trump could meet Kim Jong Un in Seoul."),
    ("possible", "If Turkey recalls its ambassador from Israel, trade will suffer."),
    ("possible", "Brazil has proposed a meeting between Lula da Silva and Donald Trump."),
    ("possible", "The European Union is considering sanctions against Georgia."),
    ("possible", "Dmitry Peskov did not rule out a meeting between Putin and Trump."),
    ("denied", "Emmanuel Macron has not met Vladimir Putin."),
    ("denied", "Iran denied holding talks with the United States."),
    ("denied", "No meeting between Putin and Zelensky took place in Istanbul."),
    ("denied", "Israel denied that it had struck the hospital in Gaza."),
    ("denied", "Viktor Orban never visited Kyiv."),
    ("cancelled", "Donald Trump cancelled his meeting with Vladimir Putin."),
    ("cancelled", "Pakistan called off the talks with India."),
    ("cancelled", "Wang Yi’s visit to Seoul was cancelled."),
    ("cancelled", "Friedrich Merz scrapped a planned trip to Ankara."),
    ("postponed", "Iran postponed its talks with the United States."),
    ("postponed", "Keir Starmer’s visit to Delhi has been postponed until March."),
    ("postponed", "Japan and China put off their summit."),
    ("postponed", "The EU delayed the signing of its trade agreement with Mercosur."),
]


@pytest.mark.parametrize(("status", "text"), SENTENCES)
def test_status(reader: Reader, status: str, text: str) -> None:
    """One claim of the sentence has the status that a reader would give it."""
    block = Block(0, len(text), "body")
    article = Article(id="art-test", path="t", text=text, published="2025-06-16", blocks=(block,))
    assert status in {claim.status for claim in reader.understand(article).engagements}
