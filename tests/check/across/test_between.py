"""What entries of a ledger contradict each other in, and articles that add nothing."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from invented import claim, digest

from onrecord.records import Block, Claim, Digest, Finding
from onrecord.store import open_store


@pytest.fixture
def found(tmp_path: Path) -> "Ledger":
    """A ledger to fill."""
    return Ledger(tmp_path / "test.ledger")


class Ledger:
    """What the checks find in a ledger of these articles."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, *digests: Digest) -> list[Finding]:
        with open_store(self.path) as store:
            for one in digests:
                store.add(one)
            return [finding for entry in store.engagements() for finding in entry.findings]


def met(who: Sequence[str], where: str, on: str, **more: object) -> Claim:
    """A meeting that happened."""
    made: Claim = claim("meeting", who, f"{' and '.join(who)} met in {where}", where=where, on=on, **more)  # type: ignore[arg-type]
    return made


def of(name: str, outlet: str, *claims: Claim, published: str = "2024-03-06") -> Digest:
    """An article of an outlet."""
    made: Digest = digest(name, *claims, published=published, outlet=outlet)
    return made


def names(findings: list[Finding]) -> list[str]:
    """The names of the checks."""
    return sorted(one.check for one in findings)


OSLO = met(["Anna Ek", "Jan Berg"], "Oslo", "2024-03-04")
BEIJING = met(["Anna Ek", "Li Wen"], "Beijing", "2024-03-04")
MOSCOW = met(["Anna Ek", "Olga Marn"], "Moscow", "2024-03-04")


def moved(one: Claim, latitude: float, longitude: float) -> Claim:
    """The claim in the same town, elsewhere on the map."""
    assert one.place is not None
    place = msgspec.structs.replace(one.place, latitude=latitude, longitude=longitude, country="CL")
    return msgspec.structs.replace(one, place=place)


SANTIAGO = moved(met(["Anna Ek", "Jan Berg"], "Oslo", "2024-03-04"), -33.45, -70.66)


def test_in_two_far_places_on_one_day(found: Ledger) -> None:
    """Nobody meets people in Santiago and in Beijing on one day: said at both entries."""
    findings = found(of("a", "The Fjord Post", SANTIAGO), of("b", "Harbour News", BEIJING))
    assert names(findings) == ["bilocation", "bilocation"]
    assert all("Anna Ek" in one.message and "km away, on 2024-03-04" in one.message for one in findings)


def test_far_from_where_a_visit_keeps_one(found: Ledger) -> None:
    """In the middle of a stay in Beijing nobody is in Oslo."""
    stay = claim(
        "visit", ["Anna Ek", "China"], "Ek stayed in Beijing", where="Beijing", on="2024-03-03/2024-03-06",
        roles=("visitor", "host"),
    )  # fmt: skip
    assert names(found(of("a", "The Fjord Post", OSLO), of("b", "Harbour News", stay))) == ["bilocation"] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OSLO, MOSCOW),  # a morning here, an evening there
        (SANTIAGO, met(["Anna Ek", "Li Wen"], "Beijing", "2024-03-05")),  # the next day
        (SANTIAGO, met(["Anna Ek", "Li Wen"], "Beijing", "2024-03-04", hedged=True)),
        (SANTIAGO, met(["Anna Ek", "Li Wen"], "Beijing", "2024-03-04", status="planned")),
        (SANTIAGO, claim("call", ["Anna Ek", "Li Wen"], "They spoke", where="Beijing", on="2024-03-04")),
        (SANTIAGO, met(["Jan Berg", "Li Wen"], "China", "2024-03-04")),  # a whole state
    ],
)
def test_no_bilocation(found: Ledger, one: Claim, other: Claim) -> None:
    """Towns within a flight, another day, plans, what is hedged, calls and whole states are silent."""
    assert "bilocation" not in names(found(of("a", "The Fjord Post", one), of("b", "Harbour News", other)))


def test_one_article_is_no_bilocation(found: Ledger) -> None:
    """What one article tells of both is one account."""
    assert names(found(of("a", "The Fjord Post", SANTIAGO, BEIJING))) == []


def test_one_word_is_no_bilocation(found: Ledger) -> None:
    """What one source says of both is one account."""
    one, other = (msgspec.structs.replace(each, sources=(("Anna Ek",),)) for each in (SANTIAGO, BEIJING))
    assert names(found(of("a", "The Fjord Post", one), of("b", "Harbour News", other))) == []


def strike(doer: str, killed: str, where: str = "Narvik", on: str = "2024-03-04") -> Claim:
    """A strike that is put down to a state."""
    made: Claim = claim(
        "attack",
        [doer],
        f"{doer} struck the docks",
        where=where,
        on=on,
        roles=("attacker",),
        counts={"killed": killed},
    )
    return made


def test_one_attack_two_doers(found: Ledger) -> None:
    """One town, one day, the same dead, and each side blames the other."""
    findings = found(
        of("a", "The Fjord Post", strike("Russia", "14")), of("b", "Harbour News", strike("Norway", "14"))
    )
    assert names(findings) == ["participant-conflict"] * 2
    assert {one.message for one in findings} == {
        "The Fjord Post says it was Russia; Harbour News says Norway",
        "Harbour News says it was Norway; The Fjord Post says Russia",
    }


@pytest.mark.parametrize(
    "other",
    [
        strike("Norway", "12"),
        strike("Norway", "at least 14"),
        strike("Norway", "14", where="Bergen"),
        strike("Norway", "14", on="2024-03-05"),
        strike("Russia", "14"),
    ],
)
def test_no_participant_conflict(found: Ledger, other: Claim) -> None:
    """Other numbers, bounds, towns and days may be another attack; the same doer is no conflict."""
    findings = found(of("a", "The Fjord Post", strike("Russia", "14")), of("b", "Harbour News", other))
    assert "participant-conflict" not in names(findings)


LONG = " ".join(f"word{number} of the long report on the talks by the harbour" for number in range(60))


def printed(name: str, outlet: str, *claims: Claim, published: str) -> Digest:
    """An article with the long text."""
    one: Digest = digest(name, *claims, published=published, outlet=outlet, rest=LONG)
    return msgspec.structs.replace(one, blocks=(Block(0, len(one.text), "body"),))


def test_a_reprint_that_adds_nothing(found: Ledger) -> None:
    """The later of two articles with one text says so at the entry, and only where it tells nothing more."""
    first = printed("a", "The Fjord Post", OSLO, published="2024-03-05")
    (copy,) = found(first, printed("b", "Harbour News", OSLO, published="2024-03-06"))
    assert copy.check == "copy"
    assert copy.message.startswith("prints the text of The Fjord Post (art-")
    more = printed("c", "Quay Times", OSLO, BEIJING, published="2024-03-07")
    assert [one.article for one in found(more) if one.check == "copy"] == [copy.article]


def test_the_same_in_any_order(tmp_path: Path) -> None:
    """The findings do not depend on which article came first."""
    articles = [
        of("a", "The Fjord Post", SANTIAGO),
        of("b", "Harbour News", BEIJING),
        of("c", "Quay Times", strike("Russia", "14")),
        of("d", "Dock Daily", strike("Norway", "14")),
    ]
    assert Ledger(tmp_path / "1")(*articles) == Ledger(tmp_path / "2")(*reversed(articles))
