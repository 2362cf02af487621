"""Reading a clause: which words fill which slot around a verb or a noun that tells of a deed.

Slots are "agent", "object", "recipient", "poss", "modifier", "complement", "particle" and one for each
preposition ("with", "to", "in" ...). Labels are those of Universal Dependencies, version 2.
"""

from collections.abc import Iterator

from onrecord.records.parse import Token

Slots = dict[str, list[Token]]

NAME_PARTS = frozenset({"flat", "flat:name", "compound", "goeswith", "fixed", "flat:foreign"})
OBJECT_CONTROL = frozenset(
    (
        "urge ask force allow tell order invite help persuade call press want expect enable permit "
        "encourage convince require warn authorize instruct push get lead request advise compel beg "
        "challenge"
    ).split()
)
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
# verbs whose subject gets what the noun tells: "received aid", "faced criticism"
RECEIVING = frozenset({"receive", "get", "face", "suffer", "undergo", "obtain"})
# "the expulsion was condemned in Washington" tells where it was condemned
JUDGING = frozenset(
    "condemn criticise criticize denounce decry deplore slam welcome praise hail applaud".split()
)
MOVING = frozenset(
    "head leave depart set land jet rush assemble touch embark drive sail sit return stay stop".split()
)
PORTIONS = frozenset(
    (
        "round series package set wave batch raft number string spate flurry barrage pair couple kind type day hour "
        "week range salvo hail slew host array lot campaign volley start beginning end resumption continuation"
    ).split()
)
# over, at or for what people talk
OCCASIONS = frozenset(
    "phone telephone video videoconference link line sideline sidelines margin margins fringe fringes dinner lunch "
    "breakfast hour minute length".split()
)
NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
GENITIVES = frozenset({"'s", "’s", "'", "’"})
LOOSE = frozenset({"for", "to", "from", "in", "with", "on", "at", "into"})
# "at the invitation of", "at their request": by whom something is done, not what is done
BIDDING = frozenset(
    {"invitation", "request", "behest", "urging", "insistence", "demand", "initiative", "call"}
)
# what is somebody else's to do: "Xi's invitation to visit China"
INVITING = frozenset({"invitation", "request", "appeal", "order"})
CONVEYING = frozenset(
    "convey deliver extend send issue hand pass renew repeat reiterate address relay".split()
)
TAKING_UP = frozenset("accept decline reject welcome refuse have consider".split())
# what is seen or shown doing something: "images showed ships selling oil"
PERCEIVING = frozenset("show see hear watch catch find film photograph spot depict observe picture".split())
TIMEWORDS = frozenset({"obl:tmod", "nmod:tmod", "obl:npmod", "nmod:npmod", "obl:unmarked", "nmod:unmarked"})


def base(token: Token) -> str:
    """The label without its subtype: "nsubj" for "nsubj:pass"."""
    return token.relation


def lemma(token: Token) -> str:
    """Lower-case lemma."""
    return token.lemma_.lower()


def case_of(token: Token) -> str:
    """The preposition (or group of them) before a nominal: "with", "ahead of"; "" where there is none."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.lower_ not in GENITIVES:
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return _case_before(token) or _case_inside(token)


def _case_before(token: Token) -> str:
    """The preposition that stands right before a name, though it is hung elsewhere: "leave for Paris to head"."""
    if token.pos_ != "PROPN" or token.i == 0 or base(token) not in {"obl", "nmod"}:
        return ""
    before = token.doc[token.i - 1]
    return str(before.lower_) if before.pos_ in {"ADP", "SCONJ"} and before.lower_ in LOOSE else ""


def _case_inside(token: Token) -> str:
    """The preposition that is hung on a word inside the phrase: "with U.S. Secretary of State Marco Rubio"."""
    first = token.left_edge
    if first.dep_ != "case" or first.head == token or token.pos_ == "VERB":
        return ""
    part = first.head
    for _ in range(3):  # "on Indonesian President Joko Widodo", hung on "Indonesian"
        # "with HE Envoy Tom Perriello", where the style is taken for a slip of the tongue
        inside = base(part) in {"compound", "amod", "flat", "reparandum", "appos"} or part.dep_ == "nmod:desc"
        if not inside or part == token:
            break
        part = part.head
    return first.lower_ if part == token and first.i < token.i else ""


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it, left to right; "and" may hang on the name behind a title."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)
        elif child.i > token.i and base(child) in {"appos", "flat"}:
            for inner in child.children:
                if inner.dep_ == "conj":
                    yield from conjuncts(inner)


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause as a verb."""
    return token.pos_ in {"VERB", "AUX"}


