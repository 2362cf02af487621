"""A word that may tell of a deed, with what conditions ask of it: who and which words fill its slots."""

import msgspec

from onrecord.extract.actors import actors_in
from onrecord.extract.carrying import carrier
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import PORTIONS, base, case_of, lemma
from onrecord.extract.clause_slots import Slots
from onrecord.records.parse import Token
from onrecord.vocab import Kind, Trigger, Vocab

# what is counted or carried in: "a team of doctors", "200 trucks of aid"
AMOUNTS = frozenset(
    "hundred thousand dozen million ton tonne barrel most some all many half part rest last first several score "
    "truck lorry truckload lorryload planeload shipload busload convoy team "
    " crew cargo consignment shipment tranche".split()
)
HYPHENS = frozenset({"-", "‑"})
DAY_SLOTS = ("on", "in", "at", "for", "from", "by", "until", "since", "during", "after", "before", "within")


class Site(msgspec.Struct, frozen=True):
    """A candidate on which conditions are tried."""

    kind: Kind
    trigger: Trigger
    token: Token
    slots: Slots
    cast: Cast
    vocab: Vocab
    roles: tuple[tuple[Figure, str], ...]

    def fillers(self, slot: str) -> list[Token]:
        """Words in a slot; the noun of a relative clause is its object ("the deal that Iran signed")."""
        if slot == "object" and not self.slots.get("object"):
            return self.slots.get("relative", [])
        if slot == "carrier":
            verb = None if self.token.pos_ == "VERB" else carrier(self.token)
            return [] if verb is None else [verb]
        if slot == "adverb":
            return [child for child in self.token.children if base(child) in {"advmod", "compound"}]
        if slot == "infinitive":
            said = (token for token in self.slots.get("complement", ()) if not _finite(token))
            return [token for token in said if base(token) == "xcomp" or _to(token)] + self.fillers("purpose")
        if slot == "purpose":
            return [child for child in self.token.children if base(child) in {"advcl", "acl"} and _to(child)]
        found = self.slots.get(slot, [])
        # "on Thursday" dates a deed, it does not say at whom it was aimed
        return [token for token in found if not self._dates(token)] if slot in DAY_SLOTS else found

    def _dates(self, token: Token) -> bool:
        return lemma(token) in self.vocab.words["calendar"] or (token.pos_ == "NUM" and token.text.isdigit())

    def figures(self, slot: str) -> tuple[Figure, ...]:
        """Actors in a slot, as roles are read: "Israeli" of "an Israeli strike", the owner of a thing that is hit."""
        words = self.fillers(slot)
        if found := self.cast.all_of(words):
            return found
        role = (self.kind.slots | self.trigger.roles).get(slot, "")
        return tuple(figure for word in words for figure in actors_in(word, slot, self.kind, role, self.cast))

    def words(self, slot: str) -> set[str]:
        """Lemmas in a slot, with those of compound parts, of adjectives, and of what a portion is of.

        The slot "complement" is everything said of the subject or object: clause, predicate, "as ...".
        """
        if slot == "complement":
            tops = [*self.fillers("complement"), *self.fillers("object"), *self.fillers("as")]
            return {lemma(token) for top in tops for token in top.subtree}
        found: set[str] = set()
        for token in self.fillers(slot):
            found |= self._around(token, parts=slot != "modifier")
        return found

    def _portion(self, token: Token) -> bool:
        measures = PORTIONS | AMOUNTS | self.vocab.words["currency"]
        return token.pos_ in {"NUM", "SYM"} or lemma(token) in measures

    def _around(self, token: Token, parts: bool) -> set[str]:
        found = {lemma(token), token.lower_}
        for child in token.children if parts else ():
            if base(child) in {"compound", "amod"}:
                found.add(lemma(child))
                if token.doc[token.i - 1].text in HYPHENS and child.i == token.i - 2:
                    found.add(f"{lemma(child)}-{lemma(token)}")  # "cease-fire"
            elif (
                base(child) == "nmod"
                and case_of(child) == "of"
                and (self._portion(token) or lemma(token) == "head")
            ):
                found |= self._around(child, parts)
        return found


def _to(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)


def _finite(clause: Token) -> bool:
    """A clause with a subject and a finite verb: "he is to come", where "to come" alone is none."""
    return any(
        base(child) in {"aux", "cop"} and "Fin" in child.morph.get("VerbForm") for child in clause.children
    )
