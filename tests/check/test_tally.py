"""Votes that add up, and votes that do not."""

from collections.abc import Callable

import pytest

from onrecord.records.count import whole_number

Findings = Callable[..., list[tuple[str, str]]]


WRONG = [
    "Of the 100 members present, 81 voted for the treaty and 16 against, with no abstentions and no invalid ballots.",
    "Of the 212 deputies present, 191 voted for the bill, 8 against and 3 abstained on Monday.",
    "The Knesset voted on the bill on Monday: of 110 members present, 60 backed it, 40 opposed it and 5 abstained.",
    "Of the 140 deputies present, 120 voted for the treaty and 30 voted against on Monday.",
    "The text was adopted by 143 votes to five with 35 abstentions. In all 188 states took part in the vote.",
    "Eighty senators voted on the pact on Tuesday. Of these, 51 said yes and 33 no.",
    "A total of 330 prisoners were exchanged on Saturday: Orlenia released 170 and Sarvia 150.",
    "All 15 members of the Security Council voted on Friday: twelve were in favour, two against and two abstained.",
    "A total of 12 states signed the pact: seven in March, three in May and four on Monday.",
    "All 27 leaders came to Prague: 19 on Thursday and seven on Friday.",
    "Twelve people were killed, seven of them children and six women.",
    "The strike killed 12 people, including 9 children and 7 women, officials said.",
    "Nine soldiers were captured, eleven of them on Monday.",
    "The raid left 20 people hurt, including 25 children.",
    "Of the 40 sailors, of whom 25 were Russians and 22 Ukrainians, none was hurt.",
    "The fleet rescued 30 people, 21 of them men and 14 women.",
    "In the referendum 58 percent voted yes and 47 percent no.",
    "The number of envoys rose by 8 from 12 to 18.",
    "The number of states grew from 27 to 31, an increase of 6.",
    "The garrison was cut by 300 from 1,200 to 950 in March.",
    "The bill passed by 311 votes to 112, a majority of 189.",
    "The motion was defeated by 331 to 249, a margin of 92.",
    "All 40 hostages came home: 30 women on Friday and 12 men on Saturday.",
    "The 101 deputies present cast their ballots on Monday: 55 voted for the law, 43 against and 5 abstained.",
]

