"""Files, folders, globs and standard input, and everything that cannot be read."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import UsageError
from onrecord.ingest import Capture, articles, captures
from onrecord.ingest import load as load_module
from onrecord.records import Article, Rejected

TEXT = "The envoys of both lake states met on the ferry on Friday.\n"
PAGE = f"<!DOCTYPE html><html><head><title>Envoys meet</title></head><body><p>{TEXT * 5}</p></body></html>"


def read(*paths: str | Path, **options: Any) -> list[Article | Rejected]:
    """Articles and refusals under `paths`."""
    found: list[Article | Rejected] = []
    for capture in captures([str(path) for path in paths], **options):
        found += articles(capture) if isinstance(capture, Capture) else [capture]
    return found


def write(folder: Path, **files: str | bytes) -> Path:
    """Files NAME__SUFFIX in `folder`."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def names(found: list[Article | Rejected]) -> list[str]:
    """File names, refused ones in brackets."""
    return [
        os.path.basename(item.path) if isinstance(item, Article) else f"({os.path.basename(item.path)})"
        for item in found
    ]


def test_a_folder_is_walked_in_order_of_names(tmp_path: Path) -> None:
    """Folders are read recursively; hidden files, notes and meta files are passed over."""
    write(tmp_path, b__txt=TEXT, a__txt=TEXT, README__md="Notes.", gold__yaml="a: 1")
    write(tmp_path, a__meta__json='{"outlet": "The Harbour Gazette"}')
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "ab").mkdir()
    write(tmp_path / "ab", c__txt=TEXT)
    assert names(read(tmp_path)) == ["a.txt", "c.txt", "b.txt"]


def test_the_path_is_kept_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path stays relative, and the id depends on the file's name only."""
    write(tmp_path, a__txt=TEXT)
    monkeypatch.chdir(tmp_path)
    (relative,) = read("a.txt")
    (absolute,) = read(tmp_path / "a.txt")
    assert isinstance(relative, Article)
    assert isinstance(absolute, Article)
    assert relative.path == "a.txt"
    assert relative.id == absolute.id


def test_globs_are_expanded_and_nothing_is_read_twice(tmp_path: Path) -> None:
    """A file that a glob and a folder both reach is one capture."""
    write(tmp_path, a__txt=TEXT, b__txt=TEXT)
    assert names(read(f"{tmp_path}/*.txt", tmp_path, tmp_path / "a.txt")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("path", "reason"), [("no-*.txt", "no file matches"), ("missing.txt", "no such file")]
)
def test_what_is_not_there_is_said(tmp_path: Path, path: str, reason: str) -> None:
    """A pattern without a match and a missing path are refusals, not crashes."""
    (refused,) = read(tmp_path / path)
    assert isinstance(refused, Rejected)
    assert reason in refused.reason


@pytest.mark.parametrize(
    ("data", "path", "title"),
    [
        (TEXT, "-", None),
        (json.dumps({"title": "Envoys meet", "text": TEXT}), "-", "Envoys meet"),
        (
            PAGE,
            "-",
            "Envoys meet",
        ),
    ],
)
def test_standard_input_is_told_by_its_look(
    data: str, path: str, title: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name, HTML and JSON are known by how they begin."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.path, article.title) == ("-", title)


def test_html_saved_as_txt_is_html(tmp_path: Path) -> None:
    """A page's source under the name of a text is read as a page."""
    write(tmp_path, a__txt=f"<!DOCTYPE html><html><body><p>{TEXT * 5}</p></body></html>")
    (article,) = read(tmp_path)
    assert isinstance(article, Article)
    assert "<p>" not in article.text


@pytest.mark.parametrize(
    "text",
    ["\ufeffThe envoys met.\r\nThey left.\r\n", "The envoys met.\r\rThey left.", "  The envoys met.  "],
)
def test_plain_text_is_taken_character_for_character(tmp_path: Path, text: str) -> None:
    """Line ends and spaces stay; only a byte order mark is dropped."""
    (tmp_path / "a.txt").write_bytes(text.encode())
    (article,) = read(tmp_path)
    assert isinstance(article, Article)
    assert article.text == text.removeprefix("\ufeff")


def test_utf_16_with_its_mark_is_text(tmp_path: Path) -> None:
    """Some editors save it so."""
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16"))
    (article,) = read(tmp_path)
    assert isinstance(article, Article)
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"\x00\x01\x02" * 100, "binary data"),
        (b"%PDF-1.7 and so on", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"PK\x03\x04abc", "a zip archive"),
        ("The minister’s visit was called off.".encode("cp1252"), "not UTF-8: byte 0x92 in line 1"),
        (b"\xff\xfeT\x00\x00\xd8", "UTF-16"),
        (b"12345 --- ### 99.", "no sentence"),
        (b"Menu Home World Contact", "no sentence"),
        ("Министр иностранных дел встретился со своим коллегой во вторник.".encode(), "Cyrillic"),
        ("外交部长星期二在首都会见了他的同事并讨论了两国之间的水资源分配问题。".encode(), "Chinese"),
    ],
)
def test_what_holds_no_article_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    """One line naming the file and the reason, and the rest is read."""
    (tmp_path / "bad.txt").write_bytes(data)
    write(tmp_path, good__txt=TEXT)
    refused, article = read(tmp_path)
    assert isinstance(refused, Rejected)
    assert isinstance(article, Article)
    assert refused.path.endswith("bad.txt")
    assert reason in refused.reason
    assert "\n" not in refused.reason


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is known before the file is opened."""
    with open(tmp_path / "large.txt", "wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr("onrecord.ingest.find.open", None, raising=False)
    (refused,) = read(tmp_path / "large.txt")
    assert isinstance(refused, Rejected)
    assert refused.reason == "too large: 50.0 MB is more than the 20 MB allowed"


def test_a_large_standard_input_is_read_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream has no size; one byte above the limit is enough to refuse it."""
    stream = io.BytesIO(TEXT.encode() * 100)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    (refused,) = read("-", largest_bytes=1000)
    assert isinstance(refused, Rejected)
    assert "too large" in refused.reason
    assert stream.tell() == 1001


