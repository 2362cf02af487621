"""Outlets and wires by name and address."""

import pytest

from onrecord.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "name", "wire"),
    [
        ("AP", "Associated Press", True),
        ("The Associated Press", "Associated Press", True),
        ("Reuters", "Reuters", True),
        ("Itar-Tass", "TASS", True),
        ("dpa", "dpa", True),
        ("KCNA", "Korean Central News Agency", True),
        ("Xinhua News Agency", "Xinhua", True),
        ("https://www.lemonde.fr/international/article/2025/x.html", "Le Monde", False),
        ("edition.cnn.com", "CNN", False),
        ("bbc.com", "BBC", False),
        ("Washington Post", "The Washington Post", False),
        ("Haaretz", "Haaretz", False),
        ("english.yna.co.kr", "Yonhap", True),
    ],
)
def test_outlets(kb: Knowledge, text: str, name: str, wire: bool) -> None:
    """A name, an alias or an address leads to the publisher."""
    outlet = kb.outlet(text)
    assert outlet is not None
    assert (outlet.name, outlet.wire) == (name, wire)


@pytest.mark.parametrize(
    "text", ["Smallville Gazette", "example.org", "", "http://", "Vladimir Putin", "com"]
)
def test_unknown_outlets(kb: Knowledge, text: str) -> None:
    """What is no known publisher is none."""
    assert kb.outlet(text) is None


def test_how_many(kb: Knowledge) -> None:
    """At least 400 outlets of 100 states, at least 80 of them wires."""
    rows = kb._storage.rows("SELECT e.country, o.wire FROM outlet o JOIN entity e ON e.n = o.entity")
    assert len(rows) >= 400
    assert sum(wire for _, wire in rows) >= 80
    assert len({country for country, _ in rows}) >= 100
