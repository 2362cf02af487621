"""Which day belongs to a deed."""

from collections.abc import Sequence

from onrecord.extract.bearing import (
    UP_TO_NOW,
    WORDS,
    Site,
    Stands,
    bears,
    in_plain_past,
    root_of,
    signal,
    told_as_past,
)
from onrecord.extract.clause import base, case_of, lemma
from onrecord.extract.clause_bounds import clause_head, clause_of
from onrecord.extract.dated_words import DatedWords
from onrecord.extract.going_on import goes_on, sums_up
from onrecord.extract.times import is_heading, moved_by, opens_entry
from onrecord.extract.triggers import Match
from onrecord.records import Span, TimeExpression, When
from onrecord.records.parse import Doc, Token

DATED = frozenset({"DATE", "TIME"})
# Kinds that come in rounds, each on a day of its own: the first of several days is one of them.
ROUNDS = frozenset({"meeting", "gathering", "call", "visit", "vote", "mobilization"})
# Lengths whose end is meant, or the days up to it ("in two weeks", "within 30 days").
LENGTHS = frozenset(
    {"that long after the publication day", "within that long after the publication day", UP_TO_NOW}
)
# A time of day without its day, which a day in the same clause may name.
CLOCK_ONLY = frozenset({"on the day told last", "on the publication day"})
# What leaders and ministers come from when they speak: "said on Tuesday after talks".
MET = frozenset({"meeting", "call", "gathering"})
SPEAKING = WORDS - {"schedule", "expect", "plan"} | {"add", "declare", "sign", "state", "stress"}
SPANS = frozenset({"day", "week", "month", "year", "decade"})


