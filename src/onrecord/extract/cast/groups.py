"""Groups: "the two leaders", "both sides", "Baltic allies", "key players, including Iran"."""

from onrecord.extract.cast.figures import Figure, Resolve, each_once
from onrecord.extract.cast.named import Named
from onrecord.extract.clause import base, case_of, conjuncts
from onrecord.extract.names import Found
from onrecord.records.parse import Token

LEADERS = frozenset(
    {
        "president",
        "prime minister",
        "chancellor",
        "king",
        "emir",
        "sultan",
        "supreme leader",
        "foreign minister",
        "leader",
        "crown prince",
    }
    | {"defence minister", "secretary-general", "general secretary", "queen", "pope", "vice president"}
)
# what two states may be called: not two ships, nor two launches
STATES = frozenset(
    (
        "side country nation state government capital neighbor neighbour power party foe rival ally republic kingdom "
        "delegation negotiator team leader president minister man ministry army navy military force envoy official "
        "diplomat adversary superpower signatory capitals premier partner economy"
    ).split()
)
MAX_PHRASE = 60  # characters of a description that can name a group


class Groups:
    """Resolves the groups of one article; `of` says whom any other phrase means."""

    def __init__(self, named: Named, of: Resolve) -> None:
        self.named, self.of = named, of

    def pair(self, token: Token, word: str) -> tuple[Figure, ...]:
        """ "the two leaders", "both sides": the last two people (or states) named together."""
        two = any(child.lower_ in {"two", "both"} for child in token.children)
        if not two or word not in STATES:
            return ()
        people = word in {"leader", "president", "minister", "man"}
        pool = (
            [pair for pair in self.named.people if self._leads(pair)] if people else list(self.named.states())
        )
        last: dict[str, Figure] = {}
        for found, figure in reversed(pool):
            if found.start < token.i and not found.adjective:
                last.setdefault(figure.id, figure)
            if len(last) == 2:
                return tuple(reversed(list(last.values())))
        return ()

    def _leads(self, pair: tuple[Found, Figure]) -> bool:
        """Whether somebody is called, or known as, one at the head of a state, government or ministry."""
        found, figure = pair
        if found.title is not None:
            return found.title in LEADERS
        return figure.known and any(
            term.office.title in LEADERS for term in self.named.knowledge.terms(figure.id)
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
        left = min(
            (
                child.i
                for child in token.children
                if base(child) in {"amod", "compound", "nmod"} and child.i < token.i
            ),
            default=token.i,
        )
        return str(self.named.doc[left : token.i + 1].text)[:MAX_PHRASE]
