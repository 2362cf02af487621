"""Joins what the language model marks with what constructions make sure of: one utterance a cue."""

from collections.abc import Sequence

import msgspec

from onrecord.extract.cast import Cast
from onrecord.extract.clause import base, is_passive, lemma
from onrecord.extract.nearby import Nearby
from onrecord.extract.quotations import Quotation
from onrecord.extract.sayings import beside, can_speak, speaker_of, surrounding, undone
from onrecord.extract.utterances import Draft, cue_verb, head_of, noun_phrase, tokens_in
from onrecord.records import Span, Utterance
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

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
TIMES = frozenset({"after", "as", "when", "while", "since", "before", "because", "though", "although"})
MODALS = frozenset({"would", "will", "could", "might", "may", "'d", "’d", "'ll"})
MOSTLY = 0.8  # share of the content that must stand in quotation marks for a direct quote


def joined(
    doc: Doc, cast: Cast, vocab: Vocab, rules: Sequence[Draft], quoted: Sequence[Quotation]
) -> list[Draft]:
    """The model's attributions and the rules' own: one a cue, the model's words where both have it."""
    marked: list[Draft] = []
    by_cue, marks = Nearby(rules, lambda draft: (draft.cue,)), Nearby(quoted, lambda run: (run.span,))
    for utterance in doc.user_data["utterances"]:
        if utterance.content and utterance.cue is not None:
            first = min(utterance.cue, *utterance.content)
            last = max(part.end for part in (utterance.cue, *utterance.content))
            near = by_cue.at(utterance.cue.start, utterance.cue.end)
            draft = _of_model(doc, cast, vocab, utterance, near, marks.at(first.start, last))
            marked += [draft] if draft is not None else []
    made = [msgspec.structs.replace(draft, content=_without_own_deed(doc, draft)) for draft in marked]
    taken = {at for draft in marked for at in range(draft.cue.start, draft.cue.end)}
    for draft in rules:
        cue = range(draft.cue.start, draft.cue.end)
        if taken.isdisjoint(cue) and _sure(doc, draft, vocab, quoted):
            made.append(msgspec.structs.replace(draft, content=_without_own_deed(doc, draft)))
            taken.update(cue)
    return made


def _sure(doc: Doc, draft: Draft, vocab: Vocab, quoted: Sequence[Quotation]) -> bool:
    """Whether a construction counts although the model marks nothing there.

    Verbs that judge or that make things known ("backed", "disclosed") do so only in a main clause or with a
    quotation: elsewhere they mostly tell what somebody did.
    """
    verb = cue_verb(doc, draft.cue)
    if verb is None or draft.under is not None or is_quoted(draft.content, quoted):
        return True
    words, word = vocab.words, lemma(verb)
    if word in words["says"] and draft.source is not None and _closes(draft.source, draft.cue, draft.content):
        return True  # "the visit is off, Downing Street has confirmed"
    if word == "put":  # "put the toll at 40", not "put the plan aside"
        return any(base(c) == "obj" and lemma(c) in words["estimates"] for c in verb.children)
    if word in words["says"] or word in words["cites"] or word in words["infinitives"]:
        return word not in words["weak"]
    if word in words["judges"] | words["asserts_object"] | words["weak"]:
        main = verb.dep_ in {"root", "ROOT"} or (base(verb) == "conj" and verb.head.dep_ in {"root", "ROOT"})
        return main and "Fin" in verb.morph.get("VerbForm") and word not in words["weak"]
    return True


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
    if verb is not None and (undone(verb) or _recalls(verb, utterance.content, quoted)):
        return None
    content = _within_paragraph(doc.text, cue, sorted(utterance.content), quoted)
    source = _source(doc, utterance.source, rule, cast, vocab)
    hedged = verb is not None and lemma(verb) in vocab.words["hedges_cue"]
    if hedged and rule is None and source is not None and _is_its_subject(doc, source, verb):
        source = None  # "Trump, who is expected to go": who expects it is not said
    elif verb is not None and is_passive(verb) and rule is None and _stands_behind(doc, source, cue):
        source = None  # "a march has been announced; the police have forbidden it"
    elif source is None and verb is not None:
        speaker = speaker_of(verb, cast, vocab) or beside(verb, cast, vocab)
        source = noun_phrase(speaker) if speaker is not None else None
    if not content and source is not None and verb is not None:
        content = surrounding(verb, tokens_in(doc, source))  # what was marked lies in another paragraph
    if source is not None and not _speaks(doc, source, verb, cast, vocab):
        return None
    if rule is None:
        citing = verb is not None and lemma(verb) in vocab.words["cites"]  # whom he cites says it, not he
        asserts = not citing and _asserts(doc, cue, content, vocab, quoted)
        return Draft(source, cue, content, asserts) if content else None
    asserts = rule.asserts and (not _intends(doc, cue, content, vocab) or is_quoted(content, quoted))
    ruled = _longer(doc, cue, content, rule.content)
    return msgspec.structs.replace(rule, source=source, cue=cue, content=ruled, asserts=asserts)


