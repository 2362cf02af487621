"""Whether "he" or "she" may mean somebody of whom only the text tells."""

from typing import Literal

from onrecord.extract.names import Found
from onrecord.knowledge import Knowledge
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab

Gender = Literal["f", "m"]
PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


def gender_of(found: Found, doc: Doc, knowledge: Knowledge, vocab: Vocab) -> Gender | None:
    """By "Mr" or "Mrs", by "spokesman" or "queen" before the name, else by the given name; None: not told."""
    start = found.start if found.title_start is None else found.title_start
    words = {word.lower_ for word in doc[max(0, min(start, found.start - 2)) : found.start]}
    words -= PRONOUNS  # "her father Bassem"
    words |= {f"{word}." for word in words & {"mr", "mrs", "ms"}}
    female, male = words & vocab.words["female"], words & vocab.words["male"]
    if bool(female) != bool(male):
        return "f" if female else "m"
    return knowledge.given_gender(found.name.split()[0]) if " " in found.name else None
