"""JSON: news-please, trafilatura, lists, lines, and what is cut off."""

import json
from typing import Any

import pytest

from onrecord.ingest import Capture, Hints, articles
from onrecord.ingest.capture import FormatName
from onrecord.records import Article, Rejected

TEXT = "The envoys of both lake states met on the ferry on Friday."
NEWS_PLEASE = {
    "authors": ["Ana Roe", "Tom Poe"],
    "date_publish": "2018-01-05 12:00:00",
    "maintext": TEXT,
    "title": "Envoys meet",
    "url": "https://www.harbourgazette.example/envoys",
    "source_domain": "www.harbourgazette.example",
    "language": "en",
}
TRAFILATURA = {
    "title": "Envoys meet",
    "author": "Ana Roe",
    "hostname": "harbourgazette.example",
    "date": "2018-01-05",
    "text": TEXT,
    "source": "https://harbourgazette.example/envoys",
    "source-hostname": "The Harbour Gazette",
    "language": None,
    "comments": "",
}


def read(data: Any, name: FormatName = "json", **hints: str) -> list[Article | Rejected]:
    """What is in JSON of `data`, or in the text that `data` is."""
    text = data if isinstance(data, str) else json.dumps(data)
    return list(articles(Capture("dump/a.json", text.encode(), name, Hints(**hints))))


@pytest.mark.parametrize(
    ("item", "outlet", "byline"),
    [
        (NEWS_PLEASE, "harbourgazette.example", "Ana Roe, Tom Poe"),
        (TRAFILATURA, "The Harbour Gazette", "Ana Roe"),
    ],
)
def test_fields_of_both_tools_are_understood(item: dict[str, Any], outlet: str, byline: str) -> None:
    """Title, empty line and main text make the text; the rest is filled in."""
    (article,) = read(item)
    assert isinstance(article, Article)
    assert article.text == f"Envoys meet\n\n{TEXT}"
    assert (article.title, article.outlet, article.byline) == ("Envoys meet", outlet, byline)
    assert article.published == "2018-01-05"
    assert article.url == item.get("url", item.get("source"))


def test_what_the_user_knows_wins() -> None:
    """Hints stand above the fields of the file."""
    (article,) = read(NEWS_PLEASE, published="2018-01-04", outlet="The Gazette")
    assert isinstance(article, Article)
    assert (article.published, article.outlet) == ("2018-01-04", "The Gazette")


def test_a_list_holds_many() -> None:
    """Each member of a list is an article or a refusal of its own."""
    first, second, third = read([NEWS_PLEASE, {"title": "No text"}, TRAFILATURA])
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, Rejected)
    assert "no text" in second.reason


def test_a_damaged_line_is_named_and_the_others_go_on() -> None:
    """JSON lines are read one by one."""
    lines = [
        json.dumps(NEWS_PLEASE),
        '{"title": "B", "maintext": "The min',
        "",
        "nonsense",
        json.dumps(TRAFILATURA),
    ]
    found = read("\n".join(lines), "jsonl")
    assert [type(item) for item in found] == [Article, Rejected, Rejected, Article]
    assert [item.reason.split(":")[0] for item in found if isinstance(item, Rejected)] == ["line 2", "line 4"]
    assert "cut off" in found[1].reason  # type: ignore[union-attr]


def test_lines_are_counted_from_the_portions_first() -> None:
    """A portion of a long file knows where it stands in it."""
    (refused,) = articles(Capture("a.jsonl", b"{", "jsonl", first_line=7001))
    assert isinstance(refused, Rejected)
    assert refused.reason.startswith("line 7001:")


def test_lines_under_the_name_json_are_read() -> None:
    """Some tools write lines into NAME.json."""
    found = read(f"{json.dumps(NEWS_PLEASE)}\n{json.dumps(TRAFILATURA)}\n")
    assert [type(item) for item in found] == [Article, Article]


def test_what_is_whole_in_a_list_that_was_cut_off_is_kept() -> None:
    """A download that broke off loses only its last article."""
    whole = json.dumps([NEWS_PLEASE, TRAFILATURA], indent=1)
    first, refused = read(whole[: whole.rindex("source-hostname")])
    assert isinstance(first, Article)
    assert isinstance(refused, Rejected)
    assert "cut off" in refused.reason


def test_an_object_that_was_cut_off_is_refused_with_its_line() -> None:
    """The line says how far the file goes."""
    (refused,) = read('{\n"title": "A",\n"maintext": "The min')
    assert isinstance(refused, Rejected)
    assert refused.reason == "line 3: the JSON is cut off"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "empty"),
        ("17", "not an article"),
        ('{"maintext": ""}', "no text"),
        ("[" * 100_000, "JSON"),
        ('{"maintext": "Les ministres parlent.", "language": "fr"}', "not in English"),
        ("", "empty"),
    ],
)
def test_other_json_is_refused(text: str, reason: str) -> None:
    """Each with one line that says why."""
    (refused,) = read(text)
    assert isinstance(refused, Rejected)
    assert reason in refused.reason
    assert "\n" not in refused.reason


def test_half_a_surrogate_pair_becomes_a_mark() -> None:
    """It is legal JSON and no character; the text must stay printable."""
    text = '{"maintext": "The envoys \\ud83d met on the ferry on Friday."}'
    for item in read(text):
        if isinstance(item, Article):
            item.text.encode("utf-8")
        else:
            assert "JSON" in item.reason
