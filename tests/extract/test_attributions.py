"""Who says what, found in small texts through the shipped model."""

from collections.abc import Callable
from typing import Any

import pytest

Reading = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Emmanuel Macron said that the talks would go on.", "the talks would go on", "Emmanuel Macron"),
        (
            "The talks will go on until Friday, Emmanuel Macron said.",
            "The talks will go on",
            "Emmanuel Macron",
        ),
        (
            "The talks, Emmanuel Macron said, will go on until Friday.",
            "will go on until Friday",
            "Emmanuel Macron",
        ),
        ("The talks failed, according to Emmanuel Macron.", "The talks failed", "Emmanuel Macron"),
        ("According to Emmanuel Macron, the talks failed on Monday.", "the talks failed", "Emmanuel Macron"),
        ("Emmanuel Macron denied that he had met the envoy.", "he had met the envoy", "Emmanuel Macron"),
        ("Emmanuel Macron vowed to rebuild the bridge.", "to rebuild the bridge", "Emmanuel Macron"),
        ("As Emmanuel Macron told parliament, the bridge is gone.", "the bridge is gone", "Emmanuel Macron"),
        ('"The bridge is gone for good," said Emmanuel Macron.', "The bridge is gone", "Emmanuel Macron"),
        (
            'Emmanuel Macron told reporters: "The bridge is gone for good."',
            "The bridge is gone",
            "Emmanuel Macron",
        ),
    ],
)
def test_a_saying_has_its_speaker(read: Reading, text: str, words: str, source: str) -> None:
    """Verbs of saying before, behind and amid what is said, and "according to"."""
    assert read(text).source(words) == source


def test_a_quotation_goes_on_behind_its_speaker(read: Reading) -> None:
    """What follows in the same paragraph, all in marks, is the same speaker's."""
    text = read('"The bridge is gone for good," Emmanuel Macron said. "We shall build another one."')
    assert text.source("We shall build another one") == "Emmanuel Macron"


def test_a_quotation_goes_on_over_paragraphs(read: Reading) -> None:
    """A paragraph that is all quotation goes on with the speaker of the one before."""
    text = read(
        "Emmanuel Macron said the bridge was gone.\n\n"
        "“We shall build another one, and we shall build it of stone.”\n\nRain fell on Tuesday."
    )
    assert text.source("We shall build another one") == "Emmanuel Macron"


def test_he_added_is_whoever_spoke_last(read: Reading) -> None:
    """A pronoun goes back to the last speaker and not to a person he spoke of."""
    text = read(
        "Dmitry Peskov said on Monday that Vladimir Putin would fly to Beijing. "
        "The date was being discussed, he added."
    )
    assert text.source("The date was being discussed") == "Dmitry Peskov"


def test_a_headline_names_its_speaker_before_a_colon(read: Reading) -> None:
    """ "Name: quotation" is a saying."""
    text = read("The day passed.", title="Emmanuel Macron: ‘We shall build another bridge’")
    assert text.source("We shall build another bridge") == "Emmanuel Macron"


def test_a_headline_ends_with_its_source(read: Reading) -> None:
    """ "..., says Kremlin" names the building, not the state."""
    text = read("The day passed.", title="Putin will fly to Beijing in September, says Kremlin")
    assert text.source("Putin will fly to Beijing") == "Kremlin"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kremlin said that the visit was planned.", "Kremlin"),
        ("The White House said that the visit was planned.", "White House"),
        ("South Korean authorities said that the visit was planned.", "South Korean authorities"),
        (
            "Japanese and South Korean officials said that the visit was planned.",
            "Japanese and South Korean officials",
        ),
        ("The Turkish government said that the visit was planned.", "Turkey"),
        (
            "Two people familiar with the plans said that the visit was planned.",
            "people familiar with the plans",
        ),
    ],
)
def test_groups_and_buildings_keep_their_names(read: Reading, text: str, name: str) -> None:
    """A building is named itself, a group by its description, a government as its state."""
    assert name in read(text).source("the visit was planned")


