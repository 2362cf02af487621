"""Which claims become one engagement, and which never do."""

import itertools

import pytest
from invented import claim, digest

from onrecord.link import link, link_claims
from onrecord.records import Claim, Digest


def groups(*digests: Digest) -> set[frozenset[str]]:
    """The groups that linking makes, each as the letters "article:number of claim"."""
    names = {
        item.key: f"{item.article.path[:-4]}:{number}"
        for one in digests
        for number, item in enumerate(link_claims(one))
    }
    claims = tuple(item for one in digests for item in link_claims(one))
    return {frozenset(names[key] for key in group.members) for group in link(claims)}


def joined(*digests: Digest) -> bool:
    """Whether the first claims of all articles are one engagement."""
    firsts = frozenset(f"{one.article.path[:-4]}:0" for one in digests)
    return any(firsts <= group for group in groups(*digests))


MEETING = claim(
    "meeting", ["Anna Ek", "Jan Berg"], "Ek met Berg in Oslo on 4 March", where="Oslo", on="2024-03-04"
)


def test_one_meeting_in_two_articles_is_one() -> None:
    """Same kind, same two persons, same town, same day."""
    assert joined(digest("a", MEETING), digest("b", MEETING))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (claim("meeting", ["Anna Ek", "Jan Berg"], "They met", where="Oslo", on="2024-03-14"), "another day"),
        (claim("meeting", ["Anna Ek", "Li Wen"], "They met", where="Oslo", on="2024-03-04"), "other people"),
        (
            claim("meeting", ["Anna Ek", "Jan Berg"], "They met", where="Beijing", on="2024-03-04"),
            "another place",
        ),
        (claim("call", ["Anna Ek", "Jan Berg"], "They spoke", on="2024-03-04"), "another kind"),
        (
            claim("visit", ["Anna Ek", "Norway"], "Ek came", where="Oslo", on="2024-03-04"),
            "a visit by itself",
        ),
        (claim("meeting", ["Sweden", "China"], "They met", where="Oslo", on="2024-03-04"), "other states"),
        (claim("meeting", ["Anna Ek"], "Ek held talks", on="2024-03"), "too vague"),
    ],
)
def test_what_rules_a_link_out(other: Claim, why: str) -> None:
    """Another day, cast, place or kind is another engagement, and a vague claim is nobody's."""
    assert not joined(digest("a", MEETING), digest("b", other)), why


def test_a_month_holds_its_days() -> None:
    """What was announced for a month and happened on a day of it is one, and its history can be told."""
    ahead = claim(
        "meeting", ["Anna Ek", "Jan Berg"], "They will meet", where="Oslo", on="2024-03", status="confirmed"
    )
    assert joined(digest("a", ahead), digest("b", MEETING))


def test_states_stand_for_their_people_but_persons_do_not_replace_each_other() -> None:
    """ "Sweden and Norway met" may be Ek's and Berg's meeting; that of two other ministers is not."""
    states = claim(
        "meeting", ["Sweden", "Norway"], "The two states met in Oslo", where="Oslo", on="2024-03-04"
    )
    assert joined(digest("a", MEETING), digest("b", states))
    first = claim("meeting", ["Olga Marn", "Jan Berg"], "Marn met Berg", where="Oslo", on="2024-03-04")
    second = claim("meeting", ["Pavel Drozd", "Jan Berg"], "Drozd met Berg", where="Oslo", on="2024-03-04")
    assert not joined(digest("a", first), digest("b", second))


