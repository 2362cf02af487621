"""What two reports of one engagement contradict each other in, and where silence is right."""

import msgspec
import pytest
from invented import claim, digest

from onrecord.check.across import findings_across
from onrecord.link import entries, latest_day, link, link_claims
from onrecord.records import Claim, Digest, Finding, Sentence
from onrecord.records.count import contradict, read_count


def conflicts(*digests: Digest) -> list[Finding]:
    """What is found across these articles, which must tell of one engagement."""
    items = tuple(item for one in digests for item in link_claims(one))
    made = entries(items, link(items), {}, latest_day(items))
    assert len(made) == 1, [one.title for one in made]
    by_id = {item.claim.id: item for item in items}
    return list(findings_across(made[0], [by_id[told.id] for told in made[0].claims]))


def checks(*digests: Digest) -> list[str]:
    """The names of the checks that find something."""
    return [one.check for one in conflicts(*digests)]


def strike(said: str, killed: str, *chains: list[str], hedged: bool = False) -> Claim:
    """A strike on Narvik with its dead."""
    return claim(
        "attack",
        ["Norway"],
        said,
        where="Narvik",
        on="2024-03-04",
        counts={"killed": killed},
        sources=chains,
        hedged=hedged,
        roles=("target",),
    )


def vote(said: str, favour: str) -> Claim:
    """A vote of the North Council with its tally."""
    return claim("vote", ["North Council"], said, where="Oslo", on="2024-03-04", counts={"in_favour": favour})


def test_tolls_that_grow_are_no_conflict() -> None:
    """A later report with more dead, a bound that is kept, and rough numbers are all silent."""
    first = digest("a", strike("a strike killed 12", "12"), published="2024-03-04")
    for later in ("19", "at least 10", "about 8", "dozens"):
        assert checks(first, digest("b", strike("the strike", later), published="2024-03-06")) == []


def test_a_toll_that_shrinks_is_a_conflict() -> None:
    """Fewer dead later than before, both meant exactly, cannot both be right."""
    first = digest("a", strike("a strike killed 12", "12"), published="2024-03-04", outlet="The Fjord Post")
    second = digest("b", strike("the strike killed 8", "8"), published="2024-03-06", outlet="Harbour News")
    (found,) = conflicts(first, second)
    assert found.check == "count-conflict"
    assert found.message == "killed: Harbour News says 8; The Fjord Post says 12"
    assert found.article == second.article.id
    assert second.text[found.start : found.end] == "the strike killed 8"


def test_tolls_of_one_day_conflict_only_on_the_word_of_two() -> None:
    """An hour may lie between two reports of one day; two who are cited contradict each other."""
    own = [
        digest(name, strike(f"{n} died", n), published="2024-03-04") for name, n in (("a", "12"), ("b", "8"))
    ]
    assert checks(*own) == []
    cited = [
        digest(name, strike(f"{n} died", n, [who]), published="2024-03-04")
        for name, n, who in (("a", "12", "Harbour Union"), ("b", "8", "Jan Berg"))
    ]
    assert checks(*cited) == ["count-conflict"]


def test_a_higher_toll_is_a_conflict_where_the_lower_one_is_upheld() -> None:
    """A report that tells of both numbers, and that somebody stands by the lower one, tells of no growth."""
    first = digest("a", strike("the army killed 12", "12"), published="2024-03-04")
    rest = "The army maintains that exactly twelve people died."
    later = digest("b", strike("43 are dead", "43"), published="2024-03-05", rest=rest)
    said = Sentence(later.text.index("The army"), len(later.text), "attributed")
    assert checks(first, msgspec.structs.replace(later, sentences=(said,))) == ["count-conflict"]
    risen = digest(
        "b", strike("43 are dead", "43"), published="2024-03-05", rest="The toll rose from exactly 12."
    )
    said = Sentence(risen.text.index("The toll"), len(risen.text), "attributed")
    assert checks(first, msgspec.structs.replace(risen, sentences=(said,))) == []


def test_what_is_said_to_be_so_contradicts_nothing() -> None:
    """Hedged claims, and two that rest on one and the same word, are left alone."""
    sure = digest("a", strike("12 died", "12"), published="2024-03-04", outlet="The Fjord Post")
    hedged = digest("b", strike("8 reportedly died", "8", hedged=True), published="2024-03-06")
    same = digest("b", strike("8 died", "8"), published="2024-03-06", outlet="The Fjord Post")
    assert checks(sure, hedged) == []
    assert checks(sure, same) == []


