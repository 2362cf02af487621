"""What a parser misreads in news is set right: parses made by hand, as parsers give them."""

import random

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.annotate import plain


def misread(rows: str) -> dict[str, tuple[str, str]]:
    """Word → its head and relation after mending. Rows: word, head (its number), relation, part of speech, name."""
    parts = [row.split() for row in rows.strip().splitlines()]
    words = [part[0] for part in parts]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[True] * len(words),
        heads=[int(part[1]) for part in parts],
        deps=[part[2] for part in parts],
        pos=[part[3] for part in parts],
        lemmas=[word.lower() for word in words],
        morphs=["Number=Plur" if word.endswith("s") else "" for word in words],
        ents=[f"B-{part[4]}" if len(part) > 4 else "O" for part in parts],
    )
    return {word.text: (word.head.text, word.dep_) for word in plain(doc)}


def test_an_apposition_after_and_is_a_second_subject() -> None:
    """ "Fidan and US counterpart Rubio talked"."""
    found = misread(
        """
        Fidan 4 nsubj PROPN PERSON
        and 3 cc CCONJ
        US 3 compound PROPN PLACE
        Rubio 0 appos PROPN PERSON
        talked 4 root VERB
        """
    )
    assert found["Rubio"] == ("Fidan", "conj")


@pytest.mark.parametrize(("joint", "joined"), [("and", True), ("met", False)])
def test_the_leaders_of_two_states(joint: str, joined: bool) -> None:
    """ "the leaders of Iran and Russia": both states own leaders."""
    found = misread(
        f"""
        leaders 0 root NOUN
        of 2 case ADP
        Iran 0 nmod PROPN PLACE
        {joint} 4 cc CCONJ
        Russia 0 conj PROPN PLACE
        """
    )
    assert found["Russia"] == (("Iran", "conj") if joined else ("leaders", "conj"))


def test_a_headline_joins_its_subjects_by_a_comma() -> None:
    """ "Russia, Turkey resume talks"."""
    found = misread(
        """
        Russia 3 nsubj PROPN PLACE
        , 0 punct PUNCT
        Turkey 3 nsubj PROPN PLACE
        resume 3 root VERB
        talks 3 obj NOUN
        """
    )
    assert found["Turkey"] == ("Russia", "conj")


def test_who_stands_behind_the_last_dash_speaks() -> None:
    """ "Talks resume - Lavrov": he does not resume them."""
    found = misread(
        """
        Talks 1 nsubj NOUN
        resume 1 root VERB
        - 3 punct PUNCT
        Lavrov 1 nsubj PROPN PERSON
        """
    )
    assert found["Lavrov"] == ("resume", "parataxis")
    assert found["Talks"] == ("resume", "nsubj")


def test_an_occasion_belongs_to_the_verb() -> None:
    """ "discussed trade and issues during their meeting"."""
    found = misread(
        """
        discussed 0 root VERB
        trade 0 obj NOUN
        and 3 cc CCONJ
        issues 1 conj NOUN
        during 6 case ADP
        their 6 nmod:poss PRON
        meeting 3 nmod NOUN
        """
    )
    assert found["meeting"] == ("discussed", "obl")


def test_a_title_and_the_name_behind_it_are_one() -> None:
    """ "by Russian official Klimov": not two beside each other."""
    found = misread(
        """
        statement 0 root NOUN
        by 4 case ADP
        Russian 3 amod ADJ
        official 0 nmod NOUN
        Klimov 0 nmod PROPN PERSON
        """
    )
    assert found["official"] == ("Klimov", "nmod:desc")


@pytest.mark.parametrize(
    ("noun", "preposition", "head"), [("border", "with", "border"), ("plan", "with", "discussed")]
)
def test_what_belongs_to_the_noun_before_it(noun: str, preposition: str, head: str) -> None:
    """ "discussed the border with Belarus": those who talk did so with somebody else."""
    found = misread(
        f"""
        discussed 0 root VERB
        {noun} 0 obj NOUN
        {preposition} 3 case ADP
        Belarus 0 obl PROPN PLACE
        """
    )
    assert found["Belarus"][0] == head


def test_behind_a_relative_clause_is_in_it() -> None:
    """ "signed a treaty that began on Monday"."""
    found = misread(
        """
        signed 0 root VERB
        treaty 0 obj NOUN
        that 3 nsubj PRON
        began 1 acl:relcl VERB
        on 5 case ADP
        Monday 0 obl PROPN
        """
    )
    assert found["Monday"] == ("began", "obl")


def test_a_month_is_no_auxiliary() -> None:
    """ "on 19 May surprised them"."""
    found = misread(
        """
        arrival 4 nsubj NOUN
        on 2 case ADP
        19 0 nmod NUM
        May 4 aux PROPN
        surprised 4 root VERB
        """
    )
    assert found["May"] == ("19", "nmod:unmarked")


def test_what_a_preposition_leads_is_no_object() -> None:
    """ "meet behind doors"."""
    found = misread(
        """
        meet 0 root VERB
        behind 2 case ADP
        doors 0 obj NOUN
        """
    )
    assert found["doors"] == ("meet", "obl")


def test_no_changes_make_a_ring() -> None:
    """Whatever the parse, every word still leads up to the root: rules that climb would never end."""
    chance = random.Random(1)
    nlp = spacy.blank("en")
    words = (
        "and Iran , leaders of Lavrov - May 19 border with to during their that began Secretary talks".split()
    )
    labels = "nsubj obj obl nmod conj appos cc case acl:relcl xcomp acl flat aux vocative nmod:poss".split()
    for _ in range(8000):
        count = chance.randint(3, 10)
        order = chance.sample(range(count), count)
        heads = list(range(count))
        for at in range(1, count):
            heads[order[at]] = order[chance.randrange(at)]
        doc = Doc(
            nlp.vocab,
            words=chance.choices(words, k=count),
            spaces=[chance.random() < 0.8 for _ in range(count)],
            heads=heads,
            deps=["root" if heads[i] == i else chance.choice(labels) for i in range(count)],
            pos=chance.choices("PROPN NOUN VERB ADP PRON NUM AUX".split(), k=count),
            morphs=chance.choices(["Number=Plur", ""], k=count),
            ents=chance.choices(["O", "B-PERSON", "B-PLACE"], k=count),
        )
        for word in plain(doc):
            for _ in range(count):
                word = word.head
            assert word.head is word
