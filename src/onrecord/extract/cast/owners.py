"""The states that modify a phrase or are spoken of: "the Russian president", "US and Korean forces", "the country"."""

from onrecord.extract.cast.figures import Figure, Resolve, figure_of
from onrecord.extract.cast.named import Named
from onrecord.extract.clause import base, case_of, conjuncts, lemma
from onrecord.records.parse import Token

TIED = frozenset(
    {
        "flagged",
        "owned",
        "registered",
        "based",
        "born",
        "led",
        "backed",
        "made",
        "run",
        "funded",
        "trained",
        "speaking",
        "brokered",
        "mediated",
        "sponsored",
        "related",
        "imposed",
        "controlled",
        "linked",
    }
)

# "the Trump administration": the state whose government a person heads
GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet"})
# "the delegations in Istanbul" are guests there
GUESTS = frozenset({"delegation", "negotiator", "team", "envoy", "mediator", "emissary"})
FAR_BACK = 4  # sentences


class Owners:
    """Finds whose a noun of one article is; `of` says whom any other phrase means."""

    def __init__(self, named: Named, of: Resolve) -> None:
        self.named, self.of = named, of

    def state_of(self, token: Token) -> Figure | None:
        """The state or body that modifies a phrase: "the Russian president", "South Korea's army"."""
        for child in token.children:
            if _only_tied(child):
                continue
            if (
                base(child) in {"amod", "compound"}
                or child.dep_ == "nmod:poss"
                or (base(child) == "nmod" and case_of(child) in {"of", "from"})
                or (base(child) == "nmod" and case_of(child) == "in" and lemma(token) not in GUESTS)
            ):
                figure = None if self.named.titled(child) is not None else self.named.figure_at(child)
                if figure is not None and figure.person and figure.country and lemma(token) in GOVERNMENTS:
                    figure = self.named.state(figure.country)
                if figure is None and child.dep_ == "nmod:poss":
                    resolved = self.of(child)
                    figure = resolved[0] if len(resolved) == 1 else None
                    if figure is not None and figure.person and figure.country:
                        figure = self.named.state(figure.country)
                if figure is not None and figure.kind in {"state", "organisation", "body", "place", "group"}:
                    return figure
                if figure is None and base(child) in {"amod", "compound"} and child.lower_ not in TIED:
                    deeper = self.state_of(child)
                    if deeper is not None:
                        return deeper
        return None

    def states_of(self, token: Token, first: Figure) -> tuple[Figure, ...]:
        """ "the leaders of Iran, Israel and the United States", "US and South Korean forces": every state of them."""
        found: dict[str, Figure] = {}
        for child in token.children:
            if base(child) in {"amod", "compound"} or (base(child) == "nmod" and case_of(child) != "in"):
                for part in conjuncts(child):
                    figure = self.named.figure_at(part)
                    if figure is not None and figure.kind in {"state", "place", "organisation", "group"}:
                        for state in self.named.as_state(figure) if figure.kind == "place" else (figure,):
                            found.setdefault(state.id, state)
        return tuple(found.values()) or ((first,) if first.kind != "place" else self.named.as_state(first))

    def named_states(self, token: Token) -> tuple[Figure, ...]:
        """Every state named as owner of a plural: "the ministers of Japan and Korea", "their ministers"."""
        found: dict[str, Figure] = {}
        for child in token.children:
            owns = child.dep_ == "nmod:poss" or (base(child) == "nmod" and case_of(child) in {"of", "from"})
            if not owns and base(child) not in {"amod", "compound"}:
                continue
            for part in conjuncts(child):
                figure = self.named.figure_at(part)
                figures = (figure,) if figure is not None else self.of(part) if owns else ()
                for each in figures:
                    for state in (each,) if each.kind == "state" else self._behind(each):
                        found.setdefault(state.id, state)
        return tuple(found.values())

    def _behind(self, figure: Figure) -> tuple[Figure, ...]:
        return self.named.as_state(figure) if figure.kind in {"place", "person"} else ()

    def korea(self, word: str) -> tuple[Figure, ...]:
        """ "the North", where either Korea is spoken of."""
        if not any(figure.country in {"KP", "KR"} for _, figure in self.named.states()):
            return ()
        entity = self.named.knowledge.state(f"{word} korea")
        return () if entity is None else (figure_of(entity),)

    def last_state(self, token: Token) -> tuple[Figure, ...]:
        """ "the country", "the government": the state spoken of in this sentence, else in the last that names one.

        Where that names several, nobody is meant for sure. Where none does, the article's home (see `Named.home`).
        """
        if not any(child.dep_ == "det" and child.lower_ in {"the", "this"} for child in token.children):
            return ()
        start, stop = token.sent.start, token.i
        for _ in range(FAR_BACK):
            near = {figure.id: figure for found, figure in self.named.states() if start <= found.start < stop}
            if near:
                return tuple(near.values()) if len(near) == 1 else ()
            if start == 0:
                break
            start, stop = self.named.doc[start - 1].sent.start, start
        home = self.named.home()
        return () if home is None else (home,)


def _only_tied(word: Token) -> bool:
    """Whether a hyphen ties a name to what is not its own: the "U.N." of "a U.N.-backed tribunal"."""
    after = word.doc[word.i + 1 : word.i + 3]
    return len(after) == 2 and after[0].text in {"-", "‑", "–"} and after[1].lower_ in TIED - {"led"}
