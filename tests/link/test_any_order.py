"""The ledger does not depend on the order in which articles came, whatever they hold."""

import tempfile
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import BODIES, PEOPLE, STATES, TOWNS, claim, digest

from onrecord.link import link, link_claims
from onrecord.records import Claim, Digest
from onrecord.store import open_store

NAMES = st.sampled_from([*PEOPLE, *STATES, *BODIES, "marchers"])
DAYS = st.sampled_from(
    [None, "2024-03-04", "2024-03-05", "2024-03-20", "2024-03", "2024-04", "2024", "2024-03-01/2024-04-20"]
)
CLAIMS = st.builds(
    claim,
    st.sampled_from(
        ["meeting", "visit", "gathering", "attack", "call", "statement", "accusation", "aid", "vote"]
    ),
    st.lists(NAMES, min_size=0, max_size=3, unique=True),
    st.sampled_from(
        ["they met by the harbour", "a missile struck the docks", "he spoke of grain", "talks on oil"]
    ),
    where=st.sampled_from([None, *TOWNS, "Norway"]),
    on=DAYS,
    status=st.sampled_from(
        ["happened", "planned", "confirmed", "possible", "denied", "cancelled", "ongoing"]
    ),
    sources=st.sampled_from(
        [(), (("Anna Ek",),), (("a senior official",),), (("The Fjord Post", "sources"),)]
    ),
    counts=st.sampled_from([{}, {"killed": "12"}, {"killed": "at least 8"}]),
)


def _articles(claims: list[list[Claim]], dates: list[str | None]) -> list[Digest]:
    made = []
    for number, (told, published) in enumerate(zip(claims, dates, strict=False)):
        unique = list({one.id: one for one in told}.values())
        made.append(digest(f"n{number}", *unique, published=published, outlet=f"Outlet {number % 3}"))
    return made


ARTICLES = st.builds(
    _articles,
    st.lists(st.lists(CLAIMS, max_size=4), min_size=1, max_size=6),
    st.lists(
        st.sampled_from([None, "2024-03-01", "2024-03-05", "2024-03-30", "2024-05"]), min_size=6, max_size=6
    ),
)


@settings(max_examples=40, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_groups_are_the_same_in_any_order(articles: list[Digest], random: object) -> None:
    """Linking sees a set of claims: each is in one group, and shuffling them changes nothing."""
    claims = [item for one in articles for item in link_claims(one)]
    made = link(tuple(claims))
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(tuple(shuffled)) == made
    assert sorted(key for group in made for key in group.members) == sorted(item.key for item in claims)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ARTICLES, st.randoms(use_true_random=False), st.sampled_from([None, "2024-03-10"]))
def test_the_same_bytes_in_any_order(articles: list[Digest], random: object, as_of: str | None) -> None:
    """Two ledgers that were given the same articles in two orders print the same bytes."""
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    printed = []
    for order in (articles, shuffled):
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "test.ledger") as store:
            for number, one in enumerate(order):
                store.add(one)
                if number == 0:
                    store.engagements()  # links kept on the way must not show
            printed.append(msgspec.json.encode(store.engagements(as_of=as_of)))
            assert sorted(map(msgspec.json.encode, store.digests())) == sorted(
                map(msgspec.json.encode, articles)
            )
    assert printed[0] == printed[1]


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_no_group_holds_what_rules_itself_out(articles: list[Digest]) -> None:
    """Whatever the chain of claims, two clear days of happened meetings are never one engagement."""
    by_key = {item.key: item.claim for one in articles for item in link_claims(one)}
    for group in link(tuple(item for one in articles for item in link_claims(one))):
        days = {
            when.start
            for key in group.members
            if (when := by_key[key].when) is not None and when.precision == "day" and when.start is not None
        }
        assert not ({"2024-03-20"} & days and days - {"2024-03-20"})
