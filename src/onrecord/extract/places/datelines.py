"""Places that head a paragraph: an agency's dateline, or "• KANANASKIS, Canada - " in a calendar of events."""

import re
from collections.abc import Iterator

from onrecord.extract.places.spots import Spots
from onrecord.records import Article, Place
from onrecord.records.parse import Doc, Token

# bullet, a place in capitals, perhaps its country, a dash
HEAD = re.compile(
    r"^[ \t]*(?:[•·*▪‣–-][ \t]*)?(?P<place>[A-Z][A-Z'’.\- ]{2,30}[A-Z])"
    r"(?:, ?[A-Z][\w. ]{2,25})?[ \t]+[-–—][ \t]+(?=\S)",
    re.MULTILINE,
)


class Datelines:
    """The places that head the paragraphs of one article."""

    def __init__(self, doc: Doc, article: Article, spots: Spots) -> None:
        self.doc, self.article, self.spots = doc, article, spots
        self.ranges = tuple(self._of_lines())
        self._lead = self._first_of_body()

    def is_entry(self, token: Token) -> bool:
        """Whether a word stands in a calendar's entry, which is headed by where it all takes place."""
        return len(self.ranges) > 1 and any(
            start <= token.idx < end and token.sent.start_char <= start + 1 for start, end, _ in self.ranges
        )

    def over(self, token: Token) -> Place | None:
        """The place that heads the line of a word, or where but one line is headed so, its first sentence."""
        for start, end, place in self.ranges:
            calendar = len(self.ranges) > 1 or token.sent.start_char <= start + 1
            if start <= token.idx < end and calendar:
                return place
        dateline = self.article.dateline
        if dateline is None or dateline.place is None or token.sent.start != self._lead:
            return None
        return self.spots.known(dateline.place)

    def _first_of_body(self) -> int:
        start = next((block.start for block in self.article.blocks if block.kind == "body"), 0)
        return next(
            (sentence.start for sentence in self.doc.sents if self.doc[sentence.start].idx >= start), -1
        )

    def _of_lines(self) -> Iterator[tuple[int, int, Place]]:
        text = self.article.text
        for match in HEAD.finditer(text):
            place = self.spots.known(match["place"].strip().title())
            if place is not None:
                end = text.find("\n", match.end())
                yield match.start(), len(text) if end < 0 else end, place
