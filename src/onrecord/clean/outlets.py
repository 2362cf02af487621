"""Who published the article, and whose article it reprints."""

import itertools
import re
from collections.abc import Iterator

from onrecord.clean.bylines import byline_of
from onrecord.clean.dateline import FoundDateline
from onrecord.clean.known import Known
from onrecord.clean.lines import Line
from onrecord.clean.marks import Role
from onrecord.clean.masthead import in_normal_case, is_domain
from onrecord.clean.phrases import phrases
from onrecord.clean.stamps import stamp_of
from onrecord.records import Outlet

_PART = r"[A-Z0-9][\w&'-]*(?:\.\w+)*"
_NAME = rf"(?P<name>(?:[Tt]he )?{_PART}(?: (?:(?:of|the|and|&|de|du|la) )*{_PART}){{0,5}})"
_DOMAIN = re.compile(r"(?<![\w@.])(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,6})\b", re.I)
_EMAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,6})\b", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:\([cC]\))?\s*"
    r"(?:\d{4}(?:\s?[-/]\s?\d{2,4})?,?)?\s*(?:by )?" + _NAME
)
_NETWORKS = "facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|google news"


def _named(*forms: str) -> tuple[re.Pattern[str], ...]:
    """Expressions in which NAME stands for a publisher's name; the words around it ignore case."""
    return tuple(re.compile(form.replace("NAME", _NAME)) for form in forms)


_PROMPTS = _named(
    rf"(?i:like|follow|find|join|add|visit) NAME (?i:on|at) (?i:{_NETWORKS})",
    r"(?i:subscribe|sign up) (?i:to|for) NAME(?:'s)?(?: [a-z]|$|[.!])",
    r"(?i:download|install|get) (?:the )?NAME (?i:app)\b",
    r"(?i:support|donate to|become a (?:member|supporter) of) NAME",
    r"(?i:appeared first on|first appeared on) NAME",
    r"(?i:more (?:from|on|stories from|news from)|also on|elsewhere on|latest from) NAME",
    r"(?i:contact|write for|about) NAME(?:$|\.)",
    r"^(?i:source): NAME and (?i:news |other )?(?i:agencies)",
    r"^(?i:published|printed|appeared) in NAME,",
)
_DESK = re.compile(r"^" + _NAME + r"'s (?P<desk>(?:[A-Z]\w+ ){0,2}(?:Desk|Staff|Team|Bureau|Newsroom))\b")
_WRITES_FOR = re.compile(
    r"\b(?:for|at|with|of) " + _NAME + r"(?:[,.;]|$| (?:and|in|based|covering|since|where)\b)"
)
_AGAIN = "republished|reprinted|syndicated|reproduced"
_CREDITS = "images?|sources?|via|courtesy|from|credit|agency|text|original(?: source)?"
_ORIGIN = _named(
    rf"(?i:(?:originally|first) (?:published|appeared|reported|produced)|{_AGAIN})\b.{{0,40}}?"
    r"\b(?i:by|in|on|from|at|with permission (?:from|of)) NAME",
    r"^(?i:read the original(?: article)? (?:on|at)) NAME[ .]*$",
    rf"^(?i:{_CREDITS})(?: of)?\s?:?\s+NAME[ .]*$",
    r"(?i:mirror of|mirrored from|\bvia)\s?:? NAME[ .,]*$",
    r"(?i:this (?:article|story|piece) is (?:from|by|courtesy of)) NAME",
    r"(?i:produced|provided) by NAME",
)
_SAID = _ORIGIN[:2]  # in so many words; the others are labels that may stand before other names
_A_DAY = re.compile(
    r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)", re.I
)
_DOMAIN_END = re.compile(r"\.(?:com|org|net|fr|uk|co\.uk|de|ru|in|eu|info|news|it|es|tv)$", re.I)
_SECTIONS = frozenset({"World", "Business", "Sport", "Sports", "Politics", "Opinion", "Breaking", "Live"})
_AGENCY = re.compile(r"\b(?:News|Press|Wire) (?:Agency|Service)\b|\bNewswire\b")
_HEAD_LINES = 60  # above and below the article, of a page that has more
_LONGEST_NOTICE = 400  # characters
_HEAD_ROLES: tuple[Role, ...] = ("stamp", "byline", "boilerplate", "credit")
_NOTICES: tuple[Role, ...] = ("boilerplate", "author", "credit", "truncated", "related")


