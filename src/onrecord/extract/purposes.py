"""Deeds told by two words: a trip and the meeting it is made for, an agreement and what is agreed."""

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.extract.binding import Calendar
from onrecord.extract.clause import BARE_CLAUSES, PORTIONS, base, case_of, is_verb, lemma
from onrecord.extract.places import Map
from onrecord.extract.triggers import Match
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

# verbs by which somebody gives talks a place or brings them about
HOSTING = frozenset("host mediate broker facilitate arrange organize organise sponsor".split())
TALKING = frozenset("discuss consult negotiate talk speak converse confer".split())
ENDING = frozenset({"withdrawal", "concession"})
RESOLVED = frozenset({"resolution", "treaty", "request"})
TURNED_DOWN = frozenset("reject veto vote defeat block throw kill sink".split())
# what is agreed and is nothing but ahead: "agreed to meet"
CONSULTING = frozenset({"meeting", "call", "visit", "gathering"})
TOGETHER = frozenset({"meeting", "gathering"})
RECEIVING = frozenset("receive host welcome greet".split())
AGREED = frozenset({"on", "to", "upon"})


def told_by_their_verbs(matches: Sequence[Match], doc: Doc) -> dict[int, int]:
    """Nouns whose verb tells the same deed ("extended its sanctions", "signed an agreement"), each with the verb."""
    kinds = {match.token: match.kind for match in matches if is_verb(doc[match.token])}
    verbs = {match.token: _verb_of(doc[match.token]) for match in matches if not match.kind.speech}
    told = {match.token: match.kind for match in matches}
    return {noun: verb for noun, verb in verbs.items() if kinds.get(verb) is told[noun]}


def _verb_of(noun: Token) -> int:
    """The verb that a noun is the object of, itself or through a portion ("a package of sanctions"); else -1.

    "Joined Macron for talks", "met for talks", "the funeral drew leaders" are told by verb and noun too.
    """
    word = noun
    if base(word) == "nmod" and case_of(word) == "of" and lemma(word.head) in PORTIONS:
        word = word.head
    is_object = base(word) == "obj" or base(word) == "nsubj" or case_of(word) == "for"
    return word.head.i if is_object and not is_verb(noun) else -1


