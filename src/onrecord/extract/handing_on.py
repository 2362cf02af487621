"""Those who hand on the word of others: "quoted X as saying", "citing X", "first reported by X"."""

from collections.abc import Iterator, Sequence

from onrecord.extract.arguments import arguments
from onrecord.extract.cast import Cast
from onrecord.extract.clause import base, case_of, is_passive, is_verb, lemma
from onrecord.extract.endings import before
from onrecord.extract.quotations import Quotation
from onrecord.extract.sayings import can_speak, said, speaker_of
from onrecord.extract.utterances import Draft, noun_phrase, runs, span_of, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

REACH = 80  # characters between a quotation and the words that say who is quoted


def as_phrase(token: Token) -> bool:
    return any(child.dep_ in {"case", "mark"} and child.lower_ in {"as", "at"} for child in token.children)


def with_name(agent: Token) -> Span:
    """The phrase of an agent, with the name behind it that the parse hangs elsewhere: "by the agency Lakeside"."""
    phrase = noun_phrase(agent)
    last = agent
    for token in agent.doc[agent.i + 1 : agent.i + 5]:
        if token.pos_ != "PROPN":
            break
        last = token
    return Span(phrase.start, max(phrase.end, last.idx + len(last)))


def by_agent(verb: Token) -> Token | None:
    if not is_passive(verb):
        return None
    return next(
        (
            c
            for c in verb.children
            if base(c) == "obl" and (c.dep_ == "obl:agent" or case_of(c) == "by") and c.i > verb.i
        ),
        None,
    )


def as_saying(verb: Token, quoted: Sequence[Quotation]) -> Iterator[Draft]:
    """ "TASS quoted Peskov as saying ...", "Peskov was quoted by TASS as saying ..."."""
    doc, sent = verb.doc, verb.sent
    saying = next(
        (
            token
            for token in doc[verb.i + 1 : min(verb.i + 15, sent.end)]
            if lemma(token) in {"say", "tell", "state", "write", "warn", "add"}
            and doc[token.i - 1].lower_ == "as"
        ),
        None,
    )
    if saying is None:
        return
    clause = next((child for child in saying.children if base(child) == "ccomp"), None)
    body = runs(doc, clause.subtree if clause is not None else doc[saying.i + 1 : sent.end])
    body = body or _run_before(verb, quoted) or before(verb)
    slots = arguments(verb)
    passive = is_passive(verb)
    cited = slots.get("object", []) or [
        c for c in verb.children if base(c) in {"nsubj", "obj"} and verb.i < c.i < saying.i
    ]
    outer = by_agent(verb) if passive else next(iter(slots.get("agent", [])), None)
    if not body or not cited or cited[0] == outer:
        return
    under = None
    if outer is not None:
        start = cited[0] if cited[0].i > verb.i else doc[saying.i - 1]
        first = noun_phrase(start).start if start == cited[0] else start.idx
        under = span_of(verb)
        handed = Span(first, body[-1].end) if body[0].start > verb.idx else body[0]
        yield Draft(noun_phrase(outer), under, (handed,))
    yield Draft(noun_phrase(cited[0]), span_of(saying), body, under=under)


