"""Stands here so that tests of all folders can import `invented`, and for the reader that many of them share."""

import pytest
from hypothesis import settings

from onrecord.pipeline import Reader
from onrecord.settings import Settings

# the same examples in every run, as everything else here is the same in every run
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the shipped model, knowledge base and vocabulary; loading it is the costly part."""
    return Reader(Settings())
