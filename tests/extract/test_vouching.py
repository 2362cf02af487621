"""On whose word a claim stands."""

import msgspec
import pytest

from onrecord.extract.vouching import sources_of_claim
from onrecord.pipeline import Reader
from onrecord.records import Article, Block, BlockKind, Claim, Status


def claim(reader: Reader, kind: str, text: str) -> Claim:
    """The one claim of a kind that an article of one block makes."""
    block = Block(0, len(text), "body")
    article = Article(id="art-test", path="t", text=text, published="2025-06-16", blocks=(block,))
    (found,) = [claim for claim in reader.understand(article).engagements if claim.kind == kind]
    return found


@pytest.mark.parametrize(
    ("kind", "text", "sources"),
    [
        # told by somebody
        ("visit", "Wang Yi visited Oslo on Friday, Espen Barth Eide said.", (("Espen Barth Eide",),)),
        # taken for granted by somebody, told by the outlet
        (
            "agreement",
            "Norway and Chile signed a fisheries agreement in Bergen on Friday. "
            'Espen Barth Eide said that "the agreement signed in Bergen" would be a model for others.',
            (),
        ),
        # to announce it is to do it
        ("sanction", "The United States announced sanctions on Iran on Thursday.", ()),
        # told as done by the outlet first
        (
            "meeting",
            "Putin met Xi Jinping in Beijing on Friday. Dmitry Peskov said Putin had met Xi Jinping in Beijing for two "
            "hours.",
            (),
        ),
        # a threat is its speaker's wherever it is told
        (
            "threat",
            "The talks came after Donald Trump threatened to impose tariffs on Brazil.",
            (("Donald Trump",),),
        ),
        # cited amid what is reported
        (
            "withdrawal",
            "Reuters reported, citing three officials, that Iran had released two American prisoners.",
            (("Reuters", "unnamed sources"),),
        ),
        # what two agree that they will do
        ("meeting", "The two leaders agreed that their foreign ministers will meet in Oslo in May.", ()),
        # proposed
        ("meeting", "Seoul proposed talks with Pyongyang in July.", (("South Korea",),)),
        # goes on in the voice of who spoke last
        (
            "visit",
            "The trip is likely to take place in July, two officials said. Modi would fly on to Oslo.",
            (("unnamed sources",),),
        ),
        # several who speak together
        (
            "accusation",
            "Norway, Sweden and Denmark condemned the attack on the embassy.",
            (("Norway",), ("Sweden",), ("Denmark",)),
        ),
        # an agreement to meet is nobody's word
        ("meeting", "Norway and Sweden agreed to meet in Oslo on Friday.", ()),
    ],
)
def test_sources(reader: Reader, kind: str, text: str, sources: tuple[tuple[str, ...], ...]) -> None:
    """The chains of a claim are those who tell the deed, not those who take it for granted."""
    assert claim(reader, kind, text).sources == sources


class Told(msgspec.Struct):
    """A telling, as far as its sources matter."""

    chains: tuple[tuple[str, ...], ...]
    status: Status
    presupposed: bool = False
    noun: bool = False
    unmarked: bool = False
    block: BlockKind = "body"


def test_who_announced_it_does_not_vouch_for_its_end() -> None:
    """Of tellings only those count that say what became of the deed."""
    tellings = [Told((("White House",),), "confirmed"), Told((("Espen Barth Eide",),), "cancelled")]
    assert sources_of_claim(tellings, "cancelled", speech=False) == (("Espen Barth Eide",),)
    assert sources_of_claim(tellings[:1], "cancelled", speech=False) == (("White House",),)
