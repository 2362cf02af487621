"""Names of people and places: spelling, order, parts, and who is meant of several."""

from collections.abc import Callable

import pytest

Reading = Callable[..., object]


def names(read: Reading, text: str) -> dict[str, str]:
    """What every name in a text was taken for, by its words."""
    return {found.text: found.name for found in read(text).cast.names}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ursula von der Leyen spoke. Von der Leyen left.", "Von der Leyen", "Ursula von der Leyen"),
        ("V. V. Putin signed the decree.", "V. V. Putin", "Vladimir Putin"),
        ("Orbán Viktor spoke in Budapest.", "Orbán Viktor", "Viktor Orbán"),
        ("Negotiator Hanan Safi left the room.", "Hanan Safi", "Hanan Safi"),
        ("Nawaz Sharif is in London. Prime Minister Sharif thanked the army.", "Sharif", "Shehbaz Sharif"),
        ("Xi showed Trump the garden. Melania Trump came along.", "Trump", "Donald Trump"),
        ("Kim smiled in Pyongyang.", "Kim", "Kim Jong Un"),
        ("Army leader Field Marshal Khalifa Haftar left.", "Khalifa Haftar", "Khalifa Haftar"),
        ("Talks went on with the M23 in Goma.", "M23", "M23"),
        ("PM Lee Hsien Loong met DPM Heng Swee Keat on Friday.", "Heng Swee Keat", "Heng Swee Keat"),
        ("FM Szijjarto visited Minsk.", "Szijjarto", "Péter Szijjártó"),
        ("UN Riyad Mansour said the council had failed.", "Riyad Mansour", "Riyad Mansour"),
        ("Zelenskyy rested. From Jeddah Zelenskiy flew on.", "Zelenskiy", "Volodymyr Zelenskyy"),
        ("Hun Sen met junta chief Senior Gen. Min Aung Hlaing.", "Min Aung Hlaing", "Min Aung Hlaing"),
        ("The Modi-Xi talks ended.", "Xi", "Xi Jinping"),
        ("The U.S.-China talks ended.", "U.S.", "United States"),
        ("The Islamist Taliban left Kabul.", "Taliban", "Taliban"),
        ("It was reported by Yonhap.", "Yonhap", "Yonhap"),
    ],
)
def test_people(read: Reading, text: str, words: str, name: str) -> None:
    """Particles, initials, order, titles inside a name, surnames of several, abbreviations."""
    assert names(read, text)[words] == name


@pytest.mark.parametrize(
    "text",
    [
        "In May the talks failed. Theresa May had warned of it.",
        "They ate off fine china.",
    ],
)
def test_no_names(read: Reading, text: str) -> None:
    """Months and porcelain are nobody."""
    assert not {"In May", "May", "china"} & {
        found.text
        for found in read(text).cast.names  # type: ignore[attr-defined]
        if found.start < 5 and found.entity is not None and found.text != "Theresa May"
    }


def test_places_by_their_company(read: Reading) -> None:
    """Georgia beside Alabama and Atlanta is the American one; Tripoli, Lebanon lies in Lebanon."""
    text = "Voters in Georgia and Alabama wait. Atlanta is calm. A boat left Tripoli, Lebanon, at night."
    countries = {found.text: found.country for found in read(text).cast.names}  # type: ignore[attr-defined]
    assert countries["Georgia"] == "US"
    assert countries["Tripoli"] == "LB"


def test_a_chamber_is_that_of_the_state_spoken_of(read: Reading) -> None:
    """The House of Representatives is not the American one where only the Philippines are named."""
    chamber = "On Wednesday, the House of Representatives adopted a resolution."
    found = names(read, f"Philippine ships were near Palawan. {chamber}")
    assert found["House of Representatives"] == "Philippine House of Representatives"
    found = names(read, f"Philippine ships were near Palawan, the White House said. {chamber}")
    assert found["House of Representatives"] == "US House of Representatives"


def test_a_chamber_is_not_that_of_whom_it_deals_with(read: Reading) -> None:
    """The Senate that sanctions Russia is not Russia's; "the House" is of the state that has one."""
    assert names(read, "The Senate voted to sanction Russia.")["Senate"] == "US Senate"
    text = "The House voted to send arms to Ukraine. Mike Johnson thanked Washington's allies."
    assert names(read, text)["House"] == "US House of Representatives"


def test_bare_bodies_are_of_those_who_speak_for_them(read: Reading) -> None:
    """The Foreign Ministry of a spokesman who is known is his state's, and so it is later; others stay open."""
    text = "The Foreign Ministry spokesman Lin Jian was angry. The Foreign Ministry summoned the U.S. ambassador."
    assert names(read, text)["Foreign Ministry"] == "Chinese Foreign Ministry"
    text = "North Korea fired a missile. The Foreign Ministry condemned North Korea."
    assert names(read, text).get("Foreign Ministry", "Foreign Ministry") == "Foreign Ministry"


def test_ships_are_ships_wherever_they_are_named(read: Reading) -> None:
    """What is once called a tanker is one, however its name looks elsewhere."""
    text = "The tanker Hankuk Chemi was seized by Iran. Hankuk Chemi sailed on in April."
    found = [n for n in read(text).cast.names if n.text == "Hankuk Chemi"]  # type: ignore[attr-defined]
    assert [n.kind for n in found] == ["vessel", "vessel"]


def test_hostile_names(read: Reading) -> None:
    """A name of three hundred letters, and letters that run from right to left, are names of nobody known."""
    for word in ("A" + "a" * 299, "بنيامين نتنياهو"):
        found = [n for n in read(f"{word} met Emmanuel Macron.").cast.names if n.start == 0]  # type: ignore[attr-defined]
        assert all(one.entity is None for one in found)
