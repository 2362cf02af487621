"""JSON Schemas of the printed forms, made from the records.

    python -m onrecord.export.schemas FOLDER

writes them; without FOLDER it prints them. They describe what is printed: every field is there, also when it
is null or empty, so all are `required`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from onrecord.records import ENGAGEMENT_SCHEMA, READ_SCHEMA, Digest, Engagement
from onrecord.records.explanation import EXPLANATION_SCHEMA, Explanation
from onrecord.records.judgement import ACTOR_SCHEMA, JUDGEMENT_SCHEMA, Judgement, LedgerActor

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

FORMS: tuple[tuple[str, str, type[msgspec.Struct]], ...] = (
    ("read", READ_SCHEMA, Digest),
    ("engagement", ENGAGEMENT_SCHEMA, Engagement),
    ("actor", ACTOR_SCHEMA, LedgerActor),
    ("judgement", JUDGEMENT_SCHEMA, Judgement),
    ("explanation", EXPLANATION_SCHEMA, Explanation),
)


def schema_of(name: str, record: type[msgspec.Struct]) -> Schema:
    """The JSON Schema (2020-12) of one printed form, with its name as the only value of `schema`."""
    _, parts = msgspec.json.schema_components((record,), ref_template="#/$defs/{name}")
    for part in parts.values():
        if "properties" in part:
            part["required"] = list(part["properties"])
    root = parts.pop(record.__name__)
    root["properties"]["schema"] = {"const": name}
    return {"$schema": DIALECT, "$id": f"urn:onrecord:{name}", **root, "$defs": dict(sorted(parts.items()))}


def schema_files() -> dict[str, str]:
    """File name → its text, for every printed form."""
    return {
        f"{short}.schema.json": json.dumps(schema_of(name, record), indent=2, ensure_ascii=False) + "\n"
        for short, name, record in FORMS
    }


def main(arguments: list[str]) -> None:
    """Write the schemas to the folder named, or print them."""
    for name, text in schema_files().items():
        if arguments:
            Path(arguments[0], name).write_text(text, encoding="utf-8")
        else:
            print(text, end="")


if __name__ == "__main__":
    main(sys.argv[1:])
