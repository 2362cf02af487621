"""What clean promises of any text."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.clean import Known, clean
from onrecord.records import Article

BODY = (
    "The ministers of both countries met in Oslo on Tuesday and agreed to talk again in May.\n"
    "They did not say where.\n"
)
PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


class NothingKnown:
    """A knowledge base without entries."""

    def outlet(self, name_or_domain: str, /) -> None:
        """None."""

    def places(self, name: str, /) -> tuple[()]:
        """None."""
        return ()


def cleaned(text: str, known: Known | None = None, **fields: str) -> Article:
    """The cleaned article of a text."""
    return clean(Article(id="art-1", path="a.txt", text=text, **fields), known or NothingKnown())


LINES = st.sampled_from(
    [line for path in PAGES for line in path.read_text(encoding="utf-8").splitlines()]
    + [
        "",
        " ",
        "\t",
        "\ufeff",
        "(",
        "— ",
        "MOSCOW —",
        "…",
        "By",
        "0",
        "“",
        "a\u2028b",
        "İstanbul",
        "©",
        "[",
        "/",
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(LINES, max_size=25).map("\n".join), st.lists(LINES).map("\r\n\r\n".join)
)


@settings(deadline=None)
@given(TEXTS)
def test_blocks_tile_any_text(text: str) -> None:
    """Blocks are in order, touch, are never empty and cover the whole text, which is unaltered."""
    article = cleaned(text)
    assert article.text == text
    assert "".join(text[block.start : block.end] for block in article.blocks) == text
    assert all(block.start < block.end for block in article.blocks)
    assert all(one.end == two.start for one, two in zip(article.blocks, article.blocks[1:], strict=False))


@settings(deadline=None)
@given(TEXTS)
def test_cleaning_twice_gives_the_same(text: str) -> None:
    """The result depends on nothing but the article."""
    assert cleaned(text) == cleaned(text)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_long_paragraphs_are_never_thrown_away(junk: str) -> None:
    """Whatever stands around it, a text of long plain paragraphs stays readable."""
    assume("Comments" not in junk)  # below an article this heading opens what readers wrote
    paragraphs = [
        "Delegates from nine river states sat down in the old customs house to divide a dry year's water.",
        "Engineers had measured the flow for eleven months, and nobody disputed what they had found.",
        "What they disputed was who should go without, and for that there was neither a gauge nor a formula.",
    ]
    text = "\n".join([junk, *paragraphs])
    article = cleaned(text)
    read = [text[b.start : b.end] for b in article.blocks if b.kind in ("body", "standfirst", "title")]
    kept = sum(any(paragraph in block for block in read) for paragraph in paragraphs)
    assert kept >= 2  # a heading of other stories right above may take the first one with it


def test_prose_without_a_headline_has_no_title() -> None:
    """A text that begins with a sentence is all body."""
    article = cleaned(BODY)
    assert article.title is None
    assert {block.kind for block in article.blocks} == {"body"}


def test_markup_wins_over_the_page() -> None:
    """What the format or the user told is kept, whatever the page says."""
    page = f"Another headline stands here instead\n\nBy Ana Roe\n1 May 2024\n\n{BODY}"
    article = cleaned(page, title="Told", byline="Tom Poe", published="2024-05-02", outlet="Told Times")
    assert (article.title, article.byline, article.published, article.outlet) == (
        "Told",
        "Tom Poe",
        "2024-05-02",
        "Told Times",
    )


def test_the_publishers_name_is_cut_from_a_title(known: Known) -> None:
    """Pages append their name to the title; it is no part of the headline."""
    article = cleaned(BODY, known, title="Ministers meet in Oslo | The Guardian")
    assert article.title == "Ministers meet in Oslo"


def test_a_title_with_a_dash_of_its_own_is_kept(known: Known) -> None:
    """Only a publisher's name is cut off, not the second half of a headline."""
    article = cleaned(BODY, known, title="Ministers meet - and part")
    assert article.title == "Ministers meet - and part"


@pytest.mark.parametrize(
    ("ending", "cut"),
    [
        ("You have 40% of this article left to read.", True),
        ("The rest is for subscribers only.", True),
        ("Subscribe to continue reading.", True),
        ("Log in or create an account to read the full story.", True),
        ("To keep reading, sign up for a free account.", True),
        ("The talks, which began on Monday, were held up by the", True),
        ("The envoy left for the airport at noon and said…", True),
        ("Continue reading the main story", False),
        ("Already a subscriber? Log in", False),
        ("Both sides said that they would meet again.", False),
    ],
)
def test_a_text_that_goes_on_elsewhere_is_truncated(ending: str, cut: bool) -> None:
    """A wall below the text, or a last paragraph that breaks off, says that more was written."""
    assert cleaned(f"Ministers meet in Oslo over fish\n\n{BODY}{BODY}{ending}\n").truncated is cut


def test_a_wall_amid_a_whole_text_truncates_nothing() -> None:
    """A prompt to subscribe with the rest of the article below it is an advertisement."""
    more = "".join(
        f"The {n} minister spoke for an hour and said very little of what had been agreed.\n" for n in "abcd"
    )
    assert not cleaned(f"{BODY}Subscribe to continue reading.\n{more}").truncated


def test_an_empty_text_has_no_blocks() -> None:
    """There is nothing to tile."""
    assert cleaned("").blocks == ()


@pytest.mark.parametrize(
    "line", ["By Ana Roe", "Ministers meet over fish", "3 March 2025", "Related", "12 comments"]
)
def test_long_furniture_of_one_kind_is_read_through(line: str) -> None:
    """A page of nothing but furniture is read through, and its one sentence is found."""
    sentence = "The ministers of both countries met in Oslo on Tuesday and agreed to talk again in May."
    text = f"{sentence}\n" + f"{line}\n" * (20_000 // len(line))
    article = cleaned(text)
    assert article.blocks[0].kind in ("body", "title")
    assert article.text[: article.blocks[0].end].startswith(sentence)