def test_a_visit_for_a_parade_and_the_parade_are_one_occasion() -> None:
    """Also within one article; the talks held there stay an engagement of their own."""
    told = digest(
        "a",
        claim(
            "visit",
            ["Olga Marn", "China"],
            "Marn will come",
            where="Beijing",
            on="2024-09",
            status="confirmed",
        ),
        claim("gathering", ["Olga Marn"], "the parade", where="Beijing", on="2024-09", status="confirmed"),
        claim(
            "meeting",
            ["Olga Marn", "Ruth Cole"],
            "they may talk",
            where="Beijing",
            on="2024-09",
            status="possible",
        ),
    )
    held = digest(
        "b", claim("gathering", ["Olga Marn", "Li Wen"], "the parade", where="Beijing", on="2024-09-03")
    )
    assert groups(told, held) == {frozenset({"a:0", "a:1", "b:0"}), frozenset({"a:2"})}


def test_an_occasion_that_took_place_does_not_say_that_a_guest_came() -> None:
    """Who was to come to a parade is an engagement of its own until a report of the day names him."""
    ahead = claim(
        "gathering",
        ["Ruth Cole", "Russia"],
        "Cole is to attend",
        where="Moscow",
        on="2024-05-09",
        status="planned",
    )
    unnamed = claim("gathering", ["Russia"], "the parade was held", where="Moscow", on="2024-05-09")
    others = claim("gathering", ["Russia", "Li Wen"], "Li watched it", where="Moscow", on="2024-05-09")
    seen = claim("gathering", ["Russia", "Ruth Cole"], "Cole watched", where="Moscow", on="2024-05-09")
    assert not joined(digest("a", ahead), digest("b", unnamed))
    assert not joined(digest("a", ahead), digest("b", others))
    assert joined(digest("a", ahead), digest("b", seen))
    assert joined(digest("a", unnamed), digest("b", others))


def test_two_claims_of_one_article_stay_apart() -> None:
    """The extractor told them apart, and no third claim may chain them together."""
    two = digest(
        "a",
        claim("meeting", ["Anna Ek", "Jan Berg"], "morning talks in Oslo", where="Oslo", on="2024-03-04"),
        claim("meeting", ["Anna Ek", "Jan Berg"], "evening talks in Oslo", where="Oslo", on="2024-03-04"),
    )
    for group in groups(two, digest("b", MEETING), digest("c", MEETING)):
        assert not {"a:0", "a:1"} <= group


def test_a_vague_claim_chains_no_two_days_together() -> None:
    """Visits on two days of one month stay two, whatever is said of the month."""
    early = claim("visit", ["Ruth Cole", "Norway"], "Cole came", where="Oslo", on="2024-03-04")
    late = claim("visit", ["Ruth Cole", "Norway"], "Cole came again", where="Oslo", on="2024-03-25")
    vague = claim("visit", ["Ruth Cole", "Norway"], "Cole visits in March", where="Oslo", on="2024-03")
    found = groups(digest("a", early), digest("b", vague), digest("c", late))
    assert not any({"a:0", "c:0"} <= group for group in found)
    assert frozenset({"b:0"}) in found, "it may be either, so it is neither"


def test_the_other_way_round_is_another_deed() -> None:
    """Who struck whom tells two strikes of one day apart."""
    roles = ("attacker", "target")
    one = claim(
        "attack", ["Russia", "Iran"], "strike on Narvik docks", where="Narvik", on="2024-03-04", roles=roles
    )
    other = claim(
        "attack", ["Iran", "Russia"], "strike on Narvik docks", where="Narvik", on="2024-03-04", roles=roles
    )
    assert joined(digest("a", one), digest("b", one))
    assert not joined(digest("a", one), digest("b", other))


def test_deeds_that_are_done_daily_need_more_than_who_and_when() -> None:
    """Two seizures on one day are one only where a ship, a town, a number or the words are the same."""
    roles = ("actor", "target")
    petrel = claim("coercion", ["Norway", "MV Petrel"], "Norway held a tanker", on="2024-03-04", roles=roles)
    osprey = claim("coercion", ["Norway", "MV Osprey"], "Norway held a trawler", on="2024-03-04", roles=roles)
    raid = claim("coercion", ["Norway"], "Police searched an office", on="2024-03-04", roles=("actor",))
    assert joined(digest("a", petrel), digest("b", petrel))
    assert not joined(digest("a", petrel), digest("b", osprey))
    assert not joined(digest("a", petrel), digest("b", raid))


