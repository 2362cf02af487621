"""Attributions: what the model marks and what the text makes sure of, resolved to speakers and nested."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from spacy.tokens import Doc, Token

from onrecord.extract.cast import Cast
from onrecord.extract.chains import Chains, Speech
from onrecord.extract.clause import lemma
from onrecord.extract.constructions import parsed
from onrecord.extract.headlines import headlines
from onrecord.extract.quotations import Quotation, quotations
from onrecord.extract.quoting import Behind
from onrecord.extract.sayings import beside, can_speak, speaker_of, surrounding, undone
from onrecord.extract.speakers import Speakers
from onrecord.extract.turns import Speaker, Turns
from onrecord.extract.utterances import Draft, cue_verb, head_of, noun_phrase, runs, span_of, tokens_in
from onrecord.records import Article, Attribution, Cue, Source, Span, Utterance
from onrecord.records.attribution import CueKind
from onrecord.records.ids import make_id
from onrecord.vocab import Vocab

__all__ = ["PROSE", "Chains", "Speech", "attributions", "cue_kind"]

PROSE = frozenset({"body", "title", "standfirst", "caption"})
SAYING = (
    "says",
    "says_person",
    "infinitives",
    "asserts_object",
    "said_nouns",
    "documents",
    "cites",
    "reported_by",
    "accord",
)
NEARBY = 400  # characters between "reportedly" and the report that the neighbouring sentence cites
MOSTLY = 0.8  # share of the content that must stand in quotation marks for a direct quote


def attributions(doc: Doc, article: Article, cast: Cast, vocab: Vocab) -> tuple[Speech, ...]:
    """All attributions of the text in order, each with the one it lies inside.

    Args:
        doc: the annotated text; `doc.user_data["utterances"]` holds what the language model marked.
        article: for its blocks and id.
        cast: who is who.
        vocab: word lists.
    """
    prose = [Span(block.start, block.end) for block in article.blocks if block.kind in PROSE]
    titles = [Span(block.start, block.end) for block in article.blocks if block.kind == "title"]
    quoted = quotations(doc.text, prose)
    drafts = _joined(
        doc, cast, vocab, [*parsed(doc, cast, vocab, quoted), *headlines(doc, titles, cast, vocab)], quoted
    )
    drafts = Behind(doc, cast, vocab, prose, quoted).join(drafts)
    found = _resolved(doc, cast, vocab, drafts, quoted)
    return _nested([*found, *_hearsay(doc, prose, found)], article.id)


# what is said -------------------------------------------------------------------------------------------


def _joined(
    doc: Doc, cast: Cast, vocab: Vocab, rules: Sequence[Draft], quoted: Sequence[Quotation]
) -> list[Draft]:
    """The model's attributions and the rules' own: one a cue, the model's words where both have it."""
    made: list[Draft] = []
    for utterance in doc.user_data["utterances"]:
        if utterance.content and utterance.cue is not None:
            draft = _of_model(doc, cast, vocab, utterance, rules, quoted)
            made += [draft] if draft is not None else []
    for draft in rules:
        same = next((index for index, other in enumerate(made) if other.cue.overlap(draft.cue)), None)
        if same is None:
            made.append(draft)
    return made


def _of_model(
    doc: Doc,
    cast: Cast,
    vocab: Vocab,
    utterance: Utterance,
    rules: Sequence[Draft],
    quoted: Sequence[Quotation],
) -> Draft | None:
    """A marked utterance; what it lacks is filled in from the rule or the verb of its cue."""
    assert utterance.cue is not None
    cue = utterance.cue
    rule = next((draft for draft in rules if draft.cue.overlap(cue)), None)
    verb = cue_verb(doc, cue)
    if rule is not None and rule.under is not None:
        return rule  # "citing the Kremlin": who is cited speaks, whatever was marked
    if verb is not None and undone(verb):
        return None
    content = _within_paragraph(doc.text, cue, sorted(utterance.content), quoted)
    source = _source(doc, utterance.source, rule, cast, vocab)
    if source is None and verb is not None:
        speaker = speaker_of(verb, cast, vocab) or beside(verb, cast, vocab)
        source = noun_phrase(speaker) if speaker is not None else None
    if not content and source is not None and verb is not None:
        content = surrounding(verb, tokens_in(doc, source))  # what was marked lies in another paragraph
    if source is not None and not _speaks(doc, source, verb, cast, vocab):
        return None
    if rule is None:
        asserts = _asserts(doc, cue, content, vocab, quoted)
        return Draft(source, cue, content, asserts) if content else None
    return msgspec.structs.replace(rule, source=source, cue=cue, content=_longer(content, rule.content))


