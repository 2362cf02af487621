"""What a ledger file keeps, and how it is asked."""

import sqlite3
from pathlib import Path

import msgspec
import pytest
from invented import claim, digest

from onrecord.errors import UsageError
from onrecord.records import Finding, Rejected, Span
from onrecord.records.attribution import Attribution, Cue, Source
from onrecord.store import Store, open_store

AHEAD = claim(
    "visit", ["Anna Ek", "Norway"], "Ek will visit Oslo", where="Oslo", on="2024-05-09", status="confirmed"
)
DONE = claim("visit", ["Anna Ek", "Norway"], "Ek visited Oslo", where="Oslo", on="2024-05-09")
EARLY = digest("a", AHEAD, published="2024-04-01", outlet="The Fjord Post")
LATE = digest("b", DONE, published="2024-05-10", outlet="Harbour News")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger is."""
    return tmp_path / "test.ledger"


@pytest.fixture
def store(path: Path) -> Store:
    """A new ledger."""
    return open_store(path)


def test_a_digest_comes_back_as_it_was(store: Store) -> None:
    """Nothing of a digest is lost or changed."""
    assert store.add(EARLY)
    assert store.digest(EARLY.article.id) == EARLY
    assert msgspec.json.encode(store.digest(EARLY.article.id)) == msgspec.json.encode(EARLY)


def test_the_same_reading_again_changes_nothing(store: Store, path: Path) -> None:
    """Adding an article again by the same versions leaves the file as it is, byte for byte."""
    store.add(EARLY)
    store.engagements()
    before = path.read_bytes()
    assert store.has(EARLY.article.id, EARLY.made_by)
    assert not store.add(EARLY)
    store.engagements()
    assert path.read_bytes() == before


def test_a_reading_by_newer_versions_takes_its_place(store: Store, path: Path) -> None:
    """The newer reading counts everywhere; the older one stays in the file."""
    newer = msgspec.structs.replace(
        digest("a", DONE, published="2024-04-01"), text=EARLY.text, made_by="rules 2"
    )
    store.add(EARLY)
    assert [one.status for one in store.engagements()] == ["confirmed"]
    assert store.add(newer)
    assert [one.made_by for one in store.digests()] == ["rules 2"]
    assert [one.status for one in store.engagements()] == ["happened"]
    assert store.known("rules 2") == {EARLY.article.id}
    rows = sqlite3.connect(path).execute("SELECT count(*) FROM reading").fetchone()
    assert rows == (2,)


def test_articles_come_by_day_and_undated_ones_last(store: Store) -> None:
    """By first possible day, then id."""
    undated = digest("c", DONE)
    bounded = digest("d", DONE, between=("2024-04-15", "2024-06-01"))
    for one in (undated, LATE, bounded, EARLY):
        store.add(one)
    assert [one.path for one in store.articles()] == ["a.txt", "d.txt", "b.txt", "c.txt"]


def test_an_article_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    """A beginning that fits one article is enough; one that fits none or several is refused in words."""
    store.add(EARLY)
    store.add(LATE)
    assert store.digest(EARLY.article.id[:10]) == EARLY
    with pytest.raises(UsageError, match="there is no article 'art-zz'"):
        store.digest("art-zz")
    with pytest.raises(UsageError, match="write more of it"):
        store.digest("art-")
    with pytest.raises(UsageError, match="no article"):
        store.digest("%")


def test_an_engagement_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    """As articles are."""
    store.add(EARLY)
    (one,) = store.engagements()
    assert store.engagement(one.id[:8]) == one
    with pytest.raises(UsageError, match="there is no engagement 'eng-zz'"):
        store.engagement("eng-zz")


def test_engagements_as_of_a_day(store: Store) -> None:
    """Without a day it is the latest day of publication; later articles are left out."""
    store.add(EARLY)
    store.add(LATE)
    assert [one.status for one in store.engagements()] == ["happened"]
    assert [one.status for one in store.engagements(as_of="2024-04-02")] == ["confirmed"]
    assert [one.status for one in store.engagements()] == ["happened"]
    assert store.engagements(as_of="2024-03-01") == ()
    with pytest.raises(UsageError, match="'May' is no day"):
        store.engagements(as_of="May")
    assert store.engagements(as_of="2024-05-10") == store.engagements()


def test_links_that_are_kept_are_the_links_that_would_be_made(store: Store, path: Path) -> None:
    """A second process reads the links from the file and comes to the same ledger."""
    store.add(EARLY)
    first = store.engagements()
    store.add(LATE)
    linked = store.engagements()
    assert linked != first
    with open_store(path) as other:
        assert other.engagements() == linked


def test_conflicts_and_findings_stand_on_the_entry(store: Store) -> None:
    """What the checks found in a claim's evidence, and what independent reports contradict each other in."""
    toll = claim(
        "vote", ["North Council"], "200 voted for it", on="2024-03-04", where="Oslo", counts={"for": "200"}
    )
    other = claim(
        "vote", ["North Council"], "190 voted for it", on="2024-03-04", where="Oslo", counts={"for": "190"}
    )
    within = Finding("tally", 0, 3, "does not add up")
    store.add(digest("a", toll, published="2024-03-05", findings=(within,)))
    store.add(digest("b", other, published="2024-03-06"))
    (one,) = store.engagements()
    assert [finding.check for finding in one.findings] == ["tally", "count-conflict"]
    assert all(finding.article for finding in one.findings)


