"""The shipped knowledge base, opened once."""

from collections.abc import Iterator

import pytest

from onrecord.knowledge import Knowledge, open_knowledge


@pytest.fixture(scope="session")
def kb() -> Iterator[Knowledge]:
    """The file that ships with the package."""
    base = open_knowledge()
    yield base
    base.close()
