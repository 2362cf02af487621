"""Bylines: who wrote it, as the page says."""

import re

_NAME = r"[^\W\d_a-z][\w.'’-]*(?: (?:(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|du|ter|ten|zu|of)(?= )|[^\W\d_a-z][\w.'’-]*))*"
_NAMES = rf"{_NAME}(?:(?:,? (?:and|&|with) |, ){_NAME})*"
_ROLE = (
    r"(?:[A-Z][\w'&-]* ){0,4}?(?:[Cc]orrespondents?|[Rr]eporters?|[Ss]taff(?: [Ww]riters?)?|[Ww]riters?|[Ee]ditors?|[Jj]ournalists?|"
    r"[Cc]olumnists?|[Bb]ureau(?: [Cc]hief)?|[Dd]esk|[Tt]eam|[Aa]gency|[Aa]gencies|[Nn]ewsroom|[Cc]ontributors?|[Aa]nalysts?)(?: (?:in|at|for) .{2,40})?"
)
_BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|[Ww]ritten by|[Ss]tory by|[Tt]ext by|[Ww]ords by|[Rr]eport by|Author|Authors|Reporter|Writer)\s?:? |[Bb]y:)\s?"
    rf"(?P<names>{_NAMES})"
    rf"(?:[ ,|/–—-]+(?P<rest>(?:in|at|for) [A-Z].{{2,40}}|{_ROLE}|[A-Z][\w .'&-]{{1,40}}))?[ ,|·•–—-]*"
)
_STAFF = re.compile(
    r"(?:[A-Z][\w'’&.]* ){0,4}(?:Staff(?: Writers?| Reporters?| Correspondent)?|[A-Z]\w+ Desk|(?:News|Web|Digital|Online|Foreign|World|National) (?:Desk|Team|Staff)|"
    r"Newsroom|Correspondent|Special Correspondent|Our Correspondent|Editorial Board|News Agenc(?:y|ies)|Agencies|Bureau)"
)
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|de|da|di|van|von|der|la|al|bin|el)){1,3}"
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december".split()
)


def byline_of(plain: str) -> str | None:
    """The names in a line such as "By Ana Roe and Tom Poe, Vilnius correspondent"; "" where they are missing."""
    if plain.lower() in ("by", "by:", "written by"):
        return ""
    match = _BYLINE.fullmatch(plain)
    if match is None:
        return None
    names = match["names"].strip(" ,")
    words = names.split()
    if (
        len(words) > 12
        or words[0].lower() in _DAYS
        or words[0] in ("The", "A", "An", "All", "Its", "His", "Her")
    ):
        if not (words[0] == "The" and len(words) <= 6):  # "By The Newsroom"
            return None
    return _calm(names)


def desk_of(plain: str) -> str | None:
    """A desk or staff that signs as a person would: "Foreign Desk", "Our Correspondent"."""
    return plain if len(plain) <= 50 and _STAFF.fullmatch(plain) else None


def person_of(plain: str) -> str | None:
    """Two to four capitalised words that may be a person's name."""
    return _calm(plain) if len(plain) <= 40 and _PERSON.fullmatch(plain) else None


def _calm(names: str) -> str:
    """Names all in capitals, in normal case."""
    if not names.isupper():
        return names
    return re.sub(r"[^\W\d_]+", lambda word: word[0].title() if len(word[0]) > 2 else word[0], names).replace(
        " And ", " and "
    )
