"""Whom a pronoun means: the person, group or thing last spoken of that fits."""

from collections.abc import Callable, Iterable

from onrecord.extract.cast.figures import Figure, Resolve, each_once
from onrecord.extract.cast.named import Named
from onrecord.extract.clause import NAME_PARTS, base, case_of, conjuncts
from onrecord.extract.names import Found
from onrecord.records.parse import Token


class Pronouns:
    """Resolves the pronouns of one article; `of` says whom any other phrase means."""

    def __init__(self, named: Named, of: Resolve) -> None:
        self.named, self.of = named, of

    def resolve(self, token: Token) -> tuple[Figure, ...]:
        """Whom the pronoun means; () when unclear."""
        word = token.lower_
        if word == "those" and case_of(token) == "among":
            return each_once(
                self.of,
                (
                    part
                    for node in (token, token.head)
                    for child in node.children
                    if base(child) == "nsubj"
                    for part in conjuncts(child)
                ),
            )
        if word in {"he", "him", "his", "himself"}:
            person = self.recent_person(token, lambda found: self.named.figure(found).gender != "f")
        elif word in {"she", "her", "hers", "herself"}:
            person = self.recent_person(token, lambda found: self.named.figure(found).gender != "m")
        elif word in {"who", "which", "that"} and token.head.dep_ == "acl:relcl":
            return self.of(token.head.head)
        elif word in {"they", "their", "them"}:
            return self._group_before(token)
        elif word in {"it", "its"}:
            return self._thing_before(token)
        else:
            return ()
        return () if person is None else (person,)

    def recent_person(self, token: Token, fits: Callable[[Found], bool]) -> Figure | None:
        """The person last spoken of who fits, subjects before others; none beyond two sentences."""
        best: tuple[float, Figure] | None = None
        sentence = self.named.sentence_number(token)
        for found, figure in self.named.people:
            if found.start >= token.i:
                break
            head = self.named.doc[found.head]
            distance = sentence - self.named.sentence_number(head)
            if distance > 3 or not fits(found) or self._same_clause_argument(token, head):
                continue
            score = (
                -float(distance) * 1.5
                + (1.2 if self._is_subject(head) else 0.0)
                + found.start / (10.0 * len(self.named.doc))
            )
            if found.possessive:
                score -= 0.4
            if best is None or score >= best[0]:
                best = (score, figure)
        return None if best is None else best[1]

    def _is_subject(self, head: Token) -> bool:
        node = head
        while base(node) in NAME_PARTS or base(node) == "appos":
            node = node.head
        return base(node) == "nsubj"

    def _same_clause_argument(self, pronoun: Token, name: Token) -> bool:
        """A person is not "him" in the clause whose subject it is ("Putin met him")."""
        node = name
        while base(node) in NAME_PARTS:
            node = node.head
        return (
            pronoun.lower_ in {"he", "him", "she"}
            and node.head is pronoun.head
            and base(node) in {"nsubj", "obj", "obl", "iobj"}
        )

    def _group_before(self, token: Token) -> tuple[Figure, ...]:
        """ "they": the last subject that is several, or a body or state that acts through many."""
        for candidate in self._subjects_before(token):
            figures = each_once(self.of, conjuncts(candidate))
            plural = "Plur" in candidate.morph.get("Number") or len(figures) > 1
            if figures and (plural or not figures[0].person):
                return figures
        return ()

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
        for first, last in (
            (start, token.i),
            (self.named.doc[start - 1].sent.start if start else start, start),
        ):
            subjects = [
                word
                for word in self.named.doc[first:last]
                if base(word) == "nsubj" and word.pos_ != "PRON" and word.head.i not in own
            ]
            yield from reversed(subjects)