def _run_before(verb: Token, quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    """The quotation that ends right before "KCNA quoted Kim as saying"."""
    ending = [
        run for run in quoted if run.end <= verb.idx and not verb.doc.text[run.end : verb.idx].count("\n")
    ]
    near = ending[-1:] if ending and verb.idx - ending[-1].end < REACH else []
    return tuple(run.span for run in near)


def citing(verb: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "X reported that ..., citing Y": what X reports is on Y's word."""
    if lemma(verb) not in vocab.words["cites"] or not verb.lower_.endswith("ing"):
        return
    cited = next(
        (child for child in verb.children if base(child) in {"obj", "nsubj"} and child.i > verb.i), None
    )
    if cited is None or not can_speak(cited, cast, vocab):
        return
    doc = verb.doc
    sent = verb.sent
    reporting = [
        token
        for token in doc[sent.start : sent.end]
        if is_verb(token) and token != verb and speaker_of(token, cast, vocab) is not None
    ]
    for token in sorted(reporting, key=lambda t: (t != verb.head, abs(t.i - verb.i))):
        speaker = speaker_of(token, cast, vocab)
        content = said(token, speaker, vocab) if speaker is not None else ()
        own = {part.i for part in verb.subtree}
        kept = runs(doc, [t for span in content for t in tokens_in(doc, span) if t.i not in own])
        if kept:
            yield Draft(noun_phrase(cited), span_of(verb), kept, under=span_of(token))
            return
    that = next((t for t in doc[verb.i + 1 : sent.end] if t.lower_ == "that" and t.pos_ == "SCONJ"), None)
    said_it = [t for t in doc[sent.start : verb.i] if is_verb(t) and lemma(t) in vocab.words["says"]]
    if said_it and that is not None and doc[that.i - 1].text == ",":  # 'reported, citing "an aide", that ...'
        words = [t for t in doc[verb.i + 1 : that.i - 1] if not t.is_punct]
        rest = runs(doc, [t for t in doc[that.i : sent.end] if t.text != "."])
        outer = speaker_of(said_it[-1], cast, vocab)
        if rest and outer is not None:
            yield Draft(noun_phrase(outer), span_of(said_it[-1]), rest)
        if words and rest:
            source = Span(words[0].idx, words[-1].idx + len(words[-1]))
            yield Draft(source, span_of(verb), rest, under=span_of(said_it[-1]))
        return
    accord = next((t for t in doc[sent.start : verb.i] if t.lower_ == "according"), None)
    if accord is not None:
        rest = runs(doc, [t for t in doc[sent.start : sent.end] if t.i > max(own_tokens(verb))])
        if rest:
            yield Draft(noun_phrase(cited), span_of(verb), rest, under=span_of(accord))


def own_tokens(verb: Token) -> list[int]:
    """Positions of the words that hang on a verb, its own included."""
    return [part.i for part in verb.subtree]


def told_by(verb: Token, agent: Token, vocab: Vocab) -> Iterator[Draft]:
    """ "was told by an aide that ...", "has been described by one critic as ..."."""
    judges = lemma(verb) in vocab.words["judges"]
    parts = {
        part
        for child in verb.children
        if (child.i > verb.i and (base(child) in {"ccomp", "xcomp"} or as_phrase(child)))
        or (judges and base(child) == "nsubj")
        for part in child.subtree
    }
    content = runs(verb.doc, parts)
    if content:
        yield Draft(noun_phrase(agent), span_of(verb), content, not judges)


def reported_by(verb: Token, agent: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "The visit was first reported by Reuters", "remarks carried by TASS", "..., reported by Haaretz"."""
    doc = verb.doc
    if base(verb) == "acl":
        top = verb.head
        speaks = speaker_of(top.head, cast, vocab) if is_verb(top.head) else None
        if speaks == top:  # "the Kremlin, quoted by TASS, said"
            body = said(top.head, top, vocab)
            first = noun_phrase(top).start
            content = tuple([Span(first, max(part.end for part in body))] if body else [])
        elif lemma(top) in vocab.words["documents"]:
            content = runs(doc, set(verb.sent) - set(verb.subtree))  # "in remarks carried by TASS"
        else:
            content = runs(doc, set(top.subtree) - set(verb.subtree))
    elif base(verb) == "advcl" or (base(verb) == "parataxis" and verb.i > verb.head.i):
        content = runs(doc, set(verb.head.subtree) - set(verb.subtree))
    else:
        subjects = [child for child in verb.children if base(child) == "nsubj" and child.i < verb.i]
        content = runs(doc, [part for subject in subjects for part in subject.subtree])
        if (
            subjects
            and lemma(subjects[0]) in {"this", "it", "news", "that", "development"}
            and verb.sent.start > 0
        ):
            before = doc[verb.sent.start - 1].sent
            content = runs(doc, before)
    if content:
        yield Draft(with_name(agent), span_of(verb), content)