def _is_its_subject(doc: Doc, source: Span, verb: Token | None) -> bool:
    """Whether the marked speaker is the subject of a passive: of him it is said."""
    words = tokens_in(doc, source)
    return verb is not None and any(child.dep_ == "nsubj:pass" and child in words for child in verb.children)


def _stands_behind(doc: Doc, source: Span | None, cue: Span) -> bool:
    """Whether the marked speaker of a passive stands behind it without "by"."""
    if source is None or source.start < cue.end:
        return False
    first = tokens_in(doc, source)[0]
    return first.lower_ != "by" and doc[max(first.i - 1, 0)].lower_ not in {"by", "from"}


def _intends(doc: Doc, cue: Span, content: Sequence[Span], vocab: Vocab) -> bool:
    """ "Agreed to meet", "is considering a visit": what somebody means to do is told by the outlet, not said by him."""
    intended = {lemma(token) for token in tokens_in(doc, cue)} & vocab.words["intending"]
    clause = bool(content) and doc.text[content[0].start :].startswith("that ")
    ahead = bool(content) and bool({t.lower_ for t in tokens_in(doc, content[0])[:9]} & MODALS)
    agreed = "agree" in intended and ahead  # "agreed that neither will use force"
    return bool(intended) and (not clause or agreed)


def _recalls(verb: Token, content: Sequence[Span], quoted: Sequence[Quotation]) -> bool:
    """ "Recalled its ambassador" is a deed; "recalled that", "recalled the siege" tell what was said."""
    if lemma(verb) != "recall" or is_quoted(content, quoted):
        return False
    return any(
        base(child) == "obj" and any(part.dep_ == "nmod:poss" for part in child.children)
        for child in verb.children
    ) and not any(base(child) == "ccomp" for child in verb.children)


def _speaks(doc: Doc, source: Span, verb: Token | None, cast: Cast, vocab: Vocab) -> bool:
    """Not so for "the visit underscored that": a thing as subject of a verb that needs somebody."""
    if verb is not None and lemma(verb) in vocab.words["says"]:
        return True
    head = head_of(tokens_in(doc, source))
    return head.pos_ not in {"NOUN", "VERB", "DET"} or can_speak(head, cast, vocab)


def _asserts(doc: Doc, cue: Span, content: Sequence[Span], vocab: Vocab, quoted: Sequence[Quotation]) -> bool:
    """Whether it stands on the speaker's word: by a word of saying, in a clause or in quotation marks.

    "The court indicted", "voters rejected", "allies welcomed" are marked too, but tell what was done.
    """
    if not content or is_quoted(content, quoted) or doc.text[content[0].start :].startswith("that "):
        return True
    lemmas = {lemma(token) for token in tokens_in(doc, cue)}
    if lemmas & (vocab.words["judges"] | vocab.words["intending"]):
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
    if own.sent != ruled.sent and ruled.sent == head_of(tokens_in(doc, rule.cue)).sent:
        return rule.source  # somebody of another sentence was marked
    if own.lower_ in {"who", "which"} and not marked.overlap(rule.source):
        return marked  # whom the word stands for is found where speakers are
    if not can_speak(own, cast, vocab) and can_speak(ruled, cast, vocab):
        return rule.source
    wider = rule.source.start <= marked.start and marked.end <= rule.source.end
    return rule.source if wider or ruled.is_ancestor(own) or marked.overlap(rule.cue) else marked


