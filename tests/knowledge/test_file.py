"""The knowledge file: damage, other versions, other processes."""

import pickle
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.knowledge import Knowledge, KnowledgeError, open_knowledge
from onrecord.knowledge.storage import CHECKSUM, FORMAT, SCHEMA, checksum


def shipped(kb: Knowledge) -> bytes:
    """Bytes of the file that ships."""
    return kb._storage.path.read_bytes()


def test_size_and_version(kb: Knowledge) -> None:
    """The file is small, and its version names its content."""
    assert len(shipped(kb)) < 12_000_000
    assert kb.version == open_knowledge().version
    assert kb.version.startswith(f"knowledge-{FORMAT}-")


@pytest.mark.parametrize("keep", [0, 50, 4096, 1_000_000])
def test_cut_file(kb: Knowledge, tmp_path: Path, keep: int) -> None:
    """A file that ends early is refused with what to do."""
    path = tmp_path / "cut.sqlite"
    path.write_bytes(shipped(kb)[:keep])
    with pytest.raises(KnowledgeError, match=r"cut\.sqlite.*(reinstall|make knowledge)"):
        open_knowledge(path)


def test_altered_file(kb: Knowledge, tmp_path: Path) -> None:
    """One changed byte is noticed."""
    data = bytearray(shipped(kb))
    data[len(data) // 2] ^= 1
    path = tmp_path / "altered.sqlite"
    path.write_bytes(data)
    with pytest.raises(KnowledgeError, match="damaged"):
        open_knowledge(path)


def test_other_format(tmp_path: Path) -> None:
    """A file of another format is refused, though it is whole."""
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA + "INSERT INTO meta VALUES ('format', '999');")
    connection.commit()
    connection.close()
    data = bytearray(path.read_bytes())
    data[CHECKSUM] = checksum(bytes(data))
    path.write_bytes(data)
    with pytest.raises(KnowledgeError, match=r"another format \(999"):
        open_knowledge(path)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is an error of the package's own kind."""
    with pytest.raises(OnrecordError, match="nowhere"):
        open_knowledge(tmp_path / "nowhere.sqlite")


def test_travels_to_another_process(kb: Knowledge) -> None:
    """A pickled base opens the same file again."""
    again = pickle.loads(pickle.dumps(kb))
    assert again.version == kb.version
    assert again.named("Vladimir Putin") == kb.named("Vladimir Putin")
    again.close()


def test_the_package_file_is_read_only(kb: Knowledge) -> None:
    """Nothing can be written through the opened base."""
    with pytest.raises(KnowledgeError):
        kb._storage.rows("DELETE FROM entity")
