"""Verbs of saying in the parse: who can be their subject, and what they have for their clause."""

from collections.abc import Sequence

from onrecord.extract.arguments import arguments
from onrecord.extract.cast import Cast
from onrecord.extract.clause import base, is_passive, is_verb, lemma
from onrecord.extract.utterances import noun_phrase, runs, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Token
from onrecord.vocab import Vocab

FIRST_PERSON = frozenset({"i", "we", "you", "me", "us"})
NOT_SPEAKING = frozenset({"which", "what", "that", "this", "these", "those", "there"})
OF_FACT = frozenset({"say", "tell", "confirm", "announce", "comment", "report", "disclose", "state"})


def speaker_of(verb: Token, cast: Cast, vocab: Vocab) -> Token | None:
    """The subject of a verb of saying where it can speak; None for other verbs and subjects."""
    word, words = lemma(verb), vocab.words
    strong = word in words["says"]
    if not strong and word not in words["says_person"] and word not in words["judges"]:
        return None
    if is_passive(verb) or undone(verb):
        return None
    agents = arguments(verb).get("agent", [])
    if not agents or agents[0].lower_ in NOT_SPEAKING or agents[0].lower_ in FIRST_PERSON:
        return None
    who = next((child for child in verb.children if child.lower_ == "who" and child.i < verb.i), None)
    agent = (named_before(who, cast) if who is not None else None) or agents[0]
    if agent.pos_ == "PRON" and agent.lower_ not in {"he", "she", "they", "it", "who", "one", "some", "many"}:
        return None
    return agent if (strong and agent.pos_ != "VERB") or can_speak(agent, cast, vocab) else None


def named_before(who: Token, cast: Cast) -> Token | None:
    """The person named right before ", who said", whichever noun the parse hangs the clause on."""
    if who.i < 2:
        return None
    before = who.doc[who.i - 2] if who.doc[who.i - 1].text == "," else who.doc[who.i - 1]
    found = cast.name_at(before)
    return who.doc[found.head] if found is not None and cast.figure(found).person else None


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
        "institutions",
        "speaking",
        "heads",
    )
    if lemma(token) in {"country", "republic", "nation", "capital", "vessel", "ship"}:
        return bool(cast.of(token)) or "Plur" in token.morph.get("Number")
    if token.pos_ == "NOUN" and lemma(token).endswith(("ist", "ician")):
        return True  # "economists", "environmentalists", "politicians"
    return any(lemma(token) in words[name] for name in lists) or any(
        figure.kind != "vessel" for figure in cast.of(token)
    )


def beside(verb: Token, cast: Cast, vocab: Vocab) -> Token | None:
    """The noun or pronoun right before or behind a verb of saying whose subject the parse has missed."""
    for index in (verb.i - 1, verb.i + 1):
        if verb.sent.start <= index < verb.sent.end and can_speak(verb.doc[index], cast, vocab):
            return verb.doc[index]
    return None


def undone(verb: Token) -> bool:
    """Not said: "did not say whether", "if he says", "declined to comment"."""
    negated = any(
        child.dep_ in {"advmod", "neg"} and child.lower_ in {"not", "n't", "n’t", "never"}
        for child in verb.children
    )
    if negated and lemma(verb) in OF_FACT:
        return True
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children
    )


def said(verb: Token, speaker: Token, vocab: Vocab) -> tuple[Span, ...]:
    """What a verb of saying has as its clause: complement, infinitive, or the sentence it interrupts."""
    doc, word = verb.doc, lemma(verb)
    judging = word in vocab.words["judges"] and word not in vocab.words["says"]
    around = () if judging else surrounding(verb, tokens_in(doc, noun_phrase(speaker)))
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
    joined_on = any(child.dep_ == "cc" for child in verb.children)  # "they met, and the envoy said ..."
    if verb.dep_ == "parataxis" and is_clause(verb.head) and not joined_on:
        return runs(doc, set(verb.head.subtree) - set(verb.subtree))
    if (
        any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
        and base(verb) == "advcl"
    ):
        return runs(doc, set(verb.head.subtree) - set(verb.subtree))  # "as Lavrov put it"
    return _after_that(verb)


def surrounding(verb: Token, phrase: Sequence[Token]) -> tuple[Span, ...]:
    """ "The talks failed, the envoy said on Monday", "The talks, the envoy said, will go on".

    The order of words decides, not the parse: a speaker and his verb side by side behind a comma or a closing
    mark, no clause behind them, and a finite verb before them or in what follows the next comma.
    """
    doc, sent = verb.doc, verb.sent
    first, last = min(phrase[0].i, verb.i), max(phrase[-1].i, verb.i)
    between = [t for t in doc[first : last + 1] if t not in phrase and t != verb]
    if any(token.lower_ == "who" for token in phrase) or any(
        t.pos_ not in {"AUX", "ADV", "PUNCT"} for t in between
    ):
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
    return bool(top.is_ancestor(token)) or top == token


def _after_that(verb: Token) -> tuple[Span, ...]:
    """ "said that ..." where the parse hangs the clause elsewhere: the rest of the sentence."""
    doc, sent = verb.doc, verb.sent
    nxt = verb.i + 1
    if nxt < sent.end - 3 and doc[nxt].lower_ == "that" and doc[nxt].pos_ == "SCONJ":
        return runs(doc, doc[nxt : sent.end])
    return ()
