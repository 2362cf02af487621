"""Speech acts that stand in what is said rather than in the word of saying.

"The launch was absolutely unacceptable, the envoy said" is an accusation although the cue is plain. A
judgement counts where it is asserted: as the predicate of a clause ("was a provocation"), as what something
is called, or as the verb that says what others did ("they have violated the truce"). "A dangerous winter"
says nothing against anybody, nor does what is denied, supposed or asked. Only named speakers count, and one
kind a saying.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import msgspec

from onrecord.extract.cast import Cast, Figure
from onrecord.extract.chains import Speech
from onrecord.extract.clause import arguments, base, is_verb, lemma
from onrecord.extract.triggers import Match
from onrecord.extract.utterances import cue_verb, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Kind, Trigger, Vocab

SPEAKING = frozenset({"person", "state", "body", "organisation", "group"})
LONGEST = 90  # tokens of a saying that are looked at: what comes later is seldom its point
WE = frozenset({"i", "we", "us", "our", "me", "my", "ours"})
NOT = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "hardly", "neither"})
UNREAL = frozenset({"if", "unless", "whether"})
AMOUNTING = frozenset({"represent", "constitute", "amount"})  # "would represent a violation"
FORCEFUL = frozenset({"retaliate", "strike", "punish", "destroy", "avenge", "crush", "hunt"})
WILL = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "’d"})  # "would" where speech is reported
# what one denies having done
DEEDS = frozenset({"attack", "coercion", "mobilization", "aid", "sanction", "withdrawal", "cooperation"})
ON_PURPOSE = frozenset({"deliberately", "intentionally", "wilfully", "willfully", "knowingly", "cynically"})
PREDICATE_PARTS = frozenset({"amod", "conj", "compound", "advmod"})


class Saying(msgspec.Struct, frozen=True):
    """What one named speaker says: the cue, the words, and who speaks."""

    cue: Token
    words: Sequence[Token]
    speaker: Figure
    cast: Cast
    vocab: Vocab

    @property
    def text(self) -> str:
        """The words in lower case, straight apostrophes."""
        return " ".join(word.text for word in self.words).lower().replace("’", "'")

    def has(self, name: str) -> bool:
        """Whether a phrase of the list occurs."""
        return _pattern(self.vocab.words[name]).search(self.text) is not None


@lru_cache(maxsize=16)
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    parts = sorted((re.escape(phrase) for phrase in phrases), key=lambda part: (-len(part), part))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


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
        saying = _saying(doc, cast, speech, vocab)
        if saying is None or saying.cue.i in taken or saying.cue.i in used:
            continue
        kind = _kind(saying)
        if kind is not None:
            used.add(saying.cue.i)
            targets = tuple((figure, "target") for figure in _targets(saying))
            yield Match(
                kind,
                Trigger(verb=(lemma(saying.cue),)),
                saying.cue.i,
                {},
                ((saying.speaker, "speaker"), *targets),
            )


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


def _kind(saying: Saying) -> Kind | None:
    for holds, kind in ORDER:
        if holds(saying):
            return saying.vocab.kinds[kind]
    return None


# what is asserted ---------------------------------------------------------------------------------------


def predicates(saying: Saying) -> Iterator[Token]:
    """Words that something is said to be: "was a reckless act", "called it reckless", a bare “reckless”."""
    inside = {word.i for word in saying.words}
    judged = lemma(saying.cue) in saying.vocab.words["judges"]
    for word in saying.words:
        copular = any(child.dep_ == "cop" for child in word.children)
        bare = word.head.i not in inside and word.pos_ in {"ADJ", "NOUN"} and not judged
        called = (judged or lemma(word.head) in AMOUNTING) and word.pos_ in {"ADJ", "NOUN"}
        if (copular or bare or called) and not _denied(word):
            yield word
            for child in word.subtree:
                if child.i in inside and _part_of(child, word):
                    yield child


def _part_of(child: Token, top: Token) -> bool:
    node = child
    while node != top:
        if base(node) not in PREDICATE_PARTS or (base(node) == "conj" and is_verb(node)):
            return False
        node = node.head
    return True


def _denied(word: Token) -> bool:
    """Negated, supposed or asked for: not asserted."""
    if any(child.lower_ in NOT for child in word.children):
        return True
    return any(child.dep_ == "mark" and child.lower_ in UNREAL for child in word.children)


def verbs(saying: Saying) -> Iterator[tuple[Token, Token | None]]:
    """Verbs of finite clauses with their subjects, where something is asserted."""
    return ((verb, subject) for verb, subject in clauses(saying) if not _denied(verb))


def clauses(saying: Saying) -> Iterator[tuple[Token, Token | None]]:
    """Verbs of finite clauses with their subjects, negated or not."""
    for word in saying.words:
        if word.pos_ == "VERB" and base(word) not in {"acl", "amod", "csubj"}:
            agents = arguments(word).get("agent", [])
            yield word, (agents[0] if agents else None)


def _own(saying: Saying, subject: Token | None) -> bool:
    """Whether a subject is the speaker or his side."""
    if subject is None:
        return False
    if subject.lower_ in WE:
        return True
    figures = saying.cast.of(subject)
    return bool(figures) and all(
        figure.id == saying.speaker.id
        or (figure.country is not None and figure.country == saying.speaker.country and not figure.person)
        for figure in figures
    )


def _aux(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if base(child) == "aux"}


# the kinds ----------------------------------------------------------------------------------------------


def _denies(saying: Saying) -> bool:
    words = saying.vocab.words
    if saying.has("denying_phrases"):
        return True
    deniable = {lemma(word) for word in saying.words} & words["deniable"]
    if deniable and any(lemma(word) in words["denying"] for word in predicates(saying)):
        return True
    return any(_undone(saying, verb) and _own(saying, subject) for verb, subject in clauses(saying))


def _undone(saying: Saying, verb: Token) -> bool:
    """Whether a clause says that a deed was not done: "had not sent arms", "did not fire on the crowd"."""
    past = bool(_aux(verb) & {"did", "had", "has", "have"}) and not _aux(verb) & {"would", "could", "should"}
    tells = any(kind.kind in DEEDS for kind, _, _ in saying.vocab.verbs.get(lemma(verb), ()))
    return past and tells and any(child.lower_ in NOT for child in verb.children)


def _refuses(saying: Saying) -> bool:
    """ "Will never accept", "would not prolong the agreement": what the speaker's own side will not do."""
    if saying.has("refusing_phrases"):
        return True
    return any(
        lemma(verb) in saying.vocab.words["yielding"]
        and _aux(verb) & WILL
        and any(child.lower_ in NOT for child in verb.children)
        and _own(saying, subject)
        for verb, subject in clauses(saying)
    )


