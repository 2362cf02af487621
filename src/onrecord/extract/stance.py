"""Speech acts that stand in what is said rather than in the word of saying.

"The launch was absolutely unacceptable, the envoy said" is an accusation although the cue is plain; so is
"accusing Oslo of a breach", where the attribution alone knows who speaks. "A dangerous winter" says nothing
against anybody, nor does what is denied, supposed or asked. Only named speakers count. A saying of several
sentences may be several acts ("Leave now. If you do not, we will come for you."), each kind once.
"""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.extract.arguments import arguments
from onrecord.extract.asserting import Saying, figures_of
from onrecord.extract.candidate import Site
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.chains import Speech
from onrecord.extract.clause import lemma
from onrecord.extract.conditions import CONDITIONS
from onrecord.extract.roles import roles_of
from onrecord.extract.saying_kinds import ORDER
from onrecord.extract.slots_by_kind import slots_of
from onrecord.extract.triggers import Match, entries_of, has_rest
from onrecord.extract.utterances import cue_verb, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Kind, Trigger, Vocab

SPEAKING = frozenset({"person", "state", "body", "organisation", "group"})
ANSWERABLE = frozenset({"person", "state", "organisation", "group"})  # who can be accused, asked, threatened
BODIES = frozenset({"body"})  # ... where the words show it: "the council must act", not who is told so
LONGEST = 90  # tokens of a saying that are looked at: what comes later is seldom its point
ADDRESSED = ("recipient", "to", "of")  # "told Oslo", "to Oslo he said", "said of Oslo"


def speech_acts(
    doc: Doc, cast: Cast, speeches: Sequence[Speech], vocab: Vocab, taken: set[int]
) -> Iterator[Match]:
    """Matches for the sayings of named speakers whose words make them more than statements.

    Args:
        doc: the annotated text.
        cast: who is who.
        speeches: attributions of the article.
        vocab: kinds and words.
        taken: tokens that are triggers already; a saying whose cue is one is left out.
    """
    used: set[int] = set()
    for speech in speeches:
        saying = _saying(doc, cast, speech, vocab)
        if saying is None or saying.cue.i in taken or saying.cue.i in used:
            continue
        own = _by_its_cue(saying)
        acts = [own] if own is not None else list(_by_its_words(saying))
        if acts:
            used.add(saying.cue.i)
        yield from acts


def _saying(doc: Doc, cast: Cast, speech: Speech, vocab: Vocab) -> Saying | None:
    cue = _cue(doc, speech)
    if cue is None or speech.anonymous or len(speech.speakers) != 1:
        return None
    speaker = speech.speakers[0]
    return (
        Saying(cue, _content(doc, speech.record.content), speaker, cast, vocab)
        if speaker.kind in SPEAKING
        else None
    )


def _cue(doc: Doc, speech: Speech) -> Token | None:
    cue = speech.record.cue
    if cue is None:
        return None
    span = Span(cue.start, cue.end)
    return cue_verb(doc, span) or next(iter(tokens_in(doc, span)), None)


def _content(doc: Doc, content: Sequence[Span]) -> list[Token]:
    words: list[Token] = []
    for span in content:
        part = doc.char_span(span.start, span.end, alignment_mode="contract")
        words.extend(part or ())
    return words[:LONGEST]


def _by_its_cue(saying: Saying) -> Match | None:
    """ "Accusing Oslo of a breach", "we warn against": a speech act that lacks only its speaker."""
    cue = saying.cue
    for kind, trigger, rest in entries_of(cue, saying.vocab):
        if (
            not kind.speech
            or kind.kind == "statement"
            or trigger.needs != ("agent",)
            or not has_rest(cue, rest)
        ):
            continue
        slots = {name: words for name, words in slots_of(cue).items() if name != "agent"}
        roles = tuple(roles_of(cue, kind, trigger, slots, saying.cast))
        site = Site(kind, trigger, cue, slots, saying.cast, saying.vocab, roles)
        if {name for name, holds in CONDITIONS if not holds(site)} == {"needs"}:
            others = [(figure, role) for figure, role in roles if figure.id != saying.speaker.id]
            return Match(kind, trigger, cue.i, slots, ((saying.speaker, kind.role), *others))
    return None


def _by_its_words(saying: Saying) -> Iterator[Match]:
    seen: set[str] = set()
    for sentence in saying.sentences():
        for whom_of, name in ORDER:
            whom = whom_of(sentence)
            if whom is None:
                continue
            if name not in seen:
                seen.add(name)
                yield _act(sentence, saying.vocab.kinds[name], whom)
            break


def _act(saying: Saying, kind: Kind, whom: tuple[Token, ...]) -> Match:
    role = kind.slots.get("recipient", "target")
    targets = tuple((figure, role) for figure in _targets(saying, whom))
    trigger = Trigger(verb=(lemma(saying.cue),))
    return Match(kind, trigger, saying.cue.i, {}, ((saying.speaker, kind.role), *targets))


# whom it is about ---------------------------------------------------------------------------------------


def _targets(saying: Saying, whom: Sequence[Token]) -> tuple[Figure, ...]:
    """Those whom an act is about: whom its words show, else who is spoken to, else the first named in it."""
    shown = _others(
        saying, (figure for word in whom for figure in figures_of(saying, word)), ANSWERABLE | BODIES
    )
    if shown:
        return shown
    slots = arguments(saying.cue)
    words = [word for name in ADDRESSED for word in slots.get(name, ())]
    words += slots.get("object", ()) if lemma(saying.cue) == "tell" else ()
    addressed = _others(saying, saying.cast.all_of(words))
    if addressed:
        return addressed
    named = (saying.cast.figure_at(word) for word in saying.words)
    return _others(saying, (f for f in named if f is not None and f.kind in {"person", "state"}))[:1]


def _others(
    saying: Saying, figures: Iterable[Figure], kinds: frozenset[str] = ANSWERABLE
) -> tuple[Figure, ...]:
    """Those of the figures who are not the speaker's own side, each once."""
    speaker = saying.speaker
    found = {
        figure.id: figure
        for figure in figures
        if figure.kind in kinds
        and figure.id != speaker.id
        and not (figure.kind == "state" and figure.country == speaker.country)
    }
    return tuple(found.values())
