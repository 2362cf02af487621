"""Dictionary forms."""

import pytest

from onrecord.annotate.lemmas import lemma

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
GERUND = "Tense=Pres|VerbForm=Part"
THIRD = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("word", "feats", "expected"),
    [
        ("met", PAST, "meet"), ("held", PAST, "hold"), ("said", PAST, "say"), ("signed", PAST, "sign"),
        ("striking", GERUND, "strike"), ("agreed", PAST, "agree"), ("warned", PAST, "warn"),
        ("threatening", GERUND, "threaten"), ("imposed", PAST, "impose"), ("denies", THIRD, "deny"),
        ("announced", PAST, "announce"), ("travelled", PAST, "travel"), ("travels", THIRD, "travel"),
        ("postponed", PAST, "postpone"), ("cancelled", PAST, "cancel"), ("canceled", PAST, "cancel"),
        ("shelling", GERUND, "shell"), ("bombed", PAST, "bomb"), ("raided", PAST, "raid"),
        ("deploying", GERUND, "deploy"), ("visits", THIRD, "visit"), ("invited", PAST, "invite"),
        ("ratified", PAST, "ratify"), ("negotiating", GERUND, "negotiate"), ("accused", PAST, "accuse"),
        ("condemned", PAST, "condemn"), ("urging", GERUND, "urge"), ("pledged", PAST, "pledge"),
        ("killed", PAST, "kill"), ("freed", PAST, "free"), ("exchanged", PAST, "exchange"),
        ("withdrew", PAST, "withdraw"), ("vetoed", PAST, "veto"), ("lying", GERUND, "lie"),
        ("stopped", PAST, "stop"), ("referred", PAST, "refer"), ("offered", PAST, "offer"),
        ("required", PAST, "require"), ("expelled", PAST, "expel"), ("arriving", GERUND, "arrive"),
        ("reaches", THIRD, "reach"), ("discusses", THIRD, "discuss"), ("proposes", THIRD, "propose"),
        ("hosted", PAST, "host"), ("opposed", PAST, "oppose"), ("convened", PAST, "convene"),
        ("resumed", PAST, "resume"), ("backed", PAST, "back"), ("needed", PAST, "need"),
        ("REJECTED", PAST, "reject"),
    ],
)  # fmt: skip
def test_verbs(word: str, feats: str, expected: str) -> None:
    """Regular verbs by their spelling, irregular ones by the table."""
    assert lemma(word, "VERB", feats) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("troops", "troop"), ("countries", "country"), ("embargoes", "embargo"), ("men", "man"),
        ("spokesmen", "spokesman"), ("crises", "crisis"), ("wives", "wife"), ("buses", "bus"),
        ("attaches", "attach"), ("bases", "base"), ("sanctions", "sanction"), ("people", "people"),
    ],
)  # fmt: skip
def test_plural_nouns(word: str, expected: str) -> None:
    """Plurals lose their ending, or are looked up."""
    assert lemma(word, "NOUN", "Number=Plur") == expected


def test_contracted_auxiliaries() -> None:
    """What an apostrophe shortens is spelt out, whichever apostrophe it is."""
    assert [lemma(w, "AUX", "") for w in ("'re", "’ve", "wo", "'ll")] == ["be", "have", "will", "will"]
    assert lemma("n’t", "PART", "") == "not"


def test_names_keep_their_letters() -> None:
    """A proper noun is its own lemma."""
    assert lemma("Saints", "PROPN", "Number=Plur") == "Saints"