def _threatens(saying: Saying) -> bool:
    words = saying.vocab.words
    if saying.has("threatening_phrases"):
        return True
    conditional = bool({word.lower_ for word in saying.words} & {"if", "unless", "any", "whoever"})
    for verb, subject in verbs(saying):
        ahead = lemma(verb) in words["threatening"] and _aux(verb) & WILL
        if ahead and _own(saying, subject) and (conditional or lemma(verb) in FORCEFUL):
            return True
    return False


def _accuses(saying: Saying) -> bool:
    words = saying.vocab.words
    if saying.has("accusing_phrases"):
        return True
    if any(lemma(word) in words["accusing"] for word in predicates(saying) if not _own_side(saying, word)):
        return True
    if any(lemma(word) in words["aggrieved"] for word in predicates(saying) if _own_side(saying, word)):
        return True
    return any(
        (lemma(verb) in words["wronging"] or {child.lower_ for child in verb.children} & ON_PURPOSE)
        and subject is not None
        and not _own(saying, subject)
        and not _aux(verb) & {"could", "might", "may", "would", "can", "should", "must"}
        and (saying.cast.of(subject) or subject.lower_ in {"they", "he", "she", "you", "who"})
        for verb, subject in verbs(saying)
    )


def _own_side(saying: Saying, word: Token) -> bool:
    subject = next((child for child in word.children if base(child) == "nsubj"), None)
    return _own(saying, subject)


def _requests(saying: Saying) -> bool:
    words = saying.vocab.words
    if saying.has("requesting_phrases"):
        return True
    for verb, subject in verbs(saying):
        asked = _aux(verb) & words["requesting"] and "have" not in _aux(verb)
        if asked and subject is not None and _somebody_else(saying, subject):
            return True
        if lemma(verb) == "need" and subject is not None and _somebody_else(saying, subject):
            return True
        if lemma(verb) in words["requesting_verbs"] and subject is not None and subject.lower_ in WE:
            return True
    return False


def _somebody_else(saying: Saying, subject: Token) -> bool:
    named = saying.cast.of(subject) or subject.lower_ in {"they", "you", "he", "she", "it"}
    return bool(named) and not _own(saying, subject)


def _supports(saying: Saying) -> bool:
    words = saying.vocab.words
    if saying.has("supporting_phrases"):
        return True
    if any(
        lemma(word) in words["supporting"] and not any(base(child) == "xcomp" for child in word.children)
        for word in predicates(saying)
    ):
        return True
    return any(
        lemma(verb) in words["supporting_verbs"]
        and _own(saying, subject)
        and not _aux(verb) & {"would", "could"}
        for verb, subject in verbs(saying)
    )


def _pledges(saying: Saying) -> bool:
    """What the speaker's own side will do for others, or never do: "we will not abandon you"."""
    words = saying.vocab.words
    if saying.has("pledging_phrases"):
        return True
    for verb in saying.words:
        if verb.pos_ != "VERB" or not _aux(verb) & WILL:
            continue
        if any(child.lower_ == "longer" for child in verb.children):
            continue  # "would no longer guarantee their safety"
        subject = next(iter(arguments(verb).get("agent", [])), None)
        said = words["forgoing" if _denied(verb) else "pledging"]
        if lemma(verb) in said and _own(saying, subject):
            return True
    return False


ORDER: tuple[tuple[Callable[[Saying], bool], str], ...] = (
    (_denies, "denial"),
    (_threatens, "threat"),
    (_refuses, "rejection"),
    (_accuses, "accusation"),
    (_requests, "request"),
    (_supports, "support"),
    (_pledges, "pledge"),
)


def _targets(saying: Saying) -> tuple[Figure, ...]:
    """The state or person that what is said is about: the first named that is not the speaker's own."""
    for word in saying.words:
        figure = saying.cast.figure_at(word)
        if figure is None or figure.kind not in {"person", "state"} or figure.id == saying.speaker.id:
            continue
        if figure.kind == "state" and figure.country == saying.speaker.country:
            continue
        return (figure,)
    return ()
