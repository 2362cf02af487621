"""Statuses, histories, support and titles of the ledger's entries."""

import pytest
from invented import claim, digest

from onrecord.link import (
    copies,
    entries,
    known_by,
    latest_day,
    link,
    link_claims,
    publication,
    sketch,
    voices,
)
from onrecord.records import Claim, Digest, Engagement, Status


def ledger(*digests: Digest, as_of: str | None = None) -> list[Engagement]:
    """The entries of these articles, as the store makes them."""
    items = tuple(item for one in digests for item in link_claims(one))
    day = as_of or latest_day(items)
    items = tuple(item for item in items if day is None or known_by(item, day))
    speaking = voices(
        [
            (one.id, one.outlet, one.original_outlet, one.title, publication(one)[0])
            for one in (told.article for told in digests)
        ],
        copies({one.article.id: sketch(one) for one in digests}),
    )
    return list(entries(items, link(items), speaking, day))


def visit(
    status: Status, said: str, *chains: list[str], on: str = "2024-05-09", hedged: bool = False
) -> Claim:
    """A visit of Ek to Oslo with a status and its sources."""
    return claim(
        "visit",
        ["Anna Ek", "Norway"],
        said,
        where="Oslo",
        on=on,
        status=status,
        sources=chains,
        roles=("visitor", "host"),
    )


def only(entries: list[Engagement]) -> Engagement:
    """The one entry that there must be."""
    assert len(entries) == 1, [one.title for one in entries]
    return entries[0]


def steps(one: Engagement) -> list[str]:
    """The statuses of an entry's history."""
    return [step.status for step in one.history]


def test_from_plan_to_outcome() -> None:
    """Each report that changes the status is a step, with the day and the claim that made it."""
    told = [
        digest("a", visit("planned", "Ek is to visit Oslo", ["The Fjord Post"]), published="2024-04-01"),
        digest("b", visit("confirmed", "Ek will visit Oslo", ["Anna Ek"]), published="2024-04-20"),
        digest("c", visit("happened", "Ek visited Oslo"), published="2024-05-10"),
        digest("d", visit("planned", "Ek was to visit Oslo"), published="2024-05-12"),
    ]
    one = only(ledger(*told))
    assert one.status == "happened"
    assert steps(one) == ["planned", "confirmed", "happened"]
    assert [step.published for step in one.history] == ["2024-04-01", "2024-04-20", "2024-05-10"]
    assert {step.claim for step in one.history} <= {item.id for item in one.claims}
    assert one.title == "Visit of Anna Ek to Oslo, 9 May 2024"


def test_as_of_leaves_out_what_was_published_later() -> None:
    """The ledger of a day is the one that the articles until then make."""
    early = digest("a", visit("planned", "Ek is to visit Oslo"), published="2024-04-01")
    late = digest("b", visit("happened", "Ek visited Oslo"), published="2024-05-10")
    assert ledger(early, late, as_of="2024-04-15") == ledger(early, as_of="2024-04-15")
    assert only(ledger(early, late, as_of="2024-04-15")).status == "planned"
    assert only(ledger(early, late, as_of="2024-05-10")).status == "happened"


@pytest.mark.parametrize(
    ("status", "on", "as_of", "result"),
    [
        ("planned", "2024-05-09", "2024-05-09", "planned"),
        ("planned", "2024-05-09", "2024-05-10", "lapsed"),
        ("confirmed", "2024-05", "2024-05-31", "confirmed"),
        ("possible", "2024-05", "2024-06-01", "lapsed"),
        ("happened", "2024-05-09", "2024-06-01", "happened"),
        ("cancelled", "2024-05-09", "2024-06-01", "cancelled"),
        ("denied", "2024-05-09", "2024-06-01", "denied"),
        ("postponed", "2024-05-09", "2024-06-01", "postponed"),
    ],
)
def test_lapsed_when_the_day_is_over(status: Status, on: str, as_of: str, result: str) -> None:
    """What was ahead lapses the day after its last day; no claim made that, so it is no step."""
    told = digest("a", visit(status, "Ek, Oslo", ["Anna Ek"], on=on), published="2024-04-01")
    one = only(ledger(told, as_of=as_of))
    assert one.status == result
    assert steps(one) == [status]