@pytest.mark.parametrize(
    "who",
    [
        "Sources",
        "A senior official",
        "Two people familiar with the plans",
        "Diplomats",
        "An aide to the minister",
    ],
)
def test_unnamed_sources_fold_in_a_chain(read: Reading, who: str) -> None:
    """Whoever is not named keeps his description on record, and is an unnamed source in a chain."""
    text = read(f"{who} said that the visit was planned.")
    assert text.chain("the visit was planned") == ("unnamed sources",)
    assert text.source("the visit was planned") != "unnamed sources"


def test_citing_makes_a_chain(read: Reading) -> None:
    """What an outlet reports citing somebody stands on the word of both, the outlet first."""
    text = read("Reuters reported that the visit was planned, citing the Kremlin.")
    assert text.chain("the visit was planned") == ("Reuters", "Kremlin")


def test_as_saying_makes_a_chain(read: Reading) -> None:
    """ "Quoted X as saying" puts X under the one who quotes."""
    text = read("Reuters quoted Dmitry Peskov as saying that the visit was planned.")
    assert text.chain("the visit was planned") == ("Reuters", "Dmitry Peskov")


def test_was_quoted_by_makes_a_chain(read: Reading) -> None:
    """The passive puts them in the same order."""
    text = read("Dmitry Peskov was quoted by Reuters as saying that the visit was planned.")
    assert text.chain("the visit was planned") == ("Reuters", "Dmitry Peskov")


def test_who_told_an_outlet_comes_behind_it(read: Reading) -> None:
    """ "An official told Reuters": the outlet hands on the word of somebody unnamed."""
    text = read("A senior official told Reuters that the visit was planned.")
    assert text.chain("the visit was planned") == ("Reuters", "unnamed sources")


def test_first_reported_by_is_a_source(read: Reading) -> None:
    """The outlet that reported a deed first stands for it."""
    text = read("The secret visit to Oslo was first reported by Reuters.")
    assert text.chain("visit to Oslo") == ("Reuters",)


def test_a_spokesman_speaks_for_his_body(read: Reading) -> None:
    """An unnamed spokesman keeps his description on record; in a chain the body stands."""
    text = read("A spokesman for the European Union said that the visit was planned.")
    assert text.chain("the visit was planned") == ("European Union",)


def test_reportedly_rests_on_the_report_beside_it(read: Reading) -> None:
    """Hearsay stands on the word of the outlet that the next sentence cites."""
    text = read("The minister is reportedly to resign in May. Reuters said a letter had been written.")
    assert text.chain("resign in May") == ("Reuters",)


def test_who_said_goes_back_to_the_name_before_it(read: Reading) -> None:
    """A relative clause of saying belongs to the person right before it."""
    text = read("The envoy met Emmanuel Macron, who said that the bridge would be rebuilt.")
    assert text.source("the bridge would be rebuilt") == "Emmanuel Macron"


def test_the_ministry_is_the_one_named_before(read: Reading) -> None:
    """A bare "the ministry" is the ministry that spoke before."""
    text = read(
        "The Russian Foreign Ministry said that the visit was planned. "
        "The ministry added that no date had been set."
    )
    assert text.source("no date had been set") == text.source("the visit was planned")


def test_what_is_judged_is_not_on_the_judges_word(read: Reading) -> None:
    """Who condemns an attack is no source for its having happened."""
    assert read("Emmanuel Macron condemned the attack on the harbour.").chain("attack") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron did not say whether the visit was planned.",
        "The report, dark and long, weighs two kilos.",
        "The court sentenced the man to six years in prison.",
    ],
)
def test_nothing_said_is_nothing_attributed(read: Reading, text: str) -> None:
    """Silence, and deeds that no word of saying tells, put nothing on anybody's word."""
    assert not [s for s in read(text).speeches if s.asserts and s.speakers]


def test_who_dismisses_a_claim_is_no_link_of_its_chain(read: Reading) -> None:
    """A claim that somebody rejects still rests on whoever made it."""
    text = read("Iran's claim that it had shot down the drone was dismissed by Emmanuel Macron.")
    assert text.chain("shot down the drone") == ("Iran",)


def test_inner_attributions_know_the_outer_one(read: Reading) -> None:
    """A record names the attribution in whose content it lies."""
    text = read("Reuters quoted Dmitry Peskov as saying that the visit was planned.")
    inner = text.about("the visit was planned").record
    outer = next(s.record for s in text.speeches if s.record.source.name == "Reuters")
    assert inner.inside == outer.id
    assert outer.inside is None


