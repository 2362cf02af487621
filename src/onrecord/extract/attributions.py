"""Attributions: the language model's spans resolved to speakers, nested into chains, cues told apart."""

from collections.abc import Iterable, Sequence

import msgspec
from spacy.tokens import Doc, Token

from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import arguments, base, case_of, conjuncts, is_verb, lemma
from onrecord.records import Attribution, Cue, Source, Span, Utterance
from onrecord.records.attribution import CueKind
from onrecord.records.ids import make_id
from onrecord.vocab import Vocab

OPEN, CLOSE = '"“«', '"”»'
UNNAMED = "unnamed sources"
LONGEST_NAME = 90  # characters of a description that stands as a source's name


class Speech(msgspec.Struct, frozen=True):
    """An attribution while it is worked on: the record, and the figures that speak."""

    record: Attribution
    speakers: tuple[Figure, ...]
    anonymous: bool


def attributions(doc: Doc, cast: Cast, vocab: Vocab, article_id: str) -> tuple[Speech, ...]:
    """All attributions of the text in order, each with the one it lies inside."""
    drafts = [_draft(doc, cast, vocab, utterance) for utterance in _utterances(doc, cast, vocab)]
    found = sorted((draft for draft in drafts if draft is not None), key=lambda item: _extent(item.record))
    made: list[Speech] = []
    for draft in found:
        record = draft.record
        outer = _outer(record, [speech.record for speech in made])
        identity = make_id(
            "att",
            article_id,
            record.source.start,
            record.source.end,
            [[c.start, c.end] for c in record.content],
        )
        made.append(
            msgspec.structs.replace(draft, record=msgspec.structs.replace(record, id=identity, inside=outer))
        )
    return tuple(made)


def _extent(record: Attribution) -> tuple[int, int]:
    spans = [*record.content, Span(record.source.start, record.source.end)]
    return min(span.start for span in spans), -max(span.end for span in spans)


def _outer(record: Attribution, others: Sequence[Attribution]) -> str | None:
    """The smallest attribution whose content holds this one's cue and content."""
    spot = record.cue or record.source
    inside = [
        other
        for other in others
        if any(span.start <= spot.start and spot.end <= span.end for span in other.content)
        and any(span.overlap(own) for span in other.content for own in record.content)
    ]
    return min(inside, key=lambda other: sum(len(span) for span in other.content)).id if inside else None


# where they come from -----------------------------------------------------------------------------------


