"""The title of an engagement in words: "Meeting of Anna Ek and Jan Berg in Oslo, 15 August 2025"."""

from collections.abc import Sequence
from datetime import date

from onrecord.link.days import Days, span_of
from onrecord.link.parties import Party
from onrecord.link.wording import folded
from onrecord.records.day import MONTHS

SHOWN = 3
"""Names after which the others are counted."""

# what one side does to the other: noun, the word before the actor, the word before the other side
_DEEDS = {
    "accusation": ("Accusation", "by", "against"),
    "aid": ("Aid", "from", "to"),
    "appointment": ("Appointment", "by", "of"),
    "attack": ("Attack", "by", "on"),
    "coercion": ("Coercion", "by", "against"),
    "concession": ("Concession", "by", "to"),
    "denial": ("Denial", "by", "to"),
    "mobilization": ("Mobilization", "by", "against"),
    "pledge": ("Pledge", "by", "to"),
    "proceeding": ("Proceeding", "by", "against"),
    "protest": ("Protest", "by", "against"),
    "rejection": ("Rejection", "by", "of"),
    "request": ("Request", "by", "to"),
    "sanction": ("Sanction", "by", "against"),
    "statement": ("Statement", "by", "to"),
    "support": ("Support", "by", "for"),
    "threat": ("Threat", "by", "against"),
    "withdrawal": ("Withdrawal", "by", "from"),
}
_JOINT = {
    "agreement": "between",
    "call": "between",
    "cooperation": "of",
    "gathering": "of",
    "meeting": "of",
    "vote": "of",
}

_THE_TEXT = """
bahamas|black sea|blue house|central african republic|comoros|czech republic
|democratic republic of the congo|dominican republic|elysee palace|european commission
|european council|european parliament|european union|gambia|gaza strip
|international atomic energy agency|international criminal court|korean peninsula|kremlin
|maldives|marshall islands|netherlands|oval office|pentagon|philippines|red sea
|republic of the congo|seychelles|south china sea|state department|un security council
|united arab emirates|united kingdom|united nations|united nations security council
|united states|vatican|west bank|white house
"""
_WITH_THE = frozenset(_THE_TEXT.replace("\n", "").split("|"))


def title(kind: str, parties: Sequence[Party], place: str | None, days: Days | None) -> str:
    """The title: kind, who, where and when, as far as they are known. `parties` in the order to be named."""
    named = _without_their_states(parties)
    place = _called(place) if place else None
    if kind == "visit":
        who = _visit(named, place)
        where = "" if who.endswith(f" to {place}") else f" in {place}" if place else ""
    else:
        who = _deed(kind, named)
        where = f" in {place}" if place else ""
    when = f", {spoken(days)}" if days else ""
    return f"{who}{where}{when}"


def spoken(days: Days) -> str:
    """A range in words: "15 August 2025", "September 2025", "2025", "1 to 5 March 2025"."""
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    if days.width == 1:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    whole = (first.isoformat(), last.isoformat())
    if span_of(whole[0][:4]) == whole:
        return str(first.year)
    if span_of(whole[0][:7]) == whole:
        return f"{MONTHS[first.month - 1]} {first.year}"
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year} to {end}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {end}"
    return f"{first.day} to {end}"


def _called(name: str) -> str:
    """A name within a sentence: "the Kremlin", "the United States"."""
    return f"the {name}" if folded(name) in _WITH_THE else name


def _without_their_states(parties: Sequence[Party]) -> list[Party]:
    # a president stands for the state, on the same side
    covered = {(one.country, one.side) for one in parties if one.rank == "person" and one.country}
    kept = [one for one in parties if not (one.rank == "state" and (one.country, one.side) in covered)]
    return kept or list(parties)


def _visit(parties: list[Party], place: str | None) -> str:
    hosts = [one for one in parties if one.side == "receives"]
    visitors = [one for one in parties if one.side != "receives"]
    to = f" to {place}" if place else f" to {_list(hosts)}" if hosts else ""
    return f"Visit of {_list(visitors)}{to}" if visitors else f"Visit{to}"


def _deed(kind: str, parties: list[Party]) -> str:
    if kind in _DEEDS:
        noun, by, on = _DEEDS[kind]
        receiving = [one for one in parties if one.side == "receives"]
        acting = [one for one in parties if one.side != "receives"]
        parts = [
            noun,
            f"{by} {_list(acting)}" if acting else "",
            f"{on} {_list(receiving)}" if receiving else "",
        ]
        return " ".join(part for part in parts if part)
    noun = kind.capitalize()
    if not parties:
        return noun
    joining = (
        "with" if kind in ("meeting", "call", "agreement") and len(parties) == 1 else _JOINT.get(kind, "of")
    )
    return f"{noun} {joining} {_list(parties)}"


def _list(parties: Sequence[Party]) -> str:
    names = [_called(one.name) for one in parties]
    if len(names) > SHOWN + 1:
        names = [*names[:SHOWN], f"{len(names) - SHOWN} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