def _speaks(doc: Doc, source: Span, verb: Token | None, cast: Cast, vocab: Vocab) -> bool:
    """Not so for "the visit underscored that": a thing as subject of a verb that needs somebody."""
    if verb is None or lemma(verb) in vocab.words["says"]:
        return True
    head = head_of(tokens_in(doc, source))
    return head.pos_ not in {"NOUN", "VERB", "DET"} or can_speak(head, cast, vocab)


def _asserts(doc: Doc, cue: Span, content: Sequence[Span], vocab: Vocab, quoted: Sequence[Quotation]) -> bool:
    """Whether it stands on the speaker's word: by a word of saying, in a clause or in quotation marks.

    "The court indicted", "voters rejected", "allies welcomed" are marked too, but tell what was done.
    """
    if not content or _is_quoted(content, quoted) or doc.text[content[0].start :].startswith("that "):
        return True
    lemmas = {lemma(token) for token in tokens_in(doc, cue)}
    if lemmas & vocab.words["judges"]:
        return False
    return any(lemmas & vocab.words[name] for name in SAYING)


def _within_paragraph(
    text: str, cue: Span, content: Sequence[Span], quoted: Sequence[Quotation]
) -> tuple[Span, ...]:
    """What is said without quotation marks ends with the paragraph of its cue."""
    start = text.rfind("\n", 0, cue.start) + 1
    stop = text.find("\n", cue.end)
    stop = len(text) if stop < 0 else stop
    kept = []
    for part in content:
        if sum(part.overlap(run.span) for run in quoted) * 2 >= len(part):
            kept.append(part)
        elif part.start < stop and part.end > start:
            kept.append(Span(max(part.start, start), min(part.end, stop)))
    return tuple(kept)


def _source(doc: Doc, marked: Span | None, rule: Draft | None, cast: Cast, vocab: Vocab) -> Span | None:
    """The marked source, unless the rule knows better: an aside or a part was marked for the speaker."""
    if marked is None or rule is None or rule.source is None:
        return marked if rule is None or marked is not None else rule.source
    own, ruled = head_of(tokens_in(doc, marked)), head_of(tokens_in(doc, rule.source))
    if not can_speak(own, cast, vocab) and can_speak(ruled, cast, vocab):
        return rule.source
    wider = rule.source.start <= marked.start and marked.end <= rule.source.end
    return rule.source if wider or ruled.is_ancestor(own) or marked.overlap(rule.cue) else marked


def _longer(marked: tuple[Span, ...], ruled: tuple[Span, ...]) -> tuple[Span, ...]:
    """The marked content, unless it holds less than half of what the rule found."""
    common = sum(a.overlap(b) for a in marked for b in ruled)
    return ruled if common * 2 < sum(len(b) for b in ruled) else marked


# who says it --------------------------------------------------------------------------------------------


def _resolved(
    doc: Doc, cast: Cast, vocab: Vocab, drafts: Iterable[Draft], quoted: Sequence[Quotation]
) -> list[tuple[Draft, Speech]]:
    ordered = sorted(drafts, key=lambda draft: (draft.cue.start, draft.cue.end))
    turns = Turns(doc, cast, vocab, [part for draft in ordered for part in draft.content])
    speakers = Speakers(doc, cast, vocab, turns)
    found: list[tuple[Draft, Speech]] = []
    for draft in ordered:
        if draft.source is None:
            continue
        speaker = speakers.of(draft.source)
        if speaker is None or not speaker.name:
            continue
        if not _inside_any(draft, ordered):
            turns.remember(speaker, max(draft.cue.end, *(part.end for part in draft.content)))
        via = speakers.of(draft.via) if draft.via is not None else None
        found.append((draft, _speech(doc, draft, speaker, via, vocab, quoted)))
    return found


def _inside_any(draft: Draft, others: Sequence[Draft]) -> bool:
    return any(
        part.start <= draft.cue.start < part.end
        for other in others
        if other is not draft
        for part in other.content
    )


