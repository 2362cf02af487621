"""Who says it named at the end: "The talks failed, the envoy, Jan Berg, said late on Monday".

The order of words decides: long sentences of agencies are where the parse most often takes such an end for a part of
the clause before it.
"""

from collections.abc import Sequence

from onrecord.extract.cast import Cast
from onrecord.extract.clause import is_passive, lemma
from onrecord.extract.sayings import can_speak, undone
from onrecord.extract.utterances import Draft, runs, span_of
from onrecord.records import Span
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

LONGEST = 16  # words of a speaker's description
SHORTEST = 4  # words of what is said
PAUSES = frozenset({",", "—", "–"})
# What opens a clause that cannot be the speaker: "after the army, which", "that officials"
OPENING = frozenset({"SCONJ", "CCONJ", "ADP", "VERB", "AUX", "PART"})
SETTING = frozenset({"as", "when", "while", "after", "before", "hours", "days", "minutes"})


def ending(verb: Token, cast: Cast, vocab: Vocab) -> Draft | None:
    """The attribution whose speaker and verb stand behind what is said; None where that is not sure."""
    if lemma(verb) not in vocab.words["says"] or undone(verb) or _goes_on(verb):
        return None
    last = _end_of_speaker(verb)
    first = _start_of_speaker(verb, last)
    if first is None or not any(can_speak(token, cast, vocab) for token in verb.doc[first : last + 1]):
        return None
    content = _told(verb, first)
    if not content:
        return None
    doc = verb.doc
    return Draft(Span(doc[first].idx, doc[last].idx + len(doc[last])), span_of(verb), content)


def before(verb: Token) -> tuple[Span, ...]:
    """What stands before the speaker of a verb at the end: "..., TASS quoted an aide as saying"."""
    first = _start_of_speaker(verb, _end_of_speaker(verb))
    return () if first is None else _told(verb, first)


def _told(verb: Token, first: int) -> tuple[Span, ...]:
    """What is said before the speaker, whose words begin at `first`, with what goes on behind the verb.

    "Cuba will let officials return, the White House said, and release prisoners". Of clauses that semicolons part only
    the last is meant.
    """
    doc, sent = verb.doc, verb.sent
    start = max((t.i + 1 for t in doc[sent.start : first] if t.text == ";"), default=sent.start)
    left = list(doc[start : first - 1])
    if len(left) < SHORTEST or not _is_told(left) or _only_sets_the_scene(left):
        return ()
    comma = next((t.i for t in doc[verb.i + 1 : sent.end] if t.text in PAUSES), sent.end)
    right = list(doc[comma : sent.end])
    if len(right) > 1 and right[1].pos_ in {"VERB", "AUX"} and "Fin" in right[1].morph.get("VerbForm"):
        return ()  # "and the two, TASS reported, signed": it stands between subject and verb
    goes_on = len(right) > 2 and right[1].lower_ in {"and", "but"} and _without_subject(right[2])
    return runs(doc, [*left, *right] if goes_on else left)


def _end_of_speaker(verb: Token) -> int:
    """The last word of the speaker: "have", "also" before the verb and the comma of an aside are passed over."""
    doc = verb.doc
    last = int(verb.i) - 1
    while last > verb.sent.start and (doc[last].pos_ in {"AUX", "ADV"} or doc[last].text in PAUSES):
        last -= 1
    return last


def _start_of_speaker(verb: Token, last: int) -> int | None:
    """The first word of the speaker, behind the comma that ends what is said.

    Where a comma stands right before the verb, the name between two commas is an aside to the words before it.
    """
    doc, sent = verb.doc, verb.sent
    asides = 1 if doc[last + 1].text in PAUSES else 0
    for index in range(last, max(sent.start, last - LONGEST), -1):
        if doc[index].text not in PAUSES:
            if doc[index].is_punct and doc[index].text not in {"-", "(", ")", ".", "’", "'"}:
                return None
            continue
        words = [token for token in doc[index + 1 : last + 1] if not token.is_punct]
        if not words or _is_told(words) or words[0].pos_ in OPENING:
            return None
        if asides == 0:
            return index + 1
        asides -= 1
    return None


def _goes_on(verb: Token) -> bool:
    """Whether what is said follows the verb, or the verb is said of something: "was reported", "who said that"."""
    doc = verb.doc
    comma = next((t.i for t in doc[verb.i + 1 : verb.sent.end] if t.text in {*PAUSES, ";"}), verb.sent.end)
    behind = list(doc[verb.i + 1 : comma])
    if behind and (behind[0].lower_ in {"that", ":", "“", '"', "by", "to", "as"} or behind[0].pos_ == "DET"):
        return lemma(verb) != "tell"  # "told a news conference"
    passive = is_passive(verb) and any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    return passive or _is_told(behind)


def _is_told(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb stands among the words, other than that of a relative clause."""
    return any(
        ("Fin" in token.morph.get("VerbForm") or token.pos_ == "AUX")
        and token.pos_ in {"VERB", "AUX"}
        and "acl:relcl" not in {token.dep_, token.head.dep_ if token.pos_ == "AUX" else ""}
        for token in tokens
    )


def _only_sets_the_scene(left: Sequence[Token]) -> bool:
    """ "As he left the talks, the envoy said so": a clause of time alone is not what is said."""
    return left[0].lower_ in SETTING and not any(token.text in PAUSES for token in left)


def _without_subject(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "AUX"} and not any(
        child.dep_ in {"nsubj", "nsubj:pass", "expl"} for child in verb.children
    )
