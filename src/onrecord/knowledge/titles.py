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

_ENVOYS = ("ambassador", "envoy")
_HEADS = ("chairman", "leader", "president", "director")
_HEAD_TITLES = (
    *("secretary-general", "director general", "managing director", "director", "speaker", "commander"),
    "chief of the general staff",
    *("commander-in-chief", "high commissioner", "chief executive officer", "leader", "president"),
)
_LONGEST = 14
"""Words of a title that is still looked at."""

_LONGEST_OWNER = 9
"""Words in the longest name of a state or body that a title may be of."""

Reading = tuple[str, str | None]


def read(knowledge: "Knowledge", storage: Storage, key: str) -> Reading | None:
    """Title and owner of folded words; None where they name no office."""
    words = key.split()
    if not words or len(words) > _LONGEST:
        return None
    bare = 0
    while bare < len(words) - 1 and words[bare] in _PASSED_OVER:
        bare += 1
    for start in range(bare + 1):
        if found := storage.titles.get(" ".join(words[start:])):
            return found
    for start in range(bare, -1, -1):
        if found := _with_owner(knowledge, storage, words[start:]):
            return found
    return _ambassador(knowledge, words[bare:])


def _ambassador(knowledge: "Knowledge", words: list[str]) -> Reading | None:
    """ "Ukraine's ambassador to Germany": the post is named after the state it is at."""
    at = next((i for i, word in enumerate(words) if word in _ENVOYS), len(words))
    if words[at + 1 : at + 2] not in (["to"], ["in"]):
        return None
    place = owner_name(knowledge, " ".join(words[at + 2 :]))
    owner = owner_name(knowledge, " ".join(words[:at])) if at else None
    return (f"ambassador to {place}", owner) if place and (owner or not at) else None


def _with_owner(knowledge: "Knowledge", storage: Storage, words: list[str]) -> Reading | None:
    """The longest owner first: "Chinese foreign ministry" before "Chinese", with "spokesman" after it."""
    for cut in range(min(len(words) - 1, _LONGEST_OWNER), 0, -1):
        linked = words[-cut - 1] in _LINKS and cut + 1 < len(words)
        linked = linked and (words[-cut - 1] == "of" or words[-cut - 2] not in _ENVOYS)
        if linked and (found := _owned(knowledge, storage, words[-cut:], words[: -cut - 1])):
            return found
        if found := _owned(knowledge, storage, words[:cut], words[cut:]):
            return found
    return None


def _owned(knowledge: "Knowledge", storage: Storage, owner: list[str], rest: list[str]) -> Reading | None:
    while len(rest) > 1 and rest[0] in _PASSED_OVER:
        rest = rest[1:]
    reading = storage.titles.get(" ".join(rest))
    name = owner_name(knowledge, " ".join(owner)) if reading else None
    if reading is None or name is None:
        return None
    if knowledge.state(name) is None:
        return _heading(storage, reading[0], name), name
    if reading == ("special envoy", "United Nations"):
        return "ambassador to the UN", name  # "Russia's UN envoy" speaks for Russia there
    return reading[0], name


def _heading(storage: Storage, title: str, owner: str) -> str:
    """What the head of a body is called: its director for "CIA chief", its speaker for "Duma chairman"."""
    if title not in _HEADS:
        return title
    rows = storage.rows("SELECT DISTINCT title FROM term WHERE of = ?", (owner,))
    known = {known for (known,) in rows}
    return title if title in known else next((head for head in _HEAD_TITLES if head in known), title)


def owner_name(knowledge: "Knowledge", words: str) -> str | None:
    """Name of the state or body that words before or after a title stand for."""
    if state := knowledge.state_of_key(words):
        return state.name
    found = [e for e in knowledge.named_key(words) if e.kind in ("organisation", "body", "group", "company")]
    if found:
        return found[0].name
    metonym = knowledge.metonym(words)
    return metonym[1].name if metonym else None
