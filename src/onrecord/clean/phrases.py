"""Loads phrases.yaml: what the furniture of news pages says, one compiled expression a group."""

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml


class Phrases(msgspec.Struct, frozen=True):
    """The groups of phrases.yaml (which says what each is for), compiled for use on `Line.plain`.

    `whole` groups are for `fullmatch`, `start` groups for `match`, `inside` groups for `search`.
    """

    furniture: re.Pattern[str]
    furniture_start: re.Pattern[str]
    furniture_inside: re.Pattern[str]
    truncated: re.Pattern[str]
    caption_start: re.Pattern[str]
    caption_end: re.Pattern[str]
    agency_end: re.Pattern[str]
    caption_cue: re.Pattern[str]
    caption_verb: re.Pattern[str]
    related_start: re.Pattern[str]
    related_heading: re.Pattern[str]
    comments_heading: re.Pattern[str]
    author_heading: re.Pattern[str]
    author_note: re.Pattern[str]
    credit: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    reading_time: re.Pattern[str]
    time: re.Pattern[str]
    publisher_words: re.Pattern[str]
    labels: re.Pattern[str]
    capitals: frozenset[str]


_BETWEEN = r"[ |/·•,>»:;–—-]+"  # what stands between phrases on one line of furniture


@cache
def phrases() -> Phrases:
    """The phrases, read once."""
    source = files(__package__).joinpath("phrases.yaml").read_text("utf-8")
    groups = {
        name: [line for line in text.splitlines() if not line.startswith("# ")]
        for name, text in yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)).items()
    }
    capitals = frozenset(" ".join(groups.pop("capitals")).split())
    patterns = {name: _compiled(name, lines) for name, lines in groups.items()}
    return Phrases(**patterns, capitals=capitals)


def _compiled(name: str, lines: list[str]) -> re.Pattern[str]:
    either = "(?:" + "|".join(lines) + ")"
    if name == "furniture":
        either = rf"{either}(?:{_BETWEEN}{either})*[ |/·•,>»:….]*"
    elif name == "furniture_start":
        either = rf"[(\[*]?{either}"
    elif name in ("caption_end", "agency_end"):
        either = rf"{either}[ .)\]]*$"
    elif name in ("published", "updated", "time", "reading_time", "publisher_words"):
        either = rf"(?<!\w){either}(?!\w)"
    return re.compile(either, re.IGNORECASE)
