"""Outlets that hand on what somebody said: "the Kremlin's remarks were first reported by TASS"."""

import msgspec

from onrecord.extract.cast import Cast
from onrecord.extract.chains import Speech
from onrecord.extract.clause import base, case_of, lemma
from onrecord.extract.speeches import Found
from onrecord.extract.utterances import head_of, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Doc
from onrecord.vocab import Vocab


def relayed(doc: Doc, cast: Cast, vocab: Vocab, found: Found) -> Found:
    """The speeches, those of somebody whose remarks an outlet is said to have carried with the outlet before him.

    In the sentence that says so, what the outlet states is his word.
    """
    made = list(found)
    for draft, carrying in found:
        owner = _owner_of_remarks(doc, cast, vocab, carrying)
        if owner is None or not carrying.speakers or carrying.speakers[0].kind != "outlet":
            continue
        sentence = next(iter(tokens_in(doc, draft.cue))).sent
        for index, (other, speech) in enumerate(made):
            made[index] = (
                other,
                _with(speech, carrying, owner, Span(sentence.start_char, sentence.end_char)),
            )
    return made


def _with(speech: Speech, carrying: Speech, owner: str, sentence: Span) -> Speech:
    cue = speech.record.cue
    outlet = carrying.origin
    if speech.record == carrying.record or speech.via is not None or not speech.asserts:
        return speech
    here = cue is not None and sentence.start <= cue.start < sentence.end
    if here and speech.origin == outlet:
        return msgspec.structs.replace(speech, via=outlet, origin=owner)
    if speech.origin == owner:
        return msgspec.structs.replace(speech, via=outlet)
    return speech


def _owner_of_remarks(doc: Doc, cast: Cast, vocab: Vocab, speech: Speech) -> str | None:
    """Whose remarks the content is, where it is nothing but "the Kremlin's remarks"."""
    cue = speech.record.cue
    if cue is None or len(speech.record.content) != 1:
        return None
    cues = {lemma(token) for token in tokens_in(doc, Span(cue.start, cue.end))}
    words = tokens_in(doc, speech.record.content[0])
    if not words or not cues & vocab.words["reported_by"]:
        return None
    head = head_of(words)
    if lemma(head) not in vocab.words["documents"] or base(head) != "nsubj":
        return None
    for child in head.children:
        if child.dep_ == "nmod:poss" or case_of(child) in {"of", "by"}:
            found = cast.name_at(child)
            if found is not None:
                own = found.own
                return own.name if own is not None and own.kind != "place" else cast.figure(found).name
    return None