def _speech(
    doc: Doc, draft: Draft, speaker: Speaker, via: Speaker | None, vocab: Vocab, quoted: Sequence[Quotation]
) -> Speech:
    assert draft.source is not None
    actor = speaker.figures[0].id if len(speaker.figures) == 1 and not speaker.anonymous else None
    record = Attribution(
        "",
        Source(draft.source.start, draft.source.end, speaker.name, actor),
        Cue(draft.cue.start, draft.cue.end, cue_kind(doc, draft.cue, vocab)),
        draft.content,
        _is_quoted(draft.content, quoted),
    )
    return Speech(
        record, speaker.figures, speaker.anonymous, speaker.origin, via.origin if via else None, draft.asserts
    )


def _is_quoted(content: Sequence[Span], quoted: Sequence[Quotation]) -> bool:
    """Whether the content stands, but for scraps, in quotation marks."""
    inside = sum(part.overlap(run.span) for part in content for run in quoted)
    return inside >= MOSTLY * sum(len(part) for part in content)


def cue_kind(doc: Doc, cue: Span, vocab: Vocab) -> CueKind:
    """What kind of saying the cue's words make it."""
    lemmas = {lemma(token) for token in tokens_in(doc, cue)}
    table: tuple[tuple[str, CueKind], ...] = (
        ("denies", "denies"),
        ("doubts", "doubts"),
        ("promises", "promises"),
        ("demands", "demands"),
        ("hedges_cue", "hedges"),
    )
    return next((kind for words, kind in table if lemmas & vocab.words[words]), "says")


def _hearsay(
    doc: Doc, prose: Sequence[Span], found: Sequence[tuple[Draft, Speech]]
) -> Iterator[tuple[Draft, Speech]]:
    """ "He is reportedly to resign": on the word of the outlet whose report the next or last sentence cites."""
    outlets = [(d, s) for d, s in found if len(s.speakers) == 1 and s.speakers[0].kind == "outlet"]
    for token in doc:
        span = span_of(token)
        if token.lower_ != "reportedly" or not any(part.overlap(span) for part in prose):
            continue
        if any(draft.covers(span) or draft.cue.overlap(span) for draft, _ in found):
            continue
        near = min(outlets, key=lambda item: abs(item[0].cue.start - token.idx), default=None)
        content = runs(doc, [part for part in token.sent if part != token])
        if near is None or not content or abs(near[0].cue.start - token.idx) > NEARBY:
            continue
        record = msgspec.structs.replace(
            near[1].record,
            cue=Cue(span.start, span.end, "hedges"),
            content=content,
            quoted=False,
            inside=None,
        )
        yield (
            msgspec.structs.replace(near[0], cue=span, content=content, under=None, via=None),
            msgspec.structs.replace(near[1], record=record, asserts=True, via=None),
        )


# who hands it on ----------------------------------------------------------------------------------------


def _nested(found: Sequence[tuple[Draft, Speech]], article_id: str) -> tuple[Speech, ...]:
    """Ids and the attribution that each lies inside; of two that begin together the inner comes first."""
    named = [(draft, _identified(speech, article_id)) for draft, speech in found]
    made = []
    for draft, speech in named:
        outer = _outer(draft, speech, named)
        made.append(
            msgspec.structs.replace(speech, record=msgspec.structs.replace(speech.record, inside=outer))
        )
    return tuple(sorted(made, key=lambda speech: _place(speech.record)))


def _identified(speech: Speech, article_id: str) -> Speech:
    record = speech.record
    cue = record.cue
    identity = make_id(
        "att",
        article_id,
        record.source.start,
        record.source.end,
        [cue.start, cue.end] if cue is not None else None,
        [[c.start, c.end] for c in record.content],
    )
    return msgspec.structs.replace(speech, record=msgspec.structs.replace(record, id=identity))


def _place(record: Attribution) -> tuple[int, int, int, int]:
    first = min(record.content)
    return (
        first.start,
        sum(len(part) for part in record.content),
        int(record.inside is None),
        record.source.start,
    )


def _outer(draft: Draft, speech: Speech, others: Sequence[tuple[Draft, Speech]]) -> str | None:
    """The attribution that the draft names, else the smallest whose content holds its cue and content."""
    if draft.under is not None:
        for other, handing in others:
            if other is not draft and other.cue.overlap(draft.under):
                return handing.record.id
    inside = [
        (sum(len(part) for part in other.content), handing.record.id)
        for other, handing in others
        if other is not draft
        and any(part.start <= draft.cue.start and draft.cue.end <= part.end for part in other.content)
        and any(part.overlap(own) for part in other.content for own in draft.content)
        and not any(part.start <= other.cue.start < part.end for part in draft.content)
    ]
    return min(inside)[1] if inside else None
