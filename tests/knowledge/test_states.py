"""States, demonyms, the places that stand for governments, and places on the map."""

import csv
import math
from pathlib import Path

import pytest

from onrecord.knowledge import Knowledge

PLACES = list(csv.DictReader((Path(__file__).parent / "places.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("Russian Federation", "Russia"),
        ("Türkiye", "Turkey"),
        ("DPRK", "North Korea"),
        ("Czechia", "Czech Republic"),
        ("Burma", "Myanmar"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Palestinian Territories", "Palestine"),
        ("Taiwan", "Taiwan"),
        ("Soviet Union", "Soviet Union"),
        ("UAE", "United Arab Emirates"),
        ("Georgia", "Georgia"),
    ],
)
def test_states(kb: Knowledge, word: str, name: str) -> None:
    """Names, abbreviations and former names of states."""
    state = kb.state(word)
    assert state is not None
    assert state.name == name
    assert state.kind == "state"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Russian", "Russia"),
        ("Russians", "Russia"),
        ("American", "United States"),
        ("British", "United Kingdom"),
        ("Britons", "United Kingdom"),
        ("South Korean", "South Korea"),
        ("Chinese", "China"),
        ("Israelis", "Israel"),
        ("Emirati", "United Arab Emirates"),
        ("Dutch", "Netherlands"),
        ("Kosovar", "Kosovo"),
        ("Soviet", "Soviet Union"),
    ],
)
def test_demonyms(kb: Knowledge, word: str, name: str) -> None:
    """Words for a people lead to its state, and a state's own name is none."""
    state = kb.demonym(word)
    assert state is not None
    assert state.name == name
    assert kb.demonym(name) is None


def test_plain_words_are_no_states(kb: Knowledge) -> None:
    """Pronouns and capitals are not states."""
    for word in ("us", "it", "Moscow", "Kremlin", "the", ""):
        assert kb.state(word) is None


def test_codes(kb: Knowledge) -> None:
    """ISO and Correlates of War codes of all members of the United Nations are there."""
    codes = kb.codes("Q159")
    assert codes is not None
    assert (codes.alpha2, codes.alpha3, codes.cow) == ("RU", "RUS", 365)
    assert kb.codes("Q7747") is None
    rows = kb._storage.rows("SELECT alpha2, alpha3, cow FROM code")
    assert len(rows) >= 199
    assert len({cow for _, _, cow in rows if cow}) == len([r for r in rows if r[2]])


@pytest.mark.parametrize(
    ("word", "entity", "state"),
    [
        ("the Kremlin", "Kremlin", "Russia"),
        ("White House", "White House", "United States"),
        ("Élysée", "Élysée Palace", "France"),
        ("Downing Street", "Downing Street", "United Kingdom"),
        ("Ankara", "Ankara", "Turkey"),
        ("Kiev", "Kyiv", "Ukraine"),
        ("Washington", "Washington", "United States"),
        ("Brussels", "Brussels", "European Union"),
        ("Pyongyang", "Pyongyang", "North Korea"),
        ("Foggy Bottom", "US State Department", "United States"),
    ],
)
def test_metonyms(kb: Knowledge, word: str, entity: str, state: str) -> None:
    """Buildings and capitals stand for governments."""
    found = kb.metonym(word)
    assert found is not None
    assert found[0] is not None
    assert (found[0].name, found[1].name) == (entity, state)


def test_a_town_is_no_metonym(kb: Knowledge) -> None:
    """Towns that are no seat of a government stand for nothing but themselves."""
    assert kb.metonym("Hamburg") is None
    assert kb.metonym("Georgia") is None


@pytest.mark.parametrize("asked", PLACES, ids=lambda row: row["name"])
def test_places(kb: Knowledge, asked: dict[str, str]) -> None:
    """The most important place of a name comes first, with its country, within 50 km."""
    place = kb.places(asked["name"])[0]
    assert (place.country or "") == asked["country"]
    assert place.coordinates is not None
    latitude, longitude = float(asked["latitude"]), float(asked["longitude"])
    north = (place.coordinates.latitude - latitude) * 111
    east = (place.coordinates.longitude - longitude) * 111 * math.cos(math.radians(latitude))
    assert math.hypot(north, east) < 50


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Kiev", "Kyiv"),
        ("Odessa", "Odesa"),
        ("Rangoon", "Yangon"),
        ("Nur-Sultan", "Astana"),
        ("Saigon", "Ho Chi Minh City"),
    ],
)
def test_old_names_of_cities(kb: Knowledge, spelling: str, name: str) -> None:
    """A city is found under its former name, and called by its present one."""
    assert kb.places(spelling)[0].name == name


def test_ambiguity_is_kept(kb: Knowledge) -> None:
    """Namesakes are all given, the state of Georgia before the American one."""
    assert [(p.kind, p.country) for p in kb.places("Georgia")][:2] == [("state", "GE"), ("place", "US")]
    assert {"LY", "LB"} <= {p.country for p in kb.places("Tripoli")}


def test_seas_belong_to_nobody(kb: Knowledge) -> None:
    """Seas and straits have coordinates and no country."""
    for name in ("Red Sea", "Strait of Hormuz", "South China Sea"):
        place = kb.places(name)[0]
        assert place.country is None
        assert place.coordinates is not None


def test_members(kb: Knowledge) -> None:
    """Alliances know their members."""
    (nato,) = kb.named("NATO")
    members = [state.name for state in kb.members(nato.id)]
    assert len(members) == 32
    assert "Finland" in members
    assert "Ukraine" not in members
