"""From a trigger to a mention: one telling of one deed, with everything its sentence says of it."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from spacy.tokens import Doc, Token

from onrecord.extract.attributions import Chains, Speech
from onrecord.extract.binding import Calendar, clause_head, clause_of
from onrecord.extract.cast import BODY_WORDS, Cast, Figure
from onrecord.extract.clause import arguments, base, carrier, case_of, is_verb, lemma
from onrecord.extract.counts import counts_of
from onrecord.extract.places import Map, host_of
from onrecord.extract.stance import speech_acts
from onrecord.extract.standing import Standing
from onrecord.extract.status import reality
from onrecord.extract.trace import Trace
from onrecord.extract.triggers import Match, find_matches, passive_without_agent
from onrecord.extract.vouching import sources_of
from onrecord.records import Article, BlockKind, Name, Place, Span, Status, When
from onrecord.vocab import Vocab

LONGEST_EVIDENCE = 400  # characters; a clause that is longer is cut around its trigger
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
TELLING = frozenset(
    (
        "take happen occur begin start open end conclude last kill leave injure wound hit strike destroy damage "
        "follow come resume continue break erupt land fall fly hold cut ban impose limit bar enter"
    ).split()
)
VOTING = (
    "parliament",
    "assembly",
    "senate",
    "congress",
    "council",
    "duma",
    "knesset",
    "bundestag",
    "rada",
    "house",
)
HEADLINES = frozenset({"title", "standfirst"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "such", "both"})


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of one deed. `noun`, `definite` and `bare` help to tell which tellings are of one deed."""

    match: Match
    sentence: int
    participants: tuple[tuple[Figure, str], ...]
    place: Place | None
    when: When | None
    status: Status
    hedged: bool
    recurring: bool
    counts: dict[str, str]
    chains: tuple[tuple[str, ...], ...]
    evidence: Span
    block: BlockKind
    noun: bool
    definite: bool
    about: tuple[Name, ...]
    because: tuple[str, ...]
    word: str
    matter: frozenset[str]
    wide: bool
    anchor: int | None
    unmarked: bool

    @property
    def token(self) -> int:
        """Index of the trigger."""
        return self.match.token

    @property
    def kind(self) -> str:
        """Name of the kind."""
        return self.match.kind.kind


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
        self.standing = Standing(doc, article.published, self.chains)

    def mentions(self) -> Iterator[Mention]:
        """Mentions in order of the text."""
        matches = list(find_matches(self.doc, self.cast, self.vocab, self.trace))
        triggers = {match.token: match for match in matches}
        matches += speech_acts(self.doc, self.cast, self.speeches, self.vocab, set(triggers))
        matches.sort(key=lambda match: match.token)
        trips: dict[str, int] = {}  # who travels to a meeting or gathering, and which
        for match in matches:
            block = self._block(self.doc[match.token].idx)
            if passed_over := self._passed_over(match, block, triggers):
                if self.trace is not None:
                    self.trace.passed_over.append((match, passed_over))
                continue
            match = self._bilateral(match)
            purpose = self._purpose(match, triggers, trips)
            yield self._tell(_as_part_of(match, triggers[purpose]) if purpose else match, block, purpose)

    def _passed_over(self, match: Match, block: BlockKind, triggers: Mapping[int, Match]) -> str:
        """Why a match tells nothing of its own; empty where it does."""
        if block not in {"body", "title", "standfirst"}:
            # what captions tell is told in the body or belongs to another picture
            return f"it stands in a {block}"
        if self._leads_to_another(match, triggers):
            return "it leads to another deed, which is the one told"
        return ""

    def _bilateral(self, match: Match) -> Match:
        """A summit of two people is a meeting."""
        if match.kind.kind != "gathering" or lemma(self.doc[match.token]) != "summit":
            return match
        figures = [figure for figure, _ in match.roles]
        if len(figures) != 2 or not all(figure.person for figure in figures):
            return match
        kind = self.vocab.kinds["meeting"]
        return msgspec.structs.replace(
            match, kind=kind, roles=tuple((figure, kind.role) for figure in figures)
        )

    def _purpose(self, match: Match, triggers: Mapping[int, Match], trips: dict[str, int]) -> int | None:
        """The trigger of the meeting or gathering that a trip is made for: one deed, told by two words.

        "is to travel to Moscow to attend the parade"; "Trump's visit", where the trip was told so before.
        """
        if match.kind.kind == "gathering":
            for figure, role in match.roles:
                if figure.person and role == match.kind.role:
                    trips.setdefault(figure.id, match.token)
        if match.kind.kind != "visit":
            return None
        token = self.doc[match.token]
        visitors = [figure.id for figure, role in match.roles if role == match.kind.role]
        for child in token.children:
            if child.dep_ not in {"advcl", "xcomp"}:
                continue
            for part in (child, *child.children):  # "to meet", "to take part in the ceremony"
                inner = triggers.get(part.i)
                if inner is not None and inner.kind.kind in {"meeting", "gathering"} and inner.roles:
                    trips.update(dict.fromkeys(visitors, int(part.i)))
                    return int(part.i)
        bare = (
            not is_verb(token) and self.places.where(match) is None and self.calendar.when(match)[0] is None
        )
        return next((trips[who] for who in visitors if who in trips), None) if bare else None

    def _block(self, position: int) -> BlockKind:
        for block in self.article.blocks:
            if block.start <= position < block.end:
                return block.kind
        return "boilerplate"

    def _leads_to_another(self, match: Match, triggers: Mapping[int, Match]) -> bool:
        """ "agreed to meet" and "agreed to a ceasefire" are one deed ahead, told by the second word."""
        token = self.doc[match.token]
        if match.kind.kind != "agreement" or lemma(token) != "agree":
            return False
        inner = [
            child
            for child in token.children
            if base(child) in {"xcomp", "ccomp"} or (base(child) == "obl" and child.i in triggers)
        ]
        return any(part.i in triggers for child in inner for part in (child, *child.children))

    def _tell(self, match: Match, block: BlockKind, purpose: int | None) -> Mention:
        token = self.doc[match.token]
        real = reality(token, self.vocab)
        when, dated = self.calendar.when(match)
        if when is not None and block in HEADLINES and self._year_unsaid(when):
            when, dated = None, ""  # a headline's bare "September" may be last year's or the next
        place = self.places.where(match)
        participants = self._participants(match, place)
        figures = [figure for figure, _ in participants]
        status, reasons = self.standing.status(match, real, when, figures, token)
        evidence = self._evidence(token)
        return Mention(
            match=match,
            sentence=token.sent.start,
            participants=participants,
            place=place,
            when=when,
            status=status,
            hedged=real.hedged or self.standing.hedged(token),
            recurring=self._recurring(token),
            counts=counts_of(match, self.doc),
            chains=sources_of(match, token, self.chains, self.speeches),
            evidence=evidence,
            block=block,
            noun=not is_verb(token),
            definite=any(
                child.lower_ in DEFINITE for child in token.children if base(child) in {"det", "nmod"}
            ),
            about=(),
            word=lemma(token),
            wide=self.places.is_state(place),
            anchor=purpose if purpose is not None else _anchor(token),
            unmarked=not is_verb(token) and not real.because and not dated and _in_passing(token),
            matter=self._matter(match, token),
            because=(
                f"“{token.text}” is a trigger of {match.kind.kind}",
                *([dated] if dated else []),
                *real.because,
                *reasons,
            ),
        )

    def _year_unsaid(self, when: When) -> bool:
        """Whether the words name a month or season without a year."""
        words = "" if when.because is None else self.article.text[when.because.start : when.because.end]
        return when.precision != "day" and not any(char.isdigit() for char in words)

    def _participants(self, match: Match, place: Place | None) -> tuple[tuple[Figure, str], ...]:
        roles = list(match.roles)
        if match.kind.place_is_host:
            host = host_of(place, self.cast, [figure for figure, _ in roles])
            if host is not None:
                roles = [(f, r) for f, r in roles if not (r == "host" and f.kind == "place")]
                roles.append((host, "host"))
        if match.kind.kind == "coercion" and not any(role == "initiator" for _, role in roles):
            roles += [(figure, "initiator") for figure in self._authority(match)]
        tallied = match.kind.kind == "vote" and bool(counts_of(match, self.doc))
        if tallied and not any(figure.country for figure, _ in roles):
            roles += [(figure, match.kind.role) for figure in self._chamber(match)]
        if match.kind.kind in {"sanction", "vote"} and not any(role == "target" for _, role in roles):
            roles += [(figure, "target") for figure in self._aimed_at(match, roles)]
        if match.kind.kind == "gathering" and is_verb(self.doc[match.token]) is False:
            known = {figure.id for figure, _ in roles}
            roles += [(f, "attendee") for f in self._those_at(self.doc[match.token]) if f.id not in known]
        return tuple(
            (figure, role) for figure, role in roles if figure.kind != "place" or role in {"target", "host"}
        )

    def _those_at(self, noun: Token) -> list[Figure]:
        """People who do something at it: "spoke at the forum", "held a place of honour at the parade"."""
        node = noun
        while (
            base(node) in {"nmod", "conj"} and node.head.pos_ in {"NOUN", "PROPN"} and node != noun.sent.root
        ):
            node = node.head
        verb = node.head
        if case_of(noun) not in {"at", "during", "in"} or not is_verb(verb) or verb == node:
            return []
        return [figure for figure in self.cast.all_of(arguments(verb).get("agent", ())) if figure.person]

    def _chamber(self, match: Match) -> tuple[Figure, ...]:
        """The one parliament, council or court spoken of in this sentence and the two before: whose votes they are."""
        first = self.doc[match.token].sent.start
        for _ in range(2):
            first = self.doc[first - 1].sent.start if first > 0 else 0
        found: dict[str, Figure] = {}
        for word in self.doc[first : match.token]:
            named = self.cast.figure_at(word)
            if (
                named is not None
                and named.kind == "body"
                and any(part in named.name.lower() for part in VOTING)
            ):
                found.setdefault(named.id, named)
            elif word.pos_ == "NOUN" and lemma(word) in BODY_WORDS:
                found.update({figure.id: figure for figure in self.cast.of(word) if figure.kind == "body"})
        return tuple(found.values()) if len(found) == 1 else ()

    def _authority(self, match: Match) -> list[Figure]:
        """The authority that tells of an arrest or a seizure whose doer is left unsaid is taken for the doer."""
        token = self.doc[match.token]
        if is_verb(token) and not passive_without_agent(match, self.doc):
            return []
        inner = self.chains.over(token.idx, token.idx + len(token))[-1:]
        return [
            figure
            for speech in inner
            for figure in speech.speakers
            if figure.kind in {"state", "body"} and not speech.anonymous
        ]

    def _aimed_at(self, match: Match, roles: Sequence[tuple[Figure, str]]) -> list[Figure]:
        """States named in what the measure is about: "a resolution to cut the North's oil"."""
        token = self.doc[match.token]
        inner = (
            [word.subtree for word in match.slots.get("object", ())] if is_verb(token) else [token.subtree]
        )
        known = {figure.id for figure, _ in roles}
        # the clause without what is joined to it: "imposed sanctions, and Britain followed"
        for words in (*inner, clause_of(self.doc, token.i)):
            for word in words:
                figure = self.cast.figure_at(word)
                if (
                    word.i > token.i
                    and figure is not None
                    and figure.kind == "state"
                    and figure.id not in known
                ):
                    return [figure]
        return []

    def _matter(self, match: Match, token: Token) -> frozenset[str]:
        """What tells one test or exercise from another: nuclear or missile, drill or deployment."""
        words = {
            lemma(token),
            *(
                lemma(part)
                for slot in ("object", "modifier", "of")
                for top in match.slots.get(slot, ())
                for part in (top, *top.children)
            ),
        }
        return frozenset(group for group in MATTERS if words & self.vocab.words[group])

    def _recurring(self, token: Token) -> bool:
        words = {part.lower_ for part in clause_of(self.doc, token.i)}
        return bool(
            words & {"annually", "regularly", "repeatedly", "routinely", "weekly", "frequently", "often"}
        ) or ("every" in words and bool(words & {"year", "week", "month", "friday", "day"}))

    # evidence ---------------------------------------------------------------------------------------

    def _evidence(self, token: Token) -> Span:
        head = clause_head(token)
        parts = list(head.subtree) if head.i != token.i or is_verb(token) else list(token.sent)
        first, last = parts[0], parts[-1]
        if not first.i <= token.i <= last.i:
            first = last = token
        start, end = first.idx, last.idx + len(last)
        if end - start > LONGEST_EVIDENCE:
            near = clause_of(self.doc, token.i)
            start, end = near[0].idx, near[-1].idx + len(near[-1])
        if end - start > LONGEST_EVIDENCE:
            start = max(start, token.idx - LONGEST_EVIDENCE // 2)
            end = min(end, token.idx + LONGEST_EVIDENCE // 2)
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)


def _in_passing(noun: Token) -> bool:
    """Whether a noun only refers to a deed ("the talks were fruitful") rather than telling it ("held talks")."""
    if carrier(noun) is not None:
        return False
    return not (base(noun) == "nsubj" and lemma(noun.head) in TELLING)


def _as_part_of(match: Match, purpose: Match) -> Match:
    """A trip told as a part of the meeting or gathering that it is made for."""
    roles = tuple((figure, purpose.kind.role) for figure, role in match.roles if role == match.kind.role)
    return msgspec.structs.replace(match, kind=purpose.kind, roles=roles)


def _anchor(token: Token) -> int | None:
    """The noun whose relative clause the word heads: "bombings, in which 23 were killed"."""
    return int(token.head.i) if token.dep_ == "acl:relcl" else None