def test_a_council_and_what_it_is_of_belong_together() -> None:
    """One report names the union, another the council of it by its initials: one decision of one day."""
    union = claim("sanction", ["Coastal States", "Iran"], "sanctions were imposed", on="2024-03-04")
    council = claim("sanction", ["CS Ports Council", "Iran"], "sanctions were imposed", on="2024-03-04")
    other = claim("sanction", ["North Council", "Iran"], "sanctions were imposed", on="2024-03-04")
    assert joined(digest("a", union), digest("b", council))
    assert not joined(digest("a", union), digest("b", other))


def test_a_threat_of_a_month_is_no_deed_in_it() -> None:
    """What a state said it would do in August is not whatever else of that kind it did in August."""
    ahead = claim("mobilization", ["Iran"], "missiles will fly over the sea", on="2024-08", status="planned")
    done = claim("mobilization", ["Iran"], "missiles flew over the sea", on="2024-08-29")
    assert not joined(digest("a", ahead), digest("b", done))


def test_a_tally_names_its_vote() -> None:
    """Two numbers in common on one day tell of one vote, whoever is named as having voted."""
    tally = {"in_favour": "175", "against": "360"}
    one = claim(
        "vote", ["North Council"], "the motion failed", on="2024-03-04", counts={**tally, "present": "553"}
    )
    other = claim("vote", [], "it was voted down", where="Oslo", on="2024-03-04", counts=tally)
    another = claim(
        "vote", [], "it was voted down", where="Oslo", on="2024-03-04", counts={"in_favour": "175"}
    )
    assert joined(digest("a", one), digest("b", other))
    assert not joined(digest("a", one), digest("b", another))


def test_what_went_on_for_months_is_not_one_of_its_days() -> None:
    """A campaign from October to December is not the one transfer of 19 October."""
    campaign = claim("aid", ["China", "Iran"], "oil was shipped", on="2024-10-01/2024-12-20")
    same = claim("aid", ["China", "Iran"], "oil was shipped", on="2024-10-01/2024-12-28")
    once = claim("aid", ["China", "Iran"], "oil was shipped", on="2024-10-19")
    assert joined(digest("a", campaign), digest("b", same))
    assert not joined(digest("a", campaign), digest("b", once))


def test_speech_needs_the_day_the_speaker_and_the_addressee_or_the_words() -> None:
    """One speaker says many things; two statements of one day are one only in like words."""
    roles = ("speaker", "target")
    charge = claim("accusation", ["Ruth Cole", "Iran"], "Cole blamed Iran", on="2024-03-04", roles=roles)
    later = claim("accusation", ["Ruth Cole", "Iran"], "Cole blamed Iran", on="2024-03-06", roles=roles)
    by_other = claim("accusation", ["Sam Holt", "Iran"], "Holt blamed Iran", on="2024-03-04", roles=roles)
    assert joined(digest("a", charge), digest("b", charge))
    assert not joined(digest("a", charge), digest("b", later))
    assert not joined(digest("a", charge), digest("b", by_other))
    grain = claim(
        "statement", ["Ruth Cole"], "grain prices will fall sharply", on="2024-03-04", roles=("speaker",)
    )
    ports = claim(
        "statement", ["Ruth Cole"], "ports reopen after inspection", on="2024-03-04", roles=("speaker",)
    )
    assert joined(digest("a", grain), digest("b", grain))
    assert not joined(digest("a", grain), digest("b", ports))


