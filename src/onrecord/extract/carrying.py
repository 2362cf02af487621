"""What fills which slot around a noun that tells of a deed, and the light verb that carries it."""

from collections.abc import Iterator

from onrecord.extract.arguments import arguments
from onrecord.extract.clause import GENITIVES, PORTIONS, base, case_of, conjuncts, is_passive, is_verb, lemma
from onrecord.extract.clause_slots import RECEIVING, TIMEWORDS, Slots, add_phrase, add_with_whom, own_slots
from onrecord.records.parse import Token

# verbs that lend a noun its subject: "held talks", "paid a visit", "launched a strike"
LIGHT = frozenset(
    (
        "hold have conduct launch carry make pay take sign issue deliver host stage begin start "
        "conclude end finish cancel postpone plan schedule announce impose give undertake wage mount "
        "resume open continue attend do engage perform organize organise convene chair join follow "
        "complete suffer face arrange agree accept propose offer express voice place slap lift extend "
        "renew order seek discuss reach ink strike seal secure adopt approve enact introduce unveil "
        "broker mediate skip enter participate arrive come travel gather meet go fly return send "
        "execute present pass tighten ban threaten prepare invite welcome reject refuse call suspend "
        "delay abandon scrap scuttle set unleash commit claim receive include involve table float rule "
        "file lodge submit repeat reiterate "
        "consider drop weigh mull pencil explore co-chair boycott plot shorten finalize finalise "
        "initiate shelve adjourn reschedule axe miss quit spurn wrap kick embark get round grant "
    ).split()
)
# "the expulsion was condemned in Washington" tells where it was condemned
JUDGING = frozenset(
    "condemn criticise criticize denounce decry deplore slam welcome praise hail applaud".split()
)
MOVING = frozenset(
    "head leave depart set land jet rush assemble touch embark drive sail sit return stay stop".split()
)
# "at the invitation of", "at their request": by whom something is done, not what is done
BIDDING = frozenset(
    {"invitation", "request", "behest", "urging", "insistence", "demand", "initiative", "call"}
)


def noun_arguments(noun: Token) -> Slots:
    """What fills which slot around a noun: its own modifiers, and those of a light verb that carries it."""
    slots: Slots = {}
    for child in noun.children:
        kind = base(child)
        if child.dep_ == "nmod:poss":
            slots.setdefault("poss", []).extend(conjuncts(child))
        elif kind in {"nmod", "obl"}:
            add_phrase(child, slots, passive=False)
            add_with_whom(child, slots)
        elif kind in {"amod", "compound", "nummod"}:
            slots.setdefault("modifier", []).extend((*_hyphenated(child), *conjuncts(child)))
    owner = None if "poss" in slots else _torn_owner(noun)
    if owner is not None:
        slots["poss"] = list(conjuncts(owner))
    slots.update(_by_of_object(noun))
    verb = carrier(noun)
    agent = "recipient" if verb is not None and lemma(verb) in RECEIVING else "agent"
    for slot, tokens in carried(noun).items():
        if slot == "agent" and verb is not None and lemma(verb) == "send" and base(noun) == "obl":
            tokens = arguments(verb).get(
                "object", []
            )  # "Lula sent Amorim to the talks": he was not there himself
        if slot == "agent":
            slots.setdefault(agent, []).extend(tokens)
        elif slot == "object" and verb is not None and is_passive(verb) and case_of(noun) == "for":
            slots.setdefault("agent", []).extend(tokens)  # "was received for talks"
        elif slot not in {"object", "complement", "particle", "relative"} and slot not in slots:
            slots[slot] = [token for token in tokens if token != noun]
    return slots


def _torn_owner(noun: Token) -> Token | None:
    """Whose it is by a genitive right before it that the parse hangs elsewhere: "Xi Jinping's visit, his fourth"."""
    first = noun.left_edge.i
    mark = noun.doc[first - 1] if first > noun.sent.start else None
    genitive = mark is not None and mark.dep_ == "case" and mark.lower_ in GENITIVES
    return mark.head if mark is not None and genitive and mark.head.i < mark.i else None


def _by_of_object(noun: Token) -> Slots:
    """ "confirmed a missile test by North Korea", where "by" is hung on the active verb that cannot have it."""
    verb = noun.head
    if base(noun) != "obj" or not is_verb(verb) or is_passive(verb):
        return {}
    words = [
        child
        for child in verb.children
        if base(child) == "obl" and case_of(child) == "by" and child.i > noun.i
    ]
    return {"by": [part for word in words for part in conjuncts(word)]} if words else {}


