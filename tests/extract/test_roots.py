"""The PLOVER root between two given actors."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.roots import root_between
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "source", "target", "root"),
    [
        ("Norway condemned the raid by Mali.", "Norway", "Mali", "ACCUSE"),
        ("Norway has agreed to send tents to Mali.", "Norway", "Mali", "AGREE"),
        ("Norway sent tents to Mali.", "Norway", "Mali", "AID"),
        ("Norway refused to receive the envoy of Mali.", "Norway", "Mali", "REJECT"),
        ("Norway threatened to bomb Mali.", "Norway", "Mali", "THREATEN"),
        ("Emmanuel Macron met Giorgia Meloni in Rome.", "Emmanuel Macron", "Giorgia Meloni", "CONSULT"),
        ("Israeli jets bombed villages in Lebanon.", "Israeli", "Lebanon", "ASSAULT"),
        ("Norway said on Monday that Mali must free the pilots.", "Norway", "Mali", "REQUEST"),
        ("Norway lifted the ban on fish from Mali.", "Norway", "Mali", "YIELD"),
        ("Norway expelled two diplomats of Mali.", "Norway", "Mali", "SANCTION"),
        ("Norway imposed sanctions on Mali.", "Norway", "Mali", "COERCE"),
        ("Norway praised Mali for its patience.", "Norway", "Mali", "SUPPORT"),
    ],
)
def test_root(read: Callable[..., Any], text: str, source: str, target: str, root: str) -> None:
    """What the source does to the target decides, and what stands over it: a refusal, a promise, a threat."""
    doc = read(text)
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    assert root_between(doc.doc, spans[0], spans[1], doc.cast, doc.vocab, doc.speeches) == root


def test_nothing_between(read: Callable[..., Any]) -> None:
    """No word that tells a deed, no root."""
    text = "Norway is colder than Mali."
    doc = read(text)
    assert root_between(doc.doc, Span(0, 6), Span(22, 26), doc.cast, doc.vocab) is None