def test_lines_come_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of JSON lines may be longer than any article; one line may not."""
    monkeypatch.setattr(load_module, "PORTION_BYTES", 300)
    lines = [json.dumps({"text": TEXT, "url": f"https://a.example/{n}"}) for n in range(20)]
    lines[4] = json.dumps({"text": TEXT * 100})
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    portions = list(captures([str(tmp_path)], largest_bytes=1000))
    assert len(portions) > 5
    found = read(tmp_path, largest_bytes=1000)
    assert sum(isinstance(item, Article) for item in found) == 19
    assert [item.reason[:7] for item in found if isinstance(item, Rejected)] == ["line 5:"]


def test_a_folder_without_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read all the same."""
    (tmp_path / "closed").mkdir()
    write(tmp_path, good__txt=TEXT)
    scandir = os.scandir

    def forbidding(path: str) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", forbidding)
    refused, article = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(refused, Rejected)
    assert refused.reason == "the folder cannot be opened: no permission"


def test_links_pipes_and_broken_links_are_refused(tmp_path: Path) -> None:
    """Nothing hangs, and nothing is walked in a circle."""
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe")
    assert names(read(tmp_path)) == ["(circle)", "(nowhere.txt)", "(pipe)"]


def test_parts_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    """Browsers save pictures and scripts in NAME_files beside NAME.html."""
    write(tmp_path, page__html=f"<!DOCTYPE html><html><body><p>{TEXT * 5}</p></body></html>")
    (tmp_path / "page_files").mkdir()
    write(tmp_path / "page_files", logo__png=b"\x89PNG")
    assert names(read(tmp_path)) == ["page.html"]


def test_what_lies_beside_a_file_wins_over_what_is_told_for_all(tmp_path: Path) -> None:
    """NAME.meta.json was written for one file."""
    write(tmp_path, a__txt=TEXT, b__txt=TEXT)
    write(
        tmp_path,
        a__meta__json='{"published": "2025-03-04", "title": "Envoys meet", "url": "https://a.example/1"}',
    )
    first, second = read(tmp_path, published="2025-01-01", outlet="The Harbour Gazette")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, first.outlet, first.title) == (
        "2025-03-04",
        "The Harbour Gazette",
        "Envoys meet",
    )
    assert first.url == "https://a.example/1"
    assert (second.published, second.outlet) == ("2025-01-01", "The Harbour Gazette")


@pytest.mark.parametrize(
    ("meta", "reason"),
    [
        ('{"published": "2025-02-31"}', "no day"),
        ('{"published": ', "cannot be used"),
        ("[]", "cannot be used"),
    ],
)
def test_a_meta_file_that_cannot_be_used_loses_no_article(tmp_path: Path, meta: str, reason: str) -> None:
    """The trouble is told and the text is read without it."""
    write(tmp_path, a__txt=TEXT, a__meta__json=meta)
    refused, article = read(tmp_path)
    assert isinstance(article, Article)
    assert article.published is None
    assert isinstance(refused, Rejected)
    assert refused.path.endswith("a.meta.json")
    assert reason in refused.reason


def test_a_meta_file_without_its_article_is_said(tmp_path: Path) -> None:
    """It is probably a slip of the name."""
    write(tmp_path, a__meta__json='{"published": "2025-03-04"}')
    assert names(read(tmp_path)) == ["(a.meta.json)"]


def test_a_day_that_is_none_is_an_error_of_usage() -> None:
    """An option cannot be passed over like a file."""
    with pytest.raises(UsageError, match="2025-02-31"):
        list(captures(["-"], published="2025-02-31"))


def test_a_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    """The record's path must not break the output."""
    path = os.path.join(os.fsencode(tmp_path), b"Zo\xeb.txt")
    with open(path, "wb") as stream:
        stream.write(TEXT.encode())
    (article,) = read(tmp_path)
    article.path.encode("utf-8")
