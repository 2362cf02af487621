"""What is left of a verb without -ed or -ing → its base: whether an e fell away, or a consonant was doubled.

The rules look at the stem's last letters, from the longest ending to the shortest; each class is named by
English spelling ("-ate verbs", "-ize verbs") and lists the verbs that go the other way.
"""

from __future__ import annotations

VOWELS = frozenset("aeiou")

DOUBLED_KEPT = frozenset("ss ll ff zz".split())
"""Doubles that belong to the base ("pass", "call"), unless the verb is in `UNDOUBLED`."""
UNDOUBLED = frozenset(
    "travell cancell controll compell expell propell impell repell rebell signall labell modell levell fuell "
    "counsell quarrell patroll enroll fulfill excell marshall totall channell tunnell dispell rivall equall "
    "initiall spirall unravell grovell shovell swivell parcell pedall medall duell focuss gass quizz instill "
    "distill annull extoll".split()
)
DOUBLED_BASES = frozenset("add odd err purr putt butt boycott egg ebb".split())

NO_E = frozenset(
    # -at, -it, -ot, -et, -ut
    "combat format treat great chat pilot pivot riot ballot allot target market budget interpret debut "
    # -s
    "focus bias canvas gas process "
    # -on, -in, -en, -an
    "ruin cabin "
    # vowel + r
    "monitor favor honor labor anchor author sponsor mirror tutor harbor doctor factor error murmur sugar "
    "savor vapor rumor censor pioneer "
    # vowel + p, d, b, k, l, m, v
    "develop envelop gallop gossip worship kidnap hiccup trek shepherd abandon pardon embed "
    "pencil council until devil evil "
    "bottom custom phantom victim system program "
    # -ng, -rg
    "bring fling hang long belong prolong throng wrong king ring sing string sting swing wing cling bang "
    "gang clang slang sling wring ping zing burg "
    # others
    "veto".split()
)

E_STEMS = frozenset(
    # -it and -ot and -et with e
    "invit unit cit excit ignit incit recit expedit despit bit writ underwrit rewrit requit extradit "
    "vot not quot promot denot devot dot connot delet compet complet deplet secret tot "
    # -at that the rule does not reach
    "creat recreat procreat stat dat rat hat skat plat grat mat updat restat overstat understat slat "
    # -er, -en, -on
    "interfer adher persever rever conven interven contraven "
    "postpon condon phon telephon ston dron clon ton zon aton hon "
    # -or
    "explor restor ignor stor scor bor implor deplor ador shor underscor abhorr snor "
    # -ng, -nd
    "chang arrang exchang challeng reveng rang plung loung infring imping aveng hing cring bing ting "
    "prearrang interchang scaveng "
    # -st, -th, -l, -d
    "tast hast wast past breath sooth loath bath cloth seeth writh guid cours "
    "guil whil typ retyp "
    # -um, -im, -am, -om
    "assum resum consum presum fum subsum tim welcom overcom becom com nam blam fram tam sham gam renam flam "
    "prim rhym chim "
    # -un, -an
    "prun tun attun immun massacr persuad dissuad freez sneez seiz wheez squeez "
    "rout rerout pleas rearrang".split()
)

E_BEFORE_D = frozenset("conced preced reced imped supersed seced interced ced".split())
L_STEMS = ("scal", "impal", "inhal", "exhal", "sol", "consol", "parol", "dol", "styl")
E_ENDINGS = (
    "c", "v", "u", "dg", "rg", "ag", "eg", "ig", "lg", "iz", "yz", "az", "oz", "rz",
    "bl", "tl", "dl", "gl", "pl", "kl", "fl", "cl", "zl",
    "iat", "uat", "ls", "ns", "rs", "ps", "nc",
)  # fmt: skip


def base_of(stem: str, ending: str) -> str:
    """The verb whose form in -ed or -ing leaves `stem`."""
    if len(stem) < 2:
        return stem + "e"
    if stem in UNDOUBLED:
        return stem[:-1]
    if stem.endswith("i") and ending == "ed":
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return stem if stem in DOUBLED_BASES or stem[-2:] in DOUBLED_KEPT else stem[:-1]
    if ending == "ing" and stem in ("dy", "ly", "ty", "vy", "unty", "underly"):
        return stem[:-1] + "ie"
    if stem in NO_E:
        return stem
    return stem + "e" if stem in E_STEMS or wants_e(stem) else stem


def wants_e(stem: str) -> bool:
    """Whether the spelling shows that an e has fallen away."""
    if stem.endswith(E_ENDINGS):
        return True
    last, before = stem[-1], stem[-2]
    earlier = stem[-3] if len(stem) > 2 else ""
    if earlier == "u" and stem[-4:-3] == "q":
        earlier = "q"
    single = before in VOWELS and earlier not in VOWELS
    if last == "s":
        return before in VOWELS or before == "w"
    if last == "z":
        return single
    if last == "t":
        if before == "a":
            return (single and len(stem) > 3) or earlier in ("i", "u")
        return before == "u" and single
    if last == "r":
        return single and before in "aiu"
    if last == "n":
        return single and before == "i"
    if last == "l":
        return (single and before in "iu") or stem.endswith(L_STEMS)
    if last == "d" and before == "e":
        return stem in E_BEFORE_D
    if last == "p" and before == "o" and len(stem) > 4:
        return stem.endswith("scop")
    if last in "kpdb":
        return single
    return last == "g" and before == "u"
