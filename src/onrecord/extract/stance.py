"""Speech acts that stand in what is said rather than in the word of saying.

"The launch was absolutely unacceptable, the envoy said" is an accusation although the cue is plain. Only
named speakers count, and only one kind a saying: the first in the order of `ORDER` whose words occur.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.attributions import Speech
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import is_verb, lemma
from onrecord.extract.triggers import Match
from onrecord.records import Span
from onrecord.vocab import Kind, Trigger, Vocab

ORDER = (
    ("denying", "denial"),
    ("threatening", "threat"),
    ("accusing", "accusation"),
    ("requesting", "request"),
    ("supporting", "support"),
)
SPEAKING = frozenset({"person", "state", "body", "organisation", "group"})
LONGEST = 90  # tokens of a saying that are looked at: what comes later is seldom its point


def speech_acts(
    doc: Doc, cast: Cast, speeches: Sequence[Speech], vocab: Vocab, taken: set[int]
) -> Iterator[Match]:
    """A match for each saying of a named speaker whose words make it more than a statement.

    Args:
        doc: the annotated text.
        cast: who is who.
        speeches: attributions of the article.
        vocab: kinds and words.
        taken: tokens that are triggers already; a saying whose cue is one is left out.
    """
    used: set[int] = set()
    for speech in speeches:
        cue = _cue(doc, speech)
        if cue is None or cue.i in taken or cue.i in used or len(speech.speakers) != 1:
            continue
        speaker = speech.speakers[0]
        if speech.anonymous or speaker.kind not in SPEAKING:
            continue
        words = _content(doc, speech.record.content)
        kind = _kind(words, vocab)
        if kind is not None:
            used.add(cue.i)
            targets = tuple((figure, "target") for figure in _targets(words, cast, speaker))
            yield Match(kind, Trigger(verb=(lemma(cue),)), cue.i, {}, ((speaker, "speaker"), *targets))


def _cue(doc: Doc, speech: Speech) -> Token | None:
    cue = speech.record.cue
    if cue is None:
        return None
    part = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if part is None:
        return None
    return next((token for token in part if is_verb(token)), part[0])


def _content(doc: Doc, content: Sequence[Span]) -> list[Token]:
    words: list[Token] = []
    for span in content:
        part = doc.char_span(span.start, span.end, alignment_mode="contract")
        words.extend(part or ())
    return words[:LONGEST]


def _kind(words: Sequence[Token], vocab: Vocab) -> Kind | None:
    lemmas = {lemma(word) for word in words} | {word.lower_ for word in words}
    negated = bool(lemmas & {"not", "n't", "n’t", "never", "no"})
    for name, kind in ORDER:
        if lemmas & vocab.words[name] and not (name == "supporting" and negated):
            return vocab.kinds[kind]
    return None


def _targets(words: Sequence[Token], cast: Cast, speaker: Figure) -> tuple[Figure, ...]:
    """The state or person that what is said is about: the first named that is not the speaker's own."""
    for word in words:
        figure = cast.figure_at(word)
        if figure is None or figure.kind not in {"person", "state"} or figure.id == speaker.id:
            continue
        if figure.kind == "state" and figure.country == speaker.country:
            continue
        return (figure,)
    return ()
