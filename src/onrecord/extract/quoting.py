"""Who is behind a quotation: the cue beside it, or the speaker of the quotation before.

A quotation that an attribution covers already only widens it. Else the nearest verb of saying outside the
marks, in the words that lead up to the run or follow it, names the speaker; a sentence or paragraph that is
all quotation goes on with the last speaker.
"""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.extract.arguments import arguments
from onrecord.extract.cast import Cast
from onrecord.extract.clause import is_verb, lemma
from onrecord.extract.nearby import Nearby
from onrecord.extract.quotations import Quotation, paragraphs
from onrecord.extract.sayings import beside, can_speak, speaker_of
from onrecord.extract.utterances import Draft, noun_phrase, span_of, tokens_in
from onrecord.records import Span
from onrecord.records.parse import Doc, Token
from onrecord.vocab import Vocab

FEWEST = 4  # words; shorter runs are phrases in somebody's sentence, or names and irony
NEAR = 15  # tokens between a quotation and its cue
STOPS = ".!?…"


class Behind:
    """Finds who is behind each quotation of one text."""

    def __init__(
        self, doc: Doc, cast: Cast, vocab: Vocab, prose: Sequence[Span], quoted: Sequence[Quotation]
    ) -> None:
        self.doc, self.cast, self.vocab, self.quoted = doc, cast, vocab, quoted
        self.paragraphs = list(paragraphs(doc.text, prose))

    def join(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts, with quotations added to them or made into new ones."""
        made = list(drafts)
        near = Nearby(range(len(made)), lambda index: made[index].content)
        changed: set[int] = set()  # drafts whose content is no longer where `near` has it, and new ones
        last: tuple[int, Quotation] | None = None  # the draft that the run before belongs to
        for run in self.quoted:
            if self._words(run) < FEWEST or self._is_title(run):
                continue
            index = self._covering(made, run, {*near.at(run.start, run.end), *changed})
            if index is None:
                draft = self._beside(run)
                if draft is not None:
                    index = next((i for i, d in enumerate(made) if d.cue.overlap(draft.cue)), None)
                    if index is None:
                        made.append(draft)
                        index = len(made) - 1
            if index is None:
                index = self._carried_on(made, run, last)
            if index is not None:
                made[index] = _with(made[index], run.span)
                changed.add(index)
                last = (index, run)
        return made

    def _words(self, run: Quotation) -> int:
        return len(self.doc.text[run.start : run.end].split())

    def _is_title(self, run: Quotation) -> bool:
        """Whether the marks hold the name of a programme, book or song: every longer word has a capital."""
        inside = [t for t in self._tokens(run.start, run.end) if t.is_alpha and len(t) > 3]
        return (
            len(inside) > 1
            and all(t.text[0].isupper() for t in inside)
            and not all(t.is_upper for t in inside)
        )

    def _covering(self, made: Sequence[Draft], run: Quotation, candidates: Iterable[int]) -> int | None:
        """Of the candidates the draft with the smallest content that covers half the run, its cue outside."""
        best: tuple[int, int] | None = None
        for index in sorted(candidates):
            draft = made[index]
            if run.start <= draft.cue.start < run.end or draft.source is None:
                continue
            if draft.covers(run.span) * 2 >= len(run.span):
                size = sum(len(part) for part in draft.content)
                best = (size, index) if best is None or size < best[0] else best
        return None if best is None else best[1]

    # beside -----------------------------------------------------------------------------------------

    def _beside(self, run: Quotation) -> Draft | None:
        before, after = self._before(run), self._after(run)
        lead = self._cue(before[::-1], near_end=True)
        follow = self._cue(after, near_end=False)
        text = self.doc.text[before[0].idx : run.start].rstrip() if before else ""
        leads = bool(text) and (text[-1] in ",:" or text.endswith((" that", " as")) or lead is not None)
        found = lead if leads and lead is not None else follow or lead
        if found is None:
            return None
        verb, speaker = found
        return Draft(noun_phrase(speaker), span_of(verb), (run.span,))

    def _before(self, run: Quotation) -> list[Token]:
        """Tokens from the last stop, quotation or paragraph's start up to the run."""
        text = self.doc.text
        start = self._paragraph(run).start
        for other in self.quoted:
            if start <= other.start and other.end <= run.start:
                start = max(start, other.end)
        at = run.start - 1
        while at > start and not (text[at] in STOPS and text[at + 1].isspace() and not _is_initial(text, at)):
            at -= 1
        return self._tokens(max(start, at), run.start)

    def _after(self, run: Quotation) -> list[Token]:
        """Tokens from the run to the next stop, quotation or paragraph's end."""
        text = self.doc.text
        stop = self._paragraph(run).end
        for other in self.quoted:
            if other.start >= run.end and self._words(other) >= FEWEST:
                stop = min(stop, other.start)
        if (
            run.end > run.start + 1
            and text[run.end - 2] == "."
            and text[run.end : run.end + 2].strip()[:1].isupper()
        ):
            # “... .” He said: a new sentence, unless a verb of saying comes first
            first = self._tokens(run.end, min(stop, run.end + 40))
            if len(first) > 1 and not any(self._speaks(token) for token in first[:4]):
                return []
        at = run.end
        while at < stop and not (
            text[at] in STOPS and (at + 1 >= stop or text[at + 1].isspace()) and not _is_initial(text, at)
        ):
            at += 1
        return self._tokens(run.end, at)

    def _speaks(self, token: Token) -> bool:
        words = self.vocab.words
        return is_verb(token) and (lemma(token) in words["says"] or lemma(token) in words["says_person"])

    def _paragraph(self, run: Quotation) -> Span:
        return next((p for p in self.paragraphs if p.start <= run.start < p.end), run.span)

    def _tokens(self, start: int, end: int) -> list[Token]:
        if start >= end:
            return []
        return [t for t in tokens_in(self.doc, Span(start, end)) if start <= t.idx < end and not t.is_space]

    def _cue(self, tokens: Sequence[Token], near_end: bool) -> tuple[Token, Token] | None:
        """The first verb of saying with its speaker, going away from the run."""
        for distance, token in enumerate(tokens):
            if distance > NEAR:
                return None
            if not self._speaks(token):
                continue
            speaker = speaker_of(token, self.cast, self.vocab) or beside(token, self.cast, self.vocab)
            if speaker is not None and speaker in tokens:
                return token, speaker
            inherited = arguments(token).get("agent", [])
            if inherited and can_speak(inherited[0], self.cast, self.vocab):
                return token, inherited[0]
        return None

    # carried on -------------------------------------------------------------------------------------

    def _carried_on(
        self, made: Sequence[Draft], run: Quotation, last: tuple[int, Quotation] | None
    ) -> int | None:
        """The draft that a run without a cue goes on with."""
        if last is not None and run.goes_on:
            return last[0]
        if self._before(run) or any(token.is_alpha for token in self._after(run)):
            return None
        paragraph = self._paragraph(run)
        if last is not None and paragraph.start <= last[1].start:
            return last[0]
        position = self.paragraphs.index(paragraph) if paragraph in self.paragraphs else 0
        if position == 0 or self.doc.text[paragraph.start : run.start].strip():
            return None
        previous = self.paragraphs[position - 1]
        spoken = [
            (max(draft.cue.end, *(part.end for part in draft.content)), index)
            for index, draft in enumerate(made)
            if previous.start <= draft.cue.start < previous.end and draft.source is not None and draft.asserts
        ]
        return max(spoken)[1] if spoken else None


def _is_initial(text: str, at: int) -> bool:
    """Whether a full stop follows an initial or a short title: "J. Smith", "Mr. Lee"."""
    if text[at] != ".":
        return False
    start = at
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = text[start:at]
    return (len(word) == 1 and word.isupper()) or word in {
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Gen",
        "Sen",
        "Rep",
        "Gov",
        "St",
        "Lt",
        "Col",
    }


def _with(draft: Draft, run: Span) -> Draft:
    """The draft with the run in its content, touching and overlapping spans made one."""
    merged: list[Span] = []
    for part in sorted([*draft.content, run]):
        if merged and part.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    return msgspec.structs.replace(draft, content=tuple(merged))
