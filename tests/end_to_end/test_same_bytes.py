"""The same articles give the same bytes, whatever the order, the process and the number of processes."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord.export import JSON_LINES
from onrecord.export.schemas import schema_of
from onrecord.pipeline import Reader
from onrecord.records import ENGAGEMENT_SCHEMA, READ_SCHEMA, Digest, Engagement, Rejected
from onrecord.run import read
from onrecord.settings import Settings
from onrecord.store import open_store


def lines(records: Iterable[Digest | Engagement | Rejected]) -> list[bytes]:
    """Each record as its line of JSON."""
    return list(JSON_LINES.write(records))


@pytest.fixture(scope="session")
def digests(paths: list[str], reader: Reader) -> list[Digest]:
    """The examples, read once; none is refused."""
    found = [one for one in read(paths, reader=reader) if isinstance(one, Digest)]
    assert len(found) >= len(paths)
    return found


@pytest.fixture(scope="session")
def ledger(digests: list[Digest], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in a ledger, in their order."""
    path = tmp_path_factory.mktemp("ledger") / "all.ledger"
    with open_store(path) as store:
        for digest in digests:
            store.add(digest)
    return path


def test_any_order_gives_the_same_lines(paths: list[str], reader: Reader, digests: list[Digest]) -> None:
    """Read backwards, every article comes out as it did forwards: none leaves a trace in the next."""
    assert sorted(lines(read(paths[::-1], reader=reader))) == sorted(lines(digests))


def test_other_processes_give_the_same_lines_in_the_same_order(
    paths: list[str], digests: list[Digest]
) -> None:
    """Two workers, each with a model of its own, change nothing."""
    assert lines(read(paths, Settings(processes=2))) == lines(digests)


def test_real_output_fits_the_schemas(digests: list[Digest], ledger: Path) -> None:
    """What the pipeline makes is what schemas/ promises."""
    reads = Draft202012Validator(schema_of(READ_SCHEMA, Digest))
    entries = Draft202012Validator(schema_of(ENGAGEMENT_SCHEMA, Engagement))
    for line in lines(digests):
        reads.validate(json.loads(line))
    with open_store(ledger, create=False) as store:
        shown = store.engagements()
    assert shown
    for line in lines(shown):
        entries.validate(json.loads(line))


def test_spans_lie_in_the_text(digests: list[Digest]) -> None:
    """Evidence, mentions, sources, cues and findings point at characters that are there."""
    for digest in digests:
        spans = [
            *(span for claim in digest.engagements for span in claim.evidence),
            *(span for actor in digest.actors for span in actor.mentions),
            *(said.source for said in digest.attributions),
            *(said.cue for said in digest.attributions if said.cue),
            *digest.findings,
            *digest.sentences,
            *digest.blocks,
        ]
        assert all(0 <= one.start < one.end <= len(digest.text) for one in spans)
        assert "".join(digest.text[block.start : block.end] for block in digest.blocks) == digest.text


def test_any_order_of_adding_gives_the_same_ledger(
    digests: list[Digest], ledger: Path, tmp_path: Path
) -> None:
    """Entries, their ids, history and order do not depend on which article came first."""
    with open_store(ledger, create=False) as store:
        forwards = lines(store.engagements())
    with open_store(tmp_path / "backwards.ledger") as store:
        for digest in digests[::-1]:
            store.add(digest)
            store.engagements()  # linking in between must leave no trace either
        assert lines(store.engagements()) == forwards


def test_adding_again_changes_nothing(digests: list[Digest], ledger: Path) -> None:
    """An article that is there is not added a second time."""
    with open_store(ledger, create=False) as store:
        before = lines(store.engagements())
        assert not any(store.add(digest) for digest in digests)
        assert lines(store.engagements()) == before


def test_what_is_known_is_not_read_again(paths: list[str], reader: Reader, digests: list[Digest]) -> None:
    """Articles named to be skipped cost nothing, and are counted."""
    skipped: list[str] = []
    known = {digest.article.id for digest in digests[1:]}
    left = list(read(paths, skip=known, reader=reader, skipped=lambda article: skipped.append(article.id)))
    assert lines(left) == lines(digests[:1])
    assert set(skipped) == known
