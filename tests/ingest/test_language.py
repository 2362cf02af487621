"""Other languages are kept out, English in whatever style is let in."""

import pytest

from onrecord.ingest.language import other_language

FOREIGN = {
    "French": "Le ministre des Finances a rencontré son homologue à Paris mardi, et les deux "
    "hommes ont parlé de la situation dans la région. Ils ont dit que les négociations vont "
    "continuer.",
    "German": "Der Außenminister hat am Dienstag in Berlin seinen Kollegen getroffen, und die beiden "
    "sprachen über die Lage in der Region. Beide wollen die Gespräche in der nächsten Woche "
    "fortsetzen.",
    "Spanish": "El ministro de Exteriores se reunió el martes en Madrid con su homólogo, y los dos hablaron "
    "de la situación en la región. Dijeron que las negociaciones seguirán la próxima semana.",
    "Italian": "Il ministro degli Esteri ha incontrato martedì a Roma il suo collega, e i due hanno parlato "
    "della situazione nella regione. Hanno detto che i negoziati non sono finiti.",
    "Portuguese": "O ministro dos Negócios Estrangeiros encontrou-se na terça-feira com o seu colega, e os "
    "dois falaram da situação na região. Disseram que as negociações não vão parar.",
    "Turkish": "Dışişleri bakanı salı günü Ankara'da mevkidaşı ile bir araya geldi ve iki bakan bölgedeki "
    "durum için çok uzun görüştü. Daha sonra bir açıklama yapıldı ve görüşmelerin devam edeceği "
    "ifade edildi.",
}
ENGLISH = [
    "Kremlin: no date set.",
    "Ministers meet in Vilnius over grain levy; no deal; new talks May 4, officials say, as "
    "farmers block roads to Warsaw, Prague, Budapest, Bucharest and Sofia with hundreds of "
    "tractors.",
    "The minister told Le Monde that « la situation est grave » and that the talks would go on in "
    "Paris next week, with all of those who had come to the first round at the table again.",
    "Results: Norway 3, Japan 2, Latvia 1, Chile 0, Peru 4, Ghana 2, Kenya 5, Nepal 1, Laos 2, "
    "Fiji 3, Oman 1, Mali 2, Cuba 3, Iran 1, Iraq 0, Togo 2, Chad 1.",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named(language: str) -> None:
    """Two sentences are enough to tell."""
    assert other_language(FOREIGN[language]) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_let_in(text: str) -> None:
    """Headlines, tables and foreign words in an English text are no other language."""
    assert other_language(text) is None


def test_a_short_text_is_let_through_when_unsure() -> None:
    """A handful of words says nothing."""
    assert other_language("Le ministre est parti.") is None


def test_an_english_text_may_quote_other_letters() -> None:
    """A name in Cyrillic or Chinese letters is no other script."""
    assert (
        other_language("The paper Новая газета (新报) wrote that the minister would go to the lake in May.")
        is None
    )
