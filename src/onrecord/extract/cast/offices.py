"""Whom a title without a name means: "the Russian president", "the minister"; by office and day, or by the article."""

from onrecord.extract.cast.figures import Figure, figure_of
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.pronouns import Pronouns
from onrecord.extract.clause import base
from onrecord.records.parse import Token


class Offices:
    """Resolves the titles of one article that stand for their holders."""

    def __init__(self, named: Named, pronouns: Pronouns) -> None:
        self.named, self.pronouns = named, pronouns

    def holder(self, token: Token, of: Figure | None) -> tuple[Figure, ...]:
        """ "the Russian president", "his Chinese counterpart", "the minister": by office and day, or by the article."""
        title = self.named.knowledge.title(self._title_words(token))
        before = [
            (found, figure)
            for found, figure in self.named.people
            if found.start < token.i and found.title is not None
        ]
        indefinite = any(
            child.dep_ == "det" and child.lower_ in {"a", "an", "any", "no", "another"}
            for child in token.children
        )
        if indefinite:
            return ()
        if of is None:
            same = {
                figure.id: figure for found, figure in before if title is not None and found.title == title
            }
            if len(same) == 1:
                return tuple(same.values())
            recent = self.pronouns.recent_person(
                token, lambda found: title is not None and found.title == title
            )
            return () if recent is None else (recent,)
        same = {
            figure.id: figure
            for found, figure in self.named.people
            if figure.country is not None
            and figure.country == of.country
            and (found.title == title or title in {None, "leader"})
        }
        if len(same) == 1:
            return tuple(same.values())
        if title is None or self.named.on is None:
            return ()
        titles = ("president", "prime minister", "supreme leader") if title == "leader" else (title,)
        for candidate in titles:
            holders = self.named.knowledge.holders(candidate, of.name, self.named.on)
            if len(holders) == 1:
                return (figure_of(holders[0]),)
            if holders:
                return ()
        return ()

    def _title_words(self, token: Token) -> str:
        parts = [
            child.text
            for child in token.children
            if base(child) in {"compound", "amod"} and child.i < token.i and self.named.at(child) is None
        ]
        tail = [
            self.named.doc[index].text for index in range(token.i + 1, min(token.i + 3, len(self.named.doc)))
        ]
        words = " ".join([*parts, token.text])
        if tail and tail[0].lower() == "of" and len(tail) > 1 and tail[1].lower() == "state":
            words += " of state"
        return words
