"""How a deed stands: what the words make of it, weighed with its day and with who says so."""

from collections.abc import Sequence

from onrecord.extract.aftermath import came_to_nothing, stamped
from onrecord.extract.bearing import Stands
from onrecord.extract.cast import Cast, Figure
from onrecord.extract.chains import Chains, Speech
from onrecord.extract.clause import base, case_of, is_verb, lemma
from onrecord.extract.clause_bounds import clause_head
from onrecord.extract.mention import DONE
from onrecord.extract.modality import progressive
from onrecord.extract.status import Reality
from onrecord.extract.triggers import Match
from onrecord.records import Article, Status, When
from onrecord.records.day import days_between
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

AHEAD = frozenset({"planned", "confirmed"})
WISHES = frozenset("plan intend want hope expect aim wish seek consider prefer like".split())
# what is announced as a noun is done for these kinds ("announced sanctions"), and lies ahead for others
DONE_BY_ANNOUNCING = frozenset(
    {
        "sanction",
        "aid",
        "appointment",
        "concession",
        "cooperation",
        "agreement",
        "proceeding",
        "coercion",
        "attack",
    }
)
IN_CALENDARS = frozenset({"meeting", "visit", "gathering", "call", "vote"})
# kinds with a day in the calendar: "votes on Thursday"
FIXED = frozenset(
    {"meeting", "visit", "gathering", "call", "vote", "agreement", "proceeding", "mobilization"}
)
TONIGHT = frozenset({"tonight", "tomorrow", "later", "evening"})
UNITS = frozenset({"hour", "day", "week", "month", "year", "fortnight"})
AGO = frozenset({"last", "ago", "every", "each", "past"})


def stands(match: Match, real: Reality) -> Stands:
    """Whether a deed is over, ahead or called off by its words alone: which days it may have (see `bearing`)."""
    if real.status in {"cancelled", "postponed"}:
        return "off"
    if real.status in DONE:
        return "done" if match.trigger.status is None else None  # "had been expected in Oslo on Monday"
    if match.kind.speech or real.status not in {*AHEAD, "possible"}:
        return None
    if real.status == "possible":
        return "open"
    made = real.announced and real.nominal and _done_by_announcing(match, real)
    return None if made else "ahead"


def _done_by_announcing(match: Match, real: Reality) -> bool:
    """ "Announced sanctions" makes them, "confirmed a missile test" tells of it; "announced a visit" only plans it."""
    kind = match.kind.kind
    confirmed = any("confirm" in reason for reason in real.because) and kind not in IN_CALENDARS
    return kind in DONE_BY_ANNOUNCING or confirmed