def test_no_day_at_all_needs_town_persons_and_weeks() -> None:
    """An undated report joins the dated one only when it names the town and the persons, within weeks."""
    undated = claim("meeting", ["Anna Ek", "Jan Berg"], "Ek met Berg in Oslo", where="Oslo")
    near, far = digest("a", undated, published="2024-03-20"), digest("a", undated, published="2025-03-20")
    dated = digest("b", MEETING, published="2024-03-05")
    assert joined(near, dated)
    assert not joined(far, dated)
    nowhere = claim("meeting", ["Anna Ek", "Jan Berg"], "Ek met Berg")
    assert not joined(digest("a", nowhere, published="2024-03-20"), dated)


def test_a_sentence_taken_over_tells_of_the_same() -> None:
    """Copies of a long sentence tell of one engagement, also where neither gives a day."""
    long = "The envoys of both sides walked out of the customs house after nine hours without a word"
    taken = claim("meeting", ["Anna Ek", "Jan Berg"], long)
    short = claim("meeting", ["Anna Ek", "Jan Berg"], "The two met again")
    assert joined(digest("a", taken), digest("b", taken))
    assert not joined(digest("a", short), digest("b", short))
    assert not joined(digest("a", taken), digest("b", claim("meeting", ["Anna Ek", "Li Wen"], long)))


def test_reports_may_differ_by_a_day_when_all_else_is_the_same() -> None:
    """A slip in the day keeps two reports together, so that a check can point at it; three days do not."""
    slip = claim("meeting", ["Anna Ek", "Jan Berg"], "Ek met Berg on 5 March", where="Oslo", on="2024-03-05")
    other = claim("meeting", ["Anna Ek", "Jan Berg"], "Ek met Berg on 7 March", where="Oslo", on="2024-03-07")
    assert joined(digest("a", MEETING), digest("b", slip))
    assert not joined(digest("a", MEETING), digest("b", other))


def test_agreements_about_other_things_are_two() -> None:
    """The grain deal and the prisoner deal of one day stay apart."""
    grain = claim(
        "agreement", ["Russia", "Iran"], "signed", where="Moscow", on="2024-03-04", about=["grain deal"]
    )
    swap = claim(
        "agreement", ["Russia", "Iran"], "signed", where="Moscow", on="2024-03-04", about=["prisoner swap"]
    )
    assert joined(digest("a", grain), digest("b", grain))
    assert not joined(digest("a", grain), digest("b", swap))


def test_a_plan_and_its_outcome_in_one_article_are_one() -> None:
    """What was planned for a window and then done within it, told in one article."""
    told = digest(
        "a",
        claim("mobilization", ["Iran"], "a rocket was launched", on="2024-03-07"),
        claim(
            "mobilization",
            ["Iran"],
            "its plan to launch a rocket",
            on="2024-03-05/2024-03-25",
            status="planned",
        ),
    )
    assert groups(told) == {frozenset({"a:0", "a:1"})}


def test_links_say_why() -> None:
    """Every link names the kind, the people, the day and the place that made it."""
    claims = tuple(item for name in "ab" for item in link_claims(digest(name, MEETING)))
    (group,) = link(claims)
    (reason,) = group.because
    for words in ("same kind (meeting)", "Anna Ek and Jan Berg", "both on 2024-03-04", "both in Oslo"):
        assert words in reason


def test_every_claim_is_in_one_group_whatever_their_order() -> None:
    """The same groups in the same order come out for every order of claims."""
    others = [
        claim("visit", ["Ruth Cole", "Norway"], "Cole came", where="Oslo", on="2024-03-04"),
        claim("gathering", ["Ruth Cole", "Anna Ek"], "the summit", where="Oslo", on="2024-03"),
    ]
    told = [
        digest("a", MEETING),
        digest("b", MEETING, others[0]),
        digest("c", *others),
        digest("d", others[1]),
    ]
    claims = [item for one in told for item in link_claims(one)]
    results = {link(tuple(order)) for order in itertools.islice(itertools.permutations(claims), 200)}
    assert len(results) == 1
    members = [key for group in results.pop() for key in group.members]
    assert sorted(members) == sorted(item.key for item in claims)
