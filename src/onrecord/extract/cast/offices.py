"""Whom a title without a name means: "the Russian president", "the minister"; by office and day, or by the article."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from onrecord.extract.cast.discourse import Discourse
from onrecord.extract.cast.figures import Figure, figure_of
from onrecord.extract.cast.leading import LEADERS
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.titled import Post, last_word, post_of
from onrecord.extract.names import Found
from onrecord.records.parse import Token

# offices that there is but one of in the world, and whose they are
ONE = {"pope": "Holy See"}
TELLING_ALONE = LEADERS - {"leader", "vice president", "general secretary", "secretary-general"}
# offices that a state gives to many at once
SEVERAL = frozenset({"ambassador", "envoy", "special envoy", "minister", "adviser", "deputy minister"})
LATELY = 60  # days after a term in which its holder may still be called by it
FAR_BACK = 6  # sentences back in which "the minister" was spoken of


class Offices:
    """Resolves the titles of one article that stand for their holders."""

    def __init__(self, named: Named, discourse: Discourse) -> None:
        self.named, self.discourse = named, discourse

    def holder(self, token: Token, of: Figure | None) -> tuple[Figure, ...]:
        """The one whom a title in the singular means, () when unclear; `of`: the state or body it belongs to."""
        post = post_of(token, self.named.knowledge, self.named.on)
        if not post.definite:
            return ()
        owner = post.of or (of.name if of is not None else None)
        if post.time == "gone":
            return self._gone(token, post, owner)
        if post.time in {"to come", "then"}:
            return self._one(self._in_text(token, lambda found: self._is_titled(found, post, owner)))
        if post.time != "now":
            return self._at(post, owner, post.time)
        if owner is None:
            return self._bare(token, post)
        return self._owned(token, post, owner, of)

    def by_title(self, title: str, owner: str, on: str | None = None) -> tuple[Figure, ...]:
        """Who holds an office on the article's day (or another), where it is one person; "leader" of a state too.

        Where an article is not dated, only if it is the same person at both ends of what dates it.
        """
        if title in SEVERAL:
            return ()
        days = (on,) if on else self.named.days
        holders = [tuple(self.named.knowledge.holders(title, owner, day)) for day in days if day is not None]
        same = bool(holders) and all(found == holders[0] for found in holders)
        return (figure_of(holders[0][0]),) if same and len(holders[0]) == 1 else ()

    def in_state(self, post: Post, state: Figure) -> tuple[Figure, ...]:
        """The holder of a post in one of the states that share it: named here, else by the day."""
        named = _each(
            figure
            for found, figure in self.named.people
            if not found.past and self._is_titled(found, post, state.name) and figure.country == state.country
        )
        return self._one(named) or (() if post.title is None else self.by_title(post.title, state.name))

    def is_called(self, figure: Figure, post: Post) -> bool:
        """Whether somebody is given a title here or holds it on the article's day."""
        titled = any(f.id == figure.id and self._is_titled(n, post, None) for n, f in self.named.people)
        return titled or self._holds(figure, post)

    # ------------------------------------------------------------------------------------------------

    def _owned(self, token: Token, post: Post, owner: str, of: Figure | None) -> tuple[Figure, ...]:
        named = self._in_text(token, lambda found: self._is_titled(found, post, owner) and not found.past)
        if len(named) == 1:
            return named
        found = self.by_title(post.title, owner) if post.title is not None else ()
        if found:
            return () if post.new and not self._is_new(found[0], post) else found
        lately = self._in_text(token, lambda f: self._held(f, post, owner, LATELY), ahead=1)
        if len(lately) == 1:
            return lately  # the office has stood empty since, or its holder of today is not known
        if post.title is None or post.title in {"leader", post.word}:
            return self._last_titled(token, post, of) or self._last_described(token, post, of)
        return ()

    def _bare(self, token: Token, post: Post) -> tuple[Figure, ...]:
        """ "the minister", "the chancellor": one spoken of; else the holder in the only state spoken of."""
        if post.title in ONE:
            return self.by_title(post.title, ONE[post.title])
        found = self._last_titled(token, post, None) or self._last_described(token, post, None)
        if found or post.title not in TELLING_ALONE:
            return found
        states = {state.name: state for state in self._states_near(token)}
        holders = {f.id: f for state in states for f in self.by_title(str(post.title), state)}
        return tuple(holders.values()) if len(holders) == 1 else ()

    def _gone(self, token: Token, post: Post, owner: str | None) -> tuple[Figure, ...]:
        """ "the former chancellor", "the late president": one named here who is called so, or once was."""
        called = self._in_text(token, lambda f: f.past and self._is_titled(f, post, owner), ahead=3)
        if len(called) == 1:
            return called
        once = self._in_text(token, lambda f: self._held(f, post, owner), ahead=1)
        return self._one(once) or self._last_described(token, post, None, gone=True)

    def _at(self, post: Post, owner: str | None, time: str) -> tuple[Figure, ...]:
        if post.title is None or owner is None:
            return ()
        return self.by_title(post.title, owner, time)

    def _is_new(self, figure: Figure, post: Post) -> bool:
        day = self.named.on or ""
        starts = [
            term.start
            for term in self.named.knowledge.terms(figure.id)
            if term.office.title == post.title and term.start
        ]
        return any(day[:4] and abs(int(day[:4]) - int(start[:4])) <= 1 for start in starts)

    # the article's people ---------------------------------------------------------------------------

    def _in_text(self, token: Token, fits: Callable[[Found], bool], ahead: int = 0) -> tuple[Figure, ...]:
        """Everybody named here who fits; `ahead`: only such as are named before, or so many words behind."""
        return _each(
            figure
            for found, figure in self.named.people
            if fits(found) and (not ahead or found.start < token.i + ahead)
        )

    def _one(self, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        return figures if len(figures) == 1 else ()

    def _is_titled(self, found: Found, post: Post, owner: str | None) -> bool:
        """Whether a name is given this title here, of this state or body as far as both are known."""
        if found.title is None:
            return False
        same = found.title == post.title or (
            post.title in {"leader", "minister", None, post.word}
            and (last_word(found.title) == post.word or (post.title == "leader" and found.title in LEADERS))
        )
        return same and self._is_of(found, owner)

    def _is_of(self, found: Found, owner: str | None) -> bool:
        if owner is None or found.title_of == owner:
            return True
        state = self.named.knowledge.state(owner)
        country = self.named.figure(found).country
        return found.title_of is None and state is not None and country == state.country

    def _held(self, found: Found, post: Post, owner: str | None, within: int | None = None) -> bool:
        """Whether somebody named once held the office, within so many days, and holds it no more."""
        day = self.named.on or "9999-12-31"
        first = "" if within is None else (date.fromisoformat(day) - timedelta(days=within)).isoformat()
        return any(
            term.office.title == post.title
            and (owner is None or term.office.of == owner)
            and term.end is not None
            and first <= term.end <= day
            for term in self.named.knowledge.terms(self.named.figure(found).id)
        )

    def _last_titled(self, token: Token, post: Post, of: Figure | None) -> tuple[Figure, ...]:
        """The person most in mind who is given the title here, or holds it; `of`: of that state only."""
        if post.title is None:
            return ()
        titled = {self.named.figure(f).id for f, _ in self.named.people if self._is_titled(f, post, None)}

        def fits(figure: Figure) -> bool:
            own = of is None or of.country is None or figure.country == of.country
            return own and (figure.id in titled or self._holds(figure, post))

        found = self.discourse.foremost(token, fits, FAR_BACK)
        return () if found is None else (found,)

    def _holds(self, figure: Figure, post: Post) -> bool:
        if self.named.on is None or not figure.person or not figure.known:
            return False
        titles = {office.title for office in self.named.knowledge.offices_on(figure.id, self.named.on)}
        if post.title == "leader":
            return bool(titles & LEADERS)
        return post.title in titles or (
            post.title == "minister" and any(last_word(t) == "minister" for t in titles)
        )

    def _last_described(
        self, token: Token, post: Post, of: Figure | None, gone: bool = False
    ) -> tuple[Figure, ...]:
        """The person last spoken of whom the text calls so: "Klimov, a Russian official, ... The official"."""
        for heard in self.discourse.before(token, FAR_BACK):
            for figure in heard.figures:
                if (
                    figure.person
                    and post.word in self.named.described(figure)
                    and (of is None or of.country is None or figure.country in {None, of.country})
                ):
                    return (figure,)
        return ()

    def _states_near(self, token: Token) -> Iterable[Figure]:
        """States of whatever is named in this sentence and the one before."""
        sentence = self.named.sentence_number(token)
        for found in self.named.names:
            number = self.named.sentence_number(self.named.doc[found.start])
            if sentence - 1 <= number <= sentence:
                yield from self.named.as_state(self.named.figure(found))


def _each(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple({figure.id: figure for figure in figures}.values())
