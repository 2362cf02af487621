"""How a deed stands: what the words make of it, weighed with its day and with who says so."""

from collections.abc import Sequence

from onrecord.extract.binding import clause_head
from onrecord.extract.cast import Figure
from onrecord.extract.chains import Chains, Speech
from onrecord.extract.clause import base, is_verb, lemma
from onrecord.extract.status import Reality
from onrecord.extract.triggers import Match
from onrecord.records import Status, When
from onrecord.records.day import days_between
from onrecord.records.parse import Doc, Token

AHEAD = frozenset({"planned", "confirmed"})
DONE = frozenset({"happened", "ongoing"})
WISHES = frozenset("plan intend want hope expect aim wish seek consider prefer like".split())
ANNOUNCED_AHEAD = frozenset({"meeting", "visit", "gathering", "call"})


class Standing:
    """Gives each mention of one article its status."""

    def __init__(self, doc: Doc, published: str | None, chains: Chains) -> None:
        """`published`: the article's day (ISO), None where unknown."""
        self.doc, self.published, self.chains = doc, published, chains

    def status(
        self, match: Match, real: Reality, when: When | None, figures: Sequence[Figure], token: Token
    ) -> tuple[Status, tuple[str, ...]]:
        """The status of a mention and, in words, what changed it beyond the words of its sentence.

        Args:
            match: the trigger with its kind.
            real: what the words around the trigger make of the deed.
            when: the day of the deed, if the text gives one.
            figures: who takes part.
            token: the trigger.
        """
        status = real.status
        reasons: list[str] = []
        if real.announced and real.nominal and status == "planned" and match.kind.kind not in ANNOUNCED_AHEAD:
            status = "happened"  # "announced sanctions" makes them, "announced a visit" only plans it
        if status in DONE and not match.kind.speech and self._lies_ahead(token, when):
            status = "planned"
            reasons.append(f"planned: its day lies after {self.published}")
        if match.trigger.status is not None and status in DONE:
            status = match.trigger.status
            reasons.append(f"{status} by “{token.text}”")
        if match.kind.speech and is_verb(token) and _told_by_its_own_tense(token):
            return "happened", ()
        if status in AHEAD and match.kind.speech and not real.future and not real.announced:
            status = "happened" if status == "planned" and not real.because else status
        if status == "planned" and self._party_says_so(token, figures, real):
            status = "confirmed"
            reasons.append("confirmed: a party to it says so")
        return status, tuple(reasons)

    def hedged(self, token: Token) -> bool:
        """Whether somebody on whose word it stands only believes or supposes it."""
        return any(
            speech.record.cue is not None and speech.record.cue.kind == "hedges"
            for speech in self.chains.over(token.idx, token.idx + len(token))
        )

    def _lies_ahead(self, token: Token, when: When | None) -> bool:
        """Whether a day lies after publication; the next day does not where the past tense tells the deed.

        An article of the evening may tell of what is the next day elsewhere ("fired a missile Friday morning").
        """
        published = self.published
        if published is None or when is None or when.start is None or when.start <= published:
            return False
        verb = clause_head(token)
        forms = (verb, *(child for child in verb.children if base(child) == "aux"))
        past = any("Past" in form.morph.get("Tense") for form in forms)
        return not past or days_between(published, when.start) > 1

    def _party_says_so(self, token: Token, figures: Sequence[Figure], real: Reality) -> bool:
        if real.announced and not real.hedged:
            return True
        ids = {figure.id for figure in figures}
        countries = {figure.country for figure in figures if figure.country}
        for speech in self.chains.over(token.idx, token.idx + len(token)):
            if speech.anonymous:
                return False
            if self._cue_word(speech) in WISHES:
                continue  # "Canberra intends to sign": the paper says what it wants
            for speaker in speech.speakers:
                official = speaker.kind in {"person", "state", "body"} and speaker.country in countries
                if (
                    speaker.id in ids
                    or (official and speaker.known)
                    or (official and speaker.country is not None)
                ):
                    return True
        return False

    def _cue_word(self, speech: Speech) -> str:
        cue = speech.record.cue
        part = None if cue is None else self.doc.char_span(cue.start, cue.end, alignment_mode="expand")
        return "" if part is None else lemma(part.root)


def _told_by_its_own_tense(verb: Token) -> bool:
    """A speech act in the plain past with its own subject is done, whatever clause it hangs on."""
    plain = "Past" in verb.morph.get("Tense") and "Fin" in verb.morph.get("VerbForm")
    own = any(base(child) == "nsubj" for child in verb.children)
    return plain and own and not any(base(child) == "aux" for child in verb.children)
