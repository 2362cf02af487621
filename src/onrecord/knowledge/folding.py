"""Folding of names: what two spellings must share to be looked up as one.

`fold` loses case, marks and punctuation and nothing else; `loose` also loses the ways in which one Cyrillic,
Arabic or Korean name is written in Latin letters, and is used for people only, when `fold` finds nobody.
"""

import functools
import re
import unicodedata

# Letters that NFKD does not take apart.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "",
        "´": "", "ʹ": "", ".": "", "&": " and ",
    }
)  # fmt: skip
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_APART = re.compile(r"[^\w]+|_+")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")

LONGEST = 120
"""Characters beyond which a name is nobody's: the longest alias has fewer, and a text may hold anything."""


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Lower-case words of `name` without marks, points, apostrophes and possessives; hyphens part words.

    "U.S." and "US", "Iran's" and "Iran", "J. D. Vance" and "JD Vance", "Kim Jong-un" and "Kim Jong Un",
    "Vučić" and "Vucic" fold to one text. More than `LONGEST` characters fold to "", which is no key.
    """
    if len(name) > LONGEST:
        return ""
    plain = _POSSESSIVE.sub("", name.casefold()).translate(_LETTERS)
    text = unicodedata.normalize("NFKD", plain).casefold().translate(_LETTERS)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _INITIALS.sub(r"\1", " ".join(_APART.sub(" ", text).split()))


def without_initials(folded: str) -> str:
    """A folded name without the letters between its first and last word: "lindsey o graham", "lindsey graham"."""
    first, *inner = folded.split() or [""]
    return " ".join([first, *(word for word in inner[:-1] if len(word) > 1), *inner[-1:]])


# Given names and particles written in several ways; the first stands for all.
_SAME = {
    variant: group[0]
    for group in (
        ("mohammed", "mohamed", "muhammad", "mohammad", "mohamad", "muhammed", "mohamud", "mehmed"),
        ("ahmed", "ahmad"),
        ("hussein", "hussain", "husain", "hossein", "hosein", "husayn"),
        ("hassan", "hasan"),
        ("mahmoud", "mahmud", "mahmood"),
        ("abdullah", "abdallah", "abdulla"),
        ("abdul", "abdel", "abd", "abdal", "abdu"),  # codespell:ignore abd
        ("yousef", "youssef", "yusuf", "yusef", "yousuf", "youssouf"),
        ("mustafa", "moustafa", "mostafa"),
        ("khaled", "khalid"),
        ("omar", "umar", "omer"),
        ("osama", "usama"),
        ("saad", "sad"),
        ("said", "saeed", "sayed", "saied", "sayeed"),
        ("faisal", "faysal", "feisal"),
        ("tariq", "tarik", "tareq", "tarek"),
        ("sheikh", "shaikh", "sheik", "shaykh", "cheikh"),
        ("alexander", "aleksandr", "alexandr", "aleksander", "aleksandar"),
        ("alexei", "aleksei", "alexey", "aleksey", "alexi", "aleksi"),
        ("dmitri", "dmitry", "dmitriy", "dimitri", "dimitry", "dmytro", "dmitrii"),
        ("yevgeni", "evgeni", "yevgeny", "evgeny", "yevgeniy", "evgeniy", "yevhen"),
        ("yelena", "elena"),
        ("yekaterina", "ekaterina"),
        ("mikhail", "michail"),
        ("yuri", "yury", "iuri", "yuriy", "iurii", "yurii"),
        ("igor", "ihor"),
        ("oleg", "oleh"),
        ("vladimir", "volodymyr", "uladzimir"),
        ("nikolai", "nikolay", "nikolaj", "mykola"),
        ("sergei", "sergey", "serhii", "serhiy", "sergiy", "siarhei", "serhij"),
        ("andrei", "andrey", "andrii", "andriy", "andrej"),
        ("vasili", "vasily", "vassily", "vasyl", "vasiliy"),
        ("valeri", "valery", "valeriy", "valerii"),
        ("georgi", "georgy", "georgiy"),
        ("grigori", "grigory", "hryhoriy"),
        ("anatoli", "anatoly", "anatoliy", "anatolii"),
        ("al", "el"),
        ("bin", "ben", "ibn"),
    )
    for variant in group
}
_ENDING = re.compile(r"(?:yy|iy|ii|ij|yj|ey|ei|y|i)$")
_HONORIFICS = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "dame",
            "lord",
            "lady",
            "madam",
            "president",
            "hajj",
            "haji",
        ),
        *("sayyed", "sayyid", "general", "gen"),
    )
)


def loose(folded: str) -> str:
    """Key of a folded personal name that spellings of one name in Latin letters share.

    Sergei/Sergey/Serhii, Zelensky/Zelenskyy/Zelenskiy, Mohammed/Muhammad, Alexander/Aleksandr, al-/el-,
    x/ks, ou/u and ss/s fall together; nothing else does, so that a misspelling stays visible.
    """
    words = folded.split()
    while len(words) > 2 and words[0] in _HONORIFICS:
        words = words[1:]
    return "".join(_loose_word(word) for word in words)


def _loose_word(word: str) -> str:
    word = _SAME.get(word, word)
    word = word.replace("ks", "x").replace("ou", "u")
    word = _ENDING.sub("i", word) if len(word) > 3 else word
    return word.replace("ss", "s")
