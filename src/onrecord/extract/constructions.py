"""Attributions that the parse makes sure of, construction by construction.

They stand beside the language model's: `attributions` joins the two where both speak of one cue.
"""

from collections.abc import Iterator, Sequence

from onrecord.extract.cast import Cast
from onrecord.extract.clause import arguments, base, is_passive, is_verb, lemma
from onrecord.extract.handing_on import as_phrase, as_saying, by_agent, citing, reported_by, told_by
from onrecord.extract.nominals import according, media_report, of_noun, telling
from onrecord.extract.quotations import Quotation
from onrecord.extract.sayings import can_speak, said, speaker_of, surrounding, undone
from onrecord.extract.utterances import Draft, noun_phrase, runs, span_of
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab


def parsed(doc: Doc, cast: Cast, vocab: Vocab, quoted: Sequence[Quotation] = ()) -> Iterator[Draft]:
    """Drafts of all constructions in order of the text; `quoted` are its quoted runs."""
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from according(token)
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
    speaker = speaker_of(verb, cast, vocab)
    if speaker is None:
        yield from _named_at_the_end(verb, cast, vocab)
        return
    source, cue = noun_phrase(speaker), span_of(verb)
    via = _told(verb, cast) if word in {"tell", "inform", "assure"} else None
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


def _named_at_the_end(verb: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "..., the Ministry of Trade announced on Sunday" by the order of words alone."""
    doc = verb.doc
    hung_on = base(verb) == "acl" and by_agent(verb) is None  # "announced" at the end, read as a participle
    if lemma(verb) not in vocab.words["says"] or verb.i < 3 or undone(verb):
        return
    if is_passive(verb) and not hung_on:
        return
    found = cast.name_at(doc[verb.i - 1])
    if found is None or found.end != verb.i or found.adjective:
        return
    start = found.start if found.title_start is None else found.title_start
    start -= doc[start - 1].lower_ == "the"
    content = surrounding(verb, list(doc[start : found.end])) if doc[start - 1].text == "," else ()
    if content:
        last = doc[found.end - 1]
        yield Draft(Span(doc[start].idx, last.idx + len(last)), span_of(verb), content)


def _object(verb: Token, speaker: Token, cast: Cast) -> tuple[Span, ...]:
    """What a verb judges or confirms, with what it is called: "the strike a crime", "a second test"."""
    if not cast.of(speaker) and speaker.pos_ not in {"PRON", "NOUN"}:
        return ()
    own = {
        part
        for child in verb.children
        if child.i > verb.i
        and (
            base(child) in {"obj", "xcomp", "ccomp"}
            or (base(child) in {"obl", "advcl", "nmod"} and as_phrase(child))
        )
        for part in child.subtree
    }
    return runs(verb.doc, own)[:2] if own else ()


def _told(verb: Token, cast: Cast) -> Span | None:
    """The outlet that was told."""
    for slot in ("object", "recipient"):
        for token in arguments(verb).get(slot, ()):
            figure = cast.figure_at(token)
            if token.head == verb and figure is not None and figure.kind == "outlet":
                return noun_phrase(token)
    return None
