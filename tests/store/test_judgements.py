"""What people decide about who is who: kept beside the claims, applied when they are linked, undone at will."""

import itertools
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import claim, digest

from onrecord.errors import LedgerError, UsageError
from onrecord.records import Actor, Claim, Digest, Span
from onrecord.records.ids import make_id
from onrecord.records.judgement import JudgedActor, Judgement, Verdict
from onrecord.store import Store, open_store, schema

DAY = "2024-03-04"


def stranger(name: str, country: str | None = None) -> JudgedActor:
    """A person whom the knowledge base does not know."""
    return JudgedActor(make_id("act", name, country), name, "person", country)


def told(
    article: str, who: list[JudgedActor], kind: str = "meeting", sources: Sequence[Sequence[str]] = ()
) -> Digest:
    """An article that tells of one deed of these people in Oslo."""
    names = [one.name for one in who]
    made: Claim = claim(kind, names, f"{' and '.join(names)} talked", where="Oslo", on=DAY, sources=sources)
    parts = tuple(
        msgspec.structs.replace(part, actor=one.id, country=one.country)
        for part, one in zip(made.participants, who, strict=True)
    )
    one = digest(article, msgspec.structs.replace(made, participants=parts), published="2024-03-05")
    actors = [Actor(who_.id, who_.name, "person", who_.country, (), (Span(0, 4),)) for who_ in who]
    made_of: Digest = msgspec.structs.replace(one, actors=tuple(actors))
    return made_of


def verdict(
    kind: Verdict,
    one: JudgedActor | None = None,
    other: JudgedActor | None = None,
    *,
    articles: tuple[str, ...] = (),
    undoes: str | None = None,
) -> Judgement:
    """A judgement by M. Holm."""
    ids = [actor.id if actor else None for actor in (one, other)]
    return Judgement(
        id=make_id("jdg", kind, *ids, articles, undoes),
        verdict=kind,
        one=one,
        other=other,
        articles=articles,
        undoes=undoes,
        who="M. Holm",
        made="2024-04-01T12:00:00+00:00",
        why="known to the desk",
    )


