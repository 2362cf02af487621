"""From a trigger to a mention: what becomes of each match, and what its sentence says of the deed."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.extract.attributions import Chains, Speech
from onrecord.extract.binding import Calendar
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.clause import is_verb, lemma
from onrecord.extract.counts import counts_of
from onrecord.extract.evidence import evidence_of
from onrecord.extract.mention import DONE, Mention
from onrecord.extract.operators import named
from onrecord.extract.parties import Parties
from onrecord.extract.places import Map
from onrecord.extract.purposes import CONSULTING, HOSTING, Purposes, as_part_of, told_by_their_verbs
from onrecord.extract.stance import speech_acts
from onrecord.extract.standing import Standing, stands
from onrecord.extract.status import reality
from onrecord.extract.telling import in_passing, is_ability, is_by_pronoun, is_hard, is_told, is_topic
from onrecord.extract.telling_marks import (
    anchor_of,
    inside_of,
    is_definite,
    is_recurring,
    is_suffered,
    of_any,
    points_back,
    took_part,
    was_ahead,
)
from onrecord.extract.trace import Trace
from onrecord.extract.triggers import Match, find_matches
from onrecord.extract.vouching import Vouching, presupposed
from onrecord.records import Article, BlockKind, Place, Status, When
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

MATTERS = (
    "parade_matter",
    "banquet_matter",
    "summit_matter",
    "forum_matter",
    "funeral_matter",
    "nuclear_matter",
    "missile_matter",
    "exercise_matter",
    "troop_matter",
    "money_matter",
)
FORCEFUL = frozenset({"attack", "mobilization", "coercion", "sanction"})
DONE_TO_OTHERS = frozenset({"coercion", "sanction", "attack", "aid"})
BETWEEN_KNOWN = frozenset({"meeting", "call"})
BY_SOMEBODY = frozenset({"meeting", "call", "coercion"})  # nothing is told of if only "officials" do it
UNSURE = frozenset({"possible", "planned"})
SETTLED = frozenset({"cancelled", "postponed", "denied"})
HEADLINES = frozenset({"title", "standfirst"})
OTHER = frozenset({"another", "further", "separate"})
# statements that may be more
PLAIN = frozenset({"say", "tell", "write", "tweet", "post"})
# and such as are more only where they are said against somebody, or of him: "declared that it must stop"
SOLEMN = frozenset({"announce", "declare", "proclaim", "affirm", "reaffirm", "reiterate"})
POINTED = frozenset({"accusation", "request", "threat", "rejection"})


class Teller:
    """Makes mentions of the matches of one article."""

    def __init__(
        self,
        doc: Doc,
        article: Article,
        cast: Cast,
        calendar: Calendar,
        places: Map,
        speeches: Sequence[Speech],
        vocab: Vocab,
        trace: Trace | None = None,
    ) -> None:
        self.doc, self.article, self.cast, self.vocab = doc, article, cast, vocab
        self.trace = trace
        self.calendar, self.places = calendar, places
        self.chains = Chains(speeches)
        self.speeches = speeches
        self.parties = Parties(doc, cast, self.chains)
        self.purposes = Purposes(doc, vocab, calendar, places)
        self.vouching = Vouching(doc, self.chains, speeches, vocab)
        self.standing = Standing(doc, article, cast, self.chains, vocab)

    def mentions(self) -> Iterator[Mention]:
        """Mentions in order of the text."""
        matches = list(find_matches(self.doc, self.cast, self.vocab, self.trace))
        verbs = told_by_their_verbs(matches, self.doc)
        triggers = {match.token: match for match in matches}
        matches = self._with_speech_acts(matches)
        matches.sort(key=lambda match: match.token)
        for match in matches:
            block = self._block(self.doc[match.token].idx)
            if passed_over := self._passed_over(match, block, triggers):
                if self.trace is not None:
                    self.trace.passed_over.append((match, passed_over))
                continue
            match = self.purposes.bilateral(match)
            purpose = self.purposes.purpose(match, triggers)
            told = self._tell(as_part_of(match, triggers[purpose]) if purpose else match, block, purpose)
            verb = verbs.get(match.token)
            if verb is not None and told.status in DONE:  # what becomes of it the verb says
                told = msgspec.structs.replace(told, anchor=verb, unmarked=True)
            yield told

    def _with_speech_acts(self, matches: Sequence[Match]) -> list[Match]:
        """Adds what is said to be more than a statement, and takes away the plain statements that it is."""
        plain = {
            match.token
            for match in matches
            if match.kind.kind == "statement" and lemma(self.doc[match.token]) in PLAIN | SOLEMN
        }
        taken = {match.token for match in matches} - plain
        acts = [
            act
            for act in speech_acts(self.doc, self.cast, self.speeches, self.vocab, taken)
            if act.token not in plain or act.kind.kind in POINTED or lemma(self.doc[act.token]) not in SOLEMN
        ]
        more = plain & {act.token for act in acts}
        kept = [match for match in matches if match.token not in more or match.kind.kind != "statement"]
        return kept + acts

    def _passed_over(self, match: Match, block: BlockKind, triggers: Mapping[int, Match]) -> str:
        """Why a match tells nothing of its own; empty where it does."""
        if block not in {"body", "title", "standfirst"}:
            # what captions tell is told in the body or belongs to another picture
            return f"it stands in a {block}"
        if self.purposes.leads_to_another(match, triggers):
            return "it leads to another deed, which is the one told"
        if self.purposes.agreed(match, triggers):
            return "it is what several agree on, and the agreement is told"
        if self.purposes.only_hosted(match, triggers):
            return "it gives a place to a deed that another word tells"
        if self.purposes.received(match, triggers):
            return "it is what a guest is received for"
        if self.purposes.said_on_the_line(match, triggers):
            return "it is what a call was for"
        if self.purposes.undone(match, triggers):
            return "it is what another deed ends"
        if match.kind.kind in FORCEFUL and is_ability(self.doc[match.token]):
            return "it says what something is able to do"
        if not match.kind.speech and is_hard(self.doc[match.token]):
            return "it says how hard it is to do"
        if self.purposes.voted_down(match):
            return "it is what a measure that was turned down would have done"
        return ""

    def _block(self, position: int) -> BlockKind:
        for block in self.article.blocks:
            if block.start <= position < block.end:
                return block.kind
        return "boilerplate"

    def _tell(self, match: Match, block: BlockKind, purpose: int | None) -> Mention:
        token = self.doc[match.token]
        real = reality(token, self.vocab)
        when, dated = self.calendar.when(match, stands(match, real))
        if when is not None and block in HEADLINES and self._year_unsaid(when):
            when, dated = None, ""  # a headline's bare "September" may be last year's or the next
        place = self.places.where(match)
        participants = self.parties.of(match, place)
        figures = [figure for figure, _ in participants]
        status, reasons = self.standing.status(match, real, when, figures, token)
        evidence = evidence_of(token, self.article.text)
        counts = counts_of(match, self.doc)
        passing = not real.because and not dated and in_passing(token)
        unmarked = match.trigger.adds or (not is_verb(token) and passing)
        return Mention(
            match=match,
            sentence=token.sent.start,
            participants=participants,
            place=place,
            when=when,
            status=status,
            hedged=real.hedged or self.standing.hedged(token),
            recurring=is_recurring(token),
            counts=counts,
            chains=self.vouching.sources(match, token, status),
            presupposed=presupposed(token, real, self.vocab),
            evidence=evidence,
            block=block,
            noun=not is_verb(token),
            definite=is_definite(token),
            about=(),
            word=lemma(token),
            wide=self.places.is_state(place),
            another=any(child.lower_ in OTHER and child.i < token.i for child in token.children),
            anchor=purpose if purpose is not None else anchor_of(token),
            unmarked=unmarked,
            once_ahead=was_ahead(token),
            stranger=self._stranger(match),
            inside=inside_of(token),
            suffered=is_suffered(token, match, self.vocab),
            refers_back=points_back(token, match, self.vocab),
            adds=(match.trigger.adds or took_part(token, match)) and status not in SETTLED,
            hint=self._says_little(match.kind.kind, token, bool(dated), place, participants, counts, status),
            matter=self._matter(match, token),
            because=(
                f"“{token.text}” is a trigger of {match.kind.kind}",
                *([dated] if dated else []),
                *real.because,
                *reasons,
            ),
        )

    def _says_little(
        self,
        kind: str,
        token: Token,
        dated: bool,
        place: Place | None,
        participants: Sequence[tuple[Figure, str]],
        counts: dict[str, str],
        status: Status,
    ) -> bool:
        """Whether a telling only points at a deed: "justify her arrest", "the occupied town"; or says nothing of it."""
        if dated or place is not None:
            return False
        if token.dep_ == "amod" or (kind not in CONSULTING and is_topic(token)):
            return True
        anybody = all(figure.kind == "group" and figure.country is None for figure, _ in participants)
        if kind == "agreement" and status in UNSURE and of_any(token):
            return True  # "any settlement must be accepted by Kyiv"
        if anybody and status == "denied" and token.lemma_ == "agree":
            return True  # "Ukraine, on which they do not agree"
        if (not participants or (anybody and kind in BY_SOMEBODY)) and not counts:
            doing = is_verb(token) and lemma(token) not in HOSTING
            return status in UNSURE or (not doing and status not in SETTLED)
        if kind in BETWEEN_KNOWN and len({figure.id for figure, _ in participants}) > 1:
            return False  # "after his meeting with Trump" says who met
        over = named(token.head, self.vocab) if is_by_pronoun(token) and in_passing(token) else ""
        return over is None and not is_told(token, self.vocab)

    def _stranger(self, match: Match) -> bool:
        """Whether the doer is spoken of but not known: "European countries", "a court", not a pronoun."""
        words = self.vocab.words
        acting = (words["groups"] | words["bodies"] | words["of_state"]) - words["weapons"]
        doers = match.slots.get("agent", ())
        return (
            match.kind.kind in DONE_TO_OTHERS
            and any(word.pos_ == "NOUN" and lemma(word) in acting for word in doers)
            and not self.cast.all_of(doers)
        )

    def _year_unsaid(self, when: When) -> bool:
        """Whether the words name a month or season without a year."""
        words = "" if when.because is None else self.article.text[when.because.start : when.because.end]
        return when.precision != "day" and not any(char.isdigit() for char in words)

    def _matter(self, match: Match, token: Token) -> frozenset[str]:
        """What tells one deed from another: nuclear or missile, drill or deployment; what words are about."""
        if match.kind.speech:
            return self._spoken_of(token)
        words = {
            lemma(token),
            *(
                lemma(part)
                for slot in ("object", "modifier", "of", "agent")
                for top in match.slots.get(slot, ())
                for part in (top, *top.children)
            ),
        }
        return frozenset(group for group in MATTERS if words & self.vocab.words[group])

    def _spoken_of(self, token: Token) -> frozenset[str]:
        """The nouns of what is said outside headlines, where there are enough to tell one act from another."""
        if self._block(token.idx) in HEADLINES or not is_verb(token):
            return frozenset()
        words = self.vocab.words
        nouns = {lemma(part) for part in token.subtree if part.pos_ == "NOUN" and part.i > token.i}
        nouns -= words["calendar"] | words["people_titles"] | words["documents"]
        return frozenset(nouns) if len(nouns) > 1 else frozenset()
