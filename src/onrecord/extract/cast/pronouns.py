"""Whom a pronoun means: whoever of those spoken of fits it and is most in mind."""

from collections.abc import Iterable, Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.cast.discourse import Discourse
from onrecord.extract.cast.figures import Figure, Resolve, each_once
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.speakers_of import speaker_above
from onrecord.extract.clause import BESIDE_NAMES, base, case_of, conjuncts, is_verb
from onrecord.records.parse import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
PERSONAL = HE | SHE | THEY | IT


class Pronouns:
    """Resolves the pronouns of one article; `of` says whom any other phrase means."""

    def __init__(self, named: Named, discourse: Discourse, of: Resolve) -> None:
        self.named, self.discourse, self.of = named, discourse, of

    def resolve(self, token: Token) -> tuple[Figure, ...]:
        """Whom the pronoun means; () when unclear."""
        word = token.lower_
        if word in HE | SHE:
            person = self._person(token, "m" if word in HE else "f")
            return () if person is None else (person,)
        if word in THEY:
            return self._group_before(token)
        if word in IT:
            return self._thing_before(token)
        if word in {"who", "which", "that"} and token.head.dep_ == "acl:relcl":
            return self.of(token.head.head)
        if word == "those" and case_of(token) == "among":
            return each_once(self.of, self._subjects_beside(token))
        return ()

    def _subjects_beside(self, token: Token) -> Iterator[Token]:
        for node in (token, token.head):
            for child in node.children:
                if base(child) == "nsubj":
                    yield from conjuncts(child)

    # he and she -------------------------------------------------------------------------------------

    def _person(self, token: Token, gender: str) -> Figure | None:
        barred = self._barred(token)

        def fits(figure: Figure) -> bool:
            own = figure.gender
            return figure.person and figure.id not in barred and (own is None or own == gender)

        return self.discourse.foremost(token, fits)

    def _barred(self, token: Token) -> set[str]:
        """Those whom the clause rules out: its other parts ("Putin met him"), the speaker of a quotation."""
        words: list[Token] = []
        if token.dep_ == "nmod:poss":
            words += _heads(token)
        elif not token.lower_.endswith("self"):
            words += _beside(token)
        speaker = speaker_above(token)
        barred = {figure.id for word in words if word.i < token.i for figure in self.of(word)}
        return barred | ({figure.id for figure in self.of(speaker)} if speaker is not None else set())

    # they and it ------------------------------------------------------------------------------------

    def _group_before(self, token: Token) -> tuple[Figure, ...]:
        """ "they": the last subject that is several, or a body or state that acts through many."""
        for candidate in self._subjects_before(token):
            figures = each_once(self.of, conjuncts(candidate))
            several = "Plur" in candidate.morph.get("Number") or len(figures) > 1
            if not several and _called_it(candidate, token):
                return self._told(token, candidate)
            if figures and (several or not figures[0].person):
                # "The missiles flew far, the general staff said. They landed ...": who speaks need not be meant
                return () if self._beside_things(candidate) else figures
        return ()

    def _told(self, token: Token, teller: Token) -> tuple[Figure, ...]:
        """ "The ministry informed the envoys of its decision to expel members of their missions": the envoys."""
        objects = (
            word for word in teller.head.children if base(word) in {"obj", "iobj"} and word.i < token.i
        )
        for word in objects:
            figures = each_once(self.of, conjuncts(word))
            if "Plur" in word.morph.get("Number") or len(figures) > 1:
                return figures
        return ()

    def _beside_things(self, candidate: Token) -> bool:
        """Whether somebody only says what his sentence tells of several nameless things."""
        verb = candidate.head
        if base(verb) != "parataxis" and not any(base(c) in {"ccomp", "parataxis"} for c in verb.children):
            return False
        return any(
            base(word) == "nsubj"
            and word.pos_ == "NOUN"
            and "Plur" in word.morph.get("Number")
            and word.i < candidate.i
            and not self.of(word)
            for word in candidate.sent
        )

    def _thing_before(self, token: Token) -> tuple[Figure, ...]:
        """ "it": the last subject that is one thing, not a person."""
        for candidate in self._subjects_before(token):
            figures = self.of(candidate)
            if len(figures) == 1 and not figures[0].person and not figures[0].plural:
                return figures
            owner = next((child for child in candidate.children if child.dep_ == "nmod:poss"), None)
            if not figures and owner is not None:  # "Kim's overtures ... its weapons"
                owners = self.of(owner)
                if len(owners) == 1:
                    return self.named.as_state(owners[0]) if owners[0].person else owners
        return ()

    def _subjects_before(self, token: Token) -> Iterable[Token]:
        """Subjects of this sentence and the one before, the nearest clause first, none of the word's own verb."""
        start = token.sent.start
        own = {token.head.i}
        doc = self.named.doc
        for first, last in ((start, token.i), (doc[start - 1].sent.start if start else start, start)):
            subjects = [
                word
                for word in doc[first:last]
                if base(word) == "nsubj" and word.pos_ != "PRON" and word.head.i not in own
            ]
            yield from reversed(subjects)


def _called_it(subject: Token, token: Token) -> bool:
    """Whether the sentence speaks of its subject as one thing before the word "they": then others are meant."""
    same = subject.sent.start == token.sent.start
    return same and any(word.lower_ in IT for word in subject.doc[subject.i : token.i])


def _beside(token: Token) -> Iterator[Token]:
    """The other parts of the clause that a pronoun is a part of."""
    node = token
    while base(node) == "conj" and not is_verb(node):
        node = node.head
    if not is_verb(node.head):
        return
    slots = arguments(node.head)
    subject = node in slots.get("agent", ())
    for slot, words in slots.items():
        if (
            (slot in {"agent", "object", "recipient"} or subject)
            and slot != "complement"
            and node not in words
        ):
            yield from words


def _heads(token: Token) -> Iterator[Token]:
    """Of "his" in "Nawaz, his brother": the name that the phrase stands beside."""
    head = token.head
    while base(head) in BESIDE_NAMES and head.head != head:
        head = head.head
        yield head
