"""Attributions without a verb of saying: "according to X", "X's claim that", "reports that"."""

from collections.abc import Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.cast import Cast
from onrecord.extract.clause import NOUN_PARTS, base, case_of, is_verb, lemma
from onrecord.extract.sayings import can_speak, is_clause
from onrecord.extract.utterances import Draft, noun_phrase, runs, span_of, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Token
from onrecord.vocab import Vocab


def media_report(noun: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "The ship was seized, South Korean media report.": the verb at the end, read as a noun."""
    doc, sent = noun.doc, noun.sent
    rest = [token for token in doc[noun.i + 1 : sent.end] if not token.is_punct and not token.is_space]
    before = doc[noun.i - 1] if noun.i > sent.start else None
    if rest or before is None or lemma(before) not in vocab.words["media"] | vocab.words["anonymous"]:
        return
    start = before.i
    while start > sent.start and doc[start - 1].text != "," and before.i - start < 4:
        start -= 1
    content = runs(doc, doc[sent.start : start - 1])
    if doc[start].lower_ in {"according", "as", "per", "citing"}:
        return  # there it is a noun
    if start > sent.start and doc[start - 1].text == "," and content:
        yield Draft(Span(doc[start].idx, before.idx + len(before)), span_of(noun), content)


def telling(noun: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "In the ministry's telling, ...", "Sarvia's version is that ..."."""
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" and can_speak(c, cast, vocab)), None)
    if owner is None or lemma(noun) not in vocab.words["tellings"]:
        return
    top = noun.head
    that = next((c for c in top.children if c.dep_ == "mark" and c.lower_ == "that" and c.i > noun.i), None)
    if base(noun) == "obl" and case_of(noun) == "in" and is_clause(top):
        own = {part.i for part in noun.subtree}
        content = runs(noun.doc, [token for token in top.subtree if token.i not in own])
    elif base(noun) == "nsubj" and that is not None:
        content = runs(noun.doc, [token for token in top.subtree if token.i > that.i])
    else:
        return
    if content:
        yield Draft(noun_phrase(owner), span_of(noun), content)


def according(token: Token) -> Iterator[Draft]:
    """ "According to X, ...": the clause it stands in, without it."""
    doc, sent = token.doc, token.sent
    source = _after_case(token)
    if source is None:
        return
    phrase = noun_phrase(source)
    if phrase.start <= token.idx:  # "according to" hangs on the noun: it is the cue, not the source
        phrase = Span(doc[min(token.i + 2, source.i)].idx, max(phrase.end, source.idx + len(source)))
    own = (
        {t.i for t in source.subtree if t.i >= token.i}
        | {t.i for t in tokens_in(doc, phrase)}
        | {token.i, token.i + 1}
    )
    top = source if source.head != token else token
    anchor = top.head if top.head != top else sent.root
    while not is_clause(anchor) and anchor.head != anchor:
        anchor = anchor.head
    body = [t for t in anchor.subtree if t.i not in own] if is_clause(anchor) else []
    if len(body) < 4:
        body = [t for t in sent if t.i not in own]
    stop = _next_clause(anchor, token)
    body = [t for t in body if not (stop is not None and t.i >= stop)]
    content = runs(doc, body)
    if content:
        yield Draft(phrase, Span(token.idx, doc[token.i + 1].idx + 2), content)


def per(token: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "Both expressed support, as per Radio Pakistan": the clause before it."""
    doc, sent = token.doc, token.sent
    first = token.i - 1 if doc[token.i - 1].lower_ == "as" else token.i
    end = next((t.i for t in doc[token.i + 1 : sent.end] if t.is_punct), sent.end)
    named = [t for t in doc[token.i + 1 : end] if can_speak(t, cast, vocab)]
    start = max((t.i + 1 for t in doc[sent.start : first] if t.text == ";"), default=sent.start)
    body = list(doc[start:first])
    if named and any(is_verb(t) for t in body):
        source = Span(doc[token.i + 1].idx, doc[end - 1].idx + len(doc[end - 1]))
        cue = Span(doc[first].idx, token.idx + len(token))
        yield from (Draft(source, cue, content) for content in [runs(doc, body)] if content)


def _after_case(token: Token) -> Token | None:
    """The noun after "according to", whichever way the parse hangs it."""
    doc, sent = token.doc, token.sent
    if token.head.i > token.i + 1 and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        before = [t for t in doc[token.i + 2 : token.head.i] if t.text == ","][:1]
        nouns = [t for t in doc[token.i + 2 : before[0].i] if t.pos_ in {"NOUN", "PROPN"}] if before else []
        return nouns[-1] if nouns else token.head  # "according to his government, France ..."
    for child in token.children:
        if child.i > token.i + 1 and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            return child
    for word in doc[token.i + 2 : min(token.i + 12, sent.end)]:
        if word.pos_ in {"NOUN", "PROPN", "PRON"} and base(word) not in NOUN_PARTS:
            return word
    return None


def _next_clause(anchor: Token, token: Token) -> int | None:
    """Where a coordinated clause with a subject of its own begins behind the phrase."""
    starts = [
        min(part.i for part in child.subtree)
        for child in anchor.children
        if child.dep_ in {"conj", "parataxis"}
        and child.i > token.i
        and any(base(part) == "nsubj" for part in child.children)
    ]
    later = [start for start in starts if start > token.i]
    return min(later) if later and anchor.i < token.i else None


def of_noun(noun: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "Iran's claim that ...", "reports that ...", "a threat by X to ..."."""
    clause = next(
        (
            child
            for child in noun.children
            if child.i > noun.i
            and base(child) in {"acl", "ccomp"}
            and child.dep_ != "acl:relcl"
            and any(m.dep_ == "mark" and m.lower_ in {"that", "to"} for m in child.children)
        ),
        None,
    )
    if clause is None:
        return
    content = runs(noun.doc, clause.subtree)
    owner = _owner(noun, cast, vocab)
    source = noun_phrase(owner) if owner is not None else _left_part(noun)
    if content and source is not None:
        yield Draft(source, span_of(noun), content)


def _owner(noun: Token, cast: Cast, vocab: Vocab) -> Token | None:
    for child in noun.children:
        owns = child.dep_ == "nmod:poss" or (base(child) == "nmod" and case_of(child) in {"by", "of", "from"})
        if owns and can_speak(child, cast, vocab):
            return child
    verb = noun.head
    if (
        base(noun) in {"obj", "obl"}
        and is_verb(verb)
        and lemma(verb)
        in {"make", "issue", "repeat", "reiterate", "give", "release", "publish", "renew", "level", "voice"}
    ):
        agents = arguments(verb).get("agent", [])
        if agents and can_speak(agents[0], cast, vocab):
            return agents[0]
    return None


def _left_part(noun: Token) -> Span | None:
    """ "South Korean media reports": the noun with what stands before it, for those that are unnamed."""
    if lemma(noun) not in {"report", "rumor", "rumour", "allegation", "claim", "speculation", "accusation"}:
        return None
    own = [
        p for p in noun.subtree if p.i <= noun.i and not p.is_punct and p.dep_ not in {"case", "mark", "cc"}
    ]
    left = min((part.i for part in own), default=noun.i)
    return Span(noun.doc[left].idx, noun.idx + len(noun))
