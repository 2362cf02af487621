"""Who takes part in a deed beyond those who stand in its slots: hosts, chambers, authorities, those it is aimed at."""

from collections.abc import Sequence

from onrecord.extract.arguments import arguments
from onrecord.extract.carrying import carrier
from onrecord.extract.cast import BODY_WORDS, Cast, Figure, figure_of
from onrecord.extract.chains import Chains
from onrecord.extract.clause import base, case_of, is_verb, lemma
from onrecord.extract.clause_bounds import clause_of
from onrecord.extract.counts import counts_of
from onrecord.extract.places import host_of
from onrecord.extract.purposes import HOSTING
from onrecord.extract.triggers import Match, passive_without_agent
from onrecord.records import Place
from onrecord.records.parse import Doc, Token

OF_STATE = frozenset("ministry military army navy forces government marines police troops guard".split())
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


class Parties:
    """Completes the participants of the matches of one article."""

    def __init__(self, doc: Doc, cast: Cast, chains: Chains) -> None:
        self.doc, self.cast, self.chains = doc, cast, chains

    def of(self, match: Match, place: Place | None) -> tuple[tuple[Figure, str], ...]:
        """Everyone who takes part, each with a role; `place` is where the deed takes place."""
        roles = list(match.roles)
        if match.kind.place_is_host:
            host = host_of(place, self.cast, [figure for figure, _ in roles])
            lands = {f.country for f, r in roles if r == "host" and f.kind == "state"}
            roles = [
                (f, r)
                for f, r in roles
                if not (r == "host" and f.kind == "place" and (host is not None or f.country in lands))
            ]
            roles += [(host, "host")] if host is not None else []
        if match.kind.kind == "coercion" and not any(role == "initiator" for _, role in roles):
            roles += [(figure, "initiator") for figure in self._authority(match)]
        if match.kind.kind == "mobilization" and not any(role == match.kind.role for _, role in roles):
            roles += [(figure, match.kind.role) for figure in self._whose_troops(match)]
        tallied = match.kind.kind == "vote" and bool(counts_of(match, self.doc))
        if tallied and not any(figure.country for figure, _ in roles):
            roles += [(figure, match.kind.role) for figure in self._chamber(match)]
        if match.kind.kind in {"sanction", "vote"} and not any(role == "target" for _, role in roles):
            roles += [(figure, "target") for figure in self._aimed_at(match, roles)]
        if match.kind.kind == "gathering" and is_verb(self.doc[match.token]) is False:
            known = {figure.id for figure, _ in roles}
            roles += [(f, "attendee") for f in self._those_at(self.doc[match.token]) if f.id not in known]
        if match.kind.kind == "meeting":
            roles = [(f, r) for f, r in roles if not self._only_hosts(f, match)]
        if not match.kind.speech and match.kind.kind not in {"vote", "proceeding", "appointment"}:
            roles = [(self._state_behind(figure), role) for figure, role in roles]
        return tuple(
            dict.fromkeys(
                (figure, role)
                for figure, role in roles
                if figure.kind != "place" or role in {"target", "host"}
            )
        )

    def _only_hosts(self, figure: Figure, match: Match) -> bool:
        """Whether a state or body gives talks a place or brings them about: "Oman hosted the talks"."""
        token = self.doc[match.token]
        verb = token if is_verb(token) else carrier(token)
        if figure.person or verb is None or lemma(verb) not in HOSTING:
            return False
        return figure in self.cast.all_of(arguments(verb).get("agent", ()))

    def _state_behind(self, figure: Figure) -> Figure:
        """The state whose army, navy or ministry does it, where that has no place of its own among the actors."""
        words = figure.name.split()
        if figure.kind not in {"body", "organisation"}:
            return figure
        if not {word.lower() for word in words} & OF_STATE:
            return figure
        knowledge = self.cast.knowledge
        for length in (2, 1):
            state = knowledge.demonym(" ".join(words[:length])) or knowledge.state(" ".join(words[:length]))
            if state is not None:
                return figure_of(state)
        return figure

    def _whose_troops(self, match: Match) -> list[Figure]:
        """The state whose troops are sent, where nobody is said to send them: "Korean soldiers were sent to Russia"."""
        troops = match.slots.get("object", ())
        known = {figure.id for figure, _ in match.roles}
        return [f for word in troops for f in self.cast.of(word) if f.kind == "state" and f.id not in known]

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
