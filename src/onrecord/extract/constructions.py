"""Attributions that the parse makes sure of, construction by construction.

They stand beside the language model's: `attributions` joins the two where both speak of one cue.
"""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.extract.arguments import arguments
from onrecord.extract.cast import Cast
from onrecord.extract.clause import COMPLEMENTS, base, is_verb, lemma
from onrecord.extract.endings import ending
from onrecord.extract.handing_on import as_phrase, as_saying, by_agent, citing, reported_by, told_by
from onrecord.extract.nominals import according, media_report, of_noun, per, telling
from onrecord.extract.quotations import Quotation
from onrecord.extract.sayings import can_speak, said, speaker_of
from onrecord.extract.utterances import Draft, noun_phrase, runs, span_of
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab


def parsed(doc: Doc, cast: Cast, vocab: Vocab, quoted: Sequence[Quotation] = ()) -> Iterator[Draft]:
    """Drafts of all constructions in order of the text; `quoted` are its quoted runs."""
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from according(token)
        elif token.lower_ == "per" and token.i and doc[token.i - 1].lower_ in {"as", ","}:
            yield from per(token, cast, vocab)
        elif is_verb(token):
            yield from _of_verb(token, cast, vocab, quoted)
        elif token.pos_ in {"NOUN", "PROPN"} and lemma(token) in vocab.words["said_nouns"]:
            yield from of_noun(token, cast, vocab)
            if lemma(token) == "report":
                yield from media_report(token, cast, vocab)
        elif token.pos_ == "NOUN" and lemma(token) in vocab.words["tellings"]:
            yield from telling(token, cast, vocab)


def _of_verb(verb: Token, cast: Cast, vocab: Vocab, quoted: Sequence[Quotation]) -> Iterator[Draft]:
    word, words = lemma(verb), vocab.words
    if word in words["cites"]:
        yield from as_saying(verb, quoted)
        yield from citing(verb, cast, vocab)
    agent = by_agent(verb)
    if agent is not None and can_speak(agent, cast, vocab):
        if word in words["reported_by"]:
            yield from reported_by(verb, agent, cast, vocab)
        elif word in words["judges"] or word in {"tell", "inform", "warn"}:
            yield from told_by(verb, agent, vocab)
    via = _told(verb, cast) if word in {"tell", "inform", "assure"} else None
    last = ending(verb, cast, vocab)
    if last is not None:
        yield msgspec.structs.replace(last, via=via)
        return
    speaker = speaker_of(verb, cast, vocab)
    if speaker is None:
        return
    source, cue = noun_phrase(speaker), span_of(verb)
    content = said(verb, speaker, vocab)
    if content:
        yield Draft(source, cue, content, not _intended(verb, vocab), via)
    elif word in words["judges"] or word in words["asserts_object"]:
        judged = _object(verb, speaker, cast)
        if judged:
            yield Draft(source, cue, judged, word not in words["judges"], via)


def _intended(verb: Token, vocab: Vocab) -> bool:
    """ "They agreed to meet", "he is considering leaving": what they mean to do is not what they say."""
    own = any(base(child) == "xcomp" for child in verb.children)
    return lemma(verb) in vocab.words["intending"] and own


def _object(verb: Token, speaker: Token, cast: Cast) -> tuple[Span, ...]:
    """What a verb judges or confirms, with what it is called: "the strike a crime", "a second test"."""
    if not cast.of(speaker) and speaker.pos_ not in {"PRON", "NOUN"}:
        return ()
    own = {
        part
        for child in verb.children
        if child.i > verb.i
        and (base(child) in COMPLEMENTS or (base(child) in {"obl", "advcl", "nmod"} and as_phrase(child)))
        for part in child.subtree
        if part.i > verb.i  # a garbled parse hangs the subject's own relative clause here
    }
    return runs(verb.doc, own)[:2] if own else ()


def _told(verb: Token, cast: Cast) -> Span | None:
    """The outlet that was told."""
    for slot in ("object", "recipient"):
        for token in arguments(verb).get(slot, ()):
            named = (cast.figure_at(part) for part in (token, *token.children))  # "the Interfax news agency"
            if token.head == verb and any(figure is not None and figure.kind == "outlet" for figure in named):
                return noun_phrase(token)
    return None
