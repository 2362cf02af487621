"""Names: people, bodies and groups under the spellings of the press."""

from pathlib import Path

import pytest

from onrecord.knowledge import Knowledge


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("VOLODYMYR ZELENSKYY", "Volodymyr Zelenskyy"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Alyaksandr Lukashenka", "Alexander Lukashenko"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Jinping Xi", "Xi Jinping"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Abe Shinzo", "Shinzo Abe"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("MBS", "Mohammed bin Salman"),
        ("Qasem Soleimani", "Qassem Soleimani"),
        ("Binyamin Netanyahu", "Benjamin Netanyahu"),
        ("Abbas Araqchi", "Abbas Araghchi"),
        ("Abdel-Fattah al-Sisi", "Abdel Fattah el-Sisi"),
        ("King Charles III", "Charles III"),
        ("Moammar Gadhafi", "Muammar Gaddafi"),
        ("Ferdinand Marcos Jr", "Ferdinand Marcos Jr."),
        ("Lindsey O. Graham", "Lindsey Graham"),
        ("Omar Bashir", "Omar al-Bashir"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("Von der Leyen", "Ursula von der Leyen"),
        ("Peña Nieto", "Enrique Peña Nieto"),
        ("Kayikwamba Wagner", "Thérèse Kayikwamba Wagner"),
    ],
)
def test_people_are_found_under_their_spellings(kb: Knowledge, spelling: str, name: str) -> None:
    """A known spelling finds one person, under the name of the press today."""
    assert [person.name for person in kb.named(spelling, ("person",))] == [name]


@pytest.mark.parametrize(
    ("spelling", "name", "kind"),
    [
        ("the Kremlin", "Kremlin", "body"),
        ("IAEA", "International Atomic Energy Agency", "organisation"),
        ("U.N. Security Council", "UN Security Council", "body"),
        ("Security Council", "UN Security Council", "body"),
        ("Revolutionary Guards", "Islamic Revolutionary Guard Corps", "body"),
        ("Majlis", "Iranian parliament", "body"),
        ("Houthis", "Houthi movement", "group"),
        ("ISIS", "Islamic State", "group"),
        ("Lockheed Martin", "Lockheed Martin", "company"),
    ],
)
def test_bodies_and_groups(kb: Knowledge, spelling: str, name: str, kind: str) -> None:
    """Abbreviations and the press's names lead to the organisation, body, group or company first."""
    first = kb.named(spelling)[0]
    assert (first.name, first.kind) == (name, kind)


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Russian Defence Ministry", "Russian Defense Ministry", "RU"),
        ("ministry of foreign affairs of Kenya", "Kenyan Foreign Ministry", "KE"),
        ("Iran's Defense Ministry", "Iranian Defense Ministry", "IR"),
        ("Armenian parliament", "Armenian parliament", "AM"),
        ("the Libyan coast guard", "Libyan coast guard", "LY"),
    ],
)
def test_bodies_named_by_rule(kb: Knowledge, words: str, name: str, country: str) -> None:
    """State and ministry together name a body, which its id leads back to."""
    (body,) = kb.named(words)
    assert (body.name, body.kind, body.country) == (name, "body", country)
    assert kb.entity(body.id) == body


@pytest.mark.parametrize(
    "words", ["us", "who", "it", "Kenyan carpenters", "Ministry of Silly Hats", "", "  ", "…"]
)
def test_no_name_finds_nothing(kb: Knowledge, words: str) -> None:
    """Pronouns, unknown words and punctuation name nobody."""
    assert kb.named(words) == ()


def test_families_stay_apart(kb: Knowledge) -> None:
    """A shared surname gives all who bear it, best known first; a full name only its own."""
    trumps = [person.name for person in kb.surname("Trump")]
    assert trumps[0] == "Donald Trump"
    assert {"Donald Trump Jr.", "Melania Trump"} <= set(trumps)
    assert [p.name for p in kb.named("Donald Trump Jr.")] == ["Donald Trump Jr."]
    kims = [person.name for person in kb.surname("Kim")]
    assert kims[0] == "Kim Jong Un"
    assert "Kim Yo Jong" in kims
    assert "Kim Dae-jung" in kims
    assert [p.name for p in kb.surname("Rasmussen")][:2] == ["Anders Fogh Rasmussen", "Lars Løkke Rasmussen"]


@pytest.mark.parametrize(
    ("surname", "name"),
    [
        ("Putin", "Vladimir Putin"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("bin Salman", "Mohammed bin Salman"),
        ("Assad", "Bashar al-Assad"),
        ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("Xi", "Xi Jinping"),
        ("Suu Kyi", "Aung San Suu Kyi"),
        ("López Obrador", "Andrés Manuel López Obrador"),
    ],
)
def test_surnames(kb: Knowledge, surname: str, name: str) -> None:
    """Family names with particles, given first or spelt in another way lead to the best known bearer."""
    assert kb.surname(surname)[0].name == name


@pytest.mark.parametrize(
    ("misspelt", "name"),
    [
        ("Kaia Kallas", "Kaja Kallas"),
        ("Masoud Peyikshan", "Masoud Pezeshkian"),
        ("Volodymyr Zelinsky", "Volodymyr Zelenskyy"),
        ("Benjamin Netenyahu", "Benjamin Netanyahu"),
        ("Ursula von der Layen", "Ursula von der Leyen"),
        ("Alexander Lukoshenko", "Alexander Lukashenko"),
    ],
)
def test_nearest_spelling(kb: Knowledge, misspelt: str, name: str) -> None:
    """A misspelling is nobody's name, and the person meant is the nearest."""
    assert kb.named(misspelt, ("person",)) == ()
    person, score = kb.nearest(misspelt)[0]
    assert person.name == name
    assert 70 <= score < 100


def test_hostile_names(kb: Knowledge) -> None:
    """Long, right-to-left and combining texts are answered with nothing."""
    for name in ("A" * 300, "\u202eنيتوب ريميدالف", "\u0301" * 40, "\x00", "a'; DROP TABLE entity; --"):
        assert kb.named(name) == kb.surname(name) == kb.places(name) == ()
        assert kb.outlet(name) is None
        assert kb.title(name) is None
        assert kb.metonym(name) is None


def test_gender_where_pronouns_need_it(kb: Knowledge) -> None:
    """Those often named have a gender."""
    for name, gender in (
        ("Angela Merkel", "f"),
        ("Kim Yo Jong", "f"),
        ("Maia Sandu", "f"),
        ("Xi Jinping", "m"),
    ):
        assert kb.named(name)[0].gender == gender


def test_women(kb: Knowledge) -> None:
    """Women in the news are known for women, or no "she" would find them."""
    names = (Path(__file__).parent / "women.txt").read_text("utf-8").splitlines()
    assert len(names) > 150
    assert [name for name in names if [p.gender for p in kb.named(name, ("person",))][:1] != ["f"]] == []


def test_aliases_are_listed(kb: Knowledge) -> None:
    """Other spellings of a person can be shown."""
    assert "Volodymyr Zelensky" in kb.aliases("Q3874799")
    assert kb.aliases("nobody") == ()


def test_renown(kb: Knowledge) -> None:
    """World leaders are better known than ministers of small states, and those nobody knows have no renown."""
    renown = [kb.renown(kb.named(name)[0].id) for name in ("Vladimir Putin", "Kamina Johnson Smith")]
    assert renown[0] > 90 > 50 > renown[1] > 0
    assert kb.renown("nobody") == 0
