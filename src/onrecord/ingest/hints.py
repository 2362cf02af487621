"""What the user knows of an article: `NAME.meta.json` beside `NAME.txt`."""

import glob
import os

import msgspec

from onrecord.ingest.capture import Hints
from onrecord.records.day import iso_day

META = ".meta.json"


def describes_a_file(meta_path: str) -> bool:
    """Whether NAME.txt, NAME.html or the like lies beside NAME.meta.json."""
    return any(
        not path.endswith(META) for path in glob.glob(glob.escape(meta_path.removesuffix(META)) + ".*")
    )


def hints_beside(path: str, told: Hints) -> tuple[Hints, tuple[str, str] | None]:
    """The hints for the file at `path`: those beside it, then those told for all files.

    What stands beside a file was written for that file, so it wins. Second, where NAME.meta.json could not be
    used, its path and the reason; the file itself is then read with `told`.
    """
    meta_path = os.path.splitext(path)[0] + META
    try:
        with open(meta_path, "rb") as stream:
            beside = msgspec.json.decode(stream.read(), type=Hints)
    except FileNotFoundError:
        return told, None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        return told, (meta_path, f"cannot be used, its article is read without it: {error}")
    published = iso_day(beside.published) if beside.published else None
    trouble = None
    if beside.published and published is None:
        trouble = (meta_path, f'"published" is no day: {beside.published!r}; write it as 2025-09-07')
    return Hints(
        url=beside.url or told.url,
        outlet=beside.outlet or told.outlet,
        published=published or told.published,
        title=beside.title or told.title,
    ), trouble