class Calendar:
    """The time expressions of an article, by token."""

    def __init__(self, doc: Doc, times: Sequence[TimeExpression], published: str | None) -> None:
        """`published`: the article's day (ISO), None where unknown."""
        self.doc, self.published = doc, published
        self.at: dict[int, TimeExpression] = {}
        self.lengths = {item.end: item for item in times if item.type == "DURATION"}
        for item in times:
            if item.first is not None and (item.type in DATED or item.because in LENGTHS):
                part = doc.char_span(item.start, item.end, alignment_mode="expand")
                if part is not None:
                    for token in part:
                        self.at[token.i] = item
        text = doc.text
        headings = [i for i in times if i.precision == "day" and is_heading(text, i.start, i.end)]
        # one line may be anything, several make a list of days with what is to happen on each
        self.headings = headings if len(headings) > 1 else []
        entries = [i for i in times if i.type == "DATE" and i.first and opens_entry(text, i.start, i.end)]
        self.entries = entries if len(entries) > 1 else []
        self.dated = DatedWords(doc, self.at)

    def when(self, match: Match, stands: Stands = None) -> tuple[When | None, str]:
        """The expression that dates a deed, and the rule that chose it.

        Args:
            match: the deed.
            stands: whether it is done, ahead or called off, as far as its words tell.
        """
        token = self.doc[match.token]
        site = Site(token, stands, self.published)
        for rule, words in (
            ("at the verb that tells it", self.dated.occurring(token)),
            ("at the word itself", self.dated.own(token)),
            ("at the verb that carries it", self.dated.carried(token)),
            ("in its clause", clause_of(self.doc, match.token)),
            ("at what it refers to", self.dated.referred(token)),
            ("as the time named", self.dated.time_named(token)),
            ("in the clause above", self.dated.above(token)),
            ("before its sentence", self.dated.fronted(token)),
        ):
            item = self._nearest(site, words, rounds=match.kind.kind in ROUNDS)
            if item is not None:
                return self._as_when(item, site), f"day {rule}: “{item.text}”"
        if counted := self._counted(site):
            return counted
        if item := self._after_it(match, site):
            return self._as_when(item, site), f"day of what was said after it: “{item.text}”"
        if item := self._alone(site, match.kind.speech):
            return self._as_when(item, site), f"day in its sentence: “{item.text}”"
        if item := self._entry(token):
            return self._as_when(item, site), f"date that heads its entry: “{item.text}”"
        if item := self._going_on(site):
            return self._as_when(item, site), f"day told before it: “{item.text}”"
        heading = next((i for i in reversed(self.headings) if i.end <= token.idx), None)
        if heading is not None:
            return self._as_when(heading, site), f"day at the head of its list: “{heading.text}”"
        return None, ""

    def _entry(self, token: Token) -> TimeExpression | None:
        """The date at the head of the line, in a list of dates: "* July 22, 2022: they sign in Istanbul"."""
        item = next((i for i in reversed(self.entries) if i.end <= token.idx), None)
        return None if item is None or "\n" in self.doc.text[item.end : token.idx] else item

    def _counted(self, site: Site) -> tuple[When, str] | None:
        """The day so long before or after that of the clause above: "came on May 9, a month after it tested"."""
        for node in dict.fromkeys((site.token, clause_head(site.token))):
            mark = next((c for c in node.children if c.i < node.i and c.lower_ in {"before", "after"}), None)
            length = self.lengths.get(mark.idx - 1) if mark is not None else None
            if mark is None or length is None or node.head == node:
                continue
            back = mark.lower_ == "after"
            dated = self._day_of(clause_head(node.head))
            moved = moved_by(length.value, dated, back=back) if dated else None
            if dated is None or moved is None:
                return None
            first, last, precision = moved
            when = When(first, last, precision, Span(length.start, length.end))
            return when, f"day counted from “{dated.text}”: “{length.text}”"
        return None

    def _after_it(self, match: Match, site: Site) -> TimeExpression | None:
        """The day on which somebody spoke after a meeting: "said on Tuesday after talks with his counterpart"."""
        if match.kind.kind not in MET or site.stands != "done":
            return None
        node = site.token
        for _ in range(6):
            if any(lemma(word) in SPANS for word in (node, *node.children)):
                return None  # "after two years of talks"
            marks = {c.lower_ for c in node.children if c.i < node.i and base(c) in {"case", "mark"}}
            if marks & {"after", "following"}:
                break
            node = node.head
        verb = clause_head(node.head)
        if verb == node or lemma(verb) not in SPEAKING or not in_plain_past(verb):
            return None
        item = self._nearest(Site(verb, "done", self.published), self.dated.own(verb))
        return item if item is not None and item.precision == "day" else None

    def _day_of(self, verb: Token) -> TimeExpression | None:
        """The date of a clause in the past, or else the day on which the telling stands there."""
        site = Site(verb, "done", self.published)
        if own := self._nearest(site, self.dated.own(verb)):
            return own
        first = verb.sent.start if verb == verb.sent.root and in_plain_past(verb) else 0
        for _ in range(12):
            if first == 0:
                return None
            before = self.doc[first - 1].sent
            if days := [self.at[word.i] for word in before if word.i in self.at and self._dates_main(word)]:
                return days[-1]
            first = before.start
        return None

    def _going_on(self, site: Site) -> TimeExpression | None:
        """The day told before, where the telling goes on from it: "He later telephoned the emir"."""
        above = {site.token.i, *(node.i for node in site.token.ancestors)}
        elsewhere = any(word.i in self.at and clause_head(word).i in above for word in site.token.sent)
        back = goes_on(clause_head(site.token)) if site.stands == "done" and not elsewhere else 0
        first = site.token.sent.start
        while back and first:
            before = self.doc[first - 1].sent
            dated = [word for word in before if word.i in self.at]
            days = [self.at[word.i] for word in dated if self._dates_main(word)]
            if dated or not told_as_past(before.root) or sums_up(before.root):
                return days[-1] if days else None
            first, back = before.start, back - 1
        return None

    def _dates_main(self, word: Token) -> bool:
        """Whether it is of a day on which its sentence's main clause, in the past, takes place."""
        root = word.sent.root
        return (
            self.at[word.i].precision == "day"
            and in_plain_past(root)
            and bears(word, self.at[word.i], Site(root, "done", self.published))
        )

    def _alone(self, site: Site, speech: bool) -> TimeExpression | None:
        """The one date of the sentence that may be the deed's, where it is not told in an inner finite clause."""
        token = site.token
        if clause_head(token).dep_ == "acl:relcl":
            return None
        found = {
            (item.start, item.end): item
            for word in token.sent
            if (item := self.at.get(word.i))
            # "said on Monday that the visit ...": the day is that of the saying
            and (
                not _says(clause_head(word), token)
                or (speech and _reported(clause_head(word), token))
                or _put_in(clause_head(word), word)
            )
            and bears(word, item, site, across=True)
            and not self._listed(word)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _nearest(self, site: Site, words: Sequence[Token], *, rounds: bool = False) -> TimeExpression | None:
        dated = [
            word
            for word in words
            if word.i in self.at
            and bears(word, self.at[word.i], site)
            and ((rounds and self.at[word.i].precision == "day") or not self._listed(word))
        ]
        if not dated:
            return None
        dated = [word for word in dated if self.at[word.i].because not in CLOCK_ONLY] or dated
        exact = [word for word in dated if self.at[word.i].precision in {"day", "range"}]
        return self.at[min(exact or dated, key=lambda word: abs(word.i - site.token.i)).i]

    def _listed(self, word: Token) -> bool:
        """Whether it is one of several dates: "in 2006, 2009 and 2013" is not when one thing was."""
        item = self.at[word.i]
        root = root_of(self.doc, item, word)
        others = [
            child for child in root.children if base(child) in {"conj", "nmod"} and case_of(child) == ""
        ]
        if base(root) in {"conj", "nmod"} and case_of(root) == "":
            others.append(root.head)
        return any(other.i in self.at and self.at[other.i] != item for other in others)

    def _as_when(self, item: TimeExpression, site: Site) -> When:
        """The expression as the time of a claim; "before May 9", "stays closed until May 9": the days up to it."""
        span = Span(item.start, item.end)
        before = {"before"} if site.stands == "off" else {"before", "until", "till"}
        if self.published and signal(self.doc, item) in before and (item.last or "") >= self.published:
            return When(self.published, item.last, "range", span)
        return When(item.first, item.last, item.precision, span)


def _reported(verb: Token, token: Token) -> bool:
    """ "Oslo condemned the raid, its ministry said on Monday": what is said is told on the day of the saying."""
    return token.i < verb.i and clause_head(token).head == verb and told_as_past(token)


def _put_in(verb: Token, word: Token) -> bool:
    """ "In February, the diplomat recalled, a plane flew ...": a date before a verb that is only put in."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    subject = next((child for child in verb.children if base(child) == "nsubj"), verb)
    return word.i < min(subject.i, verb.i) and after.text == ","


def _says(verb: Token, token: Token) -> bool:
    """Whether a word stands in the clause that a verb, or one joined to it, has as its content."""
    node = token
    for _ in range(40):
        joined = base(node.head) == "conj" and node.head.head == verb
        if base(node) in {"ccomp", "parataxis"} and (node.head == verb or joined):
            return True
        if node.head == node:
            return False
        node = node.head
    return False
