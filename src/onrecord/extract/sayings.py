"""Attributions that the parse makes sure of: verbs of saying with a speaker and what is said.

Each rule yields drafts for one construction. They stand beside the language model's: `attributions` joins
the two where both speak of one cue.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.cast import Cast
from onrecord.extract.clause import arguments, base, case_of, is_passive, is_verb, lemma
from onrecord.extract.quotations import Quotation
from onrecord.extract.utterances import Draft, noun_phrase, runs, span_of, tokens_in
from onrecord.records import Span
from onrecord.vocab import Vocab

FIRST_PERSON = frozenset({"i", "we", "you", "me", "us"})
NOT_SPEAKING = frozenset({"which", "what", "that", "this", "these", "those", "there"})
REACH = 80  # characters between a quotation and the words that say who is quoted


def parsed(doc: Doc, cast: Cast, vocab: Vocab, quoted: Sequence[Quotation] = ()) -> Iterator[Draft]:
    """Drafts of all constructions in order of the text; `quoted` are its quoted runs."""
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from _according(token)
        elif is_verb(token):
            yield from _of_verb(token, cast, vocab, quoted)
        elif token.pos_ in {"NOUN", "PROPN"} and lemma(token) in vocab.words["said_nouns"]:
            yield from _of_noun(token, cast, vocab)


# verbs --------------------------------------------------------------------------------------------------


def _of_verb(verb: Token, cast: Cast, vocab: Vocab, quoted: Sequence[Quotation]) -> Iterator[Draft]:
    word, words = lemma(verb), vocab.words
    if word in words["cites"]:
        yield from _as_saying(verb, quoted)
        yield from _citing(verb, cast, vocab)
    agent = _passive_by(verb)
    if agent is not None and can_speak(agent, cast, vocab):
        if word in words["reported_by"]:
            yield from _reported_by(verb, agent, cast, vocab)
        elif word in words["judges"] or word in {"tell", "inform", "warn"}:
            yield from _passive(verb, agent, vocab)
    speaker = speaker_of(verb, cast, vocab)
    if speaker is None:
        return
    source, cue = noun_phrase(speaker), span_of(verb)
    via = _told(verb, cast) if word in {"tell", "inform", "assure"} else None
    content = said(verb, speaker, vocab)
    if content:
        yield Draft(source, cue, content, True, via)
    elif word in words["judges"] or word in words["asserts_object"]:
        judged = _object(verb, speaker, cast)
        if judged:
            yield Draft(source, cue, judged, word not in words["judges"], via)


def speaker_of(verb: Token, cast: Cast, vocab: Vocab) -> Token | None:
    """The subject of a verb of saying where it can speak; None for other verbs and subjects."""
    word, words = lemma(verb), vocab.words
    strong = word in words["says"]
    if not strong and word not in words["says_person"] and word not in words["judges"]:
        return None
    if is_passive(verb) or _undone(verb):
        return None
    agents = arguments(verb).get("agent", [])
    if not agents or agents[0].lower_ in NOT_SPEAKING or agents[0].lower_ in FIRST_PERSON:
        return None
    agent = agents[0]
    if agent.pos_ == "PRON" and agent.lower_ not in {"he", "she", "they", "it", "who", "one", "some", "many"}:
        return None
    return agent if (strong and agent.pos_ != "VERB") or can_speak(agent, cast, vocab) else None


def can_speak(token: Token, cast: Cast, vocab: Vocab) -> bool:
    """Whether a noun phrase means somebody who can say something: a person, a body, a paper, its words."""
    if token.pos_ == "PRON":
        return token.lower_ in {"he", "she", "they", "who", "some", "many", "others"}
    figure = cast.figure_at(token)
    if figure is not None and figure.kind not in {"instrument", "vessel"}:
        return True
    words = vocab.words
    lists = (
        "unnamed",
        "people_titles",
        "groups",
        "bodies",
        "media",
        "documents",
        "spokespeople",
        "journalists",
    )
    if lemma(token) in {"country", "republic", "nation", "capital", "vessel", "ship"}:
        return bool(cast.of(token))
    return any(lemma(token) in words[name] for name in lists) or any(
        figure.kind != "vessel" for figure in cast.of(token)
    )


def beside(verb: Token, cast: Cast, vocab: Vocab) -> Token | None:
    """The noun or pronoun right before or behind a verb of saying whose subject the parse has missed."""
    for index in (verb.i - 1, verb.i + 1):
        if verb.sent.start <= index < verb.sent.end and can_speak(verb.doc[index], cast, vocab):
            return verb.doc[index]
    return None


def _undone(verb: Token) -> bool:
    """Not said: "did not say whether", "if he says", "declined to comment"."""
    negated = any(
        child.dep_ in {"advmod", "neg"} and child.lower_ in {"not", "n't", "n’t", "never"}
        for child in verb.children
    )
    if negated and lemma(verb) in {
        "say",
        "tell",
        "confirm",
        "announce",
        "comment",
        "report",
        "disclose",
        "state",
    }:
        return True
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children
    )


def said(verb: Token, speaker: Token, vocab: Vocab) -> tuple[Span, ...]:
    """What a verb of saying has as its clause: complement, infinitive, or the sentence it interrupts."""
    doc, word = verb.doc, lemma(verb)
    around = _around(verb, speaker)
    if around:
        return around
    clause = next(
        (
            child
            for child in verb.children
            if base(child) == "ccomp"
            and (_finite(child) or word == "accuse" or child.i < verb.i)
            and not _inside(speaker, child)
        ),
        None,
    )
    if clause is not None:
        marks = {part.lower_ for part in clause.children if part.dep_ == "mark"}
        if marks & {"whether", "if"} and word in {"ask", "wonder", "question", "say"}:
            return ()
        own = set(clause.subtree)
        if word == "accuse":
            own |= {part for child in verb.children if base(child) == "obj" for part in child.subtree}
        return runs(doc, own - {verb})
    if word in vocab.words["infinitives"]:
        inner = next(
            (child for child in verb.children if base(child) in {"xcomp", "ccomp"} and _infinitive(child)),
            None,
        )
        if inner is not None:
            own = set(inner.subtree) | {
                part
                for child in verb.children
                if base(child) in {"obj", "iobj"} and child.i > verb.i
                for part in child.subtree
            }
            return runs(doc, own)
    if verb.dep_ == "parataxis" and is_clause(verb.head):
        return runs(doc, set(verb.head.subtree) - set(verb.subtree))
    if (
        any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
        and base(verb) == "advcl"
    ):
        return runs(doc, set(verb.head.subtree) - set(verb.subtree))  # "as Lavrov put it"
    return _after_that(verb)


def _around(verb: Token, speaker: Token) -> tuple[Span, ...]:
    """ "The talks failed, the envoy said on Monday", "The talks, the envoy said, will go on".

    The order of words decides, not the parse: a speaker and his verb side by side behind a comma or a closing
    mark, no clause behind them, and a finite verb before them or in what follows the next comma.
    """
    doc, sent = verb.doc, verb.sent
    phrase = tokens_in(doc, noun_phrase(speaker))
    first, last = min(phrase[0].i, verb.i), max(phrase[-1].i, verb.i)
    between = [t for t in doc[first : last + 1] if t not in phrase and t != verb]
    if speaker.lower_ == "who" or any(t.pos_ not in {"AUX", "ADV", "PUNCT"} for t in between):
        return ()
    edge = first - 1
    while edge > sent.start and (doc[edge].is_space or doc[edge].text in "\"”’'"):
        edge -= 1
    if edge <= sent.start or doc[edge].text not in {",", "—", "–"} or _clause_right(verb):
        return ()
    comma = next((t.i for t in doc[last + 1 : sent.end] if t.text in {",", "—", "–"}), None)
    left, right = doc[sent.start : edge], [] if comma is None else list(doc[comma : sent.end])
    if _tells(left):
        return runs(doc, left)
    if left and right and _tells(right) and right[1].pos_ in {"AUX", "VERB", "ADV", "PART"}:
        return runs(doc, [*left, *right])
    return ()


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether there is a finite clause of its own among the tokens, not merely one that hangs on a noun."""
    inside = {token.i for token in tokens}
    return any(
        is_clause(token)
        and base(token) not in {"acl", "advcl", "csubj"}
        and token.pos_ != "AUX"
        and (
            "Fin" in token.morph.get("VerbForm")
            or any(c.dep_ in {"aux", "cop", "aux:pass"} and c.i in inside for c in token.children)
        )
        for token in tokens
    )


