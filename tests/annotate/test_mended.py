"""What a parser misreads in news is set right: parses made by hand, as parsers give them."""

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