class Publishers:
    """Finds publishers in the lines of one page, whose roles are known."""

    def __init__(self, lines: list[Line], roles: list[Role], known: Known) -> None:
        self.lines = lines
        self.roles = roles
        self.known = known

    def outlet(self, told: str | None, url: str | None) -> str | None:
        """The publisher: told, by the address, on the masthead, or in the page's notices, in that order."""
        if told:
            return self._proper(told)
        by_url = self.known.outlet(_host(url)) if url else None
        if by_url is not None:
            return by_url.name
        return next(self._named(), None) or (_host(url) or None if url else None)

    def _named(self) -> Iterator[str]:
        for line in self._of("masthead"):
            names_origin = any(pattern.search(line.plain) for pattern in _ORIGIN)
            if not names_origin and (not is_domain(line.plain) or self.known.outlet(line.plain)):
                yield self._proper(line.plain.strip(" |-"))
        for line in self._of("stamp"):
            rest = stamp.rest if (stamp := stamp_of(line)) else ""
            if (
                len(rest.split()) > 1
                and self._sounds_like_publisher(f"The {rest.split()[-1]}")
                and byline_of(rest) is None
                and not self._wire(rest)
            ):
                yield self._proper(rest)
        notices = self._notices()
        for line in notices:
            if match := _DESK.match(line.plain):
                yield self._proper(match["name"])
        for line in notices:
            yield from self._in_notice(line)
        for line in notices:
            for pattern in (_EMAIL, _DOMAIN):
                for domain in pattern.findall(line.plain):
                    if (outlet := self.known.outlet(domain)) and not outlet.wire:
                        yield outlet.name
        for line in self._of("masthead"):
            yield _host(line.plain) if is_domain(line.plain) else line.plain

    def _notices(self) -> list[Line]:
        """What the page says in its own name, above and below the article, in lines of common length."""
        lines = [line for line in self._of(*_NOTICES) if len(line.plain) <= _LONGEST_NOTICE]
        return lines if len(lines) <= 2 * _HEAD_LINES else lines[:_HEAD_LINES] + lines[-_HEAD_LINES:]

    def _in_notice(self, line: Line) -> Iterator[str]:
        for pattern in (_COPYRIGHT, *_PROMPTS):
            for match in pattern.finditer(line.plain):
                name = _one_case(match["name"])
                outlet = self._known_start(name)
                if outlet is not None and not (outlet.wire and pattern is _COPYRIGHT):
                    yield outlet.name
                elif (
                    outlet is None
                    and not self._is_person(name)
                    and (self._sounds_like_publisher(name) or (pattern is _COPYRIGHT and self._closes(line)))
                ):
                    yield in_normal_case(name)
        if line in self._of("author"):
            for match in _WRITES_FOR.finditer(line.plain):
                if (outlet := self.known.outlet(match["name"])) and not outlet.wire:
                    yield outlet.name

    def _is_person(self, name: str) -> bool:
        """Whether the page signs with the name: writers keep the copyright of their newsletters."""
        return any(name == line.plain or name == byline_of(line.plain) for line in self.lines)

    def _closes(self, line: Line) -> bool:
        """Whether the line stands below the article, where a copyright is the publisher's."""
        body = self._of("body")
        return bool(body) and line.start > body[-1].start

    def original(self, outlet: str | None, dateline: FoundDateline | None, byline: str | None) -> str | None:
        """The publisher whose article this is, where that is another than `outlet`."""
        for name in self._origins(dateline, byline):
            if outlet is None or name.lower().removeprefix("the ") != outlet.lower().removeprefix("the "):
                return name
            return None
        return None

    def _origins(self, dateline: FoundDateline | None, byline: str | None) -> Iterator[str]:
        if dateline is not None and dateline.wire and (outlet := self.known.outlet(dateline.wire)):
            yield outlet.name
        first = next((i for i, role in enumerate(self.roles) if role == "body"), len(self.roles))
        head = list(zip(self.lines[:first], self.roles[:first], strict=True))
        for line, role in head[-_HEAD_LINES:]:
            rest = stamp.rest if (stamp := stamp_of(line)) else line.plain
            helped = "with " in line.plain.lower()  # "Ana Roe (with AFP)": its own report
            if not helped and role in _HEAD_ROLES and (wire := self._wire(rest)):
                yield wire
        if byline and (wire := self._wire(byline)):
            yield wire
        if byline and _AGENCY.search(byline):
            yield self._proper(byline)
        for line in self._of("boilerplate", "masthead", "credit", "author", "byline")[: 2 * _HEAD_LINES]:
            for pattern in _ORIGIN:
                if match := pattern.search(line.plain):
                    yield from self._origin_named(match["name"], said=pattern in _SAID)
        for line in self._of("boilerplate", "credit"):
            if match := _COPYRIGHT.search(line.plain):
                name = _one_case(match["name"])
                outlet = self._known_start(name)
                if outlet is not None and outlet.wire:
                    yield outlet.name
                elif outlet is None and _AGENCY.search(name):
                    yield name
        yield from self._signed()

    def _signed(self) -> Iterator[str]:
        """The agency with which a wire story ends: "... on Monday. (Reuters)"."""
        body = self._of("body")
        if body and phrases().agency_end.within(body[-1].plain):
            wire = self._wire(body[-1].plain.rpartition("(")[2].strip(" )."))
            if wire is not None:
                yield wire

    def _origin_named(self, name: str, *, said: bool) -> Iterator[str]:
        """The name as it is known; an unknown one where the page says outright that it is the origin."""
        name = name.strip(" .")
        outlet = self._known_start(name) or self.known.outlet(name.replace(" ", ""))
        bare = _DOMAIN_END.sub("", name)
        if outlet is None and bare != name:
            outlet = self.known.outlet(bare)
        if outlet is not None:
            yield outlet.name
        elif bare != name or self._sounds_like_publisher(name) or (said and not _A_DAY.match(name)):
            yield bare

    def _wire(self, names: str) -> str | None:
        """The agency among names such as "Ana Roe, Associated Press" or "AFP"."""
        for part in (names, *re.split(r",| and | in |/|\|", names.removeprefix("By ").removeprefix("by "))):
            part = part.strip(" .")
            if 2 <= len(part) <= 40 and (outlet := self.known.outlet(part)) and outlet.wire:
                return outlet.name
        return None

    def _known_start(self, name: str) -> Outlet | None:
        """The publisher known by the name or, at least two words of it, by its beginning."""
        words = name.strip(" .").split()
        if len(words) > 1 and words[-1] in _SECTIONS:
            words.pop()
        for length in range(len(words), 0, -1):
            if length == 1 and len(words) > 1 and not words[0].isupper():
                return None
            if outlet := self.known.outlet(" ".join(words[:length])):
                return outlet
        return None

    def _sounds_like_publisher(self, name: str) -> bool:
        return len(name.split()) > 1 and phrases().publisher_words.within(name)

    def _proper(self, name: str) -> str:
        outlet = self.known.outlet(name)
        return outlet.name if outlet is not None else self._as_elsewhere(name) or in_normal_case(name)

    def _as_elsewhere(self, name: str) -> str | None:
        """A name in capitals as another line of the page writes it: NEWSHARBOR → NewsHarbor."""
        if not name.isupper():
            return None
        for line in self.lines:
            at = line.plain.lower().find(name.lower())
            written = line.plain[at : at + len(name)]
            if at >= 0 and not written.isupper() and written[0].isupper():
                return written
        return None

    def _of(self, *roles: Role) -> list[Line]:
        return [line for line, role in zip(self.lines, self.roles, strict=True) if role in roles]


def _one_case(name: str) -> str:
    """A name in capitals ends where the capitals end: "THE DAILY EXAMPLE Subscribers"."""
    words = name.strip(" .").removesuffix("'s").split()
    if len(words) > 1 and words[0].isupper() and words[1].isupper() and len(words[1]) > 1:
        words = list(itertools.takewhile(str.isupper, words))
    return " ".join(words)


def desk_named(lines: list[Line], roles: list[Role]) -> str | None:
    """The desk that a note on the author names: "The Daily Example's Foreign Desk"."""
    for line, role in zip(lines, roles, strict=True):
        if role in _NOTICES and (match := _DESK.match(line.plain)):
            return match["desk"]
    return None


def _host(url: str | None) -> str:
    match = re.match(r"(?:\w+://)?(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", url or "")
    return match[1].lower() if match else ""