def _utterances(doc: Doc, cast: Cast, vocab: Vocab) -> list[Utterance]:
    """The language model's attributions, and those that the parse alone makes sure of."""
    marked: list[Utterance] = [item for item in doc.user_data["utterances"] if item.content]
    taken = [span for item in marked for span in item.content]
    return [
        *marked,
        *(
            item
            for item in _parsed(doc, cast, vocab)
            if not any(span.overlap(item.content[0]) > len(item.content[0]) // 3 for span in taken)
        ),
    ]


def _parsed(doc: Doc, cast: Cast, vocab: Vocab) -> Iterable[Utterance]:
    """ "X said that ...": a verb of saying with a speaker and a clause."""
    for token in doc:
        if not is_verb(token) or lemma(token) not in vocab.words["says"]:
            continue
        clause = next(
            (
                child
                for child in token.children
                if child.dep_ in {"ccomp", "ccomp:obj"} and abs(child.i - token.i) > 1
            ),
            None,
        )
        speakers = arguments(token).get("agent", [])
        if clause is None or not speakers or not cast.all_of(speakers):
            continue
        inner = [part for part in clause.subtree]
        first, last = inner[0], inner[-1]
        if first.i <= token.i <= last.i:
            continue
        yield Utterance(
            _noun_phrase(speakers[0]),
            Span(token.idx, token.idx + len(token)),
            (Span(first.idx, last.idx + len(last)),),
        )


def _noun_phrase(token: Token) -> Span:
    parts = [part for part in token.subtree if abs(part.i - token.i) < 12]
    first = min(parts, key=lambda part: part.i)
    stop = next(
        (
            child
            for child in sorted(token.children, key=lambda c: c.i)
            if child.i > token.i and base(child) in {"acl", "punct", "parataxis"}
        ),
        None,
    )
    last = doc_token_before(stop) if stop is not None else max(parts, key=lambda part: part.i)
    return Span(first.idx, last.idx + len(last))


def doc_token_before(token: Token) -> Token:
    """The token to the left."""
    return token.doc[token.i - 1]


# one attribution ----------------------------------------------------------------------------------------


def _draft(doc: Doc, cast: Cast, vocab: Vocab, utterance: Utterance) -> Speech | None:
    content = tuple(sorted(utterance.content))
    if utterance.source is None:
        return None
    source = utterance.source
    speakers, name, anonymous = _speaker(doc, cast, vocab, source)
    if not name:
        return None
    cue = None
    if utterance.cue is not None:
        cue = Cue(utterance.cue.start, utterance.cue.end, cue_kind(doc, utterance.cue, vocab))
    actor = speakers[0].id if len(speakers) == 1 else None
    record = Attribution(
        "", Source(source.start, source.end, name, actor), cue, content, _quoted(doc, content)
    )
    return Speech(record, speakers, anonymous)


def _tokens(doc: Doc, span: Span) -> list[Token]:
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [] if part is None else list(part)


def _speaker(doc: Doc, cast: Cast, vocab: Vocab, source: Span) -> tuple[tuple[Figure, ...], str, bool]:
    """Who speaks: figures, the name to put on record, and whether nobody is named."""
    tokens = _tokens(doc, source)
    if not tokens:
        return (), "", False
    head = next(
        (t for t in tokens if t.head.i < tokens[0].i or t.head.i > tokens[-1].i or t.head == t), tokens[0]
    )
    word = lemma(head)
    words = vocab.words
    named = [cast.name_at(token) for token in tokens]
    people = [
        cast.figure(found)
        for found in named
        if found is not None and cast.figure(found).person and not found.possessive
    ]
    phrase = _bare(doc.text[source.start : source.end])
    if people and (len({figure.id for figure in people}) == 1):
        return (people[0],), people[0].name, False
    figures = cast.of(head)
    if word in words["unnamed"] and head.pos_ == "NOUN" and cast.name_at(head) is None and not people:
        outlet = _outlet(cast, named)
        if word in {"report", "media"} and outlet is not None:
            return (outlet,), outlet.name, False
        return (
            figures,
            phrase,
            word in words["anonymous"]
            or (word in {"official", "diplomat", "aide", "adviser", "advisor"} and not _is_definite(head)),
        )
    if head.pos_ == "PRON" and not figures:
        return (), phrase if head.lower_ not in {"it", "who", "which", "that"} else "", False
    if len(figures) == 1:
        found = cast.name_at(head)
        own = (
            found.own.name
            if found is not None and found.own is not None and found.own.kind != "place"
            else None
        )
        if found is None and head.pos_ == "NOUN" and not figures[0].person and figures[0].kind == "state":
            return figures, phrase, False
        return figures, own or figures[0].name, False
    outlet = _outlet(cast, named)
    if outlet is not None:
        return (outlet,), outlet.name, False
    return cast.all_of(conjuncts(head)), phrase, False


def _outlet(cast: Cast, named: Sequence[object]) -> Figure | None:
    from onrecord.extract.names import Found

    for found in named:
        if isinstance(found, Found) and cast.figure(found).kind == "outlet":
            return cast.figure(found)
    return None


def _is_definite(head: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in head.children)


def _bare(phrase: str) -> str:
    words = phrase.split()
    while words and words[0].lower() in {"the", "a", "an", "to"}:
        words = words[1:]
    return " ".join(words)[:LONGEST_NAME].rstrip(",;: ")


def cue_kind(doc: Doc, cue: Span, vocab: Vocab) -> CueKind:
    """What kind of saying the cue's words make it."""
    tokens = _tokens(doc, cue)
    lemmas = {lemma(token) for token in tokens}
    table: tuple[tuple[str, CueKind], ...] = (
        ("denies", "denies"),
        ("doubts", "doubts"),
        ("promises", "promises"),
        ("demands", "demands"),
        ("hedges_cue", "hedges"),
    )
    for words, kind in table:
        if lemmas & vocab.words[words]:
            return kind
    return "says"


def _quoted(doc: Doc, content: Sequence[Span]) -> bool:
    """Whether the content stands, as a whole, in quotation marks."""
    text = doc.text
    first, last = content[0], content[-1]
    before = text[max(0, first.start - 1) : first.start + 1]
    after = text[last.end - 1 : last.end + 2]
    return any(mark in before for mark in OPEN) and any(mark in after for mark in CLOSE)


# chains -------------------------------------------------------------------------------------------------


class Chains:
    """On whose word any point of the text stands."""

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self.speeches = speeches
        self._by_id = {speech.record.id: speech for speech in speeches}

    def over(self, start: int, end: int) -> list[Speech]:
        """Attributions whose content holds the characters, outermost first."""
        holding = [
            s for s in self.speeches if any(c.start <= start and end <= c.end for c in s.record.content)
        ]
        return sorted(holding, key=lambda s: -sum(len(c) for c in s.record.content))

    def chain(self, start: int, end: int) -> tuple[str, ...]:
        """Names of those on whose word the characters stand, nearest to the reader first."""
        names: list[str] = []
        for speech in self.over(start, end):
            for name in self._with_outer(speech):
                if name not in names:
                    names.append(name)
        return tuple(names)

    def _with_outer(self, speech: Speech) -> list[str]:
        names = [UNNAMED if speech.anonymous else speech.record.source.name]
        outer = self._by_id.get(speech.record.inside or "")
        depth = 0
        while outer is not None and depth < 8:
            names.insert(0, UNNAMED if outer.anonymous else outer.record.source.name)
            outer = self._by_id.get(outer.record.inside or "")
            depth += 1
        return names

    def speakers(self, start: int, end: int) -> list[Figure]:
        """Figures on whose word the characters stand."""
        return [figure for speech in self.over(start, end) for figure in speech.speakers]


def according_to(token: Token) -> bool:
    """Whether a phrase is "according to ..."."""
    return case_of(token) == "according to"