def _hyphenated(token: Token) -> Iterator[Token]:
    """The other name of "the Trump-Putin call", "the Iranian-Iraqi talks", which hangs on this one."""
    for child in token.children:
        near = abs(child.i - token.i) == 2 and token.doc[min(child.i, token.i) + 1].text in {"-", "–", "‑"}
        if near and base(child) in {"amod", "compound", "nmod", "appos", "flat"}:
            yield child


def carrier(noun: Token) -> Token | None:
    """The verb that carries a noun as its object, passive subject or "for talks"; None where there is none."""
    head = noun
    for _ in range(6):  # "a round of talks", "talks and a dinner"
        if (head.dep_ == "conj" and not is_verb(head.head)) or (
            base(head) == "nmod" and case_of(head) == "of" and lemma(head.head) in PORTIONS
        ):
            head = head.head
    relative = next((child for child in noun.children if child.dep_ == "acl:relcl"), None)
    verb = head.head
    if verb != head and is_verb(verb) and (lemma(verb) in LIGHT or _puts_off(verb)):
        if base(head) == "obj" or head.dep_ == "nsubj:pass" or _bare(head, noun):
            return None if (lemma(verb) == "call" and _named_so(verb)) or _weighed(verb) else verb
        if base(head) == "obl" and case_of(head) in {"for", "in", "at", "with", "on", "to"}:
            return None if lemma(noun) in BIDDING else verb
    if base(head) in {"obl", "nmod"} and case_of(head) == "for" and verb != head and _is_there(verb):
        return verb
    if relative is not None and lemma(relative) in LIGHT and "relative" in arguments(relative):
        return relative
    if (
        noun.dep_ == "nsubj"
        and is_verb(verb)
        and lemma(verb) in {"take", "happen", "occur", "begin", "start", "end"}
    ):
        return None
    participle = (c for c in noun.children if c.dep_ == "acl" and lemma(c) in LIGHT and is_passive(c))
    return next(participle, None) or _contact_clause(noun)


def _bare(head: Token, noun: Token) -> bool:
    """Whether an object was read as a circumstance: "will do a meeting", "kicked off a second day of talks"."""
    day = head.dep_ in TIMEWORDS and (head == noun or lemma(head) not in PORTIONS)
    return base(head) == "obl" and head.i > head.head.i and not case_of(head) and not day


def _is_there(word: Token) -> bool:
    """Whether somebody goes to a place or is in one: "is heading to Doha for talks", "is in Berlin for talks"."""
    return lemma(word) in MOVING if is_verb(word) else any(child.dep_ == "cop" for child in word.children)


def _named_so(verb: Token) -> bool:
    """ "called the vote crazy"."""
    return any(base(child) == "xcomp" for child in verb.children)


def _weighed(verb: Token) -> bool:
    """ "Could not take the talks seriously"."""
    return lemma(verb) == "take" and any(child.lower_ in {"seriously", "lightly"} for child in verb.children)


def _puts_off(verb: Token) -> bool:
    """ "put the visit off", "pushed the vote back"."""
    return lemma(verb) in {"put", "push", "bring", "cut"} and any(
        child.lower_ in {"off", "back", "forward", "short"} for child in verb.children
    )


def _contact_clause(noun: Token) -> Token | None:
    """The verb of a relative clause without a pronoun: "the parade his counterpart had organized".

    Told by what stands on the page, since such clauses are often hung elsewhere: a subject right behind the
    noun, and a verb that wants an object and has none.
    """
    for word in noun.sent[noun.i - noun.sent.start + 1 :]:
        if not is_verb(word) or lemma(word) not in LIGHT or is_passive(word):
            continue
        kinds = {base(child): child for child in word.children}
        subject = kinds.get("nsubj")
        if subject is not None and "obj" not in kinds and subject.left_edge.i == noun.i + 1:
            return word
    return None


def carried(noun: Token) -> Slots:
    """Slots of the verb that carries the noun, or of the verb it is the subject of (place and time only)."""
    verb = carrier(noun)
    if verb is not None:
        return arguments(verb)
    head = noun.head
    if is_verb(head) and base(noun) == "nsubj" and lemma(head) not in JUDGING:
        return {
            slot: tokens
            for slot, tokens in own_slots(head).items()
            if slot in {"in", "at", "on", "time", "near"}
        }
    return {}