def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb is what it is done to."""
    labels = {child.dep_ for child in verb.children}
    if labels & {"aux:pass", "obl:agent"}:
        return True
    if "nsubj:pass" in labels:  # "he also called on the king" is none, whatever the parse says
        return not any(child.dep_ == "nsubj:pass" and child.lower_ in NOMINATIVE for child in verb.children)
    if "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense"):
        return not any(child.dep_ == "aux" for child in verb.children) and base(verb) in {
            "acl",
            "advcl",
            "amod",
        }
    return False


def _noun_phrase_slot(child: Token, slots: Slots, passive: bool) -> None:
    case = case_of(child)
    label = child.dep_
    if (label == "obl:agent" and case not in {"between", "among", "with"}) or (case == "by" and passive):
        slot = "agent"
    elif case:
        slot = case.split()[-1] if case in {"along with", "together with", "as well as"} else case
    elif label in TIMEWORDS:
        slot = "time"
    else:
        return
    if slot == "in" and lemma(child) in {"honour", "honor"}:  # "a dinner in honour of the Emir" is for him
        honoured = [part for part in child.children if base(part) == "nmod" and case_of(part) == "of"]
        slots.setdefault("for", []).extend(part for word in honoured for part in conjuncts(word))
    slots.setdefault(slot, []).extend(conjuncts(child))


def _received(child: Token, verb: Token) -> bool:
    """Whether a phrase read as a second subject is who is received: "received on Tuesday the minister of Oman"."""
    if lemma(verb) not in RECEIVING | {"meet", "host", "welcome"} or child.i < verb.i or is_verb(child):
        return False
    return any(base(other) == "nsubj" and other.i < verb.i for other in verb.children)


def guest_of(verb: Token) -> Token | None:
    """Whom "visiting" describes where a parse takes it for a clause: "met with visiting King Philippe"."""
    if verb.lower_ != "visiting" or not is_verb(verb) or base(verb) not in {"advcl", "xcomp", "ccomp"}:
        return None
    if not _preposition_of(verb) and verb.i != verb.head.i + 1:
        return None
    guest = next((child for child in verb.children if base(child) == "obj" and child.i > verb.i), None)
    named = guest is not None and any(part.ent_type_ == "PERSON" for part in guest.subtree)
    bare = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ != "DET"
    return guest if named and bare else None


def _preposition_of(clause: Token) -> str:
    """The preposition before "visiting King Philippe"; "" where there is none."""
    marks = (child.lower_ for child in clause.children if base(child) in {"mark", "case"})
    return next((mark for mark in marks if mark in {"with", "by", "from", "to", "for"}), "")


def _preposition(clause: Token) -> str:
    """ "Barred them from leaving", "called for China to leave": the preposition that opens a clause, else ""."""
    first = next((child for child in clause.children if base(child) in {"mark", "case"}), None)
    return str(first.lower_) if first is not None and first.lower_ in {"from", "for"} else ""


def _with_whom(child: Token, slots: Slots) -> None:
    """Adds who is hung on the line or the room: "spoke by telephone with Fidan", "met in Tallinn with Kuleba"."""
    if (child.pos_ != "PROPN" and lemma(child) not in OCCASIONS) or case_of(child) in {
        "",
        "with",
        "of",
        "about",
    }:
        return  # "the border with Belarus" is no occasion
    for inner in child.children:
        if base(inner) == "nmod" and inner.i > child.i and case_of(inner) == "with":
            slots.setdefault("with", []).extend(conjuncts(inner))


def _first_of_two(word: Token, verb: Token) -> bool:
    """ "sent Putin a letter", where a parser takes both for objects: whom it was sent."""
    return word.pos_ in {"PROPN", "PRON"} and any(
        base(other) == "obj" and other.i > word.i and other.pos_ == "NOUN" and not case_of(other)
        for other in verb.children
    )


def _called(word: Token, verb: Token) -> bool:
    """ "called Oslo a bully", where a parser takes both for predicates: who is called so."""
    return word.pos_ in {"PROPN", "PRON"} and any(
        base(other) == "xcomp" and other.i > word.i and other.pos_ in {"NOUN", "ADJ"}
        for other in verb.children
    )


def _children(verb: Token) -> Iterator[Token]:
    """What hangs on a verb, or on the first part of a compound verb: "Iran test-fired a missile"."""
    doc = verb.doc
    if verb.i >= 2 and doc[verb.i - 1].text == "-" and doc[verb.i - 2].head == verb:
        first = doc[verb.i - 2]
        yield from (child for child in first.children if not child.is_punct)
        yield from (child for child in verb.children if child != first)
    else:
        yield from verb.children


def _own(verb: Token) -> Slots:
    passive = is_passive(verb)
    slots: Slots = {}
    for child in _children(verb):
        kind = base(child)
        if kind == "nsubj":
            object_like = passive or _received(child, verb)
            slots.setdefault("object" if object_like else "agent", []).extend(conjuncts(child))
        elif kind == "obj":
            slot = "recipient" if _first_of_two(child, verb) else "object"
            slots.setdefault(slot, []).extend(conjuncts(child))
        elif kind == "iobj":
            slots.setdefault("recipient", []).extend(conjuncts(child))
        elif kind in {"obl", "nmod"}:
            _noun_phrase_slot(child, slots, passive)
            _with_whom(child, slots)
        elif kind == "parataxis" and _received(child, verb):
            slots.setdefault("object", []).extend(conjuncts(child))
        elif (guest := guest_of(child)) is not None:
            slots.setdefault(_preposition_of(child) or "object", []).extend(conjuncts(guest))
            for slot, words in _own(child).items():
                if slot != "object":  # "met visiting President Vucic in Belgrade"
                    slots.setdefault(slot, []).extend(words)
        elif kind == "xcomp" and _called(child, verb):
            slots.setdefault("object", []).extend(conjuncts(child))
        elif kind in {"xcomp", "ccomp"}:
            slots.setdefault("complement", []).append(child)
        elif kind == "advcl" and (mark := _preposition(child)):
            slots.setdefault(mark, []).append(child)
        elif child.dep_ == "compound:prt" or (
            kind == "advmod"
            and child.lower_ in {"up", "out", "off", "down", "back", "together", "over", "in"}
        ):
            slots.setdefault("particle", []).append(child)
    return slots


def _relative(tokens: list[Token], verb: Token) -> list[Token]:
    """Puts the noun in the place of "who", "which" or "that"."""
    if verb.dep_ != "acl:relcl":
        return tokens
    return [verb.head if token.lower_ in {"who", "which", "that", "whom"} else token for token in tokens]


def _stranded(verb: Token) -> str | None:
    """The preposition that a relative clause leaves behind its verb: "those he spoke with"."""
    if verb.dep_ != "acl:relcl":
        return None
    for child in verb.children:
        if child.i > verb.i and child.lower_ in {"with", "to", "for", "at"} and not list(child.children):
            return str(child.lower_)
    return None


def _inherited_agent(verb: Token) -> tuple[str, list[Token]]:
    """The slot and words that a clause without a subject takes from the clause or noun it hangs on."""
    head, label = verb.head, verb.dep_
    passive = is_passive(verb)
    if label == "acl" or label == "acl:relcl":
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "case"}}
        if "to" in marks or ("of" in marks and verb.lower_.endswith("ing")):
            # "the plan of Putin to visit", "Putin's plan to visit", "kept open the possibility of visiting"
            owner = [child for child in head.children if child.dep_ == "nmod:poss"]
            if invitation_to(verb) is not None:
                return "agent", _invited(head, owner)
            if owner:
                return "agent", owner
            if base(head) == "obj" and is_verb(head.head):
                return "agent", arguments(head.head).get("agent", [])
            return "agent", []
        return ("object" if passive else "agent"), [head]
    if label == "conj" and is_verb(head):
        inherited = arguments(head)
        same_voice = is_passive(head) == passive
        source = inherited.get("object" if is_passive(head) else "agent", [])
        return ("object" if passive else "agent"), source if same_voice or source else []
    if base(verb) == "ccomp" and head.dep_ == "acl:relcl":  # "a strike that Kyiv says killed three"
        return ("object" if passive else "agent"), [head.head]
    if base(verb) in {"xcomp", "advcl", "ccomp", "parataxis"} and head != verb:
        invitation = invitation_to(verb)
        if invitation is not None:
            return "agent", _invited(invitation, [])
        if not is_verb(head) and base(verb) != "xcomp":
            return "agent", [child for child in head.children if base(child) == "nsubj"]
        outer = arguments(head) if is_verb(head) else _own(head)
        controlled = outer.get("object") and (
            (lemma(head) in OBJECT_CONTROL and base(verb) == "xcomp") or _perceived(verb)
        )
        if is_passive(head):
            return ("object" if passive else "agent"), outer.get("object", [])
        source = outer.get("object", []) if controlled else outer.get("agent", [])
        return ("object" if passive else "agent"), source
    return "agent", []


def invitation_to(verb: Token) -> Token | None:
    """The noun by which somebody is invited to what an infinitive tells, hung on it or beside it; else None."""
    if not any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children):
        return None
    if verb.dep_ == "acl":
        return verb.head if lemma(verb.head) in INVITING and is_verb(verb.head.head) else None
    if base(verb) not in {"advcl", "xcomp"}:
        return None
    objects = (child for child in verb.head.children if base(child) == "obj" and child.i < verb.i)
    return next((word for word in objects if lemma(word) in INVITING), None)


def _invited(noun: Token, owner: list[Token]) -> list[Token]:
    """Who is to do it is who is invited: "conveyed to Lee an invitation to visit China", "accepted Xi's invitation"."""
    around = arguments(noun.head)
    to = [child for child in noun.children if base(child) == "nmod" and case_of(child) in {"to", "for"}]
    receivers = [part for child in to for part in conjuncts(child)]
    receivers += [word for slot in ("to", "recipient") for word in around.get(slot, ())]
    own = owner and lemma(noun.head) not in CONVEYING  # "accepted", "is pondering": the subject is invited
    return receivers or (around.get("agent", []) if own or lemma(noun.head) in RECEIVING | TAKING_UP else [])


def _perceived(verb: Token) -> bool:
    """ "showed ships selling oil": a participle right behind the object of a verb of seeing."""
    forms = verb.morph.get("VerbForm")
    if lemma(verb.head) not in PERCEIVING or not ("Ger" in forms or "Part" in forms):
        return False
    return any(base(child) == "obj" and child.i < verb.i for child in verb.head.children)


def _find_arguments(verb: Token) -> Slots:
    slots = {slot: _relative(tokens, verb) for slot, tokens in _own(verb).items()}
    gap = verb.dep_ == "acl:relcl" and "agent" in slots and "object" not in slots
    if (
        gap
        and verb.head not in slots["agent"]
        and not any(c.dep_ in {"ccomp", "mark"} for c in verb.children)
    ):
        # "the talks the two sides held", "the deal that Iran signed"
        slots.setdefault("relative", [verb.head])
    if verb.dep_ == "acl:relcl" and any(child.lower_ == "where" for child in verb.children):
        slots.setdefault("in", []).append(verb.head)
    stranded = _stranded(verb)
    if stranded is not None:
        slots.setdefault(stranded, []).append(verb.head)
    subject = "object" if is_passive(verb) else "agent"
    if subject not in slots and not any(base(child) == "csubj" for child in verb.children):
        slot, tokens = _inherited_agent(verb)
        if tokens and slot not in slots:
            slots[slot] = list(tokens)
    return slots


def arguments(verb: Token) -> Slots:
    """What fills which slot around a verb, with subjects found for relative, infinitive and joined clauses."""
    known: dict[int, Slots] = verb.doc.user_data.setdefault("clauses", {})
    if verb.i not in known:
        known[verb.i] = {}  # a clause that hangs on itself through a faulty parse ends here
        known[verb.i] = _find_arguments(verb)
    return known[verb.i]


def noun_arguments(noun: Token) -> Slots:
    """What fills which slot around a noun: its own modifiers, and those of a light verb that carries it."""
    slots: Slots = {}
    for child in noun.children:
        kind = base(child)
        if child.dep_ == "nmod:poss":
            slots.setdefault("poss", []).extend(conjuncts(child))
        elif kind in {"nmod", "obl"}:
            _noun_phrase_slot(child, slots, passive=False)
            _with_whom(child, slots)
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
            slot: tokens for slot, tokens in _own(head).items() if slot in {"in", "at", "on", "time", "near"}
        }
    return {}