def test_rejections_are_kept_until_the_path_is_read(store: Store) -> None:
    """Each with its reason, once; a path that was read since is no longer refused."""
    assert store.reject(Rejected("b.txt", "is empty"))
    assert not store.reject(Rejected("b.txt", "is empty"))
    store.reject(Rejected("a.bin", "is no text"))
    assert store.rejections() == (Rejected("a.bin", "is no text"), Rejected("b.txt", "is empty"))
    store.add(LATE)
    assert store.rejections() == (Rejected("a.bin", "is no text"),)


def test_text_is_searched(store: Store) -> None:
    """All words must stand in the text; what would be an operator is a word."""
    store.add(digest("a", DONE, rest="The café near the harbour was closed."))
    store.add(digest("b", DONE, rest="The harbour was open."))
    ids = {one.path: one.id for one in store.articles()}
    assert store.find("cafe harbour") == (ids["a.txt"],)
    assert set(store.find("HARBOUR")) == set(ids.values())
    assert store.find('harbour OR " closed') == ()
    assert store.find("") == ()


def test_views_for_people(store: Store, path: Path) -> None:
    """The file itself can be read with any SQLite tool: words, not offsets."""
    told = msgspec.structs.replace(
        EARLY,
        attributions=(Attribution("att-1", Source(0, 2, "Anna Ek"), Cue(3, 7), (Span(8, 18),)),),
        findings=(Finding("name-variant", 0, 2, "misspelt", "Anna Eck"),),
    )
    store.add(told)
    store.add(LATE)
    (entry,) = store.engagements()
    rows = sqlite3.connect(path).execute
    assert rows("SELECT title, status, articles FROM engagements").fetchall() == [
        (entry.title, "happened", 2)
    ]
    assert rows("SELECT count(DISTINCT engagement) FROM claims").fetchone() == (1,)
    assert rows("SELECT source, cue, content FROM attributions").fetchall() == [
        ("Anna Ek", "will", "visit Oslo")
    ]
    assert rows('SELECT "check", text, suggests FROM findings').fetchall() == [
        ("name-variant", "Ek", "Anna Eck")
    ]
    assert ("Anna Ek", "person") in rows("SELECT name, kind FROM actors").fetchall()
    assert rows("SELECT outlet, claims FROM articles").fetchall() == [
        ("The Fjord Post", 1),
        ("Harbour News", 1),
    ]


def test_an_article_without_claims_is_kept(store: Store) -> None:
    """It counts for the day of the ledger and can be read."""
    empty = digest("e", published="2024-07-01", rest="Nothing of note happened.")
    store.add(EARLY)
    store.add(empty)
    assert store.digest(empty.article.id) == empty
    assert [one.status for one in store.engagements()] == ["lapsed"]


def test_an_empty_ledger_has_no_engagements(store: Store) -> None:
    """Nothing in, nothing out."""
    assert store.engagements() == ()
    assert list(store.digests()) == []
