"""Bodies and groups without a name that act for somebody: "Voss's office", "lawyers for Chile", "the AU team"."""

from onrecord.extract.cast.counterparts import COUNTERPART
from onrecord.extract.cast.figures import Figure, Resolve, local_figure
from onrecord.extract.cast.owners import Owners
from onrecord.extract.clause import base, case_of, conjuncts, lemma
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

ACTING = frozenset({"state", "organisation", "body", "place", "group", "company"})
MOUTHS = frozenset(
    {"office", "ministry", "camp", "campaign", "entourage", "secretariat", "lawyer", "attorney"}
)
"""What speaks for one person: "Mr. Lamm's ministry" says what he lets it say."""
MISSIONS = frozenset({"mission", "embassy", "delegation", "consulate"})
MOST_WORDS = 8  # of a group's name


def tied(token: Token, owners: Owners, of: Resolve, vocab: Vocab) -> tuple[Figure, ...]:
    """For whom an unnamed body or group acts; () where it is nobody's, or may be anybody's.

    The person of an office; the state or organisation whose agency, team or lawyers they are; of the
    followers of a person, the group under its own description.
    """
    word = lemma(token)
    group, organ = word in vocab.words["groups"] | vocab.words["followers"], word in vocab.words["organs"]
    if word == "head":  # "the deputy head of the Belgian mission" stands for Belgium as its ambassador does
        return next(
            (of(child) for child in token.children if lemma(child) in MISSIONS and case_of(child) == "of"), ()
        )
    if word in vocab.words["people_titles"] | COUNTERPART and "Plur" not in token.morph.get("Number"):
        return ()  # "any prime minister of Israel" is one man, and not the state
    if token.pos_ != "NOUN" or not (group or organ or word in MOUTHS):
        return ()
    behind = [child for child in token.children if _belongs(child, group=group)]
    for child in behind:
        whose = [figure for part in conjuncts(child) for figure in of(part)]
        if word in MOUTHS and len(whose) == 1 and whose[0].person:
            return tuple(whose)
        if group and whose and whose[0].person and child.dep_ != "nmod:poss":
            name = token.doc[token.i : child.right_edge.i + 1].text
            if len(name.split()) <= MOST_WORDS:
                return (local_figure(name, "group", whose[0].country, plural=True),)
        if whose and all(figure.kind in ACTING - {"place"} for figure in whose):
            return tuple(whose)
    modifier = owners.state_of(token)
    if modifier is None or modifier.kind not in ACTING or not (organ or word in MOUTHS):
        return ()
    return owners.states_of(token, modifier)


def _belongs(child: Token, *, group: bool) -> bool:
    """Whether a word says whose: "Voss's", "of the African Union"; of a group also "for South Africa"."""
    if child.dep_ == "nmod:poss":
        return True
    return base(child) == "nmod" and case_of(child) in ({"of", "for", "from"} if group else {"of"})
