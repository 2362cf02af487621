"""What reaches the screen."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.output import plain, safe


@given(st.text())
def test_safe_keeps_every_position_and_no_command(text: str) -> None:
    """Whatever an article holds, the terminal gets no control character and offsets stay where they were."""
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown if c not in "\t\n")


def test_an_article_cannot_colour_the_screen() -> None:
    """Neither an escape sequence nor markup in a text is obeyed."""
    assert plain("\x1b[31mred [bold]x[/bold]").plain == "\N{REPLACEMENT CHARACTER}[31mred [bold]x[/bold]"


@given(st.text())
def test_rich_keeps_the_length_of_what_it_is_given(text: str) -> None:
    """Spans of the article count in the shown text too."""
    assert len(plain(text).plain) == len(text)