class Purposes:
    """Follows who travels to what through one article."""

    def __init__(self, doc: Doc, vocab: Vocab, calendar: Calendar, places: Map) -> None:
        self.doc, self.vocab, self.calendar, self.places = doc, vocab, calendar, places
        self._trips: dict[str, int] = {}  # who travels to a meeting or gathering, and which

    def bilateral(self, match: Match) -> Match:
        """A summit of two people is a meeting."""
        if match.kind.kind != "gathering" or lemma(self.doc[match.token]) != "summit":
            return match
        figures = [figure for figure, _ in match.roles]
        chaired = bool(match.slots.get("by"))  # "a summit co-chaired by two presidents" has other guests
        if len(figures) != 2 or not all(figure.person for figure in figures) or chaired:
            return match
        kind = self.vocab.kinds["meeting"]
        return msgspec.structs.replace(
            match, kind=kind, roles=tuple((figure, kind.role) for figure in figures)
        )

    def purpose(self, match: Match, triggers: Mapping[int, Match]) -> int | None:
        """The trigger of the meeting or gathering that a trip is made for: one deed, told by two words.

        "is to travel to Moscow to attend the parade"; "gathered in Paris to meet Zelensky"; "Trump's visit", where the
        trip was told so before.
        """
        if match.kind.kind == "vote":
            return self._same_vote(match, triggers)
        if match.kind.kind == "gathering":
            for figure, role in match.roles:
                if figure.person and role == match.kind.role:
                    self._trips.setdefault(figure.id, match.token)
        token = self.doc[match.token]
        together = match.kind.kind == "gathering" and lemma(token) in {"gather", "assemble", "convene"}
        if match.kind.kind != "visit" and not together:
            return None
        visitors = [figure.id for figure, role in match.roles if role == match.kind.role]
        for child in token.children:
            if child.dep_ not in {"advcl", "xcomp"} and not (together and case_of(child) == "for"):
                continue  # "convened in Istanbul for talks" is one deed, "flew to Istanbul for talks" may be two
            if any(base(part) == "nsubj" or part.lower_ == "without" for part in child.children):
                continue  # "left without seeing him"; "landed in Moscow, where he will meet Putin" tells two
            for part in (child, *child.children):  # "to meet", "to take part in the ceremony"
                inner = triggers.get(part.i)
                if inner is not None and inner.kind.kind in {"meeting", "gathering"} and inner.roles:
                    self._trips.update(dict.fromkeys(visitors, int(part.i)))
                    return int(part.i)
        bare = (
            not is_verb(token) and self.places.where(match) is None and self.calendar.when(match)[0] is None
        )
        return next((self._trips[who] for who in visitors if who in self._trips), None) if bare else None

    def _same_vote(self, match: Match, triggers: Mapping[int, Match]) -> int | None:
        """The vote in which those abstain of whom its sentence tells: "143 voted for it, while India abstained"."""
        token = self.doc[match.token]
        if lemma(token) != "abstain":
            return None
        told = (triggers.get(word.i) for word in token.sent if word.i < token.i)
        return next((other.token for other in told if other is not None and other.kind == match.kind), None)

    def leads_to_another(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """ "agreed to meet" and "Iran agreed to lift its ban" are one deed ahead, told by the second word."""
        if match.kind.kind != "agreement" or lemma(self.doc[match.token]) != "agree":
            return False
        inner = _agreed_on(self.doc[match.token], triggers)
        around = any(part.i in triggers for child in inner for part in (child, *child.children))
        return around and not self._between_parties(match, triggers)

    def agreed(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """Whether an agreement of several parties tells the deed: "the two agreed to lift the ban".

        What they agree to do on a day of its own is told beside it: "agreed on a truce from Sunday".
        """
        token = self.doc[match.token]
        if self._in_a_deal(match, triggers):
            return True
        top = token.head if base(token) == "obj" else token
        over = triggers.get(top.head.i)
        if over is None or lemma(top.head) != "agree" or top not in _agreed_on(top.head, triggers):
            return False
        day = self.calendar.when(match)[0]
        own_day = day is not None and day != self.calendar.when(over)[0]
        return self._between_parties(over, triggers) and not own_day

    def _in_a_deal(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """ "struck a deal to give the troops access": what the deal is for."""
        token = self.doc[match.token]
        if match.kind.kind == "cooperation" and not is_verb(token):
            over = triggers.get(token.head.head.i if base(token) == "nmod" else token.head.i)
            return over is not None and over.kind.kind == "agreement"
        verb = token.head.head if base(token) == "acl" and base(token.head) == "obj" else token.head
        over = triggers.get(verb.i)
        purpose = any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)
        if over is None or over.kind.kind != "agreement" or lemma(verb) == "agree" or not purpose:
            return False
        day = self.calendar.when(match)[0]
        return base(token) in BARE_CLAUSES and day in {None, self.calendar.when(over)[0]}

    def _between_parties(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """Whether several parties agree on a deed that is more than a talk of theirs."""
        inner = [triggers.get(word.i) for word in _agreed_on(self.doc[match.token], triggers)]
        deeds = [told.kind.kind for told in inner if told is not None]
        return len(match.roles) > 1 and bool(deeds) and CONSULTING.isdisjoint(deeds)

    def only_hosted(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """Whether a verb gives a place to a deed that its object tells: "Oman hosted the talks between ..."."""
        token = self.doc[match.token]
        if lemma(token) not in HOSTING | {"convene"} or not is_verb(token):
            return False
        told = [triggers.get(word.i) for slot in ("object", "relative") for word in match.slots.get(slot, ())]
        over = triggers.get(token.head.i) if token.dep_ == "acl" else None
        alike = TOGETHER if match.kind.kind in TOGETHER else {match.kind.kind}
        return any(inner is not None and inner.kind.kind in alike for inner in (*told, over))

    def said_on_the_line(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """Whether a verb of talking tells what a call was for: "spoke by telephone to discuss"."""
        token = self.doc[match.token]
        if match.kind.kind != "meeting" or lemma(token) not in TALKING or not is_verb(token):
            return False
        while base(token) in {"advcl", "xcomp", "acl", "conj"} and token.head != token:
            token = token.head
            over = triggers.get(token.i)
            if over is not None and over.kind.kind == "call":
                return True
        return False

    def undone(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """Whether a noun is only what is lifted, halted or ended: "agreed to halt strikes", "lifted sanctions"."""
        token = self.doc[match.token]
        if is_verb(token) or base(token) not in {"obj", "nsubj", "nmod"}:
            return False
        over = triggers.get(token.head.i)
        return over is not None and over.kind.kind in ENDING and over.kind.kind != match.kind.kind

    def received(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """Whether a visit is what a guest is received for: "is to receive Xi in Moscow for a state visit"."""
        token = self.doc[match.token]
        over = triggers.get(token.head.i)
        if match.kind.kind != "visit" or is_verb(token) or over is None or over.kind.kind != "meeting":
            return False
        guests = {figure.id for figure, role in match.roles if role == match.kind.role}
        hosted = lemma(token.head) in RECEIVING and case_of(token) in {"for", "on", "during"}
        return hosted and guests <= {figure.id for figure, _ in over.roles}

    def voted_down(self, match: Match) -> bool:
        """Whether a deed is what a measure was for that was turned down: "rejected a resolution to extend the ban"."""
        token = self.doc[match.token]
        if match.kind.speech or match.kind.kind == "vote":
            return False
        above = [token.head, token.head.head, token.head.head.head]
        return any(
            lemma(noun) in self.vocab.words["drafts"] | RESOLVED
            and base(noun) in {"obj", "nsubj"}
            and lemma(noun.head) in TURNED_DOWN
            for noun in above
        )


def _agreed_on(agree: Token, triggers: Mapping[int, Match]) -> list[Token]:
    """What is agreed: the clause, or the deed in "agreed on a truce"."""
    return [
        child
        for child in agree.children
        if base(child) in {"xcomp", "ccomp"}
        or (base(child) == "obl" and child.i in triggers and case_of(child) in AGREED)
        or (
            base(child) == "advcl"
            and any(part.dep_ == "mark" and part.lower_ == "to" for part in child.children)
        )
    ]


def as_part_of(match: Match, purpose: Match) -> Match:
    """A trip told as a part of the meeting or gathering that it is made for."""
    roles = tuple((figure, purpose.kind.role) for figure, role in match.roles if role == match.kind.role)
    return msgspec.structs.replace(match, kind=purpose.kind, roles=roles)