def test_talks_without_a_day_lapse_with_the_visit_they_are_tied_to() -> None:
    """Talks in the town of a dated visit of the same person, told in one article, are over when it is."""
    talks = claim("meeting", ["Anna Ek", "Jan Berg"], "they may talk", where="Oslo", status="possible")
    elsewhere = claim("meeting", ["Anna Ek", "Li Wen"], "they may talk", where="Beijing", status="possible")
    told = digest("a", visit("planned", "Ek is to visit Oslo"), talks, elsewhere, published="2024-04-01")
    found = {one.title: one.status for one in ledger(told, as_of="2024-06-01")}
    assert found["Meeting of Anna Ek and Jan Berg in Oslo"] == "lapsed"
    assert found["Meeting of Anna Ek and Li Wen in Beijing"] == "possible"


def test_rumoured_until_somebody_is_named() -> None:
    """Ahead, and every origin unnamed."""
    rumour = digest(
        "a",
        visit("planned", "Ek is to visit Oslo", ["people familiar with the plans"]),
        published="2024-04-01",
    )
    named = digest("b", visit("confirmed", "Ek will visit Oslo", ["Anna Ek"]), published="2024-04-20")
    assert only(ledger(rumour)).status == "rumoured"
    assert steps(only(ledger(rumour, named))) == ["rumoured", "confirmed"]
    through = digest(
        "a", visit("planned", "Ek is to go", ["The Fjord Post", "unnamed sources"]), published="2024-04-01"
    )
    assert only(ledger(through)).status == "planned", "a newspaper that is named stands behind its sources"


def test_called_off_and_on_again() -> None:
    """The latest word on what is ahead counts; a mere repetition of the plan does not revive it."""
    told = [
        digest("a", visit("confirmed", "Ek will visit Oslo", ["Anna Ek"]), published="2024-04-01"),
        digest("b", visit("cancelled", "Ek called the visit off", ["Jan Berg"]), published="2024-04-10"),
        digest("c", visit("possible", "Ek may visit Oslo"), published="2024-04-12"),
    ]
    assert steps(only(ledger(*told))) == ["confirmed", "cancelled"]
    again = digest("d", visit("confirmed", "Ek will come after all", ["Anna Ek"]), published="2024-04-20")
    assert steps(only(ledger(*told, again))) == ["confirmed", "cancelled", "confirmed"]


def test_disputed_when_independent_origins_contradict() -> None:
    """One says that it happened, another that it did not; neither of them takes it from the other."""
    yes = digest("a", visit("happened", "Ek visited Oslo", ["Jan Berg"]), published="2024-05-10")
    no = digest("b", visit("denied", "Ek was never in Oslo", ["Anna Ek"]), published="2024-05-11")
    early_no = digest("b", visit("denied", "Ek will not go to Oslo", ["Anna Ek"]), published="2024-04-11")
    retracted = digest(
        "b", visit("denied", "Ek was not there after all", ["Jan Berg"]), published="2024-05-11"
    )
    assert only(ledger(yes, no)).status == "disputed"
    assert only(ledger(yes, early_no)).status == "happened"
    assert only(ledger(yes, retracted)).status == "happened"


def test_an_undated_article_takes_its_place_by_its_bounds() -> None:
    """What an undated article tells as still ahead was told before it was over."""
    undated = digest("a", visit("confirmed", "Ek will visit Oslo", ["Anna Ek"]), between=("2024-01-01", None))
    late = digest("b", visit("happened", "Ek visited Oslo"), published="2024-05-10")
    assert steps(only(ledger(undated, late))) == ["confirmed", "happened"]
    wide = digest(
        "a", visit("confirmed", "Ek will visit Oslo", ["Anna Ek"]), between=("2024-01-01", "2024-12-31")
    )
    assert steps(only(ledger(wide, late))) == ["confirmed", "happened"]
    assert only(ledger(wide, late, as_of="2024-06-01")).support.articles == 2, (
        "it may have been there by then"
    )
    assert only(ledger(wide, late, as_of="2023-12-31") or [only(ledger(wide))]).support.articles == 1


def test_origins_are_the_ends_of_chains_and_copies_count_once() -> None:
    """Two outlets that print one wire story are one origin; two sources are two."""
    story = " ".join(f"On pier {n} the crew of boat {n} sang song {n}." for n in range(40))
    held = visit("happened", "Ek visited Oslo")
    wire = digest(
        "a", held, published="2024-05-10", outlet="The Fjord Post", original_outlet="North Wire", rest=story
    )
    copy = digest("b", held, published="2024-05-11", outlet="Harbour News", rest=f"{story} It rained.")
    own = digest(
        "c", visit("happened", "Ek arrived in Oslo"), published="2024-05-11", outlet="The Baltic Eye"
    )
    cited = digest(
        "d", visit("happened", "Ek was in Oslo", ["The Fjord Post", "Jan Berg"]), published="2024-05-12"
    )
    one = only(ledger(wire, copy, own, cited))
    assert one.support.origins == ("Jan Berg", "North Wire", "The Baltic Eye")
    assert (one.support.articles, one.support.outlets, one.support.independent) == (4, 3, 3)