class Standing:
    """Gives each mention of one article its status."""

    def __init__(self, doc: Doc, article: Article, cast: Cast, chains: Chains, vocab: Vocab) -> None:
        self.doc, self.published, self.chains, self.vocab = doc, article.published, chains, vocab
        self.cast = cast
        self.prose = [block for block in article.blocks if block.kind == "body"]

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
        if (
            real.announced
            and real.nominal
            and status == "planned"
            and (_done_by_announcing(match, real) or match.kind.speech)
        ):
            status = "happened"  # "announced sanctions" makes them, "announced a visit" only plans it
        if status in DONE and not real.because and self._only_to_be(token):
            status = "planned"
            reasons.append("planned: an infinitive in a headline")
        if status in DONE and not match.kind.speech and self._lies_ahead(token, when):
            status = "planned"
            reasons.append(f"planned: its day lies after {self.published}")
        if status in DONE and match.kind.kind in FIXED and self._told_as_fixed(token, when):
            status = "planned"
            reasons.append("planned: the present tense with a day")
        fits = DONE | AHEAD if match.trigger.status == "denied" else DONE
        if match.trigger.status is not None and status in fits:
            status = match.trigger.status
            reasons.append(f"{status} by “{token.text}”")
        if match.kind.speech and is_verb(token) and _told_by_its_own_tense(token):
            return ("denied" if _of_nobody(token) else "happened"), ()
        if status in AHEAD and match.kind.speech and not real.future and not real.announced:
            status = "happened" if status == "planned" and not real.because else status
        after = stamped(token, self.vocab) or (
            came_to_nothing(token, self.vocab) if status in {"planned", "possible"} else None
        )
        if after is not None:
            status = after[0]
            reasons.append(f"{status} by “{after[1]}”")
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
        if any(child.dep_ == "cop" and "Past" in child.morph.get("Tense") for child in verb.children) and any(
            child == token for child in verb.children
        ):
            return False  # "his meeting on Friday was excellent": the day is misread
        if verb == token and "Past" in verb.morph.get("Tense") and "Fin" in verb.morph.get("VerbForm"):
            return days_between(published, when.start) > 1 and when.start[:7] > published[:7]
        return not past or days_between(published, when.start) > 1

    def _only_to_be(self, token: Token) -> bool:
        """Whether a headline without a verb tells it by an infinitive: "Minister in town this week to sign a pact"."""
        if any(block.start <= token.idx < block.end for block in self.prose) or not is_verb(token):
            return False
        infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)
        return infinitive and not any("Fin" in word.morph.get("VerbForm") for word in token.sent)

    def _told_as_fixed(self, token: Token, when: When | None) -> bool:
        """Whether the present tells of a day to come: "votes on Thursday", "is flying there tonight".

        Not so in headlines, where the present tells what was.
        """
        verb = clause_head(token)
        if not any(block.start <= token.idx < block.end for block in self.prose) or not is_verb(verb):
            return False
        forms = [child for child in verb.children if base(child) in {"aux", "cop"}]
        calendar = lemma(verb) in self.vocab.words["scheduled_verbs"] and base(token) == "nsubj"
        told = {part.lower_ for part in verb.subtree if part.i >= verb.left_edge.i and part.sent == verb.sent}
        if (
            lemma(verb) in {"follow", "report"}
            or told & AGO
            or any(form.lower_ in {"have", "has", "had"} for form in forms)
        ):
            return False
        if forms and progressive(verb) and all("Pres" in form.morph.get("Tense") for form in forms):
            return bool(told & TONIGHT)
        ends = verb.lower_.endswith("s") and verb.lower_ != lemma(verb)  # "inaugurates", tagged as past
        if (
            forms
            or "Fin" not in verb.morph.get("VerbForm")
            or not (ends or "Pres" in verb.morph.get("Tense"))
        ):
            return False
        return calendar or _in_some_time(verb) or (when is not None and self._unspent(when))

    def _unspent(self, when: When) -> bool:
        """Whether the words of a day, a month or "tonight" can mean one to come: no year, not "yesterday"."""
        if when.because is None:
            return False
        words = self.doc.text[when.because.start : when.because.end].lower()
        if any(word in words for word in ("last", "ago", "today", "yesterday", "past", "now")):
            return False
        return when.precision in {"day", "month"} and not any(
            len(part) == 4 and part.isdigit() for part in words.replace(",", " ").split()
        )

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
            if self._for_a_party(speech, ids):
                return True
            for speaker in speech.speakers:
                official = speaker.kind in {"person", "state", "body"} and speaker.country in countries
                if (
                    speaker.id in ids
                    or (official and speaker.known)
                    or (official and speaker.country is not None)
                ):
                    return True
        return False

    def _for_a_party(self, speech: Speech, ids: set[str]) -> bool:
        """ "His office", "her spokesman", "the palace": those who speak for somebody the sentence is about."""
        source = speech.record.source
        span = self.doc.char_span(source.start, source.end, alignment_mode="expand")
        words = self.vocab.words
        voices = [t for t in span or () if lemma(t) in words["spokespeople"] | words["institutions"]]
        for voice in voices:
            owners = [child for child in voice.children if child.dep_ == "nmod:poss"]
            if any(owner.pos_ == "PRON" for owner in owners):
                return True
            if any(figure.id in ids for owner in owners for figure in self.cast.of(owner)):
                return True
            bare = all(child.dep_ in {"det", "case", "punct"} for child in voice.children)
            if bare and not speech.speakers and any(child.lower_ == "the" for child in voice.children):
                return True
        return False

    def _cue_word(self, speech: Speech) -> str:
        cue = speech.record.cue
        part = None if cue is None else self.doc.char_span(cue.start, cue.end, alignment_mode="expand")
        return "" if part is None else lemma(part.root)


def _in_some_time(verb: Token) -> bool:
    """ "in ten days", "in a week"."""
    return any(
        base(child) in {"obl", "nmod"} and lemma(child) in UNITS and case_of(child) == "in"
        for child in verb.children
    )


def _of_nobody(verb: Token) -> bool:
    """ "No leader asked for it"."""
    subjects = [child for child in verb.children if base(child) == "nsubj"]
    return any(
        part.lower_ in {"no", "nobody", "none"} for word in subjects for part in (word, *word.children)
    )


def _told_by_its_own_tense(verb: Token) -> bool:
    """A speech act in the plain past with its own subject is done, whatever clause it hangs on."""
    plain = "Past" in verb.morph.get("Tense") and "Fin" in verb.morph.get("VerbForm")
    own = any(base(child) == "nsubj" for child in verb.children)
    return plain and own and not any(base(child) == "aux" for child in verb.children)
