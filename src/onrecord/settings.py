"""One frozen Settings, built in cli/ (later web/) only and passed down."""

from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a run may be told.

    Attributes:
        model: folder of the language model; None: the one inside the package.
        spacy_pipeline: name or path of a spaCy pipeline for tags, parse and names; the language model then
            gives attributions only. None: the language model gives all.
        knowledge: file of the knowledge base; None: the one inside the package.
        processes: worker processes; 1: none beside this one. The output is the same for any number.
        published: day of publication of all articles read, as the user knows it (ISO), or None.
        outlet: outlet of all articles read, as the user knows it, or None.
        largest_bytes: captures above this size are refused.
    """

    model: Path | None = None
    spacy_pipeline: str | None = None
    knowledge: Path | None = None
    processes: int = 1
    published: str | None = None
    outlet: str | None = None
    largest_bytes: int = 20_000_000