def _clause_right(verb: Token) -> bool:
    """Whether what is said follows the verb."""
    doc = verb.doc
    if verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in {"that", ":", "“", '"'}:
        return True
    return any(child.i > verb.i and base(child) in {"ccomp", "xcomp"} for child in verb.children)


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a predicate with its copula."""
    return is_verb(token) or any(child.dep_ == "cop" or base(child) == "nsubj" for child in token.children)


def _finite(clause: Token) -> bool:
    return any(base(child) in {"nsubj", "expl", "csubj"} for child in clause.children) or any(
        child.dep_ == "mark" and child.lower_ == "that" for child in clause.children
    )


def _infinitive(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children)


def _inside(token: Token, top: Token) -> bool:
    return top.is_ancestor(token) or top == token


def _after_that(verb: Token) -> tuple[Span, ...]:
    """ "said that ..." where the parse hangs the clause elsewhere: the rest of the sentence."""
    doc, sent = verb.doc, verb.sent
    nxt = verb.i + 1
    if nxt < sent.end - 3 and doc[nxt].lower_ == "that" and doc[nxt].pos_ == "SCONJ":
        return runs(doc, doc[nxt : sent.end])
    return ()


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
            or (base(child) in {"obl", "advcl", "nmod"} and _as(child))
        )
        for part in child.subtree
    }
    return runs(verb.doc, own)[:2] if own else ()


def _as(token: Token) -> bool:
    return any(child.dep_ in {"case", "mark"} and child.lower_ in {"as", "at"} for child in token.children)


def _told(verb: Token, cast: Cast) -> Span | None:
    """The outlet that was told."""
    for slot in ("object", "recipient"):
        for token in arguments(verb).get(slot, ()):
            figure = cast.figure_at(token)
            if token.head == verb and figure is not None and figure.kind == "outlet":
                return noun_phrase(token)
    return None


# quoted and cited ---------------------------------------------------------------------------------------


def _passive_by(verb: Token) -> Token | None:
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


def _as_saying(verb: Token, quoted: Sequence[Quotation]) -> Iterator[Draft]:
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
    body = body or _run_before(verb, quoted)
    slots = arguments(verb)
    passive = is_passive(verb)
    cited = slots.get("object", []) or [
        c for c in verb.children if base(c) in {"nsubj", "obj"} and verb.i < c.i < saying.i
    ]
    outer = _passive_by(verb) if passive else next(iter(slots.get("agent", [])), None)
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


def _citing(verb: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
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
        kept = tuple(span for span in content if not _within(doc, span, own))
        if kept:
            yield Draft(noun_phrase(cited), span_of(verb), kept, under=span_of(token))
            return
    accord = next((t for t in doc[sent.start : verb.i] if t.lower_ == "according"), None)
    if accord is not None:
        rest = runs(doc, [t for t in doc[sent.start : sent.end] if t.i > max(own_tokens(verb))])
        if rest:
            yield Draft(noun_phrase(cited), span_of(verb), rest, under=span_of(accord))


def own_tokens(verb: Token) -> list[int]:
    """Positions of the words that hang on a verb, its own included."""
    return [part.i for part in verb.subtree]


def _within(doc: Doc, span: Span, own: set[int]) -> bool:
    return all(token.i in own for token in tokens_in(doc, span))


def _passive(verb: Token, agent: Token, vocab: Vocab) -> Iterator[Draft]:
    """ "was told by an aide that ...", "has been described by one critic as ..."."""
    judges = lemma(verb) in vocab.words["judges"]
    parts = {
        part
        for child in verb.children
        if (child.i > verb.i and (base(child) in {"ccomp", "xcomp"} or _as(child)))
        or (judges and base(child) == "nsubj")
        for part in child.subtree
    }
    content = runs(verb.doc, parts)
    if content:
        yield Draft(noun_phrase(agent), span_of(verb), content, not judges)


def _reported_by(verb: Token, agent: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
    """ "The visit was first reported by Reuters", "remarks carried by TASS", "..., reported by Haaretz"."""
    doc = verb.doc
    if base(verb) == "acl":
        top = verb.head
        speaks = speaker_of(top.head, cast, vocab) if is_verb(top.head) else None
        if speaks == top:  # "the Kremlin, quoted by TASS, said"
            body = said(top.head, top, vocab)
            first = noun_phrase(top).start
            content = (Span(first, max(part.end for part in body)),) if body else ()
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
        yield Draft(noun_phrase(agent), span_of(verb), content)


# according to -------------------------------------------------------------------------------------------


def _according(token: Token) -> Iterator[Draft]:
    """ "According to X, ...": the clause it stands in, without it."""
    doc, sent = token.doc, token.sent
    source = _after_case(token)
    if source is None:
        return
    phrase = noun_phrase(source)
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


def _after_case(token: Token) -> Token | None:
    """The noun after "according to", whichever way the parse hangs it."""
    doc, sent = token.doc, token.sent
    if token.head.i > token.i + 1 and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return token.head
    for child in token.children:
        if child.i > token.i + 1 and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            return child
    for word in doc[token.i + 2 : min(token.i + 12, sent.end)]:
        if word.pos_ in {"NOUN", "PROPN", "PRON"} and base(word) not in {"compound", "nmod", "amod"}:
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


# nouns --------------------------------------------------------------------------------------------------


def _of_noun(noun: Token, cast: Cast, vocab: Vocab) -> Iterator[Draft]:
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
        if child.dep_ == "nmod:poss" or (base(child) == "nmod" and case_of(child) in {"by", "of", "from"}):
            if can_speak(child, cast, vocab):
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
    left = min((part.i for part in noun.subtree if part.i <= noun.i and not part.is_punct), default=noun.i)
    return Span(noun.doc[left].idx, noun.idx + len(noun))
