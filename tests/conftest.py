"""Stands here so that tests of all folders can import `invented`, and for the reader that many of them share."""

import pytest

from onrecord.pipeline import Reader
from onrecord.settings import Settings


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the shipped model, knowledge base and vocabulary; loading it is the costly part."""
    return Reader(Settings())
