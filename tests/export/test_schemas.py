"""JSON Schemas of the printed forms."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord.export.schemas import FORMS, schema_files, schema_of

FOLDER = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_committed_schemas_are_current(name: str) -> None:
    """After a change of the records: make schemas."""
    assert FOLDER.joinpath(name).read_text(encoding="utf-8") == schema_files()[name]


@pytest.mark.parametrize(("name", "record"), [(name, record) for _, name, record in FORMS])
def test_schemas_are_schemas(name: str, record: type) -> None:
    """Each is valid by the dialect it names, and demands every field at the top."""
    schema = schema_of(name, record)
    Draft202012Validator.check_schema(schema)
    assert set(schema["required"]) == set(record.__struct_fields__)
