"""docs/kinds.md says what the vocabulary says."""

from pathlib import Path

from onrecord.vocab import load_vocab
from onrecord.vocab.page import kinds_page

PAGE = Path(__file__).parents[2] / "docs" / "kinds.md"


def test_page_is_current() -> None:
    """The page is what the command makes of the files as they are now."""
    assert PAGE.read_text(encoding="utf-8") == kinds_page(load_vocab()), (
        "python -m onrecord.vocab.page > docs/kinds.md"
    )
