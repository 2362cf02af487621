"""The shipped language model, loaded once."""

import pytest

from onrecord.annotate import Annotator, load_annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The model inside the package."""
    return load_annotator()
