"""Sentences of news agencies with their trees, made by a grammar: what treebanks of English hardly hold.

The treebanks have some five hundred names with a title before them, and few sentences of diplomacy; parsers trained
on them lose "Turkish Foreign Minister Hakan Fidan and his Greek counterpart Giorgos Gerapetritis discussed ...". The
sentences here are put together by chance from phrases whose trees are known, by the rules of EWT and GUM 2.16: a title
is `nmod:desc` of the name that follows it, a name after a definite description or between commas `appos`, what is said
`ccomp` of a verb of saying that follows it. They assert nothing: who does what to whom is drawn by lot.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import pairwise

from training.prepare import Example, bioes

# state, adjective, capital
STATES = [
    tuple(line.split(","))
    for line in (
        "Turkey,Turkish,Ankara Russia,Russian,Moscow China,Chinese,Beijing Japan,Japanese,Tokyo India,Indian,Delhi "
        "Iran,Iranian,Tehran Iraq,Iraqi,Baghdad Syria,Syrian,Damascus Egypt,Egyptian,Cairo Israel,Israeli,Jerusalem "
        "Jordan,Jordanian,Amman Qatar,Qatari,Doha Oman,Omani,Muscat Kuwait,Kuwaiti,Kuwait Lebanon,Lebanese,Beirut "
        "Germany,German,Berlin France,French,Paris Italy,Italian,Rome Spain,Spanish,Madrid Poland,Polish,Warsaw "
        "Greece,Greek,Athens Hungary,Hungarian,Budapest Serbia,Serbian,Belgrade Kosovo,Kosovar,Pristina "
        "Ukraine,Ukrainian,Kyiv Georgia,Georgian,Tbilisi Armenia,Armenian,Yerevan Azerbaijan,Azerbaijani,Baku "
        "Kazakhstan,Kazakh,Astana Uzbekistan,Uzbek,Tashkent Pakistan,Pakistani,Islamabad Afghanistan,Afghan,Kabul "
        "Vietnam,Vietnamese,Hanoi Thailand,Thai,Bangkok Indonesia,Indonesian,Jakarta Australia,Australian,Canberra "
        "Canada,Canadian,Ottawa Cuba,Cuban,Havana Venezuela,Venezuelan,Caracas "
        "Colombia,Colombian,Bogota Brazil,Brazilian,Brasilia Chile,Chilean,Santiago "
        "Nigeria,Nigerian,Abuja Kenya,Kenyan,Nairobi Sudan,Sudanese,Khartoum "
        "Somalia,Somali,Mogadishu Libya,Libyan,Tripoli Algeria,Algerian,Algiers Morocco,Moroccan,Rabat "
        "Britain,British,London Sweden,Swedish,Stockholm Norway,Norwegian,Oslo Finland,Finnish,Helsinki "
        "Latvia,Latvian,Riga Estonia,Estonian,Tallinn Lithuania,Lithuanian,Vilnius Belarus,Belarusian,Minsk "
        "Myanmar,Burmese,Naypyitaw Nepal,Nepali,Kathmandu Mali,Malian,Bamako Niger,Nigerien,Niamey"
    ).split(" ")
]
TITLES = (
    "Foreign Minister|Prime Minister|President|Defence Minister|Deputy Foreign Minister|Defense Secretary|"
    "Vice President|Interior Minister|Energy Minister|Chancellor|Trade Minister|Finance Minister|Ambassador|"
    "Foreign Secretary|National Security Adviser|Parliament Speaker|Deputy Prime Minister|Crown Prince|King|"
    "Special Envoy|Foreign Ministry Spokesman|Presidential Spokesperson|Secretary General"
)
POSTS = (
    "president|prime minister|foreign minister|defence minister|chancellor|envoy|ambassador|leader|"
    "interior minister|chief negotiator|deputy foreign minister|army chief|spokesman|special representative|"
    "top diplomat"
)
BODIES = "NATO|OPEC|UNESCO|ASEAN|ECOWAS|OSCE|BRICS|UNICEF|Interpol"
AGENCIES = "Reuters|AFP|TASS|Xinhua|Interfax|IRNA|Anadolu|Yonhap|Kyodo|PTI|AP"
TOPICS = (
    "security|trade|energy|Syria|Gaza|migration|the war|bilateral ties|a ceasefire|the peace process|"
    "border security|regional stability|the nuclear issue|a prisoner exchange|grain exports|"
    "the situation in Idlib|defence cooperation"
)
MEETINGS = "talks meeting summit conference visit negotiations session forum call ceremony".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()

SING, PLUR, POS = "Number=Sing", "Number=Plur", "Degree=Pos"
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PASTS = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PRESENTS = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
PASSIVE, PERFECT = "Tense=Past|VerbForm=Part|Voice=Pass", "Tense=Past|VerbForm=Part"
INFINITIVE = "VerbForm=Inf"
HIS = "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"
THEIR = "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"
THE, A = "Definite=Def|PronType=Art", "Definite=Ind|PronType=Art"


@dataclass
class Word:
    """A word with what hangs on it, in order. `name` types the name that it and its `flat` words are."""

    form: str
    upos: str
    feats: str = "_"
    left: list[Word] = field(default_factory=list)
    right: list[Word] = field(default_factory=list)
    name: str = ""
    relation: str = "root"
    glued: bool = False
    """No space before it."""

    def add(self, relation: str, *words: Word) -> Word:
        """Hang words on its right."""
        for word in words:
            word.relation = relation
            self.right.append(word)
        return self

    def lead(self, relation: str, *words: Word) -> Word:
        """Hang words on its left, before what stands there already."""
        for word in reversed(words):
            word.relation = relation
            self.left.insert(0, word)
        return self


class Grammar:
    """Draws sentences; `people` are full names."""

    def __init__(self, people: list[str], chance: random.Random) -> None:
        self.people, self.chance = people, chance

    # small parts ------------------------------------------------------------------------------------------

    def one(self, choices: str) -> str:
        return self.chance.choice(choices.split("|"))

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def noun(self, phrase: str, upos: str = "NOUN") -> Word:
        """ "foreign minister", "the peace process": the last word with what stands before it."""
        *before, last = phrase.split()
        head = Word(last, upos, PLUR if last.endswith("s") and not last.endswith("ss") else SING)
        for word in before:
            if word in {"the", "a", "an"}:
                head.left.append(Word(word, "DET", THE if word == "the" else A, relation="det"))
            elif word.lower() in ADJECTIVES:
                head.left.append(Word(word, "ADJ", POS, relation="amod"))
            else:
                head.left.append(Word(word, upos, SING, relation="compound"))
        return head

    def name(self, text: str, kind: str) -> Word:
        first, *rest = text.split()
        head = Word(first, "PROPN", SING, name=kind)
        return head.add("flat", *(Word(word, "PROPN", SING) for word in rest))

    def case(self, word: str, head: Word) -> Word:
        return head.lead("case", Word(word, "ADP"))

    def of_state(self) -> tuple[str, str, str]:
        return self.chance.choice(STATES)  # type: ignore[return-value]

    def city(self) -> Word:
        return self.name(self.of_state()[2], "PLACE")

    def day(self) -> Word:
        pick = self.chance.random()
        if pick < 0.7:
            return self.case("on", Word(self.chance.choice(DAYS), "PROPN", SING))
        number = Word(str(self.chance.randint(1, 30)), "NUM", "NumType=Card")
        return self.case("on", number.lead("nmod:unmarked", Word(self.chance.choice(MONTHS), "PROPN", SING)))

    def topic(self) -> Word:
        text = self.one(TOPICS)
        if text in {"Syria", "Gaza"}:
            return self.name(text, "PLACE")
        if text == "the situation in Idlib":
            return self.noun("the situation").add("nmod", self.case("in", self.name("Idlib", "PLACE")))
        return self.noun(text)

    def topics(self) -> Word:
        first = self.topic()
        if self.likely(0.5):
            return first
        return self.joined([first, *(self.topic() for _ in range(self.chance.choice([1, 1, 2])))])

    def joined(self, parts: list[Word]) -> Word:
        """A, B and C."""
        first, *rest = parts
        for i, part in enumerate(rest):
            if i == len(rest) - 1:
                if len(rest) > 1 and self.likely(0.5):
                    part.lead(
                        "punct",
                        Word(",", "PUNCT", glued=True),
                    )
                    part.left.insert(1, Word("and", "CCONJ", relation="cc"))
                else:
                    part.lead("cc", Word("and", "CCONJ"))
            else:
                part.lead("punct", Word(",", "PUNCT", glued=True))
        return first.add("conj", *rest)

    # who --------------------------------------------------------------------------------------------------

    def full_name(self) -> Word:
        return self.name(self.chance.choice(self.people), "PERSON")

    def title(self) -> Word:
        text = self.one(TITLES)
        words = text.split()
        head = Word(words[-1], "PROPN", SING)
        for word in words[:-1]:
            adjective = word in {"Foreign", "Prime", "Deputy", "National", "Special", "Presidential"}
            head.left.append(Word(word, "ADJ" if adjective else "PROPN", POS if adjective else SING,
                                  relation="amod" if adjective else "compound"))  # fmt: skip
        return head

    def adjective(self) -> Word:
        if self.likely(0.15):
            return Word(self.one("US|U.S.|UK|EU"), "PROPN", SING, relation="compound", name="PLACE")
        return Word(self.of_state()[1], "ADJ", POS, relation="amod", name="MISC")

    def titled(self) -> Word:
        """Turkish Foreign Minister Hakan Fidan; US Secretary of State Marco Rubio; President of Finland Alexander
        Stubb; the Iranian ambassador, Name,"""
        pick = self.chance.random()
        person = self.full_name()
        if pick < 0.5:
            title = self.title()
            if self.likely(0.2):  # Russia's Foreign Minister Sergey Lavrov
                return person.lead("nmod:desc", title).lead("nmod:poss", self.owner())
            if self.likely(0.8):
                title.left.insert(0, self.adjective())
            return person.lead("nmod:desc", title)
        if pick < 0.58:
            title = Word("Secretary", "PROPN", SING)
            title.add("nmod", self.case("of", Word("State", "PROPN", SING)))
            if self.likely(0.8):
                title.left.insert(
                    0, Word(self.one("US|U.S."), "PROPN", SING, relation="compound", name="PLACE")
                )
            return person.lead("nmod:desc", title)
        if pick < 0.64:
            title = Word(self.one("President|King|Chancellor|Ambassador"), "PROPN", SING)
            title.add("nmod", self.case("of", self.name(self.of_state()[0], "PLACE")))
            return person.lead("nmod:desc", title)
        if pick < 0.7:
            title = Word("Minister", "PROPN", SING)
            title.add("nmod", self.case("of", self.noun("Foreign Affairs", "PROPN")))
            return person.lead("nmod:desc", title)
        if pick < 0.85:  # Turkey's foreign minister, Hakan Fidan,
            post = self.noun(self.one(POSTS)).lead("nmod:poss", self.owner())
            return self.between_commas(post, person)
        if pick < 0.93:  # Hakan Fidan, Turkey's foreign minister,
            return self.between_commas(person, self.noun(self.one(POSTS)).lead("nmod:poss", self.owner()))
        post = self.noun(self.one(POSTS))
        post.left.insert(0, self.adjective())
        post.lead("det", Word("the", "DET", THE))
        return post if self.likely(0.5) else post.add("appos", person)

    def owner(self) -> Word:
        return self.name(self.of_state()[0], "PLACE").add("case", Word("'s", "PART", glued=True))

    def between_commas(self, head: Word, inner: Word) -> Word:
        inner.lead("punct", Word(",", "PUNCT", glued=True))
        head.add("appos", inner)
        return head.add("punct", Word(",", "PUNCT", glued=True))

    def counterpart(self) -> Word:
        """his Greek counterpart Name; US counterpart Name; his Greek counterpart, Name,"""
        post = Word("counterpart", "NOUN", SING)
        post.left.append(self.adjective())
        pick = self.chance.random()
        if pick < 0.3:
            return self.full_name().lead("nmod:desc", post)
        post.lead(
            "nmod:poss", Word(*(("their", "PRON", THEIR) if self.likely(0.15) else ("his", "PRON", HIS)))
        )
        if pick < 0.7:
            return post.add("appos", self.full_name())
        return post if pick < 0.85 else self.between_commas(post, self.full_name())

    def state(self) -> Word:
        pick = self.chance.random()
        if pick < 0.6:
            return self.name(self.of_state()[0], "PLACE")
        if pick < 0.75:
            return self.name(self.of_state()[2], "PLACE")
        if pick < 0.85:
            return self.united()
        return self.name(self.one(BODIES), "ORG")

    def united(self) -> Word:
        head = Word("States", "PROPN", PLUR, name="PLACE")
        if self.likely(0.3):
            head = Word("Nations", "PROPN", PLUR, name="ORG")
        return head.lead("amod", Word("United", "ADJ", POS)).lead("det", Word("the", "DET", THE))

    def person(self) -> Word:
        if self.likely(0.25):
            return self.name(self.chance.choice(self.people).split()[-1], "PERSON")
        return self.titled()

    def actor(self) -> Word:
        return self.person() if self.likely(0.7) else self.state()

    def pair(self) -> tuple[Word, bool]:
        """Two or three who act together."""
        pick = self.chance.random()
        if pick < 0.35:
            return self.joined([self.titled(), self.counterpart()]), True
        if pick < 0.6:
            return self.joined([self.titled(), self.titled()]), True
        if pick < 0.75:
            return self.joined([self.state() for _ in range(self.chance.choice([2, 2, 3]))]), True
        if pick < 0.85:
            leaders = self.noun(self.one("foreign ministers|leaders|presidents|defence ministers"))
            leaders.lead("det", Word("the", "DET", THE))
            return leaders.add("nmod", self.case("of", self.joined([self.state(), self.state()]))), True
        return self.actor(), False

    # what -------------------------------------------------------------------------------------------------

    def encounter(self) -> Word:
        """their first in-person meeting in Munich; a summit; talks on trade"""
        word = self.chance.choice(MEETINGS)
        many = word in {"talks", "negotiations"}
        head = Word(word, "NOUN", PLUR if many else SING)
        pick = self.chance.random()
        if self.likely(0.5):
            head.left.append(
                Word(self.one("bilateral|joint|high-level|informal|trilateral"), "ADJ", POS, relation="amod")
            )
            if "-" in head.left[-1].form:
                head.left[-1] = Word("fresh", "ADJ", POS, relation="amod")
        if pick < 0.35:
            head.lead("amod", Word(self.one("first|second|latest"), "ADJ", POS))
            head.lead("nmod:poss", Word("their", "PRON", THEIR))
        elif not many:
            head.lead("det", Word("the", "DET", THE) if self.likely(0.5) else Word("a", "DET", A))
        elif self.likely(0.3):
            head.lead("det", Word("the", "DET", THE))
        if self.likely(0.35):
            head.add("nmod", self.case("in", self.city()))
        if self.likely(0.2):
            head.add("nmod", self.case("on", self.topics()))
        return head

    def settings(self, verb: Word) -> Word:
        """Where, when and on what occasion, hung on the verb."""
        parts: list[Word] = []
        if self.likely(0.45):
            parts.append(self.case("in", self.city()))
        if self.likely(0.5):
            parts.append(self.day())
        if self.likely(0.25):
            parts.append(self.case(self.one("during|at|ahead|after"), self.encounter()))
            if parts[-1].left[0].form == "ahead":
                parts[-1].left[0].add("fixed", Word("of", "ADP"))
        if self.likely(0.1):
            sidelines = self.noun("the sidelines").add("nmod", self.case("of", self.encounter()))
            parts.append(self.case("on", sidelines))
        if self.likely(0.1):
            week = self.noun("week")
            week.left.append(Word(self.one("last|next|this"), "ADJ", POS, relation="amod"))
            week.relation = "obl:unmarked"
            verb.right.append(week)
        self.chance.shuffle(parts)
        return verb.add("obl", *parts)

    def deed(self, subject: Word, many: bool, fronted: str = "past") -> Word:
        """A clause: who did what."""
        past, present = (PASTS if many else PAST), (PRESENTS if many else PRESENT)
        pick = self.chance.randrange(12)
        if fronted == "will":
            base = self.one("meet|visit|host|receive|attend|hold")
            verb = Word(base, "VERB", INFINITIVE)
            verb.lead("aux", Word("will", "AUX", "VerbForm=Fin"))
            thing = {"visit": self.city, "attend": self.encounter, "hold": self.talks_with}.get(
                base, self.actor
            )()
            verb.add("obj", thing)
        elif pick == 0:
            verb = Word("met", "VERB", past).add("obl", self.case("with", self.counterpart_or_actor()))
        elif pick == 1:
            verb = Word("met", "VERB", past).add("obj", self.counterpart_or_actor())
        elif pick == 2:
            verb = Word(self.one("held|had"), "VERB", past).add("obj", self.talks_with())
        elif pick == 3:
            verb = Word("discussed", "VERB", past).add("obj", self.topics())
            if self.likely(0.4):
                verb.add("obl", self.case("with", self.counterpart_or_actor()))
            if self.likely(0.4):
                verb.add("obl", self.case("during", self.encounter()))
        elif pick == 4:
            verb = Word("arrived", "VERB", past).add("obl", self.case("in", self.city()))
            if self.likely(0.6):
                verb.add("obl", self.day())
            if self.likely(0.7):
                verb.add("obl", self.case("for", self.talks_with()))
            return self.subject(verb, subject)
        elif pick == 5:
            verb = Word(self.one("welcomed|hosted|received|called|praised|criticised"), "VERB", past)
            verb.add("obj", self.counterpart_or_actor())
        elif pick == 6:
            verb = Word(self.one("accused|blamed"), "VERB", past).add("obj", self.actor())
            doing = Word("violating", "VERB", "VerbForm=Ger").add(
                "obj", self.noun(self.one("a ceasefire|the agreement"))
            )
            verb.add("advcl", doing.lead("mark", Word("of", "SCONJ")))
        elif pick == 7:
            verb = Word("signed", "VERB", past).add(
                "obj", self.noun(self.one("an agreement|a memorandum|the accord"))
            )
            if self.likely(0.5):
                verb.right[-1].add("nmod", self.case("on", self.topics()))
        elif pick == 8:
            verb = Word("spoke", "VERB", past)
            verb.add(
                "obl",
                self.case("by", Word("phone", "NOUN", SING)),
                self.case("with", self.counterpart_or_actor()),
            )
        elif pick == 9:
            verb = Word("agreed", "VERB", past)
            verb.add(
                "xcomp",
                Word("resume", "VERB", INFINITIVE)
                .lead("mark", Word("to", "PART"))
                .add("obj", Word("talks", "NOUN", PLUR)),
            )
        elif pick == 10:
            verb = Word("resumed", "VERB", PERFECT).lead(
                "aux", Word("have" if many else "has", "AUX", present)
            )
            verb.add(
                "obj", self.noun(self.one("talks|negotiations")).add("nmod", self.case("on", self.topics()))
            )
        else:
            verb = Word("imposed", "VERB", past).add("obj", self.noun("sanctions"))
            verb.add("obl", self.case("on", self.actor()))
        return self.settings(self.subject(verb, subject))

    def subject(self, verb: Word, subject: Word) -> Word:
        return verb.lead("nsubj", subject)

    def counterpart_or_actor(self) -> Word:
        return self.counterpart() if self.likely(0.5) else self.actor()

    def talks_with(self) -> Word:
        head = Word("talks", "NOUN", PLUR)
        if self.likely(0.3):
            head.left.append(Word(self.one("bilateral|separate|extensive"), "ADJ", POS, relation="amod"))
        head.add("nmod", self.case("with", self.counterpart_or_actor()))
        if self.likely(0.3):
            head.add("nmod", self.case("on", self.topics()))
        return head

    def round(self) -> Word:
        """Talks between A and B on X ended; the first round of talks was held in C."""
        head = Word(self.one("talks|negotiations"), "NOUN", PLUR)
        many = True
        if self.likely(0.25):
            head.lead("det", Word("the", "DET", THE))
        if self.likely(0.2):
            head = Word("round", "NOUN", SING).add("nmod", self.case("of", head))
            head.lead("det", Word("the", "DET", THE), Word(self.one("first|second|latest"), "ADJ", POS))
            head.left[1].relation = "amod"
            many = False
        if self.likely(0.7):
            head.add("nmod", self.case("between", self.pair_of_two()))
        if self.likely(0.5):
            head.add("nmod", self.case("on", self.topics()))
        pick = self.chance.randrange(4)
        if pick == 0:
            verb = Word(self.one("held|suspended|postponed|expected"), "VERB", PASSIVE)
            verb.lead("nsubj:pass", head)
            verb.left.append(
                Word("were" if many else "was", "AUX", PASTS if many else PAST, relation="aux:pass")
            )
        elif pick == 1:
            verb = Word(self.one("ended|began|resumed|collapsed|stalled"), "VERB", PASTS if many else PAST)
            verb.lead("nsubj", head)
        elif pick == 2:
            verb = Word(self.one("positive|constructive|fruitful|difficult"), "ADJ", POS).lead("nsubj", head)
            verb.left.append(
                Word("are" if many else "is", "AUX", PRESENTS if many else PRESENT, relation="cop")
            )
            return verb
        else:
            verb = Word("take", "VERB", INFINITIVE).lead("nsubj", head)
            verb.left.append(Word("will", "AUX", "VerbForm=Fin", relation="aux"))
            verb.add("obj", Word("place", "NOUN", SING))
        return self.settings(verb)

    def pair_of_two(self) -> Word:
        return self.joined([self.actor(), self.counterpart_or_actor()])

    def delegation(self) -> Word:
        head = Word("delegation", "NOUN", SING)
        head.left = [Word("a", "DET", A, relation="det"), self.adjective()]
        if self.likely(0.5):
            head.add("acl", Word("led", "VERB", PASSIVE).add("obl:agent", self.case("by", self.titled())))
        return self.deed(head, False)

    # sentences --------------------------------------------------------------------------------------------

    def clause(self) -> Word:
        pick = self.chance.random()
        if pick < 0.2:
            return self.round()
        if pick < 0.27:
            return self.delegation()
        subject, many = self.pair() if self.likely(0.55) else (self.actor(), False)
        return self.deed(subject, many, "will" if self.likely(0.2) else "past")

    def speaker(self) -> Word:
        pick = self.chance.random()
        if pick < 0.6:
            return self.person()
        if pick < 0.8:
            ministry = self.noun(self.one("foreign ministry|defence ministry"))
            ministry.left.insert(0, self.adjective())
            if self.likely(0.4):
                source = Word(self.one("source|official|spokesman|statement"), "NOUN", SING)
                ministry.relation = "compound"
                source.left = [Word("a", "DET", A, relation="det"), ministry]
                return source
            return ministry.lead("det", Word("the", "DET", THE))
        return Word(self.one("officials|sources|diplomats"), "NOUN", PLUR) if pick < 0.9 else self.state()

    def said(self, verb: str = "said") -> Word:
        speaker = self.speaker()
        return self.subject(Word(verb, "VERB", PASTS if speaker.feats == PLUR else PAST), speaker)

    def sentence(self) -> Word:
        """One whole sentence."""
        clause = self.clause()
        pick = self.chance.random()
        if pick < 0.45:
            top = clause
        elif pick < 0.7:  # ..., the ministry said on Monday.
            top = self.said()
            clause.relation = "ccomp"
            top.left.insert(0, Word(",", "PUNCT", relation="punct", glued=True))
            top.left.insert(0, clause)
            if self.likely(0.4):
                top.add("obl", self.day())
        elif pick < 0.85:  # the ministry said that ...
            top = self.said()
            if self.likely(0.4):
                top.add("obl", self.day())
            if self.likely(0.5):
                clause.lead("mark", Word("that", "SCONJ"))
            top.add("ccomp", clause)
        elif pick < 0.93:  # ..., according to ...
            top = clause
            source = self.speaker()
            according = Word("according", "VERB", "Tense=Pres|VerbForm=Part").add("fixed", Word("to", "ADP"))
            source.lead("case", according)
            source.lead("punct", Word(",", "PUNCT", glued=True))
            top.add("obl", source)
        else:  # ..., Reuters reports.
            top = clause
            report = Word(self.one("reports|reported"), "VERB", PRESENT)
            report.lead("nsubj", self.name(self.one(AGENCIES), "ORG"))
            report.lead("punct", Word(",", "PUNCT", glued=True))
            top.add("parataxis", report)
        top.add("punct", Word(".", "PUNCT", glued=True))
        return top

    def headline(self) -> Word:
        """Present tense, no articles, commas for "and", no full stop; often in title case."""
        pick = self.chance.random()
        if pick < 0.5:
            first = self.headline_actor()
            second = self.headline_actor()
            second.lead("punct", Word(",", "PUNCT", glued=True))
            subject = first.add("conj", second)
            verb = Word(self.one("discuss|resume|hold|sign|agree"), "VERB", PRESENTS)
        else:
            subject = self.headline_actor()
            verb = Word(self.one("meets|visits|warns|hosts|accuses|urges"), "VERB", PRESENT)
        if verb.form in {"discuss"}:
            verb.add("obj", self.topics())
        elif verb.form == "resume" or verb.form == "hold":
            verb.add("obj", Word("talks", "NOUN", PLUR).add("nmod", self.case("on", self.topics())))
        elif verb.form == "sign":
            verb.add("obj", Word("deal", "NOUN", SING).add("nmod", self.case("on", self.topics())))
        elif verb.form == "agree":
            verb.add(
                "xcomp",
                Word("resume", "VERB", INFINITIVE)
                .lead("mark", Word("to", "PART"))
                .add("obj", Word("talks", "NOUN", PLUR)),
            )
        else:
            thing = self.headline_actor()
            if verb.form == "meets":
                thing = Word("counterpart", "NOUN", SING)
                thing.left.append(self.adjective())
            verb.add("obj", thing)
        self.subject(verb, subject)
        if self.likely(0.3):
            verb.add("obl", self.case("in", self.city()))
        if self.likely(0.3):
            say = Word(self.one("says|say"), "VERB", PRESENT).lead(
                "nsubj", self.noun(self.one("source|official|ministry|minister"))
            )
            verb.relation = "ccomp"
            say.left.insert(0, Word(",", "PUNCT", relation="punct", glued=True))
            say.left.insert(0, verb)
            verb = say
        if self.likely(0.4):
            capitalise(verb)
        return verb

    def headline_actor(self) -> Word:
        pick = self.chance.random()
        if pick < 0.5:
            return self.name(self.of_state()[0], "PLACE")
        if pick < 0.65:
            return self.name(self.chance.choice(self.people).split()[-1], "PERSON")
        if pick < 0.85:
            post = self.noun(self.one("foreign minister|president|FM|PM|envoy|top diplomat"))
            post.left.insert(0, self.adjective())
            return post
        return self.noun(self.one("FM|PM|president|minister")).lead("nmod:poss", self.owner())


ADJECTIVES = frozenset("foreign bilateral prime deputy chief special top regional nuclear joint".split())


def capitalise(word: Word) -> None:
    """Title case, as many headlines have it."""
    if word.upos != "PUNCT" and not word.glued:
        word.form = word.form[:1].upper() + word.form[1:]
    for other in (*word.left, *word.right):
        capitalise(other)


def example(sentences: list[tuple[Word, bool]]) -> Example:
    """Sentences, and whether each begins a paragraph, as one document."""
    made = Example("newswire", [], [], [])
    for top, paragraph in sentences:
        base = len(made.words)
        made.starts.append(base)
        order: list[Word] = []
        write(top, order)
        for word, after in pairwise(order):
            if word.form == "a" and after.form[0] in "AEIOUaeiou":
                word.form = "an"
        order[0].form = order[0].form[:1].upper() + order[0].form[1:]
        place = {id(word): base + i for i, word in enumerate(order)}
        heads = {id(top): place[id(top)]}
        for word in order:
            for other in (*word.left, *word.right):
                heads[id(other)] = place[id(word)]
        names: list[tuple[int, int, str]] = []
        for i, word in enumerate(order):
            made.words.append(word.form)
            made.spaces.append(i + 1 == len(order) or not order[i + 1].glued)
            made.paragraphs.append(paragraph and i == 0)
            made.upos.append(word.upos)
            made.feats.append(word.feats)
            made.heads.append(heads[id(word)])
            made.deprels.append(word.relation)
            if word.name:
                before = sum(other.form == "United" for other in word.left)
                flat = sum(other.relation == "flat" for other in word.right)
                names.append((i - before, i + 1 + flat, word.name))
        made.names += bioes(len(order), names)
    return made


def write(word: Word, order: list[Word]) -> None:
    """The words of a tree as they stand."""
    for other in word.left:
        write(other, order)
    order.append(word)
    for other in word.right:
        write(other, order)


def documents(people: list[str], count: int, seed: int = 7) -> list[Example]:
    """`count` documents of a headline and six to ten sentences."""
    chance = random.Random(f"newswire/{seed}")
    grammar = Grammar(people, chance)
    made = []
    for _ in range(count):
        sentences = [(grammar.headline(), True)]
        sentences += [(grammar.sentence(), chance.random() < 0.6) for _ in range(chance.randint(6, 10))]
        made.append(example(sentences))
    return made
