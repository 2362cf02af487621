"""Bylines: who wrote it, as the page says."""

import re

from onrecord.clean.phrases import phrases

_CAPITAL = r"[^\W\d_a-z]"
_PARTICLE = r"(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|du|ter|ten|zu|of)(?= )"
_NAME = rf"{_CAPITAL}[\w.'-]*(?: (?:{_PARTICLE}|{_CAPITAL}[\w.'-]*))*"
_NAMES = rf"{_NAME}(?:(?:,? (?:and|&|with) |, ){_NAME})*"
_ROLES = (
    "correspondents?|reporters?|staff(?: writers?)?|writers?|editors?|journalists?|columnists?"
    "|bureau(?: chief)?|desk|team|agency|agencies|newsroom|contributors?|analysts?|service"
)
_ROLE = rf"(?:[A-Z][\w'&-]* ){{0,4}}?(?i:{_ROLES})(?: (?:in|at|for) .{{2,40}})?"
_BYLINE = re.compile(
    r"(?:(?i:(?:(?:written|story|text|words|report|authored|submitted|posted) )?by|authors?|reporter|writer)"
    r"\s?:? |(?i:by):)\s?"
    rf"(?P<names>{_NAMES})"
    rf"(?:[ ,|/–—-]+(?P<rest>(?:in|at|for|via) [A-Z].{{2,40}}?|{_ROLE}|[A-Z][\w .'&-]{{1,40}}))?[ ,|·•–—-]*"
)
_SIGNED = re.compile(
    rf"(?P<names>{_NAMES})(?: in [A-Z][\w'-]+(?: (?:and )?[A-Z][\w'-]+){{0,3}}|, {_ROLE})"
    rf"(?: (?:and|&) {_NAME} in [A-Z][\w' -]+)?"
)
_STAFF = re.compile(
    r"(?:[A-Z][\w'&.]* ){0,4}(?:Staff(?: Writers?| Reporters?| Correspondents?)?|[A-Z]\w+ Desk"
    r"|(?:News|Web|Digital|Online|Foreign|World|National) (?:Desk|Team|Staff)|Newsroom|Correspondent"
    r"|Editorial Board|News Agenc(?:y|ies)|Agencies|Bureau(?: Report)?)"
    r"|(?:(?:From|By) )?(?i:special|our|an?) (?:\w+ )?(?i:correspondents?|staff|reporters?)(?: in .{2,30})?"
)
_PERSON = re.compile(
    rf"{_CAPITAL}[\w.'-]+(?: (?:{_CAPITAL}[\w.'-]*|de|da|di|van|von|der|la|al|bin|el)){{1,3}}"
)
_FOLLOW = re.compile(r"[ ,|•·-]*\b(?:follow|today|updated?|published|posted)\b.*$", re.IGNORECASE)
_NO_NAMES = frozenset(
    "the a an all its his her this that these those monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december".split()
)
_LONGEST_DESK = 6  # words, where a name begins with an article: "By The Foreign Desk"


def byline_of(plain: str) -> str | None:
    """The names in a line such as "By Ana Roe and Tom Poe, Oslo correspondent"; "" where they are missing."""
    if plain.lower() in ("by", "by:", "written by"):
        return ""
    match = _BYLINE.fullmatch(_FOLLOW.sub("", plain) if len(plain) > 4 else plain)
    if match is None:
        return None
    names = match["names"].strip(" ,")
    words = names.split()
    wrong = len(words) > 12 or words[0].lower() in _NO_NAMES
    if wrong and not (words[0] == "The" and len(words) <= _LONGEST_DESK):
        return None
    return _calm(names)


def desk_of(plain: str) -> str | None:
    """A desk or staff that signs as a person would: "Foreign Desk", "Our Correspondent"."""
    return plain if len(plain) <= 50 and _STAFF.fullmatch(plain) else None


def person_of(plain: str) -> str | None:
    """Two to four capitalised words that may be a person's name, alone or with a post or a place."""
    if len(plain) > 80 or plain.isupper():
        return None
    if signed := _SIGNED.fullmatch(plain):
        names = signed["names"]
        return _calm(names) if _PERSON.match(names) else None
    return _calm(plain) if len(plain) <= 40 and _PERSON.fullmatch(plain) else None


def _calm(names: str) -> str:
    """Names written in capitals, in normal case; agencies keep theirs."""
    return re.sub(r"[^\W\d_]{3,}(?:'[^\W\d_]+)?", _calm_word, names) if _shouted(names) else names


def _shouted(names: str) -> bool:
    letters = [word for word in names.split() if word not in ("and", "with")]
    return all(word.isupper() for word in letters) and len(letters) > 1


def _calm_word(word: re.Match[str]) -> str:
    if word[0].lower() in phrases().capitals or not word[0].isupper():
        return word[0]
    return "and" if word[0] == "AND" else word[0].capitalize()
