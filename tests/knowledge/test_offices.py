"""Offices: who held what on a day, and the press's words for it."""

import csv
from pathlib import Path

import pytest

from onrecord.knowledge import Knowledge
from onrecord.records import Office

QUESTIONS = list(csv.DictReader((Path(__file__).parent / "offices.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda q: f"{q['title']}, {q['of']}, {q['on']}")
def test_office_on_a_day(kb: Knowledge, asked: dict[str, str]) -> None:
    """The holder of an office on a day is the one typed apart from the tables, or nobody where it says so."""
    holders = kb.holders(asked["title"], asked["of"], asked["on"])
    names = [person.name for person in holders]
    assert (asked["answer"] in names) if asked["answer"] else names == []
    if asked["title"] != "spokesperson":
        assert len(names) <= 1
    for person in holders:
        assert Office(asked["title"], asked["of"]) in kb.offices_on(person.id, asked["on"])


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        ("secretary of state", "foreign minister", "United States"),
        ("U.S. Secretary of State", "foreign minister", "United States"),
        ("British foreign secretary", "foreign minister", "United Kingdom"),
        ("Indian foreign secretary", "foreign secretary", "India"),
        ("top diplomat", "foreign minister", None),
        ("EU's top diplomat", "high representative", "European Union"),
        ("premier", "prime minister", None),
        ("French premier", "prime minister", "France"),
        ("Kremlin spokesman", "spokesperson", "Kremlin"),
        ("Chinese Foreign Ministry spokeswoman", "spokesperson", "Chinese Foreign Ministry"),
        ("spokesman for Russia's Foreign Ministry", "spokesperson", "Russian Foreign Ministry"),
        ("supreme leader of Iran", "supreme leader", "Iran"),
        ("North Korean leader", "leader", "North Korea"),
        ("the Pentagon chief", "defence minister", "United States"),
        ("NATO chief", "secretary-general", "NATO"),
        ("CIA chief", "director", "CIA"),
        ("Bundestag president", "speaker", "Bundestag"),
        ("chairman of Russia's State Duma", "speaker", "State Duma"),
        ("Kremlin chief", "president", "Russia"),
        ("former US president", "president", "United States"),
        ("then-Secretary of State", "foreign minister", "United States"),
        ("Russia's UN envoy", "ambassador to the UN", "Russia"),
        ("UN special envoy", "special envoy", "United Nations"),
        ("Ukraine's ambassador to Germany", "ambassador to Germany", "Ukraine"),
        ("head of Ukraine's presidential office", "chief of staff", "Ukraine"),
        ("deputy foreign minister of Iran", "deputy foreign minister", "Iran"),
    ],
)
def test_titles(kb: Knowledge, words: str, title: str, of: str | None) -> None:
    """The press's words for an office give its canonical title, and whose it is where they tell."""
    assert kb.office(words) == (title, of)
    assert kb.title(words) == title


@pytest.mark.parametrize(
    "words", ["carpenter", "Russian farmers", "the", "", "of Iran", "minister of the gospel of"]
)
def test_no_title(kb: Knowledge, words: str) -> None:
    """Words for no office give none."""
    assert kb.title(words) is None


def test_owner_by_name_or_id(kb: Knowledge) -> None:
    """A state may be given by its name, another of its names, or its id."""
    for of in ("Russia", "Russian Federation", "Q159"):
        assert [p.name for p in kb.holders("president", of, "2020-05-01")] == ["Vladimir Putin"]


def test_the_leader_is_the_most_powerful(kb: Knowledge) -> None:
    """ "Leader" means the president here, the prime minister or supreme leader there."""
    for of, name in (("Russia", "Vladimir Putin"), ("India", "Narendra Modi"), ("Iran", "Ali Khamenei")):
        assert [p.name for p in kb.holders("leader", of, "2019-01-01")] == [name]


def test_the_monarch_is_king_or_queen(kb: Knowledge) -> None:
    """The throne has one holder on a day, under either title."""
    for title in ("king", "queen"):
        assert [p.name for p in kb.holders(title, "Britain", "2010-06-01")] == ["Elizabeth II"]
        assert [p.name for p in kb.holders(title, "Britain", "2024-06-01")] == ["Charles III"]


def test_parts_of_a_date(kb: Knowledge) -> None:
    """A month or year in which an office changed hands gives both holders, a day only one."""
    assert {p.name for p in kb.holders("president", "United States", "2021-01")} == {
        "Donald Trump",
        "Joe Biden",
    }
    assert [p.name for p in kb.holders("president", "United States", "2021-01-20")] == ["Joe Biden"]
    assert len(kb.holders("president", "France", "2017")) == 2


def test_terms_in_order(kb: Knowledge) -> None:
    """A person's terms come oldest first, with their ends where they ended."""
    (trump,) = kb.named("Donald Trump", ("person",))
    terms = [t for t in kb.terms(trump.id) if t.office == Office("president", "United States")]
    assert [(t.start, t.end) for t in terms] == [("2017-01-20", "2021-01-20"), ("2025-01-20", None)]
    assert kb.terms("nobody") == ()


def test_no_term_ends_before_it_begins(kb: Knowledge) -> None:
    """Days in the shipped terms are in order and shaped as ISO days, months or years."""
    rows = kb._storage.rows("SELECT start, end, title, of FROM term")
    assert len(rows) > 4_500
    for start, end, title, of in rows:
        assert not end or start <= end, (title, of, start, end)
        assert len(start) in (4, 7, 10)
        assert len(end) in (0, 4, 7, 10)


def test_one_head_at_a_time(kb: Knowledge) -> None:
    """States with one president or prime minister had no two on any first day of a quarter since 2005."""
    double = []
    states = [
        name for (name,) in kb._storage.rows("SELECT e.name FROM entity e JOIN code c ON c.entity = e.n")
    ]
    for state in sorted(states):
        for title in ("president", "prime minister", "chancellor"):
            for year in range(2005, 2026):
                held = kb.holders(title, state, f"{year}-04-01")
                if len(held) > 1:
                    double.append((state, title, year, [p.name for p in held]))
    assert [d for d in double if d[0] not in {"Libya", "Venezuela", "Nicaragua"}] == []
