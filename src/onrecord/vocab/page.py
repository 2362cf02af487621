"""docs/kinds.md from the vocabulary: `python -m onrecord.vocab.page > docs/kinds.md`."""

import sys
from collections.abc import Iterable, Iterator

from onrecord.vocab.load import Example, Kind, Vocab, load_vocab

HEAD = """# Kinds of engagement

Made from `src/onrecord/vocab/kinds/` by `python -m onrecord.vocab.page > docs/kinds.md`; a test holds it current.
[How to add or widen a kind](adding-a-kind.md) explains the files. PLOVER types and modes are those of PLOVER 2.0,
codes those of CAMEO 1.1b3. A speech act's speaker is its actor; of what lies ahead, PLOVER's type is AGREE for
CONSULT, SUPPORT, COOPERATE and AID.

The examples run as a test (`tests/vocab/test_examples.py`), each as an article of 16 June 2025. They name people
and states of public life to try a construction; they report nothing.

| kind | PLOVER | CAMEO | what it is |
|---|---|---|---|
"""


def kinds_page(vocab: Vocab) -> str:
    """The page: a table of all kinds, then each with its roles, words and examples."""
    kinds = [vocab.kinds[name] for name in sorted(vocab.kinds)]
    rows = "".join(
        f"| [{k.kind}](#{k.kind}) | {_plover(k)} | {_codes(k)} | {k.definition} |\n" for k in kinds
    )
    return HEAD + rows + "".join(f"\n{_section(kind)}" for kind in kinds)


def _section(kind: Kind) -> str:
    told = [example for example in kind.examples if example.who is not None]
    others = [example for example in kind.examples if example.who is None]
    return "".join(
        (
            f"## {kind.kind}\n\n{kind.definition}{' A speech act.' if kind.speech else ''}\n\n",
            f"- roles: {', '.join(_roles(kind))}\n",
            f"- verbs: {', '.join(_words(phrase for t in kind.triggers for phrase in t.verb))}\n",
            f"- nouns: {', '.join(_words(phrase for t in kind.triggers for phrase in t.noun))}\n\n",
            "Tells it:\n\n",
            *(f"- {example.text}{_found(example)}\n" for example in told),
            "\nOnly looks so:\n\n",
            *(f"- {example.text}\n" for example in others),
        )
    )


def _plover(kind: Kind) -> str:
    """Type and mode, and the modes that single triggers set."""
    modes = dict.fromkeys((kind.plover.mode, *(t.plover.get("mode") for t in kind.triggers)))
    return " · ".join((kind.plover.type or "–", *(f"{mode}" for mode in modes if mode)))


def _codes(kind: Kind) -> str:
    return ", ".join(sorted({kind.cameo, *(t.cameo for t in kind.triggers if t.cameo)}))


def _roles(kind: Kind) -> Iterator[str]:
    named = (*kind.slots.values(), *(role for t in kind.triggers for role in t.roles.values()))
    yield kind.role
    yield from sorted(set(named) - {kind.role, "about"})


def _words(phrases: Iterable[str]) -> list[str]:
    return sorted(set(phrases)) or ["none"]


def _found(example: Example) -> str:
    """Who must be found, and the status where it is not the common one."""
    said = [", ".join(example.who)] if example.who else []
    said += [example.status] if example.status != "happened" else []
    return f" *({'; '.join(said)})*" if said else ""


if __name__ == "__main__":
    sys.stdout.write(kinds_page(load_vocab()))