def test_short_and_full_names_of_an_origin_are_one() -> None:
    """North, cited in one article, is the North Press Agency of the other; a state is no agency."""
    own = digest(
        "a", visit("happened", "Ek visited Oslo"), published="2024-05-10", outlet="North Press Agency"
    )
    cites = digest("b", visit("happened", "Ek was in Oslo", ["North"]), published="2024-05-11")
    assert only(ledger(own, cites)).support.origins == ("North Press Agency",)
    press = digest("c", visit("happened", "Ek was seen", ["North news agency"]), published="2024-05-11")
    assert only(ledger(own, cites, press)).support.origins == ("North Press Agency",)
    norway = digest("b", visit("happened", "Ek was in Oslo", ["Norway"]), published="2024-05-11")
    agency = digest("a", visit("happened", "Ek visited Oslo"), published="2024-05-10", outlet="Norway News")
    assert only(ledger(agency, norway)).support.independent == 2


def test_the_same_sentence_on_nobodys_word_is_one_origin() -> None:
    """A sentence that two outlets print word for word was written once."""
    said = "Ek arrived in Oslo on a grey morning and was met by the mayor of the city"
    told = [
        digest(name, visit("happened", said), published="2024-05-10", outlet=outlet)
        for name, outlet in (("a", "The Fjord Post"), ("b", "Harbour News"))
    ]
    assert only(ledger(*told)).support.independent == 1


def test_the_entry_takes_the_narrowest_time_the_town_and_all_people() -> None:
    """A month gives way to its day, a state to its town, and nobody is lost."""
    vague = claim(
        "gathering",
        ["Anna Ek", "Norway"],
        "a summit in Norway",
        where="Norway",
        on="2024-05",
        status="planned",
    )
    exact = claim("gathering", ["Anna Ek", "Li Wen"], "the summit in Oslo", where="Oslo", on="2024-05-09")
    one = only(ledger(digest("a", vague, published="2024-04-01"), digest("b", exact, published="2024-05-10")))
    assert one.when is not None
    assert one.when.start == "2024-05-09"
    assert one.place is not None
    assert one.place.name == "Oslo"
    assert {party.name for party in one.participants} == {"Anna Ek", "Li Wen", "Norway"}


def test_ids_do_not_depend_on_what_is_added_later() -> None:
    """An entry keeps its id as long as the claim that was told first is in the ledger."""
    early = digest("a", visit("planned", "Ek is to visit Oslo"), published="2024-04-01")
    late = digest("b", visit("happened", "Ek visited Oslo"), published="2024-05-10")
    assert only(ledger(early)).id == only(ledger(early, late)).id == only(ledger(late, early)).id


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (claim("call", ["Anna Ek", "Jan Berg"], "x", on="2024"), "Call between Anna Ek and Jan Berg, 2024"),
        (claim("attack", ["Iran", "Norway"], "x", where="Narvik", on="2024", roles=("attacker", "target")),
         "Attack by Iran on Norway in Narvik, 2024"),
        (claim("visit", ["Anna Ek", "Norway"], "x", roles=("visitor", "host")), "Visit of Anna Ek to Norway"),
        (claim("gathering", ["Anna Ek", "Jan Berg", "Li Wen", "Ruth Cole", "Olga Marn"], "x",
               on="2024-05-01/2024-05-03"),
         "Gathering of Anna Ek, Jan Berg, Li Wen and 2 others, 1 to 3 May 2024"),
        (claim("meeting", ["Anna Ek", "Sweden", "Norway"], "x"), "Meeting of Anna Ek and Norway"),
        (claim("sanction", ["United States", "Iran"], "x", roles=("sanctioner", "target")),
         "Sanction by the United States against Iran"),
        (claim("protest", [], "x", where="Oslo"), "Protest in Oslo"),
    ],
)  # fmt: skip
def test_titles(told: Claim, title: str) -> None:
    """A title says what, who, where and when, as far as it is known."""
    assert only(ledger(digest("a", told))).title == title
