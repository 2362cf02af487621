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
    ("planned", "Parliament in Chisinau votes on Tuesday on closing the Russian House."),
    ("planned", "Mirjana Spoljaric leaves tonight for Khartoum."),
    ("planned", "A date has been fixed for Rutte to meet Erdogan in Ankara."),
    ("planned", "Arrangements are being made for a visit by King Felipe to Havana."),
    ("planned", "The talks between Sudan and Ethiopia are to open in Djibouti in the autumn."),
    ("planned", "New strikes have been called for July 7 by the rail unions of Belgium."),
    ("confirmed", "Zoran Milanovic is travelling to Vienna tomorrow, his office said."),
    ("confirmed", "Latvia announced an exercise with Canada for the second half of August."),
    ("possible", "Whether Prabowo will go to Moscow has yet to be decided."),
    ("possible", "It is unclear if Lula and Milei will meet in Buenos Aires."),
    ("possible", "A meeting between Donald Tusk and Karol Nawrocki is under discussion, aides say."),
    ("possible", "An embargo on Georgian wine is one of the options on the table in Moscow."),
    ("possible", "Norway demanded that Russia release the crew of the trawler."),
    ("possible", "Were he to win, the candidate would pull Argentina out of the Paris agreement."),
    ("possible", "Lawmakers are debating a bill that would impose sanctions on Belarus."),
    ("possible", "Ankara did not rule out that Fidan would travel to Damascus."),
    ("possible", "Serbia must hand over the suspects or face new sanctions, the European Union said."),
    ("denied", "Not one of the ministers from the Gulf attended the summit in Baghdad."),
    ("denied", "Under no circumstances will Spain send troops to Gaza, Robles said."),
    ("denied", "At no time did Blinken meet Haniyeh, the State Department said."),
    ("denied", "The rumour that Orban met Zelensky in Rome is baseless, Budapest said."),
    ("denied", "Ghana ruled out sending soldiers to Niger."),
    ("denied", "Rwanda has never sent troops to Congo, Kagame insisted."),
    (
        "denied",
        "Sudan denied a report by a German magazine that it had bought drones from Iran and bombed Chad.",
    ),
    ("denied", "Israel stopped short of striking Beirut."),
    ("cancelled", "Macron was to have flown to Algiers on Thursday."),
    ("cancelled", "Kallas had planned to see Vance in Washington; the Americans cancelled."),
    ("cancelled", "Modi was due in Moscow in May, but the trip was dropped."),
    ("cancelled", "Albares considered and then dropped a trip to Caracas."),
    ("cancelled", "Tokayev’s visit to Paris fell through."),
    ("cancelled", "The talks between Kestria and Orlenia, set for Monday, will no longer take place."),
    ("cancelled", "Hun Manet’s visit to Bangkok will not go ahead."),
    ("postponed", "Al-Sharaa’s trip to Berlin has been put back to the autumn."),
    ("postponed", "Washington has paused deliveries of missiles to Taiwan."),
    ("ongoing", "The talks between Egypt and Turkey are under way in Cairo."),
    ("ongoing", "Wang Yi is on his way to Tehran."),
    ("happened", "The delayed talks between Oman and Iran finally opened in Muscat."),
    ("happened", "Nobody could stop the army of Kestria from shelling Port Ansel."),
    ("happened", "He would later sign the treaty with Norway in the same hall."),
    ("happened", "It was not until Sunday that Meloni met Merz in Rome."),
    ("happened", "Rubio said his meeting with Sa’ar in Washington had been excellent."),
]


@pytest.mark.parametrize(("status", "text"), SENTENCES)
def test_status(reader: Reader, status: str, text: str) -> None:
    """One claim of the sentence has the status that a reader would give it."""
    block = Block(0, len(text), "body")
    article = Article(id="art-test", path="t", text=text, published="2025-06-16", blocks=(block,))
    assert status in {claim.status for claim in reader.understand(article).engagements}
