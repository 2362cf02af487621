"""Groups: "the two leaders", "both sides", "the presidents of Russia and China", "key players, including Iran"."""

from collections.abc import Callable

from onrecord.extract.cast.discourse import Discourse
from onrecord.extract.cast.figures import Figure, Resolve, each_once
from onrecord.extract.cast.named import Named
from onrecord.extract.cast.offices import Offices
from onrecord.extract.cast.owners import Owners
from onrecord.extract.cast.titled import post_of
from onrecord.extract.clause import NOUN_PARTS, base, case_of, conjuncts
from onrecord.records.parse import Token

ENDING = frozenset(',;:"“”‘’«»()')
MAX_PHRASE = 60  # characters of a description that can name a group
PAIRS = frozenset({"pair", "duo", "two"})
# what two states may be called: not two ships, nor two launches
STATES = frozenset(
    (
        "side country nation state government capital neighbor neighbour power party foe rival ally republic kingdom "
        "team ministry army navy military force adversary superpower signatory partner economy"
    ).split()
)
GENDERS: dict[str, str] = {"man": "m", "woman": "f"}
ANYBODY = frozenset({"politician", "statesman", "official", "colleague", "interlocutor", "negotiator"})
NEAR = 3  # sentences back in which the members of a pair were spoken of
FAR = 8  # sentences back in which two sides were named together
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}

Fits = Callable[[Figure], bool]


class Groups:
    """Resolves the groups of one article; `of` says whom any other phrase means."""

    def __init__(
        self, named: Named, discourse: Discourse, owners: Owners, offices: Offices, of: Resolve
    ) -> None:
        self.named, self.discourse, self.owners, self.offices, self.of = named, discourse, owners, offices, of

    def officers(self, token: Token) -> tuple[Figure, ...]:
        """ "the foreign ministers of Japan and South Korea": each one, or nobody where one of them is not known."""
        states = self.owners.named_states(token)
        if len(states) < 2:
            return ()
        post = post_of(token, self.named.knowledge, self.named.on)
        if post.title is None or post.time != "now" or not post.definite:
            return ()
        found: list[Figure] = []
        for state in states:
            holder = self.offices.in_state(post, state)
            if not holder:
                return ()
            found.extend((state,) if post.title == "leader" and self._two_lead(state) else holder)
        return tuple(found)

    def _two_lead(self, state: Figure) -> bool:
        """Whether "the leader" may be either of two: in Iran the supreme leader stays, the president travels."""
        return bool(
            self.offices.by_title("supreme leader", state.name)
            and self.offices.by_title("president", state.name)
        )

    def numbered(self, token: Token, word: str) -> tuple[Figure, ...]:
        """ "the two leaders", "both sides", "the pair": so many last spoken of together, or the last two at all."""
        number = (
            2
            if word in PAIRS
            else next((NUMBERS[c.lower_] for c in token.children if c.lower_ in NUMBERS), 0)
        )
        fits = self._fitting(token, word)
        if number:
            window = FAR if word in STATES else NEAR
            here = self._last(token, fits, number, window=0)
            if here:
                return here  # "Trump had no plans to meet Putin after the two leaders spoke"
            together = self._together(token, fits, window, number)
            if together or (number != 2 and word in STATES):
                return together
            return self._last_sides(token) if word in STATES else self._last(token, fits, number)
        plain = [child for child in token.children if child.i < token.i]
        if [child.lower_ for child in plain] == ["the"]:  # "the leaders": those of a moment ago
            together = self._together(token, fits, 1, 0)
            return together or (() if word in STATES else self._last(token, fits, 2, window=1))
        return ()

    def _together(self, token: Token, fits: Fits, window: int, number: int) -> tuple[Figure, ...]:
        for heard in self.discourse.before(token, window):
            several = len(heard.figures) > 1 and number in {0, len(heard.figures)}
            if several and all(fits(figure) for figure in heard.figures):
                return heard.figures
        return ()

    def _last(self, token: Token, fits: Fits, number: int, window: int = NEAR) -> tuple[Figure, ...]:
        """The last `number` who fit, at most `window` sentences back; nobody where those sentences name one more."""
        found: dict[str, Figure] = {}
        sentence = -1
        for heard in self.discourse.before(token, window):
            if heard.sentence != sentence and len(found) >= number:
                break
            sentence = heard.sentence
            found |= {figure.id: figure for figure in heard.figures if fits(figure)}
        return tuple(reversed(found.values())) if len(found) == number else ()

    def _last_sides(self, token: Token) -> tuple[Figure, ...]:
        """The last two states that were named, or whose people were; nobody where there is a third beside them."""
        found: dict[str, Figure] = {}
        sentence = -1
        for heard in self.discourse.before(token, NEAR):
            if heard.sentence != sentence and len(found) > 1:
                break
            sentence = heard.sentence
            for figure in heard.figures:
                states = (
                    (figure,)
                    if figure.kind == "state"
                    else self.named.as_state(figure)
                    if figure.person
                    else ()
                )
                found |= {state.id: state for state in states}
        return tuple(reversed(found.values())) if len(found) == 2 else ()

    def _fitting(self, token: Token, word: str) -> Fits:
        """Who may be one of "the two ministers", "both sides", "the pair"."""
        if word in STATES:
            return lambda figure: (
                figure.kind in {"state", "organisation", "group", "body"} and not figure.plural
            )
        if word in PAIRS:
            return lambda figure: figure.kind in {"person", "state"}
        post = post_of(token, self.named.knowledge, self.named.on)
        gender = GENDERS.get(word)
        if gender is not None:
            return lambda figure: figure.person and figure.gender in {None, gender}
        return lambda figure: (
            figure.person
            and (
                word in ANYBODY
                or self.offices.is_called(figure, post)
                or word in self.named.described(figure)
            )
        )

    def examples(self, token: Token) -> tuple[Figure, ...]:
        """ "key players, including Iran and Israel": those named stand for the rest."""
        return each_once(
            self.of,
            (
                part
                for child in token.children
                if base(child) == "nmod" and case_of(child) in {"including", "such as", "like"}
                for part in conjuncts(child)
            ),
        )

    def phrase(self, token: Token) -> str:
        """The noun with what stands before it in the same phrase, up to a comma or a quotation mark."""
        doc, left = self.named.doc, token.i
        parts = [c.i for c in token.children if base(c) in NOUN_PARTS and c.i < token.i]
        while parts and left > min(parts) and doc[left - 1].text not in ENDING:
            left -= 1
        return str(doc[left : token.i + 1].text)[:MAX_PHRASE]
