"""What `import onrecord` gives."""

import subprocess
import sys

import pytest

import onrecord


@pytest.mark.parametrize("name", onrecord.__all__)
def test_every_name_is_there(name: str) -> None:
    """What the façade lists can be had from it."""
    assert getattr(onrecord, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="nonsense"):
        _ = onrecord.nonsense


def test_importing_it_loads_nothing() -> None:
    """The language, database and web-page libraries wait until they are needed."""
    code = (
        "import sys, onrecord; print([m for m in sys.modules if m.startswith('onrecord.') or m == 'spacy'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