RIGHT = [
    "The jet had 56 passengers and 10 crew members on board, among them 30 Egyptian citizens and 15 French citizens.",
    "Of the 100 members present, 81 voted for the treaty and 16 against, no abstentions; three ballots were invalid.",
    "Of the 100 members present, 81 voted for the treaty and 19 against; nobody abstained.",
    "Of the 202 deputies present, 191 voted for the bill, 8 against and 3 abstained on Monday.",
    "Of the 150 deputies present, 100 voted for the treaty and 30 voted against on Monday.",
    "Of the 212 deputies present, at least 191 voted for the bill, 8 against and 3 abstained.",
    "Parliament approved the treaty on Monday with 191 in favour, 8 against and 3 abstentions.",
    "Fourteen of the council's 15 members voted for the resolution on Monday.",
    "The assembly has 120 seats. On Monday 61 members voted for the budget, 55 against.",
    "The assembly voted 149 to 83 on Wednesday to send police abroad, two people present said.",
    "Three senators who attended told a newspaper that 40 had voted for the treaty and 12 against on Monday.",
    "The Knesset voted 61-54 to dissolve itself; five members were absent.",
    "A total of 24 people were killed: 15 in Gaza City alone and 6 in Rafah.",
    "A total of 330 prisoners were exchanged on Saturday: Orlenia released 170 and Sarvia 160.",
    "A total of 12 states signed the pact: seven in March, three in May and two on Monday.",
    "Twelve people were killed, seven of them children.",
    "Twelve people were killed, seven of them children and five women.",
    "Twelve people, including seven children and three women, were killed in the strike.",
    "Twelve people, eight of them civilians and six of them women, were killed on Monday.",
    "The strike killed 12 people, most of them women, and wounded 30, including 18 children.",
    "Of the 24 seamen freed on Tuesday, 15 are Greek and six Filipino.",
    "Norland sent 300 soldiers, of whom 120 are engineers and 40 are doctors.",
    "In the referendum 52 percent voted yes and 48 percent no.",
    "In the referendum 51.9 percent voted to leave and 48.1 percent voted against; turnout was 72 percent.",
    "A poll found 60 percent of men and 45 percent of women in favour of the pact.",
    "Some 44 percent backed the deal, 41 percent opposed it and 15 percent were undecided.",
    "Support for the pact rose from 42 to 55 percent, while 30 percent were against.",
    "The number of envoys rose by 6 from 12 to 18.",
    "The number of states grew from 27 to 31, an increase of 4.",
    "The toll rose by 5 to 31 on Friday, up from 20 on Wednesday.",
    "The bill passed by 311 to 112, a majority of 199.",
    "The chamber passed the law by 120 to 95, with a majority of 101 needed.",
    "The general assembly adopted the text by 141 votes to 5, with 35 abstentions.",
    "The council has 15 members; nine voted for the text and none against, and six abstained.",
    "The ballot was held on 14 May: 55 deputies voted for Hedda Ness and 43 for her rival.",
    "All 27 leaders came to Prague: 20 on Thursday and seven on Friday.",
    "The three ministers met for the fifth time: once in 2021, twice in 2022 and twice in 2023.",
    "All 15 ambassadors were present on Monday: those of Chile and Russia spoke first, for 10 and 12 minutes.",
    "Police detained 40 people in Minsk, 25 of whom were released on Sunday and 15 on Monday.",
    "Ten people were hurt, three of them seriously, and two others are missing.",
    "The convoy of 30 lorries, 18 of them with flour and 12 with medicine, reached the town.",
    "Of 193 members, 143 voted for the resolution, nine against and 25 abstained; the rest did not vote.",
    "The court has 15 judges, 13 of whom backed the ruling and two of whom dissented.",
    "About 300 troops took part: 180 from Norland and 150 from Kestria.",
    "At least 20 people were killed: 12 in Lomo and 9 in Ruba.",
    "The group of 12 was led by two generals, including one of 70 years.",
    "Nineteen of the 20 states agreed; one abstained and one was absent on the first day.",
    "In 2016 some 23 states signed, 11 of them in Europe; in 2018 they were 30, with 14 in Europe.",
    "Three of the five permanent members, including two with nuclear arms, voted for it.",
    "The delegation, 14 strong, included 9 officers and 7 pilots.",
    "All 40 hostages came home: 30 women and children on Friday, 10 men on Saturday.",
    "The two sides exchanged 390 people: 270 soldiers and 120 civilians.",
    "Of the 101 deputies, 55 voted for Ness and 43 for Holm, and three papers were invalid.",
]


@pytest.mark.parametrize("text", WRONG)
def test_does_not_add_up(findings: Findings, text: str) -> None:
    """Votes, lists, parts, shares, changes and majorities that cannot be right are found."""
    assert [check for check, _ in findings(text)] == ["tally"]


@pytest.mark.parametrize("text", RIGHT)
def test_adds_up(findings: Findings, text: str) -> None:
    """Right sums, bounded numbers, parts that overlap or leave something out raise nothing."""
    assert [check for check, _ in findings(text) if check == "tally"] == []


def test_the_words_and_the_sum_are_shown(
    findings: Findings, reader_message: Callable[[str, str], list[str]]
) -> None:
    """A finding names the numbers, their sum and the whole, on the words that give them."""
    text = "It rained. Twelve people were killed, seven of them children and six women."
    assert findings(text) == [("tally", "Twelve people were killed, seven of them children and six")]
    assert reader_message(text, "2025-08-16") == ["7 + 6 = 13, 1 more than the 12 said to be all"]


@pytest.mark.parametrize(
    ("count", "number"),
    [
        ("1,204", 1204),
        ("seventy-two", 72),
        ("Eight", 8),
        ("at least 23", None),
        ("2.5", None),
        ("none", None),
    ],
)
def test_whole_number(count: str, number: int | None) -> None:
    """Only exact whole numbers can be added up."""
    assert whole_number(count) == number