KLIMOV, KLIMOFF = stranger("Ilya Klimov", "RU"), stranger("Elias Klimoff")
HOLM, FATHER, SON = stranger("Berit Holm", "NO"), stranger("Per Lund", "NO"), stranger("Per Lund", "DK")
ITEM = JudgedActor("Q7000001", "Ilya Klimov (envoy)", "person", "RU")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A ledger in which two articles call one envoy by two names."""
    made = open_store(tmp_path / "test.ledger")
    made.add(told("a", [KLIMOV, HOLM]))
    made.add(told("b", [KLIMOFF, HOLM]))
    return made


def shown(store: Store) -> list[list[tuple[str, str | None]]]:
    """Names and ids of the participants of each entry."""
    return [[(one.name, one.actor) for one in entry.participants] for entry in store.engagements()]


def test_two_names_judged_one_are_one_in_the_ledger(store: Store) -> None:
    """Their claims are linked, under one name and id, and no claim is rewritten."""
    before = list(store.digests())
    assert len(store.engagements()) == 2
    store.judge(verdict("same", KLIMOV, KLIMOFF))
    (entry,) = store.engagements()
    assert entry.support.articles == 2
    first = min((KLIMOV, KLIMOFF), key=lambda one: one.id)
    assert (first.name, first.id) in [(one.name, one.actor) for one in entry.participants]
    assert list(store.digests()) == before


def test_a_wikidata_item_gives_its_id_and_name(store: Store) -> None:
    """ "This id is that item": the ledger shows the item, also where two ids were judged one before."""
    store.judge(verdict("same", KLIMOV, KLIMOFF))
    store.judge(verdict("same", KLIMOFF, ITEM))
    (entry,) = store.engagements()
    assert (ITEM.name, ITEM.id) in [(one.name, one.actor) for one in entry.participants]
    (actor,) = [one for one in store.actors() if one.id == ITEM.id]
    assert set(actor.ids) == {KLIMOV.id, KLIMOFF.id}
    assert set(actor.names) == {KLIMOV.name, KLIMOFF.name}
    assert actor.articles == 2


def test_undone_it_is_as_it_was(store: Store) -> None:
    """The ledger prints the same bytes as before, and both judgements stay on record."""
    before = msgspec.json.encode(store.engagements())
    made = verdict("same", KLIMOV, KLIMOFF)
    store.judge(made)
    assert msgspec.json.encode(store.engagements()) != before
    store.judge(verdict("undone", undoes=made.id))
    assert msgspec.json.encode(store.engagements()) == before
    assert [(one.judgement.verdict, one.holds) for one in store.judgements()] == [
        ("same", False),
        ("undone", True),
    ]


def test_namesakes_judged_two_are_not_linked(tmp_path: Path) -> None:
    """One name in two articles is one person until it is judged that it is not."""
    with open_store(tmp_path / "test.ledger") as store:
        store.add(told("a", [FATHER, HOLM]))
        store.add(told("b", [SON, HOLM]))
        assert len(store.engagements()) == 1
        store.judge(verdict("different", FATHER, SON))
        assert len(store.engagements()) == 2


def test_in_some_articles_a_name_means_somebody_else(store: Store) -> None:
    """Only there: the other articles keep the actor."""
    other = stranger("Ilya Klimov the younger")
    here = digest("a").article.id
    store.judge(verdict("different", KLIMOV, other, articles=(here,)))
    assert {("Ilya Klimov the younger", other.id)} & {pair for entry in shown(store) for pair in entry}
    store.add(told("c", [KLIMOV, FATHER], kind="visit"))
    assert {("Ilya Klimov", KLIMOV.id)} & {pair for entry in shown(store) for pair in entry}
    rows = sqlite3.connect(store.path).execute("SELECT judged FROM actors WHERE id = ?", [KLIMOV.id])
    assert {row[0] for row in rows} == {KLIMOV.id, other.id}


def test_sources_go_by_the_judged_name(tmp_path: Path) -> None:
    """Two spellings of one spokesman are one origin once he is judged to be one."""
    with open_store(tmp_path / "test.ledger") as store:
        store.add(told("a", [KLIMOV, HOLM], sources=[("Ilya Klimov",)]))
        store.add(told("b", [KLIMOFF, HOLM], sources=[("Elias Klimoff",)]))
        store.judge(verdict("same", KLIMOV, KLIMOFF))
        (entry,) = store.engagements()
        assert entry.support.independent == 1


def test_a_contradiction_is_refused(store: Store) -> None:
    """In words that name what must be undone first; the ledger stays as it was."""
    one = verdict("same", KLIMOV, KLIMOFF)
    store.judge(one)
    with pytest.raises(UsageError, match=f"undo {one.id} first"):
        store.judge(verdict("different", KLIMOFF, KLIMOV))
    store.judge(verdict("different", KLIMOV, HOLM))
    with pytest.raises(UsageError, match="judged not to be one: undo jdg-"):
        store.judge(verdict("same", HOLM, KLIMOFF))
    assert len(store.judgements()) == 2


def test_what_says_nothing_new_is_refused(store: Store) -> None:
    """The same judgement again, one id with itself, undoing twice, undoing what is not there."""
    one = verdict("same", KLIMOV, KLIMOFF)
    store.judge(one)
    for again, reason in (
        (verdict("same", KLIMOFF, KLIMOV), "judged one already"),
        (verdict("same", KLIMOV, KLIMOV), "are one id"),
        (verdict("undone", undoes="jdg-0"), "no judgement 'jdg-0'"),
    ):
        with pytest.raises(UsageError, match=reason):
            store.judge(again)
    store.judge(verdict("undone", undoes=one.id))
    with pytest.raises(UsageError, match="undone already"):
        store.judge(msgspec.structs.replace(verdict("undone", undoes=one.id), id="jdg-1"))


def test_an_actor_is_found_by_id_name_or_beginning(store: Store) -> None:
    """What fits none or several is refused in words that help."""
    assert store.actor(KLIMOV.id).name == "Ilya Klimov"
    assert store.actor("ilya klimov").id == KLIMOV.id
    assert store.actor(HOLM.id[:9]).id == HOLM.id
    with pytest.raises(UsageError, match="no actor 'Nobody'"):
        store.actor("Nobody")
    with pytest.raises(UsageError, match="give the id"):
        store.actor("act-")
    assert {note.path for note, _ in store.articles_of(store.actor(HOLM.id))} == {"a.txt", "b.txt"}


PEOPLE = [KLIMOV, KLIMOFF, HOLM, FATHER, SON]
CHOICES = st.lists(
    st.tuples(
        st.sampled_from(["same", "different"]), st.sampled_from(list(itertools.combinations(PEOPLE, 2)))
    ),
    max_size=4,
    unique_by=lambda one: one[1],
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHOICES, st.randoms(use_true_random=False))
def test_the_order_of_articles_and_judgements_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory,
    choices: list[tuple[Verdict, tuple[JudgedActor, JudgedActor]]],
    random: object,
) -> None:
    """The same articles and the same judgements give the same bytes, whichever came first."""
    articles = [
        told("a", [KLIMOV, HOLM]),
        told("b", [KLIMOFF, HOLM]),
        told("c", [FATHER, HOLM], kind="visit"),
        told("d", [SON, HOLM], kind="visit"),
        told("e", [SON, KLIMOV]),
    ]
    folder = tmp_path_factory.mktemp("order")
    with open_store(folder / "first.ledger") as first:
        for one in articles:
            first.add(one)
        kept = []
        for kind, (a, b) in choices:
            try:
                first.judge(verdict(kind, a, b))
            except UsageError:
                continue  # contradicts those before it
            kept.append(verdict(kind, a, b))
        printed = msgspec.json.encode(first.engagements())
    steps: list[Digest | Judgement] = [*articles, *kept]
    random.shuffle(steps)  # type: ignore[attr-defined]
    with open_store(folder / "second.ledger") as second:
        for step in steps:
            if isinstance(step, Digest):
                second.add(step)
            else:
                second.judge(step)
            second.engagements()  # links kept on the way must not show
        assert msgspec.json.encode(second.engagements()) == printed


def older(path: Path) -> None:
    """Makes the file what version 1 made: without actors, judgements and their views."""
    connection = sqlite3.connect(path)
    for view in schema.VIEWS:
        connection.execute(f"DROP VIEW {view}")
    for table in ("actor", "judgement", "judged_actor"):
        connection.execute(f"DROP TABLE {table}")
    for name in ("current_reading", "articles", "claims", "engagements"):
        connection.execute(f"CREATE VIEW {name} AS {schema.VIEWS[name]}")
    connection.execute("UPDATE schema_version SET version = 1")
    connection.commit()
    connection.close()


def test_an_older_ledger_is_brought_up_to_date(store: Store) -> None:
    """When it is opened; what it holds stays, and actors and judgements can be asked for."""
    before, actors = msgspec.json.encode(store.engagements()), store.actors()
    store.close()
    older(store.path)
    with open_store(store.path) as again:
        assert msgspec.json.encode(again.engagements()) == before
        assert again.actors() == actors
        again.judge(verdict("same", KLIMOV, KLIMOFF))
        assert len(again.engagements()) == 1
    version = sqlite3.connect(store.path).execute("SELECT version FROM schema_version").fetchone()
    assert version == (schema.VERSION,)


def test_an_older_ledger_that_may_not_be_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what it is, why it cannot be opened, and what to do; the file stays as it is."""
    store.close()
    older(store.path)
    before = store.path.read_bytes()
    monkeypatch.setattr(schema, "ACTORS_OF_READINGS", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(LedgerError, match=r"older version.*Copy it to where it may be written"):
        open_store(store.path)
    assert store.path.read_bytes() == before
