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


def test_hostile_names(read: Reading) -> None:
    """A name of three hundred letters, and letters that run from right to left, are names of nobody known."""
    for word in ("A" + "a" * 299, "بنيامين نتنياهو"):
        found = [n for n in read(f"{word} met Emmanuel Macron.").cast.names if n.start == 0]  # type: ignore[attr-defined]
        assert all(one.entity is None for one in found)
