"""Tells texts that are not English, by their letters and by their most common words.

Small, fast and the same everywhere; it only has to keep other languages out, not to name them with certainty.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

import yaml

_SAMPLE = 20_000  # characters from the start
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST_LETTERS = 20  # of another script, before a short text is refused
_FEWEST_WORDS = 20  # below that, common words say nothing
_OTHER_SHARE = 0.12  # of all words; running text of a listed language has 0.25 and more
_ENGLISH_SHARE = 0.06  # English news has 0.25 to 0.45, tables of names and numbers about 0.1
_WORDS_TO_BE_SURE = 60


def other_language(text: str) -> str | None:
    """The language, or else the script, that `text` is in; None where English or too short to tell."""
    sample = text[:_SAMPLE]
    script = _other_script(sample)
    if script is not None:
        return script
    found = _WORD.findall(sample)
    words = [word.lower().replace("’", "'") for word in found]
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {
        language: sum(word in common for word in words) / len(words) for language, common in _common().items()
    }
    english = shares.pop("English")
    other = max(shares, key=lambda language: shares[language])
    if shares[other] >= max(_OTHER_SHARE, english):
        return other
    # a list of names, or a text in capitals, is in no language: what is written small tells
    small = [word for word in found if word[0].islower()]
    known = sum(word.replace("’", "'") in _common()["English"] for word in small)
    if english < _ENGLISH_SHARE and len(small) >= _WORDS_TO_BE_SURE and known < _ENGLISH_SHARE * len(small):
        return "another language"
    return None


def _other_script(sample: str) -> str | None:
    letters = [letter for letter in sample if letter.isalpha()]
    foreign = [letter for letter in letters if letter > "ɏ"]  # past Latin Extended-B
    if len(foreign) < _FEWEST_LETTERS or 2 * len(foreign) < len(letters):
        return None
    scripts = [unicodedata.name(letter, "UNKNOWN").split()[0].title() for letter in foreign[:200]]
    script = max(sorted(set(scripts)), key=scripts.count)
    return "Chinese or Japanese" if script == "Cjk" else f"a language in {script} letters"


@cache
def _common() -> dict[str, frozenset[str]]:
    source = files(__package__).joinpath("function_words.yaml").read_text("utf-8")
    return {language: frozenset(str(words).split()) for language, words in yaml.safe_load(source).items()}
