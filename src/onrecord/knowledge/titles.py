"""Titles: from the press's words for an office to its canonical title and owner."""

from typing import TYPE_CHECKING

from onrecord.knowledge.storage import Storage

if TYPE_CHECKING:
    from onrecord.knowledge.base import Knowledge

_PASSED_OVER = frozenset(
    (
        *(
            "former",
            "ex",
            "then",
            "outgoing",
            "incoming",
            "late",
            "acting",
            "interim",
            "caretaker",
            "current",
        ),
        *(
            "transitional",
            "new",
            "newly",
            "elected",
            "appointed",
            "longtime",
            "long",
            "time",
            "veteran",
            "one",
        ),
        *("powerful", "embattled", "ousted", "exiled", "sitting", "hardline", "top", "his", "her", "their"),
        *("its", "our", "the", "a", "an"),
    )
)
_LINKS = ("of", "to", "for", "at", "in")

Reading = tuple[str, str | None]


def read(knowledge: "Knowledge", storage: Storage, key: str) -> Reading | None:
    """Title and owner of folded words; None where they name no office."""
    words = key.split()
    if not words or len(words) > 12:
        return None
    if found := _with_owner(knowledge, storage, words):
        return found
    while words and words[0] in _PASSED_OVER:
        words = words[1:]
        if found := _with_owner(knowledge, storage, words):
            return found
    return None


def _with_owner(knowledge: "Knowledge", storage: Storage, words: list[str]) -> Reading | None:
    if not words:
        return None
    if rows := storage.rows("SELECT title, of FROM title WHERE key = ?", (" ".join(words),)):
        return rows[0][0], rows[0][1]
    for cut in range(1, len(words)):
        if words[-cut - 1] in _LINKS and cut + 1 < len(words):
            owner, rest = words[-cut:], words[: -cut - 1]
            if found := _owned(knowledge, storage, owner, rest):
                return found
        if found := _owned(knowledge, storage, words[:cut], words[cut:]):
            return found
    return None


def _owned(knowledge: "Knowledge", storage: Storage, owner: list[str], rest: list[str]) -> Reading | None:
    while rest and rest[0] in _PASSED_OVER and len(rest) > 1:
        rest = rest[1:]
    rows = storage.rows("SELECT title, of FROM title WHERE key = ?", (" ".join(rest),))
    if not rows:
        return None
    name = owner_name(knowledge, " ".join(owner))
    return (rows[0][0], name) if name else None


def owner_name(knowledge: "Knowledge", words: str) -> str | None:
    """Name of the state or body that words before or after a title stand for."""
    if state := knowledge.state_of_key(words):
        return state.name
    found = [e for e in knowledge.named_key(words) if e.kind in ("organisation", "body", "group")]
    if found:
        return found[0].name
    metonym = knowledge.metonym(words)
    return metonym[1].name if metonym else None