def _without_own_deed(doc: Doc, draft: Draft) -> tuple[Span, ...]:
    """ "He had said he would attend but sent his minister": what he then did is no longer what he said."""
    kept = list(draft.content)
    if not kept or kept[-1].start < draft.cue.end:
        return draft.content
    for token in tokens_in(doc, kept[-1]):
        link = next((child for child in token.children if child.dep_ == "cc"), None)
        if link is not None and link.idx > kept[-1].start and _is_own_deed(token, link, draft.cue):
            before = doc[link.i - 1]
            kept[-1] = Span(kept[-1].start, before.idx + len(before))
            break
    return tuple(kept)


def _is_own_deed(verb: Token, link: Token, cue: Span) -> bool:
    """Whether a verb is joined to that of saying; or to a "would", by a "but" that its past tense does not follow."""
    past = "Past" in verb.morph.get("Tense") and "Fin" in verb.morph.get("VerbForm")
    if verb.dep_ != "conj" or not past or any(base(child) in {"nsubj", "expl"} for child in verb.children):
        return False
    modal = any(child.lower_ in MODALS for child in verb.head.children if base(child) == "aux")
    return cue.start <= verb.head.idx < cue.end or (modal and link.lower_ == "but")


def _closes(source: Span, cue: Span, content: Sequence[Span]) -> bool:
    """Whether the order is: what is said, who says it, the verb."""
    return bool(content) and content[0].end < source.start and source.end < cue.start


def _in_relative(doc: Doc, cue: Span) -> bool:
    """Whether "according to" stands right behind the pronoun of a relative clause."""
    words = tokens_in(doc, cue)
    before = [t for t in doc[max(words[0].i - 2, 0) : words[0].i] if not t.is_punct] if words else []
    return bool(before) and words[0].lower_ == "according" and before[-1].lower_ in {"which", "who", "that"}


def _longer(doc: Doc, cue: Span, marked: tuple[Span, ...], ruled: tuple[Span, ...]) -> tuple[Span, ...]:
    """The marked content, unless it holds less than half of what the rule found, or only what trails it."""
    common = sum(a.overlap(b) for a in marked for b in ruled)
    if _in_relative(doc, cue):
        return ruled  # "a launch which, according to KCNA, put a satellite into orbit"
    if _in_subordinate(doc, cue) and common == sum(len(part) for part in marked):
        return marked  # "hours after the army said [troops opened fire], the presidents spoke"
    if (
        marked
        and ruled
        and ruled[0].start > marked[0].start
        and ";" in doc.text[marked[0].start : ruled[0].start]
    ):
        return ruled  # of clauses that semicolons part the last is what is said
    if common == 0 and len(marked) == 1 and 0 <= marked[0].start - cue.end <= 1:
        return marked  # it follows the verb
    if common * 2 < sum(len(b) for b in ruled):
        return ruled
    if len(marked) > 1 and common == sum(len(part) for part in marked) and ruled[0].start < cue.start:
        return ruled  # scraps were marked: "[Cuba will let them go], the White House said, and release [prisoners]"
    if len(ruled) == len(marked) == 1 and ruled[0].start < marked[0].start and marked[0].end <= ruled[0].end:
        head = head_of(tokens_in(doc, marked[0]))
        if head.pos_ in {"NOUN", "PROPN"} and marked[0].end <= cue.start:
            return ruled  # the end of a clause was marked: "[fired] water cannon at a boat, the coast guard said"
        if base(head) in {"advcl", "conj", "obl"} and ruled[0].start <= head.head.idx < marked[0].start:
            return ruled  # "Russia struck the city, killing eight, officials said"
    return marked


def _in_subordinate(doc: Doc, cue: Span) -> bool:
    """Whether the verb of saying stands in a clause of time or reason, which ends before the main clause."""
    verb = cue_verb(doc, cue)
    return verb is not None and any(child.dep_ == "mark" and child.lower_ in TIMES for child in verb.children)


def is_quoted(content: Sequence[Span], quoted: Sequence[Quotation]) -> bool:
    """Whether the content stands, but for scraps, in quotation marks."""
    inside = sum(part.overlap(run.span) for part in content for run in quoted)
    return inside >= MOSTLY * sum(len(part) for part in content)