def test_tallies_do_not_grow() -> None:
    """Two exact tallies of one vote contradict each other, whichever is later."""
    first = digest("a", vote("191 voted for it", "191"), published="2024-03-04")
    second = digest("b", vote("195 voted for it", "195"), published="2024-03-06")
    assert checks(first, second) == ["count-conflict"]
    assert checks(first, digest("b", vote("191 voted for it", "191 deputies"), published="2024-03-06")) == []


def test_two_printed_days_conflict() -> None:
    """Reports that print two days conflict; a weekday is another one elsewhere, and a plan may be moved."""

    def met(said: str, day: str, **rest: str) -> Claim:
        return claim("meeting", ["Anna Ek", "Jan Berg"], said, where="Oslo", on=day, **rest)  # type: ignore[arg-type]

    first = digest("a", met("They met on 4 March", "2024-03-04"), published="2024-03-08")
    second = digest("b", met("They met on 5 March", "2024-03-05"), published="2024-03-08")
    weekday = digest("b", met("They met on Tuesday", "2024-03-05"), published="2024-03-08")
    far = digest("b", met("They met on Wednesday", "2024-03-06"), published="2024-03-08")
    assert checks(first, second) == ["date-conflict"]
    assert checks(first, weekday) == []
    assert checks(first, far) == ["date-conflict"]


def test_two_towns_conflict_unless_one_report_names_both() -> None:
    """Oslo and Narvik are far apart; a suburb, or a text that names both, is no conflict."""

    def met(said: str, where: str) -> Claim:
        return claim("meeting", ["Anna Ek", "Jan Berg"], said, where=where, on="2024-03-04")

    first = digest("a", met("Ek met Berg in Oslo", "Oslo"), outlet="The Fjord Post")
    assert checks(first, digest("b", met("Ek met Berg in Narvik", "Narvik"))) == ["place-conflict"]
    assert checks(first, digest("b", met("Ek met Berg in Lillestrom", "Lillestrom"))) == []
    assert checks(first, digest("b", met("Ek met Berg in Narvik, after Oslo", "Narvik"))) == []


def test_yes_and_no_conflict_only_after_the_day() -> None:
    """A denial of what others say has happened is a conflict; one made before the day is not."""

    def came(said: str, status: str, who: str) -> Claim:
        return claim(
            "visit",
            ["Anna Ek", "Norway"],
            said,
            where="Oslo",
            on="2024-03-04",
            status=status,  # type: ignore[arg-type]
            sources=[[who]],
        )

    yes = digest("a", came("Ek came to Oslo", "happened", "Jan Berg"), published="2024-03-05")
    no = digest("b", came("Ek never came to Oslo", "denied", "Anna Ek"), published="2024-03-06")
    before = digest("b", came("Ek will not come to Oslo", "denied", "Anna Ek"), published="2024-03-01")
    (found,) = conflicts(yes, no)
    assert found.check == "status-conflict"
    assert found.message == "Anna Ek: it did not happen; Jan Berg: it happened"
    assert checks(yes, before) == []


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("23", 23, "exact"),
        ("at least 23", 23, "least"),
        ("more than 1,600", 1600, "least"),
        ("up to 40", 40, "most"),
        ("forty-three", 43, "exact"),
        ("about 600 tons", 600, "rough"),
        ("two million", 2_000_000, "exact"),
        ("$11 million", 11_000_000, "exact"),
        ("89 percent", 89, "exact"),
    ],
)
def test_counts_are_read_with_their_bounds(text: str, value: float, bound: str) -> None:
    """A number in figures or words, its scale, and how it is meant."""
    assert read_count(text) == (value, bound)


@pytest.mark.parametrize("text", ["dozens", "", "20 to 30", "several"])
def test_what_gives_no_single_number_is_no_count(text: str) -> None:
    """Ranges and vague words give nothing that could contradict."""
    assert read_count(text) is None


@pytest.mark.parametrize(
    ("a", "b", "result"),
    [
        ("23", "23", False),
        ("23", "24", True),
        ("at least 20", "23", False),
        ("at least 20", "19", True),
        ("up to 20", "23", True),
        ("at least 20", "at least 30", False),
        ("at least 30", "up to 20", True),
        ("about 20", "40", False),
    ],
)
def test_which_counts_contradict(a: str, b: str, result: bool) -> None:
    """Exact numbers that differ, and bounds that are broken, whichever is read first."""
    first, second = read_count(a), read_count(b)
    assert first is not None
    assert second is not None
    assert contradict(first, second) is contradict(second, first) is result