def test_the_same_text_gives_the_same_records(read: Reading) -> None:
    """Ids and order depend on the text alone."""
    text = 'Sources told Reuters the talks failed. "They did not," Emmanuel Macron said.'
    assert read(text).speeches == read(text).speeches


@pytest.mark.parametrize(
    "text",
    [
        "““““ he said ”” “",
        "THE KREMLIN SAID IT WAS READY. HE ADDED NOTHING.",
        "- said\n- said that\n: he",
        "said " * 400,
        "According to",
        "",
    ],
)
def test_odd_text_does_no_harm(read: Reading, text: str) -> None:
    """Unbalanced marks, capitals, bullets and endless repetition are read without trouble."""
    for speech in read(text).speeches:
        assert speech.record.source.name


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        (
            "Russian troops shelled Kherson, killing three people, the regional governor, Oleksandr Prokudin, said.",
            "Russian troops shelled Kherson",
            ("Oleksandr Prokudin",),
        ),
        (
            "Norland is considering the release of a hacker, as part of an exchange that would also involve "
            "Kestria, four people briefed on the matter said.",
            "Norland is considering",
            ("unnamed sources",),
        ),
        (
            "Norland will let the officials return, the White House said, and release 53 prisoners.",
            "release 53 prisoners",
            ("White House",),
        ),
        (
            "The prime minister will meet Xi Jinping, Downing Street has confirmed.",
            "will meet Xi",
            ("Downing Street",),
        ),
        (
            "Abbas Araghchi will travel to Moscow on Friday, the Lakeside news agency quoted an aide as saying.",
            "will travel to Moscow",
            ("Lakeside", "unnamed sources"),
        ),
        (
            "Lavrov met Wang Yi, an aide told the Interfax news agency.",
            "met Wang",
            ("Interfax", "unnamed sources"),
        ),
        ("Lavrov met Wang Yi, the state RIA news agency reported.", "met Wang", ("RIA Novosti",)),
        ("Both sides expressed support, as per TASS.", "Both sides expressed support", ("TASS",)),
        ("Hamas released ten hostages, according to a Reuters tally.", "Hamas released", ("Reuters",)),
        (
            "The two sides exchanged prisoners. This was stated by the head of the delegation, Rustem Umerov.",
            "exchanged prisoners",
            ("Rustem Umerov",),
        ),
    ],
)
def test_who_says_it_stands_at_the_end(read: Reading, text: str, words: str, chain: tuple[str, ...]) -> None:
    """The ends of agencies' sentences, by the order of words."""
    assert read(text).chain(words) == chain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The talks took place on Friday; nobody spoke of a wall, Mexico said.", "The talks took place"),
        ("Israel struck Beirut, and Hezbollah said it would respond.", "Israel struck Beirut"),
        ("Emmanuel Macron had said he would attend but sent his minister instead.", "sent his minister"),
        ("Hours after the army said troops had opened fire, the presidents spoke.", "the presidents spoke"),
        ("Norland hopes to buy jets from Kestria.", "to buy jets"),
    ],
)
def test_what_stands_beside_it_is_nobodys_word(read: Reading, text: str, words: str) -> None:
    """Clauses before, behind and around an attribution are the outlet's own."""
    assert read(text).chain(words) == ()


def test_the_body_speaks_not_its_state(read: Reading) -> None:
    """ "It said" goes back to the army that did it; "the coast guard" to the one named in full."""
    text = read(
        "The Israeli military struck a depot, it said. Chinese ships rammed a boat, the Philippine Coast Guard "
        "said. Two boats were hit on Friday, the coast guard said."
    )
    assert text.source("struck a depot") == "Israel Defense Forces"
    assert text.source("Two boats were hit") == "Philippine Coast Guard"


def test_the_foreign_office_is_not_always_londons(read: Reading) -> None:
    """Where only other states are named, "the Foreign Office" is theirs."""
    words = "The Foreign Office said that Raisi would visit Lahore."
    assert read(f"Pakistan awaits its guest. {words}").source("would visit") == "Foreign Office"
    assert read(f"Britain awaits its guest. {words}").source("would visit") == "UK Foreign Office"
