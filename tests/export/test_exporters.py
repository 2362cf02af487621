"""Exporters."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export import EXPORTERS, exporter_named
from onrecord.records import Finding

FINDINGS = st.lists(
    st.builds(
        Finding,
        check=st.text(),
        start=st.integers(0, 10**6),
        end=st.integers(0, 10**6),
        message=st.text(alphabet=st.characters(exclude_categories=["Cs"])),
        suggests=st.none() | st.text(),
        article=st.none(),
    ),
    max_size=5,
)


@given(FINDINGS)
def test_json_lines_give_back_what_was_written(findings: list[Finding]) -> None:
    """One record a line, whatever line ends a text holds."""
    written = b"".join(exporter_named("jsonl").write(findings))
    lines = written.split(b"\n")
    assert lines.pop() == b""
    assert [msgspec.json.decode(line, type=Finding) for line in lines] == findings


@given(FINDINGS)
def test_json_gives_back_what_was_written(findings: list[Finding]) -> None:
    """One array, also when there is nothing in it."""
    written = b"".join(exporter_named("json").write(findings))
    assert msgspec.json.decode(written, type=list[Finding]) == findings


def test_the_first_record_is_out_before_the_second_is_asked_for() -> None:
    """A user sees the first result at once, and memory stays flat."""

    def records() -> object:
        yield Finding("a", 0, 1, "first")
        raise AssertionError("asked for too early")

    for exporter in EXPORTERS:
        assert b"first" in next(iter(exporter.write(records())))  # type: ignore[arg-type]


def test_an_unknown_exporter_names_the_known() -> None:
    """A wrong name fails with the list of right ones."""
    with pytest.raises(KeyError, match="jsonl"):
        exporter_named("xml")


def test_json_of_nothing_is_valid() -> None:
    """No records still make a file that opens."""
    assert json.loads(b"".join(exporter_named("json").write([]))) == []
